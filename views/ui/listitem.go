package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/spoken"
	"beltroad/views/route"
)

// ListItem is a row that opens something, without an edge of its own.
type ListItem struct {
	Selectable

	Content fyne.CanvasObject
	Air     float32 // above and below the content
	current bool    // a keyboard that is elsewhere is at it
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

// SetCurrent marks the line that a keyboard which is elsewhere, in a field above
// the list, would open.
func (l *ListItem) SetCurrent(on bool) {
	if l.current != on {
		l.current = on
		l.Refresh()
	}
}

// Current tells whether the line is marked so.
func (l *ListItem) Current() bool { return l.current }

// Told implements [Teller].
func (l *ListItem) Told(n *spoken.Node) {
	if l.Selectable.Told(n); l.current {
		n.State |= spoken.Selected
	}
}

// Children are the objects on the line.
func (l *ListItem) Children() []fyne.CanvasObject { return []fyne.CanvasObject{l.Content} }

// HeightFor implements [HeightForWidth].
func (l *ListItem) HeightFor(width float32) float32 { return HeightFor(l.Content, width) + 2*l.Air }

// CreateRenderer implements [fyne.Widget].
func (l *ListItem) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, back: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.back, l.Content}
	r.Refresh()
	return r
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
	const share = 0x28 / 255.0 // as of a selection: on a card, whatever it lies on, quiet words can be read
	open := Blend(r.l.ColorOf(ColorAccent), r.l.ColorOf(ColorCard), share)
	if r.l.Selected {
		r.back.FillColor = open
	} else if r.l.hovered {
		r.back.FillColor = r.l.ColorOf(theme.ColorNameHover)
	}
	r.l.edge(r.back, transparent)
	if r.l.current {
		r.back.FillColor = open
		r.back.StrokeColor, r.back.StrokeWidth = r.l.ColorOf(ColorFocus), focusWidth
	}
	r.back.Refresh()
}
