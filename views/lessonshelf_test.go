package views

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/views/lessons"
	"beltroad/views/route"
)

// A teacher makes a lesson of five slides from an empty start, in at most 20
// clicks and keys: each call below is one of them.
func TestLessonOfFiveSlides(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(route.To(route.Overview, ""))
	acts := 0
	act := func(do func()) {
		acts++
		do()
	}
	for _, place := range []route.Route{route.To(route.Pillar, "quays"), route.To(route.Figure, "berths-rebuilt"), route.To(route.Map, ""), route.To(route.Timeline, ""), route.To(route.Project, "sund-ferry")} {
		act(func() { s.Go(place) }) // a click in the sidebar, on a card, or Ctrl and a digit
		if place.Pane.ID != "" {
			acts++ // the list before the record in it
		}
		act(s.AddHere) // Ctrl+L
	}
	act(func() { s.Go(route.To(route.Lesson, "")) })
	own := s.lessons.All()
	if len(own) != 1 {
		t.Fatalf("there are %d lessons", len(own))
	}
	act(func() { s.Go(route.To(route.Lesson, own[0].ID)) })
	act(func() { s.presentOpen(true) })
	if l := own[0].Lesson(); len(l.Slides) != 5 || len(k.lessons) != 1 || acts > 20 || l.Dossier.Name != "harbour" {
		t.Errorf("%d acts, presented %d, %+v", acts, len(k.lessons), l)
	}
	t.Logf("%d clicks and keys", acts)
}

// The place is added as its page stands, to the lesson that was used last; the
// first time it is asked which.
func TestAddToLesson(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(route.To(route.Figure, "").In("sort=-value"))
	s.AddHere()
	first := s.lessons.All()[0]
	if got := first.Lesson().Slides[0].Place; got != "figure?sort=-value" {
		t.Errorf("added %q", got)
	}
	k.undo()
	if len(s.lessons.All()) != 0 {
		t.Error("after Undo the lesson that was made is there")
	}
	for _, title := range []string{"A", "B"} {
		if _, err := s.lessons.Add(&lesson.Lesson{Title: title}); err != nil {
			t.Fatal(err)
		}
	}
	k.lesson = "" // none was used yet
	s.AddHere()
	if want := "Which lesson is it for?|A|B|New lesson"; strings.Join(k.asked, "|") != want {
		t.Fatalf("asked %q", k.asked)
	}
	k.answer(1)
	b := s.lessons.All()[1]
	s.Go(route.To(route.Map, ""))
	s.AddHere()
	if l := b.Lesson(); len(l.Slides) != 2 || k.lesson != b.ID {
		t.Errorf("added to %s: %+v", k.lesson, l)
	}
	k.undo()
	if l := b.Lesson(); len(l.Slides) != 1 {
		t.Errorf("after Undo: %+v", l)
	}
	s.Go(route.To(route.Chart, "").In("table=1")) // which shows the first; another version may have another first
	s.AddHere()
	suggested, _ := s.charts.First()
	if l := b.Lesson(); l.Slides[1].Place != route.To(route.Chart, suggested.ID).In("table=1").String() {
		t.Errorf("of the page of charts %q was added", l.Slides[1].Place)
	}
	k.undo()
	for _, to := range []route.Route{route.To(route.Lesson, ""), route.To(route.Notes, ""), route.To(route.Search, "mud")} {
		s.Go(to)
		s.AddHere()
	}
	if l := b.Lesson(); len(l.Slides) != 1 {
		t.Errorf("pages that are no slides were added: %+v", l)
	}
	s.AddToAnother(route.Paragraph(7))
	k.answer(2)
	if n := len(s.lessons.All()); n != 3 {
		t.Errorf("there are %d lessons", n)
	}
}

func TestLessonsOfTheWindow(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(route.To(route.Lesson, "first-steps"))
	l, _, _ := s.lessons.Find("first-steps")
	s.CopyLesson(l)
	p, ok := s.page.(*lessons.Editor)
	if !ok || p.ID() == "" || s.Here().ID != p.ID() || k.lesson != p.ID() {
		t.Fatalf("a copy is not open: %v", s.Here())
	}
	p.DuplicateSlide()
	s.Undo()
	s.Redo()
	if copied, _, _ := s.lessons.Find(p.ID()); len(copied.Slides) != 4 {
		t.Errorf("%d slides", len(copied.Slides))
	}
	s.presentOpen(false)
	drawn := *k.lessons[0].Clone()
	drawn.Slides[2].Ink = []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0, 0, 1, 1}}}
	must(t, (&presenting{own: s.presented}).have(drawn))
	if copied, _, _ := s.lessons.Find(p.ID()); len(copied.Slides[2].Ink) != 1 || len(copied.Slides[1].Ink) != 0 {
		t.Errorf("ink: %+v", copied.Slides)
	}
	s.RemoveLesson(p.ID())
	if s.Here() != route.To(route.Lesson, "") {
		t.Errorf("the lesson is gone, shown is %v", s.Here())
	}
	k.undo()
	if _, ok := s.lessons.Get(p.ID()); !ok {
		t.Error("after Undo it is not there")
	}
	s.NewLesson()
	if s.Here().ID == p.ID() || s.Here().Kind != route.Lesson {
		t.Errorf("a new lesson is not open: %v", s.Here())
	}
	s.presentOpen(true)
	if last := k.said[len(k.said)-1]; !strings.Contains(last, "slide") {
		t.Errorf("it says %q", last)
	}
}

