// Package portable keeps what the app writes beside the program, where a file
// there asks for it: on a memory stick, say.
package portable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Marker is the file beside the program that asks for it. What it holds does
// not matter.
const Marker = "portable"

// FolderName is the folder beside the program that then holds everything.
const FolderName = "beltroad-data"

// Folder is where a program keeps what it writes, and is there and can be
// written when it is returned. It is empty where nothing asks for a portable
// program. An error means that it was asked for and cannot be.
func Folder(executable string) (string, error) {
	beside := filepath.Dir(executable)
	if marker, err := os.Stat(filepath.Join(beside, Marker)); errors.Is(err, fs.ErrNotExist) || err == nil && marker.IsDir() {
		return "", nil
	}
	dir := filepath.Join(beside, FolderName)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	if err := tryToWrite(dir); err != nil {
		return "", err
	}
	return dir, nil
}

// tryToWrite finds out what permissions alone do not tell: the medium may be
// full or protected.
func tryToWrite(dir string) error {
	f, err := os.CreateTemp(dir, ".try-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString("x")
	return errors.Join(err, f.Close(), os.Remove(f.Name()))
}
