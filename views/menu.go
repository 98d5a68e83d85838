package views

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/message"
	"beltroad/internal/notes"
	"beltroad/internal/speech"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// command is something the user can do by menu and, if it has a key, by keyboard.
type command struct {
	name  string // key of its translation
	key   fyne.KeyName
	mod   fyne.KeyModifier
	do    func()
	on    func() bool // whether it is checked; nil: it never is
	own   string      // its name where that is no message: a language's in itself
	sub   []command   // the menu that it opens
	leads bool        // it goes to a page, and does nothing else
}

// id names a command.
func (c command) id() string { return cmp.Or(c.name, c.own) }

// title is what a command is called.
func (c command) title(words *message.Printer) string {
	if c.own != "" {
		return c.own
	}
	return words.Say(c.name)
}

// flat are commands and those of the menus that they open, without what separates.
func flat(commands []command) []command {
	var all []command
	for _, c := range commands {
		switch {
		case len(c.sub) > 0:
			all = append(all, flat(c.sub)...)
		case c.id() != "":
			all = append(all, c)
		}
	}
	return all
}

// group is a menu.
type group struct {
	name     string
	commands []command
}

// commands is everything that the menu bar offers, in order. A command without
// a name separates.
func (w *Window) commands() []group {
	const ctrl, alt, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt, fyne.KeyModifierShift
	with := w.with
	to := func(k route.Kind) func() { return with(func(s *Shell) { s.Go(route.To(k, "")) }) }
	scheme := func(s ui.Scheme) command {
		return command{
			name: "menu.scheme." + string(s), do: func() { w.setScheme(s) },
			on: func() bool { return w.wants.scheme == s },
		}
	}
	groups := []group{
		{"menu.file", w.fileCommands()},
		{"menu.view", []command{
			scheme(ui.System), scheme(ui.Light), scheme(ui.Dark),
			{name: "menu.scheme.switch", key: fyne.KeyD, mod: ctrl | shift, do: w.SwitchScheme},
			{name: "menu.projector", key: fyne.KeyF12, do: w.toggleProjector, on: func() bool { return w.wants.projector }},
			{},
			{name: "text.larger", key: fyne.KeyPlus, mod: ctrl, do: func() { w.ScaleText(+1) }},
			{name: "text.smaller", key: fyne.KeyMinus, mod: ctrl, do: func() { w.ScaleText(-1) }},
			{name: "text.normal", key: fyne.Key0, mod: ctrl, do: func() { w.ScaleText(0) }},
			{name: "menu.caret", key: fyne.KeyF7, do: with(func(*Shell) { ui.ToggleCaret(w.win.Canvas()) })},
			{name: "read.larger", key: fyne.KeyPlus, mod: ctrl | alt, do: with(func(s *Shell) { s.ScaleReading(+1) })},
			{name: "read.smaller", key: fyne.KeyMinus, mod: ctrl | alt, do: with(func(s *Shell) { s.ScaleReading(-1) })},
			{},
			{name: "sidebar.fold", key: fyne.KeyF9, do: with((*Shell).ToggleSidebar)},
			{name: "menu.fullscreen", key: fyne.KeyF11, do: func() { w.win.SetFullScreen(!w.win.FullScreen()) }},
		}},
		{"menu.go", []command{
			{name: "menu.back", key: fyne.KeyLeft, mod: alt, do: with((*Shell).Back)},
			{name: "menu.forward", key: fyne.KeyRight, mod: alt, do: with((*Shell).Forward)},
			{name: "chart.table.toggle", key: fyne.KeyT, do: with((*Shell).ToggleTable)},
			{name: "menu.play", key: fyne.KeySpace, do: with((*Shell).TogglePlay)},
			{name: "menu.close", key: fyne.KeyW, mod: ctrl, do: with((*Shell).Close)},
			{name: "menu.part", key: fyne.KeyF6, do: with(func(s *Shell) { s.NextPart(+1) })},
			{name: "menu.part.back", key: fyne.KeyF6, mod: shift, do: with(func(s *Shell) { s.NextPart(-1) })},
			{},
			{name: "search", key: fyne.KeyK, mod: ctrl, do: w.search},
		}},
		{"menu.notes", w.noteCommands()},
		{"menu.present", append(append(w.presentCommands(), command{}), w.lessonCommands()...)},
		{"menu.help", w.helpCommands()},
	}
	view, places := &groups[1], &groups[2]
	places.commands = append(places.commands, findCommands(with)...)
	if speak := w.languageCommands(); len(speak) > 0 {
		view.commands = slices.Insert(view.commands, len(view.commands)-1, command{name: "menu.language", sub: speak})
	}
	places.commands = append(places.commands, w.placeCommands(to)...)
	if inBrowser {
		return forBrowser(groups)
	}
	return groups
}

