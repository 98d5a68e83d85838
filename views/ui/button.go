package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Button is a push button with a short text.
type Button struct {
	Pressable

	Text    string
	Primary bool // the main thing to do on a page
}

var _ fyne.Widget = (*Button)(nil)

// NewButton makes a button.
func NewButton(text string, tapped func(), primary bool) *Button {
	b := &Button{Text: text, Primary: primary}
	b.Label, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// SetText gives the button another name.
func (b *Button) SetText(text string) {
	b.Text, b.Label = text, text
	b.Refresh()
}

// CreateRenderer implements [fyne.Widget].
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, back: canvas.NewRectangle(transparent), text: PlainLine(b.Text, 0, fyne.TextStyle{})}
	r.back.CornerRadius = 8
	r.text.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b    *Button
	back *canvas.Rectangle
	text *canvas.Text
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.text} }

func (r *buttonRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(32, 18) }

func (r *buttonRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.text, 0, 0, s.Width, s.Height)
}

func (r *buttonRenderer) Refresh() {
	setText(r.text, r.b.Text, fyne.TextStyle{Bold: r.b.Primary})
	r.text.TextSize = r.b.SizeOf(SizeBody)
	fill, ink := ColorCard, ColorInk
	switch {
	case r.b.Primary:
		fill, ink = ColorAccent, theme.ColorNameForegroundOnPrimary
	case r.b.hovered:
		fill = ColorSubtle
	}
	r.back.FillColor, r.text.Color = r.b.ColorOf(fill), r.b.ColorOf(ink)
	r.b.edge(r.back, r.b.ColorOf(ColorLine))
	if r.b.Primary && r.b.focused {
		r.back.StrokeColor = r.b.ColorOf(ColorInk)
	}
	r.back.Refresh()
	r.text.Refresh()
}

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
