package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// sign is a drawing of a few marks that fills its size.
type sign struct {
	ui.Ornament

	least fyne.Size
	marks func(in drawing.Box, unit float64) []drawing.Mark
}

func newSign(least fyne.Size, marks func(in drawing.Box, unit float64) []drawing.Mark) *sign {
	s := &sign{least: least, marks: marks}
	s.ExtendBaseWidget(s)
	return s
}

// OnPaper implements [ui.Printed].
func (s *sign) OnPaper() []paper.Part {
	w, h := max(float64(s.least.Width), 10), max(float64(s.least.Height), 10)
	high := max(h, ui.SignOnPaper)
	marks := s.marks(drawing.Box{Y: (high - h) / 2, W: w, H: h}, 1)
	return []paper.Part{paper.Picture{Sheet: &drawing.Sheet{Width: w + 2, Height: high, Marks: marks}}}
}

// CreateRenderer implements [fyne.Widget].
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{s: s}
	r.paint(s.Size())
	return r
}

type signRenderer struct {
	s       *sign
	painter paint.Painter
	objects []fyne.CanvasObject
}

func (r *signRenderer) Destroy()                     {}
func (r *signRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *signRenderer) MinSize() fyne.Size           { return r.s.least }
func (r *signRenderer) Layout(size fyne.Size)        { r.paint(size) }

func (r *signRenderer) Refresh() {
	r.paint(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *signRenderer) paint(size fyne.Size) {
	in := drawing.Box{W: float64(size.Width), H: float64(size.Height)}
	r.painter.Thick = r.s.Thick()
	r.objects = r.painter.Paint(r.s.marks(in, float64(r.s.Dp(1))), paint.Palette(r.s.ColorOf))
}
