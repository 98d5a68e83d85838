package drawing

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"unicode/utf8"

	"golang.org/x/image/vector"
)

// Letters are the shapes of texts, by what they say in which font; Anchor is
// not told apart. Who has the fonts makes them.
type Letters map[Lettering]*image.Alpha

// pieces are a text in parts that take little time each to be shaped: it is
// parted after spaces, and after letters that stand apart from one another.
func pieces(l Lettering) []Lettering {
	const few = 40 // letters
	l.Anchor = Start
	var all []Lettering
	rest, n := l.Text, 0
	for i, r := range l.Text {
		at := i + utf8.RuneLen(r) - len(l.Text) + len(rest)
		if n++; n >= few && (r == ' ' || ideograph(r)) && at < len(rest) {
			part := l
			part.Text, rest, n = rest[:at], rest[at:], 0
			all = append(all, part)
		}
	}
	l.Text = rest
	return append(all, l)
}

// Letterings are the texts of a drawing, in the parts that its pictures are
// made of, each once.
func (s *Sheet) Letterings() []Lettering {
	var all []Lettering
	seen := map[Lettering]bool{}
	for i := range s.Marks {
		t, ok := s.Marks[i].Lettered()
		if !ok {
			continue
		}
		for _, l := range pieces(t.Lettering) {
			if !seen[l] {
				seen[l] = true
				all = append(all, l)
			}
		}
	}
	return all
}

// Raster paints a drawing as a picture; scale is the pixels of the picture for
// each of the drawing. It ends early, with the context's error, when that
// ends, and tells at times which share is done.
func Raster(ctx context.Context, s *Sheet, p Palette, scale float64, letters Letters, done func(share float64)) (*image.RGBA, error) {
	size := image.Rect(0, 0, int(math.Ceil(s.Width*scale)), int(math.Ceil(s.Height*scale)))
	c := &raster{img: image.NewRGBA(size), clip: size, palette: p, scale: scale, letters: letters}
	for i := range s.Marks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if i%64 == 0 && done != nil {
			done(float64(i) / float64(len(s.Marks)))
		}
		c.mark(&s.Marks[i])
	}
	return c.img, nil
}

// raster is a picture in the making.
type raster struct {
	img     *image.RGBA
	clip    image.Rectangle
	palette Palette
	scale   float64
	letters Letters
	fill    vector.Rasterizer
}

func (c *raster) mark(m *Mark) {
	if t, ok := m.Lettered(); ok {
		c.text(&t)
		return
	}
	switch m.Kind {
	case Clip:
		c.clip = c.img.Rect
		if m.W > 0 {
			c.clip = c.pixels(m.Box).Intersect(c.img.Rect)
		}
	case Rect:
		c.rect(m)
	case Line:
		x, y := m.End()
		c.strokes(m, m.Ink, [][]Point{{{m.X, m.Y}, {x, y}}}, false)
	case Path:
		c.strokes(m, m.Ink, m.Parts, false)
	case Area:
		c.area(m, m.Parts)
	case Sign:
		if corners := m.Corners(); corners != nil {
			c.area(m, [][]Point{corners})
		} else {
			c.disc(m)
		}
	default: // drawn as text
	}
}

// pixels is the part of the picture that a box has a share in.
func (c *raster) pixels(b Box) image.Rectangle {
	return image.Rect(
		int(math.Floor(b.X*c.scale)), int(math.Floor(b.Y*c.scale)),
		int(math.Ceil((b.X+b.W)*c.scale)), int(math.Ceil((b.Y+b.H)*c.scale)))
}

