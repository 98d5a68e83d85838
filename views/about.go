package views

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"beltroad/assets"
	"beltroad/internal/cite"
	"beltroad/internal/packed"
	"beltroad/views/ui"
)

// showShortcuts lists every key.
func (w *Window) showShortcuts() {
	var rows []fyne.CanvasObject
	add := func(keys, name string) {
		rows = append(rows, ui.Row(16, 1, ui.Width(130, ui.Strong(keys, ui.SizeCaption, ui.ColorInk)), ui.Label(w.app.words.Say(name), ui.SizeBody, ui.ColorInk)))
	}
	for _, g := range w.commands() {
		for _, c := range g.commands {
			if c.key != "" {
				add(c.keys(w.app.words), c.name)
			}
		}
	}
	add(keyName(w.app.words, "Esc"), "menu.close")
	if !systemsMenu {
		add("F10", "keys.menus")
	}
	add(keyName(w.app.words, "Tab"), "keys.tab")
	add(keyName(w.app.words, "Enter"), "keys.enter")
	add(w.app.words.Say("keys.arrows.name"), "keys.arrows")
	rows = append(rows, ui.Gap(6), ui.Heading(w.app.words.Say("search")), ui.Label(w.app.words.Say("find.ranking"), ui.SizeBody, ui.ColorInk))
	w.showText(w.app.words.Say("menu.shortcuts"), ui.Column(7, rows...), 460)
}

// showAbout tells what this is, what it rests on and under which licences.
func (w *Window) showAbout(s *Shell) {
	d := s.dossier
	m := d.Metadata()
	words := func(s string) fyne.CanvasObject { return ui.Label(s, ui.SizeBody, ui.ColorInk) }
	parts := []fyne.CanvasObject{
		ui.Strong(w.app.Name(), ui.SizeFigure, ui.ColorInk), ui.Label(VersionLine(w.app.options.Version), ui.SizeCaption, ui.ColorMuted),
		words(w.app.words.Say("about.what")), words(w.app.words.Say("about.offline")), words(w.app.words.Say("disclaimer")),
		ui.Gap(4), ui.Heading(w.app.words.Say("about.dossier")), words(m.Title + " " + m.Version),
	}
	for _, l := range m.Licences {
		parts = append(parts, words(l.Title))
	}
	parts = append(parts, ui.Gap(4), ui.Heading(w.app.words.Say("about.sources")))
	beside := map[string]bool{} // sources that stand with what they say
	for _, second := range d.SecondSources() {
		beside[second.Source] = true
	}
	for _, e := range d.Events() {
		beside[e.Source] = true
	}
	for _, t := range d.ProjectPlaces() {
		beside[t.Source] = true
	}
	delete(beside, "") // the presented one
	for _, src := range d.Sources() {
		if !beside[src.ID] {
			parts = append(parts, words(cite.Plain(src, s.words.Citation())))
		}
	}
	if len(beside) > 0 {
		parts = append(parts, words(s.words.Count("about.second", len(beside))))
	}
	parts = append(parts, ui.Gap(4), ui.Heading(w.app.words.Say("about.licence")), words(w.app.words.Say("about.bsd")),
		ui.Flow(0, ui.NewButton(w.app.words.Say("about.notices"), w.showNotices, false)))
	w.showText(w.app.words.Say("menu.about"), ui.Column(6, parts...), 560)
}

// showNotices shows the licences of what the program is built from.
func (w *Window) showNotices() {
	text := widget.NewTextGridFromString(string(packed.Unpack(assets.Notices)))
	text.Scroll = fyne.ScrollBoth
	d := dialog.NewCustom(w.app.words.Say("about.notices"), w.app.words.Say("close"), text, w.win)
	w.open(d, fyne.NewSize(min(760, w.win.Canvas().Size().Width-40), w.win.Canvas().Size().Height*0.85))
}

// showText shows something to read over the window.
func (w *Window) showText(title string, content fyne.CanvasObject, width float32) {
	w.openScrolled(content, width, func(scroller *ui.Scroller) *dialog.CustomDialog {
		return dialog.NewCustom(title, w.app.words.Say("close"), container.NewStack(scroller), w.win)
	})
	w.text = readText{title, content}
}

// openScrolled shows a dialog whose content scrolls where the window is too low
// for it. The width is at 100 % text.
func (w *Window) openScrolled(content fyne.CanvasObject, width float32, dialogOf func(*ui.Scroller) *dialog.CustomDialog) {
	scroller := ui.NewScroller(ui.Inset(4, 20, 12, 4, content))
	ui.Adopt(scroller, w.theme)
	width = w.theme.Dp(width)
	size := w.win.Canvas().Size()
	w.open(dialogOf(scroller), fyne.NewSize(min(width, size.Width-40), min(ui.HeightFor(content, width-80)+150, size.Height*0.85)))
	w.over = scroller
}

// open shows a dialog that the Escape key closes; without a size it has its own.
func (w *Window) open(d dialog.Dialog, size fyne.Size) {
	if w.shell != nil {
		w.shell.CloseSearch()
	}
	if w.dialog != nil {
		w.dialog.Hide()
	}
	w.dialog = d
	before := ui.MarkFocus(w.root)
	w.text = readText{}
	d.SetOnClosed(func() {
		w.closedFiles()
		if w.dialog == d {
			w.dialog, w.over, w.text = nil, nil, readText{}
			before.Return(w.win.Canvas(), w.root)
		}
	})
	if files, ok := d.(*dialog.FileDialog); ok {
		w.showFiles(files)
		return
	}
	if size != (fyne.Size{}) {
		d.Resize(size)
	}
	d.Show()
}

// keyFirst does what a key is for everywhere, but that Fyne's own widgets in dialogs
// keep or do not know: Escape leaves, Enter presses the button that has the keyboard.
func (w *Window) keyFirst(key fyne.KeyName) bool {
	at := w.win.Canvas().Focused()
	button, isButton := at.(*widget.Button)
	switch {
	case key != fyne.KeyEscape && isButton:
		button.Tapped(nil)
	case key == fyne.KeyEscape && fynes(at):
		w.escape()
	default:
		return false
	}
	return true
}

// fynes tells whether it is a widget of Fyne's own, and no menu: those know Escape.
func fynes(f fyne.Focusable) bool {
	if _, menu := f.(*widget.PopUpMenu); f == nil || menu {
		return false
	}
	return reflect.TypeOf(f).Elem().PkgPath() == reflect.TypeFor[widget.Button]().PkgPath()
}

// escape closes what lies uppermost: a menu, a question over a dialog, a
// dialog, or the record beside the page.
func (w *Window) escape() {
	over := w.win.Canvas().Overlays()
	switch top := over.Top(); {
	case top == nil:
		w.shell.Escape()
	case w.dialog != nil && len(over.List()) == 1:
		w.dialog.Hide()
	default:
		over.Remove(top)
	}
}
