//go:build !js

package session

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"beltroad/internal/atomicfile"
)

// store is the folder that settings are kept in.
type store struct {
	dir    string // empty: in memory only
	closed error  // why nothing may be written, nil: it may
}

// openStore reads what is kept in dir. What it cannot read it does not
// overwrite either: the store is then closed.
func openStore(dir string) (*store, Settings, error) {
	st := &store{dir: dir}
	if dir == "" {
		return st, Defaults(), nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return st, Defaults(), st.close(err)
	}
	b, err := atomicfile.Read(st.path(), maxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return st, Defaults(), nil
	}
	if err != nil {
		return st, Defaults(), st.close(err)
	}
	settings, err := read(b)
	if err == nil {
		return st, settings, nil
	}
	kept, moveErr := atomicfile.SetAside(st.path(), time.Now())
	if errors.Is(moveErr, fs.ErrNotExist) { // another copy of the app was faster
		return openStore(dir)
	}
	if moveErr != nil {
		return st, Defaults(), errors.Join(&Damaged{st.path(), err}, st.close(moveErr))
	}
	return st, Defaults(), &Damaged{kept, err}
}

func (st *store) path() string { return filepath.Join(st.dir, fileName) }

// close keeps the store from writing, and returns the error that says so.
func (st *store) close(err error) error {
	st.closed = &Unsaved{st.dir, err}
	return st.closed
}

// save replaces the settings file by what it is now, changed as the settings
// were since they were so.
func (st *store) save(s, since Settings) error {
	if st.dir == "" {
		return nil
	}
	if st.closed != nil {
		return st.closed
	}
	if b, err := atomicfile.Read(st.path(), maxFile); err == nil {
		if now, err := read(b); err == nil {
			s = now.changed(since, s)
		}
	}
	b, err := s.encoded()
	if err == nil {
		err = os.MkdirAll(st.dir, 0o700) // it may have been deleted since
	}
	if err == nil {
		err = atomicfile.Write(st.path(), 0o600, func(w io.Writer) error {
			_, err := w.Write(b)
			return err
		})
	}
	if err != nil {
		return &Unsaved{st.dir, err}
	}
	return nil
}
