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
	On      bool // what it stands for is so
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

// SetOn shows whether what the button stands for is so; label says it to a screen
// reader.
func (b *Button) SetOn(on bool, label string) {
	b.On, b.Label = on, label
	b.Refresh()
}

// Offer shows whether there is something that the button can do now.
func (b *Button) Offer(can bool) {
	b.Skip = !can
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
	case r.b.On:
		fill = theme.ColorNameSelection
	case r.b.Skip: // there is nothing that it could do
		ink = ColorMuted
	case r.b.hovered:
		fill = ColorSubtle
	}
	r.back.FillColor, r.text.Color = r.b.ColorOf(fill), r.b.ColorOf(ink)
	r.b.edge(r.back, r.b.ColorOf(ColorLine))
	if r.b.On && !r.b.focused { // not by its ground alone
		r.back.StrokeColor = r.b.ColorOf(ColorAccent)
	}
	if r.b.Primary && r.b.focused {
		r.back.StrokeColor = r.b.ColorOf(ColorInk)
	}
	r.back.Refresh()
	r.text.Refresh()
}
