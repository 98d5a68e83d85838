package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/views/route"
)

// Passage is a paragraph of the reader. It shows whether its record stands open,
// and whether it is the one that is being read.
type Passage struct {
	Base

	Label    string // what a screen reader says
	Content  fyne.CanvasObject
	Selected bool // its record stands open
	Read     bool // what stands beside the text is its
	// Leads is the place of its record, of which its context menu tells; zero: it has none.
	Leads route.Route
}

var (
	_ fyne.Widget     = (*Passage)(nil)
	_ fyne.Accessible = (*Passage)(nil)
	_ HeightForWidth  = (*Passage)(nil)
)

// NewPassage makes a passage.
func NewPassage(label string, content fyne.CanvasObject) *Passage {
	p := &Passage{Label: label, Content: content}
	p.ExtendBaseWidget(p)
	return p
}

// Mark shows whether the passage's record stands open, and whether it is being read.
func (p *Passage) Mark(selected, read bool) {
	if p.Selected != selected || p.Read != read {
		p.Selected, p.Read = selected, read
		p.Refresh()
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (p *Passage) AccessibilityLabel() string { return p.Label }

// AccessibilityRole implements [fyne.Accessible].
func (p *Passage) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children is the content.
func (p *Passage) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.Content} }

// PassageSide is the room that a passage keeps on both sides of its content.
const PassageSide = 12

const passageAir = 7

// HeightFor implements [HeightForWidth].
func (p *Passage) HeightFor(width float32) float32 {
	p.HandDown(p.Children())
	return HeightFor(p.Content, width-2*PassageSide) + 2*passageAir
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
	return fyne.NewSize(r.p.Content.MinSize().Width+2*PassageSide, r.p.HeightFor(r.p.Size().Width))
}

func (r *passageRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.bar, 0, 6, 3, s.Height-12)
	Place(r.p.Content, PassageSide, passageAir, s.Width-2*PassageSide, s.Height-2*passageAir)
}

func (r *passageRenderer) Refresh() {
	r.back.FillColor, r.bar.FillColor = transparent, transparent
	switch {
	case r.p.Selected:
		r.back.FillColor, r.bar.FillColor = r.p.ColorOf(ColorCard), r.p.ColorOf(ColorAccent)
	case r.p.Read:
		r.bar.FillColor = r.p.ColorOf(ColorLine)
	}
	r.back.Refresh()
	r.bar.Refresh()
}
