package mapview

import (
	"cmp"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/ui"
)

// drawing are the objects of a scene.
type drawing struct {
	picture *canvas.Image
	lines   []track
	marks   []*mark
	labels  []label
	scale   float64 // of the view that they are laid out for
}

// track is a line of the map with its objects.
type track struct {
	line    mapdata.Line
	strokes []geo.Stroke // in the scene
	objects []*canvas.Line
	band    bool // the pale ground of a corridor
}

// label is a name beside a mark.
type label struct {
	mark *mark
	back *canvas.Rectangle
	text *canvas.Text
}

// show takes up a scene that has been made.
func (m *Map) show(s scene) {
	old := m.drawing
	m.scene = s
	m.drawing = drawing{picture: old.picture}
	if m.drawing.picture == nil {
		m.drawing.picture = &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
	}
	m.drawing.picture.Image = s.land
	m.drawing.picture.Refresh()
	m.drawLines()
	m.drawMarks(old.marks)
	m.fill()
	m.restyle()
	m.drawing.scale = 0
	m.arrange()
	m.layer.Refresh()
	m.keepFocus(old.marks)
}

// fill lists the scene's objects, from the ground up.
func (m *Map) fill() {
	d := &m.drawing
	objs := []fyne.CanvasObject{d.picture}
	for _, r := range d.lines {
		for _, l := range r.objects {
			objs = append(objs, l)
		}
	}
	for _, l := range d.labels {
		objs = append(objs, l.back, l.text)
	}
	for _, k := range d.marks {
		objs = append(objs, k)
	}
	m.layer.Objects = objs
}

// drawLines makes the objects of the lines, a pale band below those of corridors.
func (m *Map) drawLines() {
	for _, l := range m.scene.lines {
		if l.Project.Layer == mapdata.Corridors {
			m.drawing.lines = append(m.drawing.lines, m.track(l, nil, true))
		}
	}
	for _, l := range m.scene.lines {
		m.drawing.lines = append(m.drawing.lines, m.track(l, Dashes(l.Status), false))
	}
}

func (m *Map) track(l mapdata.Line, d geo.Dashes, band bool) track {
	r := track{line: l, band: band}
	for _, part := range l.Parts {
		for _, s := range geo.Strokes(part, m.scene.region, d) {
			if d == nil {
				s = s.Longer(0.8) // or its pieces would not quite meet
			}
			r.strokes = append(r.strokes, s)
		}
	}
	for range r.strokes {
		r.objects = append(r.objects, canvas.NewLine(color.Transparent))
	}
	return r
}

// How lines are drawn, here and in a saved drawing.
const (
	lineWidth = 2.5
	bandWidth = 9    // of the ground of a corridor
	bandShare = 0.22 // of the pillar's colour in it
)

// Dashes are how a line of a status is drawn.
func Dashes(status string) geo.Dashes {
	switch status {
	case "operating":
		return nil
	case "under-construction":
		return geo.Dashes{9, 5}
	case "planned":
		return geo.Dashes{2.5, 4}
	default: // not stated
		return geo.Dashes{9, 4, 2.5, 4}
	}
}

// drawMarks makes the marks, from west to east: so does the Tab key go through
// them. One that was there before stays, or the keyboard would lose it.
func (m *Map) drawMarks(old []*mark) {
	marks := slices.Clone(m.scene.marks)
	slices.SortStableFunc(marks, func(a, b geo.Mark) int { return cmp.Compare(a.At[0], b.At[0]) })
	for _, g := range marks {
		places := placesOf(g, m.scene.places)
		var k *mark
		if i := slices.IndexFunc(old, func(k *mark) bool { return k.target.Places[0].ID == places[0].ID }); i >= 0 {
			k = old[i]
		} else {
			k = newMark(m)
		}
		k.at = g
		k.set(places)
		m.drawing.marks = append(m.drawing.marks, k)
		if g.Side != geo.NoSide {
			m.drawing.labels = append(m.drawing.labels, newLabel(k, places[0].Name))
		}
	}
}

// keepFocus gives the keyboard of a mark that is gone to the one that has its
// place now, or to the map.
func (m *Map) keepFocus(old []*mark) {
	c := fyne.CurrentApp().Driver().CanvasForObject(m.layer)
	i := slices.IndexFunc(old, func(k *mark) bool { return k.Focused() && !slices.Contains(m.drawing.marks, k) })
	if c == nil || i < 0 {
		return
	}
	for _, now := range m.drawing.marks {
		if now.holds(old[i].target.Places[0].ID) {
			c.Focus(now)
			return
		}
	}
	if f, ok := m.shown.(fyne.Focusable); ok {
		c.Focus(f)
	}
}

