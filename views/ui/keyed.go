package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keyed is an entry of a legend. What it means is said where the pointer rests on it.
type Keyed struct {
	Ornament // its words speak for themselves

	Sign    string // names what is said
	content *fyne.Container
}

var (
	_ fyne.Widget       = (*Keyed)(nil)
	_ desktop.Hoverable = (*Keyed)(nil)
	_ Parent            = (*Keyed)(nil)
)

// NewKeyed makes an entry of a legend: a sign, and words beside it.
func NewKeyed(sign string, gap float32, drawn, words fyne.CanvasObject) *Keyed {
	k := &Keyed{Sign: sign, content: Row(gap, -1, drawn, words)}
	k.ExtendBaseWidget(k)
	return k
}

// Children implements [Parent].
func (k *Keyed) Children() []fyne.CanvasObject { return []fyne.CanvasObject{k.content} }

// MouseIn implements [desktop.Hoverable].
func (k *Keyed) MouseIn(e *desktop.MouseEvent) { TipAt(k, e) }

// MouseMoved implements [desktop.Hoverable].
func (k *Keyed) MouseMoved(e *desktop.MouseEvent) { TipAt(k, e) }

// MouseOut implements [desktop.Hoverable].
func (*Keyed) MouseOut() { HideTip() }

// CreateRenderer implements [fyne.Widget].
func (k *Keyed) CreateRenderer() fyne.WidgetRenderer { return &keyedRenderer{k} }

type keyedRenderer struct{ k *Keyed }

func (*keyedRenderer) Destroy()                       {}
func (r *keyedRenderer) Objects() []fyne.CanvasObject { return r.k.Children() }
func (r *keyedRenderer) Layout(s fyne.Size)           { Place(r.k.content, 0, 0, s.Width, s.Height) }
func (r *keyedRenderer) Refresh()                     { r.k.content.Refresh() }

func (r *keyedRenderer) MinSize() fyne.Size {
	r.k.HandDown(r.k.Children())
	return r.k.content.MinSize()
}
