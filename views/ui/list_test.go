package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// numbered is a list of n buttons of different heights on a page with something above it.
func numbered(n int) (*List, *Scroller) {
	l := NewList(4, n, func(i int) fyne.CanvasObject {
		return NewCard(fmt.Sprint("card ", i), Label(strings.Repeat("word ", 1+i%7), SizeBody, ColorInk), func() {})
	})
	return l, Page(Column(10, Header("", "A title", ColorInk), l))
}

// live is how many widgets there are in an object.
func live(o fyne.CanvasObject) int {
	n := 0
	everything(o, func(o fyne.CanvasObject) {
		if _, ok := o.(fyne.Widget); ok {
			n++
		}
	})
	return n
}

func TestListIsBoundedByTheWindow(t *testing.T) {
	for _, n := range []int{0, 1, 30, 300, 62955} {
		l, page := numbered(n)
		c := inWindow(t, page, 300, 600)
		for _, y := range []float32{0, 300, 5000, 1e6, 1e9, 40, 2000} {
			page.ScrollTo(y)
			if got := live(page); got > 200 {
				t.Errorf("%d items, scrolled to %g: %d widgets are live", n, y, got)
			}
			covered(t, c, l, fmt.Sprintf("%d items at %g", n, y))
		}
	}
}

// covered looks whether the items of a list that can be seen are there, one below the other.
func covered(t *testing.T, c fyne.Canvas, l *List, when string) {
	t.Helper()
	d := fyne.CurrentApp().Driver()
	top, end := d.AbsolutePositionForObject(l).Y, d.AbsolutePositionForObject(l).Y+l.Size().Height
	y := max(top, 0)
	for _, o := range l.Children() {
		at := d.AbsolutePositionForObject(o).Y
		if bottom := at + o.Size().Height; at <= y+4.5 && bottom > y {
			y = bottom
		}
		if need := HeightFor(o, o.Size().Width); need > o.Size().Height+0.5 {
			t.Errorf("%s: an item has the height %g, it needs %g", when, o.Size().Height, need)
		}
	}
	if want := min(end, c.Size().Height); y < want-4.5 {
		t.Errorf("%s: what can be seen ends at %g, it should at %g", when, y, want)
	}
}

// Going down and up again by small steps, nothing on screen jumps.
func TestListScrollsWithoutJumps(t *testing.T) {
	l, page := numbered(3000)
	inWindow(t, page, 300, 600)
	page.ScrollTo(60000) // the rows above were never seen
	for range 300 {
		before := map[fyne.CanvasObject]float32{}
		for _, o := range l.Children() {
			before[o] = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		}
		page.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 40/notches)})
		moved := 0
		for _, o := range l.Children() {
			was, ok := before[o]
			now := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if ok && was >= 0 && was < 600 {
				moved++
				if !near(now, was+40) {
					t.Fatalf("at %g an item moved from %g to %g", page.Offset(), was, now)
				}
			}
		}
		if moved == 0 {
			t.Fatalf("at %g nothing that was seen is there any more", page.Offset())
		}
	}
}

func TestTabGoesThroughAListInOrder(t *testing.T) {
	_, page := numbered(300)
	c := inWindow(t, page, 300, 200)
	for i := range 300 {
		c.FocusNext()
		a, ok := c.Focused().(fyne.Accessible)
		if want := fmt.Sprint("card ", i); !ok || a.AccessibilityLabel() != want {
			t.Fatalf("after %s the keyboard is at %v", want, c.Focused())
		}
		if !inView(c, c.Focused().(fyne.CanvasObject)) {
			t.Fatalf("card %d has the focus out of sight", i)
		}
	}
	c.FocusPrevious()
	if a, _ := c.Focused().(fyne.Accessible); a.AccessibilityLabel() != "card 298" {
		t.Errorf("back from the last leads to %q", a.AccessibilityLabel())
	}
}

func TestListKeepsWhatHasTheFocus(t *testing.T) {
	l, page := numbered(300)
	c := inWindow(t, page, 300, 200)
	card, _ := l.Live(1).(*Card)
	card.MouseIn(nil)
	c.Focus(card)
	page.ScrollTo(4000)
	if l.Live(1) != fyne.CanvasObject(card) || c.Focused() != fyne.Focusable(card) {
		t.Error("scrolled away, the item with the focus is gone")
	}
	c.Unfocus()
	page.ScrollTo(5000)
	if l.Live(1) != nil {
		t.Error("an item that nothing needs is kept")
	}
}

