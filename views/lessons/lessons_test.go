package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/kept"
	"beltroad/internal/lesson"
	"beltroad/internal/slide"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

func order(l *lesson.Lesson) string {
	var ids []string
	for _, s := range l.Slides {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, " ")
}

func key(o fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		o.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestListOfLessons(t *testing.T) {
	k := newDesk(t)
	p := NewList(k.d, k.words(), k)
	k.show(p.Content(), 900, 900)
	cards := all[*ui.Card](p.Content())
	if len(cards) != 1 || !strings.Contains(cards[0].Label, "First steps") {
		t.Fatalf("%d cards", len(cards))
	}
	store := k.own(func(l *lesson.Lesson) { l.Title = "Mine"; l.Dossier.Name = "other" })
	p.LessonsChanged()
	var said []string
	for _, x := range all[*ui.Text](p.Content()) {
		said = append(said, x.String())
	}
	if !slices.Contains(said, "3 slides · 10 minutes · of the dossier other") || slices.Contains(said, "You have no lessons of your own yet.") {
		t.Errorf("it says %q", said)
	}
	cards = all[*ui.Card](p.Content())
	cards[1].Tapped(nil)
	if k.Last() != route.To(route.Lesson, store.ID) {
		t.Errorf("the card leads to %v", k.Last())
	}
	k.press(p.Content(), "New lesson")
	k.press(p.Content(), "Open a lesson file")
	k.press(cards[0], "Make it yours")
	k.press(cards[0], "Present")
	k.press(cards[1], "Remove")
	if k.made != 1 || k.asked != 1 || len(k.Lessons().Ready) != 1 || len(k.copied) != 1 || len(k.presented) != 1 || !slices.Equal(k.removed, []string{store.ID}) {
		t.Errorf("%+v", k)
	}
}

// A lesson that was removed comes back by the keys for Undo, wherever one is among
// the lessons; in an editor unless something was done there since.
func TestRemovedLessonComesBack(t *testing.T) {
	for name, c := range map[string]struct {
		undo   func(k *desk, other *lesson.Store) func(redo bool)
		before bool // something was done with another lesson before
		after  bool // and after the removal
		want   []int
	}{
		"list":           {undo: func(k *desk, _ *lesson.Store) func(bool) { return NewList(k.d, k.words(), k).Undo }, want: []int{1, 2, 2}},
		"ready":          {undo: func(k *desk, _ *lesson.Store) func(bool) { return k.editor("first-steps").Undo }, want: []int{1, 2, 2}},
		"lesson":         {undo: func(k *desk, o *lesson.Store) func(bool) { return k.editor(o.ID).Undo }, want: []int{1, 2, 2}},
		"changed before": {undo: func(k *desk, o *lesson.Store) func(bool) { return k.editor(o.ID).Undo }, before: true, want: []int{1, 2, 2}},
		"changed after":  {undo: func(k *desk, o *lesson.Store) func(bool) { return k.editor(o.ID).Undo }, after: true, want: []int{0, 1, 2}},
		"the removed":    {undo: func(k *desk, _ *lesson.Store) func(bool) { return k.editor("gone").Undo }, want: []int{1, 2, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			k := newDesk(t)
			first, second, other := k.own(nil), k.own(nil), k.own(nil)
			rename := func(do bool, title string) {
				if do {
					if err := other.Edit(func(e *lesson.Editor) error { return e.Rename(title, false) }); err != nil {
						t.Fatal(err)
					}
				}
			}
			rename(c.before, "before")
			k.RemoveLesson(first.ID)
			k.RemoveLesson(second.ID)
			rename(c.after, "after")
			undo := c.undo(k, other)
			for i, want := range c.want {
				if undo(false); k.restored != want {
					t.Errorf("after %d times %d are back, want %d", i+1, k.restored, want)
				}
			}
			if undo(true); k.restored != 2 {
				t.Error("Redo brings something back")
			}
		})
	}
}

// After a lesson was removed the keyboard is at the one in its place: the same key
// again removes nothing.
func TestKeyboardAfterRemoving(t *testing.T) {
	k := newDesk(t)
	for _, title := range []string{"A", "B", "C"} {
		k.own(func(l *lesson.Lesson) { l.Title = title })
	}
	p := NewList(k.d, k.words(), k)
	k.show(p.Content(), 900, 600)
	t.Cleanup(k.library.Listen(p.LessonsChanged))
	for _, c := range []struct{ removed, then string }{{"B", "Open C"}, {"C", "Open A"}, {"A", "Open First steps"}} {
		for _, l := range all[*ui.Link](p.Content()) {
			if l.Label == "Remove: "+c.removed {
				k.over.Focus(l)
			}
		}
		left := len(k.library.All())
		key(k.over.Focused(), fyne.KeyReturn)
		card, ok := k.over.Focused().(*ui.Card)
		if !ok || !strings.HasPrefix(card.Label, c.then) {
			t.Fatalf("%s removed, the keyboard is at %T", c.removed, k.over.Focused())
		}
		if key(card, fyne.KeyReturn); len(k.library.All()) != left-1 {
			t.Errorf("%s: Enter twice removes two", c.removed)
		}
	}
	for _, back := range []string{"Open A", "Open C", "Open B"} {
		p.Undo(false)
		if card, ok := k.over.Focused().(*ui.Card); !ok || card.Label != back {
			t.Errorf("%s is back, the keyboard is at %T", back, k.over.Focused())
		}
	}
}

func TestReadyLessonIsReadAlone(t *testing.T) {
	k := newDesk(t)
	p := k.editor("first-steps")
	was, _, _ := k.library.Find("first-steps")
	k.over.Focus(p.outline)
	key(p.outline, fyne.KeyDown, fyne.KeyDelete)
	p.MoveSlide(+1)
	p.DuplicateSlide()
	p.HideSlide()
	p.Undo(false)
	if now, _, _ := k.library.Find("first-steps"); now != was || len(fieldsIn(p.Content())) > 0 {
		t.Error("it was changed")
	}
	if len(k.Said) != 4 || k.Said[0] != "This lesson comes with the dossier. Make it yours to change it." {
		t.Errorf("said %q", k.Said)
	}
	if l, at, ok := p.Chosen(); !ok || at != 1 || l.Title != was.Title {
		t.Errorf("chosen: %d, %t", at, ok)
	}
	k.press(p.Content(), "Make it yours")
	k.press(p.Content(), "Present")
	k.press(p.Content(), "Take along")
	k.press(p.Content(), "Save a copy")
	if len(k.copied) != 1 || len(k.presented) != 1 || k.along != 1 || len(k.Exported) != 1 {
		t.Errorf("%+v", k)
	}
	var b bytes.Buffer
	texts, ok := k.Exported[0].(export.Texts)
	if !ok {
		t.Fatal("a lesson is no text")
	}
	if err := texts.Text(texts.Formats()[0])(&b); err != nil {
		t.Fatal(err)
	}
	if back, err := lesson.Parse(b.Bytes()); err != nil || order(back) != order(was) {
		t.Errorf("saved: %v", err)
	}
	if texts.Formats()[0].End != ".lesson.json" {
		t.Error(texts.Formats())
	}
	if err := texts.Text(texts.Formats()[0])(full{}); err == nil {
		t.Error("a full disk is not noticed")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestSlidesByKeyboard(t *testing.T) {
	k := newDesk(t)
	store := k.own(nil)
	p := k.editor(store.ID)
	k.over.Focus(p.outline)
	is := func(want string) {
		t.Helper()
		if got := order(store.Lesson()); got != want {
			t.Errorf("the slides are %s, want %s", got, want)
		}
	}
	key(p.outline, fyne.KeyEnd)
	p.MoveSlide(-1)
	is("opening map tideland")
	p.MoveSlide(-1) // over the title of the part: it is the last of the part before
	if s := store.Lesson().Slides; s[1].Section != "" || s[2].Section != "Numbers" {
		t.Errorf("parts: %+v", s)
	}
	p.DuplicateSlide()
	if s := store.Lesson().Slides; len(s) != 4 || s[2].Place != "map" || p.outline.at != s[2].ID {
		t.Errorf("duplicated: %+v", s)
	}
	key(p.outline, fyne.KeyDelete)
	is("opening map tideland")
	k.offered()
	if n := len(store.Lesson().Slides); n != 4 {
		t.Errorf("after Undo there are %d slides", n)
	}
	p.HideSlide()
	if !store.Lesson().Slides[2].Hidden {
		t.Error("it is not hidden")
	}
	for range 5 {
		p.Undo(false)
	}
	is("opening tideland map")
	p.Undo(false)
	if last := k.Said[len(k.Said)-1]; last != "There is nothing to undo." {
		t.Errorf("it says %q", last)
	}
	for range 5 {
		p.Undo(true)
	}
	if n := len(store.Lesson().Slides); n != 4 {
		t.Errorf("done again there are %d slides", n)
	}
	key(p.outline, fyne.KeyHome, fyne.KeyReturn)
	f, ok := k.over.Focused().(*record.Field)
	if !ok || f.AccessibilityLabel() != "Title" {
		t.Fatalf("Enter leads to %v", k.over.Focused())
	}
	before := f.Text
	f.TypedRune('!')
	if got := store.Lesson().Slides[0].Title; got != before+"!" || before == "" {
		t.Errorf("%q was written on, it is %q", before, got)
	}
	key(k.over.Focused(), fyne.KeyEscape)
	if k.over.Focused() != fyne.Focusable(p.outline) {
		t.Error("Escape does not lead back to the slides")
	}
}

// A slide that was removed comes back by the offer to undo that, whatever was done since.
func TestRemovedSlideComesBack(t *testing.T) {
	for _, at := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd} {
		k := newDesk(t)
		store := k.own(nil)
		p := k.editor(store.ID)
		titles := func() (all []string) {
			for _, s := range store.Lesson().Slides {
				all = append(all, s.Title+s.Place+s.Section)
			}
			return all
		}
		k.over.Focus(p.outline)
		was := titles()
		key(p.outline, at, fyne.KeyDelete)
		p.HideSlide()
		hidden := p.outline.at
		if !k.still() {
			t.Errorf("%s: it tells of a removal that is undone", at)
		}
		if k.offered(); !slices.Equal(titles(), was) {
			t.Errorf("%s: the slides are %q, want %q", at, titles(), was)
		}
		if l := store.Lesson(); !l.Slides[l.Index(hidden)].Hidden {
			t.Errorf("%s: what was done after that is undone", at)
		}
		if k.still() {
			t.Errorf("%s: it goes on telling of the removal", at)
		}
	}
}

// Where a lesson opens, the keys are those of its slides; what is written shows
// in the picture at once, and the field that it is written in can be seen.
func TestWritingIsSeen(t *testing.T) {
	k := newDesk(t)
	p := k.editor(k.own(nil).ID)
	if p.Arrive(route.Route{}); k.over.Focused() != fyne.Focusable(p.outline) {
		t.Errorf("the keyboard is at %v", k.over.Focused())
	}
	var last *record.Field
	for _, f := range fieldsIn(p.side) {
		last = f
	}
	if !p.undo.Disabled() {
		t.Error("there is something to undo")
	}
	was := p.picture.Objects[0]
	if k.over.Focus(last); p.side.Offset() == 0 {
		t.Error("the last field is not scrolled to")
	}
	p.first.SetText("Another title")
	if p.undo.Disabled() || !p.redo.Disabled() {
		t.Error("it cannot be undone")
	}
	if p.picture.Objects[0] == was {
		t.Error("the picture is that of before")
	}
}

func TestSlideIsDragged(t *testing.T) {
	k := newDesk(t)
	store := k.own(nil)
	p := k.editor(store.ID)
	rows := all[*slideRow](p.Content())
	if len(rows) != 3 {
		t.Fatalf("%d slides are seen", len(rows))
	}
	from, to := rows[2], rows[0]
	down := to.Position().Y - from.Position().Y + 5
	from.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, down)}, Dragged: fyne.NewDelta(0, down)})
	if !to.Current() {
		t.Error("it is not seen where the slide would go")
	}
	from.DragEnd()
	if got := order(store.Lesson()); got != "map opening tideland" {
		t.Errorf("dragged: %s", got)
	}
	if p.outline.at != "map" {
		t.Errorf("chosen is %s", p.outline.at)
	}
}

