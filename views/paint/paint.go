// Package paint draws marks on the screen, and makes the shapes of letters for
// pictures of them.
package paint

import (
	"image/color"
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/drawing"
	"beltroad/views/ui"
)

// Painter makes canvas objects of marks. It uses those of its last painting
// again: where as many marks are drawn as before, nothing new is made. The zero
// Painter is ready. It draws no [drawing.Area], which Fyne has no object for,
// and heeds no [drawing.Clip].
type Painter struct {
	Thick float32 // multiplies the width of lines that are no grid; 0 is 1

	rects    pool[*canvas.Rectangle]
	lines    pool[*canvas.Line]
	discs    pool[*canvas.Circle]
	polygons pool[*canvas.RegularPolygon]
	fades    pool[*canvas.LinearGradient]
	texts    map[lettering][]*text // of the last painting
	left     map[lettering][]*text // of the one before, not used again yet

	palette drawing.Palette
	colours map[drawing.Ink]color.Color
	objects []fyne.CanvasObject
}

// pool are objects of a type, those in use first.
type pool[T fyne.CanvasObject] struct {
	all  []T
	used int
}

// next is an object that is not in use yet.
func (p *pool[T]) next(fresh func() T) T {
	if p.used == len(p.all) {
		p.all = append(p.all, fresh())
	}
	p.used++
	return p.all[p.used-1]
}

// lettering tells texts apart: a text object keeps its texture as long as it is the same.
type lettering struct {
	text  string
	size  float32
	bold  bool
	quote bool
}

// text is a text with its size.
type text struct {
	*canvas.Text
	natural fyne.Size
}

// Paint makes the objects of marks, in their order. They are valid until the
// next painting.
func (p *Painter) Paint(marks []drawing.Mark, palette drawing.Palette) []fyne.CanvasObject {
	p.palette, p.colours = palette, make(map[drawing.Ink]color.Color, 8)
	p.rects.used, p.lines.used, p.discs.used, p.polygons.used, p.fades.used = 0, 0, 0, 0, 0
	p.left, p.texts = p.texts, make(map[lettering][]*text, len(p.texts))
	p.objects = p.objects[:0]
	for i := range marks {
		p.mark(&marks[i])
	}
	p.left = nil
	trim(&p.rects)
	trim(&p.lines)
	trim(&p.discs)
	trim(&p.polygons)
	trim(&p.fades)
	return p.objects
}

// trim lets go of objects that are of no use to a drawing that became small.
func trim[T fyne.CanvasObject](p *pool[T]) {
	if len(p.all) > 2*p.used+32 {
		p.all = append([]T(nil), p.all[:p.used]...)
	}
}

func (p *Painter) colour(i drawing.Ink, alpha float64) color.Color {
	c, ok := p.colours[i]
	if !ok {
		if c = color.Transparent; i != drawing.InkNone {
			c = p.palette(i)
		}
		p.colours[i] = c
	}
	if alpha == 1 {
		return c
	}
	return ui.Faded(c, alpha)
}

// none is a colour of which nothing is seen.
func (*Painter) none(c color.Color) color.Color { return ui.Faded(c, 0) }

func (p *Painter) mark(m *drawing.Mark) {
	switch m.Kind {
	case drawing.Rect:
		p.rect(m)
	case drawing.Line:
		x, y := m.End()
		from, to := drawing.Point{X: m.X, Y: m.Y}, drawing.Point{X: x, Y: y}
		switch {
		case len(m.Dashes) > 0:
			p.stroke(m, []drawing.Point{from, to})
		case from.X == to.X || from.Y == to.Y:
			p.rule(m, from, to)
		default:
			p.line(from, to, p.colour(m.Ink, m.Alpha), p.width(m))
		}
	case drawing.Path:
		for _, part := range m.Parts {
			p.stroke(m, part)
		}
	case drawing.Text:
		p.text(m, false)
	case drawing.Sign:
		p.sign(m)
	default: // see Painter
	}
}

// put places an object, and adds it.
func (p *Painter) put(o fyne.CanvasObject, b drawing.Box) {
	o.Move(fyne.NewPos(float32(b.X), float32(b.Y)))
	o.Resize(fyne.NewSize(float32(b.W), float32(b.H)))
	p.objects = append(p.objects, o)
}