// What offers to undo something with lessons goes once that is undone, by keys or elsewhere.
func TestOffersGoWhenUndone(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	store, err := s.lessons.Add(&lesson.Lesson{Title: "Own", Slides: []lesson.Slide{{ID: "a", Place: "map"}, {ID: "b", Place: "timeline"}}})
	must(t, err)
	s.Go(route.To(route.Lesson, store.ID))
	remove := func() {
		s.Offer("removed", func() {}, func() bool { return store.Lesson().Index("a") < 0 })
		must(t, store.Edit(func(e *lesson.Editor) error { return e.Remove("a") }))
	}
	for name, undo := range map[string]func(){"here": s.Undo, "elsewhere": func() {
		must(t, store.Edit(func(e *lesson.Editor) error { e.Undo(); return nil }))
	}} {
		k.withdrawn = nil
		if remove(); len(k.withdrawn) != 0 {
			t.Errorf("%s: it goes before", name)
		}
		if undo(); !slices.Equal(k.withdrawn, []string{"removed"}) {
			t.Errorf("undone %s, withdrawn is %q", name, k.withdrawn)
		}
	}
	k.withdrawn = nil
	s.RemoveLesson(store.ID)
	if s.RestoreLast(); len(k.withdrawn) != 1 || k.withdrawn[0] != k.offered[len(k.offered)-1] {
		t.Errorf("restored, withdrawn is %q", k.withdrawn)
	}
}

// A lesson's file is opened, or refused with the reason and left as it is.
func TestLessonFiles(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(route.To(route.Overview, ""))
	good := `{"format": "beltroad.lesson", "version": 1, "title": "Theirs", "dossier": {"name": "elsewhere"}, "slides": [{"id": "a", "place": "figure/none"}]}`
	k.file = []byte(good)
	s.ImportLesson()
	if s.Here().Kind != route.Lesson || !strings.Contains(strings.Join(k.said, " "), "It is of another dossier, elsewhere.") {
		t.Fatalf("shown is %v, said %q", s.Here(), k.said)
	}
	s.ImportLesson()
	if n := len(s.lessons.All()); n != 1 {
		t.Errorf("the same file is there %d times", n)
	}
	k.file = []byte(good[:40])
	s.ImportLesson()
	if len(k.told) != 1 || !strings.Contains(k.told[0], "It is damaged") {
		t.Errorf("told %q", k.told)
	}
	path := filepath.Join(t.TempDir(), "x.lesson.json")
	if err := os.WriteFile(path, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := wholeOf(lessonFile(path)); err != nil || string(b) != good || !IsLesson("X.Lesson.JSON") || !IsLesson("X.Lesson") || IsLesson("notes.json") || IsLesson("lesson") {
		t.Errorf("%q, %v", b, err)
	}
}

// A lesson that is dropped on the window is opened, a damaged one is told; while a
// dialog is open nothing happens, and neither does where a folder is dropped.
func TestLessonIsDropped(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(route.To(route.Overview, ""))
	w := &Window{shell: s, app: &App{atOnce: true}}
	dir := t.TempDir()
	file := func(name, content string) fyne.URI {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte(content), 0o600))
		return storage.NewFileURI(path)
	}
	good := file("A lesson.LESSON.json", `{"format": "beltroad.lesson", "version": 1, "title": "Theirs", "dossier": {"name": "harbour"}, "slides": [{"id": "a", "place": "map"}]}`)
	torn := file("torn.lesson.json", "{")
	must(t, os.Mkdir(filepath.Join(dir, "folder.lesson.json"), 0o700))
	folder := storage.NewFileURI(filepath.Join(dir, "folder.lesson.json"))
	for _, c := range []struct {
		name    string
		file    fyne.URI
		lessons int
		told    string
	}{{"torn", torn, 0, "It is damaged"}, {"folder", folder, 0, "could not be read"}, {"good", good, 1, ""}, {"again", good, 1, ""}} {
		k.told = nil
		w.dropped(fyne.Position{}, []fyne.URI{c.file, torn})
		told := strings.Join(k.told, " ")
		if n := len(s.lessons.All()); n != c.lessons || !strings.Contains(told, c.told) || (c.told == "") != (told == "") {
			t.Errorf("%s: there are %d lessons, it says %q", c.name, n, told)
		}
	}
	if l, _, ok := s.lessons.Find(s.Here().ID); !ok || l.Title != "Theirs" {
		t.Errorf("shown is %v", s.Here())
	}
	w.dialog = dialog.NewInformation("", "", test.NewTempWindow(t, nil))
	w.dropped(fyne.Position{}, []fyne.URI{torn})
	if len(k.told) > 0 {
		t.Error("below a dialog a file is opened")
	}
}

// Where no lesson is ready, none is spoken of.
func TestNoLessonIsReady(t *testing.T) {
	for _, ready := range []bool{true, false} {
		harbour := harbourIn(t)
		if !ready {
			edit(t, filepath.Join(harbour, "datapackage.json"), `"lessons/first-steps.lesson.json"`, "")
		}
		_, w := startIn(t, t.TempDir(), harbour)
		w.shell.Go(route.To(route.Lesson, ""))
		if got := shows(w.shell, inEnglish.Say("lesson.empty.copy")); got != ready || !shows(w.shell, inEnglish.Say("lesson.empty.add")) {
			t.Errorf("with a lesson that is ready: %t, one is spoken of: %t", ready, got)
		}
	}
}