func TestWriting(t *testing.T) {
	k := newDesk(t)
	store := k.own(nil)
	p := k.editor(store.ID)
	p.outline.choose("tideland")
	k.write(p.Content(), "Title of the lesson", "Harbours")
	k.write(p.Content(), "Title", "Mud")
	k.write(p.Content(), "Notes, which you alone see", "Ask first.")
	k.write(p.Content(), "Minutes", "2,5")
	k.write(p.Content(), "Questions to the class", "Why?\nWhere?")
	k.write(p.Content(), "Text on the slide", "A line")
	k.write(p.Content(), "A part of the lesson begins here", "Figures")
	k.write(p.Content(), "to", "5000")
	l := store.Lesson()
	want := lesson.Slide{
		ID: "tideland", Place: "figure/tideland-added", Section: "Figures", Title: "Mud", Text: "A line", Notes: "Ask first.",
		Ask: []string{"Why?", "Where?"}, Minutes: 2.5, Predict: &lesson.Predict{Figure: "tideland-added", From: 0, To: 5000},
	}
	if l.Title != "Harbours" || !reflect.DeepEqual(l.Slides[1], want) {
		t.Errorf("got %q, %+v", l.Title, l.Slides[1])
	}
	if p.told.String() != "3 slides · 7.5 minutes" {
		t.Errorf("it says %q", p.told.String())
	}
	k.press(p.Content(), "Class guesses first")
	if store.Lesson().Slides[1].Predict != nil {
		t.Error("the class still guesses")
	}
	k.press(p.Content(), "Class guesses first")
	if got := store.Lesson().Slides[1].Predict; got == nil || got.From != 0 || got.To != 5000 {
		t.Errorf("the class guesses %+v", got)
	}
	// Undoing takes back a field as a whole, and the field shows it.
	k.write(p.Content(), "Title", "Sand")
	p.Undo(false)
	if got := store.Lesson().Slides[1].Title; got != "Mud" {
		t.Errorf("the title is %q", got)
	}
	for _, f := range fieldsIn(p.Content()) {
		if f.AccessibilityLabel() == "Title" && f.Text != "Mud" {
			t.Errorf("the field shows %q", f.Text)
		}
	}
	k.write(p.Content(), "Title", strings.Repeat("a", lesson.MostTitle+1))
	if last := k.Said[len(k.Said)-1]; !strings.Contains(last, "too long") {
		t.Errorf("it says %q", last)
	}
}

