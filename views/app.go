package views

import (
	"errors"
	"io/fs"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/crash"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Options are what a run of the app is started with.
type Options struct {
	ID      string // names the app to the desktop, and its folder of settings
	Version string
	Place   string // route to open at; empty: the last one
	Dump    string // file that gets the tree of what is on screen, for tests; empty: none
	// Languages are the files of languages, for tests; nil: those of the program.
	Languages fs.FS
	// Open reads the dossier. It runs beside the start of the window.
	Open func() (*data.Dossier, error)
}

// App is a run of the program: its settings, its dossier and its windows.
type App struct {
	options Options
	*storage

	session *session.Session
	problem error // what is wrong with where settings are kept; nil: nothing
	crashes *crash.Log
	words   *message.Printer
	dossier *data.Dossier
	theme   *ui.Theme // of Fyne's menus and dialogs: that of the window in use
	windows []*Window
	saving  *time.Timer
}

// New makes the app with its first window. The dossier is read meanwhile.
func New(o Options) *App {
	type read struct {
		dossier *data.Dossier
		err     error
	}
	done := make(chan read, 1)
	go func() {
		d, err := o.Open()
		done <- read{d, err}
	}()
	at, notPortable := newStorage(o.ID)
	a := &App{options: o, storage: at, theme: &ui.Theme{}}
	var err error
	if a.crashes, err = crash.Open(a.dir, VersionLine(o.Version)); err != nil {
		fyne.LogError("a crash would not be logged", err)
	}
	a.session, a.problem = session.Open(a.dir)
	a.problem = errors.Join(notPortable, a.problem)
	a.speak()
	*a.theme = *themeOf(a.session.Settings())
	// This is the one time: with each new theme Fyne would parse its fonts anew, and keep the old ones.
	a.fyne.Settings().SetTheme(a.theme)
	a.fyne.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	w := a.newWindow()
	// The first frame is a bare one, so that there is a window at once. What it
	// shows stands where it will stand.
	w.setContent(ui.Stack(starting(a.words), atFirstPaint(func() {
		room, known := room()
		go func() {
			r := <-done
			fyne.Do(func() {
				if known {
					w.fit(room)
				}
				a.opened(w, r.dossier, r.err)
			})
		}()
	})))
	return a
}

// Run shows the first window until the user closes the last one. An error is
// that there can be none, in words for the user.
func (a *App) Run() error {
	defer func() {
		if err := a.crashes.Close(); err != nil {
			fyne.LogError("the crash log stays", err)
		}
	}()
	if err := a.windows[0].show(); err != nil {
		return err
	}
	a.fyne.Run()
	return nil
}

// opened takes up the dossier once it is read.
func (a *App) opened(w *Window, d *data.Dossier, err error) {
	if err != nil {
		w.refused(err)
		return
	}
	a.dossier = d
	w.theme.Pillars = pillarColors(d)
	a.wear(w)
	w.fill(d, a.firstPlace())
	a.fyne.Settings().AddListener(func(fyne.Settings) {
		for _, w := range a.windows {
			w.draw()
		}
	})
	if a.options.Dump != "" {
		go w.dumpEvery(200 * time.Millisecond)
	}
	w.sayProblem()
	w.tellCrash()
}

// anotherWindow opens one more window at a place.
func (a *App) anotherWindow(at route.Route) {
	w := a.newWindow()
	w.theme.Pillars = pillarColors(a.dossier)
	w.fill(a.dossier, at)
	w.win.Show()
}

// wear gives Fyne's menus and dialogs, which know one theme alone, that of the
// window in use.
func (a *App) wear(w *Window) { *a.theme = *w.theme }

// firstPlace is where the app opens: where it was told to, or where it was.
func (a *App) firstPlace() route.Route {
	for _, place := range []string{a.options.Place, a.session.Settings().Place} {
		if r, err := route.Parse(place); err == nil && (place == a.options.Place || exists(a.dossier, r)) {
			return r
		}
	}
	return route.To(route.Overview, "")
}

// quit closes all windows.
func (a *App) quit() {
	for _, w := range slices.Clone(a.windows) {
		w.close()
	}
}

// keep saves a window's size and place, for the next start.
func (a *App) keep(w *Window) {
	size := w.win.Canvas().Size()
	a.set(func(s *session.Settings) {
		if !w.win.FullScreen() {
			s.Width, s.Height = int(size.Width), int(size.Height)
		}
		if w.shell != nil {
			s.Place = w.shell.Now().String()
		}
	})
}

// keepSoon saves a window's place a moment after the last move, so that neither
// a crash loses it nor each step waits for the disk.
func (a *App) keepSoon(w *Window) {
	const pause = time.Second
	if a.saving != nil {
		a.saving.Stop()
	}
	a.saving = time.AfterFunc(pause, func() { fyne.Do(func() { a.keep(w) }) })
}

// set changes settings.
func (a *App) set(change func(*session.Settings)) {
	if err := a.session.Update(change); err != nil {
		fyne.LogError("settings are not saved", err)
	}
}
