package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/views/ui"
)

// windows are those of a presentation.
type windows struct {
	p        *Presentation
	audience fyne.Window
	screen   *screen
}

func newWindows(p *Presentation) *windows { return &windows{p: p} }

// open shows what there is room for on the displays.
func (w *windows) open() {
	w.audience = w.window("present.audience")
	w.screen = newScreen(w.p, w.audience)
	w.audience.SetContent(w.screen)
	w.audience.SetFullScreen(true)
	w.audience.Show()
	w.refresh()
}

// window makes a window of the presentation. Keys do the same in each.
func (w *windows) window(title string) fyne.Window {
	win := fyne.CurrentApp().NewWindow(w.p.words.Say(title, map[string]any{"Title": w.p.show.Lesson().Title}))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(960, 600)) // where it is not full screen
	win.SetCloseIntercept(w.p.End)
	c := win.Canvas()
	c.SetOnTypedKey(w.p.typedKey)
	c.SetOnTypedRune(w.p.typedRune)
	for s, k := range map[fyne.Shortcut]show.Key{
		&fyne.ShortcutUndo{}: {Name: "Z", Control: true}, &fyne.ShortcutRedo{}: {Name: "Y", Control: true},
	} {
		c.AddShortcut(s, func(fyne.Shortcut) { w.p.press(k) })
	}
	return win
}

func (p *Presentation) typedKey(e *fyne.KeyEvent) {
	p.press(show.Key{Name: string(e.Name), Shift: ui.Shifted()})
}

func (p *Presentation) typedRune(r rune) { p.press(show.Key{Sign: r}) }

// refresh shows the state.
func (w *windows) refresh() {
	if w.screen != nil {
		w.screen.show()
	}
}

// look is called now and then.
func (w *windows) look() { w.screen.rest() }

// do does what a command asks of the windows.
func (w *windows) do(c show.Command) {
	if c == show.FullScreen {
		w.audience.SetFullScreen(!w.audience.FullScreen())
	}
}

// front brings the windows to the front.
func (w *windows) front() { w.audience.RequestFocus() }

// close closes them all.
func (w *windows) close() {
	if w.audience != nil {
		w.audience.Close()
	}
}

// twoDisplays tells whether there is a display for the audience and another for the presenter.
func twoDisplays() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}
