package plot

import (
	"math"

	"beltroad/internal/drawing"
	"beltroad/internal/scale"
)

// grid is where the bars of a chart stand.
type grid struct {
	left    float64 // of the axis
	width   float64 // of the axis
	label   float64 // width of the column of labels; 0: labels stand above the bars
	stacked bool
	values  float64 // where wordings end that stand before the axis; 0: they stand behind their bars
}

// x is where a value lies.
func (g grid) x(s scale.Scale, v float64) float64 { return g.left + g.width*s.At(v) }

// bars lays out the rows of a bar chart with their axis.
func (c *chart) bars(rows []*row, s scale.Scale) {
	g := c.beside(rows, s)
	if g.stacked && c.o.Far {
		c.thin()
	}
	if g.stacked || c.o.Dense {
		g = c.above(rows)
	}
	c.p.Base = g.left
	if s != nil && c.p.Axis == LinearAxis {
		c.p.Base = g.x(s, 0)
	}
	drawn := 0
	for drawn < len(rows) && rows[drawn].drawn {
		drawn++
	}
	c.fit(rows, g)
	top := c.y
	for _, r := range rows[:drawn] {
		r.y = c.y
		c.y += r.h
	}
	if drawn > 0 {
		c.axis(s, g, top, c.y)
	}
	for _, r := range rows[drawn:] {
		r.y = c.y
		c.y += r.h
	}
	for _, r := range rows {
		c.row(r, g, s)
	}
	if !c.o.Far { // nothing follows
		c.y += c.m.gap
	}
}

// beside is the grid with labels at the left and wordings at the right of the
// bars. It asks for labels above the bars where that leaves too little width.
func (c *chart) beside(rows []*row, s scale.Scale) grid {
	least, most := 9.0, 0.36             // em of the bars, share of the labels
	if c.o.Far && c.o.Elsewhere == nil { // else there is a third column
		least, most = 10, 0.46
	}
	label := 0.0
	for _, r := range rows {
		label = max(label, c.set.Width(r.figure.Label, c.labelFont(r)))
	}
	label = min(label, most*c.p.Width)
	g := grid{label: label, left: label + c.m.sign + 2*c.m.gap}
	if value := c.before(rows); value > 0 {
		g.values = g.left + value
		g.left = g.values + c.m.gap
	}
	g.left += c.leftTail(rows)
	room := c.p.Width - g.left
	g.width = room - c.m.gap
	for _, r := range rows {
		if !r.drawn {
			continue
		}
		w := 0.0
		if g.values == 0 {
			w = c.set.Width(r.text, c.m.value)
		}
		left := room - c.m.gap - w - c.rightTail(r)
		if at := max(s.At(r.most()), s.At(0)); at > 0 {
			left /= at
		} else if left < 0 {
			g.width = 0
			continue
		}
		g.width = min(g.width, left)
	}
	g.stacked = g.width < least*c.m.em
	return g
}

// before is the width of wordings that have to stand before the axis: behind
// the bars there are marks of other sources, which they would seem to belong to.
func (c *chart) before(rows []*row) float64 {
	width, others := 0.0, false
	for _, r := range rows {
		if r.drawn {
			width = max(width, c.set.Width(r.text, c.m.value))
		}
		others = others || len(r.others) > 0
	}
	if !others {
		return 0
	}
	return width
}

// above is the grid with labels above bars of nearly the full width.
func (c *chart) above(rows []*row) grid {
	g := grid{stacked: true, left: 1 + c.leftTail(rows)}
	right := 1.0
	for _, r := range rows {
		if r.drawn {
			right = max(right, c.rightTail(r))
		}
	}
	g.width = c.p.Width - g.left - right
	return g
}

func (c *chart) labelFont(r *row) drawing.Font {
	f := c.m.label
	f.Bold = r.bold
	return f
}

// mostLines are those of a text. Only what no label needs is cut, so that a hostile one
// does not fill the memory.
const mostLines = 16