// What is typed in another window is shown in this one, and the field that is
// written here keeps the keyboard.
func TestChangedElsewhere(t *testing.T) {
	k := newDesk(t)
	store := k.own(nil)
	p := k.editor(store.ID)
	k.write(p.Content(), "Title", "Here")
	if err := store.Edit(func(e *lesson.Editor) error { _, err := e.Add("", lesson.Slide{Form: lesson.Question}); return err }); err != nil {
		t.Fatal(err)
	}
	if len(p.outline.lesson.Slides) != 4 {
		t.Error("the slide is not seen")
	}
	if f, ok := k.over.Focused().(*record.Field); !ok || f.AccessibilityLabel() != "Title" || f.Text != "Here" {
		t.Errorf("the keyboard is at %v", k.over.Focused())
	}
	if err := k.library.Remove(store.ID); err != nil {
		t.Fatal(err)
	}
	if k.Last() != route.To(route.Lesson, "") {
		t.Errorf("the lesson is gone, and the page leads to %v", k.Last())
	}
}

func TestEmptyLesson(t *testing.T) {
	k := newDesk(t)
	store := k.own(func(l *lesson.Lesson) { l.Slides, l.Title = nil, "" })
	p := k.editor(store.ID)
	k.press(p.Content(), "Present")
	if len(k.presented) != 0 || !strings.HasPrefix(k.Said[0], "There are no slides yet.") {
		t.Errorf("%v %q", k.presented, k.Said)
	}
	p.MoveSlide(1)
	p.HideSlide()
	p.DuplicateSlide()
	k.over.Focus(p.outline)
	key(p.outline, fyne.KeyDown, fyne.KeyDelete, fyne.KeyReturn)
	p.put(lesson.Slide{Form: lesson.Title})
	if f, ok := k.over.Focused().(*record.Field); !ok || f.AccessibilityLabel() != "Title" || len(store.Lesson().Slides) != 1 {
		t.Error("the title of the new slide is not being written")
	}
	gone := k.editor("gone")
	gone.MoveSlide(1)
	gone.LessonsChanged()
	if _, _, ok := gone.Chosen(); ok || gone.State().String() != "" {
		t.Error("a lesson that is not there has slides")
	}
}

