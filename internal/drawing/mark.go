// Package drawing holds what charts, maps and timelines are drawn of: marks at
// places in pixels, in inks that a palette gives their colours. Who makes the
// marks decides where everything stands and what it looks like; painters for
// the screen, for SVG and for pictures draw the marks and decide nothing.
package drawing

import (
	"math"
	"slices"
)

// Kind is the form of a mark.
type Kind uint8

// The forms of marks.
const (
	Rect Kind = iota // the box, filled
	Line             // from the top left of the box to its bottom right; W and H may be negative
	Path             // a stroke along each of Mark.Parts
	Area             // what Mark.Parts enclose; a part within another that goes the other way round is a hole
	Text             // one line of text in the box, in the middle of its height
	Sign             // a shape in the box
	Clip             // no mark: what follows is seen within the box alone; without a width, everywhere again
)

// Pattern is how a Rect is filled.
type Pattern uint8

// The patterns.
const (
	Solid     Pattern = iota
	Hatch             // diagonal lines, rising to the right
	FadeRight         // from Alpha at the left to nothing at the right
	FadeLeft          // from Alpha at the right to nothing at the left
)

// Shape is what a Sign looks like.
type Shape uint8

// The shapes of signs.
const (
	Disc     Shape = iota
	Diamond        // a square that stands on a corner
	Arrow          // a triangle that points right
	Quote          // a closing quotation mark
	Square         // stands on a side
	Triangle       // stands on a side
	Pentagon       // stands on a side
)

// Anchor is the side of its box that a Text keeps if its real width differs
// from the measured one.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Corners are some corners of a Rect.
type Corners uint8

// The corners.
const (
	TopLeft Corners = 1 << iota
	TopRight
	BottomLeft
	BottomRight

	AllCorners = TopLeft | TopRight | BottomLeft | BottomRight
)

// Part is what a mark is for, in the numbers of who made it: for animating
// some parts, for reading them aloud.
type Part uint8

// Point is a place in pixels from the top left.
type Point struct{ X, Y float64 }

// Box is a rectangle in pixels.
type Box struct{ X, Y, W, H float64 }

// Contains reports whether a point lies in the box.
func (b Box) Contains(x, y float64) bool {
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

// Moved is the box elsewhere.
func (b Box) Moved(dx, dy float64) Box { return Box{b.X + dx, b.Y + dy, b.W, b.H} }

// Overlaps tells whether two boxes have a part in common.
func (b Box) Overlaps(o Box) bool {
	return b.X < o.X+o.W && o.X < b.X+b.W && b.Y < o.Y+o.H && o.Y < b.Y+b.H
}

// And is the smallest box that holds both.
func (b Box) And(o Box) Box {
	x, y := min(b.X, o.X), min(b.Y, o.Y)
	return Box{x, y, max(b.X+b.W, o.X+o.W) - x, max(b.Y+b.H, o.Y+o.H) - y}
}

// Lettering is what a Text says, and how.
type Lettering struct {
	Text     string
	TextSize float64
	Bold     bool
	Anchor   Anchor
}

// Mark is one thing to draw. Lengths are in pixels. A Rect, Sign or Text lies
// within its box.
type Mark struct {
	Kind    Kind
	Part    Part
	Pattern Pattern // of a Rect
	Shape   Shape   // of a Sign
	Square  Corners // of a Rect: those that are not round
	Ink     Ink     // of a Line, Path or Text; what fills a Rect, Area or Sign
	Edge    Ink     // of the edge of a Rect, Area or Sign, InkNone: it has none

	Of string // id of what it stands for, see [Sheet.Names]; empty: nothing
	Box
	Parts [][]Point // of a Path or an Area

	Alpha  float64   // 0 to 1; 1 covers what is below
	Stroke float64   // width of a Line, Path or edge
	Radius float64   // of the round corners of a Rect
	Dashes []float64 // of a stroke: lengths of strokes and gaps in turn; none: without gaps
	Lettering
}

// End is where a Line ends.
func (m *Mark) End() (x, y float64) { return m.X + m.W, m.Y + m.H }

// Moved is the mark elsewhere.
func (m *Mark) Moved(dx, dy float64) Mark {
	moved := *m
	moved.Box = m.Box.Moved(dx, dy)
	if len(m.Parts) > 0 {
		parts := make([][]Point, len(m.Parts))
		for i, part := range m.Parts {
			parts[i] = make([]Point, len(part))
			for k, p := range part {
				parts[i][k] = Point{p.X + dx, p.Y + dy}
			}
		}
		moved.Parts = parts
	}
	return moved
}

// scaled is the mark, larger or smaller.
func (m *Mark) scaled(by float64) Mark {
	out := m.Moved(0, 0)
	out.Box = Box{m.X * by, m.Y * by, m.W * by, m.H * by}
	for _, part := range out.Parts {
		for i, p := range part {
			part[i] = Point{p.X * by, p.Y * by}
		}
	}
	out.Dashes = slices.Clone(m.Dashes)
	for i := range out.Dashes {
		out.Dashes[i] *= by
	}
	out.Stroke, out.Radius, out.TextSize = m.Stroke*by, m.Radius*by, m.TextSize*by
	return out
}

// Lettered is the text that a Text or a [Quote] is drawn as; ok is false for
// all other marks.
func (m *Mark) Lettered() (text Mark, ok bool) {
	switch {
	case m.Kind == Text:
		return *m, true
	case m.Kind == Sign && m.Shape == Quote:
		const size = 2.16 // of the box: the mark fills the upper half of its line
		text = Mark{Kind: Text, Part: m.Part, Of: m.Of, Box: m.Box, Ink: m.Ink, Alpha: m.Alpha}
		text.Lettering = Lettering{Text: "”", TextSize: m.H * size, Bold: true, Anchor: Middle}
		text.Y += m.H * size * 0.28 // lower it into the box
		return text, true
	default:
		return Mark{}, false
	}
}

// Sides is how many sides a shape has that is a polygon, 0 of others.
func (s Shape) Sides() int {
	switch s {
	case Arrow, Triangle:
		return 3
	case Diamond, Square:
		return 4
	case Pentagon:
		return 5
	default:
		return 0
	}
}

// Corners are the corners of a Sign that is a polygon, the first at the top or,
// of an [Arrow], at the right; none of a disc.
func (m *Mark) Corners() []Point {
	n, turn := m.Shape.Sides(), -math.Pi/2
	switch m.Shape {
	case Square:
		turn = -math.Pi / 4
	case Arrow:
		turn = 0
	default:
	}
	if n == 0 {
		return nil
	}
	r := min(m.W, m.H) / 2
	if m.Shape == Square {
		r *= math.Sqrt2 // its box is the square
	}
	corners := make([]Point, n)
	for i := range corners {
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(n))
		corners[i] = Point{m.X + m.W/2 + cos*r, m.Y + m.H/2 + sin*r}
	}
	return corners
}

