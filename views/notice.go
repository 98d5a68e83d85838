package views

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/message"
	"beltroad/views/ui"
)

// notice is a sentence above everything else that stays until its reader
// closes it.
type notice struct {
	words  *message.Printer
	text   string // empty: there is none
	about  string // what it is about, so that it goes when that has succeeded; empty: its reader closes it
	action string // names what can be done about it
	do     func()
	stays  bool            // it is closed by what it is about alone
	said   *ui.Text        // the sentence; nil: there is none
	closed func()          // its reader has closed it; nil: nobody is told
	whole  *fyne.Container // the sentence, and what stands below it
}

func newNotice(words *message.Printer) *notice {
	return &notice{words: words, whole: &fyne.Container{Layout: &above{}, Objects: []fyne.CanvasObject{ui.Stack(), ui.Stack()}}}
}

// over is o with room for the sentence above it.
func (n *notice) over(o fyne.CanvasObject) fyne.CanvasObject {
	n.whole.Objects[1] = o
	return n.whole
}

// show puts the sentence there. Without an action, there is nothing to be done about it.
func (n *notice) show(text, action string, do func()) {
	n.text, n.about, n.action, n.do = text, "", action, do
	n.fill()
}

// say changes the sentence that is there, and nothing else.
func (n *notice) say(text string) {
	if n.said != nil {
		n.text = text
		n.said.SetText(text)
	}
}

// close takes the sentence away for good.
func (n *notice) close() {
	if n.show("", "", nil); n.closed != nil {
		n.closed()
	}
}

// fill draws the sentence.
func (n *notice) fill() {
	n.whole.Objects[0], n.said = ui.Stack(), nil
	if n.text != "" {
		n.said = ui.Label(n.text, ui.SizeBody, ui.ColorInk)
		parts := []fyne.CanvasObject{n.said}
		if n.action != "" {
			parts = append(parts, ui.NewButton(n.action, n.do, false))
		}
		if !n.stays {
			parts = append(parts, ui.NewLink(n.words.Say("close"), ui.SizeBody, n.close))
		}
		bar := ui.Row(14, 0, parts...)
		n.whole.Objects[0] = ui.Ground(ui.ColorCard, ui.Column(0, ui.Inset(8, 24, 8, 24, bar), ui.Rule()))
	}
	n.whole.Refresh()
}

// above is the layout of a notice and what stands below it.
type above struct{ ui.Themed }

// MinSize implements [fyne.Layout].
func (*above) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[1].MinSize() }

// Layout implements [fyne.Layout].
func (l *above) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	height := ui.HeightFor(objs[0], size.Width)
	objs[0].Resize(fyne.NewSize(size.Width, height))
	objs[1].Move(fyne.NewPos(0, height))
	objs[1].Resize(fyne.NewSize(size.Width, size.Height-height))
}
