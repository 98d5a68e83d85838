package lessons

import (
	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// sides lays out a head, below it the slides, and beside them what can be said of
// one; below them where there is no room beside. Lines part them.
type sides struct {
	ui.Themed
	head fyne.CanvasObject // what is in the first object, which scrolls where it has no room
}

// The widths at 100 % text.
const (
	slidesLeast  = 320
	detailsLeast = 280
	detailsMost  = 420
)

// MinSize implements [fyne.Layout].
func (*sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// Layout implements [fyne.Layout].
func (l *sides) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	head, rule, slides, line, details := objs[0], objs[1], objs[2], objs[3], objs[4]
	const mostHead = 0.5
	high := min(ui.HeightFor(l.head, size.Width), size.Height*mostHead)
	ui.Place(head, 0, 0, size.Width, high)
	ui.Place(rule, 0, high, size.Width, 1)
	top, room := high+1, size.Height-high-1
	width := min(max(size.Width*0.42, l.Dp(detailsLeast)), l.Dp(detailsMost))
	if size.Width-width-1 >= l.Dp(slidesLeast) {
		ui.Place(slides, 0, top, size.Width-width-1, room)
		ui.Place(line, size.Width-width-1, top, 1, room)
		ui.Place(details, size.Width-width, top, width, room)
		return
	}
	upper := room / 2
	ui.Place(slides, 0, top, size.Width, upper)
	ui.Place(line, 0, top+upper, size.Width, 1)
	ui.Place(details, 0, top+upper+1, size.Width, room-upper-1)
}
