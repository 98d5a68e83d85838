package mapview

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Map shows places and lines on the world. Marks open what they stand for; the
// map itself keeps still: [Explorer] is one that can be moved.
type Map struct {
	widget.BaseWidget

	// OnOpen is called for the places of a mark, or the project of a line.
	OnOpen func(Target)
	// OnPoint tells what the pointer or the keyboard is at; the zero Target is nothing.
	OnPoint func(Target)
	// OnElse is called for a click beside all marks and lines.
	OnElse func()
	// Margins are kept free when something is fitted into the view.
	Margins geo.Margins

	world    *World
	shown    fyne.Widget // the map, or the widget that it is part of
	filter   mapdata.Filter
	selected string // id of the project that stands open; empty: none
	chosen   string // id of the place that stands open; empty: none
	places   []mapdata.Place
	lines    []mapdata.Line
	sites    []geo.Site
	panels   []geo.Box // what lies on the map

	kept    geo.View // what is shown whatever the size; the zero View: it depends
	view    geo.View
	framed  func(geo.View) geo.View // what to show once there is a size; nil: it is shown
	scene   scene
	cancel  context.CancelFunc
	flight  *fyne.Animation
	goal    geo.View // of the flight
	pointed Target
	keys    func(*fyne.KeyEvent) // what marks have no use for

	ground  *canvas.Rectangle
	layer   *fyne.Container // the scene's objects, from its upper left corner
	clip    *container.Clip
	drawing drawing
}

var (
	_ fyne.Widget        = (*Map)(nil)
	_ fyne.Accessible    = (*Map)(nil)
	_ fyne.Tappable      = (*Map)(nil)
	_ desktop.Hoverable  = (*Map)(nil)
	_ desktop.Cursorable = (*Map)(nil)
	_ ui.Parent          = (*Map)(nil)
)

// Target is what can be opened on a map: places that share a mark, or a line.
type Target struct {
	Places []mapdata.Place
	Line   *mapdata.Project
}

// None tells whether there is nothing.
func (t Target) None() bool { return len(t.Places) == 0 && t.Line == nil }

// same tells whether two targets are the same thing.
func (t Target) same(u Target) bool {
	switch {
	case len(t.Places) != len(u.Places) || (t.Line == nil) != (u.Line == nil):
		return false
	case t.Line != nil:
		return t.Line.ID == u.Line.ID
	default:
		return len(t.Places) == 0 || t.Places[0].ID == u.Places[0].ID
	}
}

// Only is the one project that a target stands for; ok is false for several.
func (t Target) Only() (p mapdata.Project, ok bool) {
	switch {
	case t.Line != nil:
		return *t.Line, true
	case len(t.Places) == 1 && len(t.Places[0].Projects) == 1:
		return t.Places[0].Projects[0], true
	default:
		return mapdata.Project{}, false
	}
}

// New makes a map of what a filter shows.
func New(w *World, f mapdata.Filter) *Map {
	m := &Map{}
	m.start(w, f, m)
	return m
}

// start sets a map up for the widget that it is part of.
func (m *Map) start(w *World, f mapdata.Filter, shown fyne.Widget) {
	m.world, m.shown = w, shown
	m.ground = canvas.NewRectangle(ui.Colour(ui.ColorSea))
	m.layer = container.NewWithoutLayout()
	m.clip = container.NewClip(m.layer)
	m.clip.ExtendBaseWidget(m.clip) // or it would be laid out only when it is painted
	m.keys = func(e *fyne.KeyEvent) { ui.PassOn(m.layer, e) }
	m.choose(f)
	m.framed = m.all
	m.ExtendBaseWidget(shown)
}

// choose takes what a filter shows, without drawing it.
func (m *Map) choose(f mapdata.Filter) {
	m.filter = f
	m.places, m.lines = m.world.Atlas.Pick(f)
	m.sites = make([]geo.Site, len(m.places))
	for i, p := range m.places {
		weight := 0
		for _, q := range p.Projects {
			weight += 1 + 10*q.Most
		}
		m.sites[i] = geo.Site{ID: p.ID, At: p.At, Weight: weight, Label: float64(labelWidth(p.Name))}
	}
}

// Filter is what the map shows.
func (m *Map) Filter() mapdata.Filter { return m.filter }

// SetFilter shows something else, in the same view.
func (m *Map) SetFilter(f mapdata.Filter) {
	m.choose(f)
	m.scene.stale = true
	m.compose()
}

// Select marks a project's places and lines, or one place, as what stands open.
func (m *Map) Select(project, place string) {
	if m.selected != project || m.chosen != place {
		m.selected, m.chosen = project, place
		m.restyle()
	}
}

// SetPanels tells the map what lies on it: what is below is not drawn, as half
// a name says nothing.
func (m *Map) SetPanels(boxes []geo.Box) {
	m.panels = boxes
	m.uncover()
}

// View is what of the world is seen.
func (m *Map) View() geo.View { return m.view }

// SetView shows another part of the world, at once.
func (m *Map) SetView(v geo.View) {
	m.settle()
	m.framed = nil
	if m.view.Width == 0 {
		m.framed = func(sized geo.View) geo.View {
			v.Width, v.Height = sized.Width, sized.Height
			return v
		}
		return
	}
	v.Width, v.Height = m.view.Width, m.view.Height
	m.see(v)
	m.compose()
}

