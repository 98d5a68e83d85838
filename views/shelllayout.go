package views

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// shellLayout places sidebar, page and pane. Where the window is too narrow
// for two columns, the pane takes the page's place; the reader keeps its text.
type shellLayout struct {
	ui.Themed
	kind    route.Kind
	sidebar func() *sidebar   // nil: none that folds
	asked   session.Sidebar   // how the sidebar is to be
	follows bool              // what stands beside the page was not opened: it may go
	foot    fyne.CanvasObject // has a row below the page; nil: nothing does
	tray    fyne.CanvasObject // floats at the lower edge of the page; nil: nothing does
	lower   lowerRoom
}

// lowerRoom is the room for a message at the lower edge of the page, and for what is picked
// to be compared. The page gives way: they cover nothing that can be pressed. Nothing moves,
// as all is laid out from above.
type lowerRoom struct {
	message  float32 // its height, with the air around it; 0: there is none
	floats   float32 // the height of what floats there already
	keeps    bool    // the page keeps its room: what it has at its lower edge would move
	x, width float32
	bottom   float32
}

// above notes where the room is, puts there what floats, and returns the height that is
// left above it.
func (l *shellLayout) above(x, width, bottom float32) (left float32) {
	r := &l.lower
	r.x, r.width, r.bottom, r.floats = x, width, bottom, 0
	if l.tray != nil {
		const beside = 24
		wide := min(width-2*beside, l.Dp(easy))
		high := ui.HeightFor(l.tray, wide)
		ui.Place(l.tray, x+(width-wide)/2, bottom-high-lowerAir, wide, high)
		r.floats = high + lowerAir
	}
	if r.floats == 0 && (r.message == 0 || r.keeps) {
		return bottom
	}
	return max(0, bottom-r.message-r.floats)
}

// The widths of the window's parts at 100 % text.
const (
	sidebarWide   = 248
	sidebarNarrow = 236
	wideWindow    = 1180
	paneLeast     = 300
	paneMost      = 400
	notesLeast    = 230 // beside the reader
	notesMost     = 280
	pageLeast     = 430
)

// MinSize implements [fyne.Layout].
func (*shellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

// Layout implements [fyne.Layout].
func (l *shellLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	if len(objs) == 0 {
		return
	}
	l.HandDown(objs)
	for _, o := range []fyne.CanvasObject{l.foot, l.tray} {
		if o != nil {
			l.HandDown([]fyne.CanvasObject{o})
		}
	}
	side := l.Dp(sidebarWide)
	if size.Width < l.Dp(wideWindow) {
		side = l.Dp(sidebarNarrow)
	}
	side = min(side, size.Width*0.34)
	if l.sidebar != nil {
		folds := l.folds(objs, size.Width, size.Width-side-1)
		if l.sidebar().setFolded(folds); folds {
			side = l.sidebar().rail.MinSize().Width
		}
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	put(objs[0], 0, side)
	put(objs[1], side, 1)
	left, room := side+1, size.Width-side-1
	objs[2].Show()
	if l.kind == route.Read {
		l.read(objs[2:], left, fyne.NewSize(room, size.Height))
		return
	}
	if len(objs) == 3 {
		l.middle(objs[2], left, room, size.Height)
		return
	}
	line, pane := objs[3], objs[4]
	width := min(max(room*0.34, l.Dp(paneLeast)), l.Dp(paneMost))
	line.Show()
	pane.Show()
	switch {
	case room-width >= l.Dp(pageLeast):
		l.middle(objs[2], left, room-width-1, size.Height)
		put(line, size.Width-width-1, 1)
		put(pane, size.Width-width, width)
	default:
		objs[2].Hide()
		line.Hide()
		l.middle(pane, left, room, size.Height)
	}
}

// folds tells whether the sidebar folds, which would leave that room: where nobody
// has asked, it does where a line of the reader would not have its letters, and where
// all is large for a projector.
func (l *shellLayout) folds(objs []fyne.CanvasObject, window, room float32) bool {
	if l.asked == session.UsualSidebar {
		return l.kind == route.Read && room < objs[2].MinSize().Width || l.Thick() > 1 && window < l.Dp(wideWindow)
	}
	return l.asked == session.FoldedSidebar
}

// middle places what fills the middle, with what has a row below it.
func (l *shellLayout) middle(o fyne.CanvasObject, x, width, height float32) {
	if l.foot != nil {
		high := ui.HeightFor(l.foot, width)
		height -= high
		ui.Place(l.foot, x, height, width, high)
	}
	ui.Place(o, x, 0, width, l.above(x, width, height))
}

// lift is how high the row below the page is.
func (l *shellLayout) lift() float32 {
	if l.foot == nil {
		return 0
	}
	return l.foot.Size().Height
}

// read places the reader and what stands beside it. The place of the latter is
// kept where nothing does, so that the text never moves. Where there is no room
// for both, a record that was opened stands below the text, and what only
// follows it is gone.
func (l *shellLayout) read(objs []fyne.CanvasObject, left float32, room fyne.Size) {
	width := min(max(room.Width*0.24, l.Dp(notesLeast)), l.Dp(notesMost))
	text := fyne.NewSize(room.Width-width-1, room.Height)
	beside := text.Width >= objs[0].MinSize().Width
	if !beside {
		text.Width = room.Width
	}
	l.middle(objs[0], left, text.Width, text.Height)
	if len(objs) > 1 {
		line, pane := objs[1], objs[2]
		line.Show()
		pane.Show()
		switch {
		case beside:
			ui.Place(line, left+text.Width, 0, 1, room.Height)
			ui.Place(pane, left+text.Width+1, 0, width, room.Height)
		case l.follows:
			line.Hide()
			pane.Hide()
		default:
			const share = 0.45
			text.Height = room.Height * (1 - share)
			l.middle(objs[0], left, text.Width, text.Height)
			if l.lower.message+l.lower.floats > 0 { // they stand below both
				objs[0].Resize(fyne.NewSize(text.Width, text.Height-l.lift()))
			}
			ui.Place(line, left, text.Height, room.Width, 1)
			ui.Place(pane, left, text.Height+1, room.Width, l.above(left, room.Width, room.Height)-text.Height-1)
		}
	}
}
