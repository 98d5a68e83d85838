package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/route"
)

// ListItem is a row that opens something, without an edge of its own.
type ListItem struct {
	Pressable

	Content fyne.CanvasObject
	Air     float32 // above and below the content
}

var (
	_ fyne.Widget    = (*ListItem)(nil)
	_ HeightForWidth = (*ListItem)(nil)
)

// NewListItem makes a line; label is what a screen reader says.
func NewListItem(label string, content fyne.CanvasObject, open func()) *ListItem {
	l := &ListItem{Content: content, Air: 7}
	l.Label, l.OnTapped = label, open
	l.ExtendBaseWidget(l)
	return l
}

// To makes the line lead to a place.
func (l *ListItem) To(nav route.Nav, to route.Route) *ListItem {
	l.OnTapped, l.Leads = func() { nav.Go(to) }, to
	return l
}

// Children are the objects on the line.
func (l *ListItem) Children() []fyne.CanvasObject { return []fyne.CanvasObject{l.Content} }

// HeightFor implements [HeightForWidth].
func (l *ListItem) HeightFor(width float32) float32 { return HeightFor(l.Content, width) + 2*l.Air }

// CreateRenderer implements [fyne.Widget].
func (l *ListItem) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(transparent)
	back.CornerRadius = 6
	return &lineRenderer{l: l, back: back, objects: []fyne.CanvasObject{back, l.Content}}
}

type lineRenderer struct {
	l       *ListItem
	back    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *lineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.l.Content.MinSize().Width, r.l.HeightFor(r.l.Size().Width))
}

func (r *lineRenderer) Layout(s fyne.Size) {
	Place(r.back, -6, 0, s.Width+12, s.Height)
	Place(r.l.Content, 0, r.l.Air, s.Width, s.Height-2*r.l.Air)
}

func (r *lineRenderer) Refresh() {
	r.back.FillColor = transparent
	if r.l.hovered {
		r.back.FillColor = r.l.ColorOf(theme.ColorNameHover)
	}
	r.l.edge(r.back, transparent)
	r.back.Refresh()
}
