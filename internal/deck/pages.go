package deck

import (
	"context"
	"io"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/paper"
	"beltroad/internal/slide"
)

// Slides writes the slides as the pages of a PDF file.
func (d *Deck) Slides(ctx context.Context, w io.Writer) error {
	return d.pdf(ctx, w, func(yield func(drawing.PDFPage)) {
		for i := range d.Pages {
			l := d.laid(&d.Pages[i], 1)
			yield(drawing.PDFPage{Sheet: l.Sheet, Name: d.name(&d.Pages[i]), Tags: tags(&d.Pages[i], &l)})
		}
	})
}

// tags say how a slide is read aloud: its drawing by its words, and last what it rests on.
func tags(p *Page, l *slide.Layout) []drawing.Tag {
	all := []drawing.Tag{{From: l.Foot.From, To: l.Foot.To, Last: true}}
	if p.Visual != nil && l.To > l.From {
		all = append(all, drawing.Tag{From: l.From, To: l.To, Alt: p.Visual.Alt})
	}
	return all
}

// WithNotes writes each slide above its notes.
func (d *Deck) WithNotes(ctx context.Context, w io.Writer) error {
	return d.pdf(ctx, w, func(yield func(drawing.PDFPage)) {
		for i := range d.Pages {
			for _, p := range d.notesPages(i) {
				yield(p)
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
	return drawing.PDF(ctx, w, all, d.Face, paper.Palette(d.colours), about, func(share float64) { d.done(made + (1-made)*share) })
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// foot is what stands at the foot of each printed page.
func (d *Deck) foot() paper.Foot { return paper.Foot{Title: d.Title, Lines: d.Imprint} }

func (d *Deck) number(page, of int) string {
	return d.Words.Say("deck.page", message.Args{"Page": page, "Of": of})
}

// picture puts a slide on a page, with an edge around it.
func picture(p *paper.Page, s *drawing.Sheet, x, y, w float64) (h float64) {
	small := s.Scaled(w / s.Width)
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Clip, Box: drawing.Box{X: x, Y: y, W: small.Width, H: small.Height}})
	p.Add(x, y, small.Marks...)
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Clip},
		drawing.Mark{Kind: drawing.Rect, Edge: drawing.InkPrintMuted, Alpha: 1, Stroke: 0.75, Box: drawing.Box{X: x, Y: y, W: small.Width, H: small.Height}})
	return small.Height
}

// notesPages are a slide and its notes, on as many pages as they need.
func (d *Deck) notesPages(i int) []drawing.PDFPage {
	const air = 0.4 // of a line, between paragraphs
	p := &d.Pages[i]
	out := paper.Flow(paper.A4, d.Title, d.Face.Measure, d.foot())
	write := func(text string, f drawing.Font, indent float64) {
		out.Write(text, f, indent, drawing.InkPrint)
		out.Y += f.Height(1) * air
	}
	out.Y += picture(out.Page, d.sheet(p, 1), paper.Margin, out.Y, paper.Room) + paper.Text.Height(1)
	lines, ask := d.notes(p)
	for _, l := range lines {
		write(l, paper.Text, 0)
	}
	if len(ask) > 0 {
		write(d.Words.Say("deck.ask"), paper.Heading, 0)
	}
	for _, q := range ask {
		write(q, paper.Text, paper.Text.Size)
	}
	pages := out.Done(func(int, int) string { return d.number(i+1, len(d.Pages)) })
	pages[0].Name = d.name(p)
	return pages
}

// handout is a page of six slides, two beside each other, each above its lines.
func (d *Deck) handout(from, to, page, of int) *drawing.Sheet {
	const columns, rows, gap, larger, apart = 2, 3, 26.0, 1.25, 26.0
	p := paper.New(paper.A4, d.Title, d.Face.Measure)
	wide := (paper.Room - gap*(columns-1)) / columns
	high := (d.foot().Top(p) - paper.Margin) / rows
	for i := from; i < to; i++ {
		x := paper.Margin + float64((i-from)%columns)*(wide+gap)
		y := paper.Margin + float64((i-from)/columns)*high
		below := y + high - gap/2
		y += picture(p, d.sheet(&d.Pages[i], larger), x, y, wide)
		for y += apart; y <= below; y += apart {
			p.Rule(x, y, wide)
		}
	}
	d.foot().On(p, d.number(page, of))
	return p.Sheet
}
