package views

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/deck"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/message"
	"beltroad/internal/worksheet"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
)

// along is a lesson that is saved as files which others show and print. All of
// it may be asked beside the window: texts are measured by the fonts themselves.
type along struct {
	lesson  lesson.Lesson
	figures []data.Figure // a worksheet about these alone; none: the lesson
	most    int           // questions of a worksheet
	program string
	dossier *data.Dossier
	words   *record.Words
	maker   *slides.Maker
	made    time.Time
}

var _ export.Works = (*along)(nil)

// The kinds of files of a lesson.
var (
	alongSlides   = export.Format{Name: "along.slides", End: ".pdf", Drawn: true}
	alongNotes    = export.Format{Name: "along.notes", End: ".pdf", Drawn: true}
	alongHandout  = export.Format{Name: "along.handout", End: ".pdf", Drawn: true}
	alongPPTX     = export.Format{Name: "along.pptx", End: ".pptx", Drawn: true}
	alongHTML     = export.Format{Name: "along.html", End: ".html", Drawn: true}
	worksheetDOCX = export.Format{Name: "along.worksheet.docx", End: ".docx"}
	worksheetPDF  = export.Format{Name: "along.worksheet.pdf", End: ".pdf"}
	keyDOCX       = export.Format{Name: "along.key.docx", End: ".docx"}
	keyPDF        = export.Format{Name: "along.key.pdf", End: ".pdf"}
)

// TakeAlong implements [Frame].
func (w *Window) TakeAlong(l lesson.Lesson) {
	m := w.shell.material
	w.Export(newAlong(l, m, w.shell.words, w.app.Name()))
}

// TakeAlong offers to save a lesson as a file that others show and print.
func (s *Shell) TakeAlong(l lesson.Lesson) { s.frame.TakeAlong(l) }

func newAlong(l lesson.Lesson, m *material, w *record.Words, program string) *along {
	return &along{lesson: slides.HereAll(m.finder, *l.Clone()), program: program, dossier: m.dossier, words: w, maker: slides.NewMaker(m.dossier, w, m.places), made: time.Now()}
}

// worksheetHere offers to save a worksheet about the figures that are picked to be
// compared, or else those of what stands open.
func (s *Shell) worksheetHere() {
	figures, title := s.figuresHere()
	if len(figures) == 0 {
		s.frame.Say(s.words.Say("worksheet.nothing"))
		return
	}
	a := newAlong(lesson.Lesson{Title: title}, s.material, s.words, s.words.Say("app.name"))
	a.figures = figures
	s.frame.Export(a)
}

// figuresHere are figures to ask about, and what they are about.
func (s *Shell) figuresHere() (all []data.Figure, title string) {
	d, here := s.dossier, s.way.Here()
	if len(s.compare.picked) > 0 {
		return chart.Figures(d, s.compare.picked), s.words.Say("chart.compared")
	}
	if f, ok := d.Figure(here.Pane.ID); ok && here.Pane.Kind == route.Figure {
		return []data.Figure{f}, f.Label
	}
	if p, ok := d.Project(here.Pane.ID); ok && here.Pane.Kind == route.Project {
		return d.FiguresOfProject(p.ID), p.Name
	}
	if p, ok := d.Pillar(here.ID); ok && here.Kind == route.Pillar {
		for _, f := range d.FiguresOfPillar(p.ID) {
			all = append(all, *f)
		}
		return all, p.Name
	}
	return chart.Figures(d, d.Metadata().Headline), d.Metadata().Title
}

// ExportName implements [export.Source].
func (a *along) ExportName() string { return cmp.Or(a.lesson.Title, a.words.Say("along.name")) }

// NameOf implements [namer]: the files of a lesson lie side by side.
func (a *along) NameOf(f export.Format) string {
	key, ok := map[export.Format]string{
		alongNotes: "along.named.notes", alongHandout: "along.named.handout",
		worksheetDOCX: "along.named.worksheet", worksheetPDF: "along.named.worksheet", keyDOCX: "along.named.key", keyPDF: "along.named.key",
	}[f]
	if !ok {
		return a.ExportName()
	}
	return a.words.Say(key, message.Args{"Lesson": a.ExportName()})
}

// Sheet implements [export.Source]: a lesson is no drawing.
func (*along) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source].
func (*along) Table() *export.Table { return nil }

// Formats implements [export.Offers].
func (a *along) Formats() []export.Format {
	if len(a.figures) > 0 {
		return []export.Format{worksheetDOCX, worksheetPDF, keyDOCX, keyPDF}
	}
	return []export.Format{alongSlides, alongNotes, alongHandout, alongPPTX, alongHTML, worksheetDOCX, worksheetPDF, keyDOCX, keyPDF}
}

// Work implements [export.Works].
func (a *along) Work(f export.Format, p drawing.Palette) export.Work {
	return func(ctx context.Context, w io.Writer, done func(share float64)) error {
		face, err := ownTypeface()
		if err != nil {
			return err
		}
		switch f {
		case worksheetDOCX, keyDOCX:
			return a.worksheet().DOCX(w, f == keyDOCX)
		case worksheetPDF, keyPDF:
			return a.worksheet().PDF(ctx, w, f == keyPDF, face)
		}
		d := a.deck(face, p, f == alongSlides || f == alongPPTX || f == alongHTML)
		d.Done = done
		switch f {
		case alongNotes:
			return d.WithNotes(ctx, w)
		case alongHandout:
			return d.Handout(ctx, w)
		case alongPPTX:
			return d.PPTX(ctx, w)
		case alongHTML:
			return d.HTML(ctx, w)
		default:
			return d.Slides(ctx, w)
		}
	}
}

