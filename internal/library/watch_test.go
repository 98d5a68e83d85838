package library

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What is saved is told once it has come to rest: when it looks the same twice.
func TestWatch(t *testing.T) {
	for seen, want := range map[string]int{ // how it looks first, then at each tick
		"aaaa":     0,
		"abcdef":   0, // it is still written
		"abb":      1,
		"abbbbb":   1,
		"abbcc":    2,
		"abbaa":    2,
		"abababbb": 1,
		"aba":      0, // it is as it was
		"abaa":     0,
	} {
		ctx, cancel := context.WithCancel(context.Background())
		ticks, stopped := make(chan time.Time), make(chan bool, 1)
		at := 0
		look := func() uint64 {
			at++
			return uint64(seen[min(at, len(seen))-1])
		}
		saved := watch(ctx, look, ticks, func() { stopped <- true })
		told := 0
		for range len(seen) - 1 {
			ticks <- time.Time{} // it is taken when what the one before has done is done
			select {
			case <-saved:
				told++
			default:
			}
		}
		cancel()
		<-stopped
		for range saved { // until it is closed
			told++
		}
		if told != want {
			t.Errorf("%s: told %d times, want %d", seen, told, want)
		}
	}
}

// Whatever is saved makes a difference, and what is hidden does not.
func TestStamps(t *testing.T) {
	folder := town(t, "Our town", "1")
	file := filepath.Join(folder, "figures.csv")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		link = folder // Windows may not allow it
	}
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{folder, link, filepath.Join(folder, descriptor), file} {
		do(os.WriteFile(file, []byte("one"), 0o600))
		last := stampOf(path)
		for _, step := range []struct {
			name string
			do   func() error
			same bool
		}{
			{"nothing", func() error { return nil }, true},
			{"a hidden file", func() error { return os.WriteFile(filepath.Join(folder, ".~lock"), []byte(path), 0o600) }, true},
			{"a size", func() error { return os.WriteFile(file, []byte("three"), 0o600) }, false},
			{"a time", func() error { return os.Chtimes(file, time.Time{}, time.Unix(1, 0)) }, false},
			{"it is gone", func() error { return os.Remove(file) }, false},
			{"it is there again", func() error { return os.WriteFile(file, []byte("one"), 0o600) }, false},
		} {
			do(step.do())
			now := stampOf(path)
			if (now == last) != step.same {
				t.Errorf("%s: %s is the same: %v", path, step.name, now == last)
			}
			last = now
		}
	}
}
