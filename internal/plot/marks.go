package plot

import (
	"math"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/scale"
)

// extent is where a figure lies on an axis, in pixels.
type extent struct {
	from, to float64 // the stated extent; to is at the stated value or upper bound
	end      float64 // where an open or soft end fades out; else as to
	start    float64 // where a soft beginning fades in; else as from
	y, h     float64
}

// style is what a figure's marks look like.
type style struct {
	comparator data.Comparator
	claim      data.Claim
	pillar     int
	dim        bool
}

func styleOf(r *row) style {
	return style{r.figure.Quantity.Comparator, r.figure.Claim, r.pillar, r.dim}
}

// extentOf places a row on its axis. No mark is narrower than a pixel: what is
// not zero must not look like it.
func (c *chart) extentOf(r *row, g grid, s scale.Scale) extent {
	const least = 1.0
	e := extent{from: c.p.Base, to: g.x(s, r.hi)}
	if bounded(r.figure.Quantity) {
		e.from = g.x(s, r.lo)
	}
	away := 1.0 // from zero, which may have a sign
	if r.hi < 0 {
		away = -1
	}
	if d := e.to - e.from; r.hi != 0 && math.Abs(d) < least {
		e.to = e.from + away*least
	}
	return c.opened(e, r.figure.Quantity.Comparator, away, g.left)
}

// opened is an extent with the ends that a comparator asks for; left is where the
// axis begins.
func (c *chart) opened(e extent, k data.Comparator, away, left float64) extent {
	e.start, e.end = e.from, e.to
	switch k {
	case data.Over:
		e.end += away * c.m.tail
	case data.About:
		e.end += away * c.m.tail / 2
	case data.Order:
		e.end += c.m.tail / 2
		e.start = max(left, e.from-c.m.tail/2)
	default: // closed
	}
	return e
}

// rightTail is how far a row's marks may go on to the right of its value.
func (c *chart) rightTail(r *row) float64 {
	least := 2.0 // pixels: caps, and what is too short to see
	if len(r.others) > 0 {
		least += c.m.sign
	}
	switch k := r.figure.Quantity.Comparator; {
	case k == data.Order:
		return c.m.tail/2 + least
	case k == data.Over && r.hi >= 0:
		return c.m.tail + least
	case k == data.About && r.hi >= 0:
		return c.m.tail/2 + least
	default: // closed, or open to the left
		return least
	}
}

// leftTail is how far marks may go on to the left of the axis.
func (c *chart) leftTail(rows []*row) float64 {
	tail := 0.0
	for _, r := range rows {
		if len(r.others) > 0 {
			tail = max(tail, c.m.sign)
		}
		if r.drawn && r.lo < 0 {
			return c.m.tail + 2
		}
	}
	return tail
}

// barMarks are the marks of one bar: its end by the comparator, its texture by
// the claim.
func (c *chart) barMarks(e extent, st style) []drawing.Mark {
	switch st.comparator {
	case data.Over:
		return append(c.body(e.from, e.to, e, st, false), c.fade(under(e.to, e, st), e.end, e, st))
	case data.Under:
		return c.below(e, st)
	case data.About:
		// The middle of the soft end is at the stated value.
		soft := 2*e.to - e.end
		if (soft-e.from)*(e.to-e.from) <= 0 {
			soft = e.from
		}
		return append(c.body(e.from, soft, e, st, false), c.fade(under(soft, e, st), e.end, e, st))
	case data.Range:
		return c.interval(e, st)
	case data.Order:
		return c.band(e, st)
	default:
		return c.body(e.from, e.to, e, st, true)
	}
}

// body is a bar up to the stated value: solid for what is reported, hatched
// for an estimate, outlined for a commitment (dashed) and an opinion. An open
// bar has no edge at its far end.
func (c *chart) body(from, to float64, e extent, st style, closed bool) []drawing.Mark {
	m := drawing.Mark{
		Kind: drawing.Rect, Part: PartBar, Ink: drawing.Pillar(st.pillar), Alpha: st.alpha(),
		Box: drawing.Box{X: min(from, to), Y: e.y, W: math.Abs(to - from), H: e.h},
	}
	if m.W == 0 && closed { // a stated zero
		return []drawing.Mark{c.edge(from, e.y, from, e.y+e.h, nil, st)}
	}
	switch st.claim {
	case data.Estimate:
		m.Pattern = drawing.Hatch
		return append([]drawing.Mark{m}, c.outline(m, from, to, closed, nil, st)...)
	case data.Commitment, data.Opinion:
		m.Alpha *= paper
		var dashes []float64
		if st.claim == data.Commitment {
			dashes = []float64{4, 3}
		}
		return append([]drawing.Mark{m}, c.outline(m, from, to, closed, dashes, st)...)
	default:
		if closed {
			m.Radius = min(2, m.W/2)
		}
		return []drawing.Mark{m}
	}
}

