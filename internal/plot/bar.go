package plot

import (
	"beltroad/data"
	"beltroad/internal/drawing"
)

// Bar is the bar of one quantity on an axis from 0 to most, em pixels being the
// size of text: as charts draw it in the ink of a pillar, its end as its
// comparator says.
func Bar(q data.Quantity, claim data.Claim, pillar int, most, width, height, em float64) []drawing.Mark {
	c := &chart{m: metricsFor(em, false), p: &Plot{}}
	return c.barMarks(c.alone(q, most, width, height), style{q.Comparator, claim, pillar, false})
}

// HollowBar is that of what another source says: an outline in no pillar's ink.
// An end that is not closed goes on in dashes.
func HollowBar(q data.Quantity, most, width, height, em float64) []drawing.Mark {
	c := &chart{m: metricsFor(em, false), p: &Plot{}}
	e := c.alone(q, most, width, height)
	line := func(x, y, x2, y2 float64, dashes []float64) drawing.Mark {
		return drawing.Mark{
			Kind: drawing.Line, Part: PartElsewhere, Ink: drawing.InkMuted, Alpha: 1, Stroke: hollowEdge, Dashes: dashes,
			Box: drawing.Box{X: x, Y: y, W: x2 - x, H: y2 - y},
		}
	}
	var marks []drawing.Mark
	between := func(from, to float64, dashes []float64) {
		if from != to {
			marks = append(marks, line(from, e.y, to, e.y, dashes), line(from, e.y+e.h, to, e.y+e.h, dashes))
		}
	}
	dashes := []float64{2, 3}
	if q.Comparator == data.Under {
		between(e.from, e.to, dashes)
		return append(marks, line(e.to, e.y, e.to, e.y+e.h, nil))
	}
	between(e.start, e.from, dashes)
	between(e.from, e.to, nil)
	between(e.to, e.end, dashes)
	if e.start == e.from {
		marks = append(marks, line(e.from, e.y, e.from, e.y+e.h, nil))
	}
	if e.end == e.to {
		marks = append(marks, line(e.to, e.y, e.to, e.y+e.h, nil))
	}
	return marks
}

// alone is where a quantity lies on an axis of its own that leaves room for open ends.
func (c *chart) alone(q data.Quantity, most, width, height float64) extent {
	const edge = 1 // half a line's width
	long := width - c.m.tail - 2*edge
	at := func(v float64) float64 { return edge + long*v/most }
	lo, hi := ends(q)
	e := extent{from: at(0), to: at(hi), y: edge, h: height - 2*edge}
	if bounded(q) {
		e.from = at(lo)
	}
	if hi != 0 {
		e.to = max(e.to, e.from+1) // what is not zero must not look like it
	}
	return c.opened(e, q.Comparator, 1, edge)
}
