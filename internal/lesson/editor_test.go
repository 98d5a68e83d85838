package lesson

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// of is a lesson of slides "a", or "Part/a" where a part begins.
func of(slides ...string) *Lesson {
	l := &Lesson{Title: "T"}
	for _, s := range slides {
		section, id, ok := strings.Cut(s, "/")
		if !ok {
			section, id = "", s
		}
		l.Slides = append(l.Slides, Slide{ID: id, Form: Words, Section: section})
	}
	return l
}

// spelled is the other way round.
func spelled(l *Lesson) string {
	var all []string
	for _, s := range l.Slides {
		if s.Section != "" {
			s.ID = s.Section + "/" + s.ID
		}
		all = append(all, s.ID)
	}
	return strings.Join(all, " ")
}

func TestMove(t *testing.T) {
	for _, c := range []struct {
		from  string
		slide string
		by    int // rows
		want  string
	}{
		{"a b c", "a", 1, "b a c"},
		{"a b c", "c", -1, "a c b"},
		{"a b c", "a", -1, "a b c"},
		{"a b c", "c", 9, "a b c"},
		{"a b c", "a", 2, "b c a"},
		{"One/a b Two/c d", "a", 1, "One/b a Two/c d"},
		{"One/a b Two/c d", "b", 1, "One/a Two/b c d"},
		{"One/a b Two/c d", "c", -1, "One/a b c Two/d"},
		{"One/a b Two/c d", "d", -1, "One/a b Two/d c"},
		{"One/a b Two/c d", "d", -2, "One/a b d Two/c"},
		{"One/a Two/b", "a", 1, "Two/a b"}, // a part without a slide is none
		{"a Two/b", "b", -2, "b a"},
	} {
		e := NewEditor(of(strings.Fields(c.from)...))
		if err := e.Move(c.slide, e.Lesson().RowOf(c.slide)+c.by); err != nil {
			t.Fatal(err)
		}
		if got := spelled(e.Lesson()); got != c.want {
			t.Errorf("%s, %s by %d: %s, want %s", c.from, c.slide, c.by, got, c.want)
		}
	}
}

