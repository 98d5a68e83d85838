package views

import (
	"slices"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/session"
	"beltroad/views/lessons"
	"beltroad/views/present"
)

// rehearsing presents with all done at once, until the test ends.
func rehearsing(t *testing.T) {
	t.Helper()
	startPresenting = func(host present.Host, kit present.Kit, l lesson.Lesson, _ int) *present.Presentation {
		p, _, _ := present.Rehearse(host, kit, l, false)
		return p
	}
	t.Cleanup(func() { startPresenting = present.Start })
}

func TestWithPlace(t *testing.T) {
	l := lesson.Lesson{Slides: []lesson.Slide{
		{ID: "here", Form: lesson.Question, Title: "?"},
		{ID: "b", Place: "figure/trade-volume", Hidden: true},
		{ID: "c", Place: "map?view=a"},
		{ID: "d", Place: "map?view=b"},
		{ID: "e", Place: "figure/trade-volume"},
	}}
	for _, c := range []struct {
		place string
		from  int
		ids   []string
	}{
		{"figure/trade-volume", 4, []string{"here", "b", "c", "d", "e"}}, // the hidden one does not count
		{"map?view=b", 3, []string{"here", "b", "c", "d", "e"}},
		{"map?view=z", 2, []string{"here", "b", "c", "d", "e"}}, // as it stands in the lesson
		{"timeline", 0, []string{"here2", "here", "b", "c", "d", "e"}},
	} {
		got, from := withPlace(nil, l, place(t, c.place))
		var ids []string
		for _, s := range got.Slides {
			ids = append(ids, s.ID)
		}
		if from != c.from || !slices.Equal(ids, c.ids) {
			t.Errorf("%s: from %d of %q, want %d of %q", c.place, from, ids, c.from, c.ids)
		}
	}
	if len(l.Slides) != 5 {
		t.Error("the lesson itself has got a slide")
	}
	if got, from := withPlace(nil, lesson.Lesson{}, place(t, "map")); from != 0 || len(got.Slides) != 1 || got.Slides[0].Place != "map" {
		t.Errorf("without a lesson: %d, %+v", from, got)
	}
}

// What was drawn on a ready lesson, or on a place that is in none, is there however
// presenting is begun again; the editor stands where the lesson was left.
func TestInkStaysUntilTheProgramEnds(t *testing.T) {
	rehearsing(t)
	_, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	const id = "first-steps"
	begin := map[string]func(){
		"present.here":     func() { w.shell.presentOpen(false) },
		"present.start":    func() { w.shell.presentOpen(true) },
		"the last, abroad": func() { w.presentStart(place(t, "overview")) },
		"a place":          func() { w.presentHere(place(t, "search?q=a")) },
		"the list": func() {
			l, _, _ := w.shell.lessons.Find(id)
			w.shell.Present(*l, 0)
		},
	}
	stroke := []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0, 0, 1, 1}}}
	draw := func(on func(lesson.Slide) bool) {
		l := w.app.presenting.what
		l.Slides = slices.Clone(l.Slides)
		at := slices.IndexFunc(l.Slides, on)
		l.Slides[at].Ink = stroke
		w.app.presenting.now.End()
		presentHost{w.app}.Ended(l, true, at)
	}
	inkOf := func(s lesson.Slide) int {
		return len(w.app.presenting.what.Slides[w.app.presenting.what.Index(s.ID)].Ink)
	}
	w.shell.Go(place(t, "lesson/"+id))
	begin["present.here"]()
	third := w.app.presenting.what.Slides[2]
	draw(func(s lesson.Slide) bool { return s.ID == third.ID })
	if e, _ := w.shell.page.(*lessons.Editor); e == nil {
		t.Fatal("the editor is gone")
	} else if l, at, _ := e.Chosen(); l.Slides[at].ID != third.ID {
		t.Errorf("the lesson was left at %s, chosen is %s", third.ID, l.Slides[at].ID)
	}
	begin["a place"]()
	draw(func(s lesson.Slide) bool { return s.ID == "here" })
	for how, do := range begin {
		if do(); inkOf(third) != 1 {
			t.Errorf("%s: the ink is gone", how)
		}
		if how == "a place" && inkOf(lesson.Slide{ID: "here"}) != 1 {
			t.Error("the ink of a place is gone")
		}
		w.app.presenting.now.End()
	}
	w.notice.do() // wipes the last: the place alone
	begin["a place"]()
	if inkOf(third) != 1 || inkOf(lesson.Slide{ID: "here"}) != 0 {
		t.Error("not what was drawn last is wiped")
	}
}

