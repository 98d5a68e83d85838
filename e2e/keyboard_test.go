//go:build e2e && linux

package e2e

import (
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSearchByKeyboard looks for a name with a typing error and opens what is
// found, without the pointer.
func TestSearchByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.palette()
	a.write("Piraus")
	a.see(`Shown for Piraeus · \d+ results`)
	a.see("Port of Piraeus, Port")
	a.key("Return")
	a.waitPlace("project/port-of-piraeus")
	a.key("Escape")
	a.waitPlace("project")

	a.palette()
	a.write("qwxyzqwxyz")
	a.see("Nothing .*")
	a.key("Escape")
	a.waitPlace("project")

	a.palette()
	a.write("freight")
	a.see(`\d+ results`)
	a.key("End", "Return") // all of them, on their page
	a.waitPlace("search/freight")
	a.see(`“freight”: \d+ results\.`)
	colour := lightInk
	if a.ground().R < 0x80 { // the page is dark
		colour = darkInk
	}
	ink := func(line item) float32 { return a.share(line, between(colour, a.ground())) }
	const visible = 0.02 // of the line's area
	first := "26 million · China–Laos Railway: freight, ¶15"
	a.wait("the first result having the keyboard", func(s screen) bool { return s.focused().Label == first })
	a.next(3) // until that is drawn
	line := a.see(first)
	ringed := ink(line)
	a.key("Tab")
	a.until("no ring around the line", func() bool { return ink(line) < ringed-visible })
	a.key("shift+Tab")
	a.until("a ring around the line", func() bool { return ink(line) > ringed-visible })
	a.key("Return")
	a.waitPlace("figure/china-laos-freight")
	a.key("alt+Left")
	a.waitPlace("search/freight")
}

// TestSearchGivesTheKeyboardBack closes the palette: the keys of the page work at once.
func TestSearchGivesTheKeyboardBack(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.palette()
	a.key("Escape")
	a.waitPlace("overview")
	a.key("ctrl+7")
	a.waitPlace("chart")
	a.key("t")
	a.see("Copy table")
	a.key("t")
	a.until("the chart", func() bool { return len(all(a.now().Seen, "Copy table")) == 0 })

	link := a.tabTo("Save chart")
	a.palette()
	a.write("freight")
	a.see(`\d+ results`)
	a.key("Escape")
	a.wait("the link having the keyboard again", func(s screen) bool { return s.focused() == link })

	a.click("Search")
	a.wait("the palette", func(s screen) bool { return s.inPalette() })
	a.clickAt(5, a.now().Height-5) // beside it
	a.wait("the sidebar's field having the keyboard", func(s screen) bool { return !s.inPalette() && s.focused().Label == "Search" })
}

// TestSearchOpensBeside opens what is found beside the page that is there, and does a command.
func TestSearchOpensBeside(t *testing.T) {
	t.Parallel()
	a := start(t, "timeline")
	a.palette()
	a.write("laos rail")
	a.key("ctrl+Return") // before there is an answer, it waits for it
	a.waitPlace("timeline#project/china-laos-railway")
	a.palette()
	a.see("LAST SEARCHES")
	a.write("dark colours")
	a.see("Dark colours")
	a.key("Return")
	a.waitGround(darkGround)
	if place := a.now().Place; place != "timeline#project/china-laos-railway" {
		t.Errorf("the command has led to %s", place)
	}
}

// palette opens the palette and waits until its field has the keyboard.
func (a *app) palette() {
	a.t.Helper()
	a.key("ctrl+k")
	a.wait("the palette having the keyboard", func(s screen) bool { return s.inPalette() && s.focused().Label == "Search" })
}

// inPalette tells whether the palette stands over the page.
func (s screen) inPalette() bool { return len(all(s.Seen, "Esc closes")) > 0 }

// The colour of words and of the focus, light and dark.
var (
	lightInk = color.NRGBA{0x1B, 0x24, 0x30, 0xFF}
	darkInk  = color.NRGBA{0xE9, 0xED, 0xF1, 0xFF}
)

// between is an ink where it lies between two rows of pixels.
func between(ink, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*11 + int(b)) / 12) } // #nosec G115 -- between them
	return color.NRGBA{R: mix(ink.R, ground.R), G: mix(ink.G, ground.G), B: mix(ink.B, ground.B), A: 0xFF}
}

// tabTo presses the Tab key until the item has the keyboard.
func (a *app) tabTo(pattern string) item {
	a.t.Helper()
	const most = 120
	re := regexp.MustCompile("^(?:" + pattern + ")$")
	a.next(2)
	for range most {
		last := a.now() // where the page scrolls along, links of one name take one another's place
		a.key("Tab")
		s := a.wait("the Tab key moving on", func(s screen) bool { return !slices.Equal(s.Seen, last.Seen) })
		if i := s.focused(); re.MatchString(i.Label) {
			return i
		}
	}
	a.t.Fatalf("the Tab key does not come to %s", pattern)
	return item{}
}

