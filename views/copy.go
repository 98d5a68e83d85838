package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
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
		text = append(text, secondSaid(d, w, s))
	}
	return subject{source: src, paragraphs: []int{f.Paragraph}, text: strings.Join(text, "\n")}
}

// secondSaid is what another source says of a figure, in two lines as the figure itself.
func secondSaid(d *data.Dossier, w *record.Words, s data.SecondSource) string {
	src, _ := d.Source(s.Source)
	says := w.Say("elsewhere.counts", map[string]any{"Relation": s.Quantity.Text, "Counts": s.Quantity.Counts, "Date": w.Date(s.AsOf)})
	return w.Say("elsewhere.copied", map[string]any{
		"Says": says, "Relation": w.Say("relation." + string(s.Relation)), "Independence": w.Say("independence." + string(s.Independence)),
	}) + "\n" + cite.Plain(src, w.Citation())
}

func projectSubject(d *data.Dossier, w *record.Words, p data.Project) subject {
	src, words := mainSource(d), w.Citation()
	var figures []string
	for _, f := range d.FiguresOfProject(p.ID) {
		figures = append(figures, cite.Figure(f, src, words))
	}
	return subject{source: src, paragraphs: p.Paragraphs, text: strings.Join(figures, "\n")}
}

// copyButton copies figures with their source.
func (s *Shell) copyButton(label string, of func() subject) fyne.CanvasObject {
	return ui.NewButton(label, func() { s.copyOut(of().text) }, false)
}

// citeButton offers the citation in three forms.
func (s *Shell) citeButton(of func() subject) fyne.CanvasObject {
	b := ui.NewButton(s.words.Say("copy.citation"), nil, false)
	b.OnTapped = func() {
		forms := of()
		menu := fyne.NewMenu("",
			fyne.NewMenuItem(s.words.Say("copy.plain"), func() { s.copyOut(cite.Plain(forms.source, s.words.Citation(), forms.paragraphs...)) }),
			fyne.NewMenuItem(s.words.Say("copy.bibtex"), func() { s.copyOut(cite.BibTeX(forms.source, forms.paragraphs...)) }),
			fyne.NewMenuItem(s.words.Say("copy.csl"), func() { s.copyOut(cite.CSL(forms.source, forms.paragraphs...)) }))
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
			widget.ShowPopUpMenuAtRelativePosition(menu, c, fyne.NewPos(0, b.Size().Height+2), b)
		}
	}
	return b
}

// pickName says what picking a figure does: in, or out again.
func (s *Shell) pickName(figure string) string {
	if s.Picked(figure) {
		return s.words.Say("tray.remove")
	}
	return s.words.Say("tray.add")
}

// pickButton adds a figure to the comparison, or takes it out.
func (s *Shell) pickButton(figure string) fyne.CanvasObject {
	b := ui.NewButton(s.pickName(figure), nil, false)
	b.OnTapped = func() {
		s.Pick(figure)
		b.SetText(s.pickName(figure))
	}
	return b
}

func (s *Shell) copyOut(text string) {
	s.frame.Copy(text)
	s.frame.Say(s.words.Say("copied"))
}

// copyHere copies the figure that stands open, the citation of the project, or what
// the page has to copy.
func (s *Shell) copyHere() {
	switch r := s.way.Here().Pane; r.Kind {
	case route.Figure:
		f, _ := s.dossier.Figure(r.ID)
		s.copyOut(figureSubject(s.dossier, s.words, f).text)
	case route.Project:
		p, _ := s.dossier.Project(r.ID)
		of := projectSubject(s.dossier, s.words, p)
		s.copyOut(cite.Plain(of.source, s.words.Citation(), of.paragraphs...))
	default:
		if page, ok := s.page.(interface{ CopyOut() bool }); ok && page.CopyOut() {
			return
		}
		s.frame.Say(s.words.Say("copy.nothing"))
	}
}
