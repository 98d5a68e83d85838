package timeline

import (
	"math"
	"strconv"

	"beltroad/internal/drawing"
)

// Picks are what is marked of a frame, and how far time has come.
type Picks struct {
	Year     int    // all that is not over by its end is faint; 0: nothing is
	Selected string // id of the item that stands open
	Mark     int    // index of the mark under the pointer or at the keyboard, -1 for none
	Focused  bool   // it is at the keyboard
}

// NoPicks marks nothing.
func NoPicks() Picks { return Picks{Mark: -1} }

// faint is the strength of what came later.
const faint = 0.35

// Marks are a frame of the plan as a drawing, from the ground up.
func (p *Plan) Marks(f *Frame, picks Picks) []drawing.Mark {
	if len(p.timeline.Items) == 0 {
		return nil
	}
	const each = 6 // marks of an item, about
	c := &sketch{plan: p, frame: f, picks: picks, marks: make([]drawing.Mark, 0, each*len(f.Marks)+len(f.Lines)+2*len(f.Names)+4*len(p.Lanes))}
	c.ground()
	for i := range f.Marks {
		c.pick(i)
		c.mark(i)
	}
	return drawing.KeepOff(c.marks, func(m *drawing.Mark) bool { return m.Of == "" })
}

// sketch is a drawing in the making.
type sketch struct {
	plan  *Plan
	frame *Frame
	picks Picks
	marks []drawing.Mark
}

func (c *sketch) add(m drawing.Mark) {
	if m.Alpha == 0 {
		m.Alpha = 1
	}
	c.marks = append(c.marks, m)
}

// line is a straight stroke of the ground.
func (c *sketch) line(x, y, x2, y2 float64, ink drawing.Ink, width float64, dashes ...float64) {
	c.add(drawing.Mark{Kind: drawing.Line, Box: drawing.Box{X: x, Y: y, W: x2 - x, H: y2 - y}, Ink: ink, Stroke: width, Dashes: dashes})
}

// text is a line of text, centred on a height.
func (c *sketch) text(of, text string, bold bool, ink drawing.Ink, x, y, height float64) {
	c.add(drawing.Mark{
		Kind: drawing.Text, Of: of, Box: drawing.Box{X: x, Y: y, W: c.plan.style.Measure(text, bold), H: height}, Ink: ink,
		Lettering: drawing.Lettering{Text: text, TextSize: c.plan.style.TextSize, Bold: bold},
	})
}

// X is where a time lies in a window, in pixels from the left of the drawing.
func (p *Plan) X(w Span, t float64) float64 { return p.style.Side + p.x(w, t) }

// ground are the lanes with their names, the axis, and the time after the text.
func (c *sketch) ground() {
	st, t := c.plan.style, c.plan.timeline
	top, bottom := st.Axis, c.plan.Height-st.Axis
	if x := max(c.frame.Written, st.Side); x < st.Width {
		c.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: x, Y: top, W: st.Width - x, H: bottom - top}, Ink: drawing.InkSubtle, Alpha: 0.75})
	}
	for _, x := range c.frame.Lines {
		c.line(x, top, x, bottom, drawing.InkLine, 1)
	}
	for _, n := range c.frame.Names {
		for _, y := range []float64{0, bottom} {
			c.text("", n.Text, false, drawing.InkMuted, n.X, y, st.Axis)
		}
	}
	for i, box := range c.plan.Lanes {
		lane := t.Lanes[i]
		c.line(0, box.Y, st.Width, box.Y, drawing.InkLine, 1)
		y, ink := box.Y+st.Pad, drawing.Pillar(lane.Order)
		c.add(drawing.Mark{Kind: drawing.Sign, Shape: drawing.Disc, Box: drawing.Box{Y: y + (st.Row-st.Dot)/2, W: st.Dot, H: st.Dot}, Ink: ink})
		c.text("", st.LaneName(lane), true, ink, st.Dot*1.8, y, st.Row)
	}
	c.line(0, bottom, st.Width, bottom, drawing.InkLine, 1)
	if x := c.frame.Written; x >= st.Side && x < st.Width {
		c.line(x, top, x, bottom, drawing.InkMuted, 1, 2, 4)
	}
	if x := c.plan.X(c.frame.Window, EndOf(c.picks.Year)); c.picks.Year != 0 && x >= st.Side && x <= st.Width {
		c.line(x, top, x, bottom, drawing.InkAccent, 2)
	}
}