// labelSize is the size of the names of places.
func labelSize() float32 { return theme.Size(ui.SizeCaption) }

const labelAir = 3 // beside a label's text, in pixels

func labelWidth(name string) float32 { return ui.PlainWidth(name, labelSize(), false) + 2*labelAir }

func newLabel(k *mark, name string) label {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = 4
	return label{mark: k, back: back, text: ui.PlainText(name, labelSize(), false, ui.ColorInk)}
}

// restyle gives what is selected or pointed at its look, and the rest theirs.
func (m *Map) restyle() {
	for i := range m.drawing.lines {
		r := &m.drawing.lines[i]
		p := r.line.Project
		strong := p.ID == m.selected || m.pointed.Line != nil && m.pointed.Line.ID == p.ID
		col, width := ui.Colour(ui.PillarColor(p.Order)), float32(lineWidth)
		switch {
		case r.band:
			col, width = ui.Blend(col, ui.Colour(ui.ColorLand), bandShare), bandWidth // opaque: its pieces overlap
		case m.filter.Undated(p):
			col = ui.Faint(col, 0x80)
		}
		if strong {
			width += 1.5
		}
		for _, l := range r.objects {
			if l.StrokeColor != col || l.StrokeWidth != width {
				l.StrokeColor, l.StrokeWidth = col, width
				l.Refresh()
			}
		}
	}
	for _, l := range m.drawing.labels {
		l.back.FillColor = ui.Faint(ui.Colour(ui.ColorLand), 0xD0)
		l.text.Color = ui.Colour(ui.ColorInk)
	}
	for _, k := range m.drawing.marks {
		k.Refresh()
	}
}

// arrange puts the scene's objects where the view shows them. As long as the
// scale is the same they are moved as one.
func (m *Map) arrange() {
	if m.scene.land == nil {
		return
	}
	x, y := m.view.Point(m.scene.corner())
	m.layer.Move(fyne.NewPos(m.whole(x), m.whole(y)))
	if m.drawing.scale != m.view.Scale {
		m.spread()
	}
	m.uncover()
}

// uncover shows the names and signs that can be seen whole, and no others.
func (m *Map) uncover() {
	seen := func(o fyne.CanvasObject, side float32) bool {
		at := o.Position().Add(m.layer.Position())
		size := o.Size()
		if side > 0 {
			at, size = at.AddXY((size.Width-side)/2, (size.Height-side)/2), fyne.NewSquareSize(side)
		}
		b := geo.Box{X: float64(at.X), Y: float64(at.Y), W: float64(size.Width), H: float64(size.Height)}
		return m.view.Holds(b) && !slices.ContainsFunc(m.panels, b.Overlaps)
	}
	for _, k := range m.drawing.marks {
		if whole := seen(k, k.side()); whole == k.covered {
			k.covered = !whole
			k.Refresh()
		}
	}
	for _, l := range m.drawing.labels {
		if whole := !l.mark.covered && seen(l.back, 0); whole == l.text.Hidden {
			l.back.Hidden, l.text.Hidden = !whole, !whole
			l.back.Refresh()
			l.text.Refresh()
		}
	}
}

// spread lays the scene's objects out for the scale of the view.
func (m *Map) spread() {
	m.drawing.scale = m.view.Scale
	k := float32(m.view.Scale / m.scene.region.Scale)
	size := fyne.NewSize(float32(m.scene.region.Width)*k, float32(m.scene.region.Height)*k)
	m.layer.Resize(size)
	m.drawing.picture.Resize(size)
	for _, r := range m.drawing.lines {
		for i, s := range r.strokes {
			r.objects[i].Position1 = fyne.NewPos(float32(s.X1)*k, float32(s.Y1)*k)
			r.objects[i].Position2 = fyne.NewPos(float32(s.X2)*k, float32(s.Y2)*k)
		}
	}
	for _, mark := range m.drawing.marks {
		x, y := m.scene.region.Point(mark.at.At)
		side := markRoom()
		mark.Resize(fyne.NewSquareSize(side))
		mark.Move(fyne.NewPos(m.whole(x)*k-side/2, m.whole(y)*k-side/2))
	}
	for _, l := range m.drawing.labels {
		box := l.mark.at.Label
		at := l.mark.Position().AddXY(l.mark.Size().Width/2+float32(box.X), l.mark.Size().Height/2+float32(box.Y))
		l.back.Move(at)
		l.back.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
		l.text.Move(at.AddXY(labelAir, 0))
		l.text.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
	}
}
