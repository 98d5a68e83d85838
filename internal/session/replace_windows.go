package session

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// replaceFile writes a file so that the path holds either the old content or
// the new. The user's profile folder keeps others from reading it.
func replaceFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".settings-*.json")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = renamePatiently(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// renamePatiently tries again while a virus scanner, or another copy of the
// app, has the file open: Windows then refuses to replace it.
func renamePatiently(from, to string) error {
	const attempts, pause = 10, 20 * time.Millisecond
	for n := 1; ; n++ {
		err := os.Rename(from, to)
		if err == nil || n == attempts {
			return err
		}
		time.Sleep(pause)
	}
}