func TestEditorStandsAsItStood(t *testing.T) {
	k := newDesk(t)
	store := k.own(nil)
	p := k.editor(store.ID)
	p.outline.choose("map")
	again := k.editor(store.ID)
	again.Restore(p.State())
	if again.outline.at != "map" {
		t.Errorf("chosen is %s", again.outline.at)
	}
}

// However many slides there are, only those that can be seen are live.
func TestManySlides(t *testing.T) {
	k := newDesk(t)
	store := k.own(func(l *lesson.Lesson) {
		l.Slides = nil
		for i := range lesson.MostSlides {
			l.Slides = append(l.Slides, lesson.Slide{ID: fmt.Sprint("s", i), Form: lesson.Words, Title: fmt.Sprint("Slide ", i)})
		}
	})
	p := k.editor(store.ID)
	k.over.Focus(p.outline)
	key(p.outline, fyne.KeyEnd)
	if rows := all[*slideRow](p.Content()); len(rows) > 30 || !slices.ContainsFunc(rows, func(r *slideRow) bool { return r.id == "s499" }) {
		t.Errorf("%d rows are live", len(rows))
	}
	if len(p.artist.made) > 60 {
		t.Errorf("%d pictures were made", len(p.artist.made))
	}
}

// Ink has the colour on a small picture that it has on the slide.
func TestInkHasOneColour(t *testing.T) {
	k := newDesk(t)
	store := k.own(func(l *lesson.Lesson) {
		l.Slides = []lesson.Slide{{ID: "inked", Form: lesson.Words, Title: "Drawn on", Ink: []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0.1, 0.5, 0.9, 0.5}}}}}
	})
	p := k.editor(store.ID)
	if len(p.artist.made) == 0 {
		t.Fatal("no picture was made")
	}
	for _, img := range p.artist.made {
		b := img.Bounds()
		r, g, blue, _ := img.At(b.Dx()/2, b.Dy()/2).RGBA() // a line is thinner than a pixel of the smallest
		if want := slide.InkColor(lesson.Pen, false); want.R < want.G || r < g+0x1000 || r < blue+0x1000 {
			t.Errorf("%v: it has %x, %x, %x", b, r, g, blue)
		}
	}
}

