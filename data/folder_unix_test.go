//go:build unix

package data

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe would keep whoever opens it waiting, so that it is asked what it is.
func TestOpenDirWaitsForNoPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	want := "pipe: found something that is neither a folder nor a file, allowed: a folder that holds a dossier"
	if _, err := openDir(pipe); err == nil || err.Error() != want {
		t.Errorf("a pipe as folder: %v, want %s", err, want)
	}
	dir := t.TempDir()
	files := goodFiles()
	delete(files, "events.csv")
	writeFiles(t, dir, files)
	if err := syscall.Mkfifo(filepath.Join(dir, "events.csv"), 0o600); err != nil {
		t.Fatal(err)
	}
	want = "events.csv: found something that is not a file, allowed: a regular file"
	if _, err := openDir(dir); err == nil || err.Error() != want {
		t.Errorf("a pipe as table: %v, want %s", err, want)
	}
}
