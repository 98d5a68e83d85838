package views

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// deed is something that can be done with what a place stands for, by its context
// menu or by a button below what stands beside the page.
type deed struct {
	kinds  []route.Kind // of records that it is done with; nil: all
	pages  bool         // it is done with pages, too
	name   func(*Shell, route.Route) string
	do     func(*Shell, route.Route)
	has    func(*Shell, route.Route) bool // whether there is anything to do; nil: there is
	button bool                           // it is offered below the record, too
}

// deeds is all that can be done with records and pages, in order.
func deeds() []deed {
	return []deed{
		{name: say("deed.open"), pages: true, do: (*Shell).Go},
		{name: say("deed.beside"), do: func(s *Shell, to route.Route) { s.Go(s.beside(to.Pane)) }, has: func(s *Shell, to route.Route) bool { return s.beside(to.Pane) != to }},
		{
			name: (*Shell).copyName, button: true, do: func(s *Shell, to route.Route) { s.copyOut(s.textOf(to.Pane)) },
			has: func(s *Shell, to route.Route) bool { return s.textOf(to.Pane) != "" },
		},
		{name: say("deed.cite"), pages: true, button: true, do: (*Shell).Cite, has: func(s *Shell, _ route.Route) bool { return len(s.dossier.Sources()) > 0 }},
		{
			name: func(s *Shell, to route.Route) string { return s.bookmarkName(to.Pane) }, do: func(s *Shell, to route.Route) { s.bookmark(to.Pane) },
			has: func(_ *Shell, to route.Route) bool { _, ok := notes.OnRef(to.Pane); return ok },
		},
		{name: say("lesson.add"), pages: true, do: (*Shell).AddToLesson, has: func(_ *Shell, to route.Route) bool { return canBeSlide(to) }},
		{
			kinds: []route.Kind{route.Figure}, button: true, do: func(s *Shell, to route.Route) { s.Pick(to.Pane.ID) },
			name: func(s *Shell, to route.Route) string {
				if s.Picked(to.Pane.ID) {
					return s.words.Say("tray.remove")
				}
				return s.words.Say("tray.add")
			},
		},
	}
}

func say(key string) func(*Shell, route.Route) string {
	return func(s *Shell, _ route.Route) string { return s.words.Say(key) }
}

// copyName is what copying a record is called.
func (s *Shell) copyName(to route.Route) string {
	switch r := to.Pane; r.Kind {
	case route.Figure:
		return s.words.Say("copy.figure")
	case route.Project:
		return s.words.Count("copy.figures", s.dossier.CountOfProject(r.ID))
	case route.Read:
		return s.words.Say("copy.paragraph")
	default:
		return s.words.Say("copy.record")
	}
}

// beside is the place of a record beside the page that is shown.
func (s *Shell) beside(r route.Ref) route.Route {
	return s.way.Here().Place().Beside(r.Kind, r.ID)
}

// textOf is what can be copied from a record; empty: nothing.
func (s *Shell) textOf(r route.Ref) string {
	switch r.Kind {
	case route.Figure:
		f, _ := s.dossier.Figure(r.ID)
		return figureText(s.dossier, s.words, f)
	case route.Project:
		p, _ := s.dossier.Project(r.ID)
		return projectText(s.dossier, s.words, p)
	case route.Timeline:
		e, _ := s.dossier.Event(r.ID)
		return eventText(s.dossier, s.words, e)
	case route.Map:
		p, _ := s.dossier.Place(r.ID)
		return placeText(s.words, p)
	default:
		n, _ := strconv.Atoi(r.ID)
		p, _ := s.dossier.Paragraph(n)
		return paragraphText(s.dossier, s.words, p)
	}
}

// deedsOf are what can be done with what a place stands for.
func (s *Shell) deedsOf(to route.Route) []deed {
	page := to.Pane == (route.Ref{})
	return slices.DeleteFunc(deeds(), func(d deed) bool {
		return page && !d.pages || d.kinds != nil && !slices.Contains(d.kinds, to.Pane.Kind) || d.has != nil && !d.has(s, to)
	})
}

// buttons are what can be done with a record, below it.
func (s *Shell) buttons(kind route.Kind, id string) []fyne.CanvasObject {
	to := route.To(kind, id)
	var all []fyne.CanvasObject
	for _, d := range s.deedsOf(to) {
		if !d.button {
			continue
		}
		b := ui.NewButton(d.name(s, to), nil, false)
		b.OnTapped = func() {
			d.do(s, to)
			b.SetText(d.name(s, to))
		}
		all = append(all, b)
	}
	return all
}

// recordActions are what the context menu offers of what a place stands for: of
// the record that is open there, else of the page.
func (s *Shell) recordActions(to route.Route) []ui.Action {
	if r := to.Pane; entryOf(r.Kind).record == nil {
		to = to.Page()
	} else {
		to = route.To(r.Kind, "").Beside(r.Kind, r.ID)
	}
	var all []ui.Action
	for _, d := range s.deedsOf(to) {
		all = append(all, ui.Action{Name: d.name(s, to), Do: func() { d.do(s, to) }})
	}
	return all
}

// textActions are what the context menu offers of texts, and of what is selected of them.
func (s *Shell) textActions(a *ui.SelectionArea) []ui.Action {
	var all []ui.Action
	if quote := a.Quote(); quote != "" {
		const most = 60 // letters that a search is likely to find
		text := strings.Join(strings.Fields(quote), " ")
		all = append(all, ui.Action{Name: s.words.Say("text.copy"), Do: func() { s.copyOut(quote) }})
		if len([]rune(text)) <= most {
			all = append(all, ui.Action{
				Name: s.words.Say("text.search", map[string]any{"Text": ui.Shortened(text, most/2)}),
				Do:   func() { s.Go(route.To(route.Search, text)) },
			})
		}
	}
	all = append(all, s.noteActions()...)
	if a.HasText() {
		all = append(all, ui.Action{Name: s.words.Say("text.all"), Do: a.SelectText})
	}
	return all
}
