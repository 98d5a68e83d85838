package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/ui"
)

// F6 goes round sidebar, page, record and comparison, and back; each part has the
// keyboard where it had it last.
func TestKeyboardGoesRoundTheParts(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "figure/trade-volume"))
	s.Pick("trade-volume")
	c.Unfocus()
	record := func() fyne.CanvasObject { return s.content.Objects[4] }
	parts := []func() fyne.CanvasObject{s.page.Content, record, func() fyne.CanvasObject { return s.compare.layer }, func() fyne.CanvasObject { return s.sidebar.content }}
	for round := range 2 {
		for i, part := range parts {
			if s.NextPart(+1); !ui.HoldsFocus(part()) {
				t.Fatalf("round %d: part %d has no keyboard; %T has", round, i, c.Focused())
			}
		}
	}
	if item, ok := c.Focused().(*ui.NavItem); !ok || !item.Selected {
		t.Errorf("in the sidebar, %T has the keyboard", c.Focused())
	}
	c.FocusNext()
	was := c.Focused()
	if s.NextPart(-1); !ui.HoldsFocus(s.compare.layer) {
		t.Errorf("back from the sidebar, %T has the keyboard", c.Focused())
	}
	if s.NextPart(+1); c.Focused() != was {
		t.Errorf("the sidebar gives the keyboard to %T", c.Focused())
	}
}

// A page that is left is not held by what was clicked on it, or had the keyboard there.
// What was clicked in the sidebar, which stays, is known still.
func TestLeavingAPageLetsGoOfIt(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "figure/trade-volume"))
	c.Unfocus()
	s.NextPart(+1)
	s.NextPart(+1)
	on := c.Focused()
	before := s.page.Content()
	ui.Pressed(on)
	if s.way.parts[pagePart] == nil || !ui.HoldsPressed(s.content) {
		t.Fatal("nothing of the page is known")
	}
	s.Go(place(t, "overview"))
	if ui.HoldsPressed(before) || s.way.parts[pagePart] != nil || s.way.parts[besidePart] != nil {
		t.Error("the page is held")
	}
	ui.Pressed(s.sidebar.scheme)
	if s.Go(place(t, "project")); !ui.HoldsPressed(s.sidebar.content) {
		t.Error("what was clicked in the sidebar is forgotten")
	}
}

// The keys that scroll do so on every page, wherever the keyboard is.
func TestScrollKeysScrollThePage(t *testing.T) {
	for _, r := range Screens(dossier(t)) {
		s, _, c := inWindow(t, dossier(t), inEnglish, fyne.NewSize(1024, 420), 1)
		s.Go(r.Page())
		held := ui.Largest(s.page.Content())
		if held == nil || held.AtEnd() {
			continue
		}
		for _, at := range []fyne.Focusable{nil, s.sidebar.scheme} {
			c.Unfocus()
			if at != nil {
				c.Focus(at)
			}
			held.ScrollTo(0)
			for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDown} {
				before := fmt.Sprint(held.Offset())
				if s.ScrollKey(key); before == fmt.Sprint(held.Offset()) {
					if key != fyne.KeyEnd || held.Offset() > 0 {
						t.Errorf("%s: %s does not scroll from %s, with the keyboard at %T", r, key, before, at)
					}
					break // all of it can be seen
				}
			}
		}
	}
}

// What is clicked has the keyboard, and nothing shows that or scrolls before it is used.
func TestClickGivesTheKeyboard(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, fyne.NewSize(1024, 500), 1)
	for _, at := range []string{"chart", "timeline", "map", "figure"} {
		s.Go(place(t, at))
		state := s.page.State().String()
		for _, n := range nodes(s.page.Content()) {
			f, ok := n.object.(fyne.Focusable)
			w, tappable := n.object.(fyne.Tappable)
			switch fmt.Sprintf("%T", n.object) {
			case "*chart.Chart", "*timeline.Drawing", "*mapview.Explorer", "*ui.Table":
			default:
				continue
			}
			if !ok || !tappable {
				t.Fatalf("%T cannot be clicked", n.object)
			}
			c.Unfocus()
			test.TapAt(w, fyne.NewPos(1, n.object.Size().Height-1))
			if c.Focused() != f {
				t.Errorf("%s: after a click %T has the keyboard", at, c.Focused())
			}
			if s.page.State().String() != state {
				t.Errorf("%s: a click changes %s to %s", at, state, s.page.State())
			}
		}
	}
}

// The map is enlarged by plus and minus, and not by what a clicker sends to go on.
func TestPageKeysLeaveTheMapAlone(t *testing.T) {
	s, _ := open(t, dossier(t))
	s.Go(place(t, "map"))
	for key, does := range map[fyne.KeyName]bool{fyne.KeyPageDown: false, fyne.KeyPageUp: false, fyne.KeyPlus: true, fyne.KeyMinus: true, fyne.KeyLeft: true} {
		if s.ScrollKey(key) != does {
			t.Errorf("%s moves the map: %t", key, !does)
		}
	}
}
