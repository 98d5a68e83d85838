package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// bundle is an app as macOS wants it: a folder that looks like a file.
type bundle struct {
	info    info
	made    time.Time
	program string   // path of the built program
	icon    []byte   // as SVG
	papers  []string // paths of licences
}

// write makes the bundle anew. The same bundle is the same bytes and times.
func (b bundle) write(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	files, err := b.files()
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, "Contents", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if name == filepath.Join("MacOS", executable) {
			mode = 0o755
		}
		if err := os.WriteFile(path, content, mode); err != nil {
			return err
		}
		if err := os.Chmod(path, mode); err != nil { // whatever the umask
			return err
		}
	}
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, b.made, b.made)
	})
}

// files are those within Contents.
func (b bundle) files() (map[string][]byte, error) {
	var icon bytes.Buffer
	if err := writeIcon(&icon, b.icon); err != nil {
		return nil, err
	}
	list, err := b.info.encoded()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{
		"Info.plist":                         list,
		filepath.Join("Resources", iconFile): icon.Bytes(),
	}
	if files[filepath.Join("MacOS", executable)], err = os.ReadFile(b.program); err != nil {
		return nil, err
	}
	for _, path := range b.papers {
		if files[filepath.Join("Resources", filepath.Base(path))], err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	return files, nil
}
