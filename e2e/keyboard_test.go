//go:build e2e && linux

package e2e

import (
	"image/color"
	"regexp"
	"testing"
)

// TestSearchByKeyboard looks for a name and opens what is found, without the pointer.
func TestSearchByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.key("ctrl+k")
	a.wait("the search field having the keyboard", func(s screen) bool { return s.focused().Label == "Search" })
	a.write("piraeus")
	a.waitPlace("search/piraeus")
	a.see("Port of Piraeus")
	a.see(`“piraeus”: \d+ projects?, \d+ figures?`)
	a.key("Escape")
	a.waitPlace("overview")

	a.write("no such thing")
	a.waitPlace("search/no%20such%20thing")
	a.see("Nothing by that name.*")
	a.key("Escape")
	a.waitPlace("overview")

	a.write("piraeus")
	a.waitPlace("search/piraeus")
	colour := lightInk
	if a.ground().R < 0x80 { // the page is dark
		colour = darkInk
	}
	ink := func(card item) float32 { return a.share(card, colour) }
	const visible = 0.02 // of the card's area
	words := ink(a.see("Port of Piraeus"))
	card := a.tabTo("Port of Piraeus")
	a.until("a ring around the card", func() bool { return ink(card) > words+visible })
	a.key("Return")
	a.waitPlace("project/port-of-piraeus")
	a.key("alt+Left")
	a.waitPlace("search/piraeus")
}

// The colour of words and of the focus, light and dark.
var (
	lightInk = color.NRGBA{0x1B, 0x24, 0x30, 0xFF}
	darkInk  = color.NRGBA{0xE9, 0xED, 0xF1, 0xFF}
)

// tabTo presses the Tab key until the item has the keyboard.
func (a *app) tabTo(pattern string) item {
	a.t.Helper()
	const most = 60
	re := regexp.MustCompile("^(?:" + pattern + ")$")
	a.next(2)
	for range most {
		last := a.now().focused()
		a.key("Tab")
		s := a.wait("the Tab key moving on", func(s screen) bool { return s.focused() != last })
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
	if len(all(a.now().Seen, "Dark")) > 0 {
		a.waitGround(lightGround)
	} else {
		a.waitGround(darkGround)
		a.key("ctrl+d")
		a.waitGround(lightGround)
	}
	a.key("ctrl+d")
	a.waitGround(darkGround)
	a.click("Light")
	a.waitGround(lightGround)
	a.see("Dark")
}

// TestShortcutsDialog opens the list of keys by key and by menu.
func TestShortcutsDialog(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.key("F1")
	a.seeShortcuts()
	a.click("Close")
	a.see(`Figures \d+`)

	// The menu bar: File, View, Go, Help.
	if a.now().contentTop() < 15 {
		t.Fatal("there is no menu bar")
	}
	a.clickAt(20, a.now().contentTop()/2)
	a.key("Right", "Right", "Right", "Down", "Return")
	a.seeShortcuts()
	a.key("Escape")
	a.see(`Figures \d+`)
	if place := a.now().Place; place != "figure" {
		t.Errorf("the dialog has led to %s", place)
	}
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

	a.tabTo(".*, .*") // the table
	a.key("Return")
	a.wait("a record", func(s screen) bool { return len(s.pane()) > 0 })
	a.key("Escape")
	a.waitPlace("figure")

	a.key("ctrl+k", "F1")
	a.seeShortcuts()
}
