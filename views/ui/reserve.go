package ui

import "fyne.io/fyne/v2"

// reserve keeps room for what its objects may become.
type reserve struct {
	Themed
	likes []fyne.CanvasObject
	wide  bool // it keeps the width of the widest, and no other
}

// Reserve gives an object the height that the tallest of some others would
// need in its place, so that nothing moves when it changes to one of them.
func Reserve(o fyne.CanvasObject, likes ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &reserve{likes: likes}, Objects: []fyne.CanvasObject{o}}
}

// ReserveSize gives an object the width and the height that the widest and the
// tallest of some others have, whatever its own.
func ReserveSize(o fyne.CanvasObject, likes ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &reserve{likes: likes, wide: true}, Objects: []fyne.CanvasObject{o}}
}

func (l *reserve) width(given float32) float32 {
	if l.wide {
		return natural(l.likes)
	}
	return given
}

func (l *reserve) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	l.HandDown(l.likes)
	width = l.width(width)
	return max(tallest(objs, width), tallest(l.likes, width))
}

func (l *reserve) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	l.HandDown(l.likes)
	w := l.width(max(widest(objs), widest(l.likes)))
	return fyne.NewSize(w, l.heightFor(objs, w))
}

func (l *reserve) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		Place(o, 0, 0, min(size.Width, l.width(size.Width)), size.Height)
	}
}

// natural is the width of the widest object, texts on one line.
func natural(objs []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objs {
		if t, ok := o.(*Text); ok {
			w = max(w, t.NaturalWidth())
			continue
		}
		w = max(w, o.MinSize().Width)
	}
	return w
}
