package slide

import (
	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/scale"
)

// axis draws what the class guesses on, and what was reported once it has.
func (c *composer) axis(a *Axis, in drawing.Box) {
	f := drawing.Font{Size: c.body()}
	unit := c.wrap(a.Unit, f, in.W)
	y := in.Y + in.H - f.Height(1+len(unit)) - c.gap(0.5)
	if y < in.Y+2*f.Size || !(a.To > a.From) {
		c.full = true
		return
	}
	edge := 2 * f.Size
	line := drawing.Box{X: in.X + edge, Y: y, W: in.W - 2*edge}
	c.out.Line = line
	thick := max(2, f.Size/10)
	at := func(v float64) float64 { return line.X + line.W*min(max((v-a.From)/(a.To-a.From), 0), 1) }
	if a.Reported != nil {
		c.reported(a.Reported, at, line, in.Y)
	}
	c.add(drawing.Mark{Kind: drawing.Line, Box: line, Ink: drawing.InkMuted, Alpha: 1, Stroke: thick})
	var texts []drawing.TextLine
	var starts, widths []float64
	for _, t := range a.Ticks {
		l := drawing.TextLine{Text: t.Text, W: c.set.Width(t.Text, f)}
		texts, widths = append(texts, l), append(widths, l.W)
		starts = append(starts, max(in.X, min(at(t.At)-l.W/2, in.X+in.W-l.W)))
	}
	for _, i := range scale.Thin(starts, widths, f.Size) {
		c.add(drawing.Mark{Kind: drawing.Line, Box: drawing.Box{X: at(a.Ticks[i].At), Y: y, H: f.Size * 0.4}, Ink: drawing.InkMuted, Alpha: 1, Stroke: thick})
		c.text(texts[i], starts[i], y+c.gap(0.5), f.Height(1), f, drawing.InkMuted)
	}
	for i, l := range unit {
		c.text(l, in.X, y+c.gap(0.5)+f.Height(1+i), f.Height(1), f, drawing.InkMuted)
	}
}

// reported shows a quantity on the axis: an open end fades, a band is a band.
func (c *composer) reported(q *data.Quantity, at func(float64) float64, line drawing.Box, top float64) {
	high := min(line.Y-top, 3*c.body())
	ink := drawing.Pillar(c.Pillar)
	x, far := at(q.Value), 4*c.body()
	rect := func(from, to float64, p drawing.Pattern) {
		from, to = max(from, line.X), min(to, line.X+line.W)
		if to > from {
			c.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: from, Y: line.Y - high, W: to - from, H: high}, Ink: ink, Alpha: 0.75, Pattern: p})
		}
	}
	stroke := max(3, c.body()/6)
	post := func(x float64) {
		c.add(drawing.Mark{Kind: drawing.Line, Box: drawing.Box{X: x, Y: line.Y - high, H: high}, Ink: ink, Alpha: 1, Stroke: stroke})
	}
	switch q.Comparator {
	case data.Range, data.Order:
		rect(x, at(q.Max), drawing.Solid)
	case data.Over:
		rect(x, x+far, drawing.FadeRight)
		post(x)
	case data.Under:
		rect(x-far, x, drawing.FadeLeft)
		post(x)
	case data.About:
		rect(x-far/2, x, drawing.FadeLeft)
		rect(x, x+far/2, drawing.FadeRight)
	default:
		post(x)
	}
}
