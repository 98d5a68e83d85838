package views

import (
	"context"
	"image"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/crash"
	"beltroad/internal/making"
	"beltroad/internal/session"
	"beltroad/internal/speech"
	"beltroad/views/route"
	"beltroad/views/search"
	"beltroad/views/ui"
)

// Window is one of the app's windows: where it is, how it looks, and what
// belongs to the desktop around it.
type Window struct {
	app    *App
	win    fyne.Window
	wants  look
	theme  *ui.Theme // as it wants
	shell  *Shell    // nil until the dossier is read
	toast  *toast
	notice *notice
	intro  *notice // what a first start tells
	root   fyne.CanvasObject
	dialog dialog.Dialog     // the one that is open, or nil
	over   fyne.CanvasObject // what stands in it, if that is ours
	text   readText          // likewise, where it is there to be read
	files  fyne.CanvasObject // Fyne's dialog of files over the window: see [Window.choosing]

	making   making.Work
	printing *printing // nil: nothing is being printed
	changing changing  // a dossier that is being read for it
	stands   standing
}

// standing is where a window is on the screen, as far as the desktop tells.
type standing struct {
	x, y    int // of its content, in pixels
	focused bool
	heard   bool // what the desktop tells of it is listened to
}

var _ Frame = (*Window)(nil)

// newWindow makes a window that looks as the settings say. It is empty.
func (a *App) newWindow() *Window { return a.furnish(a.fyne.NewWindow("")) }

// furnish makes one of the app's windows of a bare one.
func (a *App) furnish(win fyne.Window) *Window {
	set := a.session.Settings()
	w := &Window{app: a, win: win, wants: lookOf(set), theme: themeOf(set), toast: newToast(), notice: newNotice(a.words), intro: newNotice(a.words), changing: newChanging(a.words)}
	w.toast.shell = func() *Shell { return w.shell }
	w.making.Keep = a.stores.keeper
	a.windows = append(a.windows, w)
	a.wear(w)
	w.win.SetTitle(a.Name())
	w.win.SetPadded(false)
	w.win.Resize(fyne.NewSize(float32(set.Width), float32(set.Height)))
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	return w
}

// turnTo has the window show a dossier, in its colours, in place of any that it shows.
func (w *Window) turnTo(m *material, at route.Route) {
	w.leaveDossier()
	w.theme.Pillars = pillarColors(m.dossier)
	w.app.wear(w)
	w.fill(m, at)
}

// tellOf says what is wrong with what the user has written about a dossier, now and
// when it is saved.
func (w *Window) tellOf(m *material) {
	w.sayNotes(m.problem)
	w.findCopy()
	w.sayLessons(m.spoilt)
	m.book.Trouble(func(err error) { w.app.do(func() { w.app.inUse.sayNotes(err) }) })
	m.lessons.Trouble(func(err error) { w.app.do(func() { w.app.inUse.sayLessons(err) }) })
}

// leaveDossier ends what the window does with the dossier that it shows, if any. What
// was written about it is saved with the last window that shows it.
func (w *Window) leaveDossier() {
	s := w.shell
	if s == nil {
		return
	}
	if now := w.app.presenting.now; now != nil && w.app.presenting.from == w {
		now.End()
	}
	s.CloseSearch()
	s.leave()
	s.notebook.stop()
	s.stopLessons()
	w.shell = nil
	w.app.letGo(s.material)
}

// letGo saves what was written about a dossier, where no window shows it any more.
func (a *App) letGo(m *material) {
	if slices.ContainsFunc(a.windows, func(w *Window) bool { return w.shell != nil && w.shell.material == m }) {
		return
	}
	done := func() { a.stores.giveBack(m.name) }
	if a.atOnce {
		done()
		return
	}
	go done()
}

// fill shows the dossier in the window, at a place.
func (w *Window) fill(m *material, at route.Route) {
	w.shell = newShell(m, w.app.words, w)
	w.shell.voice = speech.System()
	w.setContent(container.NewStack(w.shell.Content(), ui.AtFirstPaint(func() {
		w.hear()
		if w.shell != nil {
			w.shell.prepareLarge()
			w.shell.home() // before that, Fyne does not know where it is
		}
	})))
	w.app.nameWindows()
	w.win.SetMainMenu(w.menu()) // it leads to what the dossier has
	w.addShortcuts()
	w.introduce() // first: what is opened is brought in sight below it
	w.shell.Go(at)
}

