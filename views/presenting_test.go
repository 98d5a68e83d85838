package views

import (
	"slices"
	"testing"

	"beltroad/internal/lesson"
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
		got, from := withPlace(l, place(t, c.place))
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
	if got, from := withPlace(lesson.Lesson{}, place(t, "map")); from != 0 || len(got.Slides) != 1 || got.Slides[0].Place != "map" {
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
