package plot

import (
	"slices"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/scale"
)

// axis adds the grid behind the bars, and below them the labels of its ticks
// and the name of the axis. It goes before the bars in drawing order.
func (c *chart) axis(s scale.Scale, g grid, top, bottom float64) {
	tick, from := 4.0, top // pixels below the bars
	if c.o.Dense {         // labels stand where lines would cross them
		tick, from = c.m.em*0.15, bottom
	}
	ticks := s.Ticks()
	f := c.m.small
	var lines []drawing.TextLine
	var starts, widths []float64
	for _, v := range ticks {
		x := g.x(s, v)
		c.p.Marks = append(c.p.Marks, drawing.Mark{
			Kind: drawing.Line, Part: PartGrid, Ink: drawing.InkLine, Box: drawing.Box{X: x, Y: from, H: bottom + tick - from}, Stroke: 1, Alpha: 1,
		})
		text := c.words.Number(v, message.Short)
		l := drawing.TextLine{Text: text, W: c.set.Width(text, f)}
		lines, widths = append(lines, l), append(widths, l.W)
		starts = append(starts, min(max(x-l.W/2, 0), c.p.Width-l.W))
	}
	c.p.Marks = append(c.p.Marks, drawing.Mark{
		Kind: drawing.Line, Part: PartAxis, Ink: drawing.InkMuted, Box: drawing.Box{X: c.p.Base, Y: top, H: bottom + tick - top}, Stroke: 1, Alpha: 1,
	})
	c.y = bottom + tick + 2
	for _, i := range kept(starts, widths, c.m.gap) {
		if starts[i] >= 0 { // else it is wider than the whole chart
			c.text(lines[i], starts[i], c.y, f, PartAxis, drawing.InkMuted, drawing.Middle)
		}
	}
	c.y += f.Height(1)
	name := c.words.Unit(c.p.Unit)
	if c.p.Axis == LogAxis {
		name = c.words.Say("chart.axis.log", message.Args{"Unit": name})
	}
	left := g.left
	if g.stacked {
		left = 0
	}
	for _, l := range c.set.Wrap(name, f, c.p.Width-left, mostLines) {
		c.text(l, left, c.y, f, PartAxis, drawing.InkMuted, drawing.Start)
		c.y += f.Height(1)
	}
	if !c.o.Far { // nothing follows that close
		c.y += c.m.air
	}
}

// kept are the labels that are shown. Labels at both edges are moved inwards
// and may then be out of order, so that only the first is left.
func kept(starts, widths []float64, gap float64) []int {
	if !slices.IsSorted(starts) {
		return []int{0}
	}
	return scale.Thin(starts, widths, gap)
}
