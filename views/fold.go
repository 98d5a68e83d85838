package views

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// ToggleSidebar folds the sidebar, or shows it again. What the page shows stays.
func (s *Shell) ToggleSidebar() {
	fold := !s.sidebar.folded()
	state := s.page.State().String()
	s.layout.asked = session.UsualSidebar
	if s.content.Refresh(); s.sidebar.folded() != fold {
		s.layout.asked = session.ShownSidebar
		if fold {
			s.layout.asked = session.FoldedSidebar
		}
		s.content.Refresh()
	}
	if s.page.State().String() != state {
		s.page.Restore(route.StateOf(route.Route{State: state}))
	}
	s.frame.SetSidebar(s.layout.asked)
	s.focusSidebar(true)
}

// focusSidebar takes the keyboard from the part of the sidebar that is out of
// sight; along: the other part gets it.
func (s *Shell) focusSidebar(along bool) {
	over := s.canvas()
	if over == nil {
		return
	}
	hidden, next := s.sidebar.rail, fyne.Focusable(s.sidebar.fold)
	if s.sidebar.folded() {
		hidden, next = s.sidebar.whole, s.sidebar.unfold
	}
	switch {
	case !ui.HoldsFocus(hidden):
	case along:
		over.Focus(next)
	default:
		over.Unfocus()
	}
}
