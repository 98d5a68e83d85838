//go:build !js

package session

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func open(t *testing.T, dir string) *Session {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// update fails the test when the change is not saved.
func update(t *testing.T, s *Session, change func(*Settings)) {
	t.Helper()
	if err := s.Update(change); err != nil {
		t.Error(err)
	}
}

func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	update(t, s, func(s *Settings) {
		*s = Settings{Scheme: "dark", TextSize: 999, Width: 1366, Height: 768, Place: "read/15", Reading: Reading{ReadSize: 1}}
	})
	want := Settings{Scheme: "dark", TextSize: 200, Width: 1366, Height: 768, Place: "read/15", Reading: Reading{ReadSize: 80}}
	if got := s.Settings(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := open(t, dir).Settings(); got != want {
		t.Errorf("opened again: got %+v, want %+v", got, want)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) != 2 { // and the lock
		t.Errorf("beside the settings: %v, %v", left, err)
	}
}

func TestNoChangeNoWrite(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	update(t, s, func(s *Settings) { s.TextSize = 50 }) // clamped to what it was
	if _, err := os.Stat(filepath.Join(dir, fileName)); !os.IsNotExist(err) {
		t.Errorf("the file was written: %v", err)
	}
}

func TestInMemory(t *testing.T) {
	s := open(t, "")
	update(t, s, enlarge)
	if s.Settings().TextSize != 150 {
		t.Error("the change does not hold")
	}
}

func TestManyGoroutines(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 10 {
				update(t, s, func(s *Settings) { s.TextSize++ })
				_ = s.Settings()
			}
		})
	}
	all.Wait()
	if got := s.Settings().TextSize; got != 180 {
		t.Errorf("text size %d after 80 steps, want 180", got)
	}
	if got := open(t, dir).Settings(); got != s.Settings() {
		t.Errorf("on disk is %+v, want %+v", got, s.Settings())
	}
}

func TestTwoSessionsNeverTearTheFile(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, dir), open(t, dir)
	update(t, first, enlarge)
	var all sync.WaitGroup
	for _, s := range []*Session{first, second} {
		all.Go(func() {
			for n := range 50 {
				update(t, s, func(s *Settings) { s.Width = 1000 + n })
			}
		})
	}
	all.Go(func() {
		for range 200 {
			if _, err := Open(dir); err != nil {
				t.Error(err)
			}
		}
	})
	all.Wait()
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) != 4 { // the lock, and two generations
		t.Errorf("beside the settings: %v, %v", left, err)
	}
}
