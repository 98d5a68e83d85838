package ui

import (
	"cmp"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ActionChip is a chip that opens something: a few words on a soft ground.
type ActionChip struct {
	Selectable

	Ground fyne.ThemeColorName // empty: the usual one

	text *Text
}

var (
	_ fyne.Widget    = (*ActionChip)(nil)
	_ HeightForWidth = (*ActionChip)(nil)
)

// NewActionChip makes a tag; label is what a screen reader says.
func NewActionChip(label string, open func(), words ...Run) *ActionChip {
	t := &ActionChip{text: NewText(words...)}
	t.text.Whole = true
	t.Label, t.OnTapped = label, open
	t.ExtendBaseWidget(t)
	return t
}

// Children is the text.
func (t *ActionChip) Children() []fyne.CanvasObject { return []fyne.CanvasObject{t.text} }

const (
	tagAir  = 4
	tagSide = 10
)

// HeightFor implements [HeightForWidth].
func (t *ActionChip) HeightFor(width float32) float32 {
	return t.text.HeightFor(width-2*tagSide) + 2*tagAir
}

// CreateRenderer implements [fyne.Widget].
func (t *ActionChip) CreateRenderer() fyne.WidgetRenderer {
	r := &tagRenderer{t: t, back: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.back, t.text}
	r.Refresh()
	return r
}

type tagRenderer struct {
	t       *ActionChip
	back    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *tagRenderer) Destroy()                     {}
func (r *tagRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *tagRenderer) MinSize() fyne.Size {
	w := r.t.text.NaturalWidth()
	return fyne.NewSize(w+2*tagSide, r.t.text.HeightFor(w)+2*tagAir)
}

func (r *tagRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.t.text, tagSide, tagAir, s.Width-2*tagSide, s.Height-2*tagAir)
}

func (r *tagRenderer) Refresh() {
	r.back.FillColor = r.t.ColorOf(cmp.Or(r.t.Ground, ColorSubtle))
	var edge color.Color = transparent
	if r.t.hovered {
		edge = r.t.ColorOf(ColorMuted)
	}
	r.t.edge(r.back, edge)
	if r.t.Selected && !r.t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = r.t.ColorOf(ColorAccent), focusWidth
	}
	if r.t.Selected && r.t.focused {
		r.back.StrokeWidth = focusWidth + 1
	}
	r.back.Refresh()
}