// shapes fills shapes with a source, which is asked for places of the picture.
func (c *raster) shapes(parts [][]Point, src image.Image) {
	around := boxOf(parts)
	at := c.pixels(around).Intersect(c.clip)
	if at.Empty() {
		return
	}
	c.fill.Reset(at.Dx(), at.Dy())
	for _, part := range parts {
		for i, p := range part {
			x, y := float32(p.X*c.scale-float64(at.Min.X)), float32(p.Y*c.scale-float64(at.Min.Y))
			if i == 0 {
				c.fill.MoveTo(x, y)
			} else {
				c.fill.LineTo(x, y)
			}
		}
		c.fill.ClosePath()
	}
	c.fill.Draw(c.img, at, src, at.Min)
}

// boxOf is the smallest box around points.
func boxOf(parts [][]Point) Box {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, part := range parts {
		for _, p := range part {
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	if !(x1 >= x0 && y1 >= y0) {
		return Box{}
	}
	const far = 1e6 // no picture reaches so far, and integers do
	x0, y0, x1, y1 = max(x0, -far), max(y0, -far), min(x1, far), min(y1, far)
	return Box{x0, y0, x1 - x0, y1 - y0}
}

// ink is the source of a colour; nil for none.
func (c *raster) ink(i Ink, alpha float64) image.Image {
	if i == InkNone {
		return nil
	}
	return image.NewUniform(faded(c.palette(i), alpha))
}

func (c *raster) rect(m *Mark) {
	switch m.Pattern {
	case Hatch:
		rows, width := Rows(m.Box)
		lines := *m
		lines.Stroke = width
		var parts [][]Point
		for _, r := range rows {
			parts = append(parts, r[:])
		}
		c.strokes(&lines, m.Ink, parts, false)
	case FadeRight, FadeLeft:
		full := faded(c.palette(m.Ink), m.Alpha)
		c.shapes([][]Point{rounded(m, c.scale)}, &fade{full, m.X * c.scale, m.W * c.scale, m.Pattern == FadeLeft})
	default:
		c.area(m, [][]Point{rounded(m, c.scale)})
	}
}

// area fills shapes, and draws their edges.
func (c *raster) area(m *Mark, parts [][]Point) {
	if src := c.ink(m.Ink, m.Alpha); src != nil {
		c.shapes(parts, src)
	}
	if m.Edge != InkNone && m.Stroke > 0 {
		c.strokes(m, m.Edge, parts, true)
	}
}

// disc fills a disc, and draws its edge as a ring: made of pieces, it would not be even.
func (c *raster) disc(m *Mark) {
	at, r := Point{m.X + m.W/2, m.Y + m.H/2}, min(m.W, m.H)/2
	if src := c.ink(m.Ink, m.Alpha); src != nil {
		c.shapes([][]Point{disc(at, r, c.scale)}, src)
	}
	if m.Edge == InkNone || m.Stroke <= 0 {
		return
	}
	if src := c.ink(m.Edge, m.Alpha); src != nil {
		hole := disc(at, max(0, r-m.Stroke/2), c.scale)
		slices.Reverse(hole)
		c.shapes([][]Point{disc(at, r+m.Stroke/2, c.scale), hole}, src)
	}
}

// strokes draws strokes along lines as one shape: where they cross they do not
// cover twice.
func (c *raster) strokes(m *Mark, ink Ink, lines [][]Point, closed bool) {
	src := c.ink(ink, m.Alpha)
	if src == nil || m.Stroke <= 0 {
		return
	}
	var parts [][]Point
	for _, line := range lines {
		parts = append(parts, stroke(line, closed, m.Stroke, m.Dashes, c.scale)...)
	}
	c.shapes(parts, src)
}

// stroke are the pieces of a stroke: a box for each stretch, a disc at each bend.
func stroke(line []Point, closed bool, width float64, dashes []float64, scale float64) [][]Point {
	if closed && len(line) > 0 {
		line = append(slices.Clip(line), line[0])
	}
	var parts [][]Point
	for _, piece := range Dash(line, dashes) {
		if box := stretch(piece[0], piece[1], width); box != nil {
			parts = append(parts, box)
		}
	}
	if len(dashes) == 0 && len(line) > 2 {
		for i := 1; i < len(line); i++ {
			if closed || i+1 < len(line) {
				parts = append(parts, disc(line[i], width/2, scale))
			}
		}
	}
	return parts
}

// stretch is a straight piece of a stroke, always the same way round.
func stretch(a, b Point, width float64) []Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if !(length > 0) {
		return nil
	}
	nx, ny := (b.Y-a.Y)/length*width/2, (a.X-b.X)/length*width/2
	return []Point{{a.X + nx, a.Y + ny}, {b.X + nx, b.Y + ny}, {b.X - nx, b.Y - ny}, {a.X - nx, a.Y - ny}}
}

// disc is a polygon with so many corners that none is seen.
func disc(at Point, r, scale float64) []Point {
	n := min(max(int(math.Sqrt(r*scale)*8), 8), 256)
	points := make([]Point, n)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		points[i] = Point{at.X + cos*r, at.Y + sin*r}
	}
	return points
}

