//go:build !windows

package session

import (
	"path/filepath"

	"github.com/google/renameio/v2"
)

// replaceFile writes a file so that at any time, even after a power cut, the
// path holds either the old content or the new. Only the user may read it.
func replaceFile(path string, b []byte) (err error) {
	// Not renameio.WriteFile: that keeps the permissions of the old file, and
	// looks for the system's temporary folder first.
	f, err := renameio.TempFile(filepath.Dir(path), path)
	if err != nil {
		return err
	}
	defer func() {
		if cleanupErr := f.Cleanup(); err == nil {
			err = cleanupErr
		}
	}()
	if _, err = f.Write(b); err != nil {
		return err
	}
	return f.CloseAtomicallyReplace()
}