func (p *Painter) rect(m *drawing.Mark) {
	switch m.Pattern {
	case drawing.FadeRight, drawing.FadeLeft:
		p.fade(m)
		return
	case drawing.Hatch:
		rows, width := drawing.Rows(m.Box)
		for _, r := range rows {
			p.line(r[0], r[1], p.colour(m.Ink, m.Alpha), float32(width))
		}
		return
	default:
	}
	o := p.rects.next(func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
	o.FillColor = p.colour(m.Ink, m.Alpha)
	o.StrokeColor, o.StrokeWidth = p.edge(m)
	round := min(float32(m.Radius), float32(m.W)/2, float32(m.H)/2)
	corner := func(c drawing.Corners) float32 {
		if m.Square == 0 || m.Square&c != 0 {
			return 0
		}
		return round
	}
	o.TopLeftCornerRadius, o.TopRightCornerRadius = corner(drawing.TopLeft), corner(drawing.TopRight)
	o.BottomLeftCornerRadius, o.BottomRightCornerRadius = corner(drawing.BottomLeft), corner(drawing.BottomRight)
	if o.CornerRadius = round; m.Square != 0 {
		o.CornerRadius = 0
	}
	p.put(o, m.Box)
}

// edge is the colour and the width of a mark's edge.
func (p *Painter) edge(m *drawing.Mark) (color.Color, float32) {
	if m.Edge == drawing.InkNone {
		return nil, 0
	}
	return p.colour(m.Edge, m.Alpha), p.width(m)
}

// width is how wide a mark's lines are drawn.
func (p *Painter) width(m *drawing.Mark) float32 {
	if p.Thick == 0 || m.Ink == drawing.InkLine || m.Ink == drawing.InkGrid {
		return float32(m.Stroke)
	}
	return float32(m.Stroke) * p.Thick
}

func (p *Painter) fade(m *drawing.Mark) {
	full := p.colour(m.Ink, m.Alpha)
	from, to := full, p.none(full)
	if m.Pattern == drawing.FadeLeft {
		from, to = to, from
	}
	g := p.fades.next(func() *canvas.LinearGradient { return canvas.NewHorizontalGradient(nil, nil) })
	if g.StartColor != from || g.EndColor != to {
		g.StartColor, g.EndColor = from, to
		g.Refresh() // its texture is kept by the object
	}
	p.put(g, m.Box)
}

// stroke draws along a line, with its dashes.
func (p *Painter) stroke(m *drawing.Mark, line []drawing.Point) {
	col := p.colour(m.Ink, m.Alpha)
	for _, piece := range drawing.Dash(line, m.Dashes) {
		p.line(piece[0], piece[1], col, p.width(m))
	}
}

func (p *Painter) line(from, to drawing.Point, col color.Color, width float32) {
	l := p.lines.next(func() *canvas.Line { return canvas.NewLine(nil) })
	l.StrokeColor, l.StrokeWidth = col, width
	l.Position1, l.Position2 = fyne.NewPos(float32(from.X), float32(from.Y)), fyne.NewPos(float32(to.X), float32(to.Y))
	p.objects = append(p.objects, l)
}

// rule draws a line along an axis: as a box it is crisp, which Fyne's lines are not.
func (p *Painter) rule(m *drawing.Mark, from, to drawing.Point) {
	width := float64(p.width(m))
	b := drawing.Box{X: min(from.X, to.X), Y: min(from.Y, to.Y), W: math.Abs(to.X - from.X), H: math.Abs(to.Y - from.Y)}
	if b.W > b.H {
		b.Y, b.H = b.Y-width/2, width
	} else {
		b.X, b.W = b.X-width/2, width
	}
	p.rect(&drawing.Mark{Kind: drawing.Rect, Box: b, Ink: m.Ink, Alpha: m.Alpha})
}

// text draws a line of text at its anchor, centred on the height of its box;
// raised, it hangs from the top of the box, and may go on below it.
func (p *Painter) text(m *drawing.Mark, raised bool) {
	key := lettering{m.Text, Whole(m.TextSize), m.Bold, raised}
	var t *text
	if free := p.left[key]; len(free) > 0 {
		t, p.left[key] = free[len(free)-1], free[:len(free)-1]
	} else {
		t = &text{Text: ui.PlainLine(m.Text, key.size, fyne.TextStyle{Bold: m.Bold})}
		t.natural = t.MinSize()
	}
	p.texts[key] = append(p.texts[key], t)
	t.Color = p.colour(m.Ink, m.Alpha)
	if raised {
		t.Alignment = fyne.TextAlignCenter
		p.put(t.Text, m.Box)
		return
	}
	b := drawing.Box{X: m.X, Y: m.Y + (m.H-float64(t.natural.Height))/2, W: float64(t.natural.Width), H: float64(t.natural.Height)}
	switch m.Anchor {
	case drawing.Middle:
		b.X += (m.W - b.W) / 2
	case drawing.End:
		b.X += m.W - b.W
	default:
	}
	p.put(t.Text, b)
}

func (p *Painter) sign(m *drawing.Mark) {
	switch m.Shape {
	case drawing.Disc:
		o := p.discs.next(func() *canvas.Circle { return canvas.NewCircle(nil) })
		o.FillColor = p.colour(m.Ink, m.Alpha)
		o.StrokeColor, o.StrokeWidth = p.edge(m)
		p.put(o, m.Box)
	case drawing.Square:
		box := *m
		box.Radius = 1
		p.rect(&box)
	case drawing.Quote:
		t, _ := m.Lettered()
		t.Box = m.Box
		p.text(&t, true)
	default:
		p.polygon(m)
	}
}

func (p *Painter) polygon(m *drawing.Mark) {
	o := p.polygons.next(func() *canvas.RegularPolygon { return canvas.NewRegularPolygon(4, nil) })
	o.Sides, o.Angle = uint(m.Shape.Sides()), 0 // #nosec G115 -- a few
	if m.Shape == drawing.Arrow {
		o.Angle = 90
	}
	o.FillColor = p.colour(m.Ink, m.Alpha)
	o.StrokeColor, o.StrokeWidth = p.edge(m)
	p.put(o, m.Box)
}

// Whole rounds. Letters keep their distance at whole sizes: hinting spaces them
// unevenly at sizes between.
func Whole(size float64) float32 { return float32(math.Round(size)) }

// Measure is the width of a line of text as it is drawn here. It is to be asked
// on the UI goroutine alone: Fyne has one shaper.
func Measure(text string, size float64, bold bool) float64 {
	const most = 2000 // bytes; more is no line of a drawing, and takes its time
	if len(text) > most {
		end := most
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		return Measure(text[:end], size, bold) * float64(len(text)) / float64(end)
	}
	return float64(ui.PlainWidth(text, Whole(size), bold))
}

// Palette gives inks the colours of a theme.
func Palette(of func(fyne.ThemeColorName) color.Color) drawing.Palette {
	return func(i drawing.Ink) color.Color { return of(Name(i)) }
}

var names = map[drawing.Ink]fyne.ThemeColorName{
	drawing.InkText: ui.ColorInk, drawing.InkMuted: ui.ColorMuted, drawing.InkLine: ui.ColorLine, drawing.InkCard: ui.ColorCard,
	drawing.InkSubtle: ui.ColorSubtle, drawing.InkAccent: ui.ColorAccent, drawing.InkFocus: ui.ColorFocus, drawing.InkHover: theme.ColorNameHover,
	drawing.InkGround: theme.ColorNameBackground, drawing.InkSea: ui.ColorSea, drawing.InkLand: ui.ColorLand, drawing.InkCoast: ui.ColorCoast,
	drawing.InkGrid: ui.ColorGrid,
}

// Look is what a palette looks like in short: what was painted in one look
// needs no painting while it is the same.
type Look struct{ text, line, pillar color.Color }

// LookOf is the look of a palette.
func LookOf(p drawing.Palette) Look {
	return Look{p(drawing.InkText), p(drawing.InkLine), p(drawing.Pillar(1))}
}

// Name is the colour of an ink in a theme.
func Name(i drawing.Ink) fyne.ThemeColorName {
	switch order, tint := i.Order(); {
	case tint:
		return ui.MarkColor(order)
	case order > 0:
		return ui.PillarColor(order)
	}
	return names[i]
}
