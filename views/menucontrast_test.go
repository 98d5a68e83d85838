package views

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/ui"
)

// hues are the looks that a window can have.
var hues = map[string]func(w *Window){
	"light":     func(w *Window) { w.setScheme(ui.Light) },
	"dark":      func(w *Window) { w.setScheme(ui.Dark) },
	"projector": func(w *Window) { w.toggleProjector() },
}

// faintOver are the texts of what lies over a window that stand out too little from
// what is painted beneath them, and how many texts there are.
func faintOver(t *testing.T, c fyne.Canvas) (found []string, texts int) {
	t.Helper()
	top := c.Overlays().Top()
	if top == nil {
		t.Fatal("no menu is open")
	}
	for _, n := range nodes(top) {
		if text, ok := n.object.(*canvas.Text); ok && strings.TrimSpace(text.Text) != "" {
			texts++
		}
	}
	return faint(top, c), texts
}

// barMenus are all menus of the bar, with those that they open.
func barMenus(menus []*fyne.Menu) []*fyne.Menu {
	var all []*fyne.Menu
	for _, m := range menus {
		all = append(all, m)
		for _, item := range m.Items {
			if item.ChildMenu != nil {
				all = append(all, barMenus([]*fyne.Menu{item.ChildMenu})...)
			}
		}
	}
	return all
}

// Each line of each menu of the bar, with its key, can be read on what is painted
// beneath it, be it at rest, chosen, or one that cannot be used.
func TestAnOpenMenuOfTheBarCanBeRead(t *testing.T) {
	for hue, wear := range hues {
		_, w := appOf(t, dossier(t))
		wear(w)
		c := bare(t)
		keys := 0
		for _, m := range barMenus(w.menu().Items) {
			pop := widget.NewPopUpMenu(m, c)
			pop.ShowAtPosition(fyne.NewPos(40, 30))
			lines := slices.DeleteFunc(slices.Clone(m.Items), func(i *fyne.MenuItem) bool { return i.IsSeparator })
			for i := -1; i < 2; i++ {
				if i >= 0 {
					pop.ActivateNext()
				}
				found, texts := faintOver(t, c)
				if texts < len(lines) {
					t.Fatalf("%s: of %d lines %d are looked at", hue, len(lines), texts)
				}
				for _, problem := range found {
					t.Errorf("%s: %s, line %d chosen: %s", hue, m.Label, i, problem)
				}
			}
			for _, item := range lines {
				if item.Disabled = true; strings.Contains(item.Label, "Ctrl+") {
					keys++
				}
			}
			pop.Refresh()
			for _, problem := range faintDisabled(c) {
				t.Errorf("%s: %s", hue, problem)
			}
			pop.Hide()
		}
		if keys < 10 {
			t.Errorf("%s: %d keys are looked at", hue, keys)
		}
	}
}

// faintDisabled are the lines of a menu that cannot be used, and cannot be read either:
// WCAG does not ask for that.
func faintDisabled(c fyne.Canvas) []string {
	const least = 2
	var lines []*node
	var inks []color.Color
	for _, n := range nodes(c.Overlays().Top()) {
		if text, ok := n.object.(*canvas.Text); ok && strings.TrimSpace(text.Text) != "" {
			lines, inks = append(lines, n), append(inks, text.Color)
			text.Color = color.Transparent
		}
	}
	ground := c.Capture()
	var found []string
	for i, n := range lines {
		text, _ := n.object.(*canvas.Text)
		text.Color = inks[i]
		if got, at := weakest(ground, inked(n, text), text.Color); got < least {
			found = append(found, fmt.Sprintf("%q cannot be used, and has a contrast of %.2f at %v", text.Text, got, at))
		}
	}
	return found
}

// bare is a window with nothing in it, in the theme of the app.
func bare(t *testing.T) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, canvas.NewRectangle(color.White))
	w.Resize(fyne.NewSize(900, 900))
	c := w.Canvas()
	c.Capture()
	return c
}

// The check finds what it is there for: how Fyne itself would write a key.
func TestFaintKeysAreFound(t *testing.T) {
	for hue, wear := range hues {
		_, w := appOf(t, dossier(t))
		wear(w)
		c := bare(t)
		item := fyne.NewMenuItem("Copy", func() {})
		item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyC, Modifier: fyne.KeyModifierControl}
		widget.NewPopUpMenu(fyne.NewMenu("", item), c).ShowAtPosition(fyne.NewPos(40, 30))
		if found, _ := faintOver(t, c); len(found) == 0 {
			t.Errorf("%s: a key of a fifth of the ink is not found", hue)
		}
	}
}

// Each line of a context menu can be read, at rest, under the pointer, and with the
// keyboard at it; so can what is chosen of a list.
func TestAnOpenContextMenuCanBeRead(t *testing.T) {
	for hue, wear := range hues {
		_, w := appOf(t, dossier(t))
		w.shell.Go(place(t, "figure"))
		wear(w)
		c := w.win.Canvas()
		c.Capture()
		table := all[*ui.Table](w.shell.page.Content())[0]
		filter := all[*ui.Filter](w.shell.page.Content())[0]
		opened := map[string]func(){
			"context": func() {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(table).AddXY(60, 80)
				table.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(60, 80), AbsolutePosition: at})
			},
			"filter": filter.OnTapped,
		}
		for name, open := range opened {
			open()
			menu, ok := c.Overlays().Top().(*ui.Menu)
			if !ok {
				t.Fatalf("%s: over the window is %T", name, c.Overlays().Top())
			}
			look := func(how string) {
				found, texts := faintOver(t, c)
				if texts < 3 {
					t.Fatalf("%s: %d texts are looked at", name, texts)
				}
				for _, problem := range found {
					t.Errorf("%s: %s, %s: %s", hue, name, how, problem)
				}
			}
			look("at rest")
			for _, n := range nodes(menu) {
				if o, ok := n.object.(desktop.Hoverable); ok {
					o.MouseIn(&desktop.MouseEvent{})
				}
			}
			look("hovered")
			for i := range 3 {
				menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				look(fmt.Sprint("keyboard at ", i))
			}
			ui.CloseMenu(c)
		}
	}
}
