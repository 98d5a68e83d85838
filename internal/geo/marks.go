package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Site is something to mark at a point of the plane.
type Site struct {
	ID     string
	At     orb.Point
	Weight int     // the heavier one keeps its place and its label
	Label  float64 // width of its label in pixels; 0: none
}

// Mark is where sites are shown. Sites that would cover one another share the
// mark of the heaviest of them.
type Mark struct {
	At    orb.Point
	Sites []int // indices, the heaviest first
	Side  Side  // where the label is
	Label Box   // in pixels from the mark's point; zero: there is no room for one
}

// Side is where a label is, seen from its mark.
type Side uint8

// The sides, in the order in which they are tried.
const (
	NoSide Side = iota
	Right
	Left
	Below
	Above
)

// Box is a rectangle in pixels.
type Box struct{ X, Y, W, H float64 }

// Moved is the box at another place.
func (b Box) Moved(x, y float64) Box { return Box{b.X + x, b.Y + y, b.W, b.H} }

// Overlaps reports whether two boxes have more than an edge in common.
func (b Box) Overlaps(c Box) bool {
	return b.X < c.X+c.W && c.X < b.X+b.W && b.Y < c.Y+c.H && c.Y < b.Y+b.H
}

// Sizes are what marks and labels measure, in pixels.
type Sizes struct {
	Apart  float64 // what is closer shares a mark
	Mark   float64 // diameter of a mark, which labels keep free
	Many   float64 // diameter of a mark of several sites
	Height float64 // of a label
	Gap    float64 // between a mark and its label
	Most   int     // of marks in a view: where there are more, marks stand for wider surroundings
}

// of is the diameter of a mark.
func (s Sizes) of(m *Mark) float64 {
	if len(m.Sites) > 1 {
		return s.Many
	}
	return s.Mark
}

// Marks places the sites that a view shows. Their labels keep off the lines and
// the boxes, in pixels of the view, if they can. Which sites share a mark
// depends on the scale alone, not on where the view is, as long as there are
// few enough.
func Marks(sites []Site, lines []orb.LineString, boxes []Box, v View, s Sizes) []Mark {
	heavier := func(a, b int) int { return cmp.Or(cmp.Compare(sites[b].Weight, sites[a].Weight), cmp.Compare(a, b)) }
	marks := single(sites, heavier)
	seen := v.Bound().Pad(s.Mark / v.Scale)
	for apart := s.Apart; ; apart *= 1.5 {
		marks = clustered(marks, apart/v.Scale)
		var shown []Mark
		for _, m := range marks {
			if slices.ContainsFunc(m.Sites, func(i int) bool { return seen.Contains(sites[i].At) }) {
				shown = append(shown, m)
			}
		}
		if len(shown) <= max(s.Most, 1) || apart > v.Width+v.Height {
			for _, m := range shown {
				slices.SortFunc(m.Sites, heavier)
			}
			label(sites, shown, append(boxesOn(lines, v), boxes...), v, s)
			return shown
		}
	}
}

// single is a mark for each site, the heaviest first.
func single(sites []Site, heavier func(a, b int) int) []Mark {
	order := make([]int, len(sites))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, heavier)
	marks := make([]Mark, len(sites))
	for n, i := range order {
		marks[n] = Mark{At: sites[i].At, Sites: order[n : n+1 : n+1]}
	}
	return marks
}

// clustered lets marks that are closer than a distance to an earlier one join it.
func clustered(marks []Mark, apart float64) []Mark {
	type cell [2]int // of twice the distance, so that what is near is in four of them at most
	of := func(p orb.Point, by float64) cell {
		return cell{int(math.Floor((p[0] + by) / apart / 2)), int(math.Floor((p[1] + by) / apart / 2))}
	}
	last := map[cell]int{} // the last mark in a cell, counted from 1
	var kept []Mark
	var before []int // the mark before in the same cell
	near := func(p orb.Point) int {
		from, to := of(p, -apart), of(p, apart)
		for x := from[0]; x <= to[0]; x++ {
			for y := from[1]; y <= to[1]; y++ {
				for m := last[cell{x, y}]; m > 0; m = before[m-1] {
					if math.Hypot(kept[m-1].At[0]-p[0], kept[m-1].At[1]-p[1]) < apart {
						return m
					}
				}
			}
		}
		return 0
	}
	for _, k := range marks {
		if m := near(k.At); m > 0 {
			kept[m-1].Sites = append(kept[m-1].Sites, k.Sites...)
			continue
		}
		c := of(k.At, 0)
		kept, before = append(kept, k), append(before, last[c])
		last[c] = len(kept)
	}
	return kept
}

// boxesOn are small boxes on what a view shows of lines.
func boxesOn(lines []orb.LineString, v View) []Box {
	const every, most = 8, 2000 // pixels, boxes
	var boxes []Box
	for _, line := range lines {
		for _, s := range Strokes(line, v, Dashes{every, 0}) {
			if len(boxes) < most {
				boxes = append(boxes, Box{min(s.X1, s.X2) - 1, min(s.Y1, s.Y2) - 1, math.Abs(s.X2-s.X1) + 2, math.Abs(s.Y2-s.Y1) + 2})
			}
		}
	}
	return boxes
}

// label gives labels to the marks, the heaviest first, where they cover neither
// a mark nor another label; on what is to be avoided only where there is no other room.
func label(sites []Site, marks []Mark, avoid []Box, v View, s Sizes) {
	var taken []Box
	for i := range marks {
		x, y := v.Point(marks[i].At)
		side := s.of(&marks[i])
		taken = append(taken, Box{x - side/2, y - side/2, side, side})
	}
	for i := range marks {
		width := sites[marks[i].Sites[0]].Label
		if width <= 0 {
			continue
		}
		x, y := v.Point(marks[i].At)
		for side := Right; side <= Above; side++ {
			box := beside(side, width, s.of(&marks[i]), s)
			at := box.Moved(x, y)
			if slices.ContainsFunc(taken, at.Overlaps) {
				continue
			}
			poor := slices.ContainsFunc(avoid, at.Overlaps)
			if poor && marks[i].Side != NoSide {
				continue
			}
			marks[i].Side, marks[i].Label = side, box
			if !poor {
				break
			}
		}
		if marks[i].Side != NoSide {
			taken = append(taken, marks[i].Label.Moved(x, y))
		}
	}
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
