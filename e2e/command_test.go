//go:build e2e && linux

package e2e

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestWrongRoute gives the command line places that cannot be.
func TestWrongRoute(t *testing.T) {
	t.Parallel()
	for place, want := range map[string]string{
		"nonsense":              `no page is called "nonsense"`,
		"pillar":                "an id is missing",
		"figure/":               "an id is missing",
		"pillar/trade#overview": "is no record to open",
	} {
		c := exec.Command(appFile, place)
		c.Env = environment(t.TempDir(), "") // it must not come as far as a display
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 {
			t.Errorf("%s: ended with %v, want exit code 1", place, err)
		}
		if !strings.Contains(string(out), want) {
			t.Errorf("%s: printed %q, want %q in it", place, out, want)
		}
	}
}

// TestVersion asks for the version, which FyneApp.toml alone has.
func TestVersion(t *testing.T) {
	t.Parallel()
	toml, err := os.ReadFile("../FyneApp.toml")
	must(t, err)
	version := regexp.MustCompile(`\nVersion = "(.+)"`).FindSubmatch(toml)
	if version == nil {
		t.Fatal("FyneApp.toml has no version")
	}
	c := exec.Command(appFile, "--version")
	c.Env = environment(t.TempDir(), "")
	out, err := c.CombinedOutput()
	must(t, err)
	want := regexp.MustCompile("^beltroad " + regexp.QuoteMeta(string(version[1])) + ` \(commit (unknown|[0-9a-f]{40}(-dirty)?), Fyne v2(\.\d+){2}, linux/\w+\)\n$`)
	if !want.Match(out) {
		t.Errorf("printed %q, want %s", out, want)
	}
}

// TestMissingRecord opens a place that the dossier does not have.
func TestMissingRecord(t *testing.T) {
	t.Parallel()
	a := start(t, "figure/no-such-figure")
	a.waitPlace("overview")
	a.see("This dossier has no figure/no-such-figure")
	a.wait("the message going by itself", func(s screen) bool { return len(all(s.Seen, "This dossier has no.*")) == 0 })
}

// TestNoNetwork traces the app's system calls while it is used.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	if out, err := exec.Command("strace", "-f", "-e", "trace=network", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace cannot trace here: %v %s", err, out)
	}
	a := newUser(t)
	trace := filepath.Join(a.home, "trace.txt")
	a.openBy([]string{"strace", "-f", "-e", "trace=network", "-o", trace})
	for _, way := range []struct{ key, place string }{{"ctrl+2", "project"}, {"ctrl+3", "figure"}, {"ctrl+6", "read"}, {"ctrl+1", "overview"}} {
		a.key(way.key)
		a.waitPlace(way.place)
	}
	a.key("F1")
	a.see("Keyboard shortcuts")
	a.click("Close")
	a.click(`US\$19\.1 trillion, .*`)
	a.waitPlace("figure/trade-volume")
	a.key("ctrl+shift+c")
	a.see("Copied")
	a.quit()

	b, err := os.ReadFile(trace)
	must(t, err)
	if !strings.Contains(string(b), "AF_UNIX") {
		t.Error("the trace does not even show the connection to the display")
	}
	for line := range strings.Lines(string(b)) {
		if strings.Contains(line, "AF_INET") { // AF_INET6 too
			t.Error("the network is used:", line)
		}
	}
}
