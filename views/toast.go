package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/ui"
)

// afterReading waits until a message has been read. A test ends it itself: its driver
// would do so beside the test.
var afterReading = time.AfterFunc

// longestToast is the most letters that are read in passing.
const longestToast = 240

// toast is a short message at the lower edge of the window that goes by itself.
type toast struct {
	layer *fyne.Container
	said  *ui.Text // the message
	timer *time.Timer
	// warning tells that the message is one that nobody may miss, and waiting are
	// those that come after it.
	warning bool
	waiting []string
	shell   func() *Shell // gives room to it; it is nil before there is one
}

func newToast() *toast {
	t := &toast{shell: func() *Shell { return nil }}
	t.layer = &fyne.Container{Layout: &toastEdge{t: t}}
	return t
}

// show puts a message there for as long as it takes to read it.
func (t *toast) show(message string) { t.offer(message, "", nil) }

// warn puts a message there that nobody may miss: no other warning takes its place.
func (t *toast) warn(message string) {
	if t.warning {
		t.waiting = append(t.waiting, message)
		return
	}
	t.show(message)
	t.warning = true
	t.timer.Reset(warned) // who starts a program may look away
}

// warned is how long a warning stays.
const warned = 20 * time.Second

// offer puts a message there with what can be done about it.
func (t *toast) offer(message, action string, do func()) {
	if t.timer != nil {
		t.timer.Stop()
	}
	message, t.warning = ui.Shortened(message, longestToast), false
	back := ui.NewBox(ui.ColorInk)
	back.Radius = 8
	t.said = ui.Label(message, ui.SizeCaption, theme.ColorNameBackground)
	content, reading := fyne.CanvasObject(t.said), 3*time.Second+time.Duration(len(message))*40*time.Millisecond
	if action != "" {
		link := ui.NewLink(action, ui.SizeCaption, func() {
			t.close()
			do()
		})
		link.Color = theme.ColorNameBackground // a strong one has the accent, which is hard to read on ink
		content = ui.Row(16, 0, content, link)
		reading += 4 * time.Second
	}
	t.layer.Objects = []fyne.CanvasObject{ui.Stack(back, ui.Inset(9, 16, 9, 16, content))}
	t.layer.Refresh()
	t.timer = afterReading(reading, func() { fyne.Do(t.close) })
}

// withdraw takes a message away before its time.
func (t *toast) withdraw(message string) {
	if len(t.layer.Objects) > 0 && t.said.String() == ui.Shortened(message, longestToast) {
		t.timer.Stop()
		t.close()
	}
}

// close takes the message away. What had the keyboard there would go on doing what
// it does.
func (t *toast) close() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.layer); c != nil && ui.HoldsFocus(t.layer) {
		c.Unfocus()
	}
	t.layer.Objects, t.warning = nil, false
	if s := t.shell(); s != nil {
		s.giveRoom(t.layer)
	}
	t.layer.Refresh()
	if len(t.waiting) > 0 {
		next := t.waiting[0]
		t.waiting = t.waiting[1:]
		t.warn(next)
	}
}

const lowerAir = 24 // below what floats

// lowerEdge centres a message at the lower edge, at most as wide as is easy to read.
type lowerEdge struct{ ui.Themed }

func (*lowerEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *lowerEdge) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		width := min(s.Width-48, l.Dp(easy))
		height := ui.HeightFor(o, width)
		o.Move(fyne.NewPos((s.Width-width)/2, s.Height-height-lowerAir))
		o.Resize(fyne.NewSize(width, height))
	}
}
