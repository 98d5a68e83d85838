//go:build e2e && linux

package e2e

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestPaste puts whole books into the search. What it has room for is looked for
// at once, and nothing holds the window.
func TestPaste(t *testing.T) {
	t.Parallel()
	frames := filepath.Join(t.TempDir(), "frames.jsonl")
	a := start(t, "--frames", frames)
	for _, test := range []struct {
		text, want string
		finds      bool
	}{
		{strings.Repeat("国务院一带", 1000), strings.Repeat("国务院一带", 20), true},
		{strings.Repeat("x", 100_000), strings.Repeat("x", 200), false},
		{strings.Repeat("🚂", 5_000), strings.Repeat("🚂", 25), false},
		{strings.Repeat("freight train ", 10_000), strings.Repeat("freight train ", 14) + "frei", true},
	} {
		a.copied(test.text)
		a.palette()
		a.next(5)
		began := time.Now()
		a.key("ctrl+v")
		if test.finds {
			a.see(`.*\d+ results`)
		} else {
			a.see("Nothing .*")
		}
		a.next(3)
		longest := hold{}
		for _, h := range holds(t, frames, began) {
			if h.Held > longest.Held {
				longest = h
			}
		}
		t.Logf("pasting %.6s...: the window is held for %.0f ms at most", test.text, longest.Held)
		if *long && longest.Held > 100 {
			t.Errorf("pasting %.6s... holds the window for %.0f ms", test.text, longest.Held)
		}
		a.key("ctrl+a", "ctrl+c")
		a.until("the field holding what it has room for", func() bool { return a.clipboard() == test.want })
		a.key("Escape")
		a.waitPlace("overview")
	}
}

// copied puts a text on the clipboard, from another program.
func (a *app) copied(text string) {
	a.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-quiet")
	c.Env, c.Stdin = a.display.env, strings.NewReader(text)
	launch(a.t, c)
	a.until("the clipboard", func() bool { return a.clipboard() == text })
}
