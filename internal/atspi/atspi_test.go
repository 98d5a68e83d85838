package atspi

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// No address leads out of the machine, or starts a program.
func TestConnectStaysHere(t *testing.T) {
	for _, address := range []string{"", "tcp:host=127.0.0.1,port=1", "nonce-tcp:host=127.0.0.1,port=1", "unixexec:path=/bin/true", "autolaunch:", "tcp:host=localhost,port=1;launchd:env=X"} {
		if _, err := connect(t.Context(), address); !errors.Is(err, errElsewhere) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if _, err := connect(t.Context(), "tcp:host=127.0.0.1,port=1;unix:path=/nonexistent"); err == nil || errors.Is(err, errElsewhere) {
		t.Errorf("a socket after an address elsewhere: %v", err)
	}
}

func TestServeWithoutSession(t *testing.T) {
	for _, address := range []string{"unix:path=/nonexistent", "tcp:host=127.0.0.1,port=1"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		p := Program{Look: func() []*spoken.Node {
			t.Error("it looks though nobody asks")
			return nil
		}}
		if err := Serve(t.Context(), p); err == nil {
			t.Errorf("%s: there is a session", address)
		}
	}
}

// Every role has a number, and no two the same: a reader goes by it.
func TestRoles(t *testing.T) {
	had := map[uint32]spoken.Role{}
	for r := spoken.Panel; r <= spoken.Drawing; r++ {
		number := roles[r].number
		if other, ok := had[number]; ok || number == 0 || roles[r].name == "" {
			t.Errorf("%s: %d, as %s", r, number, other)
		}
		had[number] = r
	}
}

func TestStates(t *testing.T) {
	has := func(n *spoken.Node, state uint) bool {
		s := states(n)
		return s[state/32]&(1<<(state%32)) != 0
	}
	for _, c := range []struct {
		node  spoken.Node
		state uint
		want  bool
	}{
		{spoken.Node{}, stateShowing, true},
		{spoken.Node{State: spoken.Hidden}, stateShowing, false},
		{spoken.Node{State: spoken.Hidden}, stateVisible, true},
		{spoken.Node{State: spoken.Disabled}, stateSensitive, false},
		{spoken.Node{Focus: func() {}}, stateFocusable, true},
		{spoken.Node{Focus: func() {}}, stateFocused, false},
		{spoken.Node{State: spoken.Focused}, stateFocused, true},
		{spoken.Node{State: spoken.Focused}, stateFocusable, true},
		{spoken.Node{Role: spoken.Field}, stateSingleLine, true},
		{spoken.Node{Role: spoken.Field, State: spoken.Many}, stateSingleLine, false},
		{spoken.Node{Role: spoken.Dialog}, stateModal, true},
		{spoken.Node{Role: spoken.Row}, stateSelectable, true},
		{spoken.Node{Role: spoken.Row}, stateSelected, false},
	} {
		if has(&c.node, c.state) != c.want {
			t.Errorf("%+v: state %d is %v", c.node, c.state, !c.want)
		}
	}
}

func ref(path dbus.ObjectPath) reference { return reference{":1.7", path} }

// node is a node whose key is its name at first.
func node(role spoken.Role, name string, kids ...*spoken.Node) *spoken.Node {
	return &spoken.Node{Key: name, Role: role, Name: name, Children: kids}
}

// lines are events by the keys of what they are from.
func lines(before, now *snapshot, events []event) string {
	var all []string
	for _, e := range events {
		from := now.at[e.from]
		if from == nil {
			from = before.at[e.from]
		}
		key := from.Key
		if key == nil {
			key = "program"
		}
		all = append(all, fmt.Sprint(key, " ", e.name, " ", e.detail, " ", e.one))
	}
	return strings.Join(all, "\n")
}

func TestDiffer(t *testing.T) {
	in := func(change func(window, field, row *spoken.Node)) []*spoken.Node {
		field, row := node(spoken.Field, "field"), node(spoken.Row, "row", node(spoken.Link, "link"))
		window := node(spoken.Window, "window", field, node(spoken.Table, "table", row))
		window.State, field.State, field.Value, field.Caret = spoken.Active, spoken.Focused, "quay", 4
		change(window, field, row)
		return []*spoken.Node{window}
	}
	for name, c := range map[string]struct {
		change func(window, field, row *spoken.Node)
		want   string
	}{
		"nothing":                {func(_, _, _ *spoken.Node) {}, ""},
		"focus":                  {func(_, f, r *spoken.Node) { f.HandFocus(r) }, "field StateChanged focused 0\nrow StateChanged focused 1"},
		"a name":                 {func(_, _, r *spoken.Node) { r.Name = "line" }, "row PropertyChange accessible-name 0"},
		"what is read beside it": {func(_, _, r *spoken.Node) { r.More = "Reported" }, "row PropertyChange accessible-description 0"},
		"selected":               {func(_, _, r *spoken.Node) { r.State = spoken.Selected }, "row StateChanged selected 1"},
		"out of view":            {func(_, _, r *spoken.Node) { r.State = spoken.Hidden }, "row StateChanged showing 0"},
		"typed":                  {func(_, f, _ *spoken.Node) { f.Value, f.Caret = "quays", 5 }, "field TextChanged insert 4\nfield TextCaretMoved  5"},
		"replaced":               {func(_, f, _ *spoken.Node) { f.Value = "qay" }, "field TextChanged delete 1"},
		"letters of Chinese":     {func(_, f, _ *spoken.Node) { f.Value = "码quay" }, "field TextChanged insert 0"},
		"another row": {
			func(w, _, _ *spoken.Node) {
				w.Children[1].Children = append(w.Children[1].Children, node(spoken.Row, "next"))
			},
			"table ChildrenChanged add 1",
		},
		"no row":          {func(w, _, _ *spoken.Node) { w.Children[1].Children = nil }, "table ChildrenChanged remove 0"},
		"a row elsewhere": {func(w, _, r *spoken.Node) { w.Children[1].Children, w.Children = nil, append(w.Children, r) }, "window ChildrenChanged add 2\ntable ChildrenChanged remove 0"},
		"a message": {
			func(w, _, _ *spoken.Node) { w.Children = append(w.Children, node(spoken.Message, "Copied")) },
			"window ChildrenChanged add 2\nCopied Announcement  1",
		},
		"another program in use": {func(w, _, _ *spoken.Node) { w.State = 0 }, "window StateChanged active 0\nwindow Deactivate  0\nfield StateChanged focused 0"},
	} {
		var p paths
		before := p.take("program", in(func(_, _, _ *spoken.Node) {}))
		now := p.take("program", in(c.change))
		got, want := strings.Split(lines(before, now, differ(before, now, ref)), "\n"), strings.Split(c.want, "\n")
		if name == "a row elsewhere" { // either may be told first
			slices.Sort(got)
			slices.Sort(want)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

// At the start a reader is told what there is, which window is in use, and at last what
// has the keyboard.
func TestDifferFromNothing(t *testing.T) {
	field := node(spoken.Field, "field")
	window := node(spoken.Window, "window", field)
	window.State, field.State = spoken.Active, spoken.Focused
	var p paths
	before := p.take("program", nil)
	now := p.take("program", []*spoken.Node{window})
	const want = "program ChildrenChanged add 0\nwindow Activate  0\nfield StateChanged focused 1"
	if got := lines(before, now, differ(before, now, ref)); got != want {
		t.Errorf("it is told %q", got)
	}
}

// A thing keeps its path while it is there, and what comes later gets another.
func TestPaths(t *testing.T) {
	var p paths
	first := p.take("program", []*spoken.Node{node(spoken.Window, "a"), node(spoken.Window, "b")})
	second := p.take("program", []*spoken.Node{node(spoken.Window, "b")})
	third := p.take("program", []*spoken.Node{node(spoken.Window, "b"), node(spoken.Window, "a")})
	a, b := first.keys["a"].path, first.keys["b"].path
	if second.keys["b"].path != b || third.keys["b"].path != b || third.keys["a"].path == a || a == b {
		t.Errorf("a is %s and %s, b is %s, %s and %s", a, third.keys["a"].path, b, second.keys["b"].path, third.keys["b"].path)
	}
	if len(second.keys) != 1 || len(third.keys) != 2 {
		t.Errorf("%d things of one are kept, %d of two", len(second.keys), len(third.keys))
	}
}

func TestAround(t *testing.T) {
	const said = "Molo Veliero\n码头 stands"
	for _, c := range []struct {
		at   int
		by   uint32
		want string
	}{
		{0, byLetter, "M"},
		{13, byLetter, "码"},
		{22, byLetter, ""},
		{-3, byLetter, "M"},
		{99, byWord, "stands"},
		{0, byWord, "Molo "},
		{3, byWord, "Molo "},
		{5, byWord, "Veliero\n"},
		{14, byWord, "码头 "},
		{2, 2, "Molo Veliero"},
		{14, 3, "码头 stands"},
		{99, 4, "码头 stands"},
	} {
		all := []rune(said)
		if from, to := around(all, c.at, c.by); string(all[from:to]) != c.want {
			t.Errorf("at %d by %d: %q, want %q", c.at, c.by, string(all[from:to]), c.want)
		}
	}
}

// What a reader asks may be anything: offsets of a text are those of a foreign program.
func FuzzAround(f *testing.F) {
	f.Add("a b\nc", 2, uint32(1))
	f.Fuzz(func(t *testing.T, said string, at int, by uint32) {
		all := []rune(said)
		if from, to := around(all, at, by); from < 0 || from > to || to > len(all) {
			t.Errorf("%d to %d of %d", from, to, len(all))
		}
	})
}

// Where a thing is, from each of what it may be counted from.
func TestBox(t *testing.T) {
	button := node(spoken.Button, "button")
	button.At = spoken.Box{X: 20, Y: 30, W: 10, H: 5}
	group := node(spoken.Panel, "group", button)
	group.At = spoken.Box{X: 15, Y: 20, W: 100, H: 100}
	window := node(spoken.Window, "window", group)
	window.At, window.Scale = spoken.Box{X: 100, Y: 50, W: 640, H: 480}, 2
	b := &bridge{}
	now := b.paths.take("program", []*spoken.Node{window})
	c := component{b}
	for _, k := range []struct {
		key  string
		from uint32
		want box
	}{
		{"button", fromScreen, box{240, 160, 20, 10}},
		{"button", fromWindow, box{40, 60, 20, 10}},
		{"button", fromParent, box{10, 20, 20, 10}},
		{"group", fromParent, box{30, 40, 200, 200}},
		{"window", fromScreen, box{200, 100, 1280, 960}},
		{"window", fromWindow, box{0, 0, 1280, 960}},
	} {
		if got := c.box(now.keys[k.key], k.from); got != k.want {
			t.Errorf("%s from %d: %v, want %v", k.key, k.from, got, k.want)
		}
	}
}
