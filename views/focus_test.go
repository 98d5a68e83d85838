package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/lesson"
	"beltroad/internal/message/messagetest"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Whatever makes its content anew leaves the keyboard in it: at what has the
// same name or the same place.
func TestKeyboardStaysWhereContentIsMadeAnew(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	win := test.NewTempWindow(t, s.Content())
	win.Resize(fyne.NewSize(1280, 800))
	c := win.Canvas()
	kept := func(when string) fyne.Focusable {
		t.Helper()
		f := c.Focused()
		for _, other := range all[fyne.CanvasObject](s.Content()) {
			if g, ok := other.(fyne.Focusable); ok && g == f {
				return f
			}
		}
		t.Fatalf("%s: the keyboard is at %T, which is not on screen", when, f)
		return nil
	}

	s.Go(place(t, "commitments"))
	table := all[*ui.Table](s.page.Content())[0]
	c.Focus(table)
	for range 3 {
		table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	at := table.AccessibilityLabel()
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Here().Kind != route.Read {
		t.Fatalf("a row leads to %s", s.Here())
	}
	s.Back()
	if got, ok := kept("back").(*ui.Table); !ok || got == table || got.AccessibilityLabel() != at {
		t.Errorf("back, the keyboard is at %T", c.Focused())
	}

	// The same after a click, which takes the keyboard away from everything.
	s.Go(place(t, "overview"))
	card := all[*ui.Card](s.page.Content())[0]
	c.Unfocus()
	test.Tap(card)
	s.Back()
	if got, ok := kept("back after a click").(*ui.Card); !ok || got.Label != card.Label {
		t.Errorf("back after a click, the keyboard is at %T", c.Focused())
	}

	s.Go(place(t, "chart"))
	filter := all[*ui.Filter](s.page.Content())[0]
	c.Focus(filter)
	filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if _, ok := kept("another chart").(*ui.Filter); !ok {
		t.Errorf("with another chart the keyboard is at %T", c.Focused())
	}

	s.Go(place(t, "figure"))
	page := s.page.(interface{ Choose(name, key string) })
	page.Choose("claim", "reported")
	for _, b := range all[*ui.Button](s.page.Content()) {
		if b.Label == inEnglish.Say("filter.clear") {
			c.Focus(b)
			test.Tap(b)
		}
	}
	if _, ok := kept("cleared").(*ui.Filter); !ok {
		t.Errorf("with the filters cleared the keyboard is at %T", c.Focused())
	}

	s.Speak(printerOf(messagetest.Languages(t), messagetest.Tag))
	if _, ok := kept("language").(*ui.Filter); !ok {
		t.Errorf("in another language the keyboard is at %T", c.Focused())
	}
}

// A dialog that closes hands the keyboard back, to what was clicked, too.
func TestKeyboardComesBackFromADialog(t *testing.T) {
	_, w := appOf(t, dossier(t))
	w.shell.Go(place(t, "chart"))
	c := w.win.Canvas()
	for _, l := range all[*ui.Link](w.shell.page.Content()) {
		if l.Label != inEnglish.Say("chart.export") {
			continue
		}
		for _, by := range []func(){func() { c.Unfocus(); test.Tap(l) }, func() { c.Focus(l); l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }} {
			if by(); w.dialog == nil {
				t.Fatal("no dialog opens")
			}
			if w.dialog.Hide(); c.Focused() != fyne.Focusable(l) {
				t.Errorf("after the dialog the keyboard is at %T", c.Focused())
			}
		}
		return
	}
	t.Error("the chart cannot be saved")
}

// A record that is opened has the keyboard, and its page keys; closing it gives the
// keyboard back to what opened it, also after a way through other records.
func TestTheKeyboardGoesIntoARecordAndBack(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "figure"))
	table := all[*ui.Table](s.page.Content())[0]
	c.Focus(table)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c.Focused() != fyne.Focusable(s.opened.close) {
		t.Fatalf("%T has the keyboard", c.Focused())
	}
	page := s.page.State().String()
	if !s.ScrollKey(fyne.KeyEnd) || s.opened.scroll.Offset() == 0 || s.page.State().String() != page {
		t.Errorf("End scrolls the record to %g, and the page from %q to %q", s.opened.scroll.Offset(), page, s.page.State())
	}
	s.Go(s.Here().Page().Beside(route.Figure, "trade-volume"))
	s.Escape()
	if c.Focused() != fyne.Focusable(table) || s.opened.scroll != nil {
		t.Errorf("after Esc, %T has the keyboard", c.Focused())
	}
}

