package timeline

import (
	"cmp"
	"slices"
	"strconv"

	"beltroad/internal/drawing"
)

// Frame is what is seen of a plan in a window of time.
type Frame struct {
	Window  Span
	Lines   []float64 // of the calendar, from the left of the drawing
	Names   []Name    // of the axis
	Marks   []Mark
	Written float64 // where the time of writing lies, from the left of the drawing
}

// Mark is the sign of an item, with its label; or the count of several.
type Mark struct {
	Items []int       // in order; several: they would lie on one another
	Box   drawing.Box // of the sign, as far as it is in the window
	// CutLeft and CutRight tell that the sign goes on beyond the window.
	CutLeft, CutRight bool
	Label             *Label      // the whole one; nil: there is no room for it
	Text              drawing.Box // of the label
	Hit               drawing.Box // what belongs to the mark
}

// Shortest is the length of the shortest window, in days: one more and each
// day is apart from the next.
const Shortest = 31

// Frame places what is seen in a window.
func (p *Plan) Frame(w Span) *Frame {
	f := &Frame{Window: w}
	if len(p.timeline.Items) == 0 {
		return f
	}
	f.Lines, f.Names = p.axis(w)
	f.Written = p.style.Side + p.x(w, Of(p.timeline.Written).To)
	for lane, rows := range p.rows {
		y := p.Lanes[lane].Y + p.style.Pad + p.style.Head
		for _, r := range rows {
			if r.crowd {
				f.Marks = p.crowd(f.Marks, r.items, w, y)
			} else {
				f.Marks = p.row(f.Marks, r.items, r.lines, w, y)
			}
			y += p.style.high(r.lines)
		}
	}
	return f
}

// At is the mark at a point, -1 for none.
func (f *Frame) At(x, y float64) int {
	return slices.IndexFunc(f.Marks, func(m Mark) bool {
		return m.Hit.Contains(x, y)
	})
}

// Of is the mark that shows an item, -1 where it is out of the window.
func (f *Frame) Of(item int) int {
	return slices.IndexFunc(f.Marks, func(m Mark) bool { return slices.Contains(m.Items, item) })
}

// row adds the marks of a row at a height, with labels of at most so many lines.
func (p *Plan) row(marks []Mark, items []int, lines int, w Span, y float64) []Mark {
	gap, plot := p.style.Gap, p.style.plotWidth()
	least := 0.0 // where the last mark ends
	for k, i := range items {
		from, to := p.sign(i, w)
		most := plot
		if k+1 < len(items) {
			a, b := p.sign(items[k+1], w)
			next, _ := p.extent(items[k+1], a, b)
			most = min(most, next-2*gap)
		}
		if to > 0 && from < plot {
			m := p.mark([]int{i}, from, to, y)
			p.text(&m, i, lines, stretch{from, to}, stretch{least, most})
			marks = append(marks, m)
			least = m.Hit.X + m.Hit.W - p.style.Side + 2*gap
		}
	}
	return marks
}

// mark is one whose sign takes a stretch of the plot, as far as that is in the window.
func (p *Plan) mark(items []int, from, to, y float64) Mark {
	plot := p.style.plotWidth()
	a, b := max(from, 0), min(to, plot)
	m := Mark{
		Items: items, CutLeft: from < 0, CutRight: to > plot,
		Box: drawing.Box{X: p.style.Side + a, Y: y, W: b - a, H: p.style.Row},
	}
	m.Hit = m.Box
	return m
}

// slot is a place for a label.
type slot struct {
	stretch
	trailing bool // the label stands at its end
	on       bool // it begins on the sign
}

// text writes the label of an item within a room, in as few lines as it can: on the
// side that was planned, or on the other where only that has room. That of a bar may
// also begin on it and go beyond. Where there is no room for all of it, there is none:
// half a sentence may say the contrary of the whole.
func (p *Plan) text(m *Mark, i, most int, sign, room stretch) {
	gap := p.style.Gap
	slots := []slot{{stretch: stretch{sign.right + gap, room.right}}, {stretch: stretch{room.left, sign.left - gap}, trailing: true}}
	if p.label(i).side == before {
		slices.Reverse(slots)
	}
	if p.inside(i, sign.left, sign.right) {
		slots = slices.Insert(slots, 0, slot{stretch: stretch{max(sign.left, 0) + gap, min(sign.right, p.style.plotWidth()) - gap}})
	}
	if p.timeline.Items[i].IsPeriod() {
		slots = append(slots, slot{stretch: stretch{max(sign.left, 0) + gap, room.right}, on: true})
	}
	for lines := 1; lines <= most; lines++ {
		label := p.lines(i, lines)
		if label == nil {
			return
		}
		at := slices.IndexFunc(slots, func(s slot) bool { return s.right-s.left >= label.Width })
		if at < 0 {
			continue
		}
		s := slots[at]
		if s.trailing {
			s.left = s.right - label.Width
		}
		p.write(m, label, s.left)
		if s.on {
			m.Box.H = m.Text.H
		}
		return
	}
}

