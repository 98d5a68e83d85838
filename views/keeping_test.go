package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/internal/session"
)

// appAt is the app with a window, whose settings are kept in a folder.
func appAt(t *testing.T, dir string) (*App, *Window) {
	t.Helper()
	a, w := appOf(t, dossier(t))
	a.end.begun.Store(false)
	t.Cleanup(func() { a.end.begun.Store(true) })
	var err error
	a.session, err = session.Open(dir)
	a.session.Trouble(func(err error) { a.do(func() { a.inUse.saySettings(err) }) })
	w.saySettings(err)
	return a, w
}

// said is what is said at the window's lower edge.
func (w *Window) said() string {
	if len(w.toast.layer.Objects) == 0 {
		return ""
	}
	return w.toast.said.String()
}

// What keeps settings from being saved is said on screen, and once.
func TestSettingsThatAreNotSaved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "settings")
	a, w := appAt(t, dir)
	if got := w.said(); got != "" {
		t.Errorf("at first it says %q", got)
	}
	save := func(place string) {
		a.session.Change(func(s *session.Settings) { s.Place = place })
		a.save()
	}
	must(t, os.RemoveAll(dir))
	must(t, os.WriteFile(dir, nil, 0o600)) // where the folder was
	save("read/1")
	if got := w.said(); !strings.HasPrefix(got, "Your settings are not saved in ") || strings.Contains(got, "mkdir") {
		t.Errorf("it says %q", got)
	}
	w.toast.close()
	save("read/2")
	if got := w.said(); got != "" {
		t.Errorf("again it says %q", got)
	}
	must(t, os.Remove(dir))
	save("read/3")
	must(t, os.RemoveAll(dir))
	must(t, os.WriteFile(dir, nil, 0o600))
	save("read/4")
	if w.said() == "" {
		t.Error("once it had worked, that it fails anew is not said")
	}
}

func TestWhatIsSaidOfSettingsAtTheStart(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(dir string) error
		want    string
	}{
		"damaged": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "settings.json"), []byte("torn"), 0o600)
		}, "The settings file was damaged and is kept as "},
		"newer": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"version":9}`), 0o600)
		}, "Your settings were saved by a later version of the program, in "},
		"a folder": {func(dir string) error { return os.Mkdir(filepath.Join(dir, "settings.json"), 0o700) }, "Your settings are not saved in "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			must(t, c.prepare(dir))
			_, w := appAt(t, dir)
			if got := w.said(); !strings.HasPrefix(got, c.want) {
				t.Errorf("it says %q", got)
			}
		})
	}
}

// No warning takes the place of another, and none is lost to what is said otherwise.
func TestWarnings(t *testing.T) {
	_, w := appAt(t, "")
	w.toast.warn("first")
	w.toast.warn("second")
	w.toast.warn("third")
	if got := w.said(); got != "first" {
		t.Errorf("it says %q", got)
	}
	w.toast.close()
	w.Say("copied")
	for _, want := range []string{"copied", "third", ""} {
		if got := w.said(); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
		w.toast.close()
	}
}

// An offer is taken away by what it said alone.
func TestWithdrawn(t *testing.T) {
	_, w := appAt(t, "")
	w.Offer("The slide is removed.", "Undo", func() {})
	if w.Withdraw("Something else"); w.said() != "The slide is removed." {
		t.Errorf("it says %q", w.said())
	}
	if w.Withdraw("The slide is removed."); w.said() != "" {
		t.Errorf("it says %q still", w.said())
	}
}

// A program that only goes from place to place keeps what another one has changed.
func TestAnotherProgramsLookStays(t *testing.T) {
	dir := t.TempDir()
	a, of := appAt(t, dir)
	b, _ := appAt(t, dir) // both have read the same; of is as that program has it
	must(t, b.session.Update(func(s *session.Settings) { s.Scheme, s.TextSize, s.Folder = "dark", 150, "/other" }))
	a.windows, a.inUse = []*Window{of}, of
	of.shell.Go(place(t, "read/7"))
	a.note(of)
	a.save()
	again, err := session.Open(dir)
	must(t, err)
	if got := again.Settings(); got.Scheme != "dark" || got.TextSize != 150 || got.Folder != "/other" || !strings.HasPrefix(got.Place, "read/7") {
		t.Errorf("kept is %+v", got)
	}
}
