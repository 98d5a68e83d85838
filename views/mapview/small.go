package mapview

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewSmall makes a map that keeps still, for a page with other things on it.
// What is clicked is opened on the page of the map.
func NewSmall(f *mapdata.Features, w *record.Words, host record.Host, c mapdata.Filter) *Map {
	m := New(f, w, host, c)
	m.SetMargins(geo.Margins{Top: 26, Right: 60, Bottom: 26, Left: 34})
	m.OnElse = func() { host.Go(route.To(route.Map, "")) }
	m.Leads, m.OnOpen = PlaceOf, func(t Target) { host.Go(PlaceOf(t)) }
	m.OnPoint = func(t Target) {
		if t.None() {
			ui.HidePopover(m)
			return
		}
		x, y := float32(0), m.Size().Height
		if len(t.Places) > 0 {
			x, y = m.Where(t.Places[0].At)
		}
		ui.ShowPopover(m, ui.Panel(Card(f.Dossier, w, host, t)), x, y-m.Dp(12), y+m.Dp(12), m.Dp(270))
	}
	return m
}

// NewLocator makes a small map of one project. A click opens it on the page of the map.
func NewLocator(f *mapdata.Features, w *record.Words, host record.Host, project string) *Map {
	m := NewSmall(f, w, host, mapdata.Filter{Project: project})
	to := route.To(route.Map, "").Beside(route.Project, project)
	m.OnElse = func() { host.Go(to) }
	m.OnOpen = func(Target) { host.Go(to) }
	m.OnPoint = nil
	return m
}

// Framed is the map in a frame with round corners, so high at a text size of 100 %, on
// a ground.
func (m *Map) Framed(height float32, ground fyne.ThemeColorName) fyne.CanvasObject {
	const radius = 10
	frame, corners := ui.NewBox(""), ui.NewBox("")
	frame.Edge, frame.Width, frame.Radius = ui.ColorLine, 1, radius
	corners.Edge, corners.Width, corners.Radius = ground, beyond, radius+beyond
	return &fyne.Container{Layout: &framed{height: height}, Objects: []fyne.CanvasObject{m.shown, corners, frame}}
}

// beyond is how far the ground goes over the corners of the map from outside.
const beyond = 5

// framed lays objects on one another, as high as it is told.
type framed struct {
	ui.Themed

	height float32
}

// MinSize implements [fyne.Layout].
func (l *framed) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return fyne.NewSize(objs[0].MinSize().Width, l.Dp(l.height))
}

// Layout implements [fyne.Layout].
func (l *framed) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		o.Resize(size)
	}
	ui.Place(objs[1], -beyond, -beyond, size.Width+2*beyond, size.Height+2*beyond)
}
