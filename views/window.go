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

	printing *printing // nil: nothing is being printed
	stands   standing
}

// standing is where a window is on the screen, as far as the desktop tells.
type standing struct {
	x, y    int // of its content, in pixels
	focused bool
}

var _ Frame = (*Window)(nil)

// newWindow makes a window that looks as the settings say. It is empty.
func (a *App) newWindow() *Window { return a.furnish(a.fyne.NewWindow("")) }

// furnish makes one of the app's windows of a bare one.
func (a *App) furnish(win fyne.Window) *Window {
	set := a.session.Settings()
	w := &Window{app: a, win: win, wants: lookOf(set), theme: themeOf(set), toast: newToast(), notice: newNotice(a.words), intro: newNotice(a.words)}
	w.toast.shell = func() *Shell { return w.shell }
	a.windows = append(a.windows, w)
	a.wear(w)
	w.win.SetTitle(a.Name())
	w.win.SetPadded(false)
	w.win.Resize(fyne.NewSize(float32(set.Width), float32(set.Height)))
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	return w
}

// fill shows the dossier in the window, at a place.
func (w *Window) fill(m *material, at route.Route) {
	w.shell = newShell(m, w.app.words, w)
	w.shell.voice = speech.System()
	w.setContent(container.NewStack(w.shell.Content(), ui.AtFirstPaint(func() {
		takeThumbButtons(w.shell.Back, w.shell.Forward)
		takeKeys(w.keyFirst)
		w.stands.focused = inFront()
		onFocus(func(focused bool) {
			if w.stands.focused = focused; focused {
				w.app.wear(w)
				w.meetNotes()
				w.meetLessons()
			}
		})
		onMove(func(x, y int) { w.stands.x, w.stands.y = x, y })
		onEnter(func() { w.app.dress(w) })
		w.shell.prepareLarge()
		w.shell.home() // before that, Fyne does not know where it is
	})))
	w.win.SetMainMenu(w.menu()) // it leads to what the dossier has
	w.addShortcuts()
	w.shell.Go(at)
	w.introduce()
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
	w.root = ui.Stack(ui.NewBox(theme.ColorNameBackground), w.notice.over(w.intro.over(o)), w.toast.layer)
	ui.Adopt(w.root, w.theme)
	w.win.SetContent(w.root)
}

// close closes the window; the app ends with the last one.
func (w *Window) close() {
	w.app.note(w)
	w.app.windows = slices.DeleteFunc(w.app.windows, func(other *Window) bool { return other == w })
	switch {
	case len(w.app.windows) == 0:
		w.app.stop()
	case w.app.inUse == w:
		w.app.wear(w.app.windows[0])
	}
	if now := w.app.presenting.now; now != nil && w.app.presenting.from == w {
		now.End()
	}
	if w.shell != nil {
		w.shell.leave()
		w.shell.notebook.stop()
		w.shell.stopLessons()
	}
	if len(w.app.windows) == 0 {
		w.app.endSoon()
	}
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
