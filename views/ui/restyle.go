package ui

import (
	"fyne.io/fyne/v2"
)

// Restyle draws all that is in the roots anew after their theme was changed:
// other colours, or another text size. No widget is made anew, so that focus
// and selection stay, and what is scrolled keeps what stood at its top.
func Restyle(roots ...fyne.CanvasObject) {
	for _, root := range roots {
		if root == nil {
			continue
		}
		larger := false
		var kept []func()
		everything(root, func(o fyne.CanvasObject) {
			if a, ok := o.(anchored); ok {
				kept = append(kept, a.keep())
			}
		})
		everything(root, func(o fyne.CanvasObject) {
			if t, ok := o.(interface{ resized() bool }); ok && t.resized() {
				larger = true
			}
			if w, ok := o.(fyne.Widget); ok {
				w.Refresh()
			}
		})
		if larger {
			layAgain(root)
			for _, restore := range kept {
				restore()
			}
		}
	}
}

// anchored is what scrolls: keep remembers what stands at the top, and returns
// what brings it there again.
type anchored interface{ keep() func() }

// everything visits an object and all that is in it, the hidden too.
func everything(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil {
		return
	}
	visit(o)
	for _, c := range childrenOf(o) {
		everything(c, visit)
	}
}

// layAgain lays out an object and all that is in it. Fyne does so only for
// another size, so a widget has one for a moment.
func layAgain(o fyne.CanvasObject) {
	size := o.Size()
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, size)
		}
	case fyne.Widget:
		o.Resize(size.AddWidthHeight(0, 1))
		o.Resize(size)
	}
	for _, c := range childrenOf(o) {
		layAgain(c)
	}
}

// keep implements [anchored].
func (s *Scroller) keep() func() {
	o, share, ok := topmost(s.content, s.Offset())
	return func() {
		if !ok {
			return
		}
		if y, found := s.Depth(o); found {
			s.ScrollTo(y + share*o.Size().Height)
		}
	}
}

// topmost is the smallest object in o that a line at y of it goes through, and
// how much of its height, as a share, is above.
func topmost(o fyne.CanvasObject, y float32) (at fyne.CanvasObject, share float32, ok bool) {
	if y <= 0 {
		return nil, 0, false
	}
	for _, c := range childrenOf(o) {
		top, height := c.Position().Y, c.Size().Height
		if !c.Visible() || y < top || y >= top+height {
			continue
		}
		if at, share, ok := topmost(c, y-top); ok {
			return at, share, true
		}
		return c, (y - top) / height, true
	}
	return nil, 0, false
}
