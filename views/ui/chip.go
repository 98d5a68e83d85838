package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Chip is a short word on a soft ground: a kind, a status, a country.
func Chip(text string) fyne.CanvasObject {
	back := NewBox(ColorSubtle)
	back.Radius = 6
	return Stack(back, Inset(2, 8, 2, 8, OneLine(text, SizeCaption, ColorInk)))
}

// Rule is a thin line over the full width.
func Rule() fyne.CanvasObject {
	r := NewBox(ColorLine)
	r.Least = fyne.NewSize(1, 1)
	return r
}

// Gap is an empty space of that height.
func Gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// Dot is the small disc of a pillar's colour.
func Dot(col fyne.ThemeColorName) fyne.CanvasObject { return NewDisc(col) }

// square gives its objects a fixed square size.
type square struct {
	Themed
	side float32 // at 100 % text
}

func (l *square) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return fyne.NewSquareSize(l.Dp(l.side))
}

func (l *square) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	side := l.Dp(l.side)
	for _, o := range objs {
		Place(o, 0, (s.Height-side)/2, side, side)
	}
}

// Square gives objects a fixed square size; the side grows with the text size.
func Square(side float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &square{side: side}, Objects: objs}
}
