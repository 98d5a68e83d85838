//go:build !js

// Package kept keeps files that a program saves by itself: whole, in three
// generations, and by one program at a time.
package kept

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"beltroad/internal/atomicfile"
)

// File is a file of JSON, with the two generations before it: the one that was
// saved before, and one that is older than an hour or so.
type File struct{ Path string }

const (
	generation = time.Hour // after which the oldest file makes way
	lockedFor  = 3 * time.Second
)

// At is a file in a folder below dir; its name ends with .json.
func At(dir, folder, name string) *File { return &File{filepath.Join(dir, folder, name)} }

// List are the names of the files in a folder below dir that end so, sorted.
// Where there is no folder there are none.
func List(dir, folder, end string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(dir, folder))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var all []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), end) {
			all = append(all, e.Name())
		}
	}
	return all, nil
}

// Before is the path of an earlier generation; the 0th is the file itself.
func (f *File) Before(n int) string {
	if n == 0 {
		return f.Path
	}
	return strings.TrimSuffix(f.Path, ".json") + ".before-" + strconv.Itoa(n) + ".json"
}

// Read reads a generation, which may have so many bytes.
func (f *File) Read(n int, most int64) ([]byte, error) { return atomicfile.Read(f.Before(n), most) }

// SetAside keeps a generation that is damaged from being overwritten.
func (f *File) SetAside(n int) (kept string, err error) {
	return atomicfile.SetAside(f.Before(n), time.Now())
}

// Changed is when the file was last written.
func (f *File) Changed() time.Time {
	info, err := os.Stat(f.Path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// Remove takes the file away, and may be undone by Restore until Forget. What Forget
// asks the age of counts from now.
func (f *File) Remove() error {
	if err := os.Rename(f.Path, f.removed()); err != nil {
		return err
	}
	now := time.Now()
	_ = os.Chtimes(f.removed(), now, now) // else it is forgotten sooner
	return nil
}

// Restore brings back a file that was removed.
func (f *File) Restore() error { return os.Rename(f.removed(), f.Path) }

// Forget deletes what was removed so long ago, in a folder below dir.
func Forget(dir, folder string, age time.Duration) {
	names, err := List(dir, folder, removedEnd)
	if err != nil {
		return
	}
	for _, name := range names {
		f := File{strings.TrimSuffix(filepath.Join(dir, folder, name), removedEnd)}
		if info, err := os.Stat(f.removed()); err != nil || time.Since(info.ModTime()) < age {
			continue
		}
		for n := 1; n < Generations; n++ {
			_ = os.Remove(f.Before(n)) // it may not be there
		}
		_ = os.Remove(f.Path + ".lock")
		_ = os.Remove(f.removed()) // else the next time
	}
}

const removedEnd = ".removed"

func (f *File) removed() string { return f.Path + removedEnd }

// Lock keeps other programs from saving meanwhile. The system ends a lock with
// the program that has it, however that ends.
func (f *File) Lock() (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
		return nil, err
	}
	l, err := os.OpenFile(f.Path+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	const pause = 5 * time.Millisecond
	for end := time.Now().Add(lockedFor); ; {
		switch err := TryLock(l); {
		case err == nil:
			return func() { _ = l.Close() }, nil
		case errors.Is(err, errors.ErrUnsupported): // a file system without locks: what is there is merged all the same
			return func() { _ = l.Close() }, nil
		case time.Now().After(end):
			return nil, errors.Join(err, l.Close())
		}
		time.Sleep(pause)
	}
}

// Write replaces the file, and keeps what it held.
func (f *File) Write(b []byte) error {
	if err := f.keepBefore(); err != nil {
		return err
	}
	return writeFile(f.Path, b)
}

// Settle has the generation before hold what the file does, where that is whole
// and nothing new: what is damaged later is there a second time, not one step
// behind. It is a copy, as two names of one file would be damaged together; that
// it cannot be made is no trouble.
func (f *File) Settle(b []byte) {
	if before, err := f.Read(1, int64(len(b))); errors.Is(err, os.ErrNotExist) || err == nil && !bytes.Equal(before, b) {
		_ = writeFile(f.Before(1), b) // as it was
	}
}

func writeFile(path string, b []byte) error {
	return atomicfile.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// keepBefore makes the file the generation before. At any time there is a file.
func (f *File) keepBefore() error {
	if _, err := os.Stat(f.Path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	oldest, err := os.Stat(f.Before(2))
	if errors.Is(err, os.ErrNotExist) || err == nil && time.Since(oldest.ModTime()) > generation {
		if err := os.Rename(f.Before(1), f.Before(2)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	// A second name costs nothing: the file is replaced, not written to.
	second := f.Path + ".second"
	if err := os.Remove(second); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if os.Link(atomicfile.Target(f.Path), second) == nil {
		return os.Rename(second, f.Before(1))
	}
	b, err := os.ReadFile(f.Path) // where a file has one name only
	if err != nil {
		return err
	}
	return writeFile(f.Before(1), b)
}