func TestSidesStandBelowWhereThereIsNoRoom(t *testing.T) {
	k := newDesk(t)
	p := k.editor("first-steps")
	if p.side.Size().Width > 500 {
		t.Error("the details are too wide")
	}
	k.show(p.Content(), 480, 760)
	if p.side.Size().Width < 480 || p.outline.Size().Height < 150 {
		t.Errorf("details %v, slides %v", p.side.Size(), p.outline.Size())
	}
}

func TestAxisTellsNothing(t *testing.T) {
	for _, c := range []struct{ value, most, from, to float64 }{
		{21e6, 0, 0, 50e6}, {3150, 0, 0, 5000}, {0.7, 2.9, 0, 5}, {100, 0, 0, 200}, {-4, 0, -10, 10}, {0, 0, 0, 1}, {9, 0, 0, 20},
	} {
		if from, to := axis(data.Quantity{Value: c.value, Max: c.most}); from != c.from || to != c.to {
			t.Errorf("%g to %g: the axis is %g to %g, want %g to %g", c.value, c.most, from, to, c.from, c.to)
		}
	}
}

func TestNumbersAreRead(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "2": 2, "1.5": 1.5, "1,5": 1.5} {
		if got, ok := parse(text); !ok || got != want {
			t.Errorf("%q: %g, %t", text, got, ok)
		}
	}
	for _, text := range []string{"two", "NaN", "Inf", "1.2.3"} {
		if _, ok := parse(text); ok {
			t.Errorf("%q is a number", text)
		}
	}
}

// Every reason of a refused file has a sentence of its own.
func TestProblemsAreSaid(t *testing.T) {
	k := newDesk(t)
	seen := map[string]bool{}
	for _, r := range lesson.Reasons() {
		seen[Problem(k.words(), &lesson.Refused{Reason: r, Slide: 3, Member: "minutes", Most: 7, Found: 2})] = true
	}
	newer := errors.Join(&kept.Unsaved{File: "a", Err: &lesson.Refused{Reason: lesson.Newer, Found: 2}})
	for _, err := range []error{&kept.Damaged{Kept: "b"}, &kept.Unsaved{File: "a", Err: io.EOF}, newer, lesson.ErrMany, io.EOF} {
		seen[Problem(k.words(), err)] = true
	}
	if len(seen) != len(lesson.Reasons())+5 {
		t.Errorf("%d sentences: %v", len(seen), seen)
	}
	for text := range seen {
		if strings.Contains(text, "lesson.") || strings.Contains(text, "{") {
			t.Errorf("%q", text)
		}
	}
}
