//go:build e2e && linux

package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestKeepsItsOwnFilesAlone: what lies in the user's configuration afterwards is the
// app's own, and for its user alone.
func TestKeepsItsOwnFilesAlone(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.key("ctrl+plus")
	a.quit()
	config := filepath.Join(a.home, ".config")
	must(t, filepath.WalkDir(config, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil && (info.Mode().Perm() != 0o600 || strings.HasPrefix(e.Name(), "preferences")) {
			t.Errorf("%s is kept, with %v", path, info.Mode())
		}
		return err
	}))
}

// TestScaleThatNoWindowHas is set for all that is made with Fyne.
func TestScaleThatNoWindowHas(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	must(t, os.WriteFile(filepath.Join(a.home, ".config", "fyne", "settings.json"), []byte(`{"scale":9e9}`), 0o600))
	a.open()
	a.see("Overview")
	a.quit()
	a.display.env = append(a.display.env, "FYNE_SCALE=1e-30")
	a.open()
	a.see("Overview")
	a.quit()
}

// TestTextsGrowWhileAFileIsChosen: Fyne's list of files does not outlive that.
func TestTextsGrowWhileAFileIsChosen(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	must(t, os.Mkdir(filepath.Join(a.home, "Documents"), 0o700))
	a.open()
	a.key("ctrl+shift+o")
	a.see("Open File")
	a.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+shift+d")
	a.see("Open File")
	a.key("Escape")
	a.wait("the dialog closing", func(s screen) bool { return len(all(s.Seen, "Open File")) == 0 })
	a.quit()
}

// TestNoFilesWhereFilesAreRead: pipes, folders and heaps of zeros in the place of what
// Fyne and the app read hold nothing up, and are told.
func TestNoFilesWhereFilesAreRead(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	fyne := filepath.Join(a.home, ".config", "fyne")
	own := filepath.Join(fyne, "org.beltroad.explorer")
	pipe := func(path ...string) {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(path...)), 0o700))
		_ = os.Remove(filepath.Join(path...)) // it may not be there
		must(t, syscall.Mkfifo(filepath.Join(path...), 0o600))
	}
	pipe(fyne, "settings.json")
	pipe(own, "preferences.json")
	pipe(a.home, ".cache", "font_index_v6.cache")
	must(t, os.Mkdir(filepath.Join(fyne, "theme.json"), 0o700))
	a.open("figure")
	a.see("3 of the files that are read at the start are none that can be read, “.*/fyne/settings.json” among them.*")
	a.waitPlace("figure")
	a.quit()
	must(t, os.Remove(filepath.Join(fyne, "theme.json"))) // else it is what is told, each time

	pipe(own, "settings.json")
	pipe(own, "lessons", "abc.lesson.json")
	must(t, os.Mkdir(filepath.Join(own, "notes", "notes-beltroad.json"), 0o700))
	zeros := filepath.Join(own, "library.json")
	must(t, os.WriteFile(zeros, nil, 0o600))
	must(t, os.Truncate(zeros, 200<<20))
	a.open("project")
	a.see("Your settings are not saved in “.*org.beltroad.explorer/settings.json”: .*")
	a.waitPlace("project")
	a.click(`Notes`)
	a.waitPlace("notes")
	a.quit()
}

// TestFolderThatCannotBeWritten: it is said that nothing is saved, and the app works.
func TestFolderThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	kept := filepath.Join(a.home, ".config", "fyne", "org.beltroad.explorer")
	must(t, os.RemoveAll(kept))
	must(t, os.WriteFile(kept, nil, 0o600)) // root may write into any folder
	a.open("figure")
	a.see("Your settings are not saved in “.*org.beltroad.explorer/settings.json”: .*")
	a.see("Your notes are not saved: .*")
	a.waitPlace("figure")
	a.quit()
}

// TestTwoPrograms share a home. What one has changed, the other, which only went from
// place to place, leaves; a crash of one is told though the other went on, and ended.
func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	b := &app{t: t, program: a.program, home: a.home, display: newDisplay(t, a.home), dump: filepath.Join(a.home, "dump2.json"), logFile: filepath.Join(a.home, "log2.txt")}
	t.Cleanup(b.end)
	b.open("read/7")
	before := a.see("Overview").H
	a.key("ctrl+plus")
	a.wait("larger text", func(s screen) bool {
		now := all(s.Seen, "Overview")
		return len(now) > 0 && now[0].H > before
	})
	b.key("ctrl+3")
	b.waitPlace("figure")
	a.until("both settings being kept", func() bool {
		kept, _ := os.ReadFile(a.settingsFile())
		return strings.Contains(string(kept), `"textSize": 125`)
	})
	a.endBy(syscall.SIGABRT)
	b.key("ctrl+1")
	b.waitPlace("overview")
	b.quit()
	if kept, err := os.ReadFile(a.settingsFile()); err != nil || !strings.Contains(string(kept), `"textSize": 125`) || !strings.Contains(string(kept), `"place": "overview`) {
		t.Errorf("kept is %s, %v", kept, err)
	}
	a.open()
	a.see(crashed)
	a.quit()
	a.open()
	a.tellsOfNoCrash("a crash that was told already")
	a.quit()
}

// TestOtherLocales: on a desktop in a language that the app does not have, nothing of
// what Fyne says is missed.
func TestOtherLocales(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	for _, locale := range []string{"tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8", "zh_CN.UTF-8", "../../x"} {
		a.display.env = append(a.display.env, "LANG="+locale, "LC_ALL="+locale)
		a.open("figure")
		a.key("F10")
		a.key("Escape")
		a.quit()
		b, err := os.ReadFile(a.logFile)
		must(t, err)
		if strings.Contains(string(b), "ranslat") {
			t.Errorf("%s: it printed\n%s", locale, b)
		}
	}
}
