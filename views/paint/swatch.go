package paint

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/views/ui"
)

// Swatch is a small drawing that grows with the text: a sample of a sign.
type Swatch struct {
	ui.Ornament

	draw func(scale float64) (drawing.Box, []drawing.Mark)
}

var _ fyne.Widget = (*Swatch)(nil)

// NewSwatch makes a swatch of what is drawn for a scale of text, as large as
// the box of that.
func NewSwatch(draw func(scale float64) (drawing.Box, []drawing.Mark)) *Swatch {
	s := &Swatch{draw: draw}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements [fyne.Widget].
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s: s}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	s       *Swatch
	painter Painter
	objects []fyne.CanvasObject
}

func (*swatchRenderer) Destroy()                       {}
func (*swatchRenderer) Layout(fyne.Size)               {}
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *swatchRenderer) MinSize() fyne.Size {
	box, _ := r.s.draw(float64(r.s.Dp(1)))
	return fyne.NewSize(float32(box.W), float32(box.H))
}

func (r *swatchRenderer) Refresh() {
	_, marks := r.s.draw(float64(r.s.Dp(1)))
	r.objects = r.painter.Paint(marks, Palette(r.s.ColorOf))
	canvas.Refresh(r.s)
}
