package mapview

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
)

// sheet is what a map shows as a drawing: it is made in the window, where text
// is measured, of a scene of just what is seen.
type sheet struct {
	words *record.Words
	view  geo.View
	land  geo.Rings
	scene *scene
	out   drawing.Sheet
}

// draw lists the marks, from the ground up.
func (s *sheet) draw() *drawing.Sheet {
	s.out.Width, s.out.Height, s.out.Names = s.view.Width, s.view.Height, map[string]string{}
	whole := drawing.Box{W: s.view.Width, H: s.view.Height}
	s.add(drawing.Mark{Kind: drawing.Clip, Box: whole})
	s.add(drawing.Mark{Kind: drawing.Rect, Box: whole, Ink: drawing.InkGround, Alpha: 1})
	s.ground()
	s.lines()
	s.marks()
	s.add(drawing.Mark{Kind: drawing.Clip})
	return &s.out
}

func (s *sheet) add(m drawing.Mark) { s.out.Marks = append(s.out.Marks, m) }

// ground is sea with its grid, and land.
func (s *sheet) ground() {
	s.add(drawing.Mark{Kind: drawing.Area, Parts: [][]drawing.Point{s.points(geo.Edge())}, Ink: drawing.InkSea, Alpha: 1})
	grid := drawing.Mark{Kind: drawing.Path, Ink: drawing.InkGrid, Alpha: 1, Stroke: 1}
	for _, line := range geo.Graticule(s.view) {
		for _, part := range s.clipped(line, 1) {
			grid.Parts = append(grid.Parts, s.points(part))
		}
	}
	s.add(grid)
	const edge = 0.75
	seen := s.view.Bound().Pad(8 / s.view.Scale) // their edges would be seen in the view
	land := drawing.Mark{Kind: drawing.Area, Ink: drawing.InkLand, Alpha: 1, Edge: drawing.InkCoast, Stroke: edge}
	for i := range s.land {
		around := s.land[i].Bound
		if !seen.Intersects(around) {
			continue
		}
		ring := s.land[i].Ring
		if !seen.Contains(around.Min) || !seen.Contains(around.Max) {
			ring = clip.Ring(seen, ring.Clone())
		}
		if len(ring) > 2 {
			land.Parts = append(land.Parts, s.points(orb.LineString(ring)))
		}
	}
	s.add(land)
}

// points are places on the view, without those that fall on the last one.
func (s *sheet) points(line orb.LineString) []drawing.Point {
	const fine = 0.05
	all := make([]drawing.Point, 0, len(line))
	for _, p := range line {
		x, y := s.view.Point(p)
		if n := len(all) - 1; n >= 0 && max(x-all[n].X, all[n].X-x, y-all[n].Y, all[n].Y-y) < fine {
			continue
		}
		all = append(all, drawing.Point{X: x, Y: y})
	}
	return all
}

// clipped is what can be seen of a line of a width.
func (s *sheet) clipped(line orb.LineString, width float64) []orb.LineString {
	return clip.LineString(s.view.Bound().Pad(width/s.view.Scale), line)
}

func (s *sheet) lines() {
	add := func(l *mapdata.Line, band bool) {
		m := lineMark(&l.Project, s.scene.choice.filter, band)
		if !band {
			m.Dashes = Dashes(l.Style)
		}
		for _, part := range l.Parts {
			for _, seen := range s.clipped(part, m.Stroke) {
				m.Parts = append(m.Parts, s.points(seen))
			}
		}
		if len(m.Parts) > 0 {
			s.add(m)
			s.out.Names[m.Of] = l.Project.Name
		}
	}
	for _, l := range s.scene.choice.lines {
		if l.Project.Layer.Band {
			add(l, true)
		}
	}
	for _, l := range s.scene.choice.lines {
		add(l, false)
	}
}

// mostNamed are the places of a mark that are named.
const mostNamed = 40

// marks are the signs of places, and above them names.
func (s *sheet) marks() {
	f, unit := s.scene.choice.filter, s.scene.style.unit
	for _, g := range slices.Backward(s.scene.marks) { // the heaviest is seen whole
		places := placesOf(g, s.scene.choice.places)
		x, y := s.view.Point(g.At)
		in := drawing.Box{X: x, Y: y}
		id := places[0].ID
		s.out.Names[id] = s.words.Series(names(places, mostNamed))
		for _, m := range signMarks(places, f, in, unit) {
			m.Of = id
			s.add(m)
		}
	}
	for _, g := range s.scene.marks {
		x, y := s.view.Point(g.At)
		box := g.Label.Moved(x, y)
		if g.Side == geo.NoSide || !s.view.Holds(box) {
			continue
		}
		p := s.scene.choice.places[g.Sites[0]]
		for _, m := range labelMarks(box, p.Name, s.scene.style.label) {
			m.Of = p.ID
			s.add(m)
		}
	}
}