// The sidebar's item of the page that is shown can be seen, however it was gone to.
func TestTheCurrentItemOfTheSidebarIsInSight(t *testing.T) {
	s, _, _ := inWindow(t, dossier(t), inEnglish, fyne.NewSize(1024, 600), 1)
	for _, at := range []string{"read", "overview", "notes"} {
		s.Go(place(t, at))
		if !inSidebar(s, at) {
			t.Errorf("%s is out of sight", at)
		}
	}
	if inSidebar(s, "lesson") {
		t.Error("the sidebar is too high for the test to tell anything")
	}
}

// inSidebar tells whether an item of the sidebar can be seen.
func inSidebar(s *Shell, at string) bool {
	for r, item := range s.sidebar.items {
		if r.String() == at {
			held := all[*ui.Scroller](s.sidebar.content)[0]
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(item).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(held).Y
			return y >= 0 && y+item.Size().Height <= held.Size().Height+1
		}
	}
	return false
}

// A window of the smallest usual size begins with the lessons in sight, also where
// it begins at a page at the end of the sidebar; and with that in sight, too.
func TestTheSidebarAtTheStart(t *testing.T) {
	for begin, want := range map[string]string{"overview": "lesson", "notes": "notes"} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
		s := newShell(materialOf(dossier(t)), inEnglish, &desk{})
		s.Go(place(t, begin)) // before it has a size
		w := test.NewTempWindow(t, s.Content())
		w.Resize(fyne.NewSize(1024, 700)) // less the menus and what is told at a first start
		if !inSidebar(s, want) {
			t.Errorf("begun at %s, %s is out of sight", begin, want)
		}
	}
}

// A lesson has the keyboard in its slides, also where it stands as it was left: at the
// start of the app, or after going back; an empty one has it at what adds a slide.
func TestALessonHasTheKeyboard(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "lesson/read-a-number?slide="+readySlide(t, s, 3)))
	if c.Unfocus(); c.Focused() != nil {
		t.Fatal("something has the keyboard")
	}
	s.home()
	outline := c.Focused()
	if a, ok := outline.(fyne.Accessible); !ok || !strings.HasPrefix(a.AccessibilityLabel(), "Slide 4") {
		t.Errorf("the keyboard is at %T", outline)
	}
	s.Go(place(t, "map"))
	c.Unfocus()
	if s.Back(); c.Focused() == nil {
		t.Error("after going back it is nowhere")
	}
	s.NewLesson()
	key(c.Focused(), fyne.KeyEscape) // from the title
	if b, ok := c.Focused().(*ui.Button); !ok || b.Text != "Add slide" {
		t.Errorf("in an empty lesson it is at %T; said is %q", c.Focused(), k.said)
	}
	for range 2 { // the menu, and the first in it
		key(c.Focused(), fyne.KeyReturn)
	}
	if l := s.lessons.All()[0].Lesson(); len(l.Slides) != 1 || l.Slides[0].Form != lesson.Title {
		t.Errorf("Enter twice makes %+v", l.Slides)
	}
}

// key types a key into what has the keyboard.
func key(at fyne.Focusable, name fyne.KeyName) { at.TypedKey(&fyne.KeyEvent{Name: name}) }

// readySlide is the id of a slide of a ready lesson.
func readySlide(t *testing.T, s *Shell, n int) string {
	t.Helper()
	l, _, ok := s.lessons.Find("read-a-number")
	if !ok {
		t.Fatal("there is no such lesson")
	}
	return l.Slides[n].ID
}
