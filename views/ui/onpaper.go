package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/views/route"
)

// Printed is a widget that knows what of it is printed. Others print the texts in them.
type Printed interface {
	OnPaper() []paper.Part
}

// OnPaper is what is printed of an object: what can be read, and not what does something
// on screen. Rows that are not there yet are made when they are come to, on the same
// goroutine.
func OnPaper(o fyne.CanvasObject) []paper.Part {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case Printed:
		return o.OnPaper()
	case *Link:
		if o.Leads == (route.Route{}) {
			return nil
		}
		return paragraph(false, paper.Run{Text: o.Text, Font: fontOf(o.size(), o.Strong), Ink: inkOf(o.Color)})
	case *Filter:
		if o.at == 0 {
			return nil
		}
		return paragraph(false, paper.Run{Text: o.Name(), Font: paper.Small, Ground: true})
	case *ActionChip:
		if o.Leads == (route.Route{}) {
			return nil
		}
		return o.text.OnPaper()
	case *canvas.Rectangle: // a gap
		const least = 3
		if h := o.MinSize().Height; h >= least {
			return []paper.Part{paper.Space(h)}
		}
		return nil
	case *fyne.Container:
		return onPaper(o)
	default:
		return below(childrenOf(o), 0)
	}
}

// OnPaper implements [Printed].
func (c *Card) OnPaper() []paper.Part { return []paper.Part{paper.Group(OnPaper(c.Content))} }

// OnPaper implements [Printed].
func (l *ListItem) OnPaper() []paper.Part { return []paper.Part{paper.Group(OnPaper(l.Content))} }

// SignOnPaper is how high a sign before a line of text is with the room around it.
const SignOnPaper = 18

// OnPaper implements [Printed].
func (d *Disc) OnPaper() []paper.Part {
	const size = 8
	m := drawing.Mark{Kind: drawing.Sign, Shape: drawing.Disc, Ink: inkOf(d.Color), Alpha: 1, Box: drawing.Box{Y: (SignOnPaper - size) / 2, W: size, H: size}}
	return []paper.Part{paper.Picture{Sheet: &drawing.Sheet{Width: size, Height: SignOnPaper, Marks: []drawing.Mark{m}}}}
}

// OnPaper implements [Printed]: a rule.
func (b *Box) OnPaper() []paper.Part {
	if b.Least != fyne.NewSize(1, 1) {
		return nil
	}
	return []paper.Part{paper.Rule{}}
}

// onPaper is what is printed of a container, as it lays out what is in it.
func onPaper(c *fyne.Container) []paper.Part {
	switch l := c.Layout.(type) {
	case *column:
		parts := below(c.Objects, float64(l.gap))
		if l.field && len(parts) > 0 {
			return []paper.Part{paper.Group(parts)}
		}
		return parts
	case *flow:
		return beside(c.Objects, -1)
	case *row:
		return beside(c.Objects, l.grow)
	case *split:
		var r paper.Row
		for _, o := range c.Objects[:2] {
			if parts := trimmed(OnPaper(o)); len(parts) > 0 {
				r.Cells = append(r.Cells, paper.Cell{Parts: parts})
			}
		}
		r.Gap = float64(l.gap)
		return []paper.Part{r}
	case *grid:
		objs := c.Objects
		most := l.most
		return []paper.Part{paper.Many{Len: len(objs), At: func(i int) []paper.Part { return trimmed(OnPaper(objs[i])) }, Columns: columnsOnPaper(most, len(objs)), Gap: float64(l.gap)}}
	default:
		return below(c.Objects, 0)
	}
}

// columnsOnPaper is how many of at most so many columns a page has room for.
func columnsOnPaper(most, n int) int {
	const room = 3
	return max(1, min(most, room, n))
}