// rounded is the outline of a box with round corners.
func rounded(m *Mark, scale float64) []Point {
	r := min(m.Radius, m.W/2, m.H/2)
	var points []Point
	corner := func(c Corners, x, y, turn float64) {
		if r <= 0 || m.Square&c != 0 {
			points = append(points, Point{x, y})
			return
		}
		at := Point{min(max(x, m.X+r), m.X+m.W-r), min(max(y, m.Y+r), m.Y+m.H-r)}
		n := min(max(int(math.Sqrt(r*scale)*3), 3), 64)
		for i := range n + 1 {
			sin, cos := math.Sincos(turn + math.Pi/2*float64(i)/float64(n))
			points = append(points, Point{at.X + cos*r, at.Y + sin*r})
		}
	}
	corner(TopLeft, m.X, m.Y, math.Pi)
	corner(TopRight, m.X+m.W, m.Y, -math.Pi/2)
	corner(BottomRight, m.X+m.W, m.Y+m.H, 0)
	corner(BottomLeft, m.X, m.Y+m.H, math.Pi/2)
	return points
}

// text puts the shape of a text on its place. What has no shape that is known
// is left out.
func (c *raster) text(m *Mark) {
	parts := pieces(m.Lettering)
	whole := 0
	for _, l := range parts {
		if mask := c.letters[l]; mask != nil {
			whole += mask.Rect.Dx()
		}
	}
	x := m.X * c.scale
	switch m.Anchor {
	case Middle:
		x += (m.W*c.scale - float64(whole)) / 2
	case End:
		x += m.W*c.scale - float64(whole)
	default:
	}
	left, src := int(math.Round(x)), c.ink(m.Ink, m.Alpha)
	for _, l := range parts {
		mask := c.letters[l]
		if mask == nil || src == nil {
			continue
		}
		size := mask.Rect.Size()
		y := (m.Y+m.H/2)*c.scale - float64(size.Y)/2
		at := image.Rectangle{Max: size}.Add(image.Pt(left, int(math.Round(y))))
		within := at.Intersect(c.clip)
		draw.DrawMask(c.img, within, src, within.Min, mask, mask.Rect.Min.Add(within.Min.Sub(at.Min)), draw.Over)
		left += size.X
	}
}

// fade is a colour that runs out to one side.
type fade struct {
	full  color.NRGBA
	x, w  float64
	ahead bool // from nothing at the left to all at the right
}

func (*fade) ColorModel() color.Model { return color.NRGBAModel }
func (*fade) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

func (f *fade) At(x, _ int) color.Color {
	at := min(max((float64(x)+0.5-f.x)/f.w, 0), 1)
	if !f.ahead {
		at = 1 - at
	}
	return faded(f.full, at)
}

// faded is a colour of which only a share covers its ground.
func faded(c color.Color, share float64) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(math.Round(float64(n.A) * min(max(share, 0), 1))) // #nosec G115 -- at most 255
	return n
}
