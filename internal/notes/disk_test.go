//go:build !js

package notes

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"beltroad/internal/kept"
)

func save(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
}

func content(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func overwrite(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestKept(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	a, b := put(t, s, written("a")), put(t, s, written("b"))
	save(t, s)
	if err := s.Delete(a.ID); err != nil {
		t.Fatal(err)
	}
	b.Text = "b2"
	put(t, s, b)
	save(t, s)
	is(t, open(t, dir), "b2")
	other, err := Open(dir, "another dossier")
	if err != nil {
		t.Fatal(err)
	}
	is(t, other, "")
}

// What changes is saved by itself, also while changes go on.
func TestSavedSoon(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	n := written("")
	for end := time.Now().Add(3 * kept.Soon); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		n.Text += "x"
		var err error
		if n, err = s.Put(n, true); err != nil {
			t.Fatal(err)
		}
	}
	if len(open(t, dir).All()) == 0 {
		t.Error("nothing is saved while typing goes on")
	}
	for until := time.Now().Add(20 * time.Second); texts(open(t, dir)) != n.Text; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("what was typed last is not saved")
		}
	}
}

// Of three generations, the newest that is whole is used, and what is damaged stays.
func TestDamaged(t *testing.T) {
	for _, broken := range []string{
		"", "{", "\x00\x00\x00\x00", `{"format":"beltroad.notes"}`, `{"format":"beltroad.notes","version":0}`, "[]",
		`{"format":"beltroad.notes","version":1,"dossier":"harbour","notes":[{"id":"a"}]}`,
		`{"format":"beltroad.notes","version":1,"dossier":"another","notes":[]}`,
	} {
		for generation, want := range []string{"a|b", "a", ""} {
			dir := t.TempDir()
			s := open(t, dir)
			put(t, s, written("a"))
			save(t, s)
			put(t, s, written("b"))
			save(t, s)
			put(t, s, written("c"))
			save(t, s)
			d := openDisk(dir, "harbour")
			for n := range generation + 1 {
				overwrite(t, d.Before(n), broken)
			}
			s, err := Open(dir, "harbour")
			damaged, ok := errors.AsType[*kept.Damaged](err)
			if !ok {
				t.Fatalf("%q: %v", broken, err)
			}
			is(t, s, want)
			if content(t, damaged.Kept) != broken {
				t.Errorf("%q: %s holds something else", broken, damaged.Kept)
			}
			put(t, s, written("d"))
			save(t, s)
			again := open(t, dir)
			is(t, again, strings.TrimPrefix(want+"|d", "|"))
			kept, err := filepath.Glob(filepath.Join(dir, folder, "*damaged*"))
			if err != nil || len(kept) != generation+1 {
				t.Errorf("%q: kept are %q, %v", broken, kept, err)
			}
		}
	}
}

// A file that is damaged while the program runs is set aside, too, and what the
// program has is saved.
func TestDamagedMeanwhile(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	overwrite(t, s.disk.Path, "torn")
	put(t, s, written("b"))
	err := s.Save()
	damaged, ok := errors.AsType[*kept.Damaged](err)
	if !ok || content(t, damaged.Kept) != "torn" {
		t.Fatalf("%v", err)
	}
	is(t, open(t, dir), "a|b")
	put(t, s, written("c"))
	save(t, s)
	is(t, open(t, dir), "a|b|c")
}

