package mapview

import (
	"slices"
	"strconv"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
)

// How lines are drawn.
const (
	lineWidth = 2.5
	bandWidth = 9     // of the ground of a corridor
	bandShare = 0.22  // of the pillar's colour in it
	faintness = 0.502 // of lines without a date
)

// Dashes are how a line of a style is drawn.
func Dashes(s data.LineStyle) geo.Dashes {
	switch s {
	case data.Solid:
		return nil
	case data.Dashed:
		return geo.Dashes{9, 5}
	case data.Dotted:
		return geo.Dashes{2.5, 4}
	default: // not stated
		return geo.Dashes{9, 4, 2.5, 4}
	}
}

// lineMark is how a line looks, wherever it runs; a band is the pale ground of
// one that stands for a region.
func lineMark(p *mapdata.Project, f mapdata.Filter, band bool) drawing.Mark {
	m := drawing.Mark{Kind: drawing.Path, Of: p.ID, Ink: drawing.Pillar(p.Order), Alpha: 1, Stroke: lineWidth}
	if p.Tie.Source != "" {
		m.Ink = drawing.InkMuted
	}
	switch {
	case band:
		m.Stroke, m.Alpha = bandWidth, bandShare
	case f.Undated(p):
		m.Alpha = faintness
	}
	return m
}

// Look is what the sign of a place says.
type Look struct {
	Shape data.Shape  // of the layer
	Order int         // of the pillar, by its colour
	Faint bool        // undated: not filled
	Other bool        // another source places it: not filled, and in no pillar's colour
	On    drawing.Ink // the ground, for a rim that parts it from lines; InkNone: no rim
}

// marks are the sign in the middle of a square; unit is a pixel at a text size
// of 100 %.
func (l Look) marks(in drawing.Box, side, unit float64) []drawing.Mark {
	side *= swell(l.Shape)
	sign := drawing.Mark{Kind: drawing.Sign, Shape: outline(l.Shape), Ink: drawing.Pillar(l.Order), Alpha: 1, Box: middle(in, side)}
	var all []drawing.Mark
	if l.On != drawing.InkNone {
		rim := sign
		rim.Ink, rim.Box = l.On, middle(in, side+3.5*unit*swell(l.Shape))
		all = append(all, rim)
	}
	const edge = 2
	if l.Other {
		sign.Ink = drawing.InkMuted
	}
	switch {
	case l.Shape == data.Ring && !l.Faint:
		sign.Ink, sign.Edge, sign.Stroke = drawing.InkCard, sign.Ink, side/4
	case l.Faint, l.Other:
		sign.Ink, sign.Edge, sign.Stroke = drawing.InkCard, sign.Ink, edge
	}
	return append(all, sign)
}

// manyMarks are the sign of a mark that stands for several places: their number.
func manyMarks(in drawing.Box, count int, ink drawing.Ink, side, unit float64) []drawing.Mark {
	return []drawing.Mark{
		{Kind: drawing.Sign, Shape: drawing.Disc, Ink: drawing.InkCard, Edge: ink, Stroke: 1.5, Alpha: 1, Box: middle(in, side)},
		{
			Kind: drawing.Text, Ink: ink, Alpha: 1, Box: in,
			Lettering: drawing.Lettering{Text: strconv.Itoa(count), TextSize: 12 * unit, Bold: true, Anchor: drawing.Middle},
		},
	}
}

// inkOfMany is the ink of several places: grey if other sources alone place them.
func inkOfMany(places []*mapdata.Place) drawing.Ink {
	for _, p := range places {
		for i := range p.Projects {
			if p.Projects[i].Tie.Source == "" {
				return drawing.InkText
			}
		}
	}
	return drawing.InkMuted
}

// signMarks are the sign of places that share a mark.
func signMarks(places []*mapdata.Place, f mapdata.Filter, in drawing.Box, unit float64) []drawing.Mark {
	if len(places) > 1 {
		return manyMarks(in, len(places), inkOfMany(places), manySide*unit, unit)
	}
	return lookOf(places, &places[0].Projects[0], f).marks(in, signSide*unit, unit)
}

// lookOf is the look that a project gives to places.
func lookOf(places []*mapdata.Place, p *mapdata.Project, f mapdata.Filter) Look {
	return Look{Shape: p.Layer.Shape, Order: p.Order, Faint: undated(places, f), Other: p.Tie.Source != "", On: drawing.InkLand}
}

// lettered are those of marks that are letters, and unlettered the others.
func lettered(marks []drawing.Mark) []drawing.Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(m drawing.Mark) bool { return m.Kind != drawing.Text })
}

func unlettered(marks []drawing.Mark) []drawing.Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(m drawing.Mark) bool { return m.Kind == drawing.Text })
}

// middle is a square in the middle of a box.
func middle(in drawing.Box, side float64) drawing.Box {
	return drawing.Box{X: in.X + (in.W-side)/2, Y: in.Y + (in.H-side)/2, W: side, H: side}
}

// swell is how much larger a shape has to be to look as large as a disc.
func swell(s data.Shape) float64 {
	switch s {
	case data.Diamond:
		return 1.25
	case data.Triangle:
		return 1.35
	case data.Square:
		return 0.9
	case data.Pentagon:
		return 1.15
	default:
		return 1
	}
}

func outline(s data.Shape) drawing.Shape {
	switch s {
	case data.Diamond:
		return drawing.Diamond
	case data.Triangle:
		return drawing.Triangle
	case data.Square:
		return drawing.Square
	case data.Pentagon:
		return drawing.Pentagon
	default:
		return drawing.Disc
	}
}

// The diameters of signs at a text size of 100 %.
const (
	signSide = 12
	nearSide = 15 // of what is pointed at or stands open
	manySide = 22
)

// ringMarks are a ring around a sign, on a ground that parts it from the map.
func ringMarks(in drawing.Box, side float64, ink drawing.Ink) []drawing.Mark {
	const ground = 0.753
	box := middle(in, side)
	return []drawing.Mark{
		{Kind: drawing.Sign, Box: box, Ink: drawing.InkCard, Alpha: ground},
		{Kind: drawing.Sign, Box: box, Edge: ink, Stroke: 2, Alpha: 1},
	}
}

// labelMarks are a name beside a mark, on a ground that lets it be read.
func labelMarks(in drawing.Box, name string, size float64) []drawing.Mark {
	const ground, round = 0.816, 4
	text := in
	text.X += labelAir
	text.W -= 2 * labelAir
	return []drawing.Mark{
		{Kind: drawing.Rect, Box: in, Ink: drawing.InkLand, Alpha: ground, Radius: round},
		{Kind: drawing.Text, Box: text, Ink: drawing.InkText, Alpha: 1, Lettering: drawing.Lettering{Text: name, TextSize: size}},
	}
}

// undated tells whether all that is at places is without a date, on a map of a year.
func undated(places []*mapdata.Place, f mapdata.Filter) bool {
	for _, p := range places {
		for i := range p.Projects {
			if !f.Undated(&p.Projects[i]) {
				return false
			}
		}
	}
	return true
}