// below are objects below one another, so far apart.
func below(objs []fyne.CanvasObject, gap float64) []paper.Part {
	const least, closer = 4, 0.8 // a page is read from nearer than a screen
	var all []paper.Part
	for _, o := range objs {
		parts := OnPaper(o)
		if len(parts) == 0 {
			continue
		}
		if len(all) > 0 && gap >= least {
			all = append(all, paper.Space(gap*closer))
		}
		all = append(all, parts...)
	}
	return trimmed(all)
}

// trimmed are parts without room before and after them.
func trimmed(all []paper.Part) []paper.Part {
	space := func(p paper.Part) bool {
		_, is := p.(paper.Space)
		return is
	}
	for len(all) > 0 && space(all[0]) {
		all = all[1:]
	}
	for len(all) > 0 && space(all[len(all)-1]) {
		all = all[:len(all)-1]
	}
	return all
}

// beside are objects side by side: short texts in a line, others in a row, where the
// one with that index takes what is left.
func beside(objs []fyne.CanvasObject, grow int) []paper.Part {
	const apart = " · "
	r := paper.Row{Gap: 12}
	var line []paper.Run
	plain := true
	for i, o := range objs {
		parts := trimmed(OnPaper(o))
		c := paper.Cell{Parts: parts, Width: -1}
		if box, ok := o.(*fyne.Container); ok {
			if l, ok := box.Layout.(*fixed); ok {
				c.Width = float64(l.width)
			}
		}
		if len(parts) == 0 && c.Width < 0 {
			continue
		}
		if i == grow {
			c.Width = 0
		}
		r.Cells = append(r.Cells, c)
		text := paper.Paragraph{}
		if len(parts) == 1 {
			text, _ = parts[0].(paper.Paragraph)
		}
		plain = plain && len(text.Runs) > 0
		if len(line) > 0 {
			line = append(line, paper.Run{Text: apart, Font: paper.Small, Ink: drawing.InkPrintMuted})
		}
		line = append(line, text.Runs...)
	}
	switch {
	case len(r.Cells) == 0:
		return nil
	case len(r.Cells) == 1:
		return r.Cells[0].Parts
	case plain && grow < 0:
		return paragraph(false, line...)
	}
	if grow < 0 {
		r.Cells[len(r.Cells)-1].Width = 0
	}
	return []paper.Part{r}
}

// FrameOnPaper is a drawing with what its frame says of it.
func FrameOnPaper(f drawing.Frame, s *drawing.Sheet) []paper.Part {
	var all []paper.Part
	say := func(text string, font drawing.Font, ink drawing.Ink, heads bool) {
		all = append(all, paper.Paragraph{Runs: []paper.Run{{Text: text, Font: font, Ink: ink}}, Heads: heads})
	}
	say(f.Title, drawing.Font{Size: 18, Bold: true}, drawing.InkPrint, true)
	for _, note := range f.Notes {
		say(note, paper.Caption, drawing.InkPrintMuted, true)
	}
	air := f.Air()
	framed := drawing.Frame{Key: f.Key, Measure: f.Measure}.Around(s)
	framed.Marks = framed.Marks[1:] // the paper is its ground
	for i := range framed.Marks {
		framed.Marks[i] = framed.Marks[i].Moved(-air, -air)
	}
	framed.Width, framed.Height = framed.Width-2*air, framed.Height-2*air
	all = append(all, paper.Space(6), paper.Picture{Sheet: framed}, paper.Space(6))
	for _, line := range f.Lines {
		say(line, paper.Small, drawing.InkPrintMuted, false)
	}
	return all
}

func paragraph(heads bool, runs ...paper.Run) []paper.Part {
	return []paper.Part{paper.Paragraph{Runs: runs, Heads: heads}}
}

// fontOf is the font on paper of a size on screen.
func fontOf(size fyne.ThemeSizeName, bold bool) drawing.Font {
	f := map[fyne.ThemeSizeName]drawing.Font{
		SizeTitle: {Size: 24}, SizeValue: {Size: 22}, SizeFigure: {Size: 18}, SizeLead: {Size: 15}, SizeCaption: paper.Caption, SizeSmall: paper.Small,
	}[size]
	if f.Size == 0 {
		f = paper.Body
	}
	f.Bold = bold
	return f
}

