package ui

import "fyne.io/fyne/v2"

// Native is one of Fyne's own widgets among ours: it gets the theme as they do.
type Native struct {
	Ornament

	Widget fyne.Widget
	inner  []fyne.CanvasObject
	part   fynePart
}

var _ fyne.Widget = (*Native)(nil)

// NewNative makes room for one of Fyne's widgets; inner are the objects of ours in it.
func NewNative(w fyne.Widget, inner ...fyne.CanvasObject) *Native {
	n := &Native{Widget: w, inner: inner}
	n.ExtendBaseWidget(n)
	return n
}

// Children is the widget.
func (n *Native) Children() []fyne.CanvasObject { return []fyne.CanvasObject{n.Widget} }

// Adopted hands the theme on in Fyne's way.
func (n *Native) Adopted() {
	n.HandDown(n.inner)
	n.part.adopted(n.given, n.tell)
}

func (n *Native) tell() { override(n.Widget, n.given) }

// CreateRenderer implements [fyne.Widget].
func (n *Native) CreateRenderer() fyne.WidgetRenderer {
	n.part.rendered(n.given, n.tell)
	return nativeRenderer{n}
}

type nativeRenderer struct{ n *Native }

func (nativeRenderer) Destroy()                       {}
func (r nativeRenderer) Objects() []fyne.CanvasObject { return r.n.Children() }
func (r nativeRenderer) MinSize() fyne.Size           { return r.n.Widget.MinSize() }
func (r nativeRenderer) Layout(s fyne.Size)           { r.n.Widget.Resize(s) }

func (r nativeRenderer) Refresh() {
	r.n.part.tell(r.n.given, r.n.tell)
	for _, o := range r.n.inner {
		o.Refresh()
	}
	r.n.Widget.Refresh()
}