// write gives a mark its label, from a place of the plot on.
func (p *Plan) write(m *Mark, label *Label, from float64) {
	m.Label = label
	m.Text = drawing.Box{X: p.style.Side + from, Y: m.Box.Y, W: label.Width, H: p.style.high(len(label.Lines))}
	x := min(m.Hit.X, m.Text.X)
	m.Hit.W = max(m.Hit.X+m.Hit.W, m.Text.X+m.Text.W) - x
	m.Hit.X, m.Hit.H = x, m.Text.H
}

// cluster is a part of a crowd whose signs lie on one another.
type cluster struct {
	first, n int // of the crowd's items in sight
	from, to float64
}

// crowd adds the marks of items that have no row of their own: those that lie
// on one another as their count.
func (p *Plan) crowd(marks []Mark, items []int, w Span, y float64) []Mark {
	gap, plot := p.style.Gap, p.style.plotWidth()
	type begun struct {
		item     int
		from, to float64
	}
	all := make([]begun, 0, len(items))
	for _, i := range items {
		if from, to := p.sign(i, w); to > 0 && from < plot {
			all = append(all, begun{i, max(from, 0), min(to, plot)})
		}
	}
	byBegin := func(a, b begun) int { return cmp.Compare(a.from, b.from) }
	if !slices.IsSortedFunc(all, byBegin) {
		slices.SortStableFunc(all, byBegin)
	}
	seen := make([]int, len(all))
	var apart []cluster
	for k, b := range all {
		seen[k] = b.item
		c := cluster{k, 1, b.from, b.to}
		for n := len(apart) - 1; n >= 0 && apart[n].to+gap > c.from; n-- {
			c = p.join(apart[n], c)
			apart = apart[:n]
		}
		apart = append(apart, c)
	}
	for k, c := range apart {
		items := seen[c.first : c.first+c.n : c.first+c.n]
		if c.n > 1 {
			slices.Sort(items)
			marks = append(marks, p.mark(items, c.from, c.to, y))
			continue
		}
		from, to := p.sign(items[0], w)
		m, most := p.mark(items, from, to, y), plot
		if k+1 < len(apart) {
			most = apart[k+1].from - 2*gap
		}
		if label := p.lines(items[0], 1); label.Width <= most-c.to-gap {
			p.write(&m, label, c.to+gap)
		}
		marks = append(marks, m)
	}
	return marks
}

// join makes one cluster of two that follow one another, with room for its count.
func (p *Plan) join(a, b cluster) cluster {
	c := cluster{a.first, a.n + b.n, min(a.from, b.from), max(a.to, b.to)}
	if least := p.countWidth(c.n) + 2*p.style.Gap; c.to-c.from < least {
		middle := (c.from + c.to) / 2
		c.from = max(0, min(middle-least/2, p.style.plotWidth()-least))
		c.to = c.from + least
	}
	return c
}

// countWidth is the width of a count. That of many is measured by its length:
// all figures are about as wide.
func (p *Plan) countWidth(n int) float64 {
	const few = 1000
	if n >= few {
		round := few
		for n >= 10*round {
			round *= 10
		}
		n = round
	}
	w, known := p.counts[n]
	if !known {
		w = p.style.Measure(strconv.Itoa(n), true)
		p.counts[n] = w
	}
	return w
}

// Spread is the stretch of time of several items.
func (t *Timeline) Spread(items []int) Span {
	s := t.Items[items[0]].Span
	for _, i := range items[1:] {
		s = s.and(t.Items[i].Span)
	}
	return s
}

// Opens tells whether a shorter window shows items apart that a count stands for.
func (t *Timeline) Opens(items []int) bool {
	first := t.Items[items[0]].Span
	return slices.ContainsFunc(items, func(i int) bool { return t.Items[i].Span != first })
}
