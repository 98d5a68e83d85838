package timeline

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/timeline"
	"beltroad/views/ui"
)

const faint = 0.35 // of the strength of what came later

// paint lists what is drawn: lanes and axis, the marks, and what tells of them.
func (d *Drawing) paint() []fyne.CanvasObject {
	if d.plan == nil || len(d.Timeline.Items) == 0 {
		return nil
	}
	objs := d.ground()
	for i := range d.frame.Marks {
		objs = d.mark(objs, i)
	}
	return append(objs, d.parts...)
}

// ground are the lanes with their names, the axis, and the time after the text.
func (d *Drawing) ground() []fyne.CanvasObject {
	side, width := float32(d.style.Side), float32(d.style.Width)
	top, bottom := float32(d.style.Axis), float32(d.plan.Height-d.style.Axis)
	var objs []fyne.CanvasObject
	if x := max(float32(d.frame.Written), side); x < width {
		ahead := canvas.NewRectangle(ui.Faded(ui.Colour(ui.ColorSubtle), 0.75))
		objs = append(objs, rect(ahead, x, top, width-x, bottom-top))
	}
	line, muted := ui.Colour(ui.ColorLine), ui.Colour(ui.ColorMuted)
	for _, x := range d.frame.Lines {
		objs = append(objs, ui.Stroke(fyne.NewPos(float32(x), top), fyne.NewPos(float32(x), bottom), line, 1))
	}
	for _, n := range d.frame.Names {
		for _, y := range []float32{0, bottom} {
			objs = append(objs, d.words(n.Text, false, ui.ColorMuted, float32(n.X), y, float32(d.style.Axis)))
		}
	}
	for i, box := range d.plan.Lanes {
		y, lane := float32(box.Y), d.Timeline.Lanes[i]
		objs = append(objs, ui.Stroke(fyne.NewPos(0, y), fyne.NewPos(width, y), line, 1))
		dot := canvas.NewCircle(ui.Colour(ui.PillarColor(lane.Order)))
		row, disc := float32(d.style.Row), ui.Dp(10)
		y += float32(d.style.Pad)
		objs = append(objs, rect(dot, 0, y+(row-disc)/2, disc, disc),
			d.words(LaneName(lane), true, ui.PillarColor(lane.Order), disc+ui.Dp(8), y, row))
	}
	objs = append(objs, ui.Stroke(fyne.NewPos(0, bottom), fyne.NewPos(width, bottom), line, 1))
	if x := float32(d.frame.Written); x >= side && x < width {
		objs = append(objs, ui.Dashed(fyne.NewPos(x, top), fyne.NewPos(x, bottom), muted, 1, 2, 4)...)
	}
	if x := d.x(timeline.EndOf(d.year)); d.year != 0 && x >= side && x <= width {
		objs = append(objs, ui.Stroke(fyne.NewPos(x, top), fyne.NewPos(x, bottom), ui.Colour(ui.ColorAccent), 2))
	}
	return objs
}

// x is where a time lies in the drawing.
func (d *Drawing) x(t float64) float32 {
	w := d.window
	return float32(d.style.Side + (t-w.From)/w.Length()*(d.style.Width-d.style.Side))
}

// words is a line of text, centred on a height.
func (d *Drawing) words(text string, bold bool, col fyne.ThemeColorName, x, y, height float32) fyne.CanvasObject {
	t := ui.PlainText(text, labelSize(), bold, col)
	size := t.MinSize()
	return rect(t, x, y+(height-size.Height)/2, size.Width, size.Height)
}