// The page of charts is presented as the slide of the chart that it shows.
func TestPresentTheFirstChart(t *testing.T) {
	_, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	page := place(t, "chart")
	shown := w.shell.chosen(page)
	l := lesson.Lesson{Title: "Own", Slides: []lesson.Slide{{ID: "a", Place: "map"}, {ID: "b", Place: shown.String()}}}
	w.shell.Present(l, 0)
	w.app.presenting.now.End()
	w.presentHere(page)
	if got := w.app.presenting.what.Slides; len(got) != 2 || shown == page {
		t.Errorf("presented are %+v", got)
	}
	w.app.presenting.now.End()
}

// What is drawn on a slide of the user's own lesson is kept with that, what is drawn
// on a place beside it until the program ends; both is said.
func TestInkOfAnOwnLesson(t *testing.T) {
	rehearsing(t)
	_, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	store, err := w.shell.lessons.Add(&lesson.Lesson{Title: "Own", Slides: []lesson.Slide{{ID: "a", Place: "map"}}})
	must(t, err)
	w.shell.Present(*store.Lesson(), 0)
	w.app.presenting.now.End()
	w.presentHere(place(t, "timeline"))
	l := w.app.presenting.what
	l.Slides = slices.Clone(l.Slides)
	for i := range l.Slides {
		l.Slides[i].Ink = []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0, 0, 1, 1}}}
	}
	w.app.presenting.now.End()
	presentHost{w.app}.Ended(l, true, 0)
	if len(store.Lesson().Slides) != 1 || len(store.Lesson().Slides[0].Ink) != 1 {
		t.Errorf("the lesson has %+v", store.Lesson().Slides)
	}
	if want := inEnglish.Say("present.inked.both"); w.notice.text != want {
		t.Errorf("it says %q, want %q", w.notice.text, want)
	}
	w.presentHere(place(t, "timeline"))
	if now := w.app.presenting.what.Slides; len(now) != 2 || len(now[0].Ink) != 1 || len(now[1].Ink) != 1 {
		t.Errorf("presented again: %+v", now)
	}
	w.app.presenting.now.End()
	wiped := inEnglish.Say("present.wiped")
	if w.notice.do(); w.said() != wiped || len(store.Lesson().Slides[0].Ink) != 0 {
		t.Errorf("wiped, it says %q", w.said())
	}
	must(t, store.Edit(func(e *lesson.Editor) error { e.Undo(); return nil }))
	w.shell.lessonsChanged() // which the window does later
	if w.said() == wiped || len(store.Lesson().Slides[0].Ink) != 1 {
		t.Errorf("undone, it says %q, the ink is %v", w.said(), store.Lesson().Slides[0].Ink)
	}
}

// What was presented last is presented again after a restart, or what was used last
// where nothing was, or the first ready lesson where both are gone.
func TestTheLastLessonIsRemembered(t *testing.T) {
	rehearsing(t)
	_, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	add := func(title string, slides ...lesson.Slide) *lesson.Store {
		store, err := w.shell.lessons.Add(&lesson.Lesson{Title: title, Slides: slides})
		must(t, err)
		return store
	}
	own, other, empty := add("Own", lesson.Slide{ID: "a", Place: "map"}), add("Other", lesson.Slide{ID: "b", Place: "map"}), add("Empty")
	for name, c := range map[string]struct{ presented, used, want string }{
		"presented":      {own.ID, other.ID, "Own"},
		"used":           {"", other.ID, "Other"},
		"presented gone": {"gone", other.ID, "Other"},
		"without slides": {empty.ID, "", "First steps in seven harbours"},
		"nothing":        {"", "", "First steps in seven harbours"},
		"ready":          {"first-steps", own.ID, "First steps in seven harbours"},
	} {
		w.shell.last, w.shell.presented = lesson.Lesson{}, nil // as after a restart
		w.app.set(func(s *session.Settings) { s.Presented, s.Lesson = c.presented, c.used })
		if got := w.lastLesson().Title; got != c.want {
			t.Errorf("%s: it presents %q, want %q", name, got, c.want)
		}
		if isOwn := c.want == "Own" || c.want == "Other"; isOwn != (w.shell.presented != nil) {
			t.Errorf("%s: ink goes to %v", name, w.shell.presented)
		}
	}
	for title, id := range map[string]string{"Own": own.ID, "First steps in seven harbours": "first-steps"} {
		l, _, _ := w.shell.lessons.Find(id)
		w.app.presenting.now = nil
		w.shell.Present(*l, 0)
		w.app.presenting.now.End()
		if got := w.app.session.Settings().Presented; got != id {
			t.Errorf("%s was presented, remembered is %q", title, got)
		}
	}
	w.shell.Present(*own.Lesson(), 0)
	w.app.presenting.now.End()
	must(t, w.shell.lessons.Remove(own.ID))
	if got := w.lastLesson().Title; got == "Own" {
		t.Error("a removed lesson is presented")
	}
}
