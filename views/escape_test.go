package views

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/lesson"
	"beltroad/views/lessons"
	"beltroad/views/reader"
)

// Escape leaves the innermost of what lies over the page, wherever in it the
// keyboard is, also in what is Fyne's own; Enter presses its buttons.
func TestEscapeLeavesEveryDialog(t *testing.T) {
	a, w := appOf(t, dossier(t))
	a.home = t.TempDir()
	over := w.win.Canvas().Overlays()
	export := func() { w.Export(lessons.File(w.shell.words, &lesson.Lesson{Title: "L"})) }
	replace := func() {
		export()
		must(t, os.WriteFile(filepath.Join(a.home, "l.lesson.json"), nil, 0o600))
		all[*nameField](over.Top())[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	for name, c := range map[string]struct {
		open  func()
		depth int
	}{
		"about":         {func() { w.showAbout(w.shell) }, 1},
		"notices":       {w.showNotices, 1},
		"keys":          {w.showShortcuts, 1},
		"signs":         {w.showSigns, 1},
		"which lesson":  {func() { w.Ask("Which?", []string{"A", "B"}, func(int) {}) }, 1},
		"save":          {export, 1},
		"replace":       {replace, 2},
		"choose a file": {func() { w.ChooseFile([]string{".json"}, func(reader.File) {}) }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			c.open()
			stops := 0
			for range 20 { // all that the Tab key leads to
				if n := len(over.List()); n != c.depth {
					t.Fatalf("%d lie over the page, want %d", n, c.depth)
				}
				w.win.Canvas().FocusNext()
				at := w.win.Canvas().Focused()
				if at == nil {
					break
				}
				stops++
				escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
				if !w.keyFirst(escape.Name) {
					at.TypedKey(escape)
				}
				if n := len(over.List()); n != c.depth-1 {
					t.Errorf("%T keeps Escape: %d lie over the page", at, n)
				}
				for len(over.List()) > 0 {
					w.escape()
				}
				c.open()
				for range stops {
					w.win.Canvas().FocusNext()
				}
			}
			if stops == 0 {
				t.Error("nothing there can have the keyboard")
			}
			for len(over.List()) > 0 {
				w.escape()
			}
		})
	}
	w.showAbout(w.shell)
	for range 9 {
		w.win.Canvas().FocusNext()
		if b, ok := w.win.Canvas().Focused().(*widget.Button); ok && b.Text == "Close" {
			break
		}
	}
	if !w.keyFirst(fyne.KeyReturn) || len(over.List()) > 0 {
		t.Errorf("Enter on %T does not press it", w.win.Canvas().Focused())
	}
}