// inkOf is the ink on paper of a colour on screen. Links are read as other words are.
func inkOf(col fyne.ThemeColorName) drawing.Ink {
	if order, ok := orderIn(col, pillarPrefix); ok {
		return drawing.Pillar(order)
	}
	if col == ColorMuted {
		return drawing.InkPrintMuted
	}
	return drawing.InkPrint
}

// OnPaper implements [Printed]: the text, with what is marked in it on a ground.
func (t *Text) OnPaper() []paper.Part {
	var all []paper.Run
	at, bold := 0, true
	for _, r := range t.Runs {
		if r.Object != nil {
			for _, p := range OnPaper(r.Object) {
				if inline, ok := p.(paper.Paragraph); ok {
					all = append(all, inline.Runs...)
				}
			}
		}
		if r.Text == "" {
			continue
		}
		if r.OnOpen == nil || r.Leads != (route.Route{}) {
			bold = bold && (r.Style.Bold || strings.TrimSpace(r.Text) == "" || r.OnOpen != nil)
			all = append(all, t.marked(r, at)...)
		}
		at += len(r.Text)
	}
	if len(all) == 0 {
		return nil
	}
	return paragraph(bold || t.heads(), all...)
}

// marked is a run in pieces, those that a mark covers on a ground.
func (t *Text) marked(r Run, at int) []paper.Run {
	plain := paper.Run{Text: r.Text, Font: fontOf(r.Size, r.Style.Bold), Ink: inkOf(r.Color), Ground: r.Mark != ""}
	var all []paper.Run
	from := 0
	add := func(to int, ground bool) {
		if to > from {
			piece := plain
			piece.Text, piece.Ground = r.Text[from:to], plain.Ground || ground
			all, from = append(all, piece), to
		}
	}
	for _, m := range t.under.marks {
		start, end := max(m.Start-at, from), min(m.End-at, len(r.Text))
		if start < end {
			add(start, false)
			add(end, true)
		}
	}
	add(len(r.Text), false)
	return all
}

// OnPaper implements [Printed]: all of the table, its rows in their order.
func (t *Table) OnPaper() []paper.Part {
	if t.rows.Len == 0 {
		if t.Empty == "" {
			return nil
		}
		return paragraph(false, paper.Run{Text: t.Empty})
	}
	const narrower = 0.88 // as texts are smaller
	rows := t.rows
	out := paper.Table{Len: rows.Len, Row: func(i int) [][]paper.Part {
		var cells [][]paper.Part
		for _, o := range rows.Row(i).Cells {
			cells = append(cells, smaller(trimmed(OnPaper(o))))
		}
		return cells
	}}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, paper.Column{Title: c.Title, Width: float64(c.Width) * narrower, Share: float64(c.Share)})
	}
	return []paper.Part{out}
}

// smaller are the parts of a cell, with texts that many columns have room for.
func smaller(parts []paper.Part) []paper.Part {
	for i, p := range parts {
		switch p := p.(type) {
		case paper.Paragraph:
			for k := range p.Runs {
				if f := &p.Runs[k].Font; f.Size == paper.Body.Size {
					f.Size = paper.Caption.Size
				}
			}
			parts[i] = p
		case paper.Group:
			smaller(p)
		case paper.Row:
			for _, c := range p.Cells {
				smaller(c.Parts)
			}
		}
	}
	return parts
}

// OnPaper implements [Printed]: all objects of the list, those that are out of view, too.
func (l *List) OnPaper() []paper.Part {
	item := l.liveOrNot
	return []paper.Part{paper.Many{
		Len: l.n, At: func(i int) []paper.Part { return trimmed(OnPaper(item(i))) },
		Columns: columnsOnPaper(l.grid.most, l.n), Gap: float64(l.grid.gap),
	}}
}
