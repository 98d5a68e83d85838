package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/message"
)

// FilterChip is a chip that is on or off, with a sign before its name.
type FilterChip struct {
	Pressable

	words *message.Printer
	Text  string
	Sign  fyne.CanvasObject // before the name; nil: none
	On    bool
}

var _ fyne.Widget = (*FilterChip)(nil)

// NewFilterChip makes a chip; changed is told whether it is on.
func NewFilterChip(words *message.Printer, text string, on bool, changed func(on bool)) *FilterChip {
	t := &FilterChip{words: words, Text: text, On: on}
	t.OnTapped = func() {
		t.Set(!t.On)
		changed(t.On)
	}
	t.Set(on)
	t.ExtendBaseWidget(t)
	return t
}

// Set turns the chip on or off without telling about it.
func (t *FilterChip) Set(on bool) {
	t.On = on
	t.Label = t.words.Say("toggle.off", map[string]any{"Name": t.Text})
	if on {
		t.Label = t.words.Say("toggle.on", map[string]any{"Name": t.Text})
	}
	t.Refresh()
}

// CreateRenderer implements [fyne.Widget].
func (t *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	r := &toggleRenderer{t: t, back: canvas.NewRectangle(transparent), text: PlainLine(t.Text, 0, fyne.TextStyle{})}
	r.back.CornerRadius = 6
	r.Refresh()
	return r
}

type toggleRenderer struct {
	t       *FilterChip
	back    *canvas.Rectangle
	text    *canvas.Text
	objects []fyne.CanvasObject
}

func (r *toggleRenderer) Destroy()                     {}
func (r *toggleRenderer) Objects() []fyne.CanvasObject { return r.objects }

const onWidth = 1.5

// signRoom is the width of the sign with the space after it.
func (r *toggleRenderer) signRoom() float32 {
	if r.t.Sign == nil {
		return 0
	}
	return r.t.Dp(10) + 6
}

func (r *toggleRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(20+r.signRoom(), 8)
}

func (r *toggleRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	side := r.t.Dp(10)
	if r.t.Sign != nil {
		Place(r.t.Sign, 10, (s.Height-side)/2, side, side)
	}
	m := r.text.MinSize()
	Place(r.text, 10+r.signRoom(), (s.Height-m.Height)/2, m.Width, m.Height)
}

// Refresh draws a chip that is off without its sign and ground, and a thicker edge around
// one that is on: not by colour alone.
func (r *toggleRenderer) Refresh() {
	ground, ink := ColorSubtle, ColorInk
	if !r.t.On {
		ground, ink = ColorCard, ColorMuted
	}
	setText(r.text, r.t.Text, fyne.TextStyle{})
	r.text.TextSize, r.text.Color = r.t.SizeOf(SizeCaption), r.t.ColorOf(ink)
	r.back.FillColor = r.t.ColorOf(ground)
	if r.t.hovered {
		r.back.FillColor = r.t.ColorOf(ColorLine)
	}
	r.t.edge(r.back, r.t.ColorOf(ColorLine))
	if r.t.On && !r.t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = r.t.ColorOf(ColorMuted), onWidth
	}
	r.objects = []fyne.CanvasObject{r.back, r.text}
	if r.t.Sign != nil && r.t.On {
		r.t.HandDown([]fyne.CanvasObject{r.t.Sign})
		r.objects = append(r.objects, r.t.Sign)
	}
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}