// Asks implements [questioner].
func (*along) Asks(f export.Format) bool {
	return slices.Contains([]export.Format{worksheetDOCX, worksheetPDF, keyDOCX, keyPDF}, f)
}

// AskAtMost implements [questioner].
func (a *along) AskAtMost(questions int) { a.most = questions }

// imprint is what stands at the foot of each page.
func (a *along) imprint() []string { return export.NewImprint(a.words, a.dossier).Lines() }

// language is that of a lesson's own words.
func (a *along) language() string { return cmp.Or(a.lesson.Language, a.words.Tag().String()) }

// pages are the slides that are shown. What a class guesses is asked on a page of its
// own first where the pages are shown one after the other.
func (a *along) pages(asking bool) []deck.Page {
	var all []deck.Page
	part := ""
	for _, s := range a.lesson.Slides {
		if part = cmp.Or(s.Section, part); s.Hidden {
			continue
		}
		if s.Predict != nil && asking {
			all = append(all, deck.Page{Slide: a.maker.Asked(s, part), Notes: s.Notes, Ask: s.Ask})
		}
		all = append(all, deck.Page{Slide: a.maker.Of(s, part), Notes: s.Notes, Ask: s.Ask, Ink: s.Ink})
	}
	for i := range all {
		all[i].Of = a.words.Say("deck.page", message.Args{"Page": i + 1, "Of": len(all)})
	}
	return all
}

func (a *along) deck(face *drawing.Typeface, p drawing.Palette, asking bool) *deck.Deck {
	return &deck.Deck{
		Title: a.ExportName(), Language: a.language(), Imprint: a.imprint(), Pages: a.pages(asking),
		Words: a.words, Dossier: a.dossier, Face: face, Palette: p, Program: a.program, Made: a.made,
	}
}

// askedOf are the questions to the class on a slide, each with what it is about: the
// slide's title. Of large words only a sentence is that; with no more to ask, it is
// the question.
func askedOf(w *record.Words, title string, large bool, ask []string) []string {
	last, _ := utf8.DecodeLastRuneInString(title)
	sentence := strings.ContainsRune(".?!…。？！", last)
	switch {
	case title == "" || large && !sentence:
		return ask
	case large && len(ask) == 0:
		return []string{title}
	}
	key := "worksheet.asked"
	if sentence {
		key = "worksheet.asked.sentence"
	}
	all := make([]string, len(ask))
	for i, q := range ask {
		all[i] = w.Say(key, message.Args{"Title": title, "Question": q})
	}
	return all
}

// partOf is a slide as a worksheet asks about it: its questions name what they speak of,
// or it is given below them.
func partOf(w *record.Words, p *deck.Page) worksheet.Part {
	const most = 12 // lines of what is given
	title, shown := p.Title, []string(nil)
	for i := range p.Figures {
		shown = append(shown, worksheet.Named(w, &p.Figures[i]))
	}
	if len(shown) == 1 && title == p.Figures[0].Label {
		title, shown = shown[0], nil
	}
	for i := range p.Numerals {
		if n := &p.Numerals[i]; n.Other {
			shown = append(shown, w.Say("slide.part", message.Args{"Part": n.From, "Says": strings.TrimSpace(n.Number + " " + n.Words)}))
		}
	}
	if len(p.Figures) == 0 {
		for _, l := range p.Lines {
			shown = append(shown, strings.TrimSpace(l.Text+" "+l.Cite))
		}
	}
	if left := len(shown) - most; left > 0 {
		shown = append(shown[:most], p.More(left))
	}
	return worksheet.Part{Figures: p.Figures, Ask: askedOf(w, title, p.Large, p.Ask), Shown: shown, Notes: strings.FieldsFunc(p.Notes, func(r rune) bool { return r == '\n' })}
}

// worksheet asks about the figures that the lesson shows; of one that shows
// none, about those that the dossier shows first.
func (a *along) worksheet() *worksheet.Sheet {
	c := worksheet.Choice{Title: a.ExportName(), Most: a.most}
	shown := len(a.figures)
	for _, f := range a.figures {
		c.Parts = append(c.Parts, worksheet.Part{Figures: []data.Figure{f}})
	}
	for _, p := range a.pages(false) {
		shown += len(p.Figures)
		c.Parts = append(c.Parts, partOf(a.words, &p))
	}
	if shown == 0 {
		c.Parts = append(c.Parts, worksheet.Part{Figures: chart.Figures(a.dossier, a.dossier.Metadata().Headline)})
	}
	s := worksheet.Make(c, a.dossier, a.words)
	s.Language, s.Imprint, s.Program, s.Made = a.language(), a.imprint(), a.program, a.made
	return s
}

// ownTypeface is what the window's texts are written in, for files. Reading the
// fonts takes its time, so it is done once, and beside the window.
var ownTypeface = sync.OnceValues(func() (*drawing.Typeface, error) {
	return drawing.NewTypeface(theme.DefaultTextFont().Content(), theme.DefaultTextBoldFont().Content(), systemFont)
})
