package views

import (
	"math"
	"time"
)

// longPress tells a long press from a click, a drag and a double click: a button of the
// pointer that is held where it was pressed asks for a context menu, as a finger does.
type longPress struct {
	ask   func()                                            // asks for the menu
	later func(pause time.Duration, do func()) (off func()) // does something later, unless it is called off
	now   func() time.Time

	x, y    float64 // of the press
	pressed time.Time
	off     func() // calls off what waits; nil: nothing does
}

const (
	heldFor   = 600 * time.Millisecond
	heldSure  = 50 * time.Millisecond  // its end: a window that was busy looks at the button meanwhile
	heldAgain = 500 * time.Millisecond // a press so soon after another selects words
	heldNear  = 4                      // further away it is a drag
)

// down takes up that the button is pressed.
func (h *longPress) down(x, y float64) {
	again := h.now().Sub(h.pressed) < heldAgain
	h.up()
	h.x, h.y, h.pressed = x, y, h.now()
	if again {
		return
	}
	h.wait(heldFor-heldSure, func() {
		h.wait(heldSure, func() { h.ask() })
	})
}

// wait does something after a pause, unless it is called off.
func (h *longPress) wait(pause time.Duration, do func()) {
	waits := true
	stop := h.later(pause, func() {
		if waits {
			h.off = nil
			do()
		}
	})
	h.off = func() {
		waits = false
		stop()
	}
}

// moved takes up where the pointer is.
func (h *longPress) moved(x, y float64) {
	if h.off != nil && math.Max(math.Abs(x-h.x), math.Abs(y-h.y)) > heldNear {
		h.up()
	}
}

// up takes up that the button is let go of, or that something else came between.
func (h *longPress) up() {
	if h.off != nil {
		h.off()
		h.off = nil
	}
}

// newLongPress is told of a button in a window of the app.
func (a *App) newLongPress() *longPress {
	return &longPress{now: time.Now, later: func(pause time.Duration, do func()) func() {
		t := time.AfterFunc(pause, func() { a.do(do) })
		return func() { t.Stop() }
	}}
}
