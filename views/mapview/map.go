// Package mapview is the drawing widget for maps: land as a picture, and above
// it the places and lines of a dossier, crisp at every scale.
package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/internal/spoken"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Map shows places and lines on the land. Marks open what they stand for; the
// map itself keeps still: [Explorer] is one that can be moved.
type Map struct {
	ui.Base

	// OnOpen is called for the places of a mark, or the project of a line.
	OnOpen func(Target)
	// OnPoint tells what the pointer or the keyboard is at; the zero Target is nothing.
	OnPoint func(Target)
	// Leads is the place of what is there, for its context menu; nil: nothing leads anywhere.
	Leads func(Target) route.Route
	// Actions are what can be done with the whole map, for its context menu.
	Actions []ui.Action
	// OnElse is called for a click beside all marks and lines.
	OnElse func()

	words  *record.Words
	shown  fyne.Widget // the map, or the widget that it is part of
	choice choice
	camera camera
	cursor cursor
	studio studio
	stage  stage
	widths map[string]float64   // of labels, by place: each is measured when it is first shown
	keys   func(*fyne.KeyEvent) // what marks have no use for
	ground *canvas.Rectangle
	clip   *container.Clip
	still  bool // it cannot be moved
}

var (
	_ fyne.Widget            = (*Map)(nil)
	_ fyne.Accessible        = (*Map)(nil)
	_ fyne.Tappable          = (*Map)(nil)
	_ fyne.SecondaryTappable = (*Map)(nil)
	_ desktop.Hoverable      = (*Map)(nil)
	_ desktop.Cursorable     = (*Map)(nil)
	_ ui.Parent              = (*Map)(nil)
)

// New makes a map of what a filter shows.
func New(f *mapdata.Features, w *record.Words, host Host, c mapdata.Filter) *Map {
	m := &Map{still: true}
	m.start(f, w, host, c, m)
	return m
}

// start sets a map up for the widget that it is part of.
func (m *Map) start(f *mapdata.Features, w *record.Words, host Host, c mapdata.Filter, shown fyne.Widget) {
	m.shown, m.words = shown, w
	m.choice = newChoice(f, c)
	m.studio.host = host
	m.stage = newStage()
	m.widths = map[string]float64{}
	m.camera.moves = func() bool { return fyne.CurrentApp().Settings().ShowAnimations() && m.stage.scene != nil }
	m.camera.moved, m.camera.rested = m.arrange, m.compose
	m.camera.steady = m.still
	m.camera.fit(m.choice.bound)
	m.ground = canvas.NewRectangle(m.ColorOf(ui.ColorSea))
	m.clip = container.NewClip(m.stage.layer)
	m.clip.ExtendBaseWidget(m.clip) // or it would be laid out only when it is painted
	m.keys = func(e *fyne.KeyEvent) { ui.ForwardKey(m.clip, e) }
	m.ExtendBaseWidget(shown)
}

// Filter is what the map shows.
func (m *Map) Filter() mapdata.Filter { return m.choice.filter }

// SetFilter shows something else, in the same view.
func (m *Map) SetFilter(f mapdata.Filter) {
	if f == m.choice.filter {
		return
	}
	m.choice.set(f)
	m.compose()
}

// Select marks a project's places and lines, or one place, as what stands open.
func (m *Map) Select(project, place string) {
	if m.cursor.project != project || m.cursor.place != place {
		m.cursor.project, m.cursor.place = project, place
		m.restyle()
	}
}

// Selected are the points of the marks of what stands open.
func (m *Map) Selected() []orb.Point {
	var all []orb.Point
	for _, k := range m.stage.marks {
		if m.cursor.open(k.target) {
			all = append(all, k.at.At)
		}
	}
	return all
}

// SetPanels tells the map what lies on it: what is below is not drawn, as half
// a name says nothing. Names keep off what stays there, and not off what comes and goes.
func (m *Map) SetPanels(stay, passing []drawing.Box) {
	same := slices.Equal(m.stage.stay, stay)
	m.stage.stay, m.stage.panels = stay, slices.Concat(stay, passing)
	m.stage.uncover(m.camera.view)
	if !same {
		m.compose()
	}
}

