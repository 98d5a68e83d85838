package views

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/crash"
	"beltroad/internal/lesson"
	"beltroad/internal/memory"
	"beltroad/internal/message"
	"beltroad/internal/notes"
	"beltroad/internal/session"
	"beltroad/internal/sockets"
	ownsource "beltroad/internal/source"
	"beltroad/views/mapview"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Options are what a run of the app is started with.
type Options struct {
	ID      string // names the app to the desktop, and its folder of settings
	Version string
	Place   string // route to open at; empty: the last one
	Lesson  string // file of a lesson to open; empty: none
	Dump    string // file that gets the tree of what is on screen, for tests; empty: none
	Frames  string // file that gets each time that the window was held, for tests; empty: none
	// Languages are the files of languages, for tests; nil: those of the program.
	Languages fs.FS
	// Open reads the dossier beside the start of the window. It tells how many
	// bytes of how many are read, and ends with its context.
	Open func(ctx context.Context, progress func(done, total int64)) (*data.Dossier, error)
}

// App is a run of the program: its settings, its dossier and its windows.
type App struct {
	options Options
	*location

	session *session.Session
	problem error // what is wrong with where settings are kept; nil: nothing
	crashes *crash.Log
	words   *message.Printer
	spoken  []string  // tags of languages, once they were looked for
	shown   *material // nil until it is read
	theme   *ui.Theme // of Fyne's menus and dialogs: that of the window in use
	windows []*Window
	inUse   *Window            // the one that has the keyboard, or had it last
	stop    context.CancelFunc // ends the reading of the dossier
	end     ending
	atOnce  bool                        // what belongs beside the windows is done in them, for tests
	notes   atomic.Pointer[notes.Store] // nil until the dossier is read
	lessons atomic.Pointer[lesson.Shelf]

	presenting presenting
}

// New makes the app with its first window. The dossier is read meanwhile. An error
// is that there can be no window, in words for the user; the app has its name alone then.
func New(o Options) (*App, error) {
	reading := startOpening(o.Open)
	at, notPortable := newLocation(o.ID)
	a := &App{options: o, location: at, theme: &ui.Theme{}}
	var err error
	if a.crashes, err = crash.Open(a.dir, VersionLine(o.Version)); err != nil {
		fyne.LogError("a crash would not be logged", err)
	}
	a.session, a.problem = session.Open(a.dir)
	a.problem = errors.Join(notPortable, a.problem)
	*a.theme = *themeOf(a.session.Settings())
	// This is the one time: with each new theme Fyne would parse its fonts anew, and keep the old ones.
	a.fyne.Settings().SetTheme(a.theme)
	a.awaitColors()
	ui.ShowTips(tipAfter)
	a.fyne.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	ready := a.prepare()
	a.atDisplay = sockets.KeepDisplay()
	bare, why := a.bareWindow()
	ready()
	if bare == nil {
		return a, a.noWindow("nowindow.display", why)
	}
	w := a.furnish(bare)
	w.win.SetMainMenu(w.menu()) // until it is filled
	// The first frame is a bare one, so that there is a window at once. What it
	// shows stands where it will stand.
	first, progress := starting(a.words)
	a.stop = reading.cancel
	w.setContent(ui.Stack(first, ui.AtFirstPaint(func() {
		room, known := room()
		go func() {
			r := reading.wait(func(share float64) { fyne.Do(func() { progress(share) }) })
			if r.err == nil {
				r.material.problem = r.material.keepNotes(a.dir)
				r.material.spoilt = r.material.keepLessons(a.dir)
			}
			fyne.DoAndWait(func() {
				if known {
					w.fit(room)
				}
				a.opened(w, r.material, r.err)
			})
			if r.err == nil {
				r.material.charts.All() // a large dossier has to be searched for them
			}
		}()
	})))
	return a, nil
}

