package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/uitest"
)

// inWindow shows an object in a window of that size.
func inWindow(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	uitest.Wear(t, &Theme{Scheme: Light})
	return uitest.InWindow(t, o, fyne.NewSize(width, height))
}

func pressables(opened *[]string) map[string]fyne.Focusable {
	open := func(name string) func() { return func() { *opened = append(*opened, name) } }
	return map[string]fyne.Focusable{
		"button": NewButton("Button", open("button"), false),
		"icon":   NewIconButton(theme.IconNameViewZoomIn, "Icon", open("icon")),
		"card":   NewCard("Card", Label("Card", SizeBody, ColorInk), open("card")),
		"line":   NewListItem("Line", Label("Line", SizeBody, ColorInk), open("line")),
		"link":   NewLink("Link", SizeBody, open("link")),
		"nav":    NewNavItem("Nav", "", "", open("nav")),
		"tag":    NewActionChip("Tag", open("tag"), Run{Text: "Tag"}),
	}
}

func TestEverythingPressableOpens(t *testing.T) {
	var opened []string
	for name, p := range pressables(&opened) {
		inWindow(t, p.(fyne.CanvasObject), 200, 60)
		opened = nil
		test.Tap(p.(fyne.Tappable))
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
			p.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if got := len(opened); got != 4 || strings.Join(slices.Compact(opened), " ") != name {
			t.Errorf("%s: a click and three keys opened %q", name, opened)
		}
		opened = nil
		for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown, fyne.KeyTab, fyne.KeyA} {
			p.TypedKey(&fyne.KeyEvent{Name: key})
		}
		p.TypedRune(' ') // comes with the key, and must not open twice
		if len(opened) > 0 {
			t.Errorf("%s: other keys opened %q", name, opened)
		}
		a, ok := p.(fyne.Accessible)
		if !ok || !strings.EqualFold(a.AccessibilityLabel(), name) {
			t.Errorf("%s is not called so", name)
			continue
		}
		want := fyne.AccessibleRoleButton
		if name == "link" {
			want = fyne.AccessibleRoleLink
		}
		if a.AccessibilityRole() != want {
			t.Errorf("%s has the role %q, want %q", name, a.AccessibilityRole(), want)
		}
		if c, ok := p.(desktop.Cursorable); !ok || c.Cursor() != desktop.PointerCursor {
			t.Errorf("%s has no hand over it", name)
		}
	}
}

func TestPressableWithoutUseDoesNothing(t *testing.T) {
	test.Tap(NewButton("Push", nil, false))
	NewLink("Link", SizeBody, nil).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// Whoever uses the keyboard must see where they are, in all that can be reached.
func TestFocusShows(t *testing.T) {
	var opened []string
	for name, p := range pressables(&opened) {
		inWindow(t, p.(fyne.CanvasObject), 200, 60)
		before := rings(p.(fyne.Widget))
		p.FocusGained()
		if got := rings(p.(fyne.Widget)); got != before+1 {
			t.Errorf("%s: %d rings with the focus, %d without", name, got, before)
		}
		p.FocusLost()
		if got := rings(p.(fyne.Widget)); got != before {
			t.Errorf("%s: the focus is lost, and %d rings stay", name, got)
		}
	}
	card, nav, tag := card(), NewNavItem("Nav", "", "", nil), NewActionChip("Tag", nil, Run{Text: "Tag"})
	tag.SetSelected(true)
	card.SetSelected(true)
	nav.SetSelected(true)
	for _, p := range []fyne.Focusable{card, nav, tag, NewButton("Main", nil, true)} {
		before := test.RenderToMarkup(inWindow(t, p.(fyne.CanvasObject), 200, 60))
		p.FocusGained()
		if after := test.RenderToMarkup(fyne.CurrentApp().Driver().CanvasForObject(p.(fyne.CanvasObject))); after == before {
			t.Errorf("a selected or primary %T looks the same with and without the focus", p)
		}
	}
	tb := table()
	inWindow(t, tb, 400, 300)
	before := rings(tb)
	tb.FocusGained()
	if got := rings(tb); got != before+1 {
		t.Errorf("a table has %d rings with the focus, %d without", got, before)
	}
}

// rings counts the edges that are as thick as a focus is drawn.
func rings(w fyne.Widget) int {
	n := 0
	for _, o := range test.WidgetRenderer(w).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.StrokeWidth >= focusWidth {
			n++
		}
	}
	return n
}

