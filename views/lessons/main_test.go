package lessons

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/slides"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// desk is a window for tests, with the lessons of the harbour.
type desk struct {
	uitest.Host

	t         testing.TB
	d         *data.Dossier
	library   *lesson.Library
	over      fyne.Canvas
	presented []int // slides
	along     int
	copied    []*lesson.Lesson
	removed   []string
	restored  int
	made      int
	asked     int
	offered   func()
	still     func() bool // tells whether that can be undone
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	k := &desk{t: t, d: datatest.Open(t, fixture.Harbour())}
	shelf, err := lesson.OpenShelf("")
	if err != nil {
		t.Fatal(err)
	}
	k.library = lesson.NewLibrary(k.d, shelf)
	return k
}

func (k *desk) Lessons() *lesson.Library    { return k.library }
func (k *desk) NewLesson()                  { k.made++ }
func (k *desk) CopyLesson(l *lesson.Lesson) { k.copied = append(k.copied, l) }
func (k *desk) ImportLesson()               { k.asked++ }
func (k *desk) RemoveLesson(id string) {
	k.removed = append(k.removed, id)
	if err := k.library.Remove(id); err != nil {
		k.t.Error(err)
	}
}

func (k *desk) RestoreLast() {
	k.restored++
	if _, err := k.library.RestoreLast(); err != nil {
		k.t.Error(err)
	}
}
func (k *desk) Present(_ lesson.Lesson, from int) { k.presented = append(k.presented, from) }
func (k *desk) TakeAlong(lesson.Lesson)           { k.along++ }
func (k *desk) Offer(message string, undo func(), still func() bool) {
	k.Said, k.offered, k.still = append(k.Said, message), undo, still
}
func (k *desk) Relayout(o fyne.CanvasObject) { ui.RelayoutIn(k.over.Content(), o) }
func (k *desk) Focus(o fyne.Focusable)       { k.over.Focus(o) }
func (k *desk) words() *record.Words         { return record.NewWords(uitest.English(), k.d) }
func (k *desk) show(o fyne.CanvasObject, w, h float32) {
	k.over = uitest.InWindow(k.t, o, fyne.NewSize(w, h))
}

// own makes a copy of the ready lesson the user's.
func (k *desk) own(change func(*lesson.Lesson)) *lesson.Store {
	k.t.Helper()
	l, _, ok := k.library.Find("first-steps")
	if !ok {
		k.t.Fatal("there is no ready lesson")
	}
	l = l.Clone()
	if change != nil {
		change(l)
	}
	store, err := k.library.Add(l)
	if err != nil {
		k.t.Fatal(err)
	}
	return store
}

// editor is the page of a lesson, in a window.
func (k *desk) editor(id string) *Editor {
	k.t.Helper()
	p := NewEditor(k.d, k.words(), k, slides.NewMaker(k.d, k.words(), mapdata.New(k.d)), id)
	k.show(p.Content(), 1000, 760)
	k.t.Cleanup(k.library.Listen(p.LessonsChanged))
	return p
}

func all[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var found []T
	ui.Walk(o, func(o fyne.CanvasObject) bool {
		if x, ok := o.(T); ok {
			found = append(found, x)
		}
		return true
	})
	return found
}

// press presses the button or link of a name.
func (k *desk) press(o fyne.CanvasObject, name string) {
	k.t.Helper()
	for _, b := range all[*ui.Button](o) {
		if b.Text == name {
			b.Tapped(nil)
			return
		}
	}
	for _, l := range all[*ui.Link](o) {
		if l.Text == name {
			l.Tapped(nil)
			return
		}
	}
	k.t.Fatalf("nothing is called %q", name)
}

// write types into the field of a name.
func (k *desk) write(o fyne.CanvasObject, name, text string) {
	k.t.Helper()
	for _, f := range fieldsIn(o) {
		if f.AccessibilityLabel() == name {
			k.over.Focus(f)
			f.SetText("")
			for _, r := range text {
				f.TypedRune(r)
			}
			return
		}
	}
	k.t.Fatalf("no field is called %q", name)
}

func fieldsIn(o fyne.CanvasObject) []*record.Field {
	var found []*record.Field
	for _, n := range all[*ui.Native](o) {
		if f, ok := n.Widget.(*record.Field); ok {
			found = append(found, f)
		}
	}
	return found
}