// Rows are the lines of a [Hatch] in a box: from below on the left to above on
// the right, so far within it that their ends do not stick out.
func Rows(b Box) (lines [][2]Point, width float64) {
	const gap, most, wide = 7, 200, 1.5
	x, y, w, h := b.X+wide/2, b.Y+wide/2, max(b.W-wide, 0), max(b.H-wide, 0)
	step := max(gap, (w+h)/most)
	for at := step / 2; at < w+h; at += step { // where the line meets the upper edge, or would
		lines = append(lines, [2]Point{{x + max(0, at-h), y + min(h, at)}, {x + min(w, at), y + max(0, at-w)}})
	}
	return lines, wide
}

// Dash are the straight pieces of a dashed stroke along a line: dashes go on
// around its bends.
func Dash(line []Point, dashes []float64) [][2]Point {
	const fine, most = 0.5, 4000 // what is closer cannot be told apart, and more is no line
	const tiny = 1e-6            // what rounding leaves of a dash; added to a length it may be nothing
	period := 0.0
	for _, d := range dashes {
		period += d
	}
	pieces := make([][2]Point, 0, len(line))
	n, left := 0, 0.0 // which dash or gap, and what is left of it
	if len(dashes) > 0 {
		left = dashes[0]
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if period < fine || length/period > most {
			pieces = append(pieces, [2]Point{a, b})
			continue
		}
		between := func(at float64) Point { return Point{a.X + (b.X-a.X)*at/length, a.Y + (b.Y-a.Y)*at/length} }
		for at := 0.0; at < length; {
			end := min(at+left, length)
			if n%2 == 0 && end > at {
				pieces = append(pieces, [2]Point{between(at), between(end)})
			}
			if left -= end - at; left < tiny {
				n++
				left = dashes[n%len(dashes)]
			}
			at = end
		}
	}
	return pieces
}

// Sheet is a drawing: its marks from the ground up, with what is said of it to
// those who do not see it.
type Sheet struct {
	Width, Height float64
	Title         string
	Description   string
	Names         map[string]string // of what marks stand for, by Mark.Of
	Marks         []Mark
}

// Add adds marks, moved.
func (s *Sheet) Add(dx, dy float64, marks ...Mark) {
	for i := range marks {
		s.Marks = append(s.Marks, marks[i].Moved(dx, dy))
	}
}

// Scaled is the drawing, larger or smaller.
func (s *Sheet) Scaled(by float64) *Sheet {
	out := *s
	out.Width, out.Height = s.Width*by, s.Height*by
	out.Marks = make([]Mark, len(s.Marks))
	for i := range s.Marks {
		out.Marks[i] = s.Marks[i].scaled(by)
	}
	return &out
}
