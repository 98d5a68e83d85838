package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Passage is a paragraph of the reader that can be picked.
type Passage struct {
	Selectable

	Content fyne.CanvasObject
}

var (
	_ fyne.Widget       = (*Passage)(nil)
	_ HeightForWidth    = (*Passage)(nil)
	_ desktop.Mouseable = (*Passage)(nil)
)

// NewPassage makes a passage; label is what a screen reader says.
func NewPassage(label string, content fyne.CanvasObject, pick func()) *Passage {
	p := &Passage{Content: content}
	p.Label, p.OnTapped = label, pick
	p.ExtendBaseWidget(p)
	return p
}

// Children is the content.
func (p *Passage) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.Content} }

// MouseDown implements [desktop.Mouseable]: the text in it can be selected.
func (p *Passage) MouseDown(e *desktop.MouseEvent) {
	if a := areaAround(p); a != nil {
		a.MouseDown(e)
	}
}

// MouseUp implements [desktop.Mouseable].
func (p *Passage) MouseUp(e *desktop.MouseEvent) {
	if a := areaAround(p); a != nil {
		a.MouseUp(e)
	}
}

// Tapped implements [fyne.Tappable]: a click on a mark in it opens that, and one
// that selects picks nothing.
func (p *Passage) Tapped(e *fyne.PointEvent) {
	if a := areaAround(p); e != nil && a != nil && (a.openMark(e.AbsolutePosition) || a.Any()) {
		return
	}
	p.Selectable.Tapped(e)
}

const (
	passageAir  = 7
	passageSide = 12
)

// HeightFor implements [HeightForWidth].
func (p *Passage) HeightFor(width float32) float32 {
	return HeightFor(p.Content, width-2*passageSide) + 2*passageAir
}

// CreateRenderer implements [fyne.Widget].
func (p *Passage) CreateRenderer() fyne.WidgetRenderer {
	r := &passageRenderer{p: p, back: canvas.NewRectangle(transparent), bar: canvas.NewRectangle(transparent)}
	r.back.CornerRadius, r.bar.CornerRadius = 6, 1.5
	r.objects = []fyne.CanvasObject{r.back, r.bar, p.Content}
	r.Refresh()
	return r
}

type passageRenderer struct {
	p         *Passage
	back, bar *canvas.Rectangle
	objects   []fyne.CanvasObject
}

func (r *passageRenderer) Destroy()                     {}
func (r *passageRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *passageRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.p.Content.MinSize().Width+2*passageSide, r.p.HeightFor(r.p.Size().Width))
}

func (r *passageRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.bar, 0, 6, 3, s.Height-12)
	Place(r.p.Content, passageSide, passageAir, s.Width-2*passageSide, s.Height-2*passageAir)
}

func (r *passageRenderer) Refresh() {
	r.back.FillColor, r.bar.FillColor = transparent, transparent
	if r.p.Selected {
		r.back.FillColor, r.bar.FillColor = r.p.ColorOf(ColorCard), r.p.ColorOf(ColorAccent)
	}
	r.p.edge(r.back, transparent)
	r.back.Refresh()
	r.bar.Refresh()
}
