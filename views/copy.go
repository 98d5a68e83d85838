package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
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

func figureSubject(d *data.Dossier, f data.Figure) subject {
	src := mainSource(d)
	return subject{source: src, paragraphs: []int{f.Paragraph}, text: cite.Figure(f, src, citeWords())}
}

func projectSubject(d *data.Dossier, p data.Project) subject {
	src, words := mainSource(d), citeWords()
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
	b := ui.NewButton(lang.L("copy.citation"), nil, false)
	b.OnTapped = func() {
		forms := of()
		menu := fyne.NewMenu("",
			fyne.NewMenuItem(lang.L("copy.plain"), func() { s.copyOut(cite.Plain(forms.source, citeWords(), forms.paragraphs...)) }),
			fyne.NewMenuItem("BibTeX", func() { s.copyOut(cite.BibTeX(forms.source, forms.paragraphs...)) }),
			fyne.NewMenuItem("CSL-JSON", func() { s.copyOut(cite.CSL(forms.source, forms.paragraphs...)) }))
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
			widget.ShowPopUpMenuAtRelativePosition(menu, c, fyne.NewPos(0, b.Size().Height+2), b)
		}
	}
	return b
}

// pickName says what picking a figure does: in, or out again.
func (s *Shell) pickName(figure string) string {
	if s.Picked(figure) {
		return lang.L("tray.remove")
	}
	return lang.L("tray.add")
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
	s.frame.Say(lang.L("copied"))
}

func citeWords() cite.Words {
	w := cite.Words{
		Volume: lang.L("cite.volume"), Issue: lang.L("cite.issue"), Accessed: lang.L("cite.accessed"),
		From: lang.L("cite.from"), Until: lang.L("cite.until"), AsOf: lang.L("cite.asof"), NoDate: lang.L("cite.nodate"),
		Claims: map[data.Claim]string{},
	}
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		w.Claims[c] = record.ClaimLong(c)
	}
	return w
}

// copyHere copies the figure that stands open, or the citation of the project.
func (s *Shell) copyHere() {
	switch r := s.way.Here().Pane; r.Kind {
	case route.Figure:
		f, _ := s.dossier.Figure(r.ID)
		s.copyOut(figureSubject(s.dossier, f).text)
	case route.Project:
		p, _ := s.dossier.Project(r.ID)
		of := projectSubject(s.dossier, p)
		s.copyOut(cite.Plain(of.source, citeWords(), of.paragraphs...))
	default:
		s.frame.Say(lang.L("copy.nothing"))
	}
}
