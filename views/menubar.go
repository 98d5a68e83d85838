package views

import (
	"runtime"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/ui"
)

// menu is the menu bar.
func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for i, g := range w.commands() {
		m := fyne.NewMenu(w.app.words.Say(g.name), w.items(g.commands)...)
		w.openByEnter(i, m)
		menus = append(menus, m)
	}
	return fyne.NewMainMenu(menus...)
}

// openByEnter has Enter open the menus within a menu, as the right arrow does: Fyne
// closes all and does what the item does, which is nothing.
func (w *Window) openByEnter(index int, m *fyne.Menu) {
	down := 0 // keys to the item
	for _, item := range m.Items {
		if item.IsSeparator {
			continue
		}
		down++
		if n := down; item.ChildMenu != nil {
			item.Action = func() {
				w.openMenu(index)
				w.typeInMenu(slices.Repeat([]fyne.KeyName{fyne.KeyDown}, n)...)
				w.typeInMenu(fyne.KeyRight)
			}
		}
	}
}

// typeInMenu types keys into the menu that is open.
func (w *Window) typeInMenu(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// items are the lines of a menu.
func (w *Window) items(commands []command) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	labels := w.labels(commands)
	for i, c := range commands {
		if c.id() == "" {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(labels[i], c.do)
		item.IsQuit = c.name == "menu.quit"
		item.Checked = c.on != nil && c.on()
		if c.key != "" && c.mod != 0 {
			item.Shortcut = c.shortcut()
			if !systemsMenu {
				item.Shortcut = unnamed{item.Shortcut.ShortcutName()}
			}
		}
		if len(c.sub) > 0 {
			item.ChildMenu = fyne.NewMenu("", w.items(c.sub)...)
		}
		items = append(items, item)
	}
	return items
}

// systemsMenu tells whether the system draws the menu bar.
const systemsMenu = runtime.GOOS == "darwin"

// unnamed is a shortcut that Fyne's menus do not name: they would too faintly, and
// not where it has no modifier.
type unnamed struct{ name string }

// ShortcutName implements [fyne.Shortcut].
func (u unnamed) ShortcutName() string { return u.name }

// labels are the titles of commands, with their keys in a column after them.
func (w *Window) labels(commands []command) []string {
	const between = 24
	size := w.theme.Size(ui.SizeBody)
	wide := func(s string) float32 { return ui.PlainWidth(s, size, false) }
	all := make([]string, len(commands))
	column := float32(0)
	for i, c := range commands {
		if c.id() != "" {
			all[i] = c.title(w.app.words)
			column = max(column, wide(all[i])+w.theme.Dp(between))
		}
	}
	if systemsMenu {
		return all
	}
	space := wide(" ")
	for i, c := range commands {
		if keys := c.keys(w.app.words); keys != "" {
			all[i] += strings.Repeat(" ", max(1, int((column-wide(all[i]))/space+0.5))) + keys
		}
	}
	return all
}

// menuLetters are the letters that open the menus with Alt: of each the first of
// its name that none before it has; 0 where there is none.
func (w *Window) menuLetters() []rune {
	var all []rune
	for _, g := range w.commands() {
		letter := rune(0)
		for _, r := range w.app.words.Say(g.name) {
			if r = unicode.ToUpper(r); r >= 'A' && r <= 'Z' && !slices.Contains(all, r) {
				letter = r
				break
			}
		}
		all = append(all, letter)
	}
	return all
}

// addMenuLetters has each menu open by Alt with its letter, whatever the language.
func (w *Window) addMenuLetters() {
	for letter := 'A'; letter <= 'Z'; letter++ {
		key := &desktop.CustomShortcut{KeyName: fyne.KeyName(letter), Modifier: fyne.KeyModifierAlt}
		w.win.Canvas().AddShortcut(key, func(fyne.Shortcut) { w.openMenu(slices.Index(w.menuLetters(), letter)) })
	}
}

// openMenu opens a menu of the bar, by its index; another one does nothing.
func (w *Window) openMenu(index int) {
	c := w.win.Canvas()
	bar, ok := c.(interface{ ToggleMenu() })
	if !ok || systemsMenu || index < 0 || c.Overlays().Top() != nil {
		return
	}
	bar.ToggleMenu()
	for range index {
		c.FocusNext() // among the menus while one is open
	}
}
