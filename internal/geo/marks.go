package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"beltroad/internal/drawing"
)

// Site is something to mark at a point of the plane.
type Site struct {
	At     orb.Point
	Weight int // the heavier one keeps its place and its label
}

// Mark is where sites are shown. Sites that would cover one another share the
// mark of the heaviest of them.
type Mark struct {
	At    orb.Point
	Sites []int       // indices, the heaviest first
	Side  Side        // where the label is
	Label drawing.Box // in pixels from the mark's point; zero: there is no room for one
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

// Marks places the sites that a view shows, the heaviest first, without labels
// yet. Which sites share a mark depends on the scale alone, not on where the view
// is, as long as there are few enough.
func Marks(sites []Site, v View, s Sizes) []Mark {
	heavier := func(a, b int) int { return cmp.Or(cmp.Compare(sites[b].Weight, sites[a].Weight), cmp.Compare(a, b)) }
	marks := single(sites, heavier)
	seen := v.Bound().Pad(s.Mark / v.Scale)
	for apart := s.Apart; ; apart *= 1.5 {
		marks = legible(clustered(marks, apart/v.Scale), max(apart, legibleApart*s.Many)/v.Scale)
		slices.SortFunc(marks, func(a, b Mark) int { return heavier(a.Sites[0], b.Sites[0]) })
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

// legibleApart is how far apart marks with numbers have to be, in diameters, so that
// neither covers the other's number.
const legibleApart = 0.8

// legible joins marks of several sites that would cover each other's numbers.
func legible(marks []Mark, apart float64) []Mark {
	var one, many []Mark
	for _, m := range marks {
		if len(m.Sites) > 1 {
			many = append(many, m)
		} else {
			one = append(one, m)
		}
	}
	return append(one, clustered(many, apart)...)
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
