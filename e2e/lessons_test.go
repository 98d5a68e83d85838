//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// counted is a user whose clicks and keys are counted.
type counted struct {
	*app

	acts int
}

func (c *counted) key(keys ...string) {
	c.t.Helper()
	c.acts += len(keys)
	c.app.key(keys...)
}

func (c *counted) click(pattern string) {
	c.t.Helper()
	c.acts++
	c.app.click(pattern)
}

// lessonFiles are the user's lessons as they are on disk.
func (a *app) lessonFiles() []string {
	files, err := filepath.Glob(filepath.Join(a.home, ".config", "fyne", "*", "lessons", "*.lesson.json"))
	must(a.t, err)
	return files
}

// keepsLesson waits until a lesson on disk has all of the texts.
func (a *app) keepsLesson(texts ...string) {
	a.t.Helper()
	a.until("the lesson being kept", func() bool {
		for _, file := range a.lessonFiles() {
			b, err := os.ReadFile(file)
			has := err == nil
			for _, text := range texts {
				has = has && strings.Contains(string(b), text)
			}
			if has {
				return true
			}
		}
		return false
	})
}

// TestLessonOfFiveSlides: a teacher makes a lesson of five slides from an empty
// start, in at most 20 clicks and keys, puts them in order, and finds all of it
// again after the app was ended without a chance to save.
func TestLessonOfFiveSlides(t *testing.T) {
	t.Parallel()
	c := &counted{app: start(t)}
	c.key("ctrl+l") // the overview
	c.see("Your first lesson, .*")
	c.key("ctrl+3")
	c.waitPlace("figure")
	c.click(`Trade \d+`)
	c.waitPlace("pillar/trade")
	c.key("ctrl+l")
	c.see(".* as slide 2.*")
	c.key("ctrl+8")
	c.waitPlace("map")
	c.key("ctrl+l")
	c.see(".* as slide 3.*")
	c.key("ctrl+9")
	c.waitPlace("timeline")
	c.key("ctrl+l")
	c.see(".* as slide 4.*")
	c.key("ctrl+7")
	c.waitPlace("chart")
	c.key("ctrl+l")
	c.see(".* as slide 5.*")
	c.click(`Lessons \d+`)
	c.waitPlace("lesson")
	c.click("Open My lesson")
	c.see("5 slides")
	if c.acts > 20 {
		t.Errorf("it took %d clicks and keys", c.acts)
	}
	t.Logf("five slides took %d clicks and keys", c.acts)

	// The slides are put in order and written on by keyboard.
	c.app.click("Slide 5: .*")
	c.key("alt+Up", "alt+Up", "alt+Up")
	c.see("Slide 2: Charts.*|Slide 2: .*, Chart.*")
	c.key("Return")
	c.write("Look first")
	c.see("Slide 2: Look first.*")
	c.key("Escape", "ctrl+j")
	c.see("6 slides")
	c.key("Delete")
	c.see("5 slides")
	c.key("ctrl+z")
	c.see("6 slides")
	c.key("ctrl+shift+z")
	c.see("5 slides")
	c.key("ctrl+shift+h")
	c.see("5 slides, 1 of them hidden")
	c.keepsLesson(`"title": "Look first"`, `"hidden": true`, `"place": "map`)
	c.crash()

	c.open("lesson")
	c.app.click("Open My lesson")
	from, to := c.see("Slide 2: Look first.*"), c.see("Slide 1: .*")
	x, y := from.center()
	c.drag(x, y, 0, to.Y-from.Y)
	c.see("Slide 1: Look first.*")
}

