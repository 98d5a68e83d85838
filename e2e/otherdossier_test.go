//go:build e2e && linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const harbour = "../data/fixture/harbour"

// TestOtherDossier opens a folder, at a place in it.
func TestOtherDossier(t *testing.T) {
	t.Parallel()
	a := start(t, harbour, "overview")
	a.waitPlace("overview")
	a.see("Seven harbours, as a made-up report tells it")
	a.see("Tideland.*")
}

// TestBrokenDossier checks a folder that lacks a table.
func TestBrokenDossier(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	must(t, os.CopyFS(folder, os.DirFS(harbour)))
	must(t, os.Remove(filepath.Join(folder, "events.csv")))
	c := exec.Command(appFile, "--validate", folder)
	c.Env = environment(t.TempDir(), "")
	out, err := c.CombinedOutput()
	if err == nil || !strings.HasPrefix(string(out), "events.csv: found no such file") {
		t.Errorf("it is told as %q, %v", out, err)
	}
}
