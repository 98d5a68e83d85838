//go:build !js

package lesson

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beltroad/internal/kept"
)

func openShelf(t *testing.T, dir string) *Shelf {
	t.Helper()
	s, err := OpenShelf(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // its timers
	return s
}

func add(t *testing.T, s *Shelf, l *Lesson) *Store {
	t.Helper()
	store, err := s.Add(l)
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func note(t *testing.T, s *Store, slide, text string) {
	t.Helper()
	if err := s.Edit(func(e *Editor) error {
		return e.Change(slide, "notes", true, func(s *Slide) { s.Notes = text })
	}); err != nil {
		t.Fatal(err)
	}
}

func notesOf(l *Lesson, slide string) string { return l.Slides[l.Index(slide)].Notes }

func save(t *testing.T, s *Shelf) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// What changes is on disk within a second, without being asked for.
func TestSavedByItself(t *testing.T) {
	dir := t.TempDir()
	store := add(t, openShelf(t, dir), of("a"))
	note(t, store, "a", "typed ")
	time.Sleep(time.Second)
	again, ok := openShelf(t, dir).Get(store.ID)
	if !ok || notesOf(again.Lesson(), "a") != "typed" {
		t.Fatalf("%t, %+v", ok, again)
	}
	if notesOf(store.Lesson(), "a") != "typed " {
		t.Error("what is being typed has lost its space")
	}
	if undo, _ := store.Can(); !undo {
		t.Error("saving has forgotten the steps")
	}
}

// Two programs change one lesson, and nothing of either is lost.
func TestTwoPrograms(t *testing.T) {
	dir := t.TempDir()
	one := openShelf(t, dir)
	mine := add(t, one, of("a", "b"))
	save(t, one)
	other := openShelf(t, dir)
	theirs, _ := other.Get(mine.ID)
	note(t, mine, "a", "mine")
	note(t, theirs, "b", "theirs")
	if err := theirs.Edit(func(e *Editor) error { _, err := e.Add("", Slide{Form: Question}); return err }); err != nil {
		t.Fatal(err)
	}
	save(t, one)
	save(t, other)
	if err := one.Meet(); err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*Lesson{"one": mine.Lesson(), "other": theirs.Lesson()} {
		if len(l.Slides) != 3 || notesOf(l, "a") != "mine" || notesOf(l, "b") != "theirs" {
			t.Errorf("%s: %+v", name, l.Slides)
		}
	}
	// Undoing takes back what was done here, and nothing of the other's.
	if err := mine.Edit(func(e *Editor) error { e.Undo(); return nil }); err != nil {
		t.Fatal(err)
	}
	if l := mine.Lesson(); notesOf(l, "a") != "" || notesOf(l, "b") != "theirs" || len(l.Slides) != 3 {
		t.Errorf("undone: %+v", l.Slides)
	}
	added := add(t, other, of("x"))
	save(t, other)
	if err := one.Meet(); err != nil {
		t.Fatal(err)
	}
	if _, ok := one.Get(added.ID); !ok {
		t.Error("a lesson of another program is not there")
	}
	if err := other.Remove(added.ID); err != nil {
		t.Fatal(err)
	}
	if err := one.Meet(); err != nil {
		t.Fatal(err)
	}
	if _, ok := one.Get(added.ID); ok {
		t.Error("a lesson that another program has removed is there")
	}
}

func TestRemovedAndRestored(t *testing.T) {
	dir := t.TempDir()
	s := openShelf(t, dir)
	store := add(t, s, of("a"))
	note(t, store, "a", "kept")
	if err := s.Remove(store.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.All()) != 0 || len(openShelf(t, dir).All()) != 0 {
		t.Error("it is there")
	}
	if back, err := s.Restore(store.ID); err != nil || back != store {
		t.Fatal(back, err)
	}
	again, ok := openShelf(t, dir).Get(store.ID)
	if !ok || notesOf(again.Lesson(), "a") != "kept" {
		t.Errorf("%t", ok)
	}
	note(t, store, "a", "and on")
	save(t, s)
	if err := s.Remove(store.ID); err != nil {
		t.Fatal(err)
	}
	removed := filepath.Join(dir, folder, store.ID+End+".removed")
	old := time.Now().Add(-2 * removedFor)
	if err := os.Chtimes(removed, old, old); err != nil {
		t.Fatal(err)
	}
	openShelf(t, dir)
	if left, err := os.ReadDir(filepath.Join(dir, folder)); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// A lesson in a folder that cannot be written opens nonetheless, and says so when it
// is to be saved.
func TestWhereNothingCanBeWritten(t *testing.T) {
	dir := t.TempDir()
	s := openShelf(t, dir)
	store := add(t, s, of("a"))
	save(t, s)
	lock := filepath.Join(dir, folder, store.ID+End+".lock")
	if err := os.Remove(lock); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(lock, 0o700); err != nil { // none can be taken
		t.Fatal(err)
	}
	again, ok := openShelf(t, dir).Get(store.ID)
	if !ok {
		t.Fatal("it is not there")
	}
	note(t, again, "a", "more")
	if _, unsaved := errors.AsType[*kept.Unsaved](again.Save()); !unsaved {
		t.Error("that it is not saved is not told")
	}
}

// Lessons that were removed come back one after the other, the last one first. It is
// known which of a removal and a change of another lesson was the later one.
func TestTheLastRemovedComesBackFirst(t *testing.T) {
	s := openShelf(t, t.TempDir())
	first, second, third := add(t, s, of("a")), add(t, s, of("b")), add(t, s, of("c"))
	if s.RemovedSince(nil) || s.RemovedSince(third) {
		t.Error("nothing was removed")
	}
	note(t, third, "c", "before")
	for _, store := range []*Store{first, second} {
		if err := s.Remove(store.ID); err != nil {
			t.Fatal(err)
		}
	}
	if !s.RemovedSince(third) {
		t.Error("the removal is not the later one")
	}
	note(t, third, "c", "after")
	if s.RemovedSince(third) || !s.RemovedSince(nil) {
		t.Error("the change is not the later one")
	}
	for _, want := range []*Store{second, first, nil} {
		if back, err := s.RestoreLast(); err != nil || back != want {
			t.Errorf("back is %v, %v", back, err)
		}
	}
	if len(s.All()) != 3 || s.RemovedSince(nil) {
		t.Errorf("%d lessons", len(s.All()))
	}
	if err := s.Remove(first.ID); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(first.file.Path + ".removed"); err != nil {
		t.Fatal(err)
	}
	if back, err := s.RestoreLast(); err == nil || back != nil || !s.RemovedSince(nil) {
		t.Errorf("what is not on the disk is back: %v, %v", back, err)
	}
}

// A damaged file is set aside, and what was there before is taken.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	s := openShelf(t, dir)
	store := add(t, s, of("a"))
	for _, text := range []string{"first", "second"} {
		note(t, store, "a", text)
		save(t, s)
	}
	path := filepath.Join(dir, folder, store.ID+End)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, before, want string }{{"one", "", "first"}, {"all", "torn", ""}} { // in this order: the first is mended
		write(t, path, string(whole[:len(whole)/2]))
		if c.before != "" {
			write(t, kept.At(dir, folder, store.ID+End).Before(1), c.before)
			write(t, kept.At(dir, folder, store.ID+End).Before(2), c.before)
		}
		again, err := OpenShelf(dir)
		spoilt, ok := errors.AsType[*kept.Damaged](err)
		if !ok {
			t.Fatalf("%s: %v", c.name, err)
		}
		if b, err := os.ReadFile(spoilt.Kept); err != nil || string(b) != string(whole[:len(whole)/2]) {
			t.Errorf("%s: set aside is %q, %v", c.name, b, err)
		}
		got, ok := again.Get(store.ID)
		if ok != (c.want != "") || ok && notesOf(got.Lesson(), "a") != c.want {
			t.Errorf("%s: %t", c.name, ok)
		}
		save(t, again)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The file of a later version stays as it is, whatever is done here.
func TestNewerStays(t *testing.T) {
	dir := t.TempDir()
	s := openShelf(t, dir)
	store := add(t, s, of("a"))
	save(t, s)
	path := filepath.Join(dir, folder, store.ID+End)
	newer := `{"format": "beltroad.lesson", "version": 3}`
	write(t, path, newer)
	var told error
	s.Trouble(func(err error) { told = err })
	note(t, store, "a", "x")
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "version 3") {
		t.Errorf("%v", err)
	}
	if err := store.Edit(func(e *Editor) error { return e.Rename("y", false) }); err != nil {
		t.Fatal(err)
	}
	store.saver.Run()
	if r, ok := errors.AsType[*Refused](told); !ok || r.Reason != Newer {
		t.Errorf("told %v", told)
	}
	if _, err := OpenShelf(dir); err == nil {
		t.Error("nothing is said of it")
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != newer {
		t.Errorf("%q, %v", b, err)
	}
	store.mu.Lock()
	store.gone = true
	store.mu.Unlock()
}

func TestInMemory(t *testing.T) {
	s := openShelf(t, "")
	heard := 0
	stop := s.Listen(func() { heard++ })
	store := add(t, s, of("a"))
	note(t, store, "a", "x")
	note(t, store, "a", "x")
	if err := s.Remove(store.ID); err != nil {
		t.Fatal(err)
	}
	stop()
	if _, err := s.Restore(store.ID); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Get(store.ID); !ok || heard != 3 {
		t.Errorf("%t, heard %d", ok, heard)
	}
	if _, err := s.Add(&Lesson{Title: strings.Repeat("a", MostTitle+1)}); err == nil {
		t.Error("a lesson that cannot be kept is taken")
	}
}
