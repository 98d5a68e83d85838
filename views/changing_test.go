package views

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/crash"
	"beltroad/internal/lesson"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
	own "beltroad/internal/notes"
	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// startIn is a start of the app that keeps what it keeps in a folder; asked is the
// dossier of the command line. All that belongs beside the window is done in it.
func startIn(t *testing.T, dir, asked string) (*App, *Window) {
	t.Helper()
	a := &App{
		options: Options{Languages: messagetest.Languages(t), Dossier: asked}, location: &location{fyne: test.NewTempApp(t), dir: dir},
		crashes: &crash.Log{}, theme: &ui.Theme{}, stores: stores{dir: dir}, atOnce: true,
	}
	var err error
	if a.session, err = session.Open(dir); err != nil {
		t.Fatal(err)
	}
	a.session.Change(func(s *session.Settings) { s.Language = message.Base })
	a.speak()
	*a.theme = *themeOf(a.session.Settings())
	a.fyne.Settings().SetTheme(a.theme)
	w := a.newWindow()
	a.opened(w, a.first()(context.Background(), data.Watch{}))
	t.Cleanup(a.save)
	return a, w
}

// harbourIn is the made-up dossier in a folder of the disk.
func harbourIn(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "harbour")
	if err := os.CopyFS(dir, fixture.Harbour()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces a text in a file.
func edit(t *testing.T, file, old, now string) {
	t.Helper()
	b, err := os.ReadFile(file) // #nosec G304 -- made by the test
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(b), old, now, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// written makes a note on the first paragraph that a window has.
func written(t *testing.T, w *Window, text string) {
	t.Helper()
	n, _ := w.shell.book.Add(own.On{Stands: own.Paragraph, ID: "3"}, "", 0, 0)
	n.Text = text
	if _, err := w.shell.book.Put(n, false); err != nil {
		t.Fatal(err)
	}
}

// notesOf are the texts of the notes in a window.
func notesOf(w *Window) string {
	var all []string
	for _, n := range w.shell.book.Placed() {
		all = append(all, n.Text)
	}
	return strings.Join(all, " ")
}

// What is about no dossier, as the library, is no place where one was left: whoever opens
// it sees it. The app itself starts where it ended.
func TestOpenedAtItsOwnPlace(t *testing.T) {
	dir, harbour := t.TempDir(), harbourIn(t)
	a, w := startIn(t, dir, harbour)
	w.shell.Go(place(t, "figure"))
	for _, away := range []string{"library", "make", "compare"} {
		w.shell.Go(place(t, away))
		w.openDossier(want{from: ""}, false) // from there it is opened where the window is
		w.shell.Go(place(t, away))
		w.openDossier(want{from: harbour}, false)
		if at := w.shell.Here().Kind; at != route.Figure {
			t.Errorf("from %s, what was left at its figures is opened at %s", away, at)
		}
	}
	w.shell.Go(place(t, "library"))
	a.note(w)
	a.save()
	if _, again := startIn(t, dir, ""); again.shell.Here().Kind != route.Library {
		t.Errorf("the app starts at %s", again.shell.Here().Kind)
	}
	if _, asked := startIn(t, dir, harbour); asked.shell.Here().Kind != route.Figure {
		t.Errorf("a dossier that is asked for is opened at %s", asked.shell.Here().Kind)
	}
	if _, other := startIn(t, dir, harbourOf(t, "another")); other.shell.Here().Kind != route.Overview {
		t.Errorf("a new dossier is opened at %s", other.shell.Here().Kind)
	}
}

// harbourOf is the made-up dossier under another name.
func harbourOf(t *testing.T, name string) string {
	t.Helper()
	dir := harbourIn(t)
	edit(t, filepath.Join(dir, "datapackage.json"), `"name": "harbour"`, `"name": "`+name+`"`)
	edit(t, filepath.Join(dir, "datapackage.json"), `"title": "`, `"title": "`+name+` `)
	return dir
}

// Two windows show two dossiers. Notes on each are apart, and stay as a newer version of
// it is opened, as lessons do.
func TestTwoDossiersInTwoWindows(t *testing.T) {
	dir, harbour := t.TempDir(), harbourIn(t)
	a, w := startIn(t, dir, "")
	written(t, w, "ours")
	w.shell.Go(place(t, "figure"))
	w.openDossier(want{from: harbour}, true)
	if len(a.windows) != 2 {
		t.Fatalf("there are %d windows", len(a.windows))
	}
	other := a.windows[1]
	if name := other.shell.dossier.Metadata().Name; name != "harbour" || w.shell.dossier.Metadata().Name == name {
		t.Fatalf("the other window shows %s, the first one %s", name, w.shell.dossier.Metadata().Name)
	}
	if other.theme.Pillars == nil || w.shell.Here().Kind != route.Figure {
		t.Errorf("the other has the colours %v, the first is at %v", other.theme.Pillars, w.shell.Here())
	}
	written(t, other, "theirs")
	if a, b := notesOf(w), notesOf(other); a != "ours" || b != "theirs" {
		t.Errorf("the notes are %q and %q", a, b)
	}
	store, ok := other.shell.makeLesson(other.shell.emptyLesson("Harbours"))
	if !ok {
		t.Fatal("no lesson is made")
	}
	w.shell.AddToLesson(place(t, "figure")) // the lesson that was used last is another dossier's
	if n := len(store.Lesson().Slides); n != 0 {
		t.Errorf("the lesson on the other dossier has %d slides", n)
	}

	before := other.shell.dossier.Metadata().Version
	edit(t, filepath.Join(harbour, "datapackage.json"), `"version": "`+before+`"`, `"version": "99.0.0"`)
	w.openDossier(want{from: harbour}, false)
	if v := w.shell.dossier.Metadata().Version; v != "99.0.0" || other.shell.dossier.Metadata().Version != before {
		t.Fatalf("the newer version is %s, the other window shows %s", v, other.shell.dossier.Metadata().Version)
	}
	if w.shell.Here().Kind != route.Figure || w.shell.way.Back() {
		t.Errorf("it is at %v, or a step back leads into the dossier before it", w.shell.Here())
	}
	if got := notesOf(w); got != "theirs" {
		t.Errorf("in the newer version the notes are %q", got)
	}
	written(t, w, "too") // both windows have the same notes
	if got := notesOf(other); got != "theirs too" {
		t.Errorf("a note made in one window is not in the other: %q", got)
	}
	if _, ok := w.shell.lessons.Get(store.ID); !ok {
		t.Error("in the newer version the lesson is gone")
	}
	if n := len(a.stores.notes); n != 1 {
		t.Errorf("the notes of %d dossiers are open", n)
	}
}

// What was open stays open until all of another one is read, and where it cannot be.
func TestADossierThatCannotBeOpened(t *testing.T) {
	harbour := harbourIn(t)
	edit(t, filepath.Join(harbour, "figures.csv"), "value", "valve")
	a, w := startIn(t, t.TempDir(), "")
	shell := w.shell
	for name, at := range map[string]string{"bad": harbour, "missing": filepath.Join(harbour, "none")} {
		w.openDossier(want{from: at}, false)
		if w.shell != shell || w.changing.opening != nil || w.changing.bar.text != "" {
			t.Errorf("%s: what was open is gone, or it is still being read", name)
		}
		w.openDossier(want{from: at}, true)
		if len(a.windows) != 1 {
			t.Errorf("%s: there are %d windows", name, len(a.windows))
		}
	}
}

// A dossier that is being read can be left: what is open stays so, and nothing waits.
func TestReadingIsCancelled(t *testing.T) {
	a, w := startIn(t, t.TempDir(), "")
	shell := w.shell
	o := startOpening(func(ctx context.Context, _ data.Watch) opened {
		<-ctx.Done()
		return opened{err: ctx.Err()}
	})
	w.changing.opening = o
	w.changing.bar.show("Reading", "Cancel", w.stopReading)
	if len(all[*ui.Button](w.changing.bar.whole.Objects[0])) != 1 || len(all[*ui.Link](w.changing.bar.whole.Objects[0])) != 0 {
		t.Error("there is not one button")
	}
	w.stopReading()
	if w.take(o.wait(func(progress) {}), want{}, false); w.shell != shell || w.notice.text != "" || len(a.windows) != 1 {
		t.Errorf("it says %q", w.notice.text)
	}
}

// The last dossier is there at the next start, at its place; one bad file never hinders it.
func TestTheLastDossierIsOpenedAgain(t *testing.T) {
	dir, harbour := t.TempDir(), harbourIn(t)
	a, w := startIn(t, dir, "")
	w.openDossier(want{from: harbour}, false)
	w.shell.Go(place(t, "read/7"))
	a.note(w)
	a.save()

	a, w = startIn(t, dir, "")
	if name, at := w.shell.dossier.Metadata().Name, w.shell.Here(); name != "harbour" || at.Place() != place(t, "read/7") {
		t.Fatalf("it begins at %v of %s", at, name)
	}
	w.openDossier(want{}, false)
	w.shell.Go(place(t, "map"))
	w.openDossier(want{from: harbour}, false)
	a.note(w)
	a.save()

	if err := os.Remove(filepath.Join(harbour, "figures.csv")); err != nil {
		t.Fatal(err)
	}
	_, w = startIn(t, dir, "")
	if w.shell == nil || w.shell.from != data.Builtins()[0].Name || !strings.Contains(w.notice.text, "harbours, as a made-up report tells it” was not opened") {
		t.Fatalf("it says %q", w.notice.text)
	}
	if _, w = startIn(t, dir, harbour); w.shell != nil {
		t.Error("asked for by the command line, it is not refused")
	}
}

// Lessons and notes are saved as the last window that shows their dossier leaves it.
func TestLeavingADossierSavesItsNotes(t *testing.T) {
	dir, harbour := t.TempDir(), harbourIn(t)
	a, w := startIn(t, dir, harbour)
	written(t, w, "kept")
	if _, ok := w.shell.makeLesson(w.shell.emptyLesson("Harbours")); !ok {
		t.Fatal("no lesson is made")
	}
	a.anotherWindow(w.shell.material, place(t, "map"))
	w.openDossier(want{}, false)
	if len(a.stores.notes) != 2 {
		t.Errorf("%d dossiers have notes, one is still in the other window", len(a.stores.notes))
	}
	a.windows[1].close()
	if len(a.stores.notes) != 1 {
		t.Errorf("%d dossiers have notes", len(a.stores.notes))
	}
	if store, err := own.Open(dir, "harbour"); err != nil || len(store.All()) != 1 {
		t.Errorf("saved are %d notes, %v", len(store.All()), err)
	}
	if shelf, err := lesson.OpenShelf(dir); err != nil || len(shelf.All()) != 1 {
		t.Errorf("saved are %d lessons, %v", len(shelf.All()), err)
	}
}

// What is wrong with a dossier at the start scrolls by keys, as pages do.
func TestARefusedStartScrollsByKeys(t *testing.T) {
	a, first := appOf(t, dossier(t))
	w := a.newWindow()
	w.win.Resize(first.win.Canvas().Size())
	problems := make(data.Problems, 60)
	for i := range problems {
		problems[i] = data.Problem{File: "figures.csv", Row: i + 2, Column: "comparator", Found: "Over"}
	}
	a.opened(w, opened{err: problems})
	page := ui.Largest(w.root)
	if page == nil {
		t.Fatal("nothing scrolls")
	}
	w.typed(&fyne.KeyEvent{Name: fyne.KeyEnd}, nil, nil)
	if !page.AtEnd() {
		t.Errorf("the end is not there, at %g", page.Offset())
	}
}

// The title of a window names its dossier where that is not the first one, or where
// another window shows another one; two of one title by where they are.
func TestWindowsAreNamed(t *testing.T) {
	a, w := startIn(t, t.TempDir(), "")
	titles := func() string {
		var all []string
		for _, w := range a.windows {
			all = append(all, w.win.Title())
		}
		return strings.Join(all, "; ")
	}
	app := a.Name()
	first := w.shell.dossier.Metadata().Title
	if titles() != app {
		t.Errorf("alone, it is %s", titles())
	}
	harbour, other := harbourIn(t), harbourIn(t)
	w.openDossier(want{from: harbour}, true)
	another := a.windows[1].shell.dossier.Metadata().Title
	if want := first + " – " + app + "; " + another + " – " + app; titles() != want {
		t.Errorf("of two, they are %s, not %s", titles(), want)
	}
	w.openDossier(want{from: other}, false)
	if one, two, _ := strings.Cut(titles(), "; "); one == two || !strings.HasPrefix(one, another) || !strings.HasSuffix(one, "harbour) – "+app) {
		t.Errorf("of two with one title, they are %s", titles())
	}
	a.windows[0].close()
	if titles() != another+" – "+app {
		t.Errorf("alone again, it is %s", titles())
	}
	a.windows[0].openDossier(want{}, false)
	if titles() != app {
		t.Errorf("with the first one, it is %s", titles())
	}
}
