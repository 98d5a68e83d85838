//go:build !js

package session

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"beltroad/internal/kept"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func enlarge(s *Settings) { s.TextSize = 150 }

// needsPermissions skips where the system lets this user do everything.
func needsPermissions(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
}

func TestOpenDamaged(t *testing.T) {
	dir := t.TempDir()
	const broken = `{"version":1,"scheme":`
	write(t, filepath.Join(dir, fileName), broken)

	s, err := Open(dir)
	var damaged *kept.Damaged
	if !errors.As(err, &damaged) {
		t.Fatalf("got %v, want a *Damaged", err)
	}
	if s.Settings() != Defaults() {
		t.Errorf("got %+v, want the defaults", s.Settings())
	}
	if filepath.Dir(damaged.Kept) != dir || content(t, damaged.Kept) != broken {
		t.Errorf("%s does not hold the damaged file", damaged.Kept)
	}
	if err := s.Update(enlarge); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir); err != nil || s.Settings().TextSize != 150 {
		t.Errorf("opened again: %+v, %v", s.Settings(), err)
	}
}

// What was saved before the damaged file is used.
func TestOpenDamagedWithGenerations(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	update(t, s, enlarge)
	update(t, s, func(s *Settings) { s.Scheme = "dark" })
	write(t, filepath.Join(dir, fileName), "torn")
	s, err := Open(dir)
	if _, ok := errors.AsType[*kept.Damaged](err); !ok || s.Settings().TextSize != 150 {
		t.Errorf("got %+v, %v, want what was saved before", s.Settings(), err)
	}
	update(t, s, func(s *Settings) { s.Place = "read/2" })
	if s = open(t, dir); s.Settings().TextSize != 150 || s.Settings().Place != "read/2" {
		t.Errorf("opened again: %+v", s.Settings())
	}
}

// The file of a later version is understood as far as may be, told as what it is,
// and never written to.
func TestOpenNewer(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, fileName)
	const later = `{"version":2,"scheme":"dark","textSize":{"of":"slides"},"holograms":true}`
	write(t, path, later)
	s, err := Open(dir)
	newer, ok := errors.AsType[*kept.Newer](err)
	if !ok || newer.File != path || newer.Version != 2 {
		t.Fatalf("got %v, want a *Newer", err)
	}
	if got := s.Settings(); got.Scheme != "dark" || got.TextSize != 100 {
		t.Errorf("understood is %+v", got)
	}
	var told []error
	s.Trouble(func(err error) { told = append(told, err) })
	if err := s.Update(enlarge); !errors.As(err, &newer) || s.Settings().TextSize != 150 {
		t.Errorf("changed: %+v, %v", s.Settings(), err)
	}
	if content(t, path) != later || len(told) > 0 {
		t.Errorf("the file now holds %s; told again: %v", content(t, path), told)
	}
}

// The file may become that of a later version while the app runs.
func TestSaveNewer(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, filepath.Join(dir, fileName), `{"version":2}`)
	var newer *kept.Newer
	if err := s.Update(enlarge); !errors.As(err, &newer) || content(t, filepath.Join(dir, fileName)) != `{"version":2}` {
		t.Errorf("got %v", err)
	}
}

// While saving goes on failing, that is told once; once it has worked, anew.
func TestTrouble(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "settings")
	s := open(t, dir)
	told := 0
	s.Trouble(func(error) { told++ })
	for round := 1; round <= 2; round++ {
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		write(t, dir, "a file in place of the folder")
		for range 3 {
			if err := s.Update(func(s *Settings) { s.TextSize++ }); err == nil {
				t.Error("saved into a file")
			}
		}
		if told != round {
			t.Errorf("in round %d it was told %d times", round, told)
		}
		if err := os.Remove(dir); err != nil {
			t.Fatal(err)
		}
		update(t, s, func(s *Settings) { s.TextSize++ })
	}
}

func TestOnlyTheUserCanRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	dir := filepath.Join(t.TempDir(), "a", "b")
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Update(enlarge); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, fileName)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Update(func(s *Settings) { s.Scheme = "dark" }); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, path: 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
}

// unsaved checks that s works, but says that it saves nothing.
func unsaved(t *testing.T, s *Session) {
	t.Helper()
	var notSaved *kept.Unsaved
	if err := s.Update(enlarge); !errors.As(err, &notSaved) {
		t.Errorf("Update: got %v, want an *Unsaved", err)
	}
	if s.Settings().TextSize != 150 {
		t.Error("the change does not hold in memory")
	}
}

func TestOpenWhereNoFolderCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "")
	s, err := Open(filepath.Join(file, "settings"))
	if _, ok := errors.AsType[*kept.Unsaved](err); !ok {
		t.Errorf("Open: got %v, want an *Unsaved", err)
	}
	unsaved(t, s)
}

func TestOpenFolderInPlaceOfFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir)
	if _, ok := errors.AsType[*kept.Unsaved](err); !ok {
		t.Errorf("Open: got %v, want an *Unsaved", err)
	}
	unsaved(t, s)
	if err := os.Remove(filepath.Join(dir, fileName)); err != nil {
		t.Fatal(err)
	}
	update(t, s, func(*Settings) {})
	if got := open(t, dir).Settings(); got.TextSize != 150 {
		t.Errorf("once it can be, it is not saved: %+v", got)
	}
}

func TestOpenUnreadableFile(t *testing.T) {
	needsPermissions(t)
	dir := t.TempDir()
	path := filepath.Join(dir, fileName)
	write(t, path, `{"version":1}`)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir)
	if !errors.Is(err, os.ErrPermission) {
		t.Errorf("Open: got %v, want ErrPermission", err)
	}
	unsaved(t, s)
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != `{"version":1}` {
		t.Errorf("the file that could not be read now holds %s", got)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	needsPermissions(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, fileName), `{"version":1,"scheme":"dark"}`)
	makeReadOnly(t, dir)
	s, err := Open(dir)
	if _, ok := errors.AsType[*kept.Unsaved](err); !ok || s.Settings().Scheme != "dark" {
		t.Errorf("Open: got %+v, %v, want the file's settings and an *Unsaved", s.Settings(), err)
	}
	unsaved(t, s)
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Update(func(*Settings) {}); err != nil {
		t.Errorf("Update does not save once it can: %v", err)
	}
	if s, err = Open(dir); err != nil || s.Settings().TextSize != 150 {
		t.Errorf("opened again: %+v, %v", s.Settings(), err)
	}
}

func TestDamagedInReadOnlyFolder(t *testing.T) {
	needsPermissions(t)
	dir := t.TempDir()
	path := filepath.Join(dir, fileName)
	write(t, path, "torn")
	makeReadOnly(t, dir)
	s, err := Open(dir)
	var damaged *kept.Damaged
	var notSaved *kept.Unsaved
	if errors.As(err, &damaged) || !errors.As(err, &notSaved) {
		t.Errorf("Open: got %v, want an *Unsaved", err)
	}
	unsaved(t, s)
	if got := content(t, path); got != "torn" {
		t.Errorf("the damaged file now holds %s", got)
	}
}

// makeReadOnly lasts until the test ends, so that its folder can be removed.
func makeReadOnly(t *testing.T, dir string) {
	t.Helper()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Error(err)
		}
	})
}
