package views

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

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
	Version string
	Place   string // route to open at; empty: the last one
	Dump    string // file that gets the tree of what is on screen, for tests; empty: none
	// Languages are the files of languages, for tests; nil: those of the program.
	Languages fs.FS
	// Open reads the dossier. It runs beside the start of the window.
	Open func() (*data.Dossier, error)
}

// Window is the app's window and what belongs to the desktop around it.
type Window struct {
	options Options
	*home
	win     fyne.Window
	words   *message.Printer
	session *session.Session
	problem error // what is wrong with where settings are kept; nil: nothing
	crashes *crash.Log
	shell   *Shell
	toast   *toast
	notice  *notice
	theme   *ui.Theme
	ground  *ui.Box
	layer   *fyne.Container      // all that the window shows
	dialog  *dialog.CustomDialog // the one that is open, or nil
	saving  *time.Timer
}

var _ Frame = (*Window)(nil)

// New makes the app's window. The dossier is read meanwhile.
func New(o Options) *Window {
	type read struct {
		dossier *data.Dossier
		err     error
	}
	done := make(chan read, 1)
	go func() {
		d, err := o.Open()
		done <- read{d, err}
	}()
	at, notPortable := newHome()
	w := &Window{options: o, home: at}
	var err error
	if w.crashes, err = crash.Open(w.dir, VersionLine(o.Version)); err != nil {
		fyne.LogError("a crash would not be logged", err)
	}
	w.session, w.problem = session.Open(w.dir)
	w.problem = errors.Join(notPortable, w.problem)
	w.speak()
	w.theme = &ui.Theme{}
	w.setTheme()
	w.app.Settings().SetTheme(w.theme) // once: Fyne keeps something of each theme it is told of
	w.app.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	w.win = w.app.NewWindow(w.Name())
	w.win.SetPadded(false)
	w.win.SetMaster()
	set := w.session.Settings()
	w.win.Resize(fyne.NewSize(float32(set.Width), float32(set.Height)))
	w.win.SetCloseIntercept(w.close)
	w.win.SetMainMenu(w.menu())
	w.toast, w.notice, w.ground = newToast(), newNotice(w.words), ui.NewBox(theme.ColorNameBackground)
	// The first frame is a bare one, so that there is a window at once. What it
	// shows stands where it will stand.
	w.setContent(container.NewStack(starting(w.words), atFirstPaint(func() {
		room, known := room()
		go func() {
			r := <-done
			fyne.Do(func() {
				if known {
					w.fit(room)
				}
				w.opened(r.dossier, r.err)
			})
		}()
	})))
	return w
}

// Run shows the window until the user closes it. An error is that there can
// be none, in words for the user.
func (w *Window) Run() error {
	defer func() {
		if err := w.crashes.Close(); err != nil {
			fyne.LogError("the crash log stays", err)
		}
	}()
	if err := w.show(); err != nil {
		return err
	}
	w.app.Run()
	return nil
}

// fit makes the window as large as the room on the screen, if it is larger.
func (w *Window) fit(room image.Rectangle) {
	c := w.win.Canvas()
	size, most := c.Size(), fyne.NewSize(float32(room.Dx())/c.Scale(), float32(room.Dy())/c.Scale())
	if size.Width > most.Width || size.Height > most.Height {
		w.win.Resize(fyne.NewSize(min(size.Width, most.Width), min(size.Height, most.Height)))
		if d, ok := w.win.(desktop.Window); ok {
			d.RequestPosition(room.Min.X, room.Min.Y)
		}
	}
}

// opened takes up the dossier once it is read.
func (w *Window) opened(d *data.Dossier, err error) {
	if err != nil {
		w.setContent(ui.Page(ui.Header("", w.words.Say("dossier.refused"), ui.ColorInk, ui.Run{Text: err.Error()})))
		return
	}
	w.shell = NewShell(d, w.words, w)
	w.setContent(container.NewStack(w.shell.Content(), atFirstPaint(func() { takeThumbButtons(w.shell.Back, w.shell.Forward) })))
	w.win.SetMainMenu(w.menu()) // it leads to what the dossier has
	w.addShortcuts()
	w.shell.Go(w.firstPlace())
	w.app.Settings().AddListener(func(fyne.Settings) { w.restyle() }) // the desktop went dark, or light
	if w.options.Dump != "" {
		go w.dumpEvery(200 * time.Millisecond)
	}
	w.sayProblem()
	w.tellCrash()
}

