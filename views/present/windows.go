package present

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/views/ui"
)

// windows are those of a presentation: one on each display, full screen, where
// there are two; else the audience's alone, with the presenter's notes in a strip or a
// window where they are asked for. Each has what it shows made anew, so that nothing of a display that is
// gone is kept.
type windows struct {
	p       *Presentation
	first   fyne.Window // on the first display
	second  fyne.Window // on the second one; nil: there is none
	extra   fyne.Window // the presenter's beside the audience's on one display; nil: none was asked for
	strip   bool        // the notes are a strip within the only window instead
	swapped bool        // the audience is on the first of two
	full    bool        // the only display is filled

	screen  *screen
	console *console // nil: there is none
	hint    bool     // what is said goes with the next key
	said    string   // that is said for a while
	until   time.Time
	warmed  time.Time // when what comes next was drawn last
}

func newWindows(p *Presentation) *windows { return &windows{p: p, full: true} }

// open shows what there is room for on the displays.
func (w *windows) open() {
	if twoDisplays() {
		w.openTwo()
	} else {
		w.openOne()
	}
}

// openTwo has the audience's window on the second display, the presenter's on the first.
func (w *windows) openTwo() {
	w.first = w.window()
	place(w.first, false)
	w.first.SetFullScreen(true)
	w.second = w.window()
	onSecond(w.second)
	w.fill()
	w.second.Show()
	w.first.Show() // last: it has the keyboard
	w.first.RequestFocus()
}

// openOne has the audience's window on the only display.
func (w *windows) openOne() {
	w.first = w.window()
	w.first.SetFullScreen(w.full)
	w.fill()
	w.first.Show()
	w.first.RequestFocus()
	w.passing(w.p.words.Say("present.started", map[string]any{
		"Leave": w.p.keyText(show.KeyOf(show.Leave)), "Help": w.p.keyText(show.KeyOf(show.Help)),
	}))
}

// fill gives the windows what they show.
func (w *windows) fill() {
	if w.screen != nil {
		w.screen.hide(false) // the mouse is that of the window
	}
	w.console, w.screen = nil, nil
	audience, presenter := w.first, w.extra
	if w.second != nil {
		if audience, presenter = w.second, w.first; w.swapped {
			audience, presenter = presenter, audience
		}
	}
	if presenter != nil {
		w.console = newConsole(w.p, false)
		presenter.SetTitle(w.p.title("present.presenter"))
		presenter.SetContent(w.console)
	}
	w.screen = newScreen(w.p, audience)
	audience.SetTitle(w.p.title("present.audience"))
	screen := w.screen
	content := ui.Stack(screen, ui.AtFirstPaint(func() { screen.mouse = mouseOf() }))
	if w.strip {
		w.console = newConsole(w.p, true)
		content = &fyne.Container{Layout: &beside{}, Objects: []fyne.CanvasObject{content, w.console}}
	}
	audience.SetContent(content)
	w.p.refresh()
}

func (p *Presentation) title(key string) string {
	title := p.show.Lesson().Title
	if title == "" { // it is of one place alone
		title = p.says(0).Title
	}
	return p.words.Say(key, map[string]any{"Title": title})
}

// window makes a window of the presentation. Keys do the same in each.
func (w *windows) window() fyne.Window {
	win := fyne.CurrentApp().NewWindow(w.p.title("present.audience"))
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
	if w.console != nil {
		w.console.show()
	}
}

// boards are those of both windows.
func (w *windows) boards() []*board {
	all := []*board{w.screen.board}
	if w.console != nil && !w.console.slim {
		all = append(all, w.console.board)
	}
	return all
}

// point shows what the pointer does.
func (w *windows) point() {
	for _, b := range w.boards() {
		b.show()
	}
}

// look is called now and then: it hides the mouse, shows the time, and sees which displays there are.
func (w *windows) look() {
	w.screen.rest()
	w.warm()
	if w.console != nil {
		w.console.tick()
	}
	if w.said != "" && time.Now().After(w.until) {
		w.say("")
	}
	switch two := twoDisplays(); {
	case two && w.second == nil:
		w.plugged()
	case !two && w.second != nil:
		w.unplugged()
	}
}

// warm draws what comes next now and then: Fyne drops after a minute what is not drawn.
func (w *windows) warm() {
	const often = 20 * time.Second
	if time.Since(w.warmed) < often {
		return
	}
	w.warmed = time.Now()
	for _, b := range w.boards() {
		canvas.Refresh(b.slide.ahead.hole)
	}
}

// plugged goes on with two displays.
func (w *windows) plugged() {
	if w.extra != nil {
		ui.CloseWindow(w.extra)
		w.extra = nil
	}
	w.swapped, w.strip = false, false
	w.second = w.window()
	onSecond(w.second)
	w.first.SetFullScreen(true)
	w.fill()
	w.second.Show()
	w.first.RequestFocus()
	w.say(w.p.words.Say("present.plugged"))
}

