package views

import (
	"fmt"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/export"
	"beltroad/views/record"
	"beltroad/views/route"
)

// mainSource is the source that the dossier presents: the first one.
func mainSource(d *data.Dossier) data.Source {
	if all := d.Sources(); len(all) > 0 {
		return all[0]
	}
	return data.Source{}
}

// figureText is a figure to paste, with what other sources say of it.
func figureText(d *data.Dossier, w *record.Words, f data.Figure) string {
	text := []string{cite.Figure(f, mainSource(d), w.Citation())}
	for _, s := range d.SecondSourcesOf(f.ID) {
		text = append(text, record.SecondSaid(d, w, s))
	}
	return strings.Join(text, "\n")
}

// projectText is all figures of a project; empty: there are none.
func projectText(d *data.Dossier, w *record.Words, p data.Project) string {
	var figures []string
	for _, f := range d.FiguresOfProject(p.ID) {
		figures = append(figures, cite.Figure(f, mainSource(d), w.Citation()))
	}
	return strings.Join(figures, "\n")
}

// paragraphText is a paragraph in the dossier's own words, with its source.
func paragraphText(d *data.Dossier, w *record.Words, p data.Paragraph) string {
	return p.Summary + "\n" + cite.Plain(mainSource(d), w.Citation(), p.N)
}

// eventText is what happened when, with the source that says so.
func eventText(d *data.Dossier, w *record.Words, e data.Event) string {
	src, paragraphs := mainSource(d), []int{e.Paragraph}
	if other, ok := d.Source(e.Source); ok && e.Paragraph == 0 {
		src, paragraphs = other, nil
	}
	return w.Date(e.Date) + ": " + e.Label + "\n" + cite.Plain(src, w.Citation(), paragraphs...)
}

// placeText is where a place is, and who says so.
func placeText(w *record.Words, p data.Place) string {
	return fmt.Sprintf("%s, %s: %.4f, %.4f\n%s", p.Name, w.Country(p.Country), p.Lat, p.Lon, p.Source)
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
	case route.Figure, route.Read, route.Timeline, route.Map:
		s.copyOut(s.textOf(r))
	case route.Project:
		of := s.sourcesOf(s.way.Here()).sources[0]
		s.copyOut(cite.Plain(of.source, s.words.Citation(), of.paragraphs...))
	default:
		if page, ok := s.page.(interface{ CopyOut() bool }); ok && page.CopyOut() {
			return
		}
		s.frame.Say(s.words.Say("copy.nothing"))
	}
}
