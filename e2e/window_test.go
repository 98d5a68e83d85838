//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const besideProject = "pillar/infrastructure#project/china-laos-railway"

// TestSizes makes the window smaller: nothing may lie beside it.
func TestSizes(t *testing.T) {
	t.Parallel()
	a := start(t, besideProject)
	s := a.resize(1024, 768)
	a.fits(s)
	a.see(`Infrastructure \d+`)
	page := a.seeIn(screen.beforePane, "Infrastructure connectivity")
	pane := a.seeIn(screen.pane, "Close")
	sidebar := a.see("Overview")
	if sidebar.X+sidebar.W > page.X || page.X+page.W > a.seeIn(screen.pane, "China–Laos Railway").X {
		t.Errorf("sidebar %+v, page %+v and pane %+v overlap", sidebar, page, pane)
	}

	s = a.resize(800, 600)
	a.fits(s)
	if len(all(s.Seen, "Infrastructure connectivity")) > 0 {
		t.Error("800x600 has no room for three columns, but page and pane are both there")
	}
	if title := a.seeIn(screen.pane, "China–Laos Railway"); title.X > 300 || title.W < 300 {
		t.Errorf("the pane does not take the place of the page: %+v", title)
	}
	a.key("Escape")
	a.waitPlace("pillar/infrastructure")
	a.see("Infrastructure connectivity")
	a.fits(a.next(1))

	a.xdotool("windowsize", a.window, "300", "200")
	a.wait("the smallest size", func(s screen) bool { return s.Width < 800 || s.Height < 600 })
	if s = a.next(2); s.Width < 640 || s.Height < 420 {
		t.Errorf("the window can be made as small as %gx%g", s.Width, s.Height)
	}
	a.fits(s)
}

// fits reports what lies beside the window.
func (a *app) fits(s screen) {
	a.t.Helper()
	for _, i := range s.Seen {
		if i.Label != "Container" && (i.X < 0 || i.X+i.W > s.Width+0.5) {
			a.t.Errorf("%gx%g: %q lies beside the window, from %g to %g", s.Width, s.Height, i.Label, i.X, i.X+i.W)
		}
	}
	for _, i := range s.pane()[:min(1, len(s.pane()))] {
		if i.Y < s.contentTop() || i.Y+i.H > s.Height {
			a.t.Errorf("the pane's head is out of view: %+v", i)
		}
	}
}

// TestRemembers quits and starts again: the place, the size and the look stay.
func TestRemembers(t *testing.T) {
	t.Parallel()
	a := start(t)
	before := a.ground()
	normal := a.see("Overview").H
	a.key("ctrl+shift+d", "ctrl+plus")
	a.until("the other colours", func() bool { return a.ground() != before })
	a.until("larger text", func() bool { return a.see("Overview").H > normal })
	large := a.see("Overview").H
	a.click(`Infrastructure \d+`)
	a.waitPlace("pillar/infrastructure")
	a.click("China–Laos Railway")
	a.waitPlace(besideProject)
	a.resize(1100, 700)
	a.quit()

	a.open()
	s := a.waitPlace(besideProject)
	if s.Width != 1100 || s.Height != 700 {
		t.Errorf("the window was 1100x700 and is %gx%g", s.Width, s.Height)
	}
	if a.ground() == before {
		t.Error("light and dark were switched, and are back")
	}
	if now := a.see("Overview").H; now != large {
		t.Errorf("the text's size is not kept: a line was %g high and is %g", large, now)
	}
	a.click(`Figures \d+`)
	a.waitPlace("figure")
	a.quitBy("ctrl+q")

	a.open()
	a.waitPlace("figure")
	a.click(`Read \d+`)
	a.waitPlace("read")
	a.until("the place being saved", func() bool {
		b, err := os.ReadFile(a.settingsFile())
		return err == nil && strings.Contains(string(b), `"read"`)
	})
	a.crash()

	a.open()
	a.waitPlace("read")
	a.quit()
	a.open("principles")
	a.waitPlace("principles")
}

// settingsFile is where the app keeps its settings. The test looks for it, as
// a user would.
func (a *app) settingsFile() string {
	a.t.Helper()
	var found []string
	must(a.t, filepath.WalkDir(a.home, func(path string, _ os.DirEntry, err error) error {
		if filepath.Base(path) == "settings.json" && strings.Contains(path, "beltroad") {
			found = append(found, path)
		}
		return err
	}))
	if len(found) != 1 {
		a.t.Fatalf("settings files: %q", found)
	}
	return found[0]
}

// TestDamagedSettings starts with a settings file that is none.
func TestDamagedSettings(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.quit()
	const garbage = "\x00\xff{]no settings"
	file := a.settingsFile()
	must(t, os.WriteFile(file, []byte(garbage), 0o600))

	a.open()
	a.see("The settings file was damaged.*")
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(file), "settings.damaged-*.json"))
	must(t, err)
	if len(kept) != 1 {
		t.Fatalf("the damaged file is not kept: %q", kept)
	}
	if b, err := os.ReadFile(kept[0]); err != nil || string(b) != garbage {
		t.Errorf("kept was %q, %v", b, err)
	}
	a.click(`Projects \d+`)
	a.waitPlace("project")
	a.quit()
	a.open()
	a.waitPlace("project")
	if s := a.next(1); len(all(s.Seen, "The settings file was damaged.*")) > 0 {
		t.Error("the damage is told again, though the settings are good")
	}
}
