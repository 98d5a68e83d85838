//go:build e2e && linux

package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// portableUser has the app in a folder that asks for a portable one.
func portableUser(t *testing.T) (a *app, beside string) {
	t.Helper()
	beside = t.TempDir()
	a = stranger(t)
	a.program = filepath.Join(beside, "beltroad")
	must(t, os.Link(appFile, a.program))
	must(t, os.WriteFile(filepath.Join(beside, "portable"), nil, 0o600))
	return a, beside
}

// TestPortable keeps everything beside the program: the settings, and what
// Fyne and the graphics driver keep by themselves.
func TestPortable(t *testing.T) {
	t.Parallel()
	a, beside := portableUser(t)
	a.open()
	before := a.see("Overview").H
	a.key("ctrl+plus")
	a.wait("larger text", func(s screen) bool { // or the click would come before it, and miss
		now := all(s.Seen, "Overview")
		return len(now) > 0 && now[0].H > before
	})
	a.click(`Figures \d+`)
	a.waitPlace("figure")
	a.quit()

	if b, err := os.ReadFile(filepath.Join(beside, "beltroad-data", "settings.json")); err != nil || !strings.Contains(string(b), `"figure"`) {
		t.Errorf("beside the program is kept %s, %v", b, err)
	}
	for _, file := range a.filesAtHome() {
		t.Error("was written into the user's home:", file)
	}
	a.open()
	a.waitPlace("figure")
}

// TestNotPortable has a file where the folder should be.
func TestNotPortable(t *testing.T) {
	t.Parallel()
	a, beside := portableUser(t)
	must(t, os.WriteFile(filepath.Join(beside, "beltroad-data"), nil, 0o600))
	a.open("figure")
	a.see("Nothing can be kept beside the program .*Your settings are kept in " + a.home + ".*")
	a.quit()
	if file := a.settingsFile(); !strings.HasPrefix(file, a.home) {
		t.Error("settings are in", file)
	}
}

// filesAtHome are the user's files and folders, but for what the test and the
// window manager keep there.
func (a *app) filesAtHome() (files []string) {
	a.t.Helper()
	must(a.t, filepath.WalkDir(a.home, func(path string, _ fs.DirEntry, err error) error {
		switch path {
		case a.home, a.dump, a.dump + ".part", a.logFile, filepath.Join(a.home, ".run"), filepath.Join(a.home, ".cache"):
		default:
			if !strings.Contains(path, "openbox") {
				files = append(files, path)
			}
		}
		return err
	}))
	return files
}
