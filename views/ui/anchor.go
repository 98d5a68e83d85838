package ui

import "fyne.io/fyne/v2"

// Anchor is where what was clicked last lies in the window.
type Anchor struct {
	object fyne.CanvasObject // nil: nothing in the root was clicked
	held   *Scroller
	y      float32
}

// Drawn is a drawing of things, one of which may have been clicked.
type Drawn interface {
	// Clicked is how far below its top that lies; ok is false where it is out of sight.
	Clicked() (y float32, ok bool)
}

// MarkPressed notes where what was clicked last in a root lies.
func MarkPressed(root fyne.CanvasObject) Anchor {
	o, ok := lastPressed.(fyne.CanvasObject)
	if !ok {
		return Anchor{}
	}
	around := scrollersAround(root, o)
	if len(around) == 0 {
		return Anchor{}
	}
	a := Anchor{object: o, held: around[0]}
	a.y = a.where()
	if a.y < 0 || a.y > a.held.Size().Height { // it was not clicked just now
		return Anchor{}
	}
	return a
}

// Keep scrolls so that it lies there again, as far as that goes: what is beside it may
// have become narrower.
func (a Anchor) Keep() {
	if a.object == nil {
		return
	}
	if off := a.where() - a.y; off != 0 {
		a.held.ScrollTo(a.held.Offset() + off)
	}
}

// where is how far below the top of what is seen it lies, its row, or what of a
// drawing was clicked.
func (a Anchor) where() float32 {
	y, _ := a.held.Depth(a.object)
	switch o := a.object.(type) {
	case *Table:
		from, _ := o.stretch(o.cursor.Current)
		y += from
	case Drawn:
		from, _ := o.Clicked()
		y += from
	}
	return y - a.held.Offset()
}
