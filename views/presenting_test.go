package views

import (
	"slices"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/session"
)

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

func TestWithInk(t *testing.T) {
	stroke := []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0, 0, 1, 1}}}
	l := lesson.Lesson{Slides: []lesson.Slide{{ID: "a"}, {ID: "b", Ink: stroke}}}
	got := withInk(l, lesson.Lesson{Slides: []lesson.Slide{{ID: "here", Ink: stroke}, {ID: "a", Ink: stroke}, {ID: "b"}}})
	if len(got.Slides) != 2 || len(got.Slides[0].Ink) != 1 || len(got.Slides[1].Ink) != 0 || len(l.Slides[0].Ink) != 0 {
		t.Errorf("%+v", got)
	}
}

// What was presented last is presented again after a restart, or what was used last
// where nothing was, or the first ready lesson where both are gone.
func TestTheLastLessonIsRemembered(t *testing.T) {
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