// paper is the strength of the ground of an outlined bar.
const paper = 0.16

// alpha is the strength of a figure's marks.
func (st style) alpha() float64 {
	if st.dim {
		return 0.45
	}
	return 1
}

// outline are the edges of a bar.
func (c *chart) outline(m drawing.Mark, from, to float64, closed bool, dashes []float64, st style) []drawing.Mark {
	edges := []drawing.Mark{
		c.edge(m.X, m.Y, m.X+m.W, m.Y, dashes, st),
		c.edge(m.X, m.Y+m.H, m.X+m.W, m.Y+m.H, dashes, st),
		c.edge(from, m.Y, from, m.Y+m.H, dashes, st),
	}
	if closed {
		edges = append(edges, c.edge(to, m.Y, to, m.Y+m.H, dashes, st))
	}
	return edges
}

func (c *chart) edge(x, y, x2, y2 float64, dashes []float64, st style) drawing.Mark {
	return drawing.Mark{
		Kind: drawing.Line, Part: PartBar, Ink: drawing.Pillar(st.pillar), Alpha: st.alpha(), Dashes: dashes,
		Box: drawing.Box{X: x, Y: y, W: x2 - x, H: y2 - y}, Stroke: 1.25,
	}
}

// under is where an end that goes on from a bar begins: a pixel back, under
// the bar, as two edges that meet within a pixel leave a pale seam. What can be
// seen through would be darker there instead.
func under(x float64, e extent, st style) float64 {
	if st.alpha()*st.density() < 1 {
		return x
	}
	return x - math.Copysign(min(1, math.Abs(x-e.from)), e.end-e.from)
}

// fade is an end that runs out from one place to another, either way.
func (c *chart) fade(from, to float64, e extent, st style) drawing.Mark {
	m := drawing.Mark{
		Kind: drawing.Rect, Part: PartTail, Ink: drawing.Pillar(st.pillar), Alpha: st.alpha() * st.density(), Pattern: drawing.FadeRight,
		Box: drawing.Box{X: min(from, to), Y: e.y, W: math.Abs(to - from), H: e.h},
	}
	if to < from {
		m.Pattern = drawing.FadeLeft
	}
	return m
}

// density is how strong a fading end begins: as dark as the texture it goes on from.
func (st style) density() float64 {
	switch st.claim {
	case data.Estimate:
		return 0.5
	case data.Commitment, data.Opinion:
		return 2 * paper
	default:
		return 1
	}
}

// below is anything up to a stated bound: it has an edge there, and fades out
// towards zero.
func (c *chart) below(e extent, st style) []drawing.Mark {
	stop := c.edge(e.to, e.y, e.to, e.y+e.h, nil, st)
	stop.Stroke = 2
	if e.to == e.from {
		return []drawing.Mark{stop}
	}
	m := c.fade(e.to, e.from, e, st)
	m.Part = PartBar
	return []drawing.Mark{m, stop}
}

// interval is a range between two stated bounds, with a cap at each.
func (c *chart) interval(e extent, st style) []drawing.Mark {
	const thin = 0.4
	inner := e
	inner.y, inner.h = e.y+e.h*(1-thin)/2, e.h*thin
	marks := c.body(e.from, e.to, inner, st, true)
	for _, x := range []float64{e.from, e.to} {
		stop := c.edge(x, e.y, x, e.y+e.h, nil, st)
		stop.Stroke = 2
		marks = append(marks, stop)
	}
	return marks
}

// band is an order of magnitude: anything within, and not sharply bounded.
func (c *chart) band(e extent, st style) []drawing.Mark {
	const strength = 0.5
	m := c.body(e.from, e.to, e, st, false)
	m = m[:1] // bounds that nobody stated have no edge
	m[0].Alpha *= strength
	before, after := c.fade(e.from, e.start, e, st), c.fade(e.to, e.end, e, st)
	before.Alpha *= strength
	after.Alpha *= strength
	return append(m, before, after)
}

// badge is the sign of a claim: a disc for what is reported, a diamond that is
// not filled for an estimate, an arrow for a commitment, a quotation mark for
// an opinion.
func (c *chart) badge(claim data.Claim, x, y float64) drawing.Mark {
	m := drawing.Mark{Kind: drawing.Sign, Part: PartBadge, Ink: drawing.InkText, Box: drawing.Box{X: x, Y: y, W: c.m.sign, H: c.m.sign}, Alpha: 1}
	switch claim {
	case data.Estimate:
		m.Shape, m.Ink, m.Edge, m.Stroke = drawing.Diamond, drawing.InkNone, drawing.InkText, 1.5
	case data.Commitment:
		m.Shape = drawing.Arrow
	case data.Opinion:
		m.Shape = drawing.Quote
	default:
	}
	return m
}
