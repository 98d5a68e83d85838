package paint

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/views/ui"
)

// Swatch is a small drawing that grows with the text: a sample of a sign.
type Swatch struct {
	ui.Ornament

	draw    func(scale, room float64) (drawing.Box, []drawing.Mark)
	shrinks bool
}

var _ fyne.Widget = (*Swatch)(nil)

// NewSwatch makes a swatch of what is drawn for a scale of text, as large as
// the box of that.
func NewSwatch(draw func(scale float64) (drawing.Box, []drawing.Mark)) *Swatch {
	s := &Swatch{draw: func(scale, _ float64) (drawing.Box, []drawing.Mark) { return draw(scale) }}
	s.ExtendBaseWidget(s)
	return s
}

// NewStrip makes a swatch that is drawn for the room that it has, and needs none
// of its own.
func NewStrip(draw func(scale, room float64) (drawing.Box, []drawing.Mark)) *Swatch {
	s := &Swatch{draw: draw, shrinks: true}
	s.ExtendBaseWidget(s)
	return s
}

// OnPaper implements [ui.Printed].
func (s *Swatch) OnPaper() []paper.Part {
	const room = 240
	box, marks := s.draw(1, room)
	return []paper.Part{paper.Picture{Sheet: &drawing.Sheet{Width: box.W, Height: box.H, Marks: marks}}}
}

// CreateRenderer implements [fyne.Widget].
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s: s}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	s       *Swatch
	room    float32
	painter Painter
	objects []fyne.CanvasObject
}

func (*swatchRenderer) Destroy()                       {}
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *swatchRenderer) MinSize() fyne.Size {
	box, _ := r.s.draw(float64(r.s.Dp(1)), 0)
	return fyne.NewSize(float32(box.W), float32(box.H))
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	if r.s.shrinks && size.Width != r.room {
		r.room = size.Width
		r.Refresh()
	}
}

func (r *swatchRenderer) Refresh() {
	_, marks := r.s.draw(float64(r.s.Dp(1)), float64(r.room))
	r.painter.Thick = r.s.Thick()
	r.objects = r.painter.Paint(marks, Palette(r.s.ColorOf))
	canvas.Refresh(r.s)
}
