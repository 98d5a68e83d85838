package paint

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/drawing"
	"beltroad/views/ui"
)

// Swatch is a small drawing of a fixed size: a sample of a sign.
type Swatch struct {
	widget.BaseWidget

	box   drawing.Box
	marks []drawing.Mark
}

var _ fyne.Widget = (*Swatch)(nil)

// NewSwatch makes a swatch as large as a box.
func NewSwatch(box drawing.Box, marks []drawing.Mark) *Swatch {
	s := &Swatch{box: box, marks: marks}
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
	return fyne.NewSize(float32(r.s.box.W), float32(r.s.box.H))
}

func (r *swatchRenderer) Refresh() {
	r.objects = r.painter.Paint(r.s.marks, Palette(ui.Colour))
	canvas.Refresh(r.s)
}
