package plot

import (
	"math"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/scale"
)

// Pictogram is the chart of some figures in signs, each of which stands for
// the same round amount: 1, 2 or 5 times a power of ten. It refuses what
// [Compute] refuses, and figures that are all zero or less.
func Pictogram(figures []data.Figure, o Options) (*Plot, *Refusal) {
	return compute(figures, o, signChart)
}

// strip is a row of signs.
type strip struct {
	left, pitch, side float64
	amount            float64 // of one sign
	count             int     // of signs that fit
}

// x is where so many signs end. A part of a sign is as wide as it is large.
func (s strip) x(signs float64) float64 {
	whole := math.Floor(signs)
	if part := signs - whole; part > 0 {
		return s.left + whole*s.pitch + part*s.side
	}
	return s.left + max(whole-1, 0)*s.pitch + min(whole, 1)*s.side
}

// ground is where the last sign begins, if only a part of it counts: the ground
// shows the rest of it. An end that is not exact shows that itself.
func (s strip) ground(r *row) (float64, bool) {
	signs := r.hi / s.amount
	whole := math.Ceil(signs)
	return s.left + (whole-1)*s.pitch, r.figure.Quantity.Comparator == data.Exact && whole > signs
}

// signs lays out the rows of a pictogram.
func (c *chart) signs(rows []*row) {
	g, s := c.stripFor(rows)
	c.p.Base, c.p.Amount = s.left, s.amount
	c.fit(rows, g)
	for _, r := range rows {
		r.y = c.y
		c.y += r.h
		c.signRow(r, g, s)
	}
	c.y += c.m.gap
}

// stripFor is the smallest amount of a sign for which all signs fit.
func (c *chart) stripFor(rows []*row) (grid, strip) {
	const most, few = 20, 8 // signs that are still counted at a glance
	label, value, largest := 0.0, 0.0, 0.0
	for _, r := range rows {
		label = max(label, c.set.Width(r.figure.Label, c.labelFont(r)))
		if r.drawn {
			value, largest = max(value, c.set.Width(r.text, c.m.value)), max(largest, r.hi)
		}
	}
	s := strip{pitch: c.m.em * 1.25, side: c.m.em}
	g := grid{label: min(label, 0.36*c.p.Width)}
	g.left = g.label + c.m.sign + 2*c.m.gap
	g.width = c.p.Width - g.left - value - 2*c.m.gap - c.m.tail
	if int(g.width/s.pitch) < few {
		g = grid{stacked: true, left: 1, width: c.p.Width - c.m.tail - 4}
	}
	s.left = g.left
	s.count = min(max(int(g.width/s.pitch), 1), most)
	s.amount = scale.NiceAbove(largest / float64(s.count))
	return g, s
}

// signRow adds the marks of one row of signs.
func (c *chart) signRow(r *row, g grid, s strip) {
	item := Item{Figure: r.figure.ID, Hit: drawing.Box{Y: r.y, W: c.p.Width, H: r.h}, Drawn: r.drawn}
	if !c.o.Untold {
		item.Tip = c.tip(r)
	}
	valueX, valueTop := g.left, r.y+(r.h-c.m.value.Height(len(r.value)))/2
	top := r.y + (r.h-s.side)/2
	if g.stacked {
		valueX, valueTop = 0, r.y+c.m.air/2+c.labelFont(r).Height(max(len(r.label), 1))
		top = r.y + r.h - c.m.air - c.m.bar + (c.m.bar-s.side)/2
	}
	if r.drawn {
		item.From, item.To = s.left, s.x(r.hi/s.amount)
		item.End = item.To
		if ground, ok := s.ground(r); ok {
			item.End = ground + s.side
		}
		switch r.figure.Quantity.Comparator {
		case data.Over:
			item.End += c.m.tail
		case data.About, data.Order:
			item.End += c.m.tail / 2
		default: // closed
		}
		c.add(r, c.stripMarks(r, s, top, item)...)
		if !g.stacked {
			valueX = item.End + c.m.gap
		}
	}
	c.labels(r, g)
	for i, l := range r.value {
		c.text(l, valueX, valueTop+c.m.value.Height(i), c.m.value, PartValue, drawing.InkText, drawing.Start).Of = r.figure.ID
	}
	c.p.Items = append(c.p.Items, item)
}

// stripMarks are the signs of a row up to what is stated, paler ones up to an
// upper bound, and the end that the comparator asks for.
func (c *chart) stripMarks(r *row, s strip, top float64, item Item) []drawing.Mark {
	st := styleOf(r)
	e := extent{from: s.left, y: top, h: s.side}
	firm := r.lo / s.amount
	var marks []drawing.Mark
	if x, ok := s.ground(r); ok {
		marks = append(marks, drawing.Mark{Kind: drawing.Rect, Part: PartBar, Ink: drawing.InkLine, Box: drawing.Box{X: x, Y: top, W: s.side, H: s.side}, Radius: 2, Alpha: 1})
	}
	if r.figure.Quantity.Comparator == data.Under { // none of them is firm
		e.to = item.To
		return append(marks, c.below(e, st)...)
	}
	marks = append(marks, c.run(0, firm, s, e, st)...)
	if bounded(r.figure.Quantity) {
		pale := st
		pale.dim = true
		marks = append(marks, c.run(firm, r.hi/s.amount, s, e, pale)...)
	}
	if k := r.figure.Quantity.Comparator; k == data.Over || k == data.About || k == data.Order {
		if k != data.Over {
			st.dim = true
		}
		marks = append(marks, c.fade(item.To, item.End, e, st))
	}
	return marks
}

// run are the signs from one count to another, whole and in part.
func (c *chart) run(from, to float64, s strip, e extent, st style) []drawing.Mark {
	var marks []drawing.Mark
	for n := math.Floor(from); n < to; n++ {
		begin, end := max(from-n, 0), min(to-n, 1)
		x := s.left + n*s.pitch
		// What is left of a sign is shown as one, however little it is.
		marks = append(marks, c.body(x+begin*s.side, max(x+end*s.side, x+begin*s.side+0.5), e, st, true)...)
	}
	return marks
}
