package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewSmall makes a map that keeps still, for a page with other things on it.
// What is clicked is opened on the page of the map.
func NewSmall(f *mapdata.Features, host record.Host, c mapdata.Filter) *Map {
	m := New(f, host, c)
	m.SetMargins(geo.Margins{Top: 26, Right: 60, Bottom: 26, Left: 34})
	m.OnElse = func() { host.Go(route.To(route.Map, "")) }
	m.OnOpen = func(t Target) {
		if p, ok := t.Only(); ok {
			host.Go(route.To(route.Map, "").Beside(route.Project, p.ID))
			return
		}
		host.Go(route.To(route.Map, t.Places[0].ID))
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
		ui.Float(m, ui.Panel(Card(f.Dossier, host, t)), x, y-ui.Dp(12), y+ui.Dp(12), ui.Dp(270))
	}
	return m
}

// NewLocator makes a small map of one project. A click opens it on the page of the map.
func NewLocator(f *mapdata.Features, host record.Host, project string) *Map {
	m := NewSmall(f, host, mapdata.Filter{Project: project})
	to := route.To(route.Map, "").Beside(route.Project, project)
	m.OnElse = func() { host.Go(to) }
	m.OnOpen = func(Target) { host.Go(to) }
	m.OnPoint = nil
	return m
}

// Framed is the map in a frame of that height.
func (m *Map) Framed(height float32) fyne.CanvasObject {
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = ui.Colour(ui.ColorLine), 1
	return ui.Stack(ui.Gap(height), m.shown, frame)
}
