package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestSetAsideOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	now := time.Date(2024, 1, 5, 8, 30, 0, 0, time.UTC)
	want := map[string]string{
		"settings.damaged-20240105-083000.json":   "first",
		"settings.damaged-20240105-083000-2.json": "second",
		"settings.damaged-20240105-083000-3.json": "third",
	}
	for _, text := range []string{"first", "second", "third"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := SetAside(path, now); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range want {
		holds(t, filepath.Join(dir, name), text)
	}
}

func TestSetAsideMissingFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := SetAside(filepath.Join(dir, "settings.json"), time.Now()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want ErrNotExist", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What is no file is told as what it is, and not waited for.
func TestReadsFilesAlone(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]Reason{dir: Folder, os.DevNull: NoFile, filepath.Join(dir, "none"): Other} {
		if b, err := Read(path, 10); err == nil || Why(err) != want {
			t.Errorf("%s: %q, %v because of %s", path, b, err, Why(err))
		}
	}
}
