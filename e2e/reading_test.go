//go:build e2e && linux

package e2e

import (
	"regexp"
	"strings"
	"testing"
)

// TestReads goes through the text by keyboard: the contents and what stands
// beside it go along, a figure opens beside it, and the keyboard comes back.
func TestReads(t *testing.T) {
	t.Parallel()
	a := start(t, "overview")
	a.resize(1280, 800)
	a.key("ctrl+6")
	a.waitPlace("read")
	a.see("In ¶4") // beside the text, by itself
	title := a.see("Boosting High-Quality .*").Y
	a.key("Next") // wherever the keyboard is
	a.wait("the text scrolled", func(s screen) bool {
		now := all(s.Seen, "Boosting High-Quality .*")
		return len(now) == 0 || now[0].Y < title-200
	})
	a.wait("what stands beside it follows", func(s screen) bool {
		return len(all(s.Seen, "In ¶4")) == 0 && len(all(s.Seen, `In ¶\d+`)) == 1
	})
	if s := a.now(); s.Place != "read" {
		t.Errorf("reading on leads to %s", s.Place)
	}
	a.key("Prior")
	a.wait("back at the top", func(s screen) bool {
		now := all(s.Seen, "Boosting High-Quality .*")
		return len(now) > 0 && now[0].Y == title
	})

	figure := row(t, "figures.csv", "forum-major-steps")
	tabTo(a, figure["text"])
	before := a.now().focused()
	a.key("Return")
	s := a.waitPlace("read#figure/" + figure["id"])
	a.seeIn(screen.pane, regexp.QuoteMeta(figure["label"]))
	if now := all(s.Seen, regexp.QuoteMeta(figure["text"])); len(now) == 0 || now[0].Y != before.Y || now[0].X != before.X {
		t.Errorf("the text moved: %q was at %g, %g", figure["text"], before.X, before.Y)
	}
	a.key("Escape")
	a.waitPlace("read")
	if now := a.next(1).focused(); now.Label != before.Label || now.Y != before.Y {
		t.Errorf("the keyboard was at %q, and is at %q", before.Label, now.Label)
	}
	a.key("Tab")
	if now := a.next(1).focused(); now.Label == before.Label || now.Y < before.Y {
		t.Errorf("the next stop after %q is %q", before.Label, now.Label)
	}

	a.key("ctrl+alt+plus")
	a.until("larger text", func() bool { return a.see(regexp.QuoteMeta(figure["text"])).H > before.H })
	a.key("End")
	a.wait("the end of the contents", func(s screen) bool { return len(all(s.Seen, `In ¶6\d`)) == 1 })
	end := a.next(1).Place
	a.quit()
	a.open()
	a.wait("the place where it was left", func(s screen) bool {
		return s.Place == end && len(all(s.Seen, `In ¶6\d`)) == 1
	})
}

// tabTo presses Tab until what is called so has the keyboard.
func tabTo(a *app, label string) {
	a.t.Helper()
	var been []string
	for range 80 {
		a.key("Tab")
		now := a.next(1).focused().Label
		if been = append(been, now); now == label {
			return
		}
	}
	a.t.Fatalf("Tab does not come to %q, but to %s", label, strings.Join(been, " | "))
}
