package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/views/uitest"
)

// top is where a row of a table begins; that of the number of rows is where the last ends.
func top(t *Table, i int) float32 { return t.headHeight + t.strip.top(i) }

// longTable has 30 rows: r0 to r29.
func longTable(opened, sorted *[]string) *Table {
	t := NewTable([]TableColumn{{Title: "Name", Share: 1}, {Title: "Size", Share: 1}},
		func(id string) { *opened = append(*opened, id) }, func(c int) { *sorted = append(*sorted, fmt.Sprint(c)) })
	t.Empty = "No rows"
	var rows []TableRow
	for i := range 30 {
		id := fmt.Sprint("r", i)
		rows = append(rows, TableRow{ID: id, Label: "row " + id, Cells: []fyne.CanvasObject{Label(id, SizeBody, ColorInk), Label("x", SizeBody, ColorInk)}})
	}
	t.SetRows(rows)
	return t
}

func TestTableByKeyboard(t *testing.T) {
	var opened, sorted []string
	tb := longTable(&opened, &sorted)
	page := Page(tb)
	c := inWindow(t, page, 400, 200)
	c.Focus(tb)
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyUp, "r0"},
		{fyne.KeyDown, "r1"},
		{fyne.KeyDown, "r2"},
		{fyne.KeyUp, "r1"},
		{fyne.KeyPageDown, "r9"},
		{fyne.KeyPageDown, "r17"},
		{fyne.KeyPageUp, "r9"},
		{fyne.KeyEnd, "r29"},
		{fyne.KeyDown, "r29"},
		{fyne.KeyPageDown, "r29"},
		{fyne.KeyPageUp, "r21"},
		{fyne.KeyHome, "r0"},
		{fyne.KeyPageUp, "r0"},
		{fyne.KeyEnd, "r29"},
		{fyne.KeyLeft, "r29"},
		{fyne.KeyA, "r29"},
	} {
		tb.TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := tb.AccessibilityLabel(); got != "row "+step.want {
			t.Fatalf("%s goes to %q, want %s", step.key, got, step.want)
		}
		row := tb.live[tb.cursor.Current].Cells[0]
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Y
		if y < 0 || y+row.Size().Height > 200 {
			t.Errorf("after %s the row stands at %g, out of sight", step.key, y)
		}
	}
	if len(opened) > 0 {
		t.Errorf("moving opened %q", opened)
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		tb.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if !slices.Equal(opened, []string{"r29", "r29", "r29"}) {
		t.Errorf("Enter, the other Enter and the space bar opened %q", opened)
	}
}

func TestTableByPointer(t *testing.T) {
	var opened, sorted []string
	tb := longTable(&opened, &sorted)
	laidOut(tb, 400)
	test.WidgetRenderer(tb).Layout(tb.Size())
	for i := range tb.Len() {
		test.TapAt(tb, fyne.NewPos(200, top(tb, i)+1))
		test.TapAt(tb, fyne.NewPos(30, top(tb, i+1)-1))
	}
	for i := range tb.Len() {
		if id := fmt.Sprint("r", i); opened[2*i] != id || opened[2*i+1] != id {
			t.Errorf("clicks on row %d opened %s and %s", i, opened[2*i], opened[2*i+1])
		}
	}
	opened = nil
	test.TapAt(tb, fyne.NewPos(200, 2))                  // the head
	test.TapAt(tb, fyne.NewPos(200, tb.Size().Height-1)) // the edge
	if len(opened) > 0 {
		t.Errorf("clicks beside the rows opened %q", opened)
	}
	test.Tap(tb.head[1])
	test.Tap(tb.head[0])
	if !slices.Equal(sorted, []string{"1", "0"}) {
		t.Errorf("clicks on titles sorted by %q", sorted)
	}
	if n := tb.Len(); tb.cursor.Current != n-1 {
		t.Errorf("after a click on the last row the keyboard is at %d", tb.cursor.Current)
	}
}

func TestTableHoversOneRow(t *testing.T) {
	tb := table()
	inWindow(t, tb, 400, 300)
	r, _ := test.WidgetRenderer(tb).(*tableRenderer)
	over := func(y float32) {
		tb.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, y)}})
	}
	over(top(tb, 1) + 3)
	if !r.hover.Visible() || r.hover.Position().Y < top(tb, 1) || r.hover.Position().Y+r.hover.Size().Height > top(tb, 2) {
		t.Errorf("over the second row %v of %v is marked", r.hover.Position(), r.hover.Size())
	}
	if tb.Cursor() != desktop.PointerCursor {
		t.Error("over a row there is no hand")
	}
	over(1)
	if r.hover.Visible() || tb.Cursor() != desktop.DefaultCursor {
		t.Error("over the titles a row is marked, or there is a hand")
	}
	over(top(tb, 0) + 3)
	tb.MouseOut()
	if r.hover.Visible() {
		t.Error("the pointer is gone, and a row is marked")
	}
}