// mark adds the objects of a mark: what shows that it is picked, its sign and its label.
func (d *Drawing) mark(objs []fyne.CanvasObject, i int) []fyne.CanvasObject {
	m := &d.frame.Marks[i]
	objs = d.picks(objs, i)
	it := &d.Timeline.Items[m.Items[0]]
	s := sign{
		ink: ui.Colour(ui.PillarColor(d.Timeline.Lanes[it.Lane].Order)), tint: ui.Colour(ui.MarkColor(d.Timeline.Lanes[it.Lane].Order)),
		box: m.Box, cutLeft: m.CutLeft, cutRight: m.CutRight, dot: float32(d.style.Dot),
	}
	ink := ui.ColorInk
	if len(m.Items) > 1 {
		n := strconv.Itoa(len(m.Items))
		objs = s.count(objs)
		x := float32(m.Box.X + (m.Box.W-labelWidth(n, true))/2)
		return append(objs, d.words(n, true, ink, x, float32(m.Box.Y), float32(d.style.Row)))
	}
	s.inside = m.Text.W > 0 && m.Text.X >= m.Box.X && m.Text.X+m.Text.W <= m.Box.X+m.Box.W+0.5
	switch it.By(d.year) {
	case timeline.Later:
		s.ink, s.tint, ink = ui.Faded(s.ink, faint), ui.Faded(s.tint, faint), ui.ColorMuted
		objs = s.item(objs, it)
	case timeline.Running: // what is over of it in full strength, the rest faint
		ink = ui.ColorMuted
		objs = s.until(objs, it, float64(d.x(timeline.EndOf(d.year))))
	default:
		objs = s.item(objs, it)
	}
	x, y, row := float32(m.Text.X), float32(m.Text.Y), float32(d.style.Row)
	if m.Value != "" {
		objs = append(objs, d.words(m.Value, true, ink, x, y, row))
		x += float32(labelWidth(m.Value, true) + d.style.Gap)
	}
	if m.Label != "" {
		objs = append(objs, d.words(m.Label, false, ink, x, y, row))
	}
	return objs
}

// picks adds what shows that a mark is under the pointer, has the keyboard or stands open.
func (d *Drawing) picks(objs []fyne.CanvasObject, i int) []fyne.CanvasObject {
	const air = 3
	m := &d.frame.Marks[i]
	around := func(fill color.Color, edge fyne.ThemeColorName, width float32) {
		r := canvas.NewRectangle(fill)
		r.CornerRadius = 6
		if width > 0 {
			r.StrokeColor, r.StrokeWidth = ui.Colour(edge), width
		}
		b := m.Hit
		left := max(b.X-air, d.style.Side-air)
		right := min(b.X+b.W+air, d.style.Width)
		objs = append(objs, rect(r, float32(left), float32(b.Y), float32(right-left), float32(b.H)))
	}
	if i == d.picked() {
		around(theme.Color(theme.ColorNameHover), "", 0)
	}
	for _, item := range m.Items {
		if d.selected != "" && d.Timeline.Items[item].ID == d.selected {
			around(color.Transparent, ui.ColorAccent, 2)
		}
	}
	if d.focused && d.hovered < 0 && i == d.picked() {
		around(color.Transparent, ui.ColorFocus, 2)
	}
	return objs
}

// sign draws the shapes of a mark in its box.
type sign struct {
	ink, tint         color.Color
	box               timeline.Box
	cutLeft, cutRight bool
	inside            bool // the label stands in it
	dot               float32
}

// item adds the sign of an item: a disc for a day, an outline as long as the
// month or the year where no day is stated, a bar for a period, dashes for
// what lay ahead.
func (s sign) item(objs []fyne.CanvasObject, it *timeline.Item) []fyne.CanvasObject {
	switch {
	case it.IsPeriod() && it.Ahead:
		return s.reach(objs)
	case it.IsPeriod():
		return s.bar(objs, it)
	case it.Ahead:
		return s.dashes(objs)
	case it.Date.Day > 0:
		x := float32(s.box.X+s.box.W/2) - s.dot/2
		if s.cutLeft { // half of it out of sight is still a disc
			x = float32(s.box.X+s.box.W) - s.dot
		}
		if s.cutRight {
			x = float32(s.box.X)
		}
		return append(objs, rect(canvas.NewCircle(s.ink), x, s.middle()-s.dot/2, s.dot, s.dot))
	default:
		return s.outline(objs)
	}
}

// until adds a sign whose part beyond a place is faint.
func (s sign) until(objs []fyne.CanvasObject, it *timeline.Item, x float64) []fyne.CanvasObject {
	x = max(s.box.X, min(math.Round(x), s.box.X+s.box.W))
	rest := s
	rest.box.X, rest.box.W, rest.cutLeft = x, s.box.X+s.box.W-x, true
	rest.ink, rest.tint = ui.Faded(s.ink, faint), ui.Faded(s.tint, faint)
	s.box.W, s.cutRight = x-s.box.X, true
	if s.box.W > 0 {
		objs = s.bar(objs, it)
	}
	if rest.box.W > 0 {
		objs = rest.bar(objs, it)
	}
	return objs
}

func (s sign) middle() float32 { return float32(s.box.Y + s.box.H/2) }

// tall is the upper edge and the height of what has room for a label within.
func (s sign) tall() (y, h float32) {
	const air = 2
	return float32(s.box.Y) + air, float32(s.box.H) - 2*air
}

