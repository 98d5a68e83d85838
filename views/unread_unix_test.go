//go:build unix

package views

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"beltroad/internal/crash"
	"beltroad/internal/lesson"
	"beltroad/internal/library"
	"beltroad/internal/notes"
	"beltroad/internal/session"
)

// odd are things in the place of a file, by what they are.
var odd = map[string]func(path string) error{
	"a pipe":        func(path string) error { return syscall.Mkfifo(path, 0o600) },
	"a folder":      func(path string) error { return os.Mkdir(path, 0o700) },
	"a device":      func(path string) error { return os.Symlink("/dev/zero", path) },
	"a closed file": func(path string) error { return os.WriteFile(path, []byte("{}"), 0) },
	"nothing in it": func(path string) error { return os.WriteFile(path, nil, 0o600) },
	"200 MB of zeros": func(path string) error {
		return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 200<<20))
	},
}

// standIn puts something in the place of a file.
func standIn(t *testing.T, what, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := odd[what](path); err != nil {
		t.Fatal(err)
	}
}

// Fyne finds no file that it would wait for, fill the memory with or break at. What the
// user had there is still there.
func TestWhatFyneReadsIsLookedAtBefore(t *testing.T) {
	for what, c := range map[string]struct{ moved, left bool }{
		"a pipe": {moved: true}, "a device": {moved: true}, "200 MB of zeros": {moved: true},
		"a folder": {left: true}, "a closed file": {}, "nothing in it": {},
	} {
		path := filepath.Join(t.TempDir(), "settings.json")
		standIn(t, what, path)
		err := clearWay([]foreign{{path, 1 << 20, nil}, {filepath.Join(filepath.Dir(path), "none"), 1 << 20, nil}})
		got, told := errors.AsType[*unread](err)
		if told != (c.moved || c.left) || told && (len(got.moved) > 0) != c.moved || told && (len(got.left) > 0) != c.left || isBlocked(err) {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) != c.moved {
			t.Errorf("%s: it is there: %v", what, err)
		}
		if !told {
			continue
		}
		if c.moved {
			if _, err := os.Lstat(got.as[0]); err != nil {
				t.Errorf("%s is not kept: %v", what, err)
			}
		}
		if said := got.said(inEnglish); !strings.Contains(said, path) || c.moved && !strings.Contains(said, filepath.Base(got.as[0])) {
			t.Errorf("%s: %q", what, said)
		}
	}
}

// Fyne panics at a list of more than one kind among the preferences, which the app
// does not use.
func TestPreferencesThatFyneBreaksAt(t *testing.T) {
	for text, fit := range map[string]bool{`{"a":[true,1]}`: false, `{"a":[]}`: false, `{"a":{"b":[1]}}`: true, `{"a":1}`: true, `[1]`: true, "": true, "{": true} {
		path := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := clearWay([]foreign{{path, 1 << 20, hasNoLists}}); (err == nil) != fit {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Where something cannot be put aside, Fyne is kept from it all the same.
func TestWhatCannotBePutAside(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write into any folder")
	}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir()) // which is put back after
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	standIn(t, "a pipe", path)
	if err := os.Chmod(dir, 0o500); err != nil { // #nosec G302 -- a folder
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o700) }() // #nosec G302 -- a folder
	err := clearWay([]foreign{{path, 1 << 20, nil}})
	if !isBlocked(err) {
		t.Fatal(err)
	}
	if dir, err := os.UserConfigDir(); err == nil {
		if _, err := os.ReadDir(dir); err == nil {
			t.Error("Fyne still finds the folder ", dir)
		}
	}
}

func openSession(dir string) error {
	s, err := session.Open(dir)
	_ = s.Save() // nothing is written later
	return err
}

func openNotes(dir string) error {
	s, err := notes.Open(dir, "harbour")
	_ = s.Close()
	return err
}

func openLessons(dir string) error {
	s, err := lesson.OpenShelf(dir)
	_ = s.Close()
	return err
}

// Whatever lies in the place of a file of the app's own, it is opened without it, and
// that is told.
func TestWhatTheAppReadsMayBeNoFile(t *testing.T) {
	for what := range odd {
		for name, open := range map[string]func(dir string) error{
			"settings.json":                 openSession,
			"library.json":                  func(dir string) error { _, err := library.OpenShelf(dir); return err },
			"notes/notes-harbour.json":      openNotes,
			"lessons/abc.lesson.json":       openLessons,
			"crash/run-1.log":               func(dir string) error { l, err := crash.Open(dir, "1"); return errors.Join(err, l.Close()) },
			"settings.before-1.json":        openSession,
			"settings.json.lock":            openSession,
			"notes/notes-harbour.json.lock": openNotes,
			"lessons/abc.lesson.json.x":     openLessons,
		} {
			dir := t.TempDir()
			standIn(t, what, filepath.Join(dir, name))
			err := open(dir)
			quiet := strings.HasSuffix(name, ".lock") || strings.HasSuffix(name, ".x") ||
				strings.HasPrefix(name, "lessons") && (what == "a pipe" || what == "a folder" || what == "a device") || // which is no lesson
				strings.HasPrefix(name, "crash") || // nobody's work
				what == "a closed file" && os.Getuid() == 0 // which root may read
			if err == nil && !quiet {
				t.Errorf("%s in the place of %s is not told", what, name)
			}
		}
	}
}