// TestPlacesByKeyboard opens the places that have keys of their own.
func TestPlacesByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t)
	for _, way := range []struct{ key, place string }{
		{"ctrl+2", "project"},
		{"ctrl+3", "figure"},
		{"ctrl+4", "principles"},
		{"ctrl+5", "commitments"},
		{"ctrl+6", "read"},
		{"ctrl+1", "overview"},
	} {
		a.key(way.key)
		a.waitPlace(way.place)
	}
	a.tabTo(`Trade \d+`)
	a.key("Return")
	a.waitPlace("pillar/trade")
}

// TestTextSize enlarges the text and makes it normal again.
func TestTextSize(t *testing.T) {
	t.Parallel()
	a := start(t)
	normal := a.see(`Infrastructure \d+`)
	height := func() float32 { return a.see(`Infrastructure \d+`).H }
	last := normal.H
	for range 4 {
		a.key("ctrl+plus")
		a.until("larger text", func() bool { return height() > last })
		last = height()
		a.fits(a.next(1))
	}
	a.key("ctrl+plus")
	if s := a.next(2); all(s.Seen, `Infrastructure \d+`)[0].H != last {
		t.Error("the text can be larger than 200 %")
	}
	a.key("ctrl+minus")
	a.until("smaller text", func() bool { return height() < last })
	a.key("ctrl+0")
	a.until("normal text", func() bool { return height() == normal.H })
	a.key("ctrl+minus")
	if s := a.next(2); all(s.Seen, `Infrastructure \d+`)[0].H != normal.H {
		t.Error("the text can be smaller than 100 %")
	}
	a.click("Larger text")
	a.until("larger text", func() bool { return height() > normal.H })
	a.click("Smaller text")
	a.until("normal text", func() bool { return height() == normal.H })
}

// TestLightAndDark switches the colours.
func TestLightAndDark(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.waitGround(lightGround) // as a window is where the desktop states nothing
	a.key("ctrl+shift+d")
	a.waitGround(darkGround)
	a.click("Switch light and dark")
	a.waitGround(lightGround)
}

// TestShortcutsDialog opens the list of keys by key and by menu.
func TestShortcutsDialog(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.key("F1")
	a.seeShortcuts()
	a.click("Close")
	a.see(`Figures \d+`)

	if a.now().contentTop() < 15 {
		t.Fatal("there is no menu bar")
	}
	a.key("alt+h", "Down", "Down", "Return")
	a.seeShortcuts()
	a.key("Escape")
	a.see(`Figures \d+`)
	a.key("F10", "Left", "Down", "Down", "Return") // from the first menu back to the last
	a.seeShortcuts()
	a.key("Escape")
	a.see(`Figures \d+`)
	if place := a.now().Place; place != "figure" {
		t.Errorf("the dialog has led to %s", place)
	}
}

// TestEnterOpensAMenuWithinAMenu chooses a size of paper by Enter alone.
func TestEnterOpensAMenuWithinAMenu(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.key("F10", "Up", "Up", "Return", "Down", "Return") // the last but one of the first menu, and its second size
	a.until("the size of paper being kept", func() bool {
		b, err := os.ReadFile(filepath.Join(a.home, ".config", "fyne", "org.beltroad.explorer", "settings.json"))
		return err == nil && strings.Contains(string(b), `"paper": "letter"`)
	})
}

// seeShortcuts waits for the list of keys, over the window.
func (a *app) seeShortcuts() {
	a.t.Helper()
	a.see("Keyboard shortcuts")
	a.see(`Ctrl\+K`)
	if s := a.now(); len(all(s.Seen, `Figures \d+`)) > 0 {
		a.t.Error("the keys are listed, but not over the window")
	}
}

// TestKeysWithFocus presses keys of the window while an item on the page or
// the search field has the keyboard.
func TestKeysWithFocus(t *testing.T) {
	t.Parallel()
	a := start(t, "pillar/infrastructure")
	a.click("China–Laos Railway")
	a.waitPlace(besideProject)
	a.key("Escape")
	a.waitPlace("pillar/infrastructure")

	a.tabTo(`Figures \d+`)
	a.key("F1")
	a.seeShortcuts()
	a.key("Escape")
	a.see(`Figures \d+`)
	a.key("Return")
	a.waitPlace("figure")

	a.tabTo("10th, .*") // the first row of the table
	a.key("Return")
	a.wait("a record", func(s screen) bool { return len(s.pane()) > 0 })
	a.key("Escape")
	a.waitPlace("figure")

	a.palette()
	a.key("F1")
	a.seeShortcuts()
}