// fit breaks labels and wordings into lines and gives each row its height.
func (c *chart) fit(rows []*row, g grid) {
	for _, r := range rows {
		f := c.labelFont(r)
		if g.stacked {
			if c.o.Dense && c.dense(r) {
				continue
			}
			r.label = c.set.Wrap(r.figure.Label, f, c.p.Width-c.m.sign-c.m.gap, mostLines)
			r.value = c.set.Wrap(r.text, c.m.value, c.p.Width, mostLines)
			r.h = f.Height(max(len(r.label), 1)) + c.m.value.Height(len(r.value)) + 2*c.m.air
			if r.drawn {
				r.h += c.m.bar
			}
			continue
		}
		r.label = c.set.Wrap(r.figure.Label, f, g.label, mostLines)
		width := math.Inf(1) // the grid has room for it
		if !r.drawn {
			width = c.p.Width - g.left
		}
		r.value = c.set.Wrap(r.text, c.m.value, width, mostLines)
		r.h = max(c.m.bar, f.Height(len(r.label)), c.m.value.Height(len(r.value))) + c.m.air
	}
}

// dense sets a row's wording beside its label, where that leaves room for both.
func (c *chart) dense(r *row) bool {
	const most = 0.45 // share of the wording
	f := c.labelFont(r)
	r.value = c.set.Wrap(r.text, c.m.value, most*c.p.Width, 2)
	if len(r.value) != 1 {
		return false
	}
	r.beside = true
	r.label = c.set.Wrap(r.figure.Label, f, c.p.Width-c.m.sign-3.5*c.m.gap-r.value[0].W, mostLines)
	r.h = max(f.Height(len(r.label)), c.m.value.Height(1)) + c.m.air
	if r.drawn {
		r.h += c.m.bar
	}
	return true
}

// row adds a row's marks, in the order in which they are painted.
func (c *chart) row(r *row, g grid, s scale.Scale) {
	item := Item{Figure: r.figure.ID, Hit: drawing.Box{Y: r.y, W: c.p.Width, H: r.h}, Drawn: r.drawn}
	if !c.o.Untold {
		item.Tip = c.tip(r)
	}
	barTop := r.y + (r.h-c.m.bar)/2
	valueX, valueTop := g.left, r.y+(r.h-c.m.value.Height(len(r.value)))/2
	if g.stacked {
		barTop = r.y + r.h - c.m.air - c.m.bar
		valueX, valueTop = 0, r.y+c.m.air/2+c.labelFont(r).Height(max(len(r.label), 1))
	}
	if r.beside {
		barTop, valueX, valueTop = r.y+r.h-c.m.air*0.9-c.m.bar, c.p.Width-r.value[0].W, r.y
	}
	if r.drawn {
		e := c.extentOf(r, g, s)
		e.y, e.h = barTop, c.m.bar
		item.From, item.To, item.End = e.from, e.to, e.end
		c.add(r, c.barMarks(e, styleOf(r))...)
		c.hollow(r, g, s, e)
		switch {
		case g.stacked:
		case g.values > 0:
			valueX = g.values - drawing.Widest(r.value)
		default:
			valueX = max(e.from, e.to, e.end) + c.m.gap
		}
	}
	c.labels(r, g)
	for i, l := range r.value {
		c.text(l, valueX, valueTop+c.m.value.Height(i), c.m.value, PartValue, drawing.InkText, drawing.Start).Of = r.figure.ID
	}
	c.p.Items = append(c.p.Items, item)
}

// labels adds what a row is, and the sign of its claim.
func (c *chart) labels(r *row, g grid) {
	f := c.labelFont(r)
	top := r.y + (r.h-f.Height(len(r.label)))/2
	signX, signTop := g.label+c.m.gap, r.y+(r.h-c.m.sign)/2
	if g.stacked {
		top = r.y + c.m.air/2
		if r.beside {
			top = r.y
		}
		signX, signTop = 0, top+(f.Height(1)-c.m.sign)/2
	}
	if r.beside {
		signX = c.m.gap / 2 // clear of the axis
	}
	for i, l := range r.label {
		x, a := g.label-l.W, drawing.End
		if g.stacked {
			x, a = signX+c.m.sign+c.m.gap, drawing.Start
		}
		c.text(l, x, top+f.Height(i), f, PartLabel, drawing.InkText, a).Of = r.figure.ID
	}
	c.add(r, c.badge(r.figure.Claim, signX, signTop))
}
