package views

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
)

// A pipe or a folder is not offered, and not waited for.
func TestOpensFilesAlone(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "good.txt"), []byte("x"), 0o600))
	must(t, os.Mkdir(filepath.Join(dir, "folder.txt"), 0o700))
	names := []string{"folder.txt", "none.txt"}
	if exec.Command("mkfifo", filepath.Join(dir, "pipe.txt")).Run() == nil { // #nosec G204
		names = append(names, "pipe.txt")
	}
	offered := regularFiles{storage.NewExtensionFileFilter([]string{".txt"})}
	for _, name := range names {
		u := storage.NewFileURI(filepath.Join(dir, name))
		if offered.Matches(u) {
			t.Errorf("%s is offered", name)
		}
		if r, err := droppedFile(u).Open(); err == nil {
			t.Errorf("%s is opened: %v", name, r)
		}
	}
	u := storage.NewFileURI(filepath.Join(dir, "good.txt"))
	if r, err := droppedFile(u).Open(); err != nil || r.Close() != nil || !offered.Matches(u) {
		t.Errorf("a file is not opened: %v", err)
	}
}
