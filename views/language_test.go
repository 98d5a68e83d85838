package views

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/crash"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/session"
	"beltroad/views/ui"
)

// appOf is the app with a window on a dossier, and English beside the made-up language.
func appOf(t *testing.T, d *data.Dossier) (*App, *Window) {
	t.Helper()
	a := &App{
		options: Options{Languages: messagetest.Languages(t), Place: "principles"}, location: &location{fyne: test.NewTempApp(t)},
		crashes: &crash.Log{}, theme: &ui.Theme{},
	}
	a.end.begun.Store(true) // nothing is noted later, when another test has the goroutine
	var err error
	if a.session, err = session.Open(""); err != nil { // in memory
		t.Fatal(err)
	}
	a.set(func(s *session.Settings) { s.Language = message.Base })
	a.speak()
	*a.theme = *themeOf(a.session.Settings())
	a.fyne.Settings().SetTheme(a.theme)
	w := a.newWindow()
	a.opened(w, opened{material: materialOf(d)})
	return a, w
}

// names are those of a menu's items, and of the menus in it.
func names(m *fyne.Menu) []string {
	all := []string{m.Label}
	for _, item := range m.Items {
		name, _, _ := strings.Cut(item.Label, "  ") // keys stand after it
		all = append(all, name)
		if item.ChildMenu != nil {
			all = append(all, names(item.ChildMenu)...)
		}
	}
	return all
}

// Another language is there at once, everywhere, and the page stands as it stood.
func TestALanguageTakesEffectAtOnce(t *testing.T) {
	d := accented(t, data.Builtin())
	a, w := appOf(t, d)
	t.Cleanup(func() { speakFyne(inEnglish) })
	known := plain(d)
	w.shell.Go(place(t, "figure?sort=-value&filter=unit:countries&scroll=200"))
	w.shell.Pick(d.Figures()[0].ID)
	before := w.shell.Now()
	if !strings.Contains(before.State, "filter=unit") {
		t.Fatalf("the page stands as %q", before)
	}
	if len(unmarked(w.root, known)) == 0 {
		t.Fatal("there is no English to begin with")
	}
	a.setLanguage(messagetest.Tag)
	for _, problem := range unmarked(w.root, known) {
		t.Errorf("still in English: %s", problem)
	}
	for deadline := time.Now().Add(10 * time.Second); !w.shell.Source().Ready(); time.Sleep(time.Millisecond) { // beside the window
		if time.Now().After(deadline) {
			t.Fatal("what is searched is not made in that language")
		}
	}
	if now := w.shell.Now(); now != before {
		t.Errorf("it stands as %q, stood as %q", now, before)
	}
	if !w.shell.Picked(d.Figures()[0].ID) {
		t.Error("the comparison is gone")
	}
	var menus []string
	for _, m := range w.win.MainMenu().Items {
		menus = append(menus, names(m)...)
	}
	for _, name := range append(menus, w.win.Title(), lang.L("Cancel"), lang.L("Quit")) {
		if unaccented.MatchString(name) && !slices.Contains([]string{"English", "English (XA)"}, name) {
			t.Errorf("still in English: %q", name)
		}
	}
	if got := a.session.Settings().Language; got != messagetest.Tag {
		t.Errorf("%q is kept", got)
	}
	a.setLanguage(message.Base)
	if got := w.win.Title(); got != d.Metadata().Title+" – Belt and Road Explorer" { // which is of no first dossier
		t.Errorf("back in English, the title is %q", got)
	}
}

// child is set in a run of this test that another one has started.
const child = "BELTROAD_TEST_LOCALE"

// Fyne's own words are those of the app's language whatever the desktop speaks,
// and Fyne has nothing to log about it.
func TestFyneSaysWhatTheAppSays(t *testing.T) {
	if os.Getenv(child) != "" {
		var logged bytes.Buffer
		log.SetOutput(&logged)
		speakFyne(inEnglish)
		for key, want := range inEnglish.Under(fyneWords) {
			if got := lang.L(key); got != want {
				t.Errorf("%q is %q, want %q", key, got, want)
			}
		}
		if logged.Len() > 0 {
			t.Errorf("Fyne logs:\n%s", &logged)
		}
		return
	}
	for _, locale := range []string{"C", "en_GB.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8", "zh_CN.UTF-8", "sr_RS.UTF-8"} {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestFyneSaysWhatTheAppSays$") // #nosec G204 -- itself
		cmd.Env = append(os.Environ(), child+"="+locale, "LANG="+locale, "LC_ALL="+locale, "LC_MESSAGES="+locale, "LANGUAGE=")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", locale, err, out)
		}
	}
}

// A text that Fyne says and the catalogue does not have would be in the
// desktop's language, or logged.
func TestAllThatFyneSaysIsInTheCatalogue(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var says map[string]any
	if err := json.Unmarshal(b, &says); err != nil {
		t.Fatal(err)
	}
	days := []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} // of a calendar, which we do not have
	ours := inEnglish.Under(fyneWords)
	for key := range says {
		if day, _, _ := strings.Cut(key, "."); ours[key] == "" && !slices.Contains(days, day) {
			t.Errorf("Fyne says %q, which the catalogue does not have", key)
		}
	}
	if len(says) < 20 {
		t.Errorf("Fyne says %d things only", len(says))
	}
}

// What opens over the window has words of the catalogue, too.
func TestDialogsInAnotherLanguage(t *testing.T) {
	d := accented(t, data.Builtin())
	a, w := appOf(t, d)
	t.Cleanup(func() { speakFyne(inEnglish) })
	a.setLanguage(messagetest.Tag)
	known := plain(d)
	saved := chartOf(t, d, "unit/countries/reported")
	// Letters and numbers are on all keyboards; addresses may go on on a second line.
	stays := regexp.MustCompile(`"([^"]+\+)?([A-Z]|F\d+)"$|^text "\S+/\S+"$|beltroad `)
	for name, show := range map[string]func(){
		"shortcuts": w.showShortcuts,
		"signs":     w.showSigns,
		"about":     func() { w.showAbout(w.shell) },
		"save":      func() { w.Export(saved) },
	} {
		show()
		top := w.win.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("%s: nothing opens", name)
		}
		n := len(nodes(top))
		if n < 8 {
			t.Errorf("%s: %d objects only", name, n)
		}
		for _, problem := range unmarked(top, known) {
			if !stays.MatchString(problem) && !strings.Contains(problem, `"`+w.exportFolder()+`"`) && !strings.Contains(problem, export.Suggest(saved.ExportName())) {
				t.Errorf("%s: %s", name, problem)
			}
		}
		w.win.Canvas().Overlays().Remove(top)
	}
}
