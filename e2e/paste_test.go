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
	for _, test := range []struct{ text, want string }{
		{strings.Repeat("国务院一带", 1000), "search/" + strings.Repeat("国务院一带", 20)},
		{strings.Repeat("x", 100_000), "search/" + strings.Repeat("x", 200)},
		{strings.Repeat("🚂", 5_000), "search/" + strings.Repeat("🚂", 25)},
	} {
		a.copied(test.text)
		a.key("ctrl+k")
		a.wait("the search field having the keyboard", func(s screen) bool { return s.focused().Label == "Search" })
		a.next(5)
		began := time.Now()
		a.key("ctrl+v")
		a.waitPlace(test.want)
		a.see("Nothing by that name.*")
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
