package mapview

import (
	"context"
	"image"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
)

// order is all that a scene is made of. It is taken in the window; the scene
// may then be made beside it.
type order struct {
	view    geo.View // what is seen at first
	region  geo.View // what is drawn: the view, and of a map that moves its surroundings
	still   bool     // the map does not move: its picture has all but names and what stands out
	pixels  float64  // of the picture for each pixel of the region
	colours colours
	style   style
	choice  choice
	panels  []drawing.Box // what lies on the view and stays there
	avoid   []drawing.Box // what labels had better not cover, in the region
	land    *image.RGBA   // of the region; nil: it has to be drawn
	marks   []geo.Mark    // in the region, without labels; nil: they have to be found
}

// style is how large marks and labels are.
type style struct {
	geo.Sizes

	unit  float64 // a pixel at a text size of 100 %
	label float64 // size of the text of labels
	thick float64 // multiplies the width of lines; 0 is 1
}

// at100 is the style at a text size of 100 %.
func (s style) at100() style {
	k := 1 / s.unit
	return style{
		Sizes: geo.Sizes{Apart: s.Apart * k, Mark: s.Mark * k, Many: s.Many * k, Height: s.Height * k, Gap: s.Gap * k, Most: s.Most},
		unit:  1, label: s.label * k,
	}
}

// mostMarks are in a view; where there are more, they stand for wider surroundings.
const mostMarks = 150

// scene is what the map shows until it is moved too far.
type scene struct {
	order

	marks   []geo.Mark // with their labels
	labels  *geo.Labels
	tracks  []track
	reach   rtree.RTreeG[way] // the strokes of the lines without their gaps, in the region
	painted bool              // the lines are part of the picture: the map keeps still, or they are very many
}

// track is how a line runs in a scene.
type track struct {
	line    *mapdata.Line
	band    bool         // the pale ground of a corridor
	strokes []geo.Stroke // in the region
}

// mostStrokes is how many objects the lines may have; more are painted.
const mostStrokes = 1500

// way is a stroke of a line that can be pointed at.
type way struct {
	line   int // of the choice
	stroke geo.Stroke
}

// around is how much more than the view a scene shows on each side, as a share of
// the view.
func around(still bool) float64 {
	if still {
		return 0
	}
	return 0.25
}

// surroundings are what a scene for a view shows.
func surroundings(v geo.View, still bool) geo.View {
	times := 1 + 2*around(still)
	return geo.View{Centre: v.Centre, Scale: v.Scale, Width: math.Ceil(v.Width * times), Height: math.Ceil(v.Height * times)}
}

// beside are boxes around a view that lies in a region.
func beside(v, region geo.View) []drawing.Box {
	x, y := region.Point(v.Plane(0, 0))
	w, h := v.Width, v.Height
	const far = 1e5
	return []drawing.Box{
		{X: x - far, Y: y - far, W: far, H: 3 * far},
		{X: x + w, Y: y - far, W: far, H: 3 * far},
		{X: x - far, Y: y - far, W: 3 * far, H: far},
		{X: x - far, Y: y + h, W: 3 * far, H: far},
	}
}

// draw makes the scene; ok is false where the context ends before it is done.
func (o order) draw(ctx context.Context, land *geo.Land) (s *scene, ok bool) {
	s = &scene{order: o}
	if s.marks = o.marks; s.marks == nil {
		s.marks = geo.Marks(o.choice.sites, o.region, o.style.Sizes)
	}
	if ctx.Err() != nil {
		return nil, false
	}
	s.labels = geo.NewLabels(s.marks, o.choice.parts(), o.avoid, o.region, o.style.Sizes)
	s.lay()
	if s.land == nil {
		fine := o.region
		fine.Scale, fine.Width, fine.Height = fine.Scale*o.pixels, fine.Width*o.pixels, fine.Height*o.pixels
		s.land = land.Picture(ctx, fine, o.colours.ground())
		if s.land == nil {
			return nil, false
		}
		if s.painted {
			s.paintLines(ctx)
		}
		if s.still {
			s.paintSigns(ctx)
		}
	}
	return s, ctx.Err() == nil
}

