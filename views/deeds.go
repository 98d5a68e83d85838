package views

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/cite"
	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// deed is something that can be done with a record, by its context menu or by a
// button below what stands beside the page.
type deed struct {
	kinds  []route.Kind // of records that it is done with; nil: all
	name   func(*Shell, route.Ref) string
	do     func(*Shell, route.Ref)
	forms  []deed                       // the ways to do it: a button offers them, a menu lists them
	has    func(*Shell, route.Ref) bool // whether there is anything to do; nil: there is
	button bool                         // it is offered below the record, too
}

// deeds is all that can be done with records, in order.
func deeds() []deed {
	cited := []route.Kind{route.Figure, route.Project, route.Read}
	form := func(key string, text func(*Shell, subject) string) deed {
		return deed{name: say(key), do: func(s *Shell, r route.Ref) { s.copyOut(text(s, s.subject(r))) }}
	}
	return []deed{
		{name: say("deed.open"), do: func(s *Shell, r route.Ref) { s.Go(route.To(r.Kind, r.ID)) }},
		{name: say("deed.beside"), do: func(s *Shell, r route.Ref) { s.Go(s.beside(r)) }, has: func(s *Shell, r route.Ref) bool { return s.beside(r) != route.To(r.Kind, r.ID) }},
		{
			name: (*Shell).copyName, kinds: cited, button: true, do: func(s *Shell, r route.Ref) { s.copyOut(s.subject(r).text) },
			has: func(s *Shell, r route.Ref) bool { return s.subject(r).text != "" },
		},
		{name: say("copy.citation"), kinds: cited, button: true, forms: []deed{
			form("copy.plain", func(s *Shell, of subject) string { return cite.Plain(of.source, s.words.Citation(), of.paragraphs...) }),
			form("copy.bibtex", func(s *Shell, of subject) string { return cite.BibTeX(of.source, s.words.Citation(), of.paragraphs...) }),
			form("copy.csl", func(_ *Shell, of subject) string { return cite.CSL(of.source, of.paragraphs...) }),
		}},
		{
			name: (*Shell).bookmarkName, do: (*Shell).bookmark,
			has: func(_ *Shell, r route.Ref) bool { _, ok := notes.OnRef(r); return ok },
		},
		{name: say("lesson.add"), do: func(s *Shell, r route.Ref) { s.AddToLesson(route.To(r.Kind, r.ID)) }},
		{
			kinds: []route.Kind{route.Figure}, button: true, do: func(s *Shell, r route.Ref) { s.Pick(r.ID) },
			name: func(s *Shell, r route.Ref) string {
				if s.Picked(r.ID) {
					return s.words.Say("tray.remove")
				}
				return s.words.Say("tray.add")
			},
		},
	}
}

func say(key string) func(*Shell, route.Ref) string {
	return func(s *Shell, _ route.Ref) string { return s.words.Say(key) }
}

// copyName is what copying a record is called.
func (s *Shell) copyName(r route.Ref) string {
	switch r.Kind {
	case route.Figure:
		return s.words.Say("copy.figure")
	case route.Project:
		return s.words.Count("copy.figures", s.dossier.CountOfProject(r.ID))
	default:
		return s.words.Say("copy.paragraph")
	}
}

// beside is the place of a record beside the page that is shown.
func (s *Shell) beside(r route.Ref) route.Route {
	return s.way.Here().Place().Beside(r.Kind, r.ID)
}

// subject is what can be copied from a record.
func (s *Shell) subject(r route.Ref) subject {
	switch r.Kind {
	case route.Figure:
		f, _ := s.dossier.Figure(r.ID)
		return figureSubject(s.dossier, s.words, f)
	case route.Project:
		p, _ := s.dossier.Project(r.ID)
		return projectSubject(s.dossier, s.words, p)
	default:
		n, _ := strconv.Atoi(r.ID)
		p, _ := s.dossier.Paragraph(n)
		return paragraphSubject(s.dossier, s.words, p)
	}
}

// deedsOf are what can be done with a record.
func (s *Shell) deedsOf(r route.Ref) []deed {
	return slices.DeleteFunc(deeds(), func(d deed) bool {
		return d.kinds != nil && !slices.Contains(d.kinds, r.Kind) || d.has != nil && !d.has(s, r)
	})
}

// buttons are what can be done with a record, below it.
func (s *Shell) buttons(r route.Ref) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, d := range s.deedsOf(r) {
		if !d.button {
			continue
		}
		b := ui.NewButton(d.name(s, r), nil, false)
		b.OnTapped = func() {
			d.do(s, r)
			b.SetText(d.name(s, r))
		}
		if d.forms != nil {
			b.OnTapped = func() {
				var forms []ui.Action
				for _, f := range d.forms {
					forms = append(forms, ui.Action{Name: f.name(s, r), Do: func() { f.do(s, r) }})
				}
				ui.ShowActions(b, forms)
			}
		}
		all = append(all, b)
	}
	return all
}

// recordActions are what the context menu offers of what a place stands for: of
// the record that is open there, else of the page.
func (s *Shell) recordActions(to route.Route) []ui.Action {
	r := to.Pane
	if r == (route.Ref{}) || entryOf(r.Kind).record == nil {
		all := []ui.Action{{Name: s.words.Say("deed.open"), Do: func() { s.Go(to) }}}
		if canBeSlide(to) {
			all = append(all, ui.Action{Name: s.words.Say("lesson.add"), Do: func() { s.AddToLesson(to) }})
		}
		return all
	}
	var all []ui.Action
	for _, d := range s.deedsOf(r) {
		if d.forms == nil {
			all = append(all, ui.Action{Name: d.name(s, r), Do: func() { d.do(s, r) }})
		}
		for _, f := range d.forms {
			name := s.words.Say("deed.form", map[string]any{"What": d.name(s, r), "Form": f.name(s, r)})
			all = append(all, ui.Action{Name: name, Do: func() { f.do(s, r) }})
		}
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