// SetMargins keeps the edges free when something is fitted into the view.
func (m *Map) SetMargins(free geo.Margins) { m.camera.margins = free }

// View is from where the map looks.
func (m *Map) View() geo.View { return m.camera.view }

// SetView looks from elsewhere, at once.
func (m *Map) SetView(v geo.View) {
	m.camera.set(func(sized geo.View) geo.View {
		v.Width, v.Height = sized.Width, sized.Height
		return v
	})
}

// State is what is seen, as it can be written.
func (m *Map) State() mapdata.State { return mapdata.StateOf(m.choice.filter, m.camera.view) }

// SetState shows what a state says, at once.
func (m *Map) SetState(s mapdata.State) {
	m.choice.set(s.Filter)
	m.compose()
	m.camera.set(func(sized geo.View) geo.View {
		sized.Covered = m.camera.margins
		if s.Scale == 0 {
			return sized.Fit(m.choice.bound(), m.camera.margins)
		}
		return s.View(sized)
	})
}

// Fit shows all that the filter shows as large as it goes. A map without a size
// does it once it has one.
func (m *Map) Fit() { m.camera.fit(m.choice.bound) }

// FitProject shows the places and lines of a project.
func (m *Map) FitProject(id string) {
	m.camera.fit(func() orb.Bound { return m.choice.boundOf(mapdata.Filter{Project: id}) })
}

// FitPlaces shows places as large as they go.
func (m *Map) FitPlaces(places []*mapdata.Place) {
	if b, ok := mapdata.Bound(places, nil); ok {
		m.camera.fit(func() orb.Bound { return b })
	}
}

// Reveal moves the map so that a point can be seen, if it cannot.
func (m *Map) Reveal(p orb.Point) { m.camera.reveal(p, float64(m.Dp(24))) }

// Arrive ends a flight at its goal, at once.
func (m *Map) Arrive() { m.camera.arrive() }

// Where is the place on the widget of a point of the plane.
func (m *Map) Where(p orb.Point) (x, y float32) {
	px, py := m.camera.view.Point(p)
	return float32(px), float32(py)
}

// Closest tells whether the map cannot be enlarged any more.
func (m *Map) Closest() bool {
	v := m.camera.view
	return v.Zoom(1.01, 0, 0).Scale == v.Scale
}

// Stop ends what goes on: the map is left. It draws anew when it is shown again.
func (m *Map) Stop() {
	m.camera.settle()
	m.studio.giveUp()
	m.stage.clear()
}

// compose makes a scene for what is to be seen, unless there is one that will
// do, or one is being made.
func (m *Map) compose() {
	if v := m.camera.view; v.Width < 1 || v.Height < 1 {
		return
	}
	if m.studio.inks == nil {
		m.studio.inks = m.colours()
	}
	o := m.order()
	switch s := m.stage.scene; {
	case s != nil && s.serves(&o):
		m.studio.giveUp()
	case !m.studio.makes(&o):
		m.studio.draw(o, m.show)
	}
}

// order is for the present view. The land of a scene that is good for it is kept.
func (m *Map) order() order {
	v := m.camera.view
	o := order{view: v, region: surroundings(v, m.still), still: m.still, pixels: m.pixels(), style: m.style(), choice: m.choice, colours: m.studio.inks, panels: m.stage.stay}
	if s := m.stage.scene; s != nil && covers(s.region, v, m.still) && !s.painted && s.pixels == o.pixels && s.colours.same(o.colours) {
		o.region, o.land = s.region, s.land
	}
	x, y := o.region.Point(v.Plane(0, 0))
	o.avoid = beside(v, o.region)
	for _, p := range o.panels {
		o.avoid = append(o.avoid, p.Moved(x, y))
	}
	return o
}

