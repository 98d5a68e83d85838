//go:build e2e && linux

package e2e

import (
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// sign is what the app calls the mark of a place with one project.
func sign(place, project string) string { return regexp.QuoteMeta(place + ", " + project) }

// TestMap moves and enlarges the map by pointer, points at a place, opens it by
// a click and by the keyboard, and plays through the years.
func TestMap(t *testing.T) {
	t.Parallel()
	a := start(t, "map")
	a.waitPlace("map")
	gwadar := "Gwadar, Port of Gwadar, .*"
	dushanbe := sign("Dushanbe", "Luban Workshops")

	// hover
	a.point(a.reach(everything, dushanbe))
	a.see("Luban Workshops")
	a.see("Programme · Established")
	a.see("Dushanbe\\. Named in .*")
	a.point(a.see("Railways, shown"))
	a.wait("the card going", func(s screen) bool { return len(all(s.Seen, "Programme · Established")) == 0 })

	// drag
	from := a.see(gwadar)
	x, y := a.see(dushanbe).center()
	a.drag(x, y+60, -90, 40)
	a.wait("the map moving with the pointer", func(s screen) bool {
		to := all(s.Seen, gwadar)
		return len(to) == 1 && near(to[0].X-from.X, -90) && near(to[0].Y-from.Y, 40)
	})

	// wheel: it zooms about the pointer
	from = a.reach(everything, gwadar) // at rest
	other := a.see(dushanbe)
	apart := distance(from, other)
	a.point(from)
	a.see("Pakistan") // on its card: the app knows where the pointer is
	a.mouse(4)
	a.wait("the map growing about the pointer", func(s screen) bool {
		now, far := all(s.Seen, gwadar), all(s.Seen, dushanbe)
		return len(now) == 1 && len(far) == 1 && distance(now[0], far[0]) > 1.2*apart && near(now[0].X-from.X, 0) && near(now[0].Y-from.Y, 0)
	})
	a.click("Show all places")

	// click: the project opens beside the map, and the map does not jump
	a.next(2)
	from = a.reach(everything, dushanbe)
	a.click(dushanbe)
	a.waitPlace("map#project/luban-workshops")
	a.seeIn(screen.pane, "Luban Workshops")
	if to := a.see(dushanbe); !near(to.X-from.X, 0) || !near(to.Y-from.Y, 0) {
		t.Errorf("Dushanbe jumped from %v, %v to %v, %v", from.X, from.Y, to.X, to.Y)
	}
	a.key("ctrl+w")
	a.waitPlace("map")

	// a place with several projects has a pane of its own
	a.click(gwadar)
	a.waitPlace("map/gwadar")
	a.seeIn(screen.pane, "China–Pakistan Economic Corridor")
	a.seeIn(screen.pane, "Not stated in this source; from .*")
	a.key("Escape")
	a.waitPlace("map")
}

// TestMapByKeyboard goes through the places with Tab and opens one with Enter.
func TestMapByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t, "map")
	a.waitPlace("map")
	a.clickAt(a.now().Width-40, a.now().Height/2) // open sea: the keyboard follows
	a.wait("the map having the keyboard", func(s screen) bool { return strings.HasPrefix(s.focused().Label, "Map with ") })
	west := float32(-1)
	several := regexp.MustCompile(`^\d+ places`) // a mark of them goes closer and opens nothing
	for n := 0; n < 4 || several.MatchString(a.now().focused().Label); n++ {
		before := a.next(1).focused()
		a.key("Tab")
		s := a.wait("the next place", func(s screen) bool { return s.focused().Label != before.Label && s.focused().Label != "" })
		if x := s.focused().X; x < west {
			t.Errorf("%s lies west of the place before it", s.focused().Label)
		}
		west = s.focused().X
	}
	a.key("Return")
	a.wait("a record beside the map", func(s screen) bool { return strings.HasPrefix(s.Place, "map") && len(s.pane()) > 0 })
	a.key("ctrl+w")
	a.waitPlace("map")
	far := distance(a.see("Lagos, .*"), a.see("Gwadar, .*"))
	a.key("plus")
	a.wait("the map growing", func(s screen) bool {
		l, g := all(s.Seen, "Lagos, .*"), all(s.Seen, "Gwadar, .*")
		return len(l) == 0 || len(g) == 0 || distance(l[0], g[0]) > 1.5*far
	})
	a.key("Home")
	a.wait("all places", func(s screen) bool { return len(all(s.Seen, "Lagos, .*")) == 1 })
}

// TestMapPlays plays through the years with the space bar.
func TestMapPlays(t *testing.T) {
	t.Parallel()
	a := start(t, "map")
	a.waitPlace("map")
	dushanbe := sign("Dushanbe", "Luban Workshops") // first dated in 2023
	a.see(dushanbe)
	a.key("space")
	a.see("By 2013")
	a.see("0 dated by 2013, .*")
	a.wait("what is later being left out", func(s screen) bool { return len(all(s.Seen, dushanbe)) == 0 })
	a.see("By 2014")
	a.key("space")
	year := a.next(2)
	a.see("Play")
	shown := all(year.Seen, "By \\d+")
	if len(shown) != 1 {
		t.Fatalf("no year is shown:%s", year.labels())
	}
	a.click("All years")
	a.see(dushanbe)
}

// TestSaveMap saves the map as a picture and as a drawing.
func TestSaveMap(t *testing.T) {
	t.Parallel()
	a := start(t, "map")
	a.waitPlace("map")
	texts := words(t)
	a.click("Save the map as a file")
	a.see(texts["export.save"])
	a.click(texts["export.save"])
	file := filepath.Join(a.home, "projects-that-have-a-place.png")
	a.until("the picture", func() bool { _, err := os.Stat(file); return err == nil })
	f, err := os.Open(file)
	must(t, err)
	defer f.Close()
	img, err := png.DecodeConfig(f)
	if err != nil || img.Width < 1500 {
		t.Errorf("the picture is %d wide, %v", img.Width, err)
	}
}

// drag moves the pointer with the button down.
func (a *app) drag(x, y, dx, dy float32) {
	a.t.Helper()
	const steps = 10
	step := []string{"mousemove_relative", "--sync", "--", strconv.Itoa(int(dx*a.now().Scale) / steps), strconv.Itoa(int(dy*a.now().Scale) / steps)}
	// At once, else it is a long press.
	a.xdotool(append([]string{"mousemove", "--window", a.window, a.pixels(x), a.pixels(y), "mousedown", "1"}, step...)...)
	for range steps - 1 {
		a.xdotool(step...)
	}
	a.xdotool("mouseup", "1")
}

func near(got, want float32) bool { return math.Abs(float64(got-want)) < 3 }

func distance(a, b item) float64 { return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) }