// see takes up a view. The scene that is there is moved to fit it.
func (m *Map) see(v geo.View) {
	m.view = v
	m.arrange()
}

// Fit shows all that the filter shows as large as it goes. A map without a size
// does it once it has one.
func (m *Map) Fit() { m.frame(m.all) }

// FitProject shows the places and lines of a project.
func (m *Map) FitProject(id string) {
	m.frame(func(v geo.View) geo.View { return m.fitted(v, mapdata.Filter{Project: id}) })
}

func (m *Map) frame(to func(geo.View) geo.View) {
	if m.view.Width == 0 {
		m.framed = to
		return
	}
	m.fly(to(m.view))
}

func (m *Map) all(v geo.View) geo.View { return m.fitted(v, m.filter) }

// fitted is the view of what a filter shows, whatever year it is.
func (m *Map) fitted(v geo.View, f mapdata.Filter) geo.View {
	f.Year = 0
	b, ok := mapdata.Bound(m.world.Atlas.Pick(f))
	if !ok {
		b = geo.World
	}
	return v.Fit(b, m.Margins)
}

// resize takes up a size.
func (m *Map) resize(s fyne.Size) {
	width, height := float64(s.Width), float64(s.Height)
	if width < 1 || height < 1 || width == m.view.Width && height == m.view.Height {
		return
	}
	m.settle()
	v := m.view
	v.Covered = m.Margins
	if v = v.Resized(width, height); m.kept.Scale > 0 {
		v = m.kept
	}
	if m.framed != nil {
		v = m.framed(v)
		m.framed = nil
	}
	m.see(v)
	m.compose()
}

// pixels are the device's for each of ours.
func (m *Map) pixels() float64 {
	if p := m.world.desk.Pixels(); p > 0 {
		return p
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.layer); c != nil {
		return float64(c.Scale())
	}
	return 1
}

// Children are the objects on the map that can be reached: its marks.
func (m *Map) Children() []fyne.CanvasObject { return m.layer.Objects }

// AccessibilityLabel implements [fyne.Accessible].
func (m *Map) AccessibilityLabel() string {
	return lang.L("map.spoken", map[string]any{"Places": record.Count("count.places", len(m.places))})
}

// AccessibilityRole implements [fyne.Accessible].
func (m *Map) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Tapped implements [fyne.Tappable].
func (m *Map) Tapped(e *fyne.PointEvent) {
	if t := m.lineAt(e.Position); !t.None() {
		m.open(t)
	} else if m.OnElse != nil {
		m.OnElse()
	}
}

func (m *Map) open(t Target) {
	m.point(Target{}) // what it is about is told where it opens
	if m.OnOpen != nil {
		m.OnOpen(t)
	}
}

// point tells what the pointer or the keyboard is at.
func (m *Map) point(t Target) {
	if t.same(m.pointed) {
		return
	}
	m.pointed = t
	m.restyle()
	if m.OnPoint != nil {
		m.OnPoint(t)
	}
}

// MouseIn implements [desktop.Hoverable].
func (m *Map) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (m *Map) MouseMoved(e *desktop.MouseEvent) { m.point(m.lineAt(e.Position)) }

// MouseOut implements [desktop.Hoverable].
func (m *Map) MouseOut() { m.point(Target{}) }

// Cursor implements [desktop.Cursorable].
func (m *Map) Cursor() desktop.Cursor {
	if m.pointed.None() && m.OnElse == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// lineAt is the line that runs within reach of a place on the widget.
func (m *Map) lineAt(p fyne.Position) Target {
	const reach = 7
	best, found := float64(reach), Target{}
	for i := range m.lines {
		for _, part := range m.lines[i].Parts {
			for _, s := range geo.Strokes(part, m.view, nil) {
				if d := s.Distance(float64(p.X), float64(p.Y)); d < best {
					best, found = d, Target{Line: &m.lines[i].Project}
				}
			}
		}
	}
	return found
}

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
	r.m.resize(s)
}

func (r *renderer) Refresh() {
	r.m.ground.FillColor = ui.Colour(ui.ColorSea)
	canvas.Refresh(r.m.shown)
}

// whole rounds a length to whole pixels of the device, or a picture that is
// moved would blur.
func (m *Map) whole(v float64) float32 {
	p := m.pixels()
	return float32(math.Round(v*p) / p)
}

// FitPlaces shows places as large as they go.
func (m *Map) FitPlaces(places []mapdata.Place) {
	if b, ok := mapdata.Bound(places, nil); ok {
		m.frame(func(v geo.View) geo.View { return v.Fit(b, m.Margins) })
	}
}

// Where is the place on the widget of a point of the plane.
func (m *Map) Where(p orb.Point) (x, y float32) {
	px, py := m.view.Point(p)
	return float32(px), float32(py)
}

// Closest tells whether the map cannot be enlarged any more.
func (m *Map) Closest() bool { return m.view.Zoom(1.01, 0, 0).Scale == m.view.Scale }