// lay finds out how the lines run, those of corridors on a pale band.
func (s *scene) lay() {
	count := 0
	add := func(l *mapdata.Line, d geo.Dashes, band bool) {
		t := track{line: l, band: band}
		for _, part := range l.Parts {
			for _, stroke := range geo.Strokes(part, s.region, d) {
				if d == nil {
					stroke = stroke.Longer(0.8) // or its pieces would not quite meet
				}
				t.strokes = append(t.strokes, stroke)
			}
		}
		count += len(t.strokes)
		if len(t.strokes) > 0 {
			s.tracks = append(s.tracks, t)
		}
	}
	for _, l := range s.choice.lines {
		if l.Project.Layer.Band {
			add(l, nil, true)
		}
	}
	for i, l := range s.choice.lines {
		add(l, Dashes(l.Style), false)
		for _, part := range l.Parts {
			for _, stroke := range geo.Strokes(part, s.region, nil) {
				s.reach.Insert(
					[2]float64{min(stroke.X1, stroke.X2), min(stroke.Y1, stroke.Y2)},
					[2]float64{max(stroke.X1, stroke.X2), max(stroke.Y1, stroke.Y2)}, way{i, stroke})
			}
		}
	}
	s.painted = s.still || count > mostStrokes
}

// paintLines draws the lines into the picture: all that look the same at once,
// so that it takes no longer for very many.
func (s *scene) paintLines(ctx context.Context) {
	type look struct {
		band  bool
		ink   drawing.Ink
		alpha float64
	}
	at := map[look]int{}
	var marks []drawing.Mark
	for _, t := range s.tracks {
		m := lineMark(&t.line.Project, s.choice.filter, t.band)
		key := look{t.band, m.Ink, m.Alpha}
		i, ok := at[key]
		if !ok {
			i = len(marks)
			m.Stroke *= max(s.style.thick, 1)
			at[key], marks = i, append(marks, m)
		}
		for _, stroke := range t.strokes {
			marks[i].Parts = append(marks[i].Parts, []drawing.Point{{X: stroke.X1, Y: stroke.Y1}, {X: stroke.X2, Y: stroke.Y2}})
		}
	}
	// whether it came to the end is asked of the context
	_ = drawing.Overlay(ctx, s.land, marks, s.colours.of, s.pixels)
}

// paintSigns draws the signs of places into the picture, those that are seen whole.
func (s *scene) paintSigns(ctx context.Context) {
	var marks []drawing.Mark
	at := whole(s.pixels)
	for _, g := range slices.Backward(s.marks) { // the heaviest is seen whole
		x, y := s.region.Point(g.At)
		in := drawing.Box{X: float64(at(x)), Y: float64(at(y))}
		signs := signMarks(placesOf(g, s.choice.places), s.choice.filter, in, s.style.unit)
		for i := range signs {
			signs[i].Stroke *= max(s.style.thick, 1)
		}
		if s.region.Holds(signs[0].Box) {
			marks = append(marks, signs...)
		}
	}
	_ = drawing.Overlay(ctx, s.land, unlettered(marks), s.colours.of, s.pixels)
}

// corner is the upper left corner of the scene on the plane.
func (s *scene) corner() orb.Point { return s.region.Plane(0, 0) }

// serves tells whether a scene of the order is as good as one of another.
func (o order) serves(p *order) bool {
	return covers(o.region, p.view, p.still) && o.choice.filter == p.choice.filter && o.style == p.style && o.pixels == p.pixels && slices.Equal(o.panels, p.panels) && o.colours.same(p.colours)
}

// covers tells whether what is drawn of a region is good for a view, with some
// room to move on.
func covers(region, v geo.View, still bool) bool {
	left := around(still) / 3 // of a view's size
	if region.Scale != v.Scale {
		return false
	}
	has, wants := region.Bound(), v.Bound()
	room := orb.Point{v.Width * left / v.Scale, v.Height * left / v.Scale}
	whole := geo.Extent
	// beside the map there is nothing to be shown
	return (has.Min[0] <= wants.Min[0]-room[0] || has.Min[0] <= whole.Min[0]) && (has.Max[0] >= wants.Max[0]+room[0] || has.Max[0] >= whole.Max[0]) &&
		(has.Min[1] <= wants.Min[1]-room[1] || has.Min[1] <= whole.Min[1]) && (has.Max[1] >= wants.Max[1]+room[1] || has.Max[1] >= whole.Max[1])
}
