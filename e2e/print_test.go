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

	"beltroad/data/fixture"
)

// viewer takes the place of the program that the desktop shows files with, and writes
// down what it is to show.
func (a *app) viewer() {
	a.t.Helper()
	dir := filepath.Join(a.home, "bin")
	must(a.t, os.Mkdir(dir, 0o700))
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"" + filepath.Join(a.home, "viewed.txt") + "\"\n"
	must(a.t, os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700)) // #nosec G306 -- a program
	for i, v := range a.display.env {
		if path, ok := strings.CutPrefix(v, "PATH="); ok {
			a.display.env[i] = "PATH=" + dir + ":" + path
		}
	}
}

// viewed are the files that the desktop was to show.
func (a *app) viewed() []string {
	b, _ := os.ReadFile(filepath.Join(a.home, "viewed.txt"))
	return strings.Fields(string(b))
}

// prints waits until the desktop is to show one more file, and is what stands in that.
func (a *app) prints(before int) string {
	a.t.Helper()
	a.until("a file to be shown", func() bool { return len(a.viewed()) == before+1 })
	u, err := url.Parse(a.viewed()[before])
	must(a.t, err)
	if u.Scheme != "file" || u.Host != "" {
		a.t.Errorf("%s is to be shown", u)
	}
	out, err := exec.Command("pdftotext", "-raw", u.Path, "-").CombinedOutput() // #nosec G204 -- of this test
	if err != nil {
		a.t.Fatalf("%v: %s", err, out)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// TestPrint prints a figure's record, a chart, the text where it is being read, and the
// help, by the keyboard alone; then it saves what was printed.
func TestPrint(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	a.viewer()
	texts := words(t)
	figure := row(t, "figures.csv", "document-countries")
	a.open("figure/" + figure["id"])

	a.key("ctrl+p")
	said := a.prints(0)
	for _, want := range []string{figure["text"], figure["label"], "¶" + figure["paragraph"], figure["caution"], texts["disclaimer"], "figure/" + figure["id"], "1 / "} {
		if !strings.Contains(said, want) {
			t.Errorf("the record does not say %q", want)
		}
	}
	a.see(".*: this computer’s program for PDF files .*")
	a.see(figure["label"]) // it is where it was

	a.key("ctrl+7")
	a.waitPlace("chart")
	a.key("ctrl+p")
	said = a.prints(1)
	if !strings.Contains(said, figure["text"]) || !strings.Contains(said, texts["chart.column.text"]) {
		t.Errorf("the chart has no figure or no table: %s", said)
	}

	a.key("ctrl+6")
	a.waitPlace("read")
	a.key("Page_Down", "Page_Down")
	scrolled := func() string { return a.next(1).labels() }
	at := scrolled()
	a.key("ctrl+p")
	said = a.prints(2)
	for _, n := range []string{"¶10", "¶55"} { // in view or not
		if !strings.Contains(said, n+" ") {
			t.Errorf("the text lacks %s", n)
		}
	}
	if a.until("the same lines being in view", func() bool { return strings.Contains(a.next(1).labels(), at[:min(200, len(at))]) }); a.now().Place != "read" {
		t.Errorf("it is at %s", a.now().Place)
	}

	a.key("F1")
	a.see(texts["menu.shortcuts"])
	a.key("ctrl+p")
	said = a.prints(3)
	if !strings.Contains(said, "Ctrl+P "+texts["menu.print"]) {
		t.Errorf("the help does not name its own key: %s", said)
	}
	a.key("Escape")
	a.click(regexp.QuoteMeta(texts["menu.print.save"]))
	a.see(regexp.QuoteMeta(texts["export.save"]))
	a.key("Return")
	saved := a.savedAs()
	if filepath.Dir(saved) != a.home || filepath.Ext(saved) != ".pdf" {
		t.Errorf("it is saved as %s", saved)
	}
}

// TestPrintIsGivenUp ends a print of very many pages: nothing is shown, and nothing left.
func TestPrintIsGivenUp(t *testing.T) {
	t.Parallel()
	files, err := fixture.Synthetic(6000)
	must(t, err)
	folder := filepath.Join(t.TempDir(), "large")
	must(t, os.CopyFS(folder, files))
	a := newUser(t)
	a.viewer()
	texts := words(t)
	a.open(folder, "figure")
	a.key("ctrl+p")
	a.see(regexp.QuoteMeta(texts["print.making"]))
	a.key("Escape")
	a.see(regexp.QuoteMeta(texts["print.cancelled"]))
	a.waitPlace("figure")
	left, _ := filepath.Glob(filepath.Join(a.home, ".config", "fyne", "*", "print", "*"))
	if len(left) > 0 || len(a.viewed()) > 0 {
		t.Errorf("%v is left, %v was shown", left, a.viewed())
	}
	a.key("ctrl+3", "Home")
	a.waitPlace("figure")
}
