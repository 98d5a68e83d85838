//go:build e2e && linux

package e2e

import (
	"strings"
	"testing"
)

// TestFirstStart is that of someone who double-clicked: the window says what
// this is and where it is from, and asks nothing.
func TestFirstStart(t *testing.T) {
	t.Parallel()
	a := stranger(t)
	a.open()
	s := a.waitPlace("overview")
	a.see("This shows what one source says.*")
	if s.covered() {
		t.Error("something lies over the first screen")
	}
	for _, want := range []string{
		"Belt and Road Explorer", "One source .* works offline", "The Belt and Road Initiative, as one source reports it",
		".* from a 2023 article by .* Every figure leads to its paragraph.", "Pillars",
	} {
		if found := a.see(want); found.Hidden || found.Y+found.H > s.Height {
			t.Errorf("%s has to be looked for: %+v", want, found)
		}
	}
	a.click("Close")
	a.until("the strip's end", func() bool { return len(all(a.now().Seen, "This shows what one source says.*")) == 0 })
	if said := a.log(); strings.Contains(said, "Fyne error") && !strings.Contains(said, "theme settings") { // a desktop without services
		t.Errorf("the first start prints\n%s", said)
	}
}
