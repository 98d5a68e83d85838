package mapview

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2/theme"
	"github.com/paulmach/orb"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/ui"
)

// order is all that a scene is made of. It is taken in the window; the scene
// may then be made beside it.
type order struct {
	region geo.View // what is drawn: the view and its surroundings, so that the map can be moved
	pixels float64  // of the picture for each pixel of the region
	paint  geo.Paint
	sizes  geo.Sizes
	sites  []geo.Site
	places []mapdata.Place // of the sites
	lines  []mapdata.Line
	avoid  []geo.Box   // what labels had better not cover, in the region
	land   *image.RGBA // of the region; nil: it has to be drawn
}

// scene is what the map shows until it is moved too far.
type scene struct {
	order

	marks []geo.Mark
	stale bool // what the map shows is not what these marks are of
}

// around is how much more than the view a scene shows, on each side.
const around = 0.25

// order is for the present view. The land of a scene that is good for it is kept.
func (m *Map) order() order {
	v := m.view
	region := geo.View{
		Centre: v.Centre, Scale: v.Scale,
		Width: math.Ceil(v.Width * (1 + 2*around)), Height: math.Ceil(v.Height * (1 + 2*around)),
	}
	var land *image.RGBA
	if m.scene.covers(v) {
		region, land = m.scene.region, m.scene.land
	}
	return order{
		region: region, land: land, pixels: m.pixels(), sizes: sizes(), sites: m.sites, places: m.places, lines: m.lines, avoid: m.avoid(region, m.panels),
		paint: geo.Paint{
			Beside: ui.Colour(theme.ColorNameBackground), Sea: ui.Colour(ui.ColorSea), Land: ui.Colour(ui.ColorLand),
			Coast: ui.Colour(ui.ColorCoast), Grid: ui.Colour(ui.ColorGrid),
		},
	}
}

// avoid is what labels in a region had better not cover: the panels on the map,
// and all beside the view.
func (m *Map) avoid(region geo.View, panels []geo.Box) []geo.Box {
	x, y := region.Point(m.view.Plane(0, 0))
	w, h := m.view.Width, m.view.Height
	const far = 1e5
	boxes := []geo.Box{
		{X: x - far, Y: y - far, W: far, H: 3 * far},
		{X: x + w, Y: y - far, W: far, H: 3 * far},
		{X: x - far, Y: y - far, W: 3 * far, H: far},
		{X: x - far, Y: y + h, W: 3 * far, H: far},
	}
	for _, p := range panels {
		boxes = append(boxes, p.Moved(x, y))
	}
	return boxes
}

// sizes are the measures of marks and labels.
func sizes() geo.Sizes {
	return geo.Sizes{Apart: float64(ui.Dp(14)), Mark: float64(ui.Dp(19)), Many: float64(ui.Dp(24)), Height: float64(ui.Dp(20)), Gap: float64(ui.Dp(1)), Most: 150}
}

// make draws the scene.
func (o order) make(land func() *geo.Land) scene {
	if o.land == nil {
		fine := o.region
		fine.Scale, fine.Width, fine.Height = fine.Scale*o.pixels, fine.Width*o.pixels, fine.Height*o.pixels
		o.land = land().Picture(fine, o.paint)
	}
	return scene{order: o, marks: o.place()}
}

// place finds out where marks and labels go.
func (o order) place() []geo.Mark {
	var lines []orb.LineString
	for _, l := range o.lines {
		lines = append(lines, l.Parts...)
	}
	return geo.Marks(o.sites, lines, o.avoid, o.region, o.sizes)
}

// corner is the upper left corner of the scene on the plane.
func (s *scene) corner() orb.Point { return s.region.Plane(0, 0) }

// covers tells whether the scene is good for a view, with some room to move on.
func (s *scene) covers(v geo.View) bool {
	const left = around / 3 // of a view's size
	if s.land == nil || s.region.Scale != v.Scale {
		return false
	}
	has, wants := s.region.Bound(), v.Bound()
	room := orb.Point{v.Width * left / v.Scale, v.Height * left / v.Scale}
	world := geo.World
	// beside the map there is nothing to be shown
	return (has.Min[0] <= wants.Min[0]-room[0] || has.Min[0] <= world.Min[0]) && (has.Max[0] >= wants.Max[0]+room[0] || has.Max[0] >= world.Max[0]) &&
		(has.Min[1] <= wants.Min[1]-room[1] || has.Min[1] <= world.Min[1]) && (has.Max[1] >= wants.Max[1]+room[1] || has.Max[1] >= world.Max[1])
}

// compose makes a scene for the present view, unless the one that is there is
// good for it. A later order takes the place of an earlier one.
func (m *Map) compose() {
	if m.view.Width < 1 || m.view.Height < 1 || m.scene.covers(m.view) && !m.scene.stale {
		return
	}
	m.giveUp()
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	o, land := m.order(), m.world.land
	m.world.desk.Background(func(context.Context) func() {
		if ctx.Err() != nil {
			return func() {}
		}
		s := o.make(land)
		return func() {
			if ctx.Err() == nil {
				m.show(s)
			}
		}
	})
}

// Stop ends what goes on: the map is left.
func (m *Map) Stop() {
	m.settle()
	m.giveUp()
}

// giveUp lets nothing come of what is being drawn.
func (m *Map) giveUp() {
	if m.cancel != nil {
		m.cancel()
		m.cancel = nil
	}
}
