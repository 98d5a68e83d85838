//go:build !js

package session

import (
	"os"
	"path/filepath"
	"slices"
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
		*s = Settings{Scheme: "dark", TextSize: 999, Width: 1366, Height: 768, Place: "read/15"}
	})
	want := Settings{Scheme: "dark", TextSize: 200, Width: 1366, Height: 768, Place: "read/15"}
	if got := s.Settings(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := open(t, dir).Settings(); got != want {
		t.Errorf("opened again: got %+v, want %+v", got, want)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("beside the settings: %v, %v", left, err)
	}
}

func TestNoChangeNoWrite(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.Subscribe(func(Settings) { t.Error("told, though nothing changed") })
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

func TestSubscribe(t *testing.T) {
	s := open(t, "")
	var sizes []int
	cancel := s.Subscribe(func(now Settings) { sizes = append(sizes, now.TextSize) })
	update(t, s, func(s *Settings) { s.TextSize = 120 })
	update(t, s, func(s *Settings) { s.TextSize = 130 })
	cancel()
	cancel() // once more does no harm
	update(t, s, func(s *Settings) { s.TextSize = 140 })
	if want := []int{120, 130}; !slices.Equal(sizes, want) {
		t.Errorf("told %v, want %v", sizes, want)
	}
}

func TestSubscriberMayCallTheSession(t *testing.T) {
	s := open(t, "")
	var seen []int
	s.Subscribe(func(now Settings) {
		if now.TextSize < 110 {
			update(t, s, func(s *Settings) { s.TextSize++ })
		}
		s.Subscribe(func(Settings) {})()
	})
	s.Subscribe(func(now Settings) { seen = append(seen, now.TextSize) })
	update(t, s, func(s *Settings) { s.TextSize = 101 })
	if !slices.IsSorted(seen) || seen[len(seen)-1] != 110 {
		t.Errorf("the second subscriber saw %v, want it to rise to 110", seen)
	}
}

func TestCancelledWhileTelling(t *testing.T) {
	s := open(t, "")
	var cancelSecond func()
	s.Subscribe(func(Settings) { cancelSecond() })
	cancelSecond = s.Subscribe(func(Settings) { t.Error("told after its cancel") })
	update(t, s, enlarge)
}

func TestTellsOnAfterPanic(t *testing.T) {
	s := open(t, "")
	cancel := s.Subscribe(func(Settings) { panic("a page's mistake") })
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic is lost")
			}
		}()
		update(t, s, enlarge)
	}()
	cancel()
	told := false
	s.Subscribe(func(Settings) { told = true })
	update(t, s, func(s *Settings) { s.TextSize = 160 })
	if !told {
		t.Error("nobody is told any more")
	}
}

func TestManyGoroutines(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	var last Settings
	s.Subscribe(func(now Settings) { last = now }) // a race unless calls are one at a time
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 10 {
				cancel := s.Subscribe(func(Settings) {})
				update(t, s, func(s *Settings) { s.TextSize++ })
				cancel()
				_ = s.Settings()
			}
		})
	}
	all.Wait()
	if got := s.Settings().TextSize; got != 180 {
		t.Errorf("text size %d after 80 steps, want 180", got)
	}
	if last != s.Settings() {
		t.Errorf("the last told was %+v, want %+v", last, s.Settings())
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
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("beside the settings: %v, %v", left, err)
	}
}