// A row that is picked has a bar at its left, in the accent's colour: it is told from one
// that is open or hovered by more than a ground.
func TestPickedRowsHaveABar(t *testing.T) {
	tb := table()
	tb.Picked = func(id string) bool { return id == "b" }
	inWindow(t, tb, 400, 300)
	tb.Refresh()
	r, _ := test.WidgetRenderer(tb).(*tableRenderer)
	var bars []*canvas.Rectangle
	for _, o := range r.Objects() {
		if b, ok := o.(*canvas.Rectangle); ok && b.FillColor == tb.ColorOf(ColorAccent) {
			bars = append(bars, b)
		}
	}
	if len(bars) != 1 || bars[0].Position().Y < top(tb, 1) || bars[0].Position().Y+bars[0].Size().Height > top(tb, 2) || bars[0].Size().Width < 3 {
		t.Errorf("one row is picked, and there are %d bars", len(bars))
	}
}

func TestTableKeepsItsPlaceWhenRowsChange(t *testing.T) {
	var opened, sorted []string
	tb := longTable(&opened, &sorted)
	laidOut(tb, 400)
	tb.SetOpen("r7")
	if tb.AccessibilityLabel() != "row r7" {
		t.Errorf("opening r7 leaves the keyboard at %q", tb.AccessibilityLabel())
	}
	var rows []TableRow
	for i := range tb.Len() {
		rows = append(rows, tb.rows.Row(i))
	}
	slices.Reverse(rows)
	tb.SetRows(rows)
	if tb.AccessibilityLabel() != "row r7" {
		t.Errorf("turned round, the keyboard is at %q", tb.AccessibilityLabel())
	}
	tb.SetRows(rows[:3])
	if tb.AccessibilityLabel() != "row r29" || tb.Open != "r7" {
		t.Errorf("with three rows, the keyboard is at %q and %q stands open", tb.AccessibilityLabel(), tb.Open)
	}
	tb.SetRows(nil)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn} {
		tb.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if tb.AccessibilityLabel() != "No rows" || len(opened) > 0 {
		t.Errorf("empty, it says %q and opened %q", tb.AccessibilityLabel(), opened)
	}
	if got := tb.HeightFor(400); got <= 0 || got > 80 {
		t.Errorf("empty, it is %g high", got)
	}
}