func TestListReveals(t *testing.T) {
	l, page := numbered(3000)
	c := inWindow(t, page, 300, 400)
	for _, i := range []int{0, 2999, 1500, 1490, 3, 2998} {
		l.Reveal(i)
		o := l.Live(i)
		if o == nil || !inView(c, o) {
			t.Fatalf("item %d is not in view", i)
		}
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y; y < 0 || y+o.Size().Height > 400 {
			t.Errorf("item %d stands at %g", i, y)
		}
	}
}

// A grid list looks as a grid of all its objects does.
func TestGridListIsAGrid(t *testing.T) {
	for _, n := range []int{1, 2, 4, 5, 23} {
		item := func(i int) fyne.CanvasObject { return Label(strings.Repeat("word ", 1+i%5), SizeBody, ColorInk) }
		all := make([]fyne.CanvasObject, n)
		for i := range all {
			all[i] = item(i)
		}
		for _, width := range []float32{150, 333, 640} {
			g, l := laidOut(Grid(100, 4, 14, all...), width), NewGridList(100, 4, 14, n, item)
			inWindow(t, NewScroller(l), width, 2000)
			if !near(l.HeightFor(width), g.Size().Height) {
				t.Errorf("%d objects %g wide are %g high, in a grid %g", n, width, l.HeightFor(width), g.Size().Height)
			}
			if got, want := rects(l.Children()...), rects(all...); !slices.Equal(got, want) {
				t.Errorf("%d objects %g wide stand at %v, in a grid at %v", n, width, got, want)
			}
		}
	}
}

func TestListIsStyledInPlace(t *testing.T) {
	l, page := numbered(3000)
	c := inWindow(t, page, 300, 400)
	th := &Theme{Scheme: Light}
	Adopt(page, th)
	page.ScrollTo(9000)
	atTop := func() int {
		depth, _ := page.Depth(l)
		return l.strip.at(page.Offset() - depth + 1)
	}
	first := atTop()
	th.TextScale = 2
	Restyle(page)
	if got := atTop(); got != first {
		t.Errorf("item %d was at the top, and with larger text item %d is", first, got)
	}
	covered(t, c, l, "with larger text")
	if live(page) > 200 {
		t.Errorf("with larger text %d widgets are live", live(page))
	}
}

func TestTableIsBoundedByTheWindow(t *testing.T) {
	tb := NewTable([]TableColumn{{Title: "Name", Share: 1}, {Title: "Size", Share: 1}, {Title: "Kind", Width: 80}}, func(string) {}, func(int) {})
	made := 0
	tb.SetSource(TableRows{Len: 62955, ID: func(i int) string { return fmt.Sprint(i) }, Row: func(i int) TableRow {
		made++
		return TableRow{ID: fmt.Sprint(i), Label: fmt.Sprint("row ", i), Cells: []fyne.CanvasObject{
			Label(strings.Repeat("name ", 1+i%9), SizeBody, ColorInk), Strong(fmt.Sprint(i), SizeBody, ColorInk), Label("kind", SizeBody, ColorInk),
		}}
	}})
	page := Page(Column(10, Header("", "A title", ColorInk), tb))
	c := inWindow(t, page, 500, 800)
	c.Focus(tb)
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyUp, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyDown} {
		tb.TypedKey(&fyne.KeyEvent{Name: key})
		if got := live(page); got > 200 {
			t.Errorf("after %s %d widgets are live", key, got)
		}
		from, to := tb.stretch(tb.cursor.Current)
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(tb).Y
		if y+from < -0.5 || y+to > 800.5 {
			t.Errorf("after %s row %d stands at %g to %g", key, tb.cursor.Current, y+from, y+to)
		}
		if cells := tb.live[tb.cursor.Current].Cells; len(cells) == 0 || !inView(c, cells[0]) {
			t.Errorf("after %s the cells of row %d are not in view", key, tb.cursor.Current)
		}
	}
	tb.SetOpen("40000")
	tb.RevealOpen(page)
	if tb.live[40000].Label != "row 40000" || !inView(c, tb.live[40000].Cells[0]) {
		t.Error("the row that stands open is not in view")
	}
	if made > 2000 {
		t.Errorf("%d rows were made", made)
	}
}

func TestTableShowsWhatIsPicked(t *testing.T) {
	tb := table()
	inWindow(t, Page(tb), 460, 400)
	bars := func() (n int) {
		r, _ := test.WidgetRenderer(tb).(*tableRenderer)
		for _, p := range r.picks {
			if slices.Contains(r.objects, fyne.CanvasObject(p)) {
				n++
			}
		}
		return n
	}
	if bars() != 0 {
		t.Errorf("%d rows are marked, and none is picked", bars())
	}
	tb.Picked = func(id string) bool { return id != "b" }
	tb.Refresh()
	if bars() != 2 {
		t.Errorf("%d rows are marked, and two are picked", bars())
	}
}
