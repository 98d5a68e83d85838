//go:build e2e && linux

package e2e

import (
	"regexp"
	"strings"
	"testing"
)

// dated is what the app calls an item of the timeline, by the end of its name.
func dated(what string) string { return ".*: " + regexp.QuoteMeta(what) + ", .*" }

// TestTimeline points at what is dated, moves through time by pointer, and opens records beside.
func TestTimeline(t *testing.T) {
	t.Parallel()
	a := start(t, "timeline")
	a.waitPlace("timeline")
	opening := dated(row(t, "events.csv", "china-laos-operation")["label"])
	photo := dated(row(t, "events.csv", "lagos-photo")["label"])

	// hover
	a.point(a.reach(everything, opening))
	a.see("December 2021: no day is stated")
	a.see("¶15")
	a.point(a.see("Timeline"))
	a.wait("the card going", func(s screen) bool { return len(all(s.Seen, "December 2021: no day is stated")) == 0 })

	// wheel: it zooms about the pointer
	whole := a.see(opening)
	apart := a.see(photo).X - whole.X
	a.point(item{X: whole.X + 2, Y: whole.Y, W: 4, H: whole.H}) // its sign
	a.see("¶15")
	a.mouse(4)
	a.wait("the time growing about the pointer", func(s screen) bool {
		now, far := all(s.Seen, opening), all(s.Seen, photo)
		return len(now) == 1 && len(far) == 1 && far[0].X-now[0].X > 1.2*apart && near(now[0].X-whole.X, 0)
	})

	// drag: what was under the pointer stays under it
	from := a.reach(everything, opening)
	x, y := from.center()
	a.drag(x, y, -90, 30)
	a.wait("the time moving with the pointer", func(s screen) bool {
		now := all(s.Seen, opening)
		return len(now) == 1 && near(now[0].X-from.X, -90) && near(now[0].Y-from.Y, 0)
	})
	if s := a.next(1); s.Place != "timeline" {
		t.Errorf("dragging leads to %s", s.Place)
	}
	a.click("Show all")
	a.wait("all of it", func(s screen) bool {
		now := all(s.Seen, opening)
		return len(now) == 1 && near(now[0].X-whole.X, 0)
	})

	// double click, beside everything
	a.xdotool("mousemove", "--window", a.window, a.pixels(whole.X), a.pixels(a.see("Other sources, shown").Y+48), "click", "--repeat", "2", "--delay", "60", "1")
	a.wait("the time growing", func(s screen) bool {
		now, far := all(s.Seen, opening), all(s.Seen, photo)
		return len(now) == 1 && (len(far) == 0 || far[0].X-now[0].X > 1.2*apart)
	})
	a.click("Show all")

	// click: the record opens beside, and the page does not jump
	before := a.reach(everything, photo)
	a.click(photo)
	a.waitPlace("timeline#project/lagos-blue-line")
	a.seeIn(screen.pane, "LRMT Blue Line")
	if now := a.see("Timeline"); now.Y != a.seeIn(screen.beforePane, "Timeline").Y || a.see(photo).Hidden {
		t.Errorf("%q was at %+v, and is at %+v", photo, before, a.see(photo))
	}
	a.key("ctrl+w")
	a.waitPlace("timeline")
	trade := row(t, "figures.csv", "trade-volume")
	a.click(dated(trade["text"] + ", " + trade["label"]))
	a.waitPlace("timeline#figure/trade-volume")
	a.key("Escape")
	a.waitPlace("timeline")

	// what has no date is a way to its record, too
	a.see("Not dated in this source")
	a.click("Port of Piraeus")
	a.waitPlace("timeline#project/port-of-piraeus")
	a.seeIn(screen.pane, "Port of Piraeus")
}

// TestTimelineByKeyboard goes through what is dated and opens it, without the pointer.
func TestTimelineByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.key("ctrl+9")
	a.waitPlace("timeline")
	a.tabTo(dated(row(t, "events.csv", "proposal-2013")["label"]))
	a.see("2013: the year is all that is stated")
	a.key("Down", "Down", "Return")
	a.waitPlace("timeline#figure/years-since-proposal")
	a.key("Escape")
	a.waitPlace("timeline")
	last := dated(row(t, "events.csv", "estimates-horizon")["label"])
	a.key("End")
	a.wait("the last item having the keyboard", func(s screen) bool { return len(all([]item{s.focused()}, last)) == 1 })
	a.key("plus", "plus", "plus")
	proposal := dated(row(t, "events.csv", "proposal-2013")["label"])
	a.wait("2013 being out of sight", func(s screen) bool { return len(all(s.Seen, proposal)) == 0 })
	a.key("Left", "Left", "Left")
	a.wait("the past coming back", func(s screen) bool { return len(all(s.Seen, last)) == 1 }) // the one that has the keyboard alone
	a.key("Home")
	a.wait("the first item", func(s screen) bool {
		return len(all([]item{s.focused()}, proposal)) == 1 && len(all(s.Seen, proposal)) == 2
	})
	a.key("0")
	a.wait("all of it", func(s screen) bool { return len(all(s.Seen, last)) == 1 && len(all(s.Seen, proposal)) == 2 })
}

// TestTimelinePlays plays through the years with the space bar, and stops when the page is left.
func TestTimelinePlays(t *testing.T) {
	t.Parallel()
	a := start(t, "timeline")
	a.waitPlace("timeline")
	a.key("space")
	a.see("By 2013")
	a.see("By the end of 2013: 2 had happened, .* undated.*")
	a.see("Pause")
	a.see("By 2014")
	a.key("space")
	a.see("Play")
	year := a.next(2)
	shown := all(year.Seen, "By \\d+")
	if len(shown) != 1 {
		t.Fatalf("no year is shown:%s", year.labels())
	}
	a.key("space")
	a.wait("the next year", func(s screen) bool {
		now := all(s.Seen, "By \\d+")
		return len(now) == 1 && now[0].Label > shown[0].Label
	})
	a.key("ctrl+7")
	a.waitPlace("chart")
	a.key("alt+Left")
	s := a.waitPlace("timeline")
	left := all(s.Seen, "By \\d+")
	a.see("Play")
	if len(left) != 1 {
		t.Fatalf("the year is forgotten:%s", s.labels())
	}
	a.click("All years")
	a.see("\\d+ dated items, .*")
	if strings.Contains(a.next(1).labels(), "By the end of") {
		t.Error("all years are shown, and one year still told of")
	}
}
