//go:build !js

package notes

import (
	"slices"
	"strings"
	"testing"
)

// sorted are the texts of all notes.
func sorted(s *Store) string {
	all := strings.Split(texts(s), "|")
	slices.Sort(all)
	return strings.Join(all, "|")
}

// Two programs share a file. What either does is there in the end, and both agree.
func TestTwoPrograms(t *testing.T) {
	edit := func(s *Store, id, text string) {
		n, _ := s.Get(id)
		n.Text = text
		put(t, s, n)
	}
	for _, c := range []struct {
		name string
		a, b func(s *Store, one, two string)
		want string
	}{
		{"each makes one", func(s *Store, _, _ string) { put(t, s, written("a")) }, func(s *Store, _, _ string) { put(t, s, written("b")) }, "1|2|a|b"},
		{"each changes another", func(s *Store, one, _ string) { edit(s, one, "a") }, func(s *Store, _, two string) { edit(s, two, "b") }, "a|b"},
		{"each deletes another", func(s *Store, one, _ string) { _ = s.Delete(one) }, func(s *Store, _, two string) { _ = s.Delete(two) }, ""},
		{"both delete one", func(s *Store, one, _ string) { _ = s.Delete(one) }, func(s *Store, one, _ string) { _ = s.Delete(one) }, "2"},
		{"both change one", func(s *Store, one, _ string) { edit(s, one, "a") }, func(s *Store, one, _ string) { edit(s, one, "b") }, "2|a|b"},
		{"both say the same", func(s *Store, one, _ string) { edit(s, one, "a") }, func(s *Store, one, _ string) { edit(s, one, "a") }, "2|a"},
		{"one says more", func(s *Store, one, _ string) { edit(s, one, "a") }, func(s *Store, one, _ string) { edit(s, one, "a and b") }, "2|a and b"},
		{"one deletes what the other changes", func(s *Store, one, _ string) { _ = s.Delete(one) }, func(s *Store, one, _ string) { edit(s, one, "b") }, "2|b"},
		{"one changes what the other deletes", func(s *Store, one, _ string) { edit(s, one, "a") }, func(s *Store, one, _ string) { _ = s.Delete(one) }, "2|a"},
		{"one undoes", func(s *Store, one, _ string) { edit(s, one, "a"); s.Undo() }, func(s *Store, _, two string) { edit(s, two, "b") }, "1|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			first := open(t, dir)
			one, two := put(t, first, written("1")).ID, put(t, first, written("2")).ID
			save(t, first)
			a, b := open(t, dir), open(t, dir)
			c.a(a, one, two)
			c.b(b, one, two)
			for range 2 { // each meets what the other has left
				for _, s := range []*Store{a, b} {
					if err := s.Meet(); err != nil {
						t.Fatal(err)
					}
				}
			}
			for name, s := range map[string]*Store{"a": a, "b": b, "the file": open(t, dir)} {
				if got := sorted(s); got != c.want {
					t.Errorf("%s has %q, want %q", name, got, c.want)
				}
			}
			if _, problem := a.disk.exchange("harbour", a.notes, a.base); problem != nil || a.changes != a.saved || b.changes != b.saved {
				t.Error("there is something left to save")
			}
		})
	}
}

// What another program does can not be undone by this one, unless nobody has
// changed it since.
func TestUndoLeavesOthersAlone(t *testing.T) {
	dir := t.TempDir()
	a := open(t, dir)
	n := put(t, a, written("a"))
	save(t, a)
	b := open(t, dir)
	n, _ = b.Get(n.ID)
	n.Text = "b"
	put(t, b, n)
	save(t, b)
	if err := a.Meet(); err != nil {
		t.Fatal(err)
	}
	is(t, a, "b")
	if a.Undo() {
		t.Error("undone")
	}
	is(t, a, "b")
}

// Another program's notes are told, ones own are not told again.
func TestMeetTells(t *testing.T) {
	dir := t.TempDir()
	a, b := open(t, dir), open(t, dir)
	told := 0
	a.Listen(func() { told++ })
	put(t, a, written("a"))
	save(t, a)
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	put(t, b, written("b"))
	save(t, b)
	for range 2 {
		if err := a.Meet(); err != nil {
			t.Fatal(err)
		}
	}
	if told != 2 {
		t.Errorf("told %d times, want 2", told)
	}
	for name, s := range map[string]*Store{"a": a, "b": b} { // two programs may write in one millisecond
		if got := sorted(s); got != "a|b" {
			t.Errorf("%s has %q", name, got)
		}
	}
}

// A file that was put back to what it was takes nothing away.
func TestFilePutBack(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	before := content(t, s.disk.Path)
	put(t, s, written("b"))
	save(t, s)
	overwrite(t, s.disk.Path, before)
	if err := s.Meet(); err != nil {
		t.Fatal(err)
	}
	is(t, s, "a|b")
	is(t, open(t, dir), "a|b")
}
