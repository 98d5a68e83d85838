//go:build unix

package library

import (
	"context"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"beltroad/data"
)

// A pipe would keep whoever opens it waiting, whatever it is called.
func TestWaitsForNoPipe(t *testing.T) {
	for _, name := range []string{"pipe", "town.zip", "town.dossier", descriptor, "town.csv"} {
		pipe := filepath.Join(t.TempDir(), name)
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
		want := "found something that is neither a folder nor a file"
		if _, err := Open(context.Background(), pipe, data.Watch{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := OpenShelf(pipe); err == nil {
			t.Errorf("%s is a folder for the list", name)
		}
		stampOf(pipe)
	}
}
