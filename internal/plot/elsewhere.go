package plot

import (
	"slices"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/scale"
	"beltroad/internal/wording"
)

// Shares tells whether what another source says of a figure can stand on the
// figure's axis: it is a number of the same unit, and no rank.
func Shares(f data.Figure, s data.SecondSource) bool {
	return s.Quantity.Comparator != "" && s.Quantity.Unit == f.Quantity.Unit && f.Quantity.Comparator != data.Rank
}

// others are what other sources say of a row's figure that has a place on its axis.
func (c *chart) others(r *row) []data.SecondSource {
	if c.o.Elsewhere == nil || !r.drawn || c.as == signChart {
		return nil
	}
	var all []data.SecondSource
	for _, s := range c.o.Elsewhere.SecondSourcesOf(r.figure.ID) {
		if Shares(r.figure, s) && c.drawable(s.Quantity) {
			all = append(all, s)
		}
	}
	return all
}

// ends are the bounds of a quantity; equal unless it has two.
func ends(q data.Quantity) (lo, hi float64) {
	if bounded(q) {
		return q.Value, q.Max
	}
	return q.Value, q.Value
}

// most is the largest number of a row, by any source.
func (r *row) most() float64 {
	most := r.hi
	for _, s := range r.others {
		_, hi := ends(s.Quantity)
		most = max(most, hi)
	}
	return most
}

// least is the smallest number of a row, by any source.
func (r *row) least() float64 {
	least := r.lo
	for _, s := range r.others {
		lo, _ := ends(s.Quantity)
		least = min(least, lo)
	}
	return least
}

// hollow adds the marks of what other sources say of a row: open signs in no
// pillar's colour, a line between the bounds of a range.
func (c *chart) hollow(r *row, g grid, s scale.Scale, e extent) {
	for _, other := range r.others {
		lo, hi := ends(other.Quantity)
		middle := e.y + e.h/2
		from, to := g.x(s, lo), g.x(s, hi)
		signs := []float64{from}
		if to > from {
			signs = append(signs, to)
			c.add(r, drawing.Mark{Kind: drawing.Line, Part: PartElsewhere, Ink: drawing.InkMuted, Stroke: hollowEdge, Alpha: 1, Box: drawing.Box{X: from, Y: middle, W: to - from}})
		}
		for _, x := range signs {
			c.add(r, c.open(x, middle))
		}
	}
}

const hollowEdge = 1.5

// open is the sign of what another source says, in the middle of a point.
func (c *chart) open(x, y float64) drawing.Mark {
	side := c.m.sign * 1.4
	return drawing.Mark{
		Kind: drawing.Sign, Part: PartElsewhere, Shape: drawing.Square, Ink: drawing.InkCard, Edge: drawing.InkMuted, Stroke: hollowEdge, Alpha: 1,
		Box: drawing.Box{X: x - side/2, Y: y - side/2, W: side, H: side},
	}
}

// othersOf are the names of the other sources that stand in the chart, each once.
func (c *chart) othersOf(rows []*row) []string {
	var names []string
	for _, r := range rows {
		for _, s := range r.others {
			src, _ := c.o.Elsewhere.Source(s.Source)
			if name := cite.Short(src); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// says are what other sources say of a row, each in a few words.
func (c *chart) says(r *row) []string {
	var all []string
	for _, s := range r.others {
		all = append(all, said(c.o.Elsewhere, c.words, s))
	}
	return all
}

// said is what another source says, in a few words.
func said(d *data.Dossier, w *wording.Words, s data.SecondSource) string {
	src, _ := d.Source(s.Source)
	return w.Say("chart.elsewhere.says", message.Args{
		"Text": s.Quantity.Text, "Source": cite.Short(src),
		"Relation": w.Say("relation." + string(s.Relation)), "Independence": w.Say("independence." + string(s.Independence)),
	})
}
