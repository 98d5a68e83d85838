package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// journey is the way between places, and where the keyboard was on each page.
type journey struct {
	route.Navigator

	focused map[route.Route]ui.FocusMark
	parts   [4]fyne.Focusable // what had it last in each part of the window, nil: nothing yet
}

// The page, and what stands beside it, among these parts.
const pagePart, besidePart = 1, 2

// step goes back or forward. The keyboard is where it was there.
func (s *Shell) step(step func() bool) {
	s.markFocus()
	s.keepReading()
	if step() {
		s.way.focused[s.Here().Page()].Return(s.canvas(), s.page.Content())
		s.home()
	}
}

// home gives the keyboard to what of the page has it at first, where nothing has it.
func (s *Shell) home() {
	over := s.canvas()
	if p, ok := s.page.(interface{ Home() }); ok && over != nil && over.Focused() == nil {
		p.Home()
	}
}

// markFocus remembers where the keyboard is on the page.
func (s *Shell) markFocus() {
	if s.page == nil {
		return
	}
	if s.way.focused == nil {
		s.way.focused = map[route.Route]ui.FocusMark{}
	}
	if m := ui.MarkFocus(s.page.Content()); m != (ui.FocusMark{}) { // else it is beside the page, where the page's opened it
		s.way.focused[s.Here().Page()] = m
	}
}

// letGo forgets what was clicked on the page that is left, or had the keyboard there: it
// would hold the page.
func (s *Shell) letGo() {
	if !ui.HoldsPressed(s.sidebar.content) {
		ui.Pressed(nil)
	}
	s.way.parts[pagePart], s.way.parts[besidePart] = nil, nil
}

// keepReading keeps where the reader stands when it is left.
func (s *Shell) keepReading() {
	if s.page == nil || s.Here().Kind != route.Read {
		return
	}
	r := s.frame.Reading()
	if at := s.dossier.Metadata().Name + " " + s.Now().State; r.At != at {
		r.At = at
		s.frame.SetReading(r)
	}
}

// resumed is where a way to the reader that says no place in it leads: to where
// this dossier was left.
func (s *Shell) resumed(r route.Route) route.Route {
	if s.page == nil || r != route.To(route.Read, "") || s.Here().Kind == route.Read {
		return r
	}
	if dossier, state, ok := strings.Cut(s.frame.Reading().At, " "); ok && dossier == s.dossier.Metadata().Name {
		return r.In(state)
	}
	return r
}
