package views

import (
	"context"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	find "beltroad/internal/search"
	"beltroad/views/lessons"
	"beltroad/views/notes"
	"beltroad/views/record"
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
	if held := s.copies.Now(); s.source == nil || s.sourceHas != held {
		s.source, s.sourceHas = s.withCopy(s.records(s.words).With("app", ofApp(s.dossier, s.words, s.frame.commands())).
			With("notes", notes.Documents(s.dossier, s.words, s.book.Placed())).
			With("lessons", lessons.Documents(s.words, s.lessons))), held
	}
	return s.source
}

// prepareLarge makes what is searched, after the first frame, where that takes
// long. Of a small dossier it takes milliseconds, and a megabyte that who never
// searches has no use for: there the palette has it made as it opens.
func (s *Shell) prepareLarge() {
	const large = 5000 // records: a tenth of a second
	records := 0
	for _, c := range s.dossier.Summary() {
		records += c.Records
	}
	if records >= large {
		s.prepareSearch()
	}
}

// prepareSearch makes what is searched, beside the window.
func (s *Shell) prepareSearch() {
	source := s.Source()
	s.frame.Background(func(ctx context.Context) func() {
		if _, err := source.Index(ctx); err != nil {
			fyne.LogError("the search is not ready", err)
		}
		return func() {}
	})
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
	s.prepareSearch()
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
