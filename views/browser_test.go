package views

import (
	"strings"
	"testing"

	"beltroad/views/ui"

	"fyne.io/fyne/v2"
)

func TestForBrowser(t *testing.T) {
	w := &Window{app: &App{words: inEnglish}, theme: &ui.Theme{}}
	before, after := w.commands(), forBrowser(w.commands())
	count := func(groups []group) (n int) {
		for _, g := range groups {
			n += len(g.commands)
		}
		return n
	}
	if lost := count(before) - count(after); lost != 6 { // and what separated one from the rest
		t.Errorf("a page has %d commands and separators fewer, want 6", lost)
	}
	for _, g := range after {
		if len(g.commands) == 0 || g.commands[len(g.commands)-1].name == "" {
			t.Errorf("the menu %s ends with %v", g.name, g.commands)
		}
		for _, c := range g.commands {
			if strings.HasPrefix(c.name, "present.") || c.key == fyne.KeyF5 {
				t.Errorf("a page offers %s", c.name)
			}
			if c.name == "menu.quit" || c.name == "menu.fullscreen" || c.key == fyne.KeyW {
				t.Errorf("a page cannot do %s by %s", c.name, c.keys(w.app.words))
			}
		}
	}
}
