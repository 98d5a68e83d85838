package views

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/spoken"
	"beltroad/views/ui"
)

// told is what assistive technology is told of all windows, from the UI goroutine.
func (a *App) told() []*spoken.Node {
	ours := map[fyne.Window]*Window{}
	active := false
	for _, w := range a.windows {
		ours[w.win] = w
		active = active || w.stands.focused
	}
	all := []*spoken.Node{} // none is not the end
	for _, win := range a.fyne.Driver().AllWindows() {
		n := toldOf(win)
		w := ours[win]
		switch {
		case w == nil && !active: // a class is shown a lesson
			n.State |= spoken.Active
		case w != nil && w.stands.focused:
			n.State |= spoken.Active
		}
		if w != nil {
			n.At.X, n.At.Y = float32(w.stands.x)/n.Scale, float32(w.stands.y)/n.Scale
			n.Each(func(each *spoken.Node) {
				if each.Key == w.toast.said {
					each.Role = spoken.Message
				}
			})
		}
		all = append(all, n)
	}
	return all
}

// toldOf is what is told of a window: the topmost of what covers the others.
func toldOf(win fyne.Window) *spoken.Node {
	c := win.Canvas()
	size := c.Size()
	n := &spoken.Node{Key: win, Role: spoken.Window, Name: win.Title(), At: spoken.Box{W: size.Width, H: size.Height}, Scale: c.Scale()}
	top := c.Overlays().Top()
	if top == nil {
		n.Children = slices.Concat(toldMenu(win.MainMenu(), c.Focused()), toldIn(c.Content(), c.Focused()))
		return n
	}
	inner := inOverlay(top)
	n.Children = toldIn(inner, c.Focused())
	if inner != top { // a dialog of Fyne's, whose bold label is its title
		dialog := &spoken.Node{Key: top, Role: spoken.Dialog, At: n.At}
		for _, each := range n.Children {
			if title, ok := each.Key.(*widget.Label); ok && title.TextStyle.Bold && dialog.Name == "" {
				dialog.Name = each.Name
				continue
			}
			dialog.Children = append(dialog.Children, each)
		}
		n.Children = []*spoken.Node{dialog}
	}
	return n
}

// toldIn is what is told of what a window shows.
func toldIn(root fyne.CanvasObject, focus fyne.Focusable) []*spoken.Node {
	if root == nil {
		return nil
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(root)
	return ui.Tell(root, at, focus)
}

// toldMenu is what is told of a window's menus. Fyne shows them itself and names nothing
// of that, but what in them has the keyboard can be found.
func toldMenu(m *fyne.MainMenu, focus fyne.Focusable) []*spoken.Node {
	if m == nil {
		return nil
	}
	bar := &spoken.Node{Key: m, Role: spoken.MenuBar}
	for _, menu := range m.Items {
		bar.Children = append(bar.Children, &spoken.Node{Key: menu, Role: spoken.Menu, Name: menu.Label, Children: toldItems(menu.Items)})
	}
	at := focusedItem(focus)
	bar.Each(func(n *spoken.Node) {
		if reflect.ValueOf(n.Key).Pointer() == at {
			n.State |= spoken.Focused
		}
	})
	return []*spoken.Node{bar}
}

func toldItems(items []*fyne.MenuItem) []*spoken.Node {
	var all []*spoken.Node
	for _, item := range items {
		if item.IsSeparator {
			continue
		}
		name, key, _ := strings.Cut(item.Label, "  ") // the menu's own room for its key
		n := &spoken.Node{Key: item, Role: spoken.MenuItem, Name: name, More: strings.TrimSpace(key), State: spoken.Hidden, Press: item.Action}
		if item.ChildMenu != nil {
			n.Role, n.Press, n.Children = spoken.Menu, nil, toldItems(item.ChildMenu.Items)
		}
		if item.Checked {
			n.State |= spoken.Selected
		}
		if item.Disabled {
			n.State |= spoken.Disabled
		}
		all = append(all, n)
	}
	return all
}

// focusedItem is the address of the menu or the item of one that has the keyboard, 0
// where none has. Fyne's types are internal, so only reflection gets at them.
func focusedItem(focus fyne.Focusable) uintptr {
	bar := reflect.Indirect(reflect.ValueOf(focus))
	if bar.Kind() != reflect.Struct {
		return 0
	}
	menu := bar.FieldByName("Menu")
	if !menu.IsValid() || menu.Type() != reflect.TypeFor[*fyne.Menu]() {
		return 0
	}
	at, open := menu.Pointer(), bar.FieldByName("child")
	for open.IsValid() && open.Type() == reflect.TypeFor[*widget.Menu]() && !open.IsNil() {
		item := open.Elem().FieldByName("activeItem")
		if !item.IsValid() || item.IsNil() {
			break
		}
		at, open = item.Elem().FieldByName("Item").Pointer(), item.Elem().FieldByName("child")
	}
	return at
}
