package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Chip is a short word on a soft ground: a kind, a status, a country.
func Chip(text string) fyne.CanvasObject {
	back := canvas.NewRectangle(Colour(ColorSubtle))
	back.CornerRadius = 6
	return Stack(back, Inset(2, 8, 2, 8, OneLine(text, SizeCaption, ColorInk)))
}

// Rule is a thin line over the full width.
func Rule() fyne.CanvasObject {
	r := canvas.NewRectangle(Colour(ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Gap is an empty space of that height.
func Gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// Dot is the small disc of a pillar's colour.
func Dot(col fyne.ThemeColorName) fyne.CanvasObject {
	d := Dp(10)
	return Width(d, &fyne.Container{Layout: square{d}, Objects: []fyne.CanvasObject{canvas.NewCircle(Colour(col))}})
}

// square gives its objects a fixed square size.
type square struct{ side float32 }

func (l square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(l.side) }

func (l square) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		Place(o, 0, (s.Height-l.side)/2, l.side, l.side)
	}
}

// Square gives objects a fixed square size.
func Square(side float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: square{side}, Objects: objs}
}