// fileCommands are about files, and what leaves the window.
func (w *Window) fileCommands() []command {
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	return slices.Concat(w.dossierCommands(), []command{
		{name: "menu.window", key: fyne.KeyN, mod: ctrl, do: w.with(func(s *Shell) { w.app.anotherWindow(s.material, s.Now()) })},
		{},
		{name: "read.copy", key: fyne.KeyO, mod: ctrl | shift, do: w.with((*Shell).ChooseCopy)},
		{},
		{name: "menu.copy.figure", key: fyne.KeyC, mod: ctrl | shift, do: w.with((*Shell).copyHere)},
		{name: "menu.cite", key: fyne.KeyC, do: w.with((*Shell).citeHere)},
		{name: "menu.save", key: fyne.KeyS, mod: ctrl, do: w.with((*Shell).saveHere)},
		{name: "menu.worksheet", do: w.with((*Shell).worksheetHere)},
		{},
	}, w.printCommands(), []command{{name: "menu.quit", key: fyne.KeyQ, mod: ctrl, do: w.app.quit}})
}

// with does something with what the window shows. The menu is there before that,
// and while a dialog covers the page.
func (w *Window) with(do func(*Shell)) func() {
	return func() {
		if w.shell != nil && w.dialog == nil {
			w.shell.CloseSearch()
			do(w.shell)
		}
	}
}

// search opens the palette, or leaves it as it is.
func (w *Window) search() {
	if w.shell != nil && w.dialog == nil {
		w.shell.OpenSearch()
	}
}

// findCommands go from one to the next of what is in a page.
func findCommands(with func(func(*Shell)) func()) []command {
	const shift = fyne.KeyModifierShift
	all := []command{
		{name: "inpage.find", key: fyne.KeyF, mod: fyne.KeyModifierShortcutDefault, do: with((*Shell).FindInPage)},
		{name: "inpage.next", key: fyne.KeyF3, do: with(func(s *Shell) { s.FindNext(+1) })},
		{name: "inpage.back", key: fyne.KeyF3, mod: shift, do: with(func(s *Shell) { s.FindNext(-1) })},
		{name: "read.figure.next", key: fyne.KeyF4, do: with(func(s *Shell) { s.NextFigure(+1) })},
		{name: "read.figure.back", key: fyne.KeyF4, mod: shift, do: with(func(s *Shell) { s.NextFigure(-1) })},
	}
	if speech.System() != nil {
		all = append(all, command{name: "read.aloud", key: fyne.KeyF8, do: with((*Shell).ReadAloud)})
	}
	return append(all, command{})
}

// helpCommands tell about the program.
func (w *Window) helpCommands() []command {
	return []command{
		{name: "menu.signs", do: w.with(func(*Shell) { w.showSigns() })},
		{name: "menu.shortcuts", key: fyne.KeyF1, do: w.showShortcuts},
		{name: "menu.about", do: w.with(w.showAbout)},
	}
}

// noteCommands make highlights, notes and bookmarks, and undo that.
func (w *Window) noteCommands() []command {
	var all []command
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}
	for i, k := range notes.Kinds() {
		all = append(all, command{name: "note.kind." + string(k), key: keys[i], do: w.with(func(s *Shell) { s.Highlight(k) })})
	}
	const ctrl = fyne.KeyModifierShortcutDefault
	return append(all,
		command{name: "note.kind.again", key: fyne.KeyH, do: w.with((*Shell).HighlightAgain)},
		command{name: "note.write", key: fyne.KeyN, do: w.with((*Shell).Note)},
		command{name: "note.bookmark.here", key: fyne.KeyD, mod: ctrl, do: w.with((*Shell).Bookmark)},
		command{},
		command{name: "note.undo", key: fyne.KeyZ, mod: ctrl, do: w.with((*Shell).Undo)},
		command{name: "note.redo", key: fyne.KeyY, mod: ctrl, do: w.with((*Shell).Redo)})
}

// placeCommands lead to the pages that the dossier has.
func (w *Window) placeCommands(to func(route.Kind) func()) []command {
	var all []command
	for _, e := range table() {
		if e.section != nowhere && (w.shell == nil || exists(w.shell.dossier, route.To(e.kind, ""))) {
			all = append(all, command{name: e.name, key: e.key, mod: fyne.KeyModifierShortcutDefault, do: to(e.kind), leads: true})
		}
	}
	return all
}