// TestLessonFile opens a lesson's file by its name, as a double click does, and
// refuses a damaged one, which stays as it is.
func TestLessonFile(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	file := filepath.Join(a.home, "theirs.lesson.json")
	good := `{"format": "beltroad.lesson", "version": 1, "title": "Theirs", "dossier": {"name": "elsewhere"}, "slides": [
{"id": "a", "place": "figure/none", "title": "Gone"}, {"id": "b", "place": "map"}]}`
	must(t, os.WriteFile(file, []byte(good), 0o600))
	a.open(file)
	a.see("Slide 1: Gone.*")
	a.see("This lesson is of another dossier, elsewhere.*")
	a.keepsLesson(`"title": "Theirs"`)
	a.quit()

	torn := good[:60]
	must(t, os.WriteFile(file, []byte(torn), 0o600))
	a.open(file)
	a.see("The lesson file “theirs.lesson.json” could not be opened.*It is damaged.*")
	if b, err := os.ReadFile(file); err != nil || string(b) != torn {
		t.Errorf("the damaged file is %q now, %v", b, err)
	}
	a.quit()
}

// TestLessonDropped drops a damaged lesson on the window, and then a good one: what was
// told of the first goes. Then that lesson is removed by keyboard: the same key again
// removes nothing else, and both keys for undoing bring it back, also from the page of
// another one.
func TestLessonDropped(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	torn, good := filepath.Join(a.home, "torn.lesson.json"), filepath.Join(a.home, "théirs.lesson.json")
	must(t, os.WriteFile(torn, []byte("{"), 0o600))
	must(t, os.WriteFile(good, []byte(`{"format": "beltroad.lesson", "version": 1, "title": "Theirs", "dossier": {"name": "beltroad"}, "slides": [{"id": "a", "place": "map"}]}`), 0o600))
	a.open("overview")
	a.drop(torn)
	a.see("The lesson file “torn.lesson.json” could not be opened.*")
	a.drop(good)
	a.see("Slide 1: .*")
	a.wait("the notice going", func(s screen) bool { return len(all(s.Seen, "The lesson file .* could not be opened.*")) == 0 })
	a.key("ctrl+e")
	a.waitPlace("lesson")
	a.click("Copy: Theirs")
	a.see("2 of 2|Slide 1: .*")
	a.key("ctrl+e")
	a.see(`Open Theirs \(my copy\)`)
	a.click("Remove: Theirs")
	a.see("“Theirs” is removed.*")
	a.key("Return") // the keyboard is at the copy
	a.see("Slide 1: .*")
	a.key("ctrl+z")
	a.see("“Theirs” is back.*")
	a.key("ctrl+e")
	a.see("Open Theirs")
	a.see(`Open Theirs \(my copy\)`)
	a.quit()
}

// TestEscapeLeavesDialogs: wherever in a dialog the keyboard is, Escape leaves it, the
// innermost first, and Enter presses its buttons.
func TestEscapeLeavesDialogs(t *testing.T) {
	t.Parallel()
	a := start(t, "lesson/read-a-number")
	must(t, os.WriteFile(filepath.Join(a.home, "how-to-read-a-number.lesson.json"), nil, 0o600))
	a.click("Save a copy")
	a.see("Save as a file")
	a.key("Return") // in the name
	a.see("Replace the file that is there.")
	for _, keys := range [][]string{{}, {"Tab"}} {
		a.key(append(keys, "Escape")...)
		a.wait("the question going", func(s screen) bool { return len(all(s.Seen, "Replace the file that is there.")) == 0 })
		a.see("Save as a file")
		a.click("Save")
		a.see("Replace the file that is there.")
	}
	a.key("Return") // the keyboard is at what does nothing
	a.wait("the question going", func(s screen) bool { return len(all(s.Seen, "Replace the file that is there.")) == 0 })
	a.click("Another folder")
	a.see("Open Folder")
	a.key("Tab", "Tab", "Tab", "Escape")
	a.wait("the folders going", func(s screen) bool { return len(all(s.Seen, "Open Folder")) == 0 })
	a.see("Save as a file")
	a.key("Escape")
	a.wait("the dialog going", func(s screen) bool { return !s.covered() })
	a.key("ctrl+shift+o", "Tab", "Tab", "Escape")
	a.wait("the files going", func(s screen) bool { return !s.covered() })
	a.quit()
}