func TestTabGoesThroughAPageInOrder(t *testing.T) {
	skipped := NewLink("skipped", SizeBody, func() {})
	skipped.Skip = true
	gone := NewButton("hidden", func() {}, false)
	gone.Hide()
	tb := table()
	page := Page(Column(5,
		NewButton("first", func() {}, true),
		NewCard("card", NewText(Run{Text: "in "}, Run{Text: "link in card", OnOpen: func() {}}), func() {}),
		skipped, gone,
		NewText(Run{Text: "see "}, Run{Text: "¶1", OnOpen: func() {}}, Run{Text: " and "}, Run{Text: "¶2", OnOpen: func() {}}),
		tb,
		NewPassage("passage", NewText(Run{Text: "link in passage", OnOpen: func() {}})),
		NewNavItem("last", "", "", func() {}),
	))
	c := inWindow(t, page, 400, 200)
	var order []string
	for range 20 {
		c.FocusNext()
		f := c.Focused()
		if f == nil {
			break
		}
		label := f.(fyne.Accessible).AccessibilityLabel()
		if len(order) > 0 && label == order[0] {
			break
		}
		order = append(order, label)
		if !inView(c, f.(fyne.CanvasObject)) {
			t.Errorf("%q has the focus out of sight", label)
		}
	}
	want := []string{"first", "card", "link in card", "¶1", "¶2", tb.AccessibilityLabel(), "link in passage", "last"} // a table's titles stand above its first row
	if !slices.Equal(order, want) {
		t.Errorf("Tab goes through %q, want %q", order, want)
	}
	// And back again.
	c.Focus(tb)
	c.FocusPrevious()
	if f := c.Focused(); f == nil || f == fyne.Focusable(tb) {
		t.Errorf("Shift and Tab stay at %v", f)
	}
}

// inView tells whether some of an object shows in the window.
func inView(c fyne.Canvas, o fyne.CanvasObject) bool {
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	return y < c.Size().Height-1 && y+o.Size().Height > 1
}

func TestFocusByKeyboardScrollsAndByClickDoesNot(t *testing.T) {
	var all []fyne.CanvasObject
	for i := range 30 {
		all = append(all, NewButton(fmt.Sprint("button ", i), func() {}, false))
	}
	page := Page(Column(5, all...))
	c := inWindow(t, page, 300, 200)
	last := all[29].(*Button)
	c.Focus(last)
	if !inView(c, last) || page.Offset() == 0 {
		t.Errorf("the last button has the focus out of sight, the page is scrolled by %g", page.Offset())
	}
	page.ScrollTo(0)
	at := all[4].(*Button)
	at.MouseIn(&desktop.MouseEvent{})
	page.ScrollTo(90)
	before := page.Offset()
	c.Focus(at)
	if page.Offset() != before {
		t.Errorf("a click moved the page from %g to %g", before, page.Offset())
	}
}

func TestScrollerStaysInBounds(t *testing.T) {
	page := NewScroller(Column(0, solid(10, 500), solid(10, 500)))
	page.Resize(fyne.NewSize(100, 300))
	for y, want := range map[float32]float32{-50: 0, 0: 0, 120: 120, 700: 700, 701: 700, 9999: 700} {
		if page.ScrollTo(y); page.Offset() != want {
			t.Errorf("scrolled to %g it is at %g, want %g", y, page.Offset(), want)
		}
	}
	page.Resize(fyne.NewSize(100, 2000)) // room for all
	if page.ScrollTo(50); page.Offset() != 0 {
		t.Errorf("with room for all it scrolls to %g", page.Offset())
	}
}

func TestScrollerRevealsAsLittleAsItCan(t *testing.T) {
	page := NewScroller(Column(0, solid(10, 1000)))
	page.Resize(fyne.NewSize(100, 300))
	const air = 12
	for _, c := range []struct{ from, top, bottom, want float32 }{
		{0, 50, 100, 0},                // in sight: nothing moves
		{0, 400, 450, 450 + air - 300}, // below: just so far
		{500, 200, 250, 200 - air},     // above
		{500, 512, 788, 500},           // exactly in sight
		{0, 200, 295, 7},               // in sight, but at the very edge
		{500, 505, 600, 493},
		{0, 990, 1000, 700}, // no farther than the end
		{500, 0, 10, 0},
	} {
		page.ScrollTo(c.from)
		page.reveal(c.top, c.bottom)
		if got := page.Offset(); got != c.want {
			t.Errorf("from %g, showing %g to %g scrolls to %g, want %g", c.from, c.top, c.bottom, got, c.want)
		}
	}
}

func TestScrollerTakesUpAChange(t *testing.T) {
	text := Label("short", SizeBody, ColorInk)
	column := Column(0, text)
	page := NewScroller(column)
	page.Resize(fyne.NewSize(100, 50))
	before := column.Size().Height
	text.SetText(strings.Repeat("longer ", 100))
	page.Relayout()
	if column.Size().Height < 5*before || text.Size().Height != text.HeightFor(100) {
		t.Errorf("the content is %g high, its text %g, and needs %g", column.Size().Height, text.Size().Height, text.HeightFor(100))
	}
}