// languageCommands choose a language. Where there is one only, there are none.
func (w *Window) languageCommands() []command {
	all := w.app.languages()
	if len(all) < 2 {
		return nil
	}
	choose := func(c command, tag string) command {
		c.do = func() { w.app.setLanguage(tag) }
		c.on = func() bool { return w.app.session.Settings().Language == tag }
		return c
	}
	commands := []command{choose(command{name: "menu.language.system"}, ""), {}}
	for _, tag := range all {
		commands = append(commands, choose(command{own: message.Name(w.app.options.languages(), tag)}, tag))
	}
	return commands
}

func (c command) shortcut() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
}

// keys is how a command's keys are written, "Ctrl+Shift+C"; empty: it has none.
func (c command) keys(words *message.Printer) string {
	if c.key == "" {
		return ""
	}
	super := "Super"
	if runtime.GOOS == "darwin" {
		super = "Cmd"
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}, {fyne.KeyModifierSuper, super}} {
		if c.mod&m.mod != 0 {
			parts = append(parts, keyName(words, m.name))
		}
	}
	key := string(c.key)
	switch c.key {
	case fyne.KeyPlus:
		key = "Plus"
	case fyne.KeyMinus:
		key = "Minus"
	}
	return strings.Join(append(parts, keyName(words, key)), "+")
}

// keyName is what a key is called on keyboards of the language; letters and
// numbers are called the same everywhere.
func keyName(words *message.Printer, key string) string {
	if named := "key." + key; words.Has(named) {
		return words.Say(named)
	}
	return key
}

// typed does what a key is for that nothing in the window has taken, alone or with Shift.
func (w *Window) typed(e *fyne.KeyEvent, plain, shifted map[fyne.KeyName]func()) {
	if w.shell == nil || w.shell.page == nil { // it comes before the first page, or none is there
		if held := ui.Largest(w.root); held != nil {
			held.Key(e.Name)
		}
		return
	}
	if w.shell.palette != nil {
		w.shell.palette.Typed(e)
		return
	}
	do, ok := plain[e.Name]
	if with := shifted[e.Name]; with != nil && ui.Shifted() {
		do, ok = with, true
	}
	switch {
	case ok:
		do()
	case w.dialog == nil:
		w.shell.ScrollKey(e.Name)
	default:
		if held, ok := w.over.(*ui.Scroller); ok { // of the dialog
			held.Key(e.Name)
		}
	}
}

// addShortcuts adds the keys that a menu cannot have: those without a
// modifier, and the other places of plus on keyboards.
func (w *Window) addShortcuts() {
	plain := map[fyne.KeyName]func(){fyne.KeyEscape: w.escape, fyne.KeyF10: func() { w.openMenu(0) }}
	shifted := map[fyne.KeyName]func(){}
	for _, g := range w.commands() {
		for _, c := range g.commands {
			switch {
			case c.key == "":
			case c.mod == 0:
				plain[c.key] = c.do
			case c.mod == fyne.KeyModifierShift: // which Fyne takes for no shortcut
				shifted[c.key] = c.do
			}
		}
	}
	w.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { w.typed(e, plain, shifted) })
	w.addMenuLetters()
	w.win.Canvas().AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { ui.CopySelection(w.win.Canvas()) })
	for s, do := range map[fyne.Shortcut]func(*Shell){&fyne.ShortcutUndo{}: (*Shell).Undo, &fyne.ShortcutRedo{}: (*Shell).Redo} { // by which Fyne knows these keys
		w.win.Canvas().AddShortcut(s, func(fyne.Shortcut) { w.with(do)() })
	}
	const ctrl = fyne.KeyModifierShortcutDefault
	w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: ctrl | fyne.KeyModifierShift}, func(fyne.Shortcut) { w.with((*Shell).Redo)() })
	for _, s := range []desktop.CustomShortcut{
		{KeyName: fyne.KeyEqual, Modifier: ctrl},
		{KeyName: fyne.KeyEqual, Modifier: ctrl | fyne.KeyModifierShift},
		{KeyName: fyne.KeyPlus, Modifier: ctrl | fyne.KeyModifierShift},
	} {
		w.win.Canvas().AddShortcut(&s, func(fyne.Shortcut) { w.ScaleText(+1) })
	}
	for _, mod := range []fyne.KeyModifier{0, fyne.KeyModifierShift} {
		equal := &desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: ctrl | fyne.KeyModifierAlt | mod}
		w.win.Canvas().AddShortcut(equal, func(fyne.Shortcut) { w.shell.ScaleReading(+1) })
	}
}
