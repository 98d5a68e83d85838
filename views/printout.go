package views

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/message"
	ownnotes "beltroad/internal/notes"
	"beltroad/internal/paper"
	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// printout is something that is printed: a page or a record as a document.
type printout struct {
	document paper.Document
	sizes    []paperSize // the usual one first
}

var _ export.Works = (*printout)(nil)

// ExportName implements [export.Source].
func (p *printout) ExportName() string { return p.document.Title }

// Sheet implements [export.Source]: it is pages.
func (*printout) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source].
func (*printout) Table() *export.Table { return nil }

// Formats implements [export.Offers].
func (p *printout) Formats() []export.Format {
	var all []export.Format
	for _, s := range p.sizes {
		all = append(all, export.Format{Name: "print.pdf." + s.name, End: ".pdf"})
	}
	return all
}

// Work implements [export.Works]. What is printed has the colours for paper.
func (p *printout) Work(f export.Format, palette drawing.Palette) export.Work {
	size := p.sizes[0].size
	for i, g := range p.Formats() {
		if g == f {
			size = p.sizes[i].size
		}
	}
	return func(ctx context.Context, w io.Writer, done func(share float64)) error {
		face, err := ownTypeface()
		if err != nil {
			return err
		}
		return p.document.PDF(ctx, w, size, face, palette, done)
	}
}

// newPrintout makes a document of parts. Place is where they are in the dossier; empty:
// nowhere.
func newPrintout(s *Shell, title, place string, parts []paper.Part, sizes []paperSize) *printout {
	w := s.words
	p := &printout{sizes: sizes, document: paper.Document{
		Title: title, Language: w.Tag().String(), Program: w.Say("app.name"), Made: time.Now(), Foot: s.printFoot(place), Parts: parts,
		Number: func(page, of int) string { return w.Say("deck.page", message.Args{"Page": page, "Of": of}) },
		Lacking: func(letters []string) string {
			return w.Say("print.lacking", message.Args{"Letters": strings.Join(letters, " ")})
		},
		Within: func(do func()) { fyne.DoAndWait(func() { s.asOnPaper(do) }) },
	}}
	return p
}

// asOnPaper does something that makes parts of what is on screen, which stays as it is.
func (s *Shell) asOnPaper(do func()) {
	latest := s.notebook.latest
	do()
	s.notebook.latest = latest
}

// printFoot is what stands at the foot of each page: the source and its address, the
// dossier, the date and the place, and the caution.
func (s *Shell) printFoot(place string) []string {
	w := s.words
	about := export.NewImprint(w, s.dossier)
	source := about.Source()
	if url := mainSource(s.dossier).URL; url != "" {
		source = w.Say("print.source", message.Args{"Source": source, "Address": url})
	}
	year, month, day := time.Now().Date()
	args := message.Args{"Dossier": about.Dossier(), "Date": w.Date(data.DateOf(year, int(month), day)), "Place": place}
	dossier := w.Say("print.dossier", args)
	if place != "" {
		dossier = w.Say("print.dossier.place", args)
	}
	lines := []string{dossier, w.Say("disclaimer")}
	if source != "" {
		lines = append([]string{w.Say("export.source", message.Args{"Source": source})}, lines...)
	}
	return lines
}

// printed is the record that stands open, or else the page, as a document.
func (s *Shell) printed(sizes []paperSize) *printout {
	here := s.way.Here()
	var parts []paper.Part
	s.asOnPaper(func() {
		if s.opened.record != nil {
			parts = slices.Concat(s.titled(here.Pane), ui.OnPaper(s.opened.record), s.cited(here.Pane))
			return
		}
		if page, ok := s.page.(ui.Printed); ok {
			parts = page.OnPaper()
		} else {
			parts = ui.OnPaper(s.page.Content())
		}
	})
	return newPrintout(s, s.titleOf(here), here.Place().String(), parts, sizes)
}

// titled is what stands above a record that has no name of its own: a paragraph, which
// stands in the text beside it.
func (s *Shell) titled(r route.Ref) []paper.Part {
	p, ok := paragraph(s.dossier, r.ID)
	if r.Kind != route.Read || !ok {
		return nil
	}
	return append(ui.OnPaper(ui.Column(4, ui.Strong(notes.Where(s.dossier, s.words, onParagraph(p.N)), ui.SizeFigure, ui.ColorInk), ui.Label(p.Summary, ui.SizeBody, ui.ColorInk))), paper.Space(14))
}

// cited is what a record rests on: its paragraphs in the dossier's words, and how it is
// cited.
func (s *Shell) cited(r route.Ref) []paper.Part {
	if r.Kind != route.Figure && r.Kind != route.Project && r.Kind != route.Read {
		return nil
	}
	of := s.sourcesOf(route.To(r.Kind, "").Beside(r.Kind, r.ID)).sources[0]
	var parts []fyne.CanvasObject
	for _, n := range of.paragraphs {
		if p, ok := s.dossier.Paragraph(n); ok && r.Kind != route.Read {
			parts = append(parts, ui.Heading(notes.Where(s.dossier, s.words, onParagraph(n))), ui.Label(p.Summary, ui.SizeBody, ui.ColorInk), ui.Gap(8))
		}
	}
	parts = append(parts, ui.Heading(s.words.Say("print.citation")), ui.Label(cite.Plain(of.source, s.words.Citation(), of.paragraphs...), ui.SizeBody, ui.ColorInk))
	return append([]paper.Part{paper.Space(14)}, ui.OnPaper(ui.Column(4, parts...))...)
}

func onParagraph(n int) ownnotes.On {
	return ownnotes.On{Stands: ownnotes.Paragraph, ID: strconv.Itoa(n)}
}

// titleOf names a place: the record that stands open there, or the page.
func (s *Shell) titleOf(r route.Route) string {
	w, d := s.words, s.dossier
	if on, ok := notes.OnRef(r.Pane); ok {
		return notes.Where(d, w, on)
	}
	if e, ok := d.Event(r.Pane.ID); ok && r.Pane.Kind == route.Timeline {
		return e.Label
	}
	name := w.Say(entryOf(r.Kind).name)
	if p, ok := d.Pillar(r.ID); ok && r.Kind == route.Pillar {
		return p.Name
	}
	switch r.Kind {
	case route.Overview:
		return cmp.Or(d.Metadata().Title, name)
	case route.Read:
		return cmp.Or(mainSource(d).Title, name)
	}
	if page, ok := s.page.(interface{ Drawn() export.Source }); ok && r.Kind == route.Chart {
		if drawn := page.Drawn(); drawn != nil {
			return drawn.ExportName()
		}
	}
	if r.Kind == route.Search && r.ID != "" {
		return w.Say("print.search", message.Args{"Text": r.ID})
	}
	return name
}

// printsLesson tells whether a lesson stands open, which is taken along in forms of its own.
func (s *Shell) printsLesson() (lesson.Lesson, bool) {
	if page, ok := s.page.(interface{ Shown() (lesson.Lesson, bool) }); ok {
		return page.Shown()
	}
	return lesson.Lesson{}, false
}
