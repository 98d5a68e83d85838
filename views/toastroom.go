package views

import (
	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// toastEdge puts a message at the lower edge of the page, which gives way to it.
type toastEdge struct {
	lowerEdge

	t *toast
}

const toastAir = 10 // above and below a message

// Layout implements [fyne.Layout].
func (l *toastEdge) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	s := l.t.shell()
	if s == nil || s.page == nil {
		l.lowerEdge.Layout(objs, size)
		return
	}
	l.HandDown(objs)
	s.giveRoom(l.t.layer)
	r := &s.layout.lower
	for _, o := range objs {
		width := s.layout.toastWidth()
		high := ui.HeightFor(o, width)
		y := r.bottom - r.floats - toastAir - high
		if r.keeps {
			y = r.bottom - high - 2
		}
		ui.Place(o, r.x+(r.width-width)/2, size.Height-s.content.Size().Height+y, width, high) // a notice may stand above
	}
}

// giveRoom makes room at the lower edge of the page for what is said there, or takes it
// back where nothing is.
func (s *Shell) giveRoom(said *fyne.Container) {
	r := &s.layout.lower
	before := *r
	r.message, r.keeps = 0, false
	if k, ok := s.page.(interface{ KeepsLower() bool }); ok && r.floats == 0 && s.page.Content().Visible() {
		r.keeps = k.KeepsLower()
	}
	for _, o := range said.Objects {
		r.message = ui.HeightFor(o, s.layout.toastWidth()) + 2*toastAir
	}
	if *r != before {
		s.content.Refresh()
	}
}

// easy is how wide a line is that is easy to read in passing.
const easy = 420

// toastWidth is how wide a message is: as is easy to read, or, on a line that it must
// not leave, as wide as that.
func (l *shellLayout) toastWidth() float32 {
	const beside = 24
	most := l.Dp(easy)
	if l.lower.keeps {
		most *= 2
	}
	return min(l.lower.width-2*beside, most)
}
