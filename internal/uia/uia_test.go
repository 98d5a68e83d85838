package uia

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"beltroad/internal/spoken"
)

// node is a node whose key is its name at first.
func node(role spoken.Role, name string, kids ...*spoken.Node) *spoken.Node {
	return &spoken.Node{Key: name, Role: role, Name: name, Children: kids}
}

const handle = 7

// page is a window with a field and a row, changed.
func page(change func(window, field, row *spoken.Node)) []Window {
	field, row := node(spoken.Field, "field"), node(spoken.Row, "row", node(spoken.Link, "link"))
	field.At, row.At, row.Children[0].At = spoken.Box{W: 100, H: 20}, spoken.Box{Y: 20, W: 100, H: 40}, spoken.Box{X: 10, Y: 30, W: 20, H: 10}
	window := node(spoken.Window, "window", field, node(spoken.Table, "table", row))
	window.State, window.Scale, field.State, field.Value = spoken.Active, 2, spoken.Focused, "quay"
	row.Press = func() {}
	if change != nil {
		change(window, field, row)
	}
	return []Window{{Node: window, Handle: handle}}
}

// Every role is of a kind.
func TestKinds(t *testing.T) {
	for r := spoken.Panel; r <= spoken.Drawing; r++ {
		if kinds[r] < 50000 || kinds[r] > 50040 {
			t.Errorf("%s: %d", r, kinds[r])
		}
	}
}

func TestProperties(t *testing.T) {
	s := (&numbers{}).take(page(func(_, _, row *spoken.Node) {
		row.More, row.State = "2018", spoken.Hidden|spoken.Selected
		row.Children[0].Role = spoken.Heading
	}), time.Now())
	for _, c := range []struct {
		key  string
		id   int32
		want any
	}{
		{"field", propControlType, int32(50004)},
		{"field", propName, "field"},
		{"field", propValue, "quay"},
		{"field", propHasKeyboardFocus, true},
		{"field", propKeyboardFocusable, true},
		{"field", propIsOffscreen, false},
		{"field", propHelpText, nil},
		{"row", propControlType, int32(50007)},
		{"row", propHelpText, "2018"},
		{"row", propValue, nil},
		{"row", propIsOffscreen, true},
		{"row", propIsEnabled, true},
		{"row", propKeyboardFocusable, false},
		{"row", propHeadingLevel, nil},
		{"row", propIsDialog, false},
		{"link", propHeadingLevel, int32(levelOfHeadings)},
		{"link", 1, nil},
	} {
		if got := property(s.keys[c.key], c.id); got != c.want {
			t.Errorf("%s: property %d is %v, not %v", c.key, c.id, got, c.want)
		}
	}
	for pattern, want := range map[int32]string{patternInvoke: "row", patternValue: "field", patternSelection: "row", 1: ""} {
		var got []string
		for _, key := range []string{"field", "table", "row", "link"} {
			if can(s.keys[key], pattern) {
				got = append(got, key)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("pattern %d: %q, not %q", pattern, got, want)
		}
	}
}

// A thing has the same number for as long as it is there, and no other ever has it.
func TestNumbers(t *testing.T) {
	p := &numbers{}
	first := p.take(page(nil), time.Now())
	second := p.take(page(func(_, _, row *spoken.Node) { row.Key = "another" }), time.Now())
	third := p.take(page(nil), time.Now())
	if first.keys["field"].id == 0 || first.keys["field"].id != third.keys["field"].id {
		t.Errorf("the field is %d, then %d", first.keys["field"].id, third.keys["field"].id)
	}
	had := map[int32]bool{first.keys["row"].id: true, second.keys["another"].id: true, third.keys["row"].id: true}
	if len(had) != 3 {
		t.Errorf("three rows have %v", had)
	}
	if i := third.find(first.keys["row"].id, handle); i != nil {
		t.Errorf("what has gone is %q", i.Name)
	}
	if w := third.find(0, handle); w == nil || w.Name != "window" || third.find(0, handle+1) != nil {
		t.Errorf("the window is %v", w)
	}
	twice := p.take(page(func(window, field, _ *spoken.Node) { window.Children = append(window.Children, field) }), time.Now())
	if n := len(twice.windows[handle].kids); n != 2 {
		t.Errorf("the window has %d things in it", n)
	}
}

func TestWays(t *testing.T) {
	s := (&numbers{}).take(page(nil), time.Now())
	name := func(i *item) string {
		if i == nil {
			return ""
		}
		return i.Name
	}
	w, field, row := s.windows[handle], s.keys["field"], s.keys["row"]
	for _, c := range []struct{ way, got, want string }{
		{"first", name(w.kid(0)), "field"},
		{"last", name(w.kid(len(w.kids) - 1)), "table"},
		{"none", name(field.kid(0)), ""},
		{"next", name(field.beside(1)), "table"},
		{"after the last", name(s.keys["table"].beside(1)), ""},
		{"before the first", name(field.beside(-1)), ""},
		{"beside the window", name(w.beside(1)), ""},
		{"window", name(row.window()), "window"},
		{"focus", name(s.focus()), "field"},
		{"at 5,5", name(w.under(5, 5)), "field"},
		{"at 5,25", name(w.under(5, 25)), "row"},
		{"at 15,35", name(w.under(15, 35)), "link"},
		{"at 150,35", name(w.under(150, 35)), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, not %q", c.way, c.got, c.want)
		}
	}
}

func TestDiffer(t *testing.T) {
	words := map[happening]string{different: "different", renamed: "renamed", rewritten: "rewritten", announced: "announced", focused: "focused"}
	for name, c := range map[string]struct {
		change func(window, field, row *spoken.Node)
		want   string
	}{
		"nothing":  {nil, ""},
		"renamed":  {func(_, _, row *spoken.Node) { row.Name = "other" }, `row renamed "row" "other"`},
		"written":  {func(_, field, _ *spoken.Node) { field.Value = "quays" }, `field rewritten "quay" "quays"`},
		"focus":    {func(_, field, row *spoken.Node) { field.HandFocus(row) }, `row focused "" ""`},
		"unused":   {func(window, _, _ *spoken.Node) { window.State = 0 }, ""},
		"gone":     {func(_, _, row *spoken.Node) { row.Children = nil }, `row different "" ""`},
		"came":     {func(_, _, row *spoken.Node) { row.Key = "new" }, `table different "" ""`},
		"reversed": {func(window, field, _ *spoken.Node) { window.Children = []*spoken.Node{window.Children[1], field} }, `window different "" ""`},
		"announced": {
			func(window, _, _ *spoken.Node) {
				window.Children = append(window.Children, node(spoken.Message, "copied"))
			},
			`copied announced "" "copied", window different "" ""`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := &numbers{}
			before := p.take(page(nil), time.Now())
			var got []string
			for _, e := range differ(before, p.take(page(c.change), time.Now())) {
				got = append(got, fmt.Sprintf("%s %s %q %q", e.of.Key, words[e.what], e.was, e.now))
			}
			if all := strings.Join(got, ", "); all != c.want {
				t.Errorf("got %s\nwant %s", all, c.want)
			}
		})
	}
}
