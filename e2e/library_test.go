//go:build e2e && linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestLibrary opens a dossier of another one's making, which is there again at the next
// start, at its place. Then a cell of it is wrong: the app starts nonetheless, says so in a
// table, and checks again as the file is saved.
func TestLibrary(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "town")
	must(t, os.CopyFS(folder, os.DirFS(harbour)))
	file := filepath.Join(folder, "figures.csv")
	good, err := os.ReadFile(file) // #nosec G304 -- the test's own
	must(t, err)
	bad, err := exec.Command("sed", "s/,over,/,0ver,/", file).Output() // #nosec G204 -- likewise
	must(t, err)

	a := newUser(t)
	a.open(folder)
	a.waitPlace("overview")
	a.key("ctrl+3")
	a.waitPlace("figure")
	a.quit()
	a.open()
	a.waitPlace("figure")
	a.see("Seven harbours.*|Berths rebuilt.*")
	a.quit()

	must(t, os.WriteFile(file, bad, 0o600))
	a.open()
	a.see(".*was not opened.*The dossier that comes with the app is shown instead.*")
	a.click(`Library\.\.\.`)
	a.waitPlace("library")
	a.click("Open “Seven harbours.*")
	a.see("“town” was not opened")
	a.see("“0ver”")
	must(t, os.WriteFile(file, good, 0o600))
	a.see("“town” can be opened now")
	if got := a.now().Place; got != "library" {
		t.Errorf("it opened by itself, and is at %s", got)
	}
	a.click("Open")
	a.waitPlace("figure")
	a.see("Berths rebuilt.*")
}
