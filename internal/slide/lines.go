package slide

import (
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/drawing"
)

// largest is how much larger than the body lines are set where there are few of them.
func (c *composer) largest(lines []Line, in drawing.Box, alone bool) float64 {
	if !alone || len(c.Numerals) > 0 {
		return 1
	}
	usual := c.height(lines, in.W, 1)
	for _, large := range []float64{1.5, 1.3, 1.15} {
		const enough = 0.8                                                           // of the room
		if usual*large < enough*in.H && c.height(lines, in.W, large) < enough*in.H { // a line is so much higher at least
			return large
		}
	}
	return 1
}

// lineFont is how a line is lettered.
func (c *composer) lineFont(l Line, large float64) drawing.Font {
	return drawing.Font{Size: c.body() * large, Bold: l.Strong}
}

// inset is how far a line begins from the left: it is indented, and has a sign before it.
func (c *composer) inset(l Line, f drawing.Font) float64 {
	x := float64(l.Indent) * f.Size * 1.1
	if l.Claim != "" {
		x += f.Size * 0.95
	}
	return x
}

// apart is the distance between lines.
func (c *composer) apart(large float64) float64 { return c.body() * large * 0.45 * c.air.between }

// wrapped are the rows of a line; its citation is the end of its text, and never parted.
func (c *composer) wrapped(l Line, f drawing.Font, width float64) []drawing.TextLine {
	text := l.Text
	if l.Cite != "" {
		text += "\u00a0" + strings.ReplaceAll(l.Cite, " ", "\u00a0")
	}
	return c.wrap(text, f, width-c.inset(l, f))
}

func (c *composer) height(lines []Line, width, large float64) float64 {
	high := 0.0
	for i, l := range lines {
		f := c.lineFont(l, large)
		if i > 0 {
			high += c.apart(large)
		}
		high += f.Height(len(c.wrapped(l, f, width)))
	}
	return high
}

// lines sets lines from a place down, and tells how far.
func (c *composer) lines(lines []Line, x, y, width, large float64) float64 {
	for i, l := range lines {
		f := c.lineFont(l, large)
		if i > 0 {
			y += c.apart(large)
		}
		ink := drawing.InkText
		if l.Muted {
			ink = drawing.InkMuted
		}
		at := x + c.inset(l, f)
		if l.Claim != "" {
			side := f.Size * 0.46
			c.add(Sign(l.Claim, drawing.Box{X: at - f.Size*0.95, Y: y + (f.Height(1)-side)/2, W: side, H: side}, drawing.InkText))
		}
		for _, row := range c.wrapped(l, f, width) {
			c.text(row, at, y, f.Height(1), f, ink)
			y += f.Height(1)
		}
	}
	return y
}

// Sign is the sign of a claim in a box: a filled dot is reported, a diamond an
// estimate, an arrow a commitment, a quotation mark an opinion.
func Sign(claim data.Claim, in drawing.Box, ink drawing.Ink) drawing.Mark {
	m := drawing.Mark{Kind: drawing.Sign, Box: in, Ink: ink, Alpha: 1}
	switch claim {
	case data.Estimate:
		m.Shape, m.Ink, m.Edge, m.Stroke = drawing.Diamond, drawing.InkNone, ink, max(1.5, in.H/8)
	case data.Commitment:
		m.Shape = drawing.Arrow
	case data.Opinion:
		m.Shape = drawing.Quote
	default:
	}
	return m
}

// stands sets what the slide rests on along its lower edge: the claim's badge
// and the source, and at the right the number.
func (c *composer) stands() {
	f := drawing.Font{Size: c.foot()}
	right := c.right
	if c.Of != "" {
		w := c.set.Width(c.Of, f)
		right -= w
		c.text(drawing.TextLine{Text: c.Of, W: w}, right, c.end-f.Height(1), f.Height(1), f, drawing.InkMuted)
		right -= 2 * f.Size
	}
	c.out.Badge, c.out.Rests = c.Badge, c.Source
	text := strings.Join(slices.DeleteFunc([]string{c.Badge, c.Source}, func(s string) bool { return s == "" }), " · ")
	x := c.left
	signed := c.Claim != "" && c.Badge != ""
	if signed {
		x += f.Size * 1.05
	}
	rows := c.wrap(text, f, right-x)
	if c.cut {
		rows = rows[:min(len(rows), 4)]
	}
	top := c.end - f.Height(max(len(rows), 1))
	if signed {
		side := f.Size * 0.62
		c.add(Sign(c.Claim, drawing.Box{X: c.left, Y: top + (f.Height(1)-side)/2, W: side, H: side}, drawing.InkMuted))
	}
	for i, row := range rows {
		c.text(row, x, top+f.Height(i), f.Height(1), f, drawing.InkMuted)
	}
	c.end = top
	if c.end < c.size.Height/3 {
		c.full = true
	}
}

// large makes the title the slide: in the middle, as large as there is room for.
func (c *composer) large() {
	width, body := c.right-c.left, drawing.Font{Size: c.body() * 1.1}
	kicker := drawing.Font{Size: c.kicker(), Bold: true}
	top, room := c.y, c.end-c.gap(1)-c.y
	title := c.titleFont(c.size.Height/9*c.half(), 3, width)
	high := func() float64 {
		h := title.Size * closer * float64(len(c.wrap(c.Title, title, width)))
		if c.Kicker != "" {
			h += kicker.Height(len(c.wrap(c.Kicker, kicker, width))) + c.gap(0.3)
		}
		if c.Lead != "" {
			h += body.Height(len(c.wrap(c.Lead, body, width))) + c.gap(0.8)
		}
		if len(c.Lines) > 0 {
			h += c.height(c.Lines, width, 1) + c.gap(1)
		}
		return h
	}
	least := c.size.Body() * 1.3
	for high() > room && title.Size > least {
		title.Size = max(least, title.Size*0.93)
	}
	h := high()
	if h > room && !c.cut {
		c.full = true
	}
	c.y = top + max(0, (room-h)*0.42)
	if c.Kicker != "" {
		c.y += c.write(c.Kicker, kicker, c.kickerInk(), c.left, c.y, width) + c.gap(0.3)
	}
	c.y += c.setTitle(c.Title, title, c.left, width)
	if c.Lead != "" {
		c.y += c.gap(0.8)
		c.y += c.write(c.Lead, body, drawing.InkMuted, c.left, c.y, width)
	}
	if len(c.Lines) > 0 {
		c.y = c.lines(c.Lines, c.left, c.y+c.gap(1), width, 1)
	}
}

// described is what the slide says, for those who do not see it.
func (s *Slide) described() string {
	all := []string{s.Kicker, s.Title, s.Lead}
	for _, n := range s.Numerals {
		all = append(all, strings.TrimSpace(n.Number+" "+n.Words)+": "+n.Below, n.From)
	}
	all = append(all, s.Plain)
	for _, l := range s.Lines {
		all = append(all, strings.TrimSpace(l.Text+" "+l.Cite))
	}
	if s.Visual != nil {
		all = append(all, s.Visual.Alt)
	}
	all = append(all, s.Badge, s.Source)
	return strings.Join(slices.DeleteFunc(all, func(t string) bool { return t == "" }), "\n")
}
