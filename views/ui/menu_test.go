package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// manyChoices is a filter of n choices in a window, and what it told of.
func manyChoices(t *testing.T, n int) (*Filter, fyne.Canvas, *[]string) {
	t.Helper()
	var options []Option
	for i := range n {
		options = append(options, Option{Key: fmt.Sprint(i), Name: fmt.Sprintf("%c choice %d", 'A'+rune(i%26), i)})
	}
	told := &[]string{}
	f := NewFilter("All", options, nil, func(chosen *string) { *told = append(*told, keptKey(chosen)) })
	c := inWindow(t, Page(Flow(8, f.AtMost(180))), 500, 400)
	return f, c, told
}

func openMenu(t *testing.T, f *Filter, c fyne.Canvas) *Menu {
	t.Helper()
	c.Focus(f)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m, ok := c.Overlays().Top().(*Menu)
	if !ok || c.Focused() != fyne.Focusable(m) {
		t.Fatalf("over the window is %T, the keyboard is at %T", c.Overlays().Top(), c.Focused())
	}
	return m
}

func TestMenuByKeyboard(t *testing.T) {
	f, c, told := manyChoices(t, 5000)
	for _, step := range []struct {
		keys []fyne.KeyName
		want string // "" chooses nothing
	}{
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "0"},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn}, "4999"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyEscape}, ""},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyEnter}, "all"},
		{[]fyne.KeyName{fyne.KeyReturn}, "all"}, // the present one
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "4999"},
	} {
		*told = nil
		m := openMenu(t, f, c)
		if got := live(m.panel); got > 200 {
			t.Errorf("of 5000 choices %d widgets are live", got)
		}
		for _, key := range step.keys {
			m.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if len(c.Overlays().List()) > 0 || c.Focused() != fyne.Focusable(f) {
			t.Errorf("%v leaves the menu open, or the keyboard at %T", step.keys, c.Focused())
		}
		if got := fmt.Sprint(*told); got != map[bool]string{true: "[]", false: "[" + step.want + "]"}[step.want == ""] {
			t.Errorf("%v chose %s, want %s", step.keys, got, step.want)
		}
	}
	m := openMenu(t, f, c)
	m.TypedRune('d')
	m.TypedRune('d')
	if got := m.AccessibilityLabel(); got != "D choice 29" {
		t.Errorf("D twice leads to %q", got)
	}
	if o := m.list.Live(m.cursor.Current); o == nil || !inView(c, o) {
		t.Error("it is not in view")
	}
}

// Enter takes the first, also where a letter was typed that none begins with.
func TestMenuOfActionsByEnter(t *testing.T) {
	for _, typed := range []string{"", "x"} {
		did := ""
		b := NewButton("Add", nil, false)
		b.OnTapped = func() {
			ShowActions(b, []Action{{Name: "Title", Do: func() { did += "title" }}, {Name: "Question", Do: func() { did += "question" }}})
		}
		c := inWindow(t, Page(Flow(8, b)), 500, 400)
		c.Focus(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		for _, r := range typed {
			c.Focused().TypedRune(r)
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if did != "title" || len(c.Overlays().List()) > 0 {
			t.Errorf("%q and Enter did %q", typed, did)
		}
	}
}

func TestMenuByPointer(t *testing.T) {
	f, c, told := manyChoices(t, 5)
	test.Tap(f)
	m, ok := c.Overlays().Top().(*Menu)
	if !ok {
		t.Fatal("a click opens no menu")
	}
	if p := m.panel; p.Position().X < 0 || p.Position().Y+p.Size().Height > 400 || p.Position().Y < f.Size().Height {
		t.Errorf("the menu is at %v of %v", p.Position(), p.Size())
	}
	item, _ := m.list.Live(2).(*menuItem)
	test.Tap(item)
	if fmt.Sprint(*told) != "[1]" || f.Name() != "B choice 1" {
		t.Errorf("a click on the third told of %v, and shows %q", *told, f.Name())
	}
	test.Tap(f)
	m, _ = c.Overlays().Top().(*Menu)
	m.Tapped(nil)
	if len(c.Overlays().List()) > 0 || len(*told) > 1 {
		t.Error("a click beside the menu leaves it open, or chooses")
	}
}

// Where the window gets another size, what opened the menu is elsewhere.
func TestMenuClosesWhenTheWindowIsResized(t *testing.T) {
	f, _, told := manyChoices(t, 5)
	w := test.NewTempWindow(t, Page(Flow(8, f)))
	w.Resize(fyne.NewSize(500, 400))
	c := w.Canvas()
	m := openMenu(t, f, c)
	Restyle(m)
	if c.Overlays().Top() != fyne.CanvasObject(m) {
		t.Error("the menu closes though the window is as it was")
	}
	w.Resize(fyne.NewSize(400, 300))
	if len(c.Overlays().List()) > 0 || c.Focused() != fyne.Focusable(f) || len(*told) > 0 {
		t.Errorf("the menu is still there, the keyboard is at %T, or %q was chosen", c.Focused(), *told)
	}
}

func TestTextIsShortenedToItsRoom(t *testing.T) {
	const text = "A unit of many words"
	for _, width := range []float32{20, 60, 100, 1000} {
		got := shortened(text, width, 14)
		if textWidth(got, 14, fyne.TextStyle{}) > width && got != "…" {
			t.Errorf("%q has no room in %g", got, width)
		}
		if width == 1000 && got != text {
			t.Errorf("with room it is %q", got)
		}
	}
}
