//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
)

// screen is what the app says is on screen; see views/dump.go.
type screen struct {
	Place  string  `json:"place"`
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	Scale  float32 `json:"scale"` // pixels of the display for each of the others
	Seen   []item  `json:"seen"`

	Presented string `json:"presented"` // how what is presented stands; empty: nothing is
}

// item is an object on screen.
type item struct {
	Label   string  `json:"label"`
	Role    string  `json:"role"`
	X       float32 `json:"x"`
	Y       float32 `json:"y"`
	W       float32 `json:"w"`
	H       float32 `json:"h"`
	Focused bool    `json:"focused"`
	Hidden  bool    `json:"hidden"` // scrolled out of view
}

func (i item) center() (x, y float32) { return i.X + i.W/2, i.Y + i.H/2 }

// pressable tells whether the item is there to be clicked.
func (i item) pressable() bool {
	return i.Role == "button" || i.Role == "link" || i.Role == "select"
}

// all are the items whose whole label matches the pattern, those to click first.
func all(items []item, pattern string) []item {
	re := regexp.MustCompile("^(?:" + pattern + ")$")
	var found []item
	for _, i := range items {
		if re.MatchString(strings.TrimSpace(i.Label)) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b item) int {
		switch {
		case a.pressable() == b.pressable():
			return 0
		case a.pressable():
			return -1
		default:
			return 1
		}
	})
	return found
}

// pane is what stands beside the page: everything from its link "Close" on.
func (s screen) pane() []item {
	for n, i := range slices.Backward(s.Seen) {
		if i.Label == "Close" && i.Role == "link" {
			return s.Seen[n:]
		}
	}
	return nil
}

// beforePane is the sidebar and the page.
func (s screen) beforePane() []item { return s.Seen[:len(s.Seen)-len(s.pane())] }

// covered tells whether a menu stands over the window. Fyne's own tell nothing
// of what is in them.
func (s screen) covered() bool {
	return len(s.Seen) == 0 || slices.ContainsFunc(s.Seen, func(i item) bool { return i.Role == "menu" })
}

// focused is the item that has the keyboard.
func (s screen) focused() item {
	for _, i := range s.Seen {
		if i.Focused {
			return i
		}
	}
	return item{}
}

// contentTop is where the menu bar ends.
func (s screen) contentTop() float32 {
	if len(s.Seen) == 0 {
		return 0
	}
	return s.Seen[0].Y
}

// labels is what is in view, for messages.
func (s screen) labels() string {
	var b strings.Builder
	for _, i := range s.Seen {
		if i.Label != "Container" && !i.Hidden {
			b.WriteString("\n\t" + i.Role + " " + i.Label)
		}
	}
	return b.String()
}

// now is what the app last said.
func (a *app) now() screen {
	s, _ := a.read()
	return s
}

// read is what the app last said, and when.
func (a *app) read() (screen, time.Time) {
	var s screen
	f, err := os.Open(a.dump)
	if err != nil {
		return s, time.Time{}
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() == 0 { // it has said that it can write, and nothing else
		return s, info.ModTime()
	}
	if err == nil {
		err = json.NewDecoder(f).Decode(&s)
	}
	if err != nil {
		a.t.Errorf("%s: %v", a.dump, err)
	}
	return s, info.ModTime()
}

// next waits until the app says anew what is on screen. After two of them it
// surely tells of a time after the call.
func (a *app) next(times int) screen {
	a.t.Helper()
	var s screen
	for range times {
		_, before := a.read()
		a.until("the app telling what is on screen", func() bool {
			var at time.Time
			s, at = a.read()
			return at.After(before)
		})
	}
	return s
}

// until waits for something to be so.
func (a *app) until(what string, so func() bool) {
	a.t.Helper()
	const pause = 20 * time.Millisecond
	for deadline := time.Now().Add(patience); !so(); time.Sleep(pause) {
		if a.ended() {
			a.t.Fatalf("the app ended while the test waited for %s\n%s", what, a.log())
		}
		if time.Now().After(deadline) {
			s := a.now()
			a.t.Fatalf("waited in vain for %s; at %s there is%s\n%s", what, s.Place, s.labels(), a.log())
		}
	}
}

// wait waits until the screen is so, and returns it.
func (a *app) wait(what string, so func(screen) bool) screen {
	a.t.Helper()
	var s screen
	a.until(what, func() bool {
		s = a.now()
		return so(s)
	})
	return s
}

// waitPlace waits until the app is at a place, and nothing covers it.
func (a *app) waitPlace(place string) screen {
	a.t.Helper()
	return a.wait("the place "+place, func(s screen) bool { return s.Place == place && !s.covered() })
}

// see waits for an item whose label matches the pattern.
func (a *app) see(pattern string) item {
	a.t.Helper()
	return a.seeIn(everything, pattern)
}

// seeIn waits for an item in a part of the screen.
func (a *app) seeIn(part func(screen) []item, pattern string) item {
	a.t.Helper()
	var found []item
	a.wait("seeing "+pattern, func(s screen) bool {
		found = all(part(s), pattern)
		return len(found) > 0
	})
	return found[0]
}

func everything(s screen) []item { return s.Seen }
