package deck

import (
	"context"
	"io"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
)

// The page of what is printed, A4, in pixels of a screen.
const (
	paperWidth  = 793.7
	paperHeight = 1122.5
	margin      = 54.0
	room        = paperWidth - 2*margin
)

// Slides writes the slides as the pages of a PDF file.
func (d *Deck) Slides(ctx context.Context, w io.Writer) error {
	return d.pdf(ctx, w, func(yield func(drawing.PDFPage)) {
		for i := range d.Pages {
			yield(drawing.PDFPage{Sheet: d.sheet(&d.Pages[i], 1), Name: d.name(&d.Pages[i])})
		}
	})
}

// WithNotes writes each slide above its notes.
func (d *Deck) WithNotes(ctx context.Context, w io.Writer) error {
	return d.pdf(ctx, w, func(yield func(drawing.PDFPage)) {
		for i := range d.Pages {
			name := d.name(&d.Pages[i])
			for _, s := range d.notesPages(i) {
				yield(drawing.PDFPage{Sheet: s, Name: name})
				name = ""
			}
		}
	})
}

// Handout writes six slides a page, with lines to write on.
func (d *Deck) Handout(ctx context.Context, w io.Writer) error {
	const each = 6
	return d.pdf(ctx, w, func(yield func(drawing.PDFPage)) {
		n := (len(d.Pages) + each - 1) / each
		for i := range n {
			yield(drawing.PDFPage{Sheet: d.handout(i*each, min((i+1)*each, len(d.Pages)), i+1, n)})
		}
	})
}

// pdf writes the pages that are made.
func (d *Deck) pdf(ctx context.Context, w io.Writer, pages func(yield func(drawing.PDFPage))) error {
	const made = 0.5 // the share of the work that is done then
	var all []drawing.PDFPage
	pages(func(p drawing.PDFPage) {
		if ctx.Err() == nil {
			all = append(all, p)
			d.done(made * min(1, float64(len(all))/float64(max(len(d.Pages), 1))))
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	about := drawing.PDFInfo{Title: d.Title, Subject: first(d.Imprint), Author: d.Program, Program: d.Program, Language: d.Language, Made: d.Made}
	return drawing.PDF(ctx, w, all, d.Face, d.Palette, about, func(share float64) { d.done(made + (1-made)*share) })
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// paper is a page in the making.
type paper struct {
	*drawing.Sheet

	set drawing.Setter
	y   float64 // how far down it has come
}

func (d *Deck) paper() *paper {
	s := &drawing.Sheet{Width: paperWidth, Height: paperHeight, Title: d.Title}
	return &paper{Sheet: s, set: drawing.Setter{Measure: d.Face.Measure}, y: margin}
}

// line sets a line of text at a height.
func (p *paper) line(l drawing.TextLine, x, y float64, f drawing.Font, ink drawing.Ink) {
	p.Marks = append(p.Marks, drawing.Mark{
		Kind: drawing.Text, Ink: ink, Alpha: 1, Box: drawing.Box{X: x, Y: y, W: l.W, H: f.Height(1)},
		Lettering: drawing.Lettering{Text: l.Text, TextSize: f.Size, Bold: f.Bold},
	})
}

// rule draws a line across a width.
func (p *paper) rule(x, y, w float64) {
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Line, Ink: drawing.InkLine, Alpha: 1, Stroke: 1, Box: drawing.Box{X: x, Y: y, W: w}})
}

// picture puts a slide on the page, with an edge around it.
func (p *paper) picture(s *drawing.Sheet, x, y, w float64) (h float64) {
	small := s.Scaled(w / s.Width)
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Clip, Box: drawing.Box{X: x, Y: y, W: small.Width, H: small.Height}})
	p.Add(x, y, small.Marks...)
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Clip},
		drawing.Mark{Kind: drawing.Rect, Edge: drawing.InkMuted, Alpha: 1, Stroke: 0.75, Box: drawing.Box{X: x, Y: y, W: small.Width, H: small.Height}})
	return small.Height
}

var (
	running = drawing.Font{Size: 12}
	reading = drawing.Font{Size: 16}
	heading = drawing.Font{Size: 16, Bold: true}
	footed  = drawing.Font{Size: 10}
)

// foot sets the page's number, and below it what the lesson is from.
func (d *Deck) foot(p *paper, page, of int) {
	const most = 4
	var lines []drawing.TextLine
	for _, l := range d.Imprint {
		lines = append(lines, p.set.Wrap(l, footed, room, most)...)
	}
	y := d.end()
	p.rule(margin, y, room)
	y += footed.Height(1) / 2
	number := d.Words.Say("deck.page", message.Args{"Page": page, "Of": of})
	w := p.set.Width(number, running)
	title := p.set.Wrap(d.Title, running, room-w-margin/2, 1)
	for _, l := range title {
		p.line(l, margin, y, running, drawing.InkMuted)
	}
	p.line(drawing.TextLine{Text: number, W: w}, margin+room-w, y, running, drawing.InkMuted)
	y += running.Height(1)
	for _, l := range lines {
		p.line(l, margin, y, footed, drawing.InkMuted)
		y += footed.Height(1)
	}
}

// end is where the foot of a page begins.
func (d *Deck) end() float64 {
	n := 0
	set := drawing.Setter{Measure: d.Face.Measure}
	for _, l := range d.Imprint {
		n += len(set.Wrap(l, footed, room, 4))
	}
	return paperHeight - margin/2 - footed.Height(n) - running.Height(1) - footed.Height(1)
}

// notesPages are a slide and its notes, on as many pages as they need.
func (d *Deck) notesPages(i int) []*drawing.Sheet {
	p, at := &d.Pages[i], d.paper()
	all := []*paper{at}
	end := d.end() - reading.Height(1)
	write := func(text string, f drawing.Font, indent float64) {
		for _, l := range at.set.Wrap(text, f, room-indent, 1000) {
			if at.y+f.Height(1) > end {
				at = d.paper()
				all = append(all, at)
			}
			at.line(l, margin+indent, at.y, f, drawing.InkText)
			at.y += f.Height(1)
		}
		at.y += f.Height(1) * 0.4
	}
	at.y += at.picture(d.sheet(p, 1), margin, at.y, room) + reading.Height(1)
	lines, ask := d.notes(p)
	for _, l := range lines {
		write(l, reading, 0)
	}
	if len(ask) > 0 {
		write(d.Words.Say("deck.ask"), heading, 0)
	}
	for _, q := range ask {
		write(q, reading, reading.Size)
	}
	sheets := make([]*drawing.Sheet, len(all))
	for k, page := range all {
		d.foot(page, i+1, len(d.Pages))
		sheets[k] = page.Sheet
	}
	return sheets
}

// handout is a page of six slides, two beside each other, each above its lines.
func (d *Deck) handout(from, to, page, of int) *drawing.Sheet {
	const columns, rows, gap, larger = 2, 3, 26.0, 1.5
	p := d.paper()
	wide := (room - gap*(columns-1)) / columns
	high := (d.end() - margin) / rows
	for i := from; i < to; i++ {
		x := margin + float64((i-from)%columns)*(wide+gap)
		y := margin + float64((i-from)/columns)*high
		below := y + high - gap/2
		y += p.picture(d.sheet(&d.Pages[i], larger), x, y, wide)
		const between = 26.0
		for y += between; y <= below; y += between {
			p.rule(x, y, wide)
		}
	}
	d.foot(p, page, of)
	return p.Sheet
}
