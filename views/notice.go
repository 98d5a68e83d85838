package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"beltroad/views/kit"
)

// notice is a sentence above everything else that stays until its reader
// closes it.
type notice struct {
	text   string // empty: there is none
	action string // names what can be done about it
	do     func()
	whole  *fyne.Container // the sentence, and what stands below it
}

func newNotice() *notice {
	return &notice{whole: &fyne.Container{Layout: above{}, Objects: []fyne.CanvasObject{kit.Stack(), kit.Stack()}}}
}

// over is o with room for the sentence above it.
func (n *notice) over(o fyne.CanvasObject) fyne.CanvasObject {
	n.whole.Objects[1] = o
	return n.whole
}

// show puts the sentence there.
func (n *notice) show(text, action string, do func()) {
	n.text, n.action, n.do = text, action, do
	n.fill()
}

// fill draws the sentence in the present theme.
func (n *notice) fill() {
	n.whole.Objects[0] = kit.Stack()
	if n.text != "" {
		line := canvas.NewRectangle(kit.Colour(kit.ColorLine))
		line.SetMinSize(fyne.NewSize(1, 1))
		bar := kit.Row(14, 0, kit.Words(n.text, kit.SizeBody, kit.ColorInk), kit.NewButton(n.action, n.do, false),
			kit.NewLink(lang.L("close"), kit.SizeBody, func() { n.show("", "", nil) }))
		n.whole.Objects[0] = kit.Ground(kit.ColorCard, kit.Column(0, kit.Inset(8, 24, 8, 24, bar), line))
	}
	n.whole.Refresh()
}

// above is the layout of a notice and what stands below it.
type above struct{}

// MinSize implements [fyne.Layout].
func (above) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[1].MinSize() }

// Layout implements [fyne.Layout].
func (above) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	height := kit.HeightFor(objs[0], size.Width)
	objs[0].Resize(fyne.NewSize(size.Width, height))
	objs[1].Move(fyne.NewPos(0, height))
	objs[1].Resize(fyne.NewSize(size.Width, size.Height-height))
}
