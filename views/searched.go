package views

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/search"
)

// records are what is searched of the dossier in a language; all windows share it.
func (m *material) records(w *record.Words) *search.Source {
	if m.sources == nil {
		m.sources = map[language.Tag]*search.Source{}
	}
	if m.sources[w.Tag()] == nil {
		m.sources[w.Tag()] = search.NewSource(func(ctx context.Context) (*find.Index, error) {
			return find.Build(ctx, find.Records(m.dossier, w), find.WordsOf(m.dossier, w))
		})
	}
	return m.sources[w.Tag()]
}

// Source implements [search.Host]: it is here that a window adds what it has to
// be found beside the dossier.
func (s *Shell) Source() *search.Source {
	if s.source == nil {
		s.source = s.records(s.words).With("app", append(s.pages(), s.commands()...))
	}
	return s.source
}

// pages are those that the dossier has.
func (s *Shell) pages() []find.Document {
	var all []find.Document
	for _, e := range table() {
		if e.section == nowhere || !exists(s.dossier, route.To(e.kind, "")) {
			continue
		}
		keys := command{key: e.key, mod: fyne.KeyModifierShortcutDefault}.keys(s.words.Printer)
		all = append(all, s.offer(find.Page, string(e.kind), e.name, s.words.Say(e.name), "menu.go", keys))
	}
	return all
}

// commands are those of the menu that do more than lead to a page.
func (s *Shell) commands() []find.Document {
	var all []find.Document
	for _, g := range s.frame.commands() {
		for _, c := range flat(g.commands) {
			if !c.leads && c.name != "search" {
				all = append(all, s.offer(find.Command, c.id(), c.name, c.title(s.words.Printer), g.name, c.keys(s.words.Printer)))
			}
		}
	}
	return all
}

// offer is something of the app as it is found: by its title, and by other words
// that the language has for it.
func (s *Shell) offer(k find.Kind, id, name, title, menu, keys string) find.Document {
	d := find.Document{Kind: k, ID: id, Title: title, Body: []string{s.words.Say(menu)}}
	if keys != "" {
		d.Body[0] += " · " + keys
	}
	if also := "also." + name; s.words.Has(also) {
		d.Keywords = strings.Split(s.words.Say(also), "; ")
	}
	return d
}

// Do implements [search.Host].
func (s *Shell) Do(id string) {
	for _, g := range s.frame.commands() {
		for _, c := range flat(g.commands) {
			if c.id() == id {
				c.do()
				return
			}
		}
	}
}

// Memory implements [search.Host].
func (s *Shell) Memory() search.Memory { return s.frame }

// Beside implements [search.Host].
func (s *Shell) Beside(work func(context.Context) (finish func())) { s.frame.Background(work) }

// Search implements [search.Host]: it opens the palette with a text in it.
func (s *Shell) Search(text string) {
	if s.palette != nil {
		s.palette.Take()
		return
	}
	over := s.canvas()
	if over == nil {
		return
	}
	s.palette = search.NewPalette(over, s.dossier, s.words, s, func() { s.palette = nil })
	s.palette.Open(text)
}

// OpenSearch opens the palette, with what is looked for on the page of that.
func (s *Shell) OpenSearch() { s.Search(s.sidebar.search.Text()) }

// CloseSearch closes the palette, if it is open.
func (s *Shell) CloseSearch() {
	if s.palette != nil {
		s.palette.Close()
	}
}