// pick adds what shows that a mark is under the pointer, has the keyboard or stands open.
func (c *sketch) pick(i int) {
	const air, round = 3, 6
	m := &c.frame.Marks[i]
	around := func(mark drawing.Mark) {
		left := max(m.Hit.X-air, c.plan.style.Side-air)
		right := min(m.Hit.X+m.Hit.W+air, c.plan.style.Width)
		mark.Kind, mark.Radius, mark.Box = drawing.Rect, round, drawing.Box{X: left, Y: m.Hit.Y, W: right - left, H: m.Hit.H}
		c.add(mark)
	}
	if i == c.picks.Mark {
		around(drawing.Mark{Ink: drawing.InkHover})
	}
	for _, item := range m.Items {
		if c.picks.Selected != "" && c.plan.timeline.Items[item].Is(c.picks.Selected) {
			around(drawing.Mark{Edge: drawing.InkAccent, Stroke: 2})
		}
	}
	if c.picks.Focused && i == c.picks.Mark {
		around(drawing.Mark{Edge: drawing.InkFocus, Stroke: 2})
	}
}

// mark adds the sign and the label of a mark.
func (c *sketch) mark(i int) {
	m, st := &c.frame.Marks[i], c.plan.style
	it := &c.plan.timeline.Items[m.Items[0]]
	order := c.plan.timeline.Lanes[it.Lane].Order
	s := sign{ink: drawing.Pillar(order), tint: drawing.Tint(order), alpha: 1, box: m.Box, cutLeft: m.CutLeft, cutRight: m.CutRight, dot: st.Dot, of: it.ID()}
	ink := drawing.InkText
	if it.Source != nil {
		ink, s.ink, s.tint = drawing.InkMuted, drawing.InkMuted, drawing.InkCard
	}
	if len(m.Items) > 1 {
		n := strconv.Itoa(len(m.Items))
		s.count()
		c.take(s)
		c.text(it.ID(), n, true, ink, m.Box.X+(m.Box.W-st.Measure(n, true))/2, m.Box.Y, st.Row)
		return
	}
	s.inside = m.Label != nil && m.Text.X >= m.Box.X && m.Text.X+m.Text.W <= m.Box.X+m.Box.W+0.5
	switch it.By(c.picks.Year) {
	case Later:
		s.alpha, ink = faint, drawing.InkMuted
		s.item(it)
	case Running: // what is over of it in full strength, the rest faint
		ink = drawing.InkMuted
		s.until(it, c.plan.X(c.frame.Window, EndOf(c.picks.Year)))
	default:
		s.item(it)
	}
	c.take(s)
	c.label(m, it, ink)
}

// label writes the label of a mark.
func (c *sketch) label(m *Mark, it *Item, ink drawing.Ink) {
	if m.Label == nil {
		return
	}
	st := c.plan.style
	x, y, h := m.Text.X, m.Text.Y, st.Row
	if len(m.Label.Lines) > 1 {
		h = st.pitch()
		y += (st.Row - h) / 2
	}
	if it.Value() != "" {
		c.text(it.ID(), it.Value(), true, ink, x, y, h)
		x += st.Measure(it.Value(), true) + st.Gap
	}
	for _, line := range m.Label.Lines {
		if line != "" {
			c.text(it.ID(), line, false, ink, x, y, h)
		}
		x, y = m.Text.X, y+h
	}
}

func (c *sketch) take(s sign) {
	for _, m := range s.marks {
		m.Of = s.of
		c.add(m)
	}
}

// sign draws the shapes of a mark in its box.
type sign struct {
	ink, tint         drawing.Ink
	alpha             float64
	box               drawing.Box
	cutLeft, cutRight bool
	inside            bool // the label stands in it
	dot               float64
	of                string
	marks             []drawing.Mark
}

func (s *sign) add(m drawing.Mark) {
	if m.Alpha == 0 {
		m.Alpha = s.alpha
	}
	s.marks = append(s.marks, m)
}

// item adds the sign of an item: a disc for a day, an outline as long as the
// month or the year where no day is stated, a bar for a period, dashes for
// what lay ahead.
func (s *sign) item(it *Item) {
	switch {
	case it.IsPeriod() && it.Ahead:
		s.reach()
	case it.IsPeriod():
		s.bar(it)
	case it.Ahead:
		s.dashes()
	case it.Date().Day > 0:
		x := s.box.X + s.box.W/2 - s.dot/2
		disc := drawing.Mark{Kind: drawing.Sign, Shape: drawing.Disc, Ink: s.ink}
		if it.Source != nil {
			disc.Shape, disc.Ink, disc.Edge, disc.Stroke = drawing.Square, drawing.InkCard, s.ink, thin
		}
		if s.cutLeft { // half of it out of sight is still a disc
			x = s.box.X + s.box.W - s.dot
		}
		if s.cutRight {
			x = s.box.X
		}
		disc.Box = drawing.Box{X: x, Y: s.middle() - s.dot/2, W: s.dot, H: s.dot}
		s.add(disc)
	default:
		s.outline(it.Source != nil)
	}
}

