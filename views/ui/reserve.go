package ui

import "fyne.io/fyne/v2"

// reserve keeps room for what its objects may become.
type reserve struct{ likes []fyne.CanvasObject }

// Reserve gives an object the height that the tallest of some others would
// need in its place, so that nothing moves when it changes to one of them.
func Reserve(o fyne.CanvasObject, likes ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: reserve{likes}, Objects: []fyne.CanvasObject{o}}
}

func (l reserve) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	return max(tallest(objs, width), tallest(l.likes, width))
}

func (l reserve) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := max(widest(objs), widest(l.likes))
	return fyne.NewSize(w, l.heightFor(objs, w))
}

func (reserve) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		Place(o, 0, 0, size.Width, size.Height)
	}
}
