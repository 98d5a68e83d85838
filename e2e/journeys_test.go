//go:build e2e && linux

package e2e

import (
	"regexp"
	"strings"
	"testing"
)

// journey is a way through the app by keys alone, each of which counts: one that is held
// with others as one, a letter that is typed as one.
type journey struct {
	*app

	keys int
}

const mostKeys = 12 // of a journey

// press presses keys, one after the other.
func (j *journey) press(keys ...string) {
	j.t.Helper()
	j.keys += len(keys)
	j.key(keys...)
}

// pressTo presses a key until an item has the keyboard.
func (j *journey) pressTo(key, label string) {
	j.t.Helper()
	re := regexp.MustCompile("^(?:" + label + ")$")
	for j.keys < 2*mostKeys {
		before := j.next(2).focused()
		if re.MatchString(before.Label) {
			return
		}
		j.press(key)
		j.wait("the keyboard moving on", func(s screen) bool { return s.focused() != before })
	}
	j.t.Fatalf("%s does not lead to %s", key, label)
}

// arrived ends a journey.
func (j *journey) arrived(where string) {
	j.t.Helper()
	j.t.Logf("%s: %d keys", where, j.keys)
	if j.keys > mostKeys {
		j.t.Errorf("%s takes %d keys, at most %d are a journey", where, j.keys, mostKeys)
	}
	j.keys = 0
}

// TestWithoutAMouse goes in a small window from the start to a figure's record, its
// citation, its paragraph, a chart's table, a place on the map, back, and out. The pointer
// is never used, and no journey is long.
func TestWithoutAMouse(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	a.open()
	a.resize(1024, 768)
	j := &journey{app: a}
	rows := table(t, "figures.csv")

	j.press("ctrl+3")
	a.waitPlace("figure")
	j.press("F6") // from the sidebar to the page
	j.pressTo("Tab", regexp.QuoteMeta(figureLabel(rows[0])))
	j.press("Return")
	a.waitPlace("figure/" + rows[0]["id"])
	a.wait("the record having the keyboard", func(s screen) bool { return s.focused().Label == "Close" })
	j.arrived("from the start to a figure's record")

	j.press("ctrl+shift+c")
	a.until("the citation on the clipboard", func() bool {
		got := a.clipboard()
		return strings.Contains(got, "Zheng") && strings.Contains(got, "¶"+rows[0]["paragraph"])
	})
	j.arrived("from there to its citation on the clipboard")

	j.pressTo("Tab", "Open ¶"+rows[0]["paragraph"])
	j.press("Return")
	a.wait("the paragraph", func(s screen) bool { return strings.HasPrefix(s.Place, "read/"+rows[0]["paragraph"]) })
	j.arrived("from there to its paragraph")

	j.press("ctrl+7")
	a.waitPlace("chart")
	j.press("t")
	a.see("Copy table")
	j.arrived("from there to a chart's table")

	j.press("ctrl+8")
	a.waitPlace("map")
	j.press("F6")
	j.pressTo("Tab", `[\p{L}– ]+, .*`) // a place, and what is there
	place := a.now().focused().Label
	j.press("Return")
	a.wait("a record of "+place, func(s screen) bool { return strings.HasPrefix(s.Place, "map") && len(s.pane()) > 0 })
	j.arrived("from there to a place on the map")

	j.press("alt+Left")
	a.waitPlace("map")
	a.wait("the place having the keyboard again", func(s screen) bool { return s.focused().Label == place })
	j.press("alt+Left")
	a.waitPlace("chart")
	a.see("Copy table")
	j.keys++
	a.quitBy("ctrl+q")
	j.arrived("back, and out")
}
