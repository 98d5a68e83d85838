package views

import (
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/export"
	"beltroad/views/record"
	"beltroad/views/route"
)

// subject is what can be copied from a record.
type subject struct {
	source     data.Source
	paragraphs []int
	text       string // the figure, or all those of a project
}

// mainSource is the source that the dossier presents: the first one.
func mainSource(d *data.Dossier) data.Source {
	if all := d.Sources(); len(all) > 0 {
		return all[0]
	}
	return data.Source{}
}

func figureSubject(d *data.Dossier, w *record.Words, f data.Figure) subject {
	src := mainSource(d)
	text := []string{cite.Figure(f, src, w.Citation())}
	for _, s := range d.SecondSourcesOf(f.ID) {
		text = append(text, record.SecondSaid(d, w, s))
	}
	return subject{source: src, paragraphs: []int{f.Paragraph}, text: strings.Join(text, "\n")}
}

func projectSubject(d *data.Dossier, w *record.Words, p data.Project) subject {
	src, words := mainSource(d), w.Citation()
	var figures []string
	for _, f := range d.FiguresOfProject(p.ID) {
		figures = append(figures, cite.Figure(f, src, words))
	}
	return subject{source: src, paragraphs: p.Paragraphs, text: strings.Join(figures, "\n")}
}

// paragraphSubject is a paragraph in the dossier's own words, with its source.
func paragraphSubject(d *data.Dossier, w *record.Words, p data.Paragraph) subject {
	src := mainSource(d)
	return subject{source: src, paragraphs: []int{p.N}, text: p.Summary + "\n" + cite.Plain(src, w.Citation(), p.N)}
}

func (s *Shell) copyOut(text string) {
	s.frame.Copy(text)
	s.frame.Say(s.words.Say("copied"))
}

// saveHere offers to save what the page has drawn.
func (s *Shell) saveHere() {
	if page, ok := s.page.(interface{ Drawn() export.Source }); ok {
		if drawn := page.Drawn(); drawn != nil {
			s.frame.Export(drawn)
			return
		}
	}
	s.frame.Say(s.words.Say("save.nothing"))
}

// copyHere copies the figure or the paragraph that stands open, the citation of
// the project, or what the page has to copy.
func (s *Shell) copyHere() {
	switch r := s.way.Here().Pane; r.Kind {
	case route.Figure, route.Read:
		s.copyOut(s.subject(r).text)
	case route.Project:
		of := s.subject(r)
		s.copyOut(cite.Plain(of.source, s.words.Citation(), of.paragraphs...))
	default:
		if page, ok := s.page.(interface{ CopyOut() bool }); ok && page.CopyOut() {
			return
		}
		s.frame.Say(s.words.Say("copy.nothing"))
	}
}