// prepare gets ready what the first window needs while the desktop makes it, and
// returns what waits until that is done: the words, and the fonts, which are the
// one thing that is measured beside the UI goroutine, as nothing is there yet.
func (a *App) prepare() (wait func()) {
	done := make(chan struct{})
	go func() {
		a.speak()
		ui.PlainWidth("M", 1, false)
		ui.PlainWidth("M", 1, true)
		close(done)
		mapview.Prepare() // the overview shows a map
	}()
	return func() { <-done }
}

// Run shows the first window until the user closes the last one. An error is
// that there can be none, in words for the user.
func (a *App) Run() error {
	defer a.leave()
	if err := a.windows[0].show(); err != nil {
		return err
	}
	a.atDisplay()
	a.endWhenAsked()
	go a.tidy()
	a.fyne.Run()
	return nil
}

// opened takes up the dossier once it is read.
func (a *App) opened(w *Window, m *material, err error) {
	if err != nil {
		w.refused(err)
		return
	}
	m.keepCopies(ownsource.NewStore(a.dir))
	a.shown = m
	a.notes.Store(m.book.Store)
	a.lessons.Store(m.lessons.Shelf)
	w.theme.Pillars = pillarColors(m.dossier)
	a.wear(w)
	w.fill(m, w.thatExists(a.firstPlace()))
	if a.options.Dump != "" {
		go a.dumpEvery(200 * time.Millisecond)
	}
	go a.assist()
	if a.options.Frames != "" {
		go a.recordFrames(a.options.Frames)
	}
	w.saySettings(a.problem)
	a.session.Trouble(func(err error) { a.do(func() { a.inUse.saySettings(err) }) })
	w.sayNotes(m.problem)
	w.findCopy()
	w.sayLessons(m.spoilt)
	m.book.Trouble(func(err error) { a.do(func() { a.inUse.sayNotes(err) }) })
	m.lessons.Trouble(func(err error) { a.do(func() { a.inUse.sayLessons(err) }) })
	if a.options.Lesson != "" {
		w.shell.openLesson(lessonFile(a.options.Lesson))
	}
	w.tellCrash()
	const drawn = 500 * time.Millisecond
	time.AfterFunc(drawn, memory.Release) // a quarter of the heap was for the start alone
}

// anotherWindow opens one more window at a place.
func (a *App) anotherWindow(at route.Route) {
	w := a.newWindow()
	w.theme.Pillars = pillarColors(a.shown.dossier)
	for _, each := range a.windows {
		if each.theme.Apart = true; each != w {
			each.draw()
		}
	}
	a.wear(w)
	w.fill(a.shown, at)
	w.win.Show()
}

// wear takes note of the window in use, and has Fyne's menus and dialogs look like it.
func (a *App) wear(w *Window) {
	a.inUse = w
	a.dress(w)
}

// dress gives Fyne's menus and dialogs, which know one theme alone, that of a
// window: of the one that has the keyboard, or that the pointer comes to.
func (a *App) dress(w *Window) { *a.theme = *w.theme }

// firstPlace is where the app opens: where it was told to, or where it was.
func (a *App) firstPlace() route.Route {
	for _, place := range []string{a.options.Place, a.session.Settings().Place} {
		if r, err := route.Parse(place); err == nil && (place == a.options.Place || exists(a.shown.dossier, r)) {
			return r
		}
	}
	return route.To(route.Overview, "")
}

// thatExists is a place to begin at, or the overview where the dossier has no such
// place. That is said until it is read: who starts a program may look away.
func (w *Window) thatExists(r route.Route) route.Route {
	if exists(w.app.shown.dossier, r) {
		return r
	}
	w.notice.show(w.app.words.Say("nowhere.start", map[string]any{"Place": r.Place().String()}), "", nil)
	return route.To(route.Overview, "")
}

// quit closes all windows.
func (a *App) quit() {
	last := a.inUse // the one to be found again
	for _, w := range slices.Clone(a.windows) {
		if w != last {
			w.close()
		}
	}
	last.close()
}
