package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// What stands where a file should.
var (
	errFolder = errors.New("it is a folder")
	errNoFile = errors.New("it is no regular file")
)

// Read reads a regular file, but no more of it than shows that it has more
// than most bytes.
func Read(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // opening a pipe would wait for ever
		err := errNoFile
		if info.IsDir() {
			err = errFolder
		}
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// SetAside renames a damaged file and returns its new path, which is one that
// was free: "settings.json" becomes "settings.damaged-20240105-083000.json".
func SetAside(path string, now time.Time) (string, error) {
	const attempts = 100
	end := filepath.Ext(path)
	stem := path[:len(path)-len(end)] + ".damaged-" + now.UTC().Format("20060102-150405")
	kept := stem + end
	for n := 2; ; n++ {
		// A rename overwrites, so the name is first taken by an empty file.
		f, err := os.OpenFile(kept, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			err = f.Close()
		} else if errors.Is(err, fs.ErrExist) && n <= attempts {
			kept = fmt.Sprintf("%s-%d%s", stem, n, end)
			continue
		}
		if err != nil {
			return "", err
		}
		break
	}
	if err := os.Rename(path, kept); err != nil {
		return "", errors.Join(err, os.Remove(kept))
	}
	return kept, nil
}