// After a good start the generation before is no step behind: a file that is damaged
// later costs nothing, though nothing was saved since.
func TestDamagedAfterAGoodStart(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	put(t, s, written("b"))
	save(t, s)
	if err := open(t, dir).Meet(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(s.disk.Path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("torn in place"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(dir, s.Dossier())
	if _, ok := errors.AsType[*kept.Damaged](err); !ok {
		t.Errorf("it says %v", err)
	}
	is(t, again, "a|b")
}

// The file may be gone because the program was ended after it had set a damaged one aside.
func TestFileGone(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	put(t, s, written("b"))
	save(t, s)
	if err := os.Remove(s.disk.Path); err != nil {
		t.Fatal(err)
	}
	is(t, open(t, dir), "a")
	put(t, s, written("c"))
	save(t, s)
	is(t, open(t, dir), "a|b|c")
}

func TestNewerVersion(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	const newer = `{"format":"beltroad.notes","version":2,"whatever":true}`
	overwrite(t, s.disk.Path, newer)

	// one that starts, and one that was there before
	later, err := Open(dir, "harbour")
	if got, ok := errors.AsType[*kept.Newer](err); !ok || got.Version != 2 || got.File != s.disk.Path {
		t.Fatalf("%v", err)
	}
	put(t, s, written("b"))
	if _, ok := errors.AsType[*kept.Newer](s.Save()); !ok {
		t.Error("the one before saves")
	}
	for _, s := range []*Store{later, s} {
		if _, err := s.Put(written("c"), false); err == nil {
			t.Error("a note can be made")
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if s.Closed() == nil {
			t.Error("it is not said")
		}
	}
	if got := content(t, s.disk.Path); got != newer {
		t.Errorf("the file holds %s", got)
	}
}

func TestGenerations(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, text := range []string{"a", "b", "c", "d"} {
		put(t, s, written(text))
		save(t, s)
	}
	holds := func(n int, want int) {
		t.Helper()
		b, err := s.disk.Read(n, mostFile)
		if err != nil {
			t.Fatal(err)
		}
		if all, err := decode(b, "harbour"); err != nil || len(all) != want {
			t.Errorf("generation %d has %d notes, want %d; %v", n, len(all), want, err)
		}
	}
	holds(0, 4)
	holds(1, 3)
	holds(2, 1) // it stays for an hour
	old := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(s.disk.Before(2), old, old); err != nil {
		t.Fatal(err)
	}
	put(t, s, written("e"))
	save(t, s)
	holds(0, 5)
	holds(1, 4)
	holds(2, 3)
	put(t, s, s.All()[0]) // nothing to save
	save(t, s)
	holds(1, 4)
}

func TestOnlyTheUserCanRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	dir := filepath.Join(t.TempDir(), "a")
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	put(t, s, written("b"))
	save(t, s)
	for path, want := range map[string]os.FileMode{filepath.Dir(s.disk.Path): 0o700, s.disk.Path: 0o600, s.disk.Before(1): 0o600, s.disk.Path + ".lock": 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %v", path, info.Mode(), err, want)
		}
	}
}

// needsPermissions skips where the system lets this user do everything.
func needsPermissions(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
}

func TestCannotBeSaved(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, folder)
	overwrite(t, in, "a file in place of the folder")
	s, err := Open(dir, "harbour")
	if _, ok := errors.AsType[*kept.Unsaved](err); !ok {
		t.Fatalf("%v", err)
	}
	put(t, s, written("a"))
	if _, ok := errors.AsType[*kept.Unsaved](s.Save()); !ok {
		t.Error("no error")
	}
	is(t, s, "a")
	if err := os.Remove(in); err != nil {
		t.Fatal(err)
	}
	save(t, s)
	is(t, open(t, dir), "a")
}

func TestReadOnly(t *testing.T) {
	needsPermissions(t)
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	in := filepath.Dir(s.disk.Path)
	for _, mode := range []os.FileMode{0o500, 0o000} {
		if err := os.Chmod(in, mode); err != nil {
			t.Fatal(err)
		}
		put(t, s, written("b"))
		if _, ok := errors.AsType[*kept.Unsaved](s.Save()); !ok {
			t.Errorf("%o: no error", mode)
		}
	}
	if err := os.Chmod(in, 0o700); err != nil {
		t.Fatal(err)
	}
	is(t, open(t, dir), "a")
	save(t, s)
	is(t, open(t, dir), "a|b|b")
}

// Trouble is told once while it lasts, and again after it had ended.
func TestTrouble(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	put(t, s, written("a"))
	save(t, s)
	told := 0
	s.Trouble(func(error) { told++ })
	path := s.disk.Path
	s.disk.Path = filepath.Join(path, "no folder")
	put(t, s, written("b"))
	s.saver.Run()
	s.saver.Run()
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	s.disk.Path = path
	s.saver.Run()
	is(t, open(t, dir), "a|b")
	overwrite(t, path, "torn")
	put(t, s, written("c"))
	s.saver.Run()
	if told != 2 {
		t.Errorf("told %d times, want 2", told)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFileNames(t *testing.T) {
	seen := map[string]string{}
	for _, dossier := range []string{"beltroad", "Beltroad", "belt road", "", "con", "../../etc/passwd", "a/b", "ab", "中文", "中", strings.Repeat("a", 300), strings.Repeat("a", 301), ".", "a.b", "x:y"} {
		name := fileName(dossier)
		if other, ok := seen[name]; ok {
			t.Errorf("%q and %q share %q", dossier, other, name)
		}
		seen[name] = dossier
		if len(name) > 100 || strings.ContainsAny(name, `/\:*?"<>| `) || name != strings.ToLower(name) {
			t.Errorf("%q is no name for a file", name)
		}
	}
	if fileName("beltroad") != "beltroad" {
		t.Error(fileName("beltroad"))
	}
}
