package kept

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"syscall/js"
	"time"
)

// File is where a browser keeps things for a page: it has no folders. Within a
// page nothing else runs meanwhile, so that there is nothing to lock.
type File struct {
	Path string // the name that it is kept under
	kept js.Value
}

// At is a file in a folder.
func At(_, folder, name string) *File {
	name = strings.TrimSuffix(strings.TrimPrefix(name, folder+"-"), ".json")
	return &File{prefix(folder) + name, storage()}
}

func prefix(folder string) string {
	if folder == "" {
		return "beltroad."
	}
	return "beltroad." + folder + "."
}

func storage() js.Value { return js.Global().Get("localStorage") }

// List are the names of the files in a folder that end so, sorted.
func List(_, folder, end string) ([]string, error) {
	var all []string
	for i := range storage().Get("length").Int() {
		name, ok := strings.CutPrefix(storage().Call("key", i).String(), prefix(folder))
		if name += ".json"; ok && strings.HasSuffix(name, end) {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all, nil
}

// Forget deletes what was removed: a browser has little room.
func Forget(_, folder string, _ time.Duration) {
	names, _ := List("", folder, removedEnd+".json") // which does not fail
	for _, name := range names {
		storage().Call("removeItem", prefix(folder)+strings.TrimSuffix(name, ".json"))
	}
}

const removedEnd = ".removed"

// Changed is not known.
func (*File) Changed() time.Time { return time.Time{} }

// Remove takes the file away, and may be undone by Restore until Forget.
func (f *File) Remove() error { return f.rename(f.Path, f.Path+removedEnd) }

// Restore brings back a file that was removed.
func (f *File) Restore() error { return f.rename(f.Path+removedEnd, f.Path) }

func (f *File) rename(from, to string) error {
	text := f.kept.Call("getItem", from)
	if text.IsNull() {
		return fs.ErrNotExist
	}
	if err := f.set(to, []byte(text.String())); err != nil {
		return err
	}
	f.kept.Call("removeItem", from)
	return nil
}

// Before is the name of an earlier generation.
func (f *File) Before(n int) string {
	if n == 0 {
		return f.Path
	}
	return f.Path + ".before-" + strconv.Itoa(n)
}

// Lock has nothing to lock.
func (*File) Lock() (unlock func(), err error) { return func() {}, nil }

// Read reads a generation.
func (f *File) Read(n int, _ int64) ([]byte, error) {
	text := f.kept.Call("getItem", f.Before(n))
	if text.IsNull() {
		return nil, fs.ErrNotExist
	}
	return []byte(text.String()), nil
}

// SetAside keeps a generation that is damaged from being overwritten.
func (f *File) SetAside(n int) (kept string, err error) {
	b, err := f.Read(n, 0)
	if err != nil {
		return "", err
	}
	kept = f.Before(n) + ".damaged-" + time.Now().UTC().Format("20060102-150405.000")
	if err := f.set(kept, b); err != nil {
		return "", err
	}
	f.kept.Call("removeItem", f.Before(n))
	return kept, nil
}

// Write replaces the file, and keeps what it held.
func (f *File) Write(b []byte) error {
	if now, err := f.Read(0, 0); err == nil {
		if before, err := f.Read(1, 0); err == nil {
			if err := f.set(f.Before(2), before); err != nil {
				return err
			}
		}
		if err := f.set(f.Before(1), now); err != nil {
			return err
		}
	}
	return f.set(f.Path, b)
}

// set fails where the browser has no room left.
func (f *File) set(key string, b []byte) (err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("%v", thrown)
		}
	}()
	f.kept.Call("setItem", key, string(b))
	return nil
}

// Settle does nothing: what the browser keeps is not damaged by halves.
func (*File) Settle([]byte) {}