func TestEdits(t *testing.T) {
	e := NewEditor(of("One/a", "b", "Two/c"))
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	twin, err := e.Duplicate("a")
	must(err)
	if got := spelled(e.Lesson()); got != "One/a "+twin+" b Two/c" {
		t.Errorf("duplicated: %s", got)
	}
	must(e.Remove("a"))
	must(e.Remove("c"))
	if got := spelled(e.Lesson()); got != "One/"+twin+" b" {
		t.Errorf("removed: %s", got)
	}
	ids, err := e.Add(twin, Slide{Place: "map"}, Slide{Place: "read"})
	must(err)
	if got := spelled(e.Lesson()); got != "One/"+twin+" "+ids[0]+" "+ids[1]+" b" {
		t.Errorf("added: %s", got)
	}
	if _, err := e.Add("", Slide{Form: Title}); err != nil || e.Lesson().Slides[4].Form != Title {
		t.Errorf("added at the end: %v, %s", err, spelled(e.Lesson()))
	}
	must(e.Change("b", "hidden", false, func(s *Slide) { s.Hidden = true }))
	must(e.Rename("Other", false))
	for range 20 {
		e.Undo()
	}
	if got := spelled(e.Lesson()); got != "One/a b Two/c" || e.Lesson().Title != "T" || e.CanUndo() {
		t.Errorf("all undone: %s", got)
	}
	for range 20 {
		e.Redo()
	}
	if e.Lesson().Title != "Other" || e.CanRedo() {
		t.Errorf("all done again: %+v", e.Lesson())
	}
	for name, err := range map[string]error{"change": e.Change("gone", "", false, func(*Slide) {}), "remove": e.Remove("gone"), "move": e.Move("gone", 0)} {
		if !errors.Is(err, ErrGone) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is typed into one text is undone as one, until something else is done.
func TestTypingIsOneStep(t *testing.T) {
	e := NewEditor(of("a", "b"))
	typed := func(id, text string) {
		t.Helper()
		for i := range text {
			if err := e.Change(id, "notes", true, func(s *Slide) { s.Notes = text[:i+1] }); err != nil {
				t.Fatal(err)
			}
		}
	}
	typed("a", "one")
	typed("b", "two")
	e.Typed()
	typed("b", "two three")
	for _, want := range []string{"one/two", "one/", "/"} {
		if _, ok := e.Undo(); !ok {
			t.Fatal("nothing to undo")
		}
		if got := e.Lesson().Slides[0].Notes + "/" + e.Lesson().Slides[1].Notes; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if slide, ok := e.Redo(); !ok || slide != "a" {
		t.Errorf("done again: %q, %t", slide, ok)
	}
	typed("b", "x")
	if e.CanRedo() {
		t.Error("what was undone comes back after something else was done")
	}
}

// What cannot be kept is refused, and nothing changes.
func TestEditsThatAreRefused(t *testing.T) {
	e := NewEditor(of("a"))
	was := e.Lesson()
	if err := e.Change("a", "notes", true, func(s *Slide) { s.Notes = strings.Repeat("a", MostNotes+1) }); err == nil {
		t.Error("notes that are too long are taken")
	}
	if err := e.Change("a", "id", false, func(s *Slide) { s.ID = "other" }); err != nil || e.CanUndo() {
		t.Errorf("an id was changed: %v", err)
	}
	if _, err := e.Add("", make([]Slide, MostSlides)...); err == nil {
		t.Error("too many slides are taken")
	}
	if e.Lesson() != was {
		t.Error("something has changed")
	}
}

// Whatever is done, undoing all of it leads back, and doing it again leads forth.
func TestUndoLeadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 50 {
		e := NewEditor(of("One/a", "b", "Two/c", "d", "e"))
		states := []*Lesson{e.Lesson().Clone()}
		for range 60 {
			do(e, r)
			if !reflect.DeepEqual(e.Lesson(), states[len(states)-1]) {
				states = append(states, e.Lesson().Clone())
			}
			if err := e.Lesson().Check(); err != nil {
				t.Fatal(err)
			}
		}
		for i := len(states) - 1; i > 0; i-- {
			if !reflect.DeepEqual(e.Lesson(), states[i]) {
				t.Fatalf("step %d: %s, want %s", i, spelled(e.Lesson()), spelled(states[i]))
			}
			e.Undo()
		}
		for _, want := range states[1:] {
			if e.Redo(); !reflect.DeepEqual(e.Lesson(), want) {
				t.Fatalf("again: %s, want %s", spelled(e.Lesson()), spelled(want))
			}
		}
	}
}

// do does one thing to a lesson.
func do(e *Editor, r *rand.Rand) {
	id := "none"
	if n := len(e.Lesson().Slides); n > 0 {
		id = e.Lesson().Slides[r.IntN(n)].ID
	}
	switch r.IntN(6) {
	case 0:
		_ = e.Move(id, r.IntN(9)) // the slide may not be there, as in what follows
	case 1:
		_ = e.Remove(id)
	case 2:
		_, _ = e.Duplicate(id)
	case 3:
		_ = e.Change(id, "title", false, func(s *Slide) { s.Title = fmt.Sprint(r.IntN(100)) })
	case 4:
		_, _ = e.Add(id, Slide{Place: "map", Ink: []Stroke{{Tool: Pen, Points: []float64{0, 1}}}})
	case 5:
		_ = e.Change(id, "section", false, func(s *Slide) { s.Section = []string{"", "P"}[r.IntN(2)] })
	}
}

func TestMerge(t *testing.T) {
	with := func(l *Lesson, id string, change func(*Slide)) *Lesson {
		e := NewEditor(l)
		if err := e.Change(id, "", false, change); err != nil {
			t.Fatal(err)
		}
		return e.Lesson()
	}
	notes := func(text string) func(*Slide) { return func(s *Slide) { s.Notes = text } }
	base := of("One/a", "b", "c")
	for name, c := range map[string]struct {
		theirs, ours *Lesson
		want         string
	}{
		"nothing":             {base, base, "One/a b c"},
		"they moved":          {of("One/b", "a", "c"), base, "One/b a c"},
		"we moved":            {base, of("One/a", "c", "b"), "One/a c b"},
		"both added":          {of("One/a", "t", "b", "c"), of("One/a", "b", "o", "c"), "One/a t b o c"},
		"we moved, they add":  {of("One/a", "b", "c", "t"), of("One/c", "a", "b"), "One/c t a b"},
		"they removed":        {of("One/a", "c"), base, "One/a c"},
		"we removed":          {base, of("One/a", "b"), "One/a b"},
		"they removed, we":    {of("One/a", "c"), with(base, "b", notes("x")), "One/a b c"},
		"we removed, they":    {with(base, "b", notes("x")), of("One/a", "c"), "One/a b c"},
		"different members":   {with(base, "b", func(s *Slide) { s.Title = "t" }), with(base, "b", notes("x")), "One/a b c"},
		"the same by the two": {with(base, "b", notes("x")), with(base, "b", notes("x")), "One/a b c"},
	} {
		got := merge(base, c.theirs, c.ours)
		if spelled(got) != c.want {
			t.Errorf("%s: %s, want %s", name, spelled(got), c.want)
		}
		if err := got.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	theirs, ours := with(base, "b", notes("theirs")), with(base, "b", notes("ours"))
	got := merge(base, theirs, ours)
	if len(got.Slides) != 4 || got.Slides[1].Notes != "ours" || got.Slides[2].Notes != "theirs" || !got.Slides[2].Hidden {
		t.Errorf("both wrote: %+v", got.Slides)
	}
	// Whoever wrote first takes up what came of it, and that is all.
	if again := merge(theirs, got, theirs); !reflect.DeepEqual(again.Slides, got.Slides) {
		t.Errorf("again: %+v", again.Slides)
	}
}
