package ui

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The measures of cards.
const (
	cardRadius = 10
	cardBar    = 4
)

// Panel is a card that does nothing: a ground, an edge, and room around its content.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	back := NewBox(ColorCard)
	back.Edge, back.Width, back.Radius = ColorLine, 1, cardRadius
	return Stack(back, Inset(14, 16, 14, 16, content))
}

// Tip is what stands beside the pointer: an accented edge, and room around its parts.
func Tip(gap float32, parts ...fyne.CanvasObject) fyne.CanvasObject {
	back := NewBox(ColorCard)
	back.Edge, back.Width, back.Radius = ColorAccent, 1, 8
	return Stack(back, Inset(8, 12, 8, 12, Column(gap, parts...)))
}

// Card is a card that opens something.
type Card struct {
	Selectable

	Content fyne.CanvasObject
	Bar     fyne.ThemeColorName // colour of the bar at the left; empty: none
	Ground  fyne.ThemeColorName // empty: that of cards
}

var (
	_ fyne.Widget    = (*Card)(nil)
	_ HeightForWidth = (*Card)(nil)
)

// NewCard makes a card; label is what a screen reader says.
func NewCard(label string, content fyne.CanvasObject, open func()) *Card {
	c := &Card{Content: content}
	c.Label, c.OnTapped = label, open
	c.ExtendBaseWidget(c)
	return c
}

// Children are the objects on the card.
func (c *Card) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.Content} }

// HeightFor implements [HeightForWidth].
func (c *Card) HeightFor(width float32) float32 {
	in := c.insets()
	return HeightFor(c.Content, width-in.left-in.right) + in.top + in.bottom
}

func (c *Card) insets() inset {
	in := inset{top: 12, right: 14, bottom: 12, left: 14}
	if c.Bar != "" {
		in.left += cardBar
	}
	return in
}

// CreateRenderer implements [fyne.Widget].
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c: c, bar: canvas.NewRectangle(transparent), back: canvas.NewRectangle(transparent)}
	r.bar.TopLeftCornerRadius, r.bar.BottomLeftCornerRadius, r.back.CornerRadius = cardRadius, cardRadius, cardRadius
	if c.Bar != "" {
		r.back.TopLeftCornerRadius, r.back.BottomLeftCornerRadius = cardRadius-2, cardRadius-2
	}
	r.objects = []fyne.CanvasObject{r.bar, r.back, c.Content}
	r.Refresh()
	return r
}

type cardRenderer struct {
	c         *Card
	bar, back *canvas.Rectangle
	objects   []fyne.CanvasObject
}

func (r *cardRenderer) Destroy()                     {}
func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *cardRenderer) MinSize() fyne.Size {
	in := r.c.insets()
	return fyne.NewSize(r.c.Content.MinSize().Width+in.left+in.right, r.c.HeightFor(r.c.Size().Width))
}

func (r *cardRenderer) Layout(s fyne.Size) {
	in := r.c.insets()
	bar := in.left - 14
	Place(r.bar, 0, 0, cardRadius+2, s.Height)
	Place(r.back, bar, 0, s.Width-bar, s.Height)
	Place(r.c.Content, in.left, in.top, s.Width-in.left-in.right, s.Height-in.top-in.bottom)
}

func (r *cardRenderer) Refresh() {
	r.bar.FillColor = transparent
	if r.c.Bar != "" {
		r.bar.FillColor = r.c.ColorOf(r.c.Bar)
	}
	r.back.FillColor = r.c.ColorOf(cmp.Or(r.c.Ground, ColorCard))
	if r.c.hovered && r.c.Ground == "" {
		r.back.FillColor = r.c.ColorOf(ColorSubtle)
	}
	r.c.edge(r.back, r.c.ColorOf(ColorLine))
	if r.c.Selected {
		r.back.StrokeColor, r.back.StrokeWidth = r.c.ColorOf(ColorAccent), focusWidth
		if r.c.focused { // both at once: a stronger ring, or the focus could not be seen
			r.back.StrokeColor, r.back.StrokeWidth = r.c.ColorOf(ColorFocus), focusWidth+1
		}
	}
	r.bar.Refresh()
	r.back.Refresh()
}