// hear listens to what the desktop tells of the window, once. It must be called while
// the window paints.
func (w *Window) hear() {
	if w.stands.heard {
		return
	}
	w.stands.heard = true
	step := func(do func(*Shell)) func() {
		return func() {
			if w.shell != nil {
				do(w.shell)
			}
		}
	}
	takeButtons(step((*Shell).Back), step((*Shell).Forward), w.app.newLongPress())
	takeKeys(w.keyFirst)
	w.stands.focused = inFront()
	onFocus(func(focused bool) {
		if w.stands.focused = focused; focused {
			w.app.wear(w)
			if w.shell != nil {
				w.meetNotes()
				w.meetLessons()
			}
		}
	})
	onMove(func(x, y int) { w.stands.x, w.stands.y = x, y })
	onEnter(func() { w.app.dress(w) })
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

// tellCrash says that the app crashed before, if it did.
func (w *Window) tellCrash() {
	if w.app.crashes.Before != "" {
		text := w.app.words.Say("crash.before", map[string]any{"File": filepath.Join(w.app.dir, crash.LastLog)})
		w.notice.show(text, w.app.words.Say("crash.copy"), func() {
			w.Copy(w.app.crashes.Before)
			w.Say(w.app.words.Say("copied"))
		})
	}
}

func (w *Window) setContent(o fyne.CanvasObject) {
	// Fyne's own ground is a shade too light: its painter rounds the clear colour up.
	w.root = ui.Stack(ui.NewBox(theme.ColorNameBackground), w.changing.bar.over(w.notice.over(w.intro.over(o))), w.toast.layer)
	ui.Adopt(w.root, w.theme)
	w.win.SetContent(w.root)
}

// close closes the window; the app ends with the last one.
func (w *Window) close() {
	w.app.note(w)
	w.app.windows = slices.DeleteFunc(w.app.windows, func(other *Window) bool { return other == w })
	if len(w.app.windows) > 0 && w.app.inUse == w {
		w.app.wear(w.app.windows[0])
	}
	w.stopReading()
	w.dropRefusal()
	w.leaveDossier()
	w.app.nameWindows()
	if len(w.app.windows) > 0 {
		ui.CloseWindow(w.win)
		return
	}
	w.app.endSoon()
	w.win.Close()
}

// Arrived implements [Frame].
func (w *Window) Arrived(route.Route) { w.app.keepSoon(w) }

// Background implements [Frame].
func (w *Window) Background(work func(context.Context) (finish func())) {
	done := func() { w.app.do(work(context.Background())) }
	if w.app.atOnce {
		done()
		return
	}
	go done()
}

// InWindow implements [record.Services].
func (w *Window) InWindow(something func()) { w.app.do(something) }

// Searches implements [search.Memory].
func (w *Window) Searches() []string {
	var all []string
	for _, text := range w.app.session.Settings().Searches {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}

// Searched implements [search.Memory].
func (w *Window) Searched(text string) {
	if text = strings.TrimSpace(text); text != "" {
		w.app.set(func(s *session.Settings) { s.Searches = s.Searches.With(text) })
	}
}

// Forget implements [search.Memory].
func (w *Window) Forget() {
	w.app.set(func(s *session.Settings) { s.Searches = session.Searches{} })
}

// Pixels implements [Frame]: the window's canvas tells.
func (*Window) Pixels() float64 { return 0 }

// Say implements [Frame].
func (w *Window) Say(message string) { w.toast.show(message) }

// Offer implements [Frame].
func (w *Window) Offer(message, action string, do func()) { w.toast.offer(message, action, do) }

// Withdraw implements [Frame].
func (w *Window) Withdraw(message string) { w.toast.withdraw(message) }

// Copy implements [Frame].
func (w *Window) Copy(text string) { w.app.fyne.Clipboard().SetContent(text) }

// Reading implements [Frame].
func (w *Window) Reading() session.Reading { return w.app.session.Settings().Reading }

// SetReading implements [Frame].
func (w *Window) SetReading(r session.Reading) {
	w.app.set(func(s *session.Settings) { s.Reading = r })
}

// Sidebar implements [Frame].
func (w *Window) Sidebar() session.Sidebar { return w.app.session.Settings().Sidebar }

// SetSidebar implements [Frame].
func (w *Window) SetSidebar(as session.Sidebar) {
	w.app.set(func(s *session.Settings) { s.Sidebar = as })
}

// ScaleText implements [Frame].
func (w *Window) ScaleText(step int) {
	w.restyle(func(l *look) { l.scale(step) })
}

// SwitchScheme implements [Frame].
func (w *Window) SwitchScheme() {
	if w.theme.Dark() {
		w.setScheme(ui.Light)
	} else {
		w.setScheme(ui.Dark)
	}
}

// Theme implements [Frame].
func (w *Window) Theme() *ui.Theme { return w.theme }

func (w *Window) setScheme(k ui.Scheme) {
	w.restyle(func(l *look) { l.scheme, l.projector = k, false })
}

// toggleProjector makes all light and large, or as it was before that.
func (w *Window) toggleProjector() {
	w.restyle(func(l *look) { l.projector = !l.projector })
}

// restyle changes how the window looks, and what the next one looks like.
func (w *Window) restyle(change func(*look)) {
	before := w.wants
	if change(&w.wants); w.wants == before {
		return
	}
	w.wants.dress(w.theme)
	w.app.set(w.wants.keep)
	w.app.wear(w)
	w.draw()
	w.win.SetMainMenu(w.menu())
}

// draw shows everything in the window's theme, which was changed.
func (w *Window) draw() {
	if w.shell == nil {
		ui.Restyle(w.root, w.over)
	} else {
		w.shell.sidebar.tellScheme(w.shell)
		w.shell.restyled(func() { ui.Restyle(w.root, w.over) })
	}
	for _, o := range w.win.Canvas().Overlays().List() {
		switch o.(type) {
		case *ui.Menu, *search.Palette:
			ui.Restyle(o)
		default:
			o.Refresh() // Fyne's own
		}
	}
}
