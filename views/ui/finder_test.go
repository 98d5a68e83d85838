package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/uitest"
)

// found is a bar over a page of many paragraphs, in a window.
func finding(t *testing.T, content fyne.CanvasObject) (*FindBar, *Finder, fyne.Canvas, *[]func()) {
	t.Helper()
	later := &[]func(){}
	page := NewScroller(NewSelectionArea(content))
	f := NewFinder(page, func(step func()) { *later = append(*later, step) })
	holder := Stack()
	b := NewFindBar(english, f, func() {
		f.Close()
		holder.Objects = nil
		holder.Refresh()
	})
	holder.Objects = []fyne.CanvasObject{b.Content()}
	c := uitest.InWindow(t, Stack(page, holder), fyne.NewSize(600, 200))
	modifiers = func() fyne.KeyModifier { return 0 }
	return b, f, c, later
}

func TestFindInPage(t *testing.T) {
	list := NewList(2, 500, func(i int) fyne.CanvasObject {
		if i == 300 {
			return Label("A pórt, and 2 more ports.", "", "")
		}
		return Label(fmt.Sprintf("Paragraph %d.", i), "", "")
	})
	b, f, c, later := finding(t, Column(4, Label("Of a Port", "", ""), list))
	counts := func(at, all int) {
		t.Helper()
		if gotAt, gotAll := f.Count(); gotAt != at || gotAll != all {
			t.Errorf("it is at %d of %d, want %d of %d", gotAt, gotAll, at, all)
		}
	}
	b.Take(c, "port")
	counts(1, 1)
	steps := 0
	for len(*later) > 0 {
		next := (*later)[0]
		*later = (*later)[1:]
		next()
		steps++
	}
	counts(1, 3)
	if steps != 8 {
		t.Errorf("it was found in %d steps", steps)
	}
	if got := b.count.String(); got != "1 of 3" {
		t.Errorf("it says %q", got)
	}
	b.field.TypedKey(key(fyne.KeyReturn))
	counts(2, 3)
	text, ok := list.Live(300).(*Text)
	if !ok {
		t.Fatal("what was found is not on screen")
	}
	if m := text.under.passing; len(m) != 2 || m[0].Start != 2 || m[0].End != 7 || m[0].Under != Framed || m[1].Under != NoUnderline {
		t.Errorf("it is marked %+v", m)
	}
	b.field.TypedKey(key(fyne.KeyF3))
	counts(3, 3)
	if m := text.under.passing; m[1].Under != Framed || m[0].Under == Framed {
		t.Errorf("it is marked %+v", m)
	}
	b.field.TypedKey(key(fyne.KeyEnter))
	counts(1, 3)
	modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	b.field.TypedKey(key(fyne.KeyF3))
	counts(3, 3)
	modifiers = func() fyne.KeyModifier { return 0 }

	// Escape leaves what was found selected, with the keyboard.
	b.field.TypedKey(key(fyne.KeyEscape))
	area, ok := c.Focused().(*SelectionArea)
	if !ok || area.Quote() != "port" || area.focus.offset != 24 {
		t.Errorf("the keyboard is at %T", c.Focused())
	}
	if again, _ := list.Live(300).(*Text); again == nil || len(again.under.passing) != 0 {
		t.Error("it is marked after the bar was closed")
	}
}

func TestFindDropsWhatWasLookedForBefore(t *testing.T) {
	list := NewList(2, 200, func(i int) fyne.CanvasObject { return Label(fmt.Sprintf("Paragraph %d.", i), "", "") })
	b, f, c, later := finding(t, list)
	b.Take(c, "paragraph")
	old := *later
	b.Take(c, "nothing like it")
	old[0]()
	if _, all := f.Count(); all != 0 {
		t.Errorf("%d are found", all)
	}
	if got := b.count.String(); got != "Not found" {
		t.Errorf("it says %q", got)
	}
	b.Take(c, "graph 7.")
	if at, all := f.Count(); at != 1 || all != 1 {
		t.Errorf("it is at %d of %d", at, all)
	}
}

func TestFindFieldHasItsLimit(t *testing.T) {
	b := NewFindBar(english, NewFinder(Label("A port", "", ""), nil), func() {})
	clipboard := fyne.CurrentApp().Clipboard()
	long := ""
	for range 50 {
		long += "ports "
	}
	clipboard.SetContent("one line\n" + long)
	b.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if b.field.Text != "one line" {
		t.Errorf("it took %q", b.field.Text)
	}
	clipboard.SetContent(long)
	b.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	b.field.TypedRune('x')
	if n := len(b.field.Text); n != longestFound {
		t.Errorf("it took %d letters", n)
	}
}
