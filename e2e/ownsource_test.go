//go:build e2e && linux

package e2e

import (
	"net/url"
	"os"
	"os/exec"
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
	a.see("“b wrong.html” is another text: 0 of the 17 paragraphs .* Nothing was changed.*")
	if s := a.now(); len(all(s.Seen, ".*paragraphs of your copy matched.*")) > 0 {
		t.Error("it is shown")
	}
	a.choose(first)
	said := "17 of 17 paragraphs of your copy matched · 23 of 25 figures stand word for word.*"
	a.see(said)
	a.see("Your copy · a report.txt")
	a.see(".*the herring fleet is away.*|.*put their names to the Amberhaven Compact.*")
	a.choose(second)
	a.see("“b wrong.html” is another text.*" + said)

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
	const head, high = 90, 39 // of what is above the list, and of a file in it
	a.key("ctrl+shift+o")
	title := a.see("Open File")
	a.next(2)
	a.clickAt(title.X+250, title.Y+title.H/2+head+high*float32(file))
	a.click("Open")
	a.wait("the dialog closing", func(s screen) bool { return len(all(s.Seen, "Open File")) == 0 })
}

// TestDroppedSource drops a copy of the source on the window, as a file manager
// does, and has a note in it that is there at the next start, after the app was ended.
func TestDroppedSource(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../data/fixture/harbour.txt")
	must(t, err)
	a := newUser(t)
	good, wrong := filepath.Join(a.home, "a report.txt"), filepath.Join(a.home, "ünlike.txt")
	must(t, os.WriteFile(good, text, 0o600))
	must(t, os.WriteFile(wrong, []byte("Another text altogether."), 0o600))
	a.open(harbour, "overview")
	a.drop(wrong)
	a.waitPlace("read")
	a.see("“ünlike.txt” is another text: 0 of the 17 paragraphs .* Nothing was changed.*")
	a.drop(good)
	a.see("17 of 17 paragraphs of your copy matched · 23 of 25 figures stand word for word.*")

	a.key("ctrl+k")
	a.write("in:text herring fleet")
	a.see(".*herring.*")
	a.key("Return")
	a.waitPlace("read/7") // where the copy has it
	herring := a.see(".*the herring fleet is away.*")
	a.xdotool("mousemove", "--window", a.window, a.pixels(herring.X+40), a.pixels(herring.Y+12), "click", "--repeat", "2", "--delay", "60", "1")
	a.key("3")
	a.keeps(`"kind": "doubt"`, `"layer": "copy-`)
	a.crash()
	a.open(harbour, "read/7?in=copy")
	a.click("(Its|The article’s) own words")
	a.click("Close") // the keyboard is the window's
	a.waitPlace("read")
	a.key("F7", "ctrl+Right", "ctrl+Right", "ctrl+shift+Right", "ctrl+shift+Right")
	a.key("1")
	a.keeps(`"kind": "key"`, `"kind": "doubt"`)
	a.crash()
	a.open(harbour, "notes")
	a.see("2 notes")
	if got := len(all(a.now().Seen, "Your copy, ¶7 .*")); got != 2 {
		t.Errorf("%d notes stand in the copy%s", got, a.now().labels())
	}
	a.click("Open Your copy, ¶7.*")
	a.waitPlace("read/7")
	a.see(".*the herring fleet is away.*")
	a.quit()
}

// drop drops a file on the window.
func (a *app) drop(file string) {
	a.t.Helper()
	program := filepath.Join(a.home, ".run", "drop")
	if _, err := os.Stat(program); err != nil {
		out, err := exec.Command("cc", "-o", program, "testdata/drop.c", "-lX11").CombinedOutput()
		if err != nil {
			a.t.Fatalf("%v\n%s", err, out)
		}
	}
	uri := (&url.URL{Scheme: "file", Path: file}).String()
	if out, err := a.display.run(program, a.window, uri); err != nil {
		a.t.Fatalf("%s: %v\n%s", uri, err, out)
	}
}
