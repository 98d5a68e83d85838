package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// The sidebar folds by itself where a line of the reader has no room for its
// letters, and nowhere else.
func TestSidebarGivesWayToTheText(t *testing.T) {
	d := dossier(t)
	for _, c := range []struct {
		width, height, scale float32
		folds                bool
	}{{1024, 768, 1, false}, {1024, 768, 1.25, false}, {1024, 768, 1.5, true}, {1024, 768, 2, true}, {1280, 800, 1.5, false}, {1280, 800, 2, true}, {640, 480, 1, true}} {
		name := fmt.Sprintf("%gx%g at %g", c.width, c.height, c.scale)
		lookingAt(t, Look{Scheme: ui.Light, TextScale: c.scale})
		s := shown(d, &desk{reading: &session.Reading{ReadSize: 100, Unmarked: true}}, c.width, c.height)
		s.Go(place(t, "read/8"))
		if s.sidebar.folded() != c.folds {
			t.Errorf("%s: it folds: %t", name, s.sidebar.folded())
		}
		if letters, _ := measured(s); c.width > 1000 && (letters < 60 || letters > 75) {
			t.Errorf("%s: a line has %.1f letters", name, letters)
		}
		s.Go(place(t, "overview"))
		if s.sidebar.folded() {
			t.Errorf("%s: it is folded on the overview", name)
		}
	}
}

// It folds when it is told to, on any page, stays so, and is remembered. What the
// page shows stays, and the keyboard goes along.
func TestFoldingTheSidebar(t *testing.T) {
	s, c := shellInWindow(t, place(t, "read"))
	k, ok := s.frame.(*desk)
	if !ok {
		t.Fatal("the shell is on no desk")
	}
	s.ScrollKey(fyne.KeyPageDown)
	state := s.page.State().String()
	c.Focus(s.sidebar.fold)
	s.sidebar.fold.Tapped(nil)
	if !s.sidebar.folded() || k.sidebar != session.FoldedSidebar || c.Focused() != fyne.Focusable(s.sidebar.unfold) {
		t.Errorf("folded %t, kept as %q, the keyboard is at %T", s.sidebar.folded(), k.sidebar, c.Focused())
	}
	if got := s.page.State().String(); got != state {
		t.Errorf("the text was at %s, and is at %s", state, got)
	}
	for _, r := range []string{"overview", "figure", "read"} {
		if s.Go(place(t, r)); !s.sidebar.folded() {
			t.Errorf("it is there on %s", r)
		}
	}
	other := newShell(materialOf(s.dossier), inEnglish, k)
	other.Content().Resize(fyne.NewSize(1280, 800))
	if other.Go(route.To(route.Overview, "")); !other.sidebar.folded() {
		t.Error("the next window has it")
	}
	s.Rebuild()
	s.ToggleSidebar()
	if s.sidebar.folded() || k.sidebar != session.UsualSidebar {
		t.Errorf("shown again, it is folded: %t, kept as %q", s.sidebar.folded(), k.sidebar)
	}

	lookingAt(t, Look{Scheme: ui.Light, TextScale: 2})
	narrow := shown(s.dossier, k, 1024, 768)
	narrow.Go(place(t, "read"))
	narrow.ToggleSidebar()
	if narrow.sidebar.folded() || k.sidebar != session.ShownSidebar {
		t.Errorf("asked for, it is folded: %t, kept as %q", narrow.sidebar.folded(), k.sidebar)
	}
}
