package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewSmall makes a map that keeps still, for a page with other things on it.
// What is clicked is opened on the page of the map.
func NewSmall(d *data.Dossier, nav route.Nav, w *World, f mapdata.Filter) *Map {
	m := New(w, f)
	m.Margins = geo.Margins{Top: 26, Right: 60, Bottom: 26, Left: 34}
	m.OnElse = func() { nav.Go(route.To(route.Map, "")) }
	m.OnOpen = func(t Target) {
		if p, ok := t.Only(); ok {
			nav.Go(route.To(route.Map, "").Beside(route.Project, p.ID))
			return
		}
		nav.Go(route.To(route.Map, t.Places[0].ID))
	}
	m.OnPoint = func(t Target) {
		if t.None() {
			ui.Unfloat(m)
			return
		}
		x, y := float32(0), m.Size().Height
		if len(t.Places) > 0 {
			x, y = m.Where(t.Places[0].At)
		}
		ui.Float(m, ui.Panel(Card(d, nav, t)), x, y-ui.Dp(12), y+ui.Dp(12), ui.Dp(270))
	}
	return m
}

// NewLocator makes a small map of one project. A click opens it on the page of the map.
func NewLocator(d *data.Dossier, nav route.Nav, w *World, project string) *Map {
	m := NewSmall(d, nav, w, mapdata.Filter{Project: project})
	to := route.To(route.Map, "").Beside(route.Project, project)
	m.OnElse = func() { nav.Go(to) }
	m.OnOpen = func(Target) { nav.Go(to) }
	m.OnPoint = nil
	return m
}

// Framed is the map in a frame of that height.
func (m *Map) Framed(height float32) fyne.CanvasObject {
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = ui.Colour(ui.ColorLine), 1
	return ui.Stack(ui.Gap(height), m.shown, frame)
}
