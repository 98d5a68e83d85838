package views

import (
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
)

// end is what the window's end needs.
type end struct {
	saving *time.Timer // until the place is kept
	begun  atomic.Bool
	left   sync.Once
}

// Arrived implements [Frame]: the place is kept a moment after the last move,
// so that neither a crash loses it nor each step waits for the disk.
func (w *Window) Arrived(route.Route) {
	const pause = time.Second
	w.note()
	if w.end.saving != nil {
		w.end.saving.Reset(pause)
		return
	}
	w.end.saving = time.AfterFunc(pause, func() {
		if !w.end.begun.Load() {
			fyne.DoAndWait(w.note)
		}
		w.keep()
	})
}

// note takes down what outlives the run: the window's size and the place. It
// waits for nothing; keep brings it to the disk.
func (w *Window) note() {
	size := w.win.Canvas().Size()
	w.session.Change(func(s *session.Settings) {
		if !w.win.FullScreen() && !size.IsZero() {
			s.Width, s.Height = int(size.Width), int(size.Height)
		}
		if w.shell != nil {
			s.Place = w.shell.Now().String()
		}
	})
}

// keep saves what was noted. It may wait for the disk, so nothing that the user
// waits for may wait for it.
func (w *Window) keep() {
	if err := w.session.Save(); err != nil {
		fyne.LogError("settings are not saved", err)
	}
}

// close is the end that the user asks for.
func (w *Window) close() {
	w.note()
	w.endSoon()
	w.win.Close()
}

// endWhenAsked ends the app when the system asks for it. Fyne closes the window
// then, without a word to the app.
func (w *Window) endWhenAsked() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		w.endSoon()
	}()
	w.app.Lifecycle().SetOnExitedForeground(w.note) // which Fyne calls before it closes, too
}

// endSoon sees to it that the app ends: now and then Fyne waits for ever for an
// event in a queue that it does not empty any more, and whatever holds the
// window would hold up its end.
func (w *Window) endSoon() {
	const patience = time.Second
	if w.end.begun.Swap(true) {
		return
	}
	go func() {
		w.keep()
		time.Sleep(patience)
		w.leave()
		os.Exit(0)
	}()
}

// leave is the last that the app does, however it ends.
func (w *Window) leave() {
	w.end.left.Do(func() {
		w.keep()
		if err := w.crashes.Close(); err != nil {
			fyne.LogError("the crash log stays", err)
		}
	})
}
