package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/route"
	"beltroad/views/uitest"
)

// offered are the names in the menu over the window, with a line before those that one parts.
func offered(t *testing.T, c fyne.Canvas) []string {
	t.Helper()
	m, ok := c.Overlays().Top().(*Menu)
	if !ok {
		return nil
	}
	var all []string
	for _, a := range m.actions {
		if a.Apart {
			all = append(all, "-")
		}
		all = append(all, a.Name)
	}
	return all
}

func TestContextMenus(t *testing.T) {
	var done []string
	act := func(name string) Action { return Action{Name: name, Do: func() { done = append(done, name) }} }
	text := Label("More than 230 ports", "", "")
	line := NewListItem("line", NewText(Run{Text: "Piraeus "}, Run{Text: "¶15"}.To(&uitest.Host{}, route.Paragraph(15))), nil).To(&uitest.Host{}, route.To(route.Project, "piraeus"))
	table := NewTable([]TableColumn{{Title: "A", Share: 1}}, func(string) {}, func(int) {})
	table.SetRows([]TableRow{{ID: "a", Cells: []fyne.CanvasObject{Label("a", "", "")}}, {ID: "b", Cells: []fyne.CanvasObject{Label("b", "", "")}}})
	table.Leads = func(id string) route.Route { return route.To(route.Figure, id) }
	read := Label("A paragraph.", "", "")
	passage := NewPassage("", read)
	passage.Leads = route.Paragraph(4)
	area := NewSelectionArea(Column(10, text, line, table, passage))
	c := uitest.InWindow(t, ContextMenus(NewScroller(area),
		func(r route.Route) []Action { return []Action{act("open " + r.String()), act("cite")} },
		func(a *SelectionArea) []Action {
			if a.Any() {
				return []Action{act("copy " + a.Quote())}
			}
			return []Action{act("all")}
		}), fyne.NewSize(400, 300))
	modifiers = func() fyne.KeyModifier { return 0 }
	p := &pointer{t: t, canvas: c, area: area}
	right := func(o fyne.SecondaryTappable, at fyne.Position) {
		o.TappedSecondary(&fyne.PointEvent{AbsolutePosition: at, Position: at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o.(fyne.CanvasObject)))})
	}
	wants := func(want ...string) {
		t.Helper()
		if got := offered(t, c); !slices.Equal(got, want) {
			t.Errorf("offered is %q, want %q", got, want)
		}
	}
	closes := func() {
		c.Focused().TypedKey(key(fyne.KeyEscape))
		wants()
	}

	right(area, p.of(text, 3))
	wants("all")
	closes()
	p.drag(p.of(text, 5), p.of(text, 13))
	right(area, p.of(text, 8))
	wants("copy than 230")
	c.Focused().TypedKey(key(fyne.KeyDown))
	c.Focused().TypedKey(key(fyne.KeyReturn))
	if want := []string{"copy than 230"}; !slices.Equal(done, want) {
		t.Errorf("done is %q", done)
	}
	if c.Focused() != fyne.Focusable(area) {
		t.Error("the keyboard is not where it was")
	}
	right(area, p.of(text, 17)) // beside what is selected
	wants("all")
	closes()
	right(line, fyne.CurrentApp().Driver().AbsolutePositionForObject(line).AddXY(5, 5))
	wants("open project/piraeus", "cite", "-", "all")
	closes()
	right(topmost[*Link](p, p.of(line.Content.(*Text), 9)), p.of(line.Content.(*Text), 9))
	wants("open read/15", "cite", "-", "all")
	closes()

	right(area, p.of(read, 3))
	wants("open read/4", "cite", "-", "all")
	closes()
	area.TypedKey(key(desktop.KeyMenu)) // the caret is there now
	wants("open read/4", "cite", "-", "all")
	closes()

	c.Focus(line)
	modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	line.TypedKey(key(fyne.KeyF10))
	wants("open project/piraeus", "cite", "-", "all")
	closes()
	modifiers = func() fyne.KeyModifier { return 0 }
	line.TypedKey(key(fyne.KeyF10))
	wants()
	c.Focus(table)
	table.TypedKey(key(fyne.KeyDown))
	table.TypedKey(key(desktop.KeyMenu))
	wants("open figure/b", "cite", "-", "all")
	closes()
}

func TestContextMenuStaysInTheWindow(t *testing.T) {
	text := Label("More than 230 ports", "", "")
	area := NewSelectionArea(text)
	all := []Action{{Name: "One of a long name, as names in other languages may be"}, {Name: "Two", Apart: true}}
	c := uitest.InWindow(t, ContextMenus(area, nil, func(*SelectionArea) []Action { return all }), fyne.NewSize(300, 200))
	for _, at := range []fyne.Position{{X: 1, Y: 1}, {X: 299, Y: 199}, {X: 150, Y: 100}} {
		area.TappedSecondary(&fyne.PointEvent{AbsolutePosition: at})
		m, ok := c.Overlays().Top().(*Menu)
		if !ok {
			t.Fatal("there is no menu")
		}
		m.Resize(c.Size())
		pos, size := m.panel.Position(), m.panel.Size()
		if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > 300 || pos.Y+size.Height > 200 {
			t.Errorf("at %v it is at %v, %v large", at, pos, size)
		}
		if need := HeightFor(m.list, size.Width-8); size.Height < need {
			t.Errorf("at %v it is %g high, needs %g", at, size.Height, need)
		}
		m.TypedKey(key(fyne.KeyEscape))
	}
}
