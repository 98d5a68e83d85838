package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/drawing"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Tapped implements [fyne.Tappable].
func (m *Map) Tapped(e *fyne.PointEvent) {
	if t := m.lineAt(e.Position); !t.None() {
		m.open(t)
	} else if m.OnElse != nil {
		m.OnElse()
	}
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (m *Map) TappedSecondary(e *fyne.PointEvent) { m.context(m.shown, e, m.lineAt(e.Position)) }

// context shows what can be done with what is there, and with the map.
func (m *Map) context(o fyne.Widget, e *fyne.PointEvent, t Target) {
	m.point(Target{})
	ui.ShowContext(o, e.AbsolutePosition, m.leads(t), m.Actions...)
}

func (m *Map) leads(t Target) route.Route {
	if m.Leads == nil || t.None() {
		return route.Route{}
	}
	return m.Leads(t)
}

// PlaceOf is the place on the page of the map of what is there: a project, or a
// place with several.
func PlaceOf(t Target) route.Route {
	if p, ok := t.Only(); ok {
		return route.To(route.Map, "").Beside(route.Project, p.ID)
	}
	return route.To(route.Map, t.Places[0].ID)
}

// lineAt is the line that runs within reach of a place on the widget.
func (m *Map) lineAt(p fyne.Position) Target {
	return Target{Line: m.stage.lineAt(m.camera.view, float64(p.X), float64(p.Y))}
}

// NameAt is what is at a point of the widget, by its name, and where that is; empty:
// nothing. It is for who keeps the pointer from the map itself.
func (m *Map) NameAt(p fyne.Position) (name string, at drawing.Box) {
	const near = 4
	x, y := float64(p.X), float64(p.Y)
	for _, k := range slices.Backward(m.stage.marks) {
		side := k.side() + 2*near
		middle := m.stage.layer.Position().Add(k.Position()).AddXY(k.Size().Width/2, k.Size().Height/2)
		at = drawing.Box{X: float64(middle.X - side/2), Y: float64(middle.Y - side/2), W: float64(side), H: float64(side)}
		if !k.covered && at.Contains(x, y) {
			return m.words.Series(names(k.target.Places, mostNamed)), at
		}
	}
	if l := m.stage.lineAt(m.camera.view, x, y); l != nil {
		return l.Name, drawing.Box{X: x - near, Y: y - near, W: 2 * near, H: 2 * near}
	}
	return "", drawing.Box{}
}

func (m *Map) open(t Target) {
	m.point(Target{}) // what it is about is told where it opens
	if m.OnOpen != nil {
		m.OnOpen(t)
	}
}

// point tells what the pointer or the keyboard is at.
func (m *Map) point(t Target) {
	if t.same(m.cursor.pointed) {
		return
	}
	was := m.cursor.pointed
	m.cursor.pointed = t
	if was.Line != nil || t.Line != nil { // a mark looks to its own
		m.restyle()
	}
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
	if m.cursor.pointed.None() && m.OnElse == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
