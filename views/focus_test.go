package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/message/messagetest"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Whatever makes its content anew leaves the keyboard in it: at what has the
// same name or the same place.
func TestKeyboardStaysWhereContentIsMadeAnew(t *testing.T) {
	d := dossier(t)
	a, w := appOf(t, d)
	c := w.win.Canvas()
	s := w.shell
	kept := func(when string) fyne.Focusable {
		t.Helper()
		f := c.Focused()
		for _, other := range all[fyne.CanvasObject](w.root) {
			if g, ok := other.(fyne.Focusable); ok && g == f {
				return f
			}
		}
		t.Fatalf("%s: the keyboard is at %T, which is not on screen", when, f)
		return nil
	}

	s.Go(place(t, "commitments"))
	table := all[*ui.Table](s.page.Content())[0]
	c.Focus(table)
	for range 3 {
		table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	at := table.AccessibilityLabel()
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Here().Kind != route.Read {
		t.Fatalf("a row leads to %s", s.Here())
	}
	s.Back()
	if got, ok := kept("back").(*ui.Table); !ok || got == table || got.AccessibilityLabel() != at {
		t.Errorf("back, the keyboard is at %T", c.Focused())
	}

	// The same after a click, which takes the keyboard away from everything.
	s.Go(place(t, "overview"))
	card := all[*ui.Card](s.page.Content())[0]
	c.Unfocus()
	test.Tap(card)
	s.Back()
	if got, ok := kept("back after a click").(*ui.Card); !ok || got.Label != card.Label {
		t.Errorf("back after a click, the keyboard is at %T", c.Focused())
	}

	s.Go(place(t, "chart"))
	filter := all[*ui.Filter](s.page.Content())[0]
	c.Focus(filter)
	filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if _, ok := kept("another chart").(*ui.Filter); !ok {
		t.Errorf("with another chart the keyboard is at %T", c.Focused())
	}

	// A dialog that closes hands it back, to what was clicked, too.
	var save *ui.Link
	for _, l := range all[*ui.Link](s.page.Content()) {
		if l.Label == inEnglish.Say("chart.export") {
			save = l
		}
	}
	c.Unfocus()
	test.Tap(save)
	w.dialog.Hide()
	if kept("dialog") != fyne.Focusable(save) {
		t.Errorf("after the dialog the keyboard is at %T", c.Focused())
	}

	s.Go(place(t, "figure"))
	page := s.page.(interface{ Choose(name, key string) })
	page.Choose("claim", "reported")
	for _, b := range all[*ui.Button](s.page.Content()) {
		if b.Label == inEnglish.Say("filter.clear") {
			c.Focus(b)
			test.Tap(b)
		}
	}
	if _, ok := kept("cleared").(*ui.Filter); !ok {
		t.Errorf("with the filters cleared the keyboard is at %T", c.Focused())
	}

	a.setLanguage(messagetest.Tag)
	if _, ok := kept("language").(*ui.Filter); !ok {
		t.Errorf("in another language the keyboard is at %T", c.Focused())
	}
	a.setLanguage("en")
}
