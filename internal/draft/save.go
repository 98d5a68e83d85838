package draft

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"beltroad/internal/atomicfile"
)

// Save makes a folder of the dossier: whole, or not at all. Where there is one, the
// error is fs.ErrExist.
func (d *Draft) Save(folder string) error {
	m := d.result()
	if len(m.problems) > 0 {
		return m.problems
	}
	return save(folder, m.files)
}

// Replace is Save where another state of the same dossier may be: a folder that has
// nothing else than the files of a dossier.
func (d *Draft) Replace(folder string) error {
	m := d.result()
	if len(m.problems) > 0 {
		return m.problems
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return save(folder, m.files)
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !m.files.has(e.Name()) {
			return fmt.Errorf("%s: %w", filepath.Join(folder, e.Name()), fs.ErrExist)
		}
	}
	aside, err := os.MkdirTemp(filepath.Dir(folder), ".before-*")
	if err != nil {
		return err
	}
	before := filepath.Join(aside, filepath.Base(folder))
	if err := os.Rename(folder, before); err != nil {
		return errors.Join(err, os.Remove(aside))
	}
	if err := save(folder, m.files); err != nil {
		return errors.Join(err, os.Rename(before, folder), os.Remove(aside))
	}
	return os.RemoveAll(aside)
}

func (all files) has(name string) bool {
	for _, f := range all {
		if f.name == name {
			return true
		}
	}
	return false
}

// save writes files into a folder beside the one that they become.
func save(folder string, all files) (err error) {
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, &fs.PathError{Op: "save", Path: folder, Err: fs.ErrExist})
	}
	made, err := os.MkdirTemp(filepath.Dir(folder), ".saving-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(made))
		}
	}()
	for _, f := range all {
		if err := atomicfile.Write(filepath.Join(made, f.name), 0o666, func(w io.Writer) error {
			_, err := w.Write(f.content)
			return err
		}); err != nil {
			return err
		}
	}
	if err := os.Chmod(made, 0o755); err != nil { // #nosec G302 -- a folder of the user's documents, as any other
		return err
	}
	return os.Rename(made, folder)
}
