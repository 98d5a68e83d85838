package notes

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, "harbour")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t testing.TB, s *Store, n Note) Note {
	t.Helper()
	n, err := s.Put(n, false)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func written(text string) Note { return Note{On: On{Project, "quay"}, Text: text} }

// texts are those of all notes, as they were made.
func texts(s *Store) string {
	var all []string
	for _, n := range s.All() {
		all = append(all, n.Text)
	}
	return strings.Join(all, "|")
}

func is(t *testing.T, s *Store, want string) {
	t.Helper()
	if got := texts(s); got != want {
		t.Errorf("notes: %q, want %q", got, want)
	}
}

func TestPutAndDelete(t *testing.T) {
	s := open(t, "")
	a := put(t, s, written("a"))
	if a.ID == "" || a.Made.IsZero() || a.Changed.IsZero() {
		t.Errorf("%+v", a)
	}
	a.Text = "b\r\nc\x00\rd\xff"
	b := put(t, s, a)
	if b.Text != "b\nc\nd\uFFFD" || !b.Changed.After(a.Changed) || !b.Made.Equal(a.Made) {
		t.Errorf("%+v", b)
	}
	if got, ok := s.Get(a.ID); !ok || got != b {
		t.Errorf("%+v %v", got, ok)
	}
	changes := s.Changes()
	if again := put(t, s, b); again != b || s.Changes() != changes {
		t.Error("what says the same was changed")
	}
	b.Text = " \n"
	put(t, s, b)
	if _, ok := s.Get(a.ID); ok || len(s.All()) > 0 {
		t.Error("a note that says nothing is there")
	}
	b.Text = "again"
	put(t, s, b)
	is(t, s, "again")
	if err := s.Delete(b.ID, "none"); err != nil {
		t.Fatal(err)
	}
	is(t, s, "")
}

func TestRefused(t *testing.T) {
	s := open(t, "")
	for _, c := range []struct {
		n    Note
		want error
	}{
		{Note{On: On{Project, "quay"}}, ErrBare},
		{written("\x00 \n"), ErrBare},
		{written(strings.Repeat("a", MostText+1)), ErrLong},
		{Note{On: On{"moon", "1"}, Text: "a"}, nil},
		{Note{On: On{Project, ""}, Text: "a"}, nil},
		{Note{On: On{Project, "quay"}, Kind: "love"}, nil},
		{Note{ID: "A b", On: On{Project, "quay"}, Text: "a"}, nil},
	} {
		if _, err := s.Put(c.n, false); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%.60v: %v, want %v", c.n, err, c.want)
		}
	}
	is(t, s, "")
	long := strings.Repeat("a", MostText)
	kept := 0
	for ; ; kept++ {
		if _, err := s.Put(written(long), false); errors.Is(err, ErrMany) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if got := kept * MostText; got < mostTotal*9/10 || got > mostTotal {
		t.Errorf("%d bytes are kept, the most is %d", got, mostTotal)
	}
	n := s.All()[0]
	n.Text = "short"
	put(t, s, n)
	put(t, s, written("there is room again"))
}

func TestUndo(t *testing.T) {
	s := open(t, "")
	a := put(t, s, written("a"))
	b := put(t, s, written("b"))
	if err := s.Delete(a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	a.Text = "a2"
	put(t, s, a)
	states := []string{"", "a", "a|b", "", "a2"}
	for n := len(states) - 2; n >= 0; n-- {
		if !s.Undo() {
			t.Fatal("nothing to undo")
		}
		is(t, s, states[n])
	}
	if s.Undo() || s.CanUndo() {
		t.Error("more to undo than was done")
	}
	for _, want := range states[1:] {
		if !s.Redo() {
			t.Fatal("nothing to redo")
		}
		is(t, s, want)
	}
	if s.Redo() {
		t.Error("more to redo than was undone")
	}
	s.Undo()
	put(t, s, written("c"))
	if s.Redo() {
		t.Error("what was undone can be done again after something else")
	}
}

func TestTypingIsUndoneAsOne(t *testing.T) {
	s := open(t, "")
	n := written("")
	typed := func(text string) {
		t.Helper()
		n.Text = text
		got, err := s.Put(n, true)
		if err != nil {
			t.Fatal(err)
		}
		n.ID = got.ID
	}
	for _, text := range []string{"a", "ab", "abc", "", "x"} { // all is deleted on the way
		typed(text)
	}
	is(t, s, "x")
	s.Typed()
	typed("xy")
	typed("xyz")
	s.Undo()
	is(t, s, "x")
	s.Undo()
	is(t, s, "")
	s.Redo()
	s.Redo()
	is(t, s, "xyz")
}

func TestUndoIsBounded(t *testing.T) {
	s := open(t, "")
	for range 3 * mostSteps {
		put(t, s, written("a"))
	}
	undone := 0
	for s.Undo() {
		undone++
	}
	if undone != mostSteps || len(s.All()) != 2*mostSteps {
		t.Errorf("%d steps undone, %d notes left", undone, len(s.All()))
	}
}

func TestListen(t *testing.T) {
	s := open(t, "")
	heard := 0
	stop := s.Listen(func() { heard++ })
	n := put(t, s, written("a"))
	s.Undo()
	s.Redo()
	if err := s.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	if heard != 4 {
		t.Errorf("told %d times of 4 changes", heard)
	}
	stop()
	put(t, s, written("b"))
	if heard != 4 {
		t.Error("told after it was stopped")
	}
}

func TestClockThatWasWrong(t *testing.T) {
	s := open(t, "")
	n := put(t, s, written("a"))
	future := stamp(time.Now().AddDate(3, 0, 0))
	s.mu.Lock()
	n.Changed = future
	s.set(n)
	s.mu.Unlock()
	n.Text = "b"
	if got := put(t, s, n); !got.Changed.After(future) {
		t.Errorf("%v is not after %v", got.Changed, future)
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "\n\n": "", "a": "a", "# Head\nrest": "Head", "\n> said\n": "said", "- one\n- two": "one",
		strings.Repeat("é", 130): strings.Repeat("é", 120) + "…",
	} {
		if got := Title(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBook(t *testing.T) {
	c := corpus(t, title, freight)
	s := open(t, "")
	b := NewBook(s, c)
	mark, ok := b.Add(par("2"), "", 30, 38)
	if !ok {
		t.Fatal("no note")
	}
	mark.Kind = Term
	mark = put(t, s, mark)
	early, _ := b.Add(par("2"), "", 3, 10)
	early.Kind = Doubt
	early = put(t, s, early)
	mine, _ := b.Add(par("2"), "", 0, 0)
	mine.Text = "mine"
	mine = put(t, s, mine)
	flag, _ := b.Add(par("2"), "", 0, 0)
	flag.Bookmark = true
	flag = put(t, s, flag)
	lost := noteOn(t, corpus(t, after), "1", "")
	put(t, s, lost)

	if got := b.Marks(par("2"), ""); len(got) != 2 || got[0].ID != early.ID || got[1].ID != mark.ID {
		t.Errorf("marks: %+v", got)
	}
	if got, ok := b.Mine(par("2")); !ok || got.ID != mine.ID {
		t.Errorf("mine: %+v", got)
	}
	if got, ok := b.Bookmarked(par("2")); !ok || got.ID != flag.ID {
		t.Errorf("bookmark: %+v", got)
	}
	if len(b.At(par("1"))) != 0 || len(b.Placed()) != 5 || !b.Placed()[4].Orphan() {
		t.Errorf("%+v", b.Placed())
	}
}
