package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wheeled has a use for the wheel where it lies in a [Scroller]. It must not be
// [fyne.Scrollable]: Fyne's hit test takes each of those for a clip in place of
// the scroller's, and finds what is scrolled out of sight.
type Wheeled interface {
	fyne.CanvasObject
	// Wheel takes a turn of the wheel over the object, and tells whether it had
	// a use for it; else the scroller scrolls.
	Wheel(*fyne.ScrollEvent) bool
}

// scrolling is Fyne's part of a [Scroller]. It asks what lies under the pointer
// before it scrolls.
type scrolling struct {
	container.Scroll

	scroller *Scroller
}

var (
	_ fyne.Scrollable = (*scrolling)(nil)
	_ Parent          = (*scrolling)(nil)
)

func newScrolling(s *Scroller) *scrolling {
	f := &scrolling{scroller: s}
	f.Direction, f.Content = container.ScrollVerticalOnly, s.holder
	f.ExtendBaseWidget(f)
	return f
}

// Children implements [Parent].
func (f *scrolling) Children() []fyne.CanvasObject { return []fyne.CanvasObject{f.Content} }

// Scrolled implements [fyne.Scrollable]. What floats over the content goes: what
// it tells of is about to be elsewhere.
func (f *scrolling) Scrolled(e *fyne.ScrollEvent) {
	HideTip()
	f.scroller.float(nil)
	if w, at := wheeledAt(f.scroller.content, e.Position.Add(f.Offset)); w != nil {
		own := *e
		own.Position = at
		if w.Wheel(&own) {
			return
		}
	}
	if runtime.GOOS != "darwin" { // where the system has its say already
		far := *e
		far.Scrolled.DX, far.Scrolled.DY = notches*e.Scrolled.DX, notches*e.Scrolled.DY
		e = &far
	}
	f.Scroll.Scrolled(e)
}

// notches is how much more a notch of the wheel scrolls than Fyne would: three lines.
const notches = 2.5

// wheeledAt is what has a use for the wheel at a position in o, and where that is in it.
func wheeledAt(o fyne.CanvasObject, p fyne.Position) (Wheeled, fyne.Position) {
	size := o.Size()
	if !o.Visible() || p.X < 0 || p.Y < 0 || p.X >= size.Width || p.Y >= size.Height {
		return nil, p
	}
	if w, ok := o.(Wheeled); ok {
		return w, p
	}
	for _, c := range childrenOf(o) {
		if w, at := wheeledAt(c, p.Subtract(c.Position())); w != nil {
			return w, at
		}
	}
	return nil, p
}
