package geo

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
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
func NewLabels(marks []Mark, lines []orb.LineString, avoid []Box, v View, s Sizes) *Labels {
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
		l.taken.add(Box{x - side/2, y - side/2, side, side})
	}
	return l
}

// Place gives labels to the marks, in their order, where they cover neither a
// mark nor another label; on what is to be avoided only where there is no other
// room. A width is that of the label of a site; 0: it has none.
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
type boxes struct{ tree rtree.RTreeG[Box] }

func (b *boxes) add(box Box) { b.tree.Insert(box.ends()) }

// meet tells whether a box has more than an edge in common with one of them.
func (b *boxes) meet(box Box) bool {
	from, to, _ := box.ends()
	met := false
	b.tree.Search(from, to, func(_, _ [2]float64, other Box) bool {
		met = box.Overlaps(other)
		return !met
	})
	return met
}

// ends are the corners of a box, and the box.
func (b Box) ends() (from, to [2]float64, box Box) {
	return [2]float64{b.X, b.Y}, [2]float64{b.X + b.W, b.Y + b.H}, b
}

// boxesOn are small boxes on what a view shows of lines.
func boxesOn(lines []orb.LineString, v View) []Box {
	const every, most = 8, 2000 // pixels, boxes
	var all []Box
	for _, line := range lines {
		for _, s := range Strokes(line, v, Dashes{every, 0}) {
			if len(all) < most {
				all = append(all, Box{min(s.X1, s.X2) - 1, min(s.Y1, s.Y2) - 1, math.Abs(s.X2-s.X1) + 2, math.Abs(s.Y2-s.Y1) + 2})
			}
		}
	}
	return all
}

// beside is a label's box on a side of a mark's point.
func beside(side Side, width, mark float64, s Sizes) Box {
	b := Box{W: width, H: s.Height}
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
