//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestOwnSource opens a copy of the source by the dialog, and reads it beside our
// words; a wrong file is told of, and changes nothing. At the next start it is there.
func TestOwnSource(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../data/fixture/harbour.txt")
	must(t, err)
	a := newUser(t)
	must(t, os.WriteFile(filepath.Join(a.home, "a report.txt"), text, 0o600))
	must(t, os.WriteFile(filepath.Join(a.home, "b wrong.html"), []byte("<p>Another text altogether."), 0o600))
	a.open(harbour, "overview")
	a.choose(second)
	a.waitPlace("read")
	a.see("b wrong.html is another text: 0 of the 17 paragraphs .* Nothing was changed.*")
	if s := a.now(); len(all(s.Seen, ".*paragraphs of your copy matched.*")) > 0 {
		t.Error("it is shown")
	}
	a.choose(first)
	said := "17 of 17 paragraphs of your copy matched · 23 of 25 figures stand word for word.*"
	a.see(said)
	a.see("Your copy · a report.txt")
	a.see(".*the herring fleet is away.*|.*put their names to the Amberhaven Compact.*")
	a.choose(second)
	a.see("b wrong.html is another text.*" + said)

	a.click("Those that do not")
	a.click("about 900 MW.*")
	a.wait("the figure beside the text", func(s screen) bool { return strings.Contains(s.Place, "#figure/coast-power") })
	a.key("Escape")
	a.quit()
	a.open(harbour)
	a.see(said)
	a.click("Remove it")
	a.see(regexp.QuoteMeta("Your copy is removed."))
	if left, err := filepath.Glob(filepath.Join(a.home, ".config", "fyne", "*", "sources", "*")); err != nil || len(left) > 0 {
		t.Errorf("left are %q, %v", left, err)
	}
}

// The places of the home folder's files in the dialog, behind the folder above it.
const (
	first  = 1
	second = 2
)

// choose opens a file of the home folder by the dialog. The app does not tell
// what its list shows, so it is found by where it stands.
func (a *app) choose(file int) {
	a.t.Helper()
	const wide = 84 // of a file
	a.key("ctrl+shift+o")
	title := a.see("Open File")
	a.next(2)
	a.clickAt(title.X+194+wide*float32(file), title.Y+title.H/2+105)
	a.click("Open")
	a.wait("the dialog closing", func(s screen) bool { return len(all(s.Seen, "Open File")) == 0 })
}
