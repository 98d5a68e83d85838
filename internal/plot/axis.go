package plot

import (
	"slices"

	"beltroad/internal/scale"
)

// axis adds the grid behind the bars, and below them the labels of its ticks
// and the name of the axis. It goes before the bars in drawing order.
func (c *chart) axis(s scale.Scale, g grid, top, bottom float64) {
	const tick = 4 // pixels below the bars
	ticks := s.Ticks()
	f := c.m.small
	var lines []line
	var starts, widths []float64
	for _, v := range ticks {
		x := g.x(s, v)
		c.p.Marks = append(c.p.Marks, Mark{
			Kind: Line, Part: PartGrid, Ink: InkLine, X: x, Y: top, X2: x, Y2: bottom + tick, Stroke: 1, Alpha: 1,
		})
		text := c.format.Number(v)
		l := line{text, c.set.width(text, f)}
		lines, widths = append(lines, l), append(widths, l.w)
		starts = append(starts, min(max(x-l.w/2, 0), c.p.Width-l.w))
	}
	c.p.Marks = append(c.p.Marks, Mark{
		Kind: Line, Part: PartAxis, Ink: InkMuted, X: c.p.Base, Y: top, X2: c.p.Base, Y2: bottom + tick, Stroke: 1, Alpha: 1,
	})
	c.y = bottom + tick + 2
	for _, i := range kept(starts, widths, c.m.gap) {
		if starts[i] >= 0 { // else it is wider than the whole chart
			c.text(lines[i], starts[i], c.y, f, PartAxis, InkMuted, Middle)
		}
	}
	c.y += f.height(1)
	name := c.words.LinearAxis
	if c.p.Axis == LogAxis {
		name = c.words.LogAxis
	}
	left := g.left
	if g.stacked {
		left = 0
	}
	for _, l := range c.set.wrap(fill(name, "unit", c.words.unit(c.p.Unit)), f, c.p.Width-left, 4) {
		c.text(l, left, c.y, f, PartAxis, InkMuted, Start)
		c.y += f.height(1)
	}
	c.y += c.m.air
}

// kept are the labels that are shown. Labels at both edges are moved inwards
// and may then be out of order, so that only the first is left.
func kept(starts, widths []float64, gap float64) []int {
	if !slices.IsSorted(starts) {
		return []int{0}
	}
	return scale.Thin(starts, widths, gap)
}
