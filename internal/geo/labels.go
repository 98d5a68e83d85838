package geo

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"

	"beltroad/internal/drawing"
)

// Labels finds room for the labels of marks. It is made beside the window; the
// labels themselves are measured and placed in it, and only those that are shown.
type Labels struct {
	view  View
	sizes Sizes
	avoid boxes // what labels keep off if they can
	taken boxes // what they never cover
}

// NewLabels knows what is on a view: marks, lines, and boxes in its pixels.
func NewLabels(marks []Mark, lines []orb.LineString, avoid []drawing.Box, v View, s Sizes) *Labels {
	l := &Labels{view: v, sizes: s}
	for _, b := range boxesOn(lines, v) {
		l.avoid.add(b)
	}
	for _, b := range avoid {
		l.avoid.add(b)
	}
	for i := range marks {
		x, y := v.Point(marks[i].At)
		side := s.of(&marks[i])
		l.taken.add(drawing.Box{X: x - side/2, Y: y - side/2, W: side, H: side})
	}
	return l
}

// Place gives labels to the marks, in their order, where they cover neither a
// mark nor another label; on what is to be avoided only where there is no other
// room. A mark beyond the view has none. A width is that of the label of a site; 0: it has none.
func (l *Labels) Place(marks []Mark, width func(site int) float64) {
	for i := range marks {
		m := &marks[i]
		if w := width(m.Sites[0]); w > 0 {
			l.place(m, w)
		}
	}
}

func (l *Labels) place(m *Mark, width float64) {
	x, y := l.view.Point(m.At)
	if !l.view.Holds(drawing.Box{X: x, Y: y}) { // a name would stand without its sign
		return
	}
	for side := Right; side <= Above; side++ {
		box := beside(side, width, l.sizes.of(m), l.sizes)
		at := box.Moved(x, y)
		if l.taken.meet(at) {
			continue
		}
		poor := l.avoid.meet(at)
		if poor && m.Side != NoSide {
			continue
		}
		m.Side, m.Label = side, box
		if !poor {
			break
		}
	}
	if m.Side != NoSide {
		l.taken.add(m.Label.Moved(x, y))
	}
}

// boxes finds those of many boxes that another one meets.
type boxes struct{ tree rtree.RTreeG[drawing.Box] }

func (b *boxes) add(box drawing.Box) { b.tree.Insert(ends(box)) }

// meet tells whether a box has more than an edge in common with one of them.
func (b *boxes) meet(box drawing.Box) bool {
	from, to, _ := ends(box)
	met := false
	b.tree.Search(from, to, func(_, _ [2]float64, other drawing.Box) bool {
		met = box.Overlaps(other)
		return !met
	})
	return met
}

// ends are the corners of a box, and the box.
func ends(b drawing.Box) (from, to [2]float64, box drawing.Box) {
	return [2]float64{b.X, b.Y}, [2]float64{b.X + b.W, b.Y + b.H}, b
}

// boxesOn are small boxes on what a view shows of lines.
func boxesOn(lines []orb.LineString, v View) []drawing.Box {
	const every, most = 8, 2000 // pixels, boxes
	var all []drawing.Box
	for _, line := range lines {
		for _, s := range Strokes(line, v, Dashes{every, 0}) {
			if len(all) < most {
				all = append(all, drawing.Box{X: min(s.X1, s.X2) - 1, Y: min(s.Y1, s.Y2) - 1, W: math.Abs(s.X2-s.X1) + 2, H: math.Abs(s.Y2-s.Y1) + 2})
			}
		}
	}
	return all
}

// beside is a label's box on a side of a mark's point.
func beside(side Side, width, mark float64, s Sizes) drawing.Box {
	b := drawing.Box{W: width, H: s.Height}
	away := mark/2 + s.Gap
	switch side {
	case Left:
		b.X, b.Y = -away-width, -s.Height/2
	case Below:
		b.X, b.Y = -width/2, away-s.Gap/2
	case Above:
		b.X, b.Y = -width/2, -away+s.Gap/2-s.Height
	default:
		b.X, b.Y = away, -s.Height/2
	}
	return b
}
