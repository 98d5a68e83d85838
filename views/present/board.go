package present

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"beltroad/internal/show"
	"beltroad/views/ui"
)

// board is a slide with all that belongs to it: its ink, the guesses of the
// class, the pointer's spot. Both windows show one.
type board struct {
	ui.Base

	p       *Presentation
	slide   *slideView
	ink     *inkView
	above   *fyne.Container // guesses and spot
	spot    *canvas.Circle
	guesses []*canvas.Circle
	slider  *canvas.Line
	live    live
	moved   *fyne.Container // the map that can be moved
}

var (
	_ fyne.Widget = (*board)(nil)
	_ ui.Parent   = (*board)(nil)
)

func newBoard(p *Presentation) *board {
	b := &board{p: p, slide: newSlideView(), above: container.NewWithoutLayout(), spot: canvas.NewCircle(color.Transparent), slider: canvas.NewLine(nil), moved: container.NewWithoutLayout()}
	b.ink = newInkView(b.slide, p.beside)
	b.ExtendBaseWidget(b)
	return b
}

// Children implements [ui.Parent].
func (b *board) Children() []fyne.CanvasObject { return []fyne.CanvasObject{b.slide, b.moved, b.ink} }

// show shows the state.
func (b *board) show() {
	s := b.p.show
	x, y, zoomed := s.ZoomAt()
	factor := float32(1)
	if zoomed {
		factor = show.ZoomFactor
	}
	b.slide.set(b.p.plate(), factor, [2]float64{x, y})
	if b.live.of != nil && b.live.of != b.slide.plate {
		b.live.close()
	}
	b.ink.set(s.Ink(s.At()), s.Drawing())
	b.drawAbove()
}

// drawAbove places the guesses and the spot.
func (b *board) drawAbove() {
	at, size, scale := b.slide.frame()
	b.above.Objects = b.above.Objects[:0]
	b.placeMap(at, scale)
	b.above.Objects = append(b.above.Objects, b.live.objects(b, at, scale)...)
	b.drawGuesses(at, scale)
	if x, y, ok := b.p.show.PointerAt(); ok {
		d := size.Height / 28
		accent := b.ColorOf(ui.ColorAccent)
		b.spot.FillColor, b.spot.StrokeColor, b.spot.StrokeWidth = ui.Faint(accent, 0x70), accent, max(2, d/12)
		b.spot.Resize(fyne.NewSquareSize(d))
		b.spot.Move(at.AddXY(float32(x)*size.Width-d/2, float32(y)*size.Height-d/2))
		b.above.Objects = append(b.above.Objects, b.spot)
	}
	canvas.Refresh(b)
}

// placeMap puts the map that can be moved where the drawn one is.
func (b *board) placeMap(at fyne.Position, scale float32) {
	b.moved.Objects = b.moved.Objects[:0]
	if b.live.explorer == nil {
		return
	}
	room := b.live.of.lay.Room
	ui.Place(b.live.explorer, at.X+float32(room.X)*scale, at.Y+float32(room.Y)*scale, float32(room.W)*scale, float32(room.H)*scale)
	b.moved.Objects = append(b.moved.Objects, b.live.explorer)
}

// drawGuesses places the dots of guesses above their axis, those that are near
// each other upon one another, and the slider.
func (b *board) drawGuesses(at fyne.Position, scale float32) {
	predict := b.p.show.Here().Predict
	plate := b.slide.plate
	if predict == nil || plate == nil || plate.lay.Line.W <= 0 || predict.From == predict.To {
		return
	}
	line := plate.lay.Line
	place := func(v float64) (x, y float32) {
		share := (v - predict.From) / (predict.To - predict.From)
		return at.X + float32(line.X+line.W*share)*scale, at.Y + float32(line.Y)*scale
	}
	d := float32(plate.lay.Height) / 40 * scale
	guesses := b.p.show.Guesses()
	columnOf := func(v float64) int {
		x, _ := place(v)
		return int(math.Round(float64((x - at.X) / d)))
	}
	most, high := map[int]int{}, map[int]int{} // dots in each column
	for _, v := range guesses {
		most[columnOf(v)]++
	}
	for i, v := range guesses {
		if i == len(b.guesses) {
			b.guesses = append(b.guesses, canvas.NewCircle(nil))
		}
		dot := b.guesses[i]
		x, y := place(v)
		column := columnOf(v)
		room := float32(line.Y-plate.lay.Room.Y)*scale - 5*d // all of a column are seen, below what is typed
		step := max(d*0.1, min(d*0.85, room/float32(most[column])))
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = b.ColorOf(ui.ColorAccent), b.ColorOf(ui.ColorCard), 1
		dot.Resize(fyne.NewSquareSize(d))
		dot.Move(fyne.NewPos(x-d/2, y-d*1.3-float32(high[column])*step))
		high[column]++
		b.above.Objects = append(b.above.Objects, dot)
	}
	if b.p.show.Has(show.Guessing) {
		x, y := place(b.p.show.Slider())
		b.slider.StrokeColor, b.slider.StrokeWidth = b.ColorOf(ui.ColorInk), max(2, d/8)
		b.slider.Position1, b.slider.Position2 = fyne.NewPos(x, y-d*1.5), fyne.NewPos(x, y+d*1.5)
		b.above.Objects = append(b.above.Objects, b.slider)
	}
}

// value is what a point stands for on the axis that is guessed on; ok is false beside it.
func (b *board) value(p fyne.Position) (v float64, ok bool) {
	predict, plate := b.p.show.Here().Predict, b.slide.plate
	if predict == nil || plate == nil || plate.lay.Line.W <= 0 {
		return 0, false
	}
	at, _, scale := b.slide.frame()
	x, y := float64((p.X-at.X)/scale), float64((p.Y-at.Y)/scale)
	line, room := plate.lay.Line, plate.lay.Height/8
	if x < line.X-room/4 || x > line.X+line.W+room/4 || math.Abs(y-line.Y) > room {
		return 0, false
	}
	share := max(0, min((x-line.X)/line.W, 1))
	return predict.From + share*(predict.To-predict.From), true
}

// CreateRenderer implements [fyne.Widget].
func (b *board) CreateRenderer() fyne.WidgetRenderer {
	return &boardRenderer{b, container.NewClip(b.above)}
}

type boardRenderer struct {
	b     *board
	above *container.Clip
}

func (*boardRenderer) Destroy()           {}
func (*boardRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.slide, r.b.moved, r.b.ink, r.above}
}

func (r *boardRenderer) Refresh() {
	r.b.slide.Refresh()
	r.b.ink.Refresh()
	r.b.drawAbove()
}

func (r *boardRenderer) Layout(s fyne.Size) {
	for _, o := range r.Objects() {
		o.Resize(s)
	}
	r.b.above.Resize(s)
	r.b.drawAbove()
}
