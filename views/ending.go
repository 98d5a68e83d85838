package views

import (
	"os"
	"os/signal"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/internal/session"
)

// ending is what the end of the app needs.
type ending struct {
	saving *time.Timer // until its place is kept
	begun  atomic.Bool
	left   sync.Once
}

// note takes down a window's size, place and look, for the next start. It waits for
// nothing; save brings it to the disk.
func (a *App) note(w *Window) {
	size := w.win.Canvas().Size()
	a.session.Change(func(s *session.Settings) {
		if !w.win.FullScreen() && !size.IsZero() {
			s.Width, s.Height = int(size.Width), int(size.Height)
		}
		if w.shell != nil && w.shell.page != nil { // it is not closed
			s.Place = w.shell.Now().String()
			if last := w.shell.way.Last(isOfDossier); last.Kind != "" { // the library, say, is no place in it
				s.Left = s.Left.With(w.shell.name, last.String())
			}
			s.Dossier = w.shell.from
		}
		w.wants.keep(s)
	})
}

// save brings the settings to the disk, which may take its time: nothing that
// the user waits for may wait for it.
func (a *App) save() {
	if err := a.session.Save(); err != nil {
		fyne.LogError("settings are not saved", err)
	}
	a.stores.save()
}

// set changes settings.
func (a *App) set(change func(*session.Settings)) {
	a.session.Change(change)
	go a.save()
}

// keepSoon saves a window's place a moment after the last move, so that neither
// a crash loses it nor each step waits for the disk.
func (a *App) keepSoon(w *Window) {
	const pause = time.Second
	a.note(w)
	if a.atOnce {
		a.save()
		return
	}
	if a.end.saving != nil {
		a.end.saving.Stop()
	}
	a.end.saving = time.AfterFunc(pause, func() {
		if !a.end.begun.Load() {
			fyne.DoAndWait(func() { a.note(w) })
		}
		a.save()
	})
}

// endWhenAsked ends the app when the system asks for it. Fyne closes the window
// then, without a word to the app.
func (a *App) endWhenAsked() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		a.endSoon()
	}()
	a.fyne.Lifecycle().SetOnExitedForeground(func() { // which Fyne calls before it ends, too
		if slices.Contains(a.windows, a.inUse) {
			a.note(a.inUse)
		}
	})
}

// do does something on the UI goroutine, unless the app is ending: then Fyne would
// do it at once, on any goroutine, beside everything else that is done so.
func (a *App) do(something func()) {
	if !a.end.begun.Load() {
		fyne.Do(something)
	}
}

// endSoon sees to it that the app ends: now and then Fyne waits for ever for an
// event in a queue that it does not empty any more, and whatever holds the
// window would hold up its end.
func (a *App) endSoon() {
	const patience = time.Second
	if a.end.begun.Swap(true) {
		return
	}
	go func() {
		a.save()
		time.Sleep(patience)
		a.leave()
		os.Exit(0)
	}()
}

// leave is the last that the app does, however it ends.
func (a *App) leave() {
	a.end.left.Do(func() {
		a.save()
		if err := a.crashes.Close(); err != nil {
			fyne.LogError("the crash log stays", err)
		}
	})
}