// until adds a sign whose part beyond a place is faint.
func (s *sign) until(it *Item, x float64) {
	x = max(s.box.X, min(math.Round(x), s.box.X+s.box.W))
	over, rest := *s, *s
	rest.box.X, rest.box.W, rest.cutLeft, rest.alpha = x, s.box.X+s.box.W-x, true, faint
	over.box.W, over.cutRight = x-s.box.X, true
	for _, part := range []*sign{&over, &rest} {
		if part.box.W > 0 {
			part.bar(it)
			s.marks = append(s.marks, part.marks...)
		}
	}
}

func (s *sign) middle() float64 { return s.box.Y + s.box.H/2 }

// tall is the upper edge and the height of what has room for a label within.
func (s *sign) tall() (y, h float64) {
	const air = 2
	return s.box.Y + air, s.box.H - 2*air
}

// low is the upper edge and the height of what is as high as a dot, or has the label within.
func (s *sign) low() (y, h float64) {
	if s.inside {
		return s.tall()
	}
	return s.middle() - s.dot/2, s.dot
}

// bar is a stretch of soft colour on a line of the full one. It fades where an
// end is not stated.
func (s *sign) bar(it *Item) {
	const foot, radius = 2, 4
	// Parts that meet between two pixels would show a seam.
	x := math.Round(s.box.X)
	w := math.Round(s.box.X+s.box.W) - x
	y, h := s.tall()
	fade := math.Floor(min(w*0.5, 4*s.dot))
	a, b := x, x+w // between is not faded
	open := func(at float64, to drawing.Pattern) {
		s.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: at, Y: y, W: fade, H: h - foot}, Ink: s.tint, Pattern: to})
		s.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: at, Y: y + h - foot, W: fade, H: foot}, Ink: s.ink, Pattern: to})
	}
	if it.OpenStart && !s.cutLeft {
		open(x, drawing.FadeLeft)
		a += fade
	}
	if it.OpenEnd && !s.cutRight {
		b -= fade
		open(b, drawing.FadeRight)
	}
	body := drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: a, Y: y, W: b - a, H: h - foot}, Ink: s.tint, Radius: radius, Square: drawing.AllCorners}
	if a == x && !s.cutLeft {
		body.Square &^= drawing.TopLeft
	}
	if b == x+w && !s.cutRight {
		body.Square &^= drawing.TopRight
	}
	s.add(body)
	s.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: a, Y: y + h - foot, W: b - a, H: foot}, Ink: s.ink})
}

const thin = 1.5 // of outlines

// outline is an open shape as long as the time within which it was. What is
// below does not show through, however faint its edge is.
func (s *sign) outline(square bool) {
	y, h := s.low()
	m := drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: s.box.X, Y: y, W: s.box.W, H: h}, Ink: drawing.InkCard, Alpha: 1, Radius: min(h/2, s.dot/2)}
	if square {
		m.Radius = 0
	}
	if s.cutLeft {
		m.Square |= drawing.TopLeft | drawing.BottomLeft
	}
	if s.cutRight {
		m.Square |= drawing.TopRight | drawing.BottomRight
	}
	if s.alpha < 1 {
		s.add(m)
		m.Ink, m.Alpha = drawing.InkNone, s.alpha
	}
	m.Edge, m.Stroke = s.ink, thin
	s.add(m)
}

var strokes = []float64{5, 3} // of what lies ahead

// reach is a line of dashes up to the date that an estimate is for.
func (s *sign) reach() {
	y, h := s.tall()
	s.stroke(s.box.X, y+h-1, s.box.X+s.box.W, y+h-1, 2, strokes)
	if !s.cutRight {
		s.stroke(s.box.X+s.box.W, y+h/2, s.box.X+s.box.W, y+h, 2, nil)
	}
}

func (s *sign) stroke(x, y, x2, y2, width float64, dashes []float64) {
	s.add(drawing.Mark{Kind: drawing.Line, Box: drawing.Box{X: x, Y: y, W: x2 - x, H: y2 - y}, Ink: s.ink, Stroke: width, Dashes: dashes})
}

// dashes are the outline of a date that lay ahead.
func (s *sign) dashes() {
	x, w := s.box.X, s.box.W
	y, h := s.low()
	s.stroke(x, y, x+w, y, thin, strokes)
	s.stroke(x, y+h, x+w, y+h, thin, strokes)
	if !s.cutLeft {
		s.stroke(x, y, x, y+h, thin, strokes)
	}
	if !s.cutRight {
		s.stroke(x+w, y, x+w, y+h, thin, strokes)
	}
}

// count is the ground of a count.
func (s *sign) count() {
	y, h := s.tall()
	s.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{X: s.box.X, Y: y, W: s.box.W, H: h}, Ink: s.tint, Edge: s.ink, Stroke: thin, Radius: h / 2})
}