// style is how large marks and labels are now.
func (m *Map) style() style {
	unit := float64(m.Dp(1))
	return style{
		Sizes: geo.Sizes{Apart: 14 * unit, Mark: 19 * unit, Many: 24 * unit, Height: 20 * unit, Gap: unit, Most: mostMarks},
		unit:  unit, label: float64(m.SizeOf(ui.SizeCaption)), thick: float64(m.Thick()),
	}
}

// palette is that of the present theme.
func (m *Map) palette() drawing.Palette { return paint.Palette(m.ColorOf) }

// colours are those of the map's picture in the present theme.
func (m *Map) colours() colours {
	return coloursOf(m.palette(), len(m.choice.features.Dossier.Pillars()))
}

// pixels are the device's for each of ours.
func (m *Map) pixels() float64 {
	if p := m.studio.host.Pixels(); p > 0 {
		return p
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.shown); c != nil {
		return float64(c.Scale())
	}
	return 1
}

// show takes up a scene that has been made.
func (m *Map) show(s *scene) {
	s.labels.Place(s.marks, func(site int) float64 { return m.labelWidth(s.choice.places[site]) })
	m.stage.set(s, m)
	m.stage.restyle(m)
	m.arrange()
	m.stage.layer.Refresh()
	m.keepFocus()
}

func (m *Map) labelWidth(p *mapdata.Place) float64 {
	w, ok := m.widths[p.ID]
	if !ok {
		w = float64(ui.PlainWidth(p.Name, m.SizeOf(ui.SizeCaption), false) + 2*labelAir)
		m.widths[p.ID] = w
	}
	return w
}

// keepFocus gives the keyboard of a mark that is gone to the one that has its
// place now, or to the map.
func (m *Map) keepFocus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(m.shown)
	if c == nil {
		return
	}
	k, ok := c.Focused().(*mark)
	if !ok || k.m != m || slices.Contains(m.stage.marks, k) {
		return
	}
	if now := m.stage.holding(k.target.Places[0].ID); now != nil {
		c.Focus(now)
	} else if f, ok := m.shown.(fyne.Focusable); ok {
		c.Focus(f)
	}
}

// restyle gives what stands out its look.
func (m *Map) restyle() {
	s := &m.stage
	if s.scene != nil && s.scene.painted {
		s.drawLines(&m.cursor)
		s.fill()
		s.scale = 0
		m.arrange()
		s.layer.Refresh()
	}
	s.restyle(m)
}

// arrange puts what there is where the view shows it.
func (m *Map) arrange() { m.stage.arrange(m.camera.view, whole(m.pixels())) }

// Children are the objects on the map that can be reached: its marks.
func (m *Map) Children() []fyne.CanvasObject { return []fyne.CanvasObject{m.stage.layer} }

// AccessibilityLabel implements [fyne.Accessible].
func (m *Map) AccessibilityLabel() string {
	return m.words.Say("map.spoken", map[string]any{"Places": m.words.Count("count.places", len(m.choice.places))})
}

// AccessibilityRole implements [fyne.Accessible].
func (m *Map) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Told implements [ui.Teller].
func (*Map) Told(n *spoken.Node) { n.Role = spoken.Drawing }

// CreateRenderer implements [fyne.Widget].
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{m: m, objects: []fyne.CanvasObject{m.ground, m.clip}}
}

type renderer struct {
	m       *Map
	objects []fyne.CanvasObject
}

func (r *renderer) Destroy()                     { r.m.Stop() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(120, 90) }

func (r *renderer) Layout(s fyne.Size) {
	for _, o := range r.objects {
		o.Resize(s)
	}
	if !r.m.camera.resize(s) {
		r.m.compose() // it may have been left, and is shown again
	}
}

// Refresh takes up the present theme; the land follows once it is drawn.
func (r *renderer) Refresh() {
	m := r.m
	m.ground.FillColor = m.ColorOf(ui.ColorSea)
	m.studio.inks = m.colours()
	if s := m.stage.scene; s != nil && (s.style != m.style() || !s.colours.same(m.studio.inks)) {
		clear(m.widths)
		m.stage.restyle(m)
		m.compose()
	}
	canvas.Refresh(m.shown)
}
