//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// notesFile is where the app keeps the notes on its dossier; empty: nowhere yet.
func (a *app) notesFile() string {
	a.t.Helper()
	var found string
	must(a.t, filepath.WalkDir(a.home, func(path string, _ os.DirEntry, err error) error {
		if base := filepath.Base(path); strings.HasPrefix(base, "notes-") && strings.HasSuffix(base, ".json") && !strings.Contains(base, ".before-") {
			found = path
		}
		return err
	}))
	return found
}

// keeps waits until the file of notes holds each of the texts.
func (a *app) keeps(texts ...string) {
	a.t.Helper()
	a.until("the notes being saved", func() bool {
		b, err := os.ReadFile(a.notesFile())
		for _, text := range texts {
			if err != nil || !strings.Contains(string(b), text) {
				return false
			}
		}
		return true
	})
}

// TestNotesSurviveAKill makes a highlight and a note by keyboard, is killed
// without a chance to save, and finds both again.
func TestNotesSurviveAKill(t *testing.T) {
	t.Parallel()
	a := start(t, "read/15")
	a.click("Close") // the keyboard is the window's
	a.waitPlace("read")
	a.key("F7", "ctrl+Right", "ctrl+Right", "ctrl+shift+Right", "ctrl+shift+Right", "ctrl+shift+Right")
	a.key("1")
	a.keeps(`"kind": "key"`, `"exact"`)
	a.key("shift+ctrl+Right", "n")
	a.wait("the note's field having the keyboard", func(s screen) bool { return strings.HasPrefix(s.focused().Label, "Write a note on ") })
	a.write("ask the class")
	a.key("Escape")
	a.keeps("ask the class", `"kind": "key"`)
	a.crash()

	a.open("notes")
	a.see("2 notes")
	a.see("ask the class")
	a.see("Key fact · today .*")
	a.clickIn(everything, `Notes 2`)
	a.click("Open ¶.*")
	a.wait("the paragraph with its note beside", func(s screen) bool {
		return strings.HasPrefix(s.Place, "read/") && len(all(s.pane(), "Edit the note: .*")) > 0
	})
}

// TestNotesOnARecord bookmarks a project, writes a note on it, deletes that and
// undoes it, all by keyboard.
func TestNotesOnARecord(t *testing.T) {
	t.Parallel()
	a := start(t, "project/china-laos-railway")
	a.see(`Notes`)
	a.key("ctrl+d")
	a.see(`Notes 1`)
	a.key("n")
	a.wait("the note's field having the keyboard", func(s screen) bool { return strings.HasPrefix(s.focused().Label, "Write a note on ") })
	a.write("trains")
	a.see(`Notes 2`)
	a.key("Escape")
	a.wait("the note being closed", func(s screen) bool { return len(all(s.pane(), "Edit the note: trains")) > 0 })
	a.clickIn(screen.pane, "Delete")
	a.see(`Notes 1`)
	a.key("ctrl+z")
	a.see(`Notes 2`)
	a.see("Edit the note: trains")
	a.key("ctrl+d")
	a.see(`Notes 1`)
	a.keeps("trains")
	a.quit()

	must(t, os.WriteFile(a.notesFile(), []byte("torn"), 0o600))
	a.open("notes")
	a.see("The file of your notes was damaged.*")
	a.see("trains")
}
