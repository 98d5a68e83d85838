package views

import (
	"errors"
	"io/fs"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/crash"
	"beltroad/internal/handed"
	"beltroad/internal/memory"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/internal/sockets"
	"beltroad/views/mapview"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Options are what a run of the app is started with.
type Options struct {
	ID      string // names the app to the desktop, and its folder of settings
	Version string
	Place   string // route to open at; empty: the last one
	Dossier string // that is opened; empty: the last one
	Lesson  string // file of a lesson to open; empty: none
	Dump    string // file that gets the tree of what is on screen, for tests; empty: none
	Frames  string // file that gets each time that the window was held, for tests; empty: none
	// Languages are the files of languages, for tests; nil: those of the program.
	Languages fs.FS
}

// App is a run of the program: its settings, its windows and what they show.
type App struct {
	options Options
	*location

	session *session.Session
	problem error // what is wrong with where settings are kept; nil: nothing
	crashes *crash.Log
	words   *message.Printer
	spoken  []string  // tags of languages, once they were looked for
	theme   *ui.Theme // of Fyne's menus and dialogs: that of the window in use
	windows []*Window
	inUse   *Window // the one that has the keyboard, or had it last
	stores  stores
	handed  *handed.Files
	end     ending
	started bool // what goes on for as long as there is something to show
	atOnce  bool // what belongs beside the windows is done in them, for tests

	presenting presenting
}

// New makes the app with its first window. The dossier is read meanwhile. An error
// is that there can be no window, in words for the user; the app has its name alone then.
func New(o Options) (*App, error) {
	at, notPortable := newLocation(o.ID)
	a := &App{options: o, location: at, handed: handed.Listen(), theme: &ui.Theme{}, stores: stores{dir: at.dir}}
	var err error
	if a.crashes, err = crash.Open(a.dir, VersionLine(o.Version)); err != nil {
		fyne.LogError("a crash would not be logged", err)
	}
	a.session, a.problem = session.Open(a.dir)
	a.problem = errors.Join(notPortable, a.problem)
	reading := newOpening(a.first())
	*a.theme = *themeOf(a.session.Settings())
	// This is the one time: with each new theme Fyne would parse its fonts anew, and keep the old ones.
	a.fyne.Settings().SetTheme(a.theme)
	a.awaitColors()
	ui.ShowTips(tipAfter)
	a.fyne.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	ready := a.prepare(reading)
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
	first, tell := starting(a.words)
	w.changing.opening = reading
	w.setContent(ui.Stack(first, ui.AtFirstPaint(func() {
		debug.SetGCPercent(memory.Usual)
		room, known := room()
		go func() {
			r := reading.wait(func(p progress) { fyne.Do(func() { tell(p.share) }) })
			fyne.DoAndWait(func() {
				if known {
					w.fit(room)
				}
				a.opened(w, r)
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
// one thing that is measured beside the UI goroutine, as nothing is there yet. The
// dossier is read after them: the first frame does not wait for it.
func (a *App) prepare(reading *opening) (wait func()) {
	done := make(chan struct{})
	go func() {
		a.speak()
		ui.PlainWidth("M", 1, false)
		ui.PlainWidth("M", 1, true)
		close(done)
		reading.read()
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

// opened takes up the first dossier once it is read.
func (a *App) opened(w *Window, r opened) {
	w.changing.opening = nil
	if r.err != nil {
		w.refusedStart(r.err)
		return
	}
	a.start()
	w.turnTo(r.material, w.thatExists(r.material.dossier, a.firstPlace(r.material)))
	w.saySettings(a.problem)
	w.tellOf(r.material)
	w.sayLibrary(a.stores.damaged)
	w.tellInstead(r.instead)
	if a.options.Dossier != "" {
		w.offerUnderstood(r.material)
	}
	if a.options.Lesson != "" {
		w.shell.openLesson(lessonFile(a.options.Lesson))
	}
	a.handed.Open(func(path string) {
		a.do(func() { a.inUse.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) })
	})
	w.tellCrash()
	const drawn = 500 * time.Millisecond
	time.AfterFunc(drawn, memory.Release) // a quarter of the heap was for the start alone
}

// start begins what goes on for as long as the app has something to show.
func (a *App) start() {
	if a.started {
		return
	}
	a.started = true
	a.stores.dossiers().Listen(func() { a.do(a.libraryChanged) })
	a.stores.unkept.Hear(func(err error) { a.do(func() { a.inUse.sayCorrections(err) }) })
	a.session.Trouble(func(err error) { a.do(func() { a.inUse.saySettings(err) }) })
	if a.atOnce {
		return
	}
	if a.options.Dump != "" {
		go a.dumpEvery(200 * time.Millisecond)
	}
	go a.assist()
	if a.options.Frames != "" {
		go a.recordFrames(a.options.Frames)
	}
}

// anotherWindow opens one more window at a place of a dossier.
func (a *App) anotherWindow(m *material, at route.Route) *Window {
	w := a.newWindow()
	w.theme.Pillars = pillarColors(m.dossier)
	for _, each := range a.windows {
		if each.theme.Apart = true; each != w {
			each.draw()
		}
	}
	a.wear(w)
	w.fill(m, at)
	w.win.Show()
	return w
}

// wear takes note of the window in use, and has Fyne's menus and dialogs look like it.
func (a *App) wear(w *Window) {
	a.inUse = w
	a.dress(w)
}

// dress gives Fyne's menus and dialogs, which know one theme alone, that of a
// window: of the one that has the keyboard, or that the pointer comes to. Their texts
// keep their size while a file is chosen: where it grows, Fyne's list of files crashes.
func (a *App) dress(w *Window) {
	size := a.theme.TextScale
	*a.theme = *w.theme
	if slices.ContainsFunc(a.windows, (*Window).choosing) {
		a.theme.TextScale = size
	}
}

// firstPlace is where a dossier opens: where the app was told to, where it ended, or, of a
// dossier that was asked for, where that was left.
func (a *App) firstPlace(m *material) route.Route {
	if r, err := route.Parse(a.options.Place); err == nil {
		return r
	}
	set := a.session.Settings()
	if a.options.Dossier == "" && (m.from == set.Dossier || set.Left.Place(m.name) == "") {
		if r, err := route.Parse(set.Place); err == nil && exists(m.dossier, r) {
			return r
		}
	}
	return a.leftAt(m)
}

// thatExists is a place of a dossier to begin at, or the overview where it has no
// such place. That is said until it is read: who starts a program may look away.
func (w *Window) thatExists(d *data.Dossier, r route.Route) route.Route {
	if exists(d, r) {
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