// tellCrash says that the app crashed before, if it did.
func (w *Window) tellCrash() {
	if w.crashes.Before != "" {
		text := w.words.Say("crash.before", map[string]any{"File": filepath.Join(w.dir, crash.LastLog)})
		w.notice.show(text, w.words.Say("crash.copy"), func() {
			w.Copy(w.crashes.Before)
			w.Say(w.words.Say("copied"))
		})
	}
}

// sayProblem tells what is wrong with where settings are kept, if anything.
func (w *Window) sayProblem() {
	var damaged *session.Damaged
	var notPortable *unportable
	switch {
	case w.problem == nil:
		return
	case errors.As(w.problem, &damaged):
		w.Say(w.words.Say("settings.damaged", map[string]any{"File": damaged.Kept}))
	case errors.As(w.problem, &notPortable):
		w.Say(w.words.Say("settings.unportable", map[string]any{"Dir": w.dir, "Why": notPortable.err.Error()}))
	default:
		w.Say(w.words.Say("settings.unsaved", map[string]any{"Why": w.problem.Error()}))
	}
	fyne.LogError("settings", w.problem)
}

// firstPlace is where the app opens: where it was told to, or where it was.
func (w *Window) firstPlace() route.Route {
	for _, place := range []string{w.options.Place, w.session.Settings().Place} {
		if r, err := route.Parse(place); err == nil && (place == w.options.Place || exists(w.shell.dossier, r)) {
			return r
		}
	}
	return route.To(route.Overview, "")
}

func (w *Window) setContent(o fyne.CanvasObject) {
	// Fyne's own ground is a shade too light: its painter rounds the clear colour up.
	w.layer = ui.Stack(w.ground, w.notice.over(o), w.toast.layer)
	ui.Adopt(w.layer, w.theme)
	w.win.SetContent(w.layer)
}

func (w *Window) close() {
	w.save()
	w.win.Close()
}

// save keeps the window's size and the place.
func (w *Window) save() {
	size := w.win.Canvas().Size()
	err := w.session.Update(func(s *session.Settings) {
		if !w.win.FullScreen() {
			s.Width, s.Height = int(size.Width), int(size.Height)
		}
		if w.shell != nil {
			s.Place = w.shell.Now().String()
		}
	})
	if err != nil {
		fyne.LogError("settings are not saved", err)
	}
}

// Arrived implements [Frame]: the place is kept a moment after the last move,
// so that neither a crash loses it nor each step waits for the disk.
func (w *Window) Arrived(route.Route) {
	const pause = time.Second
	if w.saving == nil {
		w.saving = time.AfterFunc(pause, func() { fyne.Do(w.save) })
		return
	}
	w.saving.Reset(pause)
}

// Background implements [Frame].
func (w *Window) Background(work func(context.Context) (finish func())) {
	go func() { fyne.Do(work(context.Background())) }()
}

// Pixels implements [Frame]: the window's canvas tells.
func (*Window) Pixels() float64 { return 0 }

// Say implements [Frame].
func (w *Window) Say(message string) { w.toast.show(message) }

// Copy implements [Frame].
func (w *Window) Copy(text string) { w.app.Clipboard().SetContent(text) }

// ScaleText implements [Frame].
func (w *Window) ScaleText(step int) {
	const by = 25 // percent
	w.change(func(s *session.Settings) {
		s.TextSize += step * by
		if step == 0 {
			s.TextSize = session.Defaults().TextSize
		}
		s.TextSize = max(100, min(s.TextSize, 200))
	})
}

// SwitchScheme implements [Frame].
func (w *Window) SwitchScheme() {
	if w.theme.Dark() {
		w.setScheme(ui.Light)
	} else {
		w.setScheme(ui.Dark)
	}
}

func (w *Window) setScheme(k ui.Scheme) {
	w.change(func(s *session.Settings) { s.Scheme = string(k) })
}

// change sets a setting that the look depends on.
func (w *Window) change(set func(*session.Settings)) {
	before := w.session.Settings()
	if err := w.session.Update(set); err != nil {
		fyne.LogError("settings are not saved", err)
	}
	if w.session.Settings() != before {
		w.setTheme()
		w.restyle()
		w.win.SetMainMenu(w.menu())
	}
}

// Theme implements [Frame].
func (w *Window) Theme() *ui.Theme { return w.theme }

// setTheme gives the window's theme what the user chose.
func (w *Window) setTheme() {
	s := w.session.Settings()
	w.theme.Scheme, w.theme.TextScale = ui.Scheme(s.Scheme), float32(s.TextSize)/100
}

// restyle draws the window in its theme after that was changed.
func (w *Window) restyle() {
	if w.shell != nil {
		w.shell.sidebar.nameScheme()
	}
	ui.Restyle(append([]fyne.CanvasObject{w.layer}, w.win.Canvas().Overlays().List()...)...)
}