// Cells stay in their table and off one another at any width, above all where columns are narrow.
func TestTableCellsStayApart(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		uitest.Wear(t, &Theme{Scheme: Light, TextScale: scale})
		tb := NewTable([]TableColumn{{Title: "Name", Share: 2}, {Title: "Kind", Width: 110}, {Title: "Status", Share: 1, Named: true}, {Title: "Elsewhere", Width: 112, Spare: 1, Named: true}, {Title: "Where", Width: 80}}, func(string) {}, func(int) {})
		var rows []TableRow
		for _, name := range []string{"Budapest–Belgrade Railway", "Port"} {
			rows = append(rows, TableRow{ID: name, Label: name, Cells: []fyne.CanvasObject{
				Label(name, SizeBody, ColorInk), Label("Institution", SizeBody, ColorInk), Label("Under construction", SizeBody, ColorInk), Label("the same number", SizeBody, ColorInk), Label("¶15", SizeBody, ColorInk),
			}})
		}
		tb.SetRows(rows)
		for width := 260 * scale; width < 1200; width += 13 {
			laidOut(tb, width)
			test.WidgetRenderer(tb).Layout(tb.Size())
			all := slices.DeleteFunc(tb.Children(), func(o fyne.CanvasObject) bool { return !o.Visible() })
			named := 0
			for _, o := range all {
				if text, ok := o.(*Text); ok && (text.String() == "Status" || text.String() == "Elsewhere") {
					named++
				}
			}
			if _, stacked := tb.widths(width); stacked && named != 4 || !stacked && named != 0 {
				t.Errorf("%g wide at %g, stacked: %t, %d cells are named", width, scale, stacked, named)
			}
			for i, a := range all {
				p, s := a.Position(), a.Size()
				if p.X < 0 || p.Y < 0 || p.X+s.Width > width+1 || p.Y+s.Height > tb.Size().Height+1 {
					t.Errorf("%g wide at %g: %q at %v of %v is out of a table %g high", width, scale, a.(fyne.Accessible).AccessibilityLabel(), p, s, tb.Size().Height)
				}
				for _, b := range all[i+1:] {
					q, r := b.Position(), b.Size()
					if min(p.X+s.Width, q.X+r.Width)-max(p.X, q.X) > 1 && min(p.Y+s.Height, q.Y+r.Height)-max(p.Y, q.Y) > 1 {
						t.Errorf("%g wide at %g: %q at %v of %v and %q at %v of %v", width, scale, a.(fyne.Accessible).AccessibilityLabel(), p, s, b.(fyne.Accessible).AccessibilityLabel(), q, r)
					}
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}

// One press of the Tab key leads from what stands above a table to its rows. Up from the
// first row are the titles, arrows go along them, Enter sorts, and Down leads back.
func TestTitlesStandAboveTheRows(t *testing.T) {
	var opened, sorted []string
	tb := longTable(&opened, &sorted)
	tb.Sorted = 1
	before, after := NewButton("before", nil, false), NewButton("after", nil, false)
	c := inWindow(t, Page(Column(4, before, tb, after)), 400, 300)
	c.Focus(before)
	if c.FocusNext(); c.Focused() != fyne.Focusable(tb) {
		t.Fatalf("Tab leads to %T", c.Focused())
	}
	press := func(key fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	at := func() string {
		if l, ok := c.Focused().(*Link); ok {
			return l.Text
		}
		return fmt.Sprintf("%T", c.Focused())
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "*ui.Table"},
		{fyne.KeyUp, "*ui.Table"},
		{fyne.KeyUp, "Size"},
		{fyne.KeyRight, "Size"},
		{fyne.KeyLeft, "Name"},
		{fyne.KeyLeft, "Name"},
		{fyne.KeyReturn, "Name"},
		{fyne.KeyEnd, "Size"},
		{fyne.KeyHome, "Name"},
		{fyne.KeyDown, "*ui.Table"},
	} {
		if press(step.key); at() != step.want {
			t.Fatalf("%s leads to %s, want %s", step.key, at(), step.want)
		}
	}
	if !slices.Equal(sorted, []string{"0"}) {
		t.Errorf("Enter sorted by %q", sorted)
	}
	if c.FocusNext(); c.Focused() != fyne.Focusable(after) {
		t.Errorf("Tab leads from the rows to %s", at())
	}
	press(fyne.KeyUp) // which is not for the table
	c.Focus(tb)
	if press(fyne.KeyUp); at() == "*ui.Table" {
		t.Fatal("no title has the keyboard")
	}
	if c.FocusNext(); c.Focused() != fyne.Focusable(after) {
		t.Errorf("Tab leads from a title to %s", at())
	}
	if test.Tap(tb.head[1]); c.Focused() != fyne.Focusable(tb) {
		t.Errorf("a click on a title gives the keyboard to %s", at())
	}
}

// A reader of the screen may ask for the cells at any moment: also while there are other rows.
func TestCellsCanBeAskedForAtAnyMoment(t *testing.T) {
	var opened, sorted []string
	tb := longTable(&opened, &sorted)
	inWindow(t, Page(tb), 400, 200)
	tb.Open = "r3"
	asked := false
	tb.SetSource(TableRows{Len: 40, ID: func(i int) string {
		asked = asked || len(tb.Children()) > 0
		return fmt.Sprint("r", i)
	}, Row: func(i int) TableRow {
		return TableRow{ID: fmt.Sprint("r", i), Cells: []fyne.CanvasObject{Label("a", SizeBody, ColorInk), Label("b", SizeBody, ColorInk)}}
	}})
	if !asked || len(tb.Children()) < 4 {
		t.Errorf("%d cells and titles", len(tb.Children()))
	}
}

// Where cells lie below one another, each row in view has the names of its cells, also
// after scrolling and from another width; beside one another they have none.
func TestStackedCellsAreNamed(t *testing.T) {
	tb := NewTable([]TableColumn{{Title: "Name", Share: 1}, {Title: "Status", Share: 1, Named: true}}, func(string) {}, func(int) {})
	var rows []TableRow
	for i := range 200 {
		id := fmt.Sprint("r", i)
		rows = append(rows, TableRow{ID: id, Cells: []fyne.CanvasObject{Label(id, SizeBody, ColorInk), Label("open "+id, SizeBody, ColorInk)}})
	}
	tb.SetRows(rows)
	page := Page(tb)
	inWindow(t, page, 700, 300)
	named := func(when string, want bool) {
		t.Helper()
		shown := test.WidgetRenderer(tb).Objects()
		for i := tb.strip.first; i < tb.strip.last; i++ {
			r := tb.live[i]
			is := len(r.names) == 2 && slices.Contains(shown, r.names[1])
			if is != want || is && r.names[1].Size().Width == 0 {
				t.Fatalf("%s: the cells of row %d have names: %v", when, i, is)
			}
		}
	}
	resize := func(width float32) { page.Resize(fyne.NewSize(width, 300)) }
	named("wide", false)
	resize(220)
	named("narrow", true)
	for _, y := range []float32{500, 4000, 0} {
		page.ScrollTo(y)
		named(fmt.Sprint("at ", y), true)
	}
	resize(700)
	named("wide again", false)
}
