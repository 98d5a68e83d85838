//go:build e2e && linux

package e2e

import (
	"errors"
	"os"
	"os/exec"
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
	a.see("This dossier has no figure/no-such-figure. The overview is shown instead.")
	a.click("Close")
	a.wait("the message going", func(s screen) bool { return len(all(s.Seen, "This dossier has no.*")) == 0 })
}