// unplugged goes on with the display that is left.
func (w *windows) unplugged() {
	gone := w.second
	w.second, w.swapped, w.full = nil, false, true
	w.first.SetFullScreen(false) // it may have been moved
	w.first.SetFullScreen(true)
	w.fill()
	ui.CloseWindow(gone)
	w.first.RequestFocus()
	w.say(w.p.words.Say("present.unplugged", map[string]any{"Key": w.p.keyText(show.KeyOf(show.Display))}))
}

// say says something for a while, to the presenter where there is a display for that.
func (w *windows) say(text string) {
	const reading = 8 * time.Second
	w.said, w.until, w.hint = text, time.Now().Add(reading), false
	if w.console == nil {
		w.screen.over.said = text
	} else {
		w.screen.over.said = ""
	}
	w.refresh()
}

// passing says something until the next key.
func (w *windows) passing(text string) {
	w.say(text)
	w.hint = true
}

// where tells the presenter what is where.
func (w *windows) where() string {
	switch {
	case w.said != "":
		return w.said
	case w.second != nil && w.swapped:
		return w.p.words.Say("present.where.first", map[string]any{"Key": w.p.keyText(show.KeyOf(show.Display))})
	case w.second != nil:
		return w.p.words.Say("present.where.second", map[string]any{"Key": w.p.keyText(show.KeyOf(show.Display))})
	default:
		return ""
	}
}

// do does what a command asks of the windows.
func (w *windows) do(c show.Command) {
	switch c {
	case show.FullScreen:
		w.fullScreen()
	case show.Display:
		w.display(false)
	case show.Strip:
		w.display(true)
	case show.Larger, show.Smaller:
		if larger := c == show.Larger; !w.p.nearer(larger) {
			w.p.scaleNotes(larger)
		}
	case show.NotesDown, show.NotesUp:
		w.scroll(c == show.NotesDown)
	}
}

// scroll shows what is further down, or up, in a table or help, else in the notes.
func (w *windows) scroll(down bool) {
	rolls := []*ui.Scroller{w.screen.over.roll}
	if w.console != nil {
		rolls = append(rolls, w.console.over.roll)
		if w.screen.over.roll == nil {
			rolls = append(rolls, w.console.roll)
		}
	}
	for _, r := range rolls {
		if r == nil {
			continue
		}
		by := r.Size().Height / 2
		if !down {
			by = -by
		}
		r.ScrollTo(r.Offset() + by)
	}
}

func (w *windows) fullScreen() {
	if w.second != nil { // both are, or there would be no use in two displays
		return
	}
	w.full = !w.full
	w.first.SetFullScreen(w.full)
}

// display swaps two displays. With one, it opens the presenter's display in its usual
// form there, or in the other, which what is open changes to; else it closes that.
func (w *windows) display(other bool) {
	switch {
	case w.second != nil:
		w.swapped = !w.swapped
		w.fill()
	case w.console != nil:
		strip := w.strip
		if w.closeNotes(); other {
			w.openNotes(!strip)
		}
	default:
		w.openNotes(other != w.small())
	}
}

// extraSize is that of the presenter's window beside the audience's.
var extraSize = fyne.NewSize(1000, 640)

// small tells whether the presenter's window would cover most of the slide: then a strip
// is the usual form.
func (w *windows) small() bool {
	all := w.first.Canvas().Size()
	return 2*extraSize.Width*extraSize.Height > all.Width*all.Height
}

// openNotes opens a strip beside the slide, or the presenter's window beside the audience's.
func (w *windows) openNotes(strip bool) {
	if w.strip = strip; strip {
		w.fill()
		return
	}
	w.extra = w.window()
	if top, ok := w.extra.(desktop.Window); ok {
		top.RequestAlwaysOnTop()
	}
	w.extra.SetCloseIntercept(w.closeNotes)
	w.extra.Resize(extraSize)
	w.fill()
	w.extra.Show()
}

func (w *windows) closeNotes() {
	extra := w.extra
	w.extra, w.strip = nil, false
	w.fill()
	if extra != nil {
		ui.CloseWindow(extra)
	}
	w.first.RequestFocus()
}

// front brings the windows to the front.
func (w *windows) front() { w.first.RequestFocus() }

// close closes them all.
func (w *windows) close() {
	if w.screen != nil {
		w.screen.hide(false)
	}
	for _, win := range []fyne.Window{w.extra, w.second, w.first} {
		if win != nil {
			ui.CloseWindow(win)
		}
	}
}

// onSecond fills the second display with a window. Fyne tells displays by their
// names, which two of one make share: where that is not needed, it is told a place.
func onSecond(win fyne.Window) {
	placed := place(win, true)
	if d, ok := win.(desktop.Window); ok && (!placed || runtime.GOOS == "darwin") {
		d.RequestFullScreenSecondary()
		return
	}
	win.SetFullScreen(true)
}

// place puts a window on a display, before it is shown; ok is false where that cannot be done.
func place(win fyne.Window, second bool) (ok bool) {
	d, ok := win.(desktop.Window)
	if !ok {
		return false
	}
	x, y, known := displayAt(second)
	if known {
		d.RequestPosition(x, y)
	}
	return known
}

// twoDisplays tells whether there is a display for the audience and another for
// the presenter; tests have their own.
var twoDisplays = func() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}