// low is the upper edge and the height of what is as high as a dot.
func (s sign) low() (y, h float32) { return s.middle() - s.dot/2, s.dot }

// bar is a stretch of soft colour on a line of the full one. It fades where an
// end is not stated.
func (s sign) bar(objs []fyne.CanvasObject, it *timeline.Item) []fyne.CanvasObject {
	const foot, radius = 2, 4
	// Parts that meet between two pixels would show a seam.
	x := float32(math.Round(s.box.X))
	w := float32(math.Round(s.box.X+s.box.W)) - x
	y, h := s.tall()
	fade := float32(math.Floor(float64(min(w*0.5, 4*s.dot))))
	a, b := x, x+w // between is not faded
	open := func(from, to color.Color, at, y, h float32) {
		objs = append(objs, rect(canvas.NewHorizontalGradient(from, to), at, y, fade, h))
	}
	none := func(c color.Color) color.Color { return ui.Faded(c, 0) }
	if it.OpenStart && !s.cutLeft {
		open(none(s.tint), s.tint, x, y, h-foot)
		open(none(s.ink), s.ink, x, y+h-foot, foot)
		a += fade
	}
	if it.OpenEnd && !s.cutRight {
		b -= fade
		open(s.tint, none(s.tint), b, y, h-foot)
		open(s.ink, none(s.ink), b, y+h-foot, foot)
	}
	body := canvas.NewRectangle(s.tint)
	if a == x && !s.cutLeft {
		body.TopLeftCornerRadius = radius
	}
	if b == x+w && !s.cutRight {
		body.TopRightCornerRadius = radius
	}
	return append(objs, rect(body, a, y, b-a, h-foot), rect(canvas.NewRectangle(s.ink), a, y+h-foot, b-a, foot))
}

// outline is an open shape as long as the time within which it was.
func (s sign) outline(objs []fyne.CanvasObject) []fyne.CanvasObject {
	y, h := s.low()
	if s.inside {
		y, h = s.tall()
	}
	r := canvas.NewRectangle(ui.Colour(ui.ColorCard)) // not transparent: Fyne blends an edge with what is inside, towards black
	r.StrokeColor, r.StrokeWidth = s.ink, thin
	round := min(h/2, s.dot/2)
	if !s.cutLeft {
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = round, round
	}
	if !s.cutRight {
		r.TopRightCornerRadius, r.BottomRightCornerRadius = round, round
	}
	return append(objs, rect(r, float32(s.box.X), y, float32(s.box.W), h))
}

const on, off, thin = 5, 3, 1.5 // of dashes

// reach is a line of dashes up to the date that an estimate is for.
func (s sign) reach(objs []fyne.CanvasObject) []fyne.CanvasObject {
	x, w := float32(s.box.X), float32(s.box.W)
	y, h := s.tall()
	objs = append(objs, ui.Dashed(fyne.NewPos(x, y+h-1), fyne.NewPos(x+w, y+h-1), s.ink, 2, on, off)...)
	if !s.cutRight {
		objs = append(objs, ui.Stroke(fyne.NewPos(x+w, y+h/2), fyne.NewPos(x+w, y+h), s.ink, 2))
	}
	return objs
}

// dashes are the outline of a date that lay ahead.
func (s sign) dashes(objs []fyne.CanvasObject) []fyne.CanvasObject {
	x, w := float32(s.box.X), float32(s.box.W)
	y, h := s.low()
	if s.inside {
		y, h = s.tall()
	}
	line := func(x1, y1, x2, y2 float32) {
		objs = append(objs, ui.Dashed(fyne.NewPos(x1, y1), fyne.NewPos(x2, y2), s.ink, thin, on, off)...)
	}
	line(x, y, x+w, y)
	line(x, y+h, x+w, y+h)
	if !s.cutLeft {
		line(x, y, x, y+h)
	}
	if !s.cutRight {
		line(x+w, y, x+w, y+h)
	}
	return objs
}

// count is the ground of a count.
func (s sign) count(objs []fyne.CanvasObject) []fyne.CanvasObject {
	y, h := s.tall()
	r := canvas.NewRectangle(s.tint)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = s.ink, 1.5, h/2
	return append(objs, rect(r, float32(s.box.X), y, float32(s.box.W), h))
}

func rect(o fyne.CanvasObject, x, y, w, h float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	return o
}

func put(o fyne.CanvasObject, b timeline.Box) {
	rect(o, float32(b.X), float32(b.Y), float32(b.W), float32(b.H))
}
