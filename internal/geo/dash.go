package geo

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// Stroke is a straight piece of a drawn line, in pixels of a view.
type Stroke struct{ X1, Y1, X2, Y2 float64 }

// Dashes are the lengths of strokes and gaps in turn, in pixels; none is a
// line without gaps.
type Dashes []float64

// period is the length after which they begin anew.
func (d Dashes) period() float64 {
	whole := 0.0
	for _, by := range d {
		whole += by
	}
	if len(d)%2 == 1 {
		whole *= 2 // what was a stroke is a gap then
	}
	return whole
}

// mostStrokes keeps a line of very many points from filling the screen's memory.
const mostStrokes = 4000

// Strokes are what a view shows of a line on the plane. Dashes are counted from
// the line's own beginning, so that they keep still while the map moves.
func Strokes(line orb.LineString, v View, d Dashes) []Stroke {
	const (
		width = 4   // of the line and its ends, at most
		fine  = 0.5 // what is closer cannot be told apart
	)
	p := pen{view: v, seen: v.Bound().Pad(width / v.Scale), dashes: d, down: true}
	if p.period = d.period(); p.period < fine {
		p.dashes = nil
	} else {
		p.left = d[0]
	}
	from := 0
	for i := 1; i < len(line) && len(p.strokes) < mostStrokes; i++ {
		if p.pixels(line[from], line[i]) < fine && i < len(line)-1 {
			continue
		}
		p.draw(line[from], line[i])
		from = i
	}
	return p.strokes
}

// pen draws dashes along a line.
type pen struct {
	view    View
	seen    orb.Bound
	dashes  Dashes
	period  float64
	at      int     // index of the present dash or gap
	left    float64 // pixels of it that are left
	down    bool    // it is a dash
	strokes []Stroke
}

func (p *pen) pixels(a, b orb.Point) float64 {
	return math.Hypot(b[0]-a[0], b[1]-a[1]) * p.view.Scale
}

// draw goes from one point to the next, without drawing where it is not seen.
func (p *pen) draw(a, b orb.Point) {
	if !(p.pixels(a, b) < 1e9) {
		return // no numbers
	}
	from, to, ok := p.clipped(a, b)
	if !ok {
		p.skip(p.pixels(a, b))
		return
	}
	p.skip(p.pixels(a, from))
	p.dash(from, to)
	p.skip(p.pixels(to, b))
}

// clipped is what is seen of the way from one point to the next.
func (p *pen) clipped(a, b orb.Point) (from, to orb.Point, ok bool) {
	way := orb.Bound{Min: orb.Point{min(a[0], b[0]), min(a[1], b[1])}, Max: orb.Point{max(a[0], b[0]), max(a[1], b[1])}}
	if !p.seen.Intersects(way) {
		return from, to, false
	}
	parts := clip.LineString(p.seen, orb.LineString{a, b}) // one at most: the line is straight
	if len(parts) == 0 {
		return from, to, false
	}
	return parts[0][0], parts[0][len(parts[0])-1], true
}

// dash draws along a way that is seen.
func (p *pen) dash(a, b orb.Point) {
	if len(p.dashes) == 0 {
		p.stroke(a, b)
		return
	}
	length := p.pixels(a, b)
	for gone := 0.0; gone < length && len(p.strokes) < mostStrokes; {
		by := min(p.left, length-gone)
		if p.down {
			p.stroke(along(a, b, gone/length), along(a, b, (gone+by)/length))
		}
		gone += by
		p.use(by)
	}
}

func along(a, b orb.Point, share float64) orb.Point {
	return orb.Point{a[0] + (b[0]-a[0])*share, a[1] + (b[1]-a[1])*share}
}

// use takes a length off the present dash or gap.
func (p *pen) use(length float64) {
	if p.left -= length; p.left < 1e-9 {
		p.at = (p.at + 1) % len(p.dashes)
		p.left, p.down = p.dashes[p.at], !p.down
	}
}

// skip goes on without drawing.
func (p *pen) skip(length float64) {
	if len(p.dashes) == 0 {
		return
	}
	for length = math.Mod(length, p.period); length > 1e-9; {
		by := min(p.left, length)
		p.use(by)
		length -= by
	}
}

func (p *pen) stroke(a, b orb.Point) {
	x1, y1 := p.view.Point(a)
	x2, y2 := p.view.Point(b)
	p.strokes = append(p.strokes, Stroke{x1, y1, x2, y2})
}

// Distance is how far a place is from the stroke, in pixels.
func (s Stroke) Distance(x, y float64) float64 {
	dx, dy := s.X2-s.X1, s.Y2-s.Y1
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = max(0, min(((x-s.X1)*dx+(y-s.Y1)*dy)/l, 1))
	}
	return math.Hypot(x-s.X1-t*dx, y-s.Y1-t*dy)
}

// Longer is the stroke with so many pixels more at each end.
func (s Stroke) Longer(by float64) Stroke {
	length := math.Hypot(s.X2-s.X1, s.Y2-s.Y1)
	if length == 0 {
		return s
	}
	dx, dy := (s.X2-s.X1)*by/length, (s.Y2-s.Y1)*by/length
	return Stroke{s.X1 - dx, s.Y1 - dy, s.X2 + dx, s.Y2 + dy}
}
