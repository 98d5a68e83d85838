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
	where := s.topmost(s.content, s.Offset())
	return func() {
		if where != nil {
			if y, ok := where(); ok {
				s.ScrollTo(y)
			}
		}
	}
}

// topmost tells, later, where the line is that now goes through the content at
// y of o: by the smallest object that it goes through.
func (s *Scroller) topmost(o fyne.CanvasObject, y float32) func() (float32, bool) {
	if _, text := o.(*Text); text || y <= 0 { // its lines are made anew
		return nil
	}
	if w, ok := o.(windowed); ok { // its objects come and go
		i := w.indexAt(y)
		from, to := w.stretch(i)
		share := (y - from) / max(to-from, 1)
		return func() (float32, bool) {
			depth, ok := s.Depth(w)
			from, to := w.stretch(i)
			return depth + from + share*(to-from), ok
		}
	}
	var next fyne.CanvasObject // below the line, where that goes between two objects
	for _, c := range childrenOf(o) {
		top, height := c.Position().Y, c.Size().Height
		if c.Visible() && top > y && (next == nil || top < next.Position().Y) {
			next = c
		}
		if !c.Visible() || y < top || y >= top+height {
			continue
		}
		if in := s.topmost(c, y-top); in != nil {
			return in
		}
		share := (y - top) / height
		return func() (float32, bool) {
			depth, ok := s.Depth(c)
			return depth + share*c.Size().Height, ok
		}
	}
	if next == nil {
		return nil
	}
	gap := next.Position().Y - y
	return func() (float32, bool) {
		depth, ok := s.Depth(next)
		return depth - gap, ok
	}
}
