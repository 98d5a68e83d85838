package views

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/storage"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/library"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// The journeys of those who bring a dossier of their own:
//
//   - A teacher is sent town.zip. Ctrl+O, the file, Enter: "Copy it into the app" has the
//     keyboard, Enter. It is open where she was, or at its overview. She goes to a chart, and
//     quits with Ctrl+Q. The next day it is there, at the chart; the zip may be gone.
//   - A student has edited figures.csv in LibreOffice and drops the folder. A table says which
//     cells are wrong. He mends one there and saves: the table is one row shorter by itself. The
//     rest has one mend each: Tab to "Mend 2 and open", Enter. His files are as they were.
//   - A researcher has last year's and this year's version: she opens one, and the other in a
//     window beside it by the card's menu (Shift+F10). Her notes are in both.

// zipped is a folder as a zip file.
func zipped(t *testing.T, files fs.FS) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "town.zip")
	if err := library.Pack(context.Background(), files, path, data.Watch{}); err != nil {
		t.Fatal(err)
	}
	return path
}

// buttonsOver are the buttons of the uppermost dialog, by their texts.
func buttonsOver(w *Window) map[string]*ui.Button {
	all, of := map[string]*ui.Button{}, w.over
	if of != nil {
		ui.Walk(of, func(o fyne.CanvasObject) bool {
			if b, ok := o.(*ui.Button); ok {
				all[b.Text] = b
			}
			return true
		})
	}
	return all
}

// button is one on the page of a window, by its text.
func button(t *testing.T, w *Window, text string) *ui.Button {
	t.Helper()
	for _, b := range all[*ui.Button](w.root) {
		if b.Text == text {
			return b
		}
	}
	var there []string
	for _, b := range all[*ui.Button](w.root) {
		there = append(there, b.Text)
	}
	t.Fatalf("there is no button %q, but %q", text, there)
	return nil
}

func TestATeacherOpensAZip(t *testing.T) {
	dir, zip := t.TempDir(), zipped(t, fixture.Harbour())
	a, w := startIn(t, dir, "")
	w.shell.Go(place(t, "figure"))
	open := command{}
	for _, c := range w.fileCommands() {
		if c.name == "menu.dossier.open" {
			open = c
		}
	}
	if open.do(); open.key != fyne.KeyO || open.mod != fyne.KeyModifierShortcutDefault || w.dialog == nil {
		t.Fatal("Ctrl+O does not ask for a file")
	}
	if _, ok := w.dialog.(*dialog.FileDialog); !ok {
		t.Fatalf("there is a %T", w.dialog)
	}
	w.dialog.Hide()
	for name, want := range map[string]bool{zip: true, "/none.zip": false, filepath.Dir(zip): false} {
		if got := (dossierFiles{}).Matches(storage.NewFileURI(name)); got != want {
			t.Errorf("%s is offered: %t", name, got)
		}
	}
	w.openPath(zip) // as the dialog does
	asked := buttonsOver(w)
	first, focused := w.win.Canvas().Focused().(*ui.Button)
	if len(asked) != 2 || !focused || first != asked["Copy it into the app"] {
		t.Fatalf("asked is %v, the keyboard is at %v", asked, first)
	}
	var about []string // what comes of each answer
	for _, each := range all[*ui.Text](w.win.Canvas().Overlays().Top()) {
		about = append(about, each.String())
	}
	if said := strings.Join(about, "\n"); !strings.Contains(said, "moved, changed or deleted") || !strings.Contains(said, "opened again") {
		t.Errorf("of the answers it says %q", said)
	}
	first.Tapped(nil)
	if w.shell.dossier.Metadata().Name != "harbour" || w.shell.Here().Kind != route.Figure {
		t.Fatalf("open is %s at %v", w.shell.dossier.Metadata().Name, w.shell.Here())
	}
	w.shell.Go(place(t, "chart"))
	a.note(w)
	a.save()
	if err := os.Remove(zip); err != nil {
		t.Fatal(err)
	}

	_, w = startIn(t, dir, "")
	if w.shell.dossier.Metadata().Name != "harbour" || w.shell.Here().Kind != route.Chart || w.notice.text != "" {
		t.Errorf("the next day open is %s at %v, it says %q", w.shell.dossier.Metadata().Name, w.shell.Here(), w.notice.text)
	}
	w.shell.Go(place(t, "library"))
	var cards []string
	for _, c := range all[*ui.Card](w.root) {
		cards = append(cards, c.Label)
	}
	if len(cards) != len(data.Builtins())+1 || !strings.HasSuffix(cards[len(cards)-1], "is open") {
		t.Errorf("the library has %q", cards)
	}
}

// A question names files and dossiers, whose names may be long: it stands in lines.
func TestLongQuestionFitsTheWindow(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	w.win.Resize(fyne.NewSize(1024, 768))
	question := inEnglish.Say("library.same", map[string]any{"Dossier": strings.Repeat("A plan of our town ", 12)})
	w.Ask(question, []string{"A", "B"}, func(int) {})
	if !slices.ContainsFunc(all[*ui.Text](w.win.Canvas().Overlays().Top()), func(o *ui.Text) bool { return o.String() == question && o.Size().Width < 500 }) {
		t.Error("the question does not stand in lines")
	}
}

// What is brought back by a key is not offered to be brought back any more.
func TestBroughtBackIsSaid(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbourIn(t)}, false)
	w.shell.Go(place(t, "library"))
	w.RemoveDossier(w.shell.from)
	if w.toast.said.String() != inEnglish.Say("library.removed.inplace", map[string]any{"Dossier": w.shell.dossier.Metadata().Title}) {
		t.Fatalf("it says %q", w.toast.said.String())
	}
	w.RestoreDossier()
	if want := inEnglish.Say("library.restored", map[string]any{"Dossier": w.shell.dossier.Metadata().Title}); w.toast.said.String() != want {
		t.Errorf("it says %q, not %q", w.toast.said.String(), want)
	}
}

// What is removed is brought back on the page itself, also after a restart.
func TestBroughtBackAfterARestart(t *testing.T) {
	dir, harbour := t.TempDir(), harbourIn(t)
	a, w := startIn(t, dir, "")
	w.openDossier(want{from: harbour}, false)
	w.openDossier(want{from: zipped(t, fixture.Harbour()), copied: true}, false)
	removed := w.Entries()[len(data.Builtins()):]
	w.openDossier(want{}, false)
	for _, e := range removed {
		w.RemoveDossier(e.ID)
	}
	a.save()
	_, w = startIn(t, dir, "")
	w.shell.Go(place(t, "library"))
	back := func() (found []*ui.Link) {
		for _, l := range all[*ui.Link](w.root) {
			if l.Text == "Bring back" {
				found = append(found, l)
			}
		}
		return found
	}
	if len(back()) != 2 || !shows(w.shell, "Can be brought back until") {
		t.Fatalf("%d can be brought back", len(back()))
	}
	c := w.win.Canvas()
	c.Focus(back()[0])
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(back()) != 1 || len(w.Entries()) != len(data.Builtins())+1 || c.Focused() != back()[0] {
		t.Errorf("%d can still be brought back, the keyboard is on %v", len(back()), c.Focused())
	}
	back()[0].OnTapped()
	if len(back()) != 0 || len(w.Entries()) != len(data.Builtins())+2 || shows(w.shell, "Removed") {
		t.Errorf("%d can still be brought back", len(back()))
	}
	for _, e := range removed {
		if w.OpenDossier(e.ID, false); w.shell.from != e.ID {
			t.Errorf("brought back, %s is not open", e.Path)
		}
	}
}

// Two of one title are told apart by their files or folders, wherever they are offered.
func TestOneTitleTwice(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	first, second := harbourIn(t), harbourIn(t) // two folders of one name
	for _, path := range []string{first, filepath.Join(second, "datapackage.json"), zipped(t, fixture.Harbour())} {
		w.openDossier(want{from: path}, false)
	}
	w.openDossier(want{from: zipped(t, fixture.Harbour()), copied: true}, false)
	edit(t, filepath.Join(second, "datapackage.json"), "{", "{ ") // other bytes
	w.openDossier(want{from: second, copied: true, as: library.As{Another: true}}, false)
	w.openDossier(want{}, false)
	w.shell.Go(place(t, "library"))
	tail := func(dir string) string { return filepath.Join(filepath.Base(filepath.Dir(dir)), "harbour") }
	said := map[string]bool{}
	for _, c := range all[*ui.Card](w.root)[len(data.Builtins()):] {
		if said[c.Label] {
			t.Errorf("two cards are called %q", c.Label)
		}
		said[c.Label] = true
	}
	for _, want := range []string{"In the folder “" + tail(first) + "”", "In the folder “" + tail(second) + "”", "In the file “town.zip”"} {
		if !shows(w.shell, want) {
			t.Errorf("no card says %q", want)
		}
	}
	recent := map[string]bool{}
	for _, c := range w.recent() {
		recent[c.own] = true
	}
	if len(recent) != 5 || !recent["Seven harbours, as a made-up report tells it (version 0.3.0, town.zip)"] {
		t.Errorf("recent are %v", recent)
	}
}

// What is not open yet is named in a sentence as titles are.
func TestNamesOfFilesAreQuoted(t *testing.T) {
	harbour := harbourIn(t)
	edit(t, filepath.Join(harbour, "figures.csv"), ",over,", ",0ver,")
	_, w := startIn(t, t.TempDir(), harbour)
	if got := all[*ui.Text](w.root)[0].String(); got != "“harbour” was not opened" {
		t.Errorf("it says %q", got)
	}
	for from, want := range map[string]string{harbour: "“harbour”", "": inEnglish.Say("dossier.builtin.name"), data.Builtins()[1].Name: "“" + w.Entries()[1].Title + "”"} {
		if got := w.nameOf(from); got != want {
			t.Errorf("%q is called %s", from, got)
		}
	}
	if _, err := data.Open(os.DirFS(harbour)); !strings.Contains(w.whyNot(err), "found “0ver”") {
		t.Errorf("why is %q", w.whyNot(err))
	}
}

// rowsOf is what the table of a refusal says.
func rowsOf(w *Window) (all []string) {
	for _, p := range w.Refused().Problems {
		all = append(all, p.String())
	}
	return all
}

func TestABadFolderIsMended(t *testing.T) {
	harbour := harbourIn(t)
	figures := filepath.Join(harbour, "figures.csv")
	good, err := os.ReadFile(figures) // #nosec G304 -- made by the test
	if err != nil {
		t.Fatal(err)
	}
	edit(t, figures, ",over,", ",0ver,")
	a, w := startIn(t, t.TempDir(), "")
	before := w.shell
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(harbour)})
	asked := buttonsOver(w)
	if first, _ := w.win.Canvas().Focused().(*ui.Button); first == nil || first != asked["Read it where it is"] {
		t.Fatalf("of a folder is asked %v", asked)
	}
	asked["Read it where it is"].Tapped(nil)
	if w.shell != before || w.shell.Here().Kind != route.Library || w.Refused() == nil || len(rowsOf(w)) != 1 {
		t.Fatalf("refused is %+v, at %v", w.Refused(), w.shell.Here())
	}
	table := all[*ui.Table](w.root)
	if len(table) != 1 || table[0].Len() != 1 || !strings.Contains(table[0].AccessibilityLabel(), "comparator") {
		t.Fatalf("there are %d tables", len(table))
	}
	button(t, w, "Copy the list").Tapped(nil)
	if got := a.fyne.Clipboard().Content(); !strings.HasPrefix(got, "File\tRow\tColumn\tFound\tAllowed\tMend\nfigures.csv\t") || strings.Count(got, "\n") != 2 {
		t.Errorf("copied is %q", got)
	}

	edit(t, figures, ",0ver,", ",1ver,") // saved, and still wrong
	w.checkAgain(w.changing.refused)
	if got := rowsOf(w); len(got) != 1 || !strings.Contains(got[0], "1ver") || w.shell != before || all[*ui.Table](w.root)[0] != table[0] {
		t.Errorf("saved once more, it says %q", got)
	}
	if err := os.WriteFile(figures, good, 0o600); err != nil {
		t.Fatal(err)
	}
	w.checkAgain(w.changing.refused)
	if w.shell != before || !w.Refused().Clean {
		t.Fatalf("mended, it is %+v, or opened by itself", w.Refused())
	}
	if len(all[*ui.Table](w.root)) != 0 {
		t.Error("a table of nothing is shown")
	}
	button(t, w, "Open").Tapped(nil)
	if w.shell.dossier.Metadata().Name != "harbour" || w.Refused() != nil {
		t.Errorf("open is %s", w.shell.dossier.Metadata().Name)
	}
}

// A dossier that the app was started with is refused by the same panel, beside the way to
// the one that comes with the app.
func TestABadDossierAtTheStart(t *testing.T) {
	harbour := harbourIn(t)
	edit(t, filepath.Join(harbour, "figures.csv"), ",over,", ",0ver,")
	_, w := startIn(t, t.TempDir(), harbour)
	if w.shell != nil || len(all[*ui.Table](w.root)) != 1 {
		t.Fatal("there is no table of what is wrong")
	}
	button(t, w, "Open the dossier that comes with the app").Tapped(nil)
	if w.shell == nil || w.Refused() != nil {
		t.Fatal("it is not open")
	}
}

// Keys move among the cards, and remove one; that is undone.
func TestCardsOfDossiersByKeyboard(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbourIn(t)}, false)
	w.openDossier(want{from: zipped(t, fixture.Harbour()), copied: true}, false)
	w.openDossier(want{}, false)
	w.shell.Go(place(t, "library"))
	cards := func() []*ui.Card { return all[*ui.Card](w.root) }
	n := len(data.Builtins())
	if len(cards()) != n+2 {
		t.Fatalf("there are %d cards", len(cards()))
	}
	c := w.win.Canvas()
	c.Focus(cards()[0])
	key := func(name fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	for range n + 1 {
		key(fyne.KeyRight)
	}
	if c.Focused() != cards()[n+1] {
		t.Fatalf("the keyboard is at %v", c.Focused())
	}
	key(fyne.KeyHome)
	key(fyne.KeyDelete)
	if len(cards()) != n+2 {
		t.Error("one that comes with the app is removed")
	}
	key(fyne.KeyEnd)
	key(fyne.KeyDelete)
	if len(cards()) != n+1 {
		t.Errorf("there are %d cards", len(cards()))
	}
	w.shell.Undo()
	if len(cards()) != n+2 {
		t.Errorf("brought back, there are %d cards", len(cards()))
	}
	for i, e := range w.Entries() {
		var names []string
		for _, a := range cards()[i].Own() {
			names = append(names, a.Name)
		}
		got := strings.Join(names, ", ")
		for name, has := range map[string]bool{
			"Open in a new window": true, "Show in folder": e.Place != library.Builtin, "Remove from the library": e.Place != library.Builtin,
			"Copy it into the app": e.Place == library.InPlace,
		} {
			if strings.Contains(got, name) != has {
				t.Errorf("%s, %s: it offers %s", e.Title, e.Place, got)
			}
		}
	}
}

// What is not there any more says so, and is refused as it is opened.
func TestADossierThatHasGone(t *testing.T) {
	harbour := harbourIn(t)
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbour}, false)
	id := w.shell.from
	w.openDossier(want{}, false)
	away := harbour + "-away" // as a stick that is taken out
	if err := os.Rename(harbour, away); err != nil {
		t.Fatal(err)
	}
	w.shell.Go(place(t, "library"))
	said := func(want string) bool {
		for _, x := range all[*ui.Text](w.root) {
			if strings.Contains(strings.ToLower(x.String()), want) {
				return true
			}
		}
		return false
	}
	if !said("not there at present") {
		t.Error("the card does not say so")
	}
	w.OpenDossier(id, false)
	if w.Refused() == nil || !said("was not opened") {
		t.Errorf("refused is %+v", w.Refused())
	}
	w.dropRefusal()
	if said("was not opened") {
		t.Error("closed, it is still there")
	}
	if _, ok := w.app.stores.dossiers().Find(id); !ok {
		t.Fatal("it is off the list")
	}
	if err := os.Rename(away, harbour); err != nil {
		t.Fatal(err)
	}
	w.OpenDossier(id, false)
	if w.Refused() != nil || w.shell.from != id {
		t.Fatalf("when it is back, open is %s, refused %+v", w.shell.from, w.Refused())
	}
	if w.shell.Go(place(t, "library")); said("not there at present") {
		t.Error("the card still says that it is not there")
	}
}

// What was made on this computer is told apart from what others made, and the card of
// what is open has a ground of its own.
func TestCardsTellWhatIsMine(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbourIn(t)}, false)
	w.OpenMade(zipped(t, fixture.Harbour()), false)
	w.shell.Go(place(t, "library"))
	mine, open := 0, 0
	for _, c := range all[*ui.Card](w.root) {
		if c.Ground == ui.ColorOpen {
			open++
		}
		for _, x := range all[*ui.Text](c) {
			if x.String() == "Mine" {
				mine++
			}
		}
	}
	if mine != 1 || open != 1 {
		t.Errorf("%d cards are mine, and %d open", mine, open)
	}
	for _, e := range w.Entries() {
		if is := e.ID == w.shell.from; e.Mine != is {
			t.Errorf("%s at %s is mine: %v", e.Title, e.Path, e.Mine)
		}
	}
}

// A dossier with the name of another is asked about, and may be one of its own.
func TestADossierWithTheNameOfAnother(t *testing.T) {
	other := harbourIn(t)
	_, w := startIn(t, t.TempDir(), harbourIn(t))
	written(t, w, "ours")
	edit(t, filepath.Join(other, "datapackage.json"), `"title": "Seven harbours`, `"title": "Eight harbours`)
	w.openDossier(want{from: other}, false)
	asked := buttonsOver(w)
	if len(asked) != 2 || asked["A dossier of its own"] == nil {
		t.Fatalf("asked is %v", asked)
	}
	asked["A dossier of its own"].Tapped(nil)
	if !strings.HasPrefix(w.shell.dossier.Metadata().Title, "Eight") || notesOf(w) != "" {
		t.Errorf("open is %q, with the notes %q", w.shell.dossier.Metadata().Title, notesOf(w))
	}
}

// What has one mend is mended in a copy and opened; where more is wrong, the table tells
// what is left. The user's own files stay as they are.
func TestMendAndOpen(t *testing.T) {
	harbour := harbourIn(t)
	figures := filepath.Join(harbour, "figures.csv")
	edit(t, figures, "berths-rebuilt,quays,", "berths-rebuilt,Quays,")
	edit(t, figures, ",over,", ",0ver,")
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbour}, false)
	if got := rowsOf(w); len(got) != 2 {
		t.Fatalf("refused is %q", got)
	}
	button(t, w, "Mend 1, 1 remain").Tapped(nil)
	if got := rowsOf(w); len(got) != 1 || !strings.Contains(got[0], "0ver") || w.Refused().Mended != 1 {
		t.Fatalf("left is %q, mended are %d", got, w.Refused().Mended)
	}
	edit(t, figures, ",0ver,", ",over,") // in a spreadsheet
	before, err := os.ReadFile(figures)  // #nosec G304 -- made by the test
	if err != nil {
		t.Fatal(err)
	}
	w.checkAgain(w.changing.refused)
	if len(rowsOf(w)) != 0 || !w.Refused().Clean || w.Refused().Mended != 1 {
		t.Fatalf("once it is saved, left is %q, mended are %d", rowsOf(w), w.Refused().Mended)
	}
	if !shows(w.shell, "1 place is mended in a copy, which is saved as it is opened") {
		t.Error("it does not say that what was mended stays so")
	}
	button(t, w, "Open").Tapped(nil)
	if w.shell.dossier.Metadata().Name != "harbour" || w.Refused() != nil || !strings.Contains(w.notice.text, "1 place mended in a copy") {
		t.Fatalf("open is %s, it says %q", w.shell.dossier.Metadata().Name, w.notice.text)
	}
	if after, err := os.ReadFile(figures); err != nil || string(after) != string(before) { // #nosec G304 -- likewise
		t.Error("the user's own file is changed")
	}
	if e, ok := w.app.stores.dossiers().Find(w.shell.from); !ok || e.Place != library.Copied {
		t.Errorf("it is %+v in the library", e)
	}
}

// What its user mends in the files, too, is not copied: nothing is left to be mended.
func TestMendedInTheFilesToo(t *testing.T) {
	harbour := harbourIn(t)
	figures := filepath.Join(harbour, "figures.csv")
	edit(t, figures, "berths-rebuilt,quays,", "berths-rebuilt,Quays,")
	edit(t, figures, ",over,", ",0ver,")
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbour}, false)
	button(t, w, "Mend 1, 1 remain").Tapped(nil)
	edit(t, figures, ",0ver,", ",over,")
	edit(t, figures, "berths-rebuilt,Quays,", "berths-rebuilt,quays,")
	w.checkAgain(w.changing.refused)
	button(t, w, "Open").Tapped(nil)
	if e, ok := w.app.stores.dossiers().Find(w.shell.from); !ok || e.Place != library.InPlace {
		t.Errorf("it is %+v in the library", e)
	}
}

// While a refusal is checked the keyboard is on Cancel, and afterwards where it was; once
// all is well it is on what opens that, and nothing else.
func TestKeyboardWhereAllIsWell(t *testing.T) {
	for _, on := range []string{"", "Open the folder", "Open the dossier that comes with the app", "Copy the list"} {
		harbour := harbourIn(t)
		figures := filepath.Join(harbour, "figures.csv")
		edit(t, figures, ",over,", ",0ver,")
		_, w := startIn(t, t.TempDir(), harbour)
		c := w.win.Canvas()
		if on != "" {
			c.Focus(button(t, w, on))
		} else {
			c.Focus(all[*ui.Table](w.root)[0])
		}
		r := w.changing.refused
		r.Checking = true
		w.refusalChanged()
		r.Checking = false
		w.refusalChanged()
		if b, ok := c.Focused().(*ui.Button); on != "" && (!ok || b.Text != on) {
			t.Errorf("from %q, once it is checked the keyboard is on %v", on, c.Focused())
		}
		edit(t, figures, ",0ver,", ",over,")
		w.checkAgain(r)
		if b, ok := c.Focused().(*ui.Button); !ok || b.Text != "Open" {
			t.Fatalf("from %q the keyboard is on %v", on, c.Focused())
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if w.shell == nil || w.shell.dossier.Metadata().Name != "harbour" {
			t.Errorf("from %q Enter does not open it", on)
		}
	}
}

// At the least size of a window that is common in schools problems stand in a table.
func TestProblemsAreATable(t *testing.T) {
	harbour := harbourIn(t)
	edit(t, filepath.Join(harbour, "figures.csv"), ",over,", ",0ver,")
	_, w := startIn(t, t.TempDir(), "")
	w.win.Resize(fyne.NewSize(1024, 768))
	w.openDossier(want{from: harbour}, false)
	if table := all[*ui.Table](w.root); len(table) != 1 || table[0].Stacked() {
		t.Error("the cells of a problem lie below one another")
	}
}

// More faults than a table tells are mended by one press.
func TestManyFaultsAreMendedAtOnce(t *testing.T) {
	for _, unsafe := range []int{0, 3} {
		harbour := harbourIn(t)
		figures := filepath.Join(harbour, "figures.csv")
		var b strings.Builder
		for i := range 1000 {
			fmt.Fprintf(&b, "berth-%d,,,Berths,so many,\"1 000,5\",,about,berths,Berths,,,,REPORTED,,2,\n", i)
		}
		all, err := os.ReadFile(figures) // #nosec G304 -- made by the test
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b.String()...)
		all = append(all, strings.Repeat("x\n", unsafe)...)
		if err := os.WriteFile(figures, all, 0o600); err != nil {
			t.Fatal(err)
		}
		_, w := startIn(t, t.TempDir(), "")
		w.openDossier(want{from: harbour}, false)
		button(t, w, "Mend all that is beyond doubt").Tapped(nil)
		switch {
		case unsafe == 0 && (w.Refused() != nil || !strings.Contains(w.notice.text, "2,000 places mended in a copy")):
			t.Errorf("it says %q", w.notice.text)
		case unsafe > 0 && (len(rowsOf(w)) != unsafe || w.Refused().Mended != 2000):
			t.Errorf("left are %d", len(rowsOf(w)))
		}
	}
}

// Switching dossiers leaves nothing behind, but the last one. Fyne keeps what it drew for a
// minute, which a variable shortens that it reads as it starts: a run of its own has it.
func TestSwitchingLeavesNothingBehind(t *testing.T) {
	const cached = "FYNE_CACHE"
	if os.Getenv(cached) == "" {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$") // #nosec G204 -- itself
		cmd.Env = append(os.Environ(), cached+"=500ms")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	harbour := harbourIn(t)
	_, w := startIn(t, t.TempDir(), "")
	var all []weak.Pointer[material]
	var shells []weak.Pointer[Shell]
	for i := range 20 {
		from := harbour
		if i%2 > 0 {
			from = ""
		}
		w.openDossier(want{from: from}, false)
		w.shell.Go(place(t, "figure"))
		w.shell.Go(place(t, "library"))
		all, shells = append(all, weak.Make(w.shell.material)), append(shells, weak.Make(w.shell))
	}
	w.toast.close()
	if n := len(w.app.stores.notes); n != 1 {
		t.Errorf("the notes of %d dossiers are open", n)
	}
	live := func() (n int) {
		for i := range all {
			if all[i].Value() != nil || shells[i].Value() != nil {
				n++
			}
		}
		return n
	}
	frame := software.NewCanvas()
	for deadline := time.Now().Add(40 * time.Second); live() > 1 && time.Now().Before(deadline); time.Sleep(500 * time.Millisecond) {
		frame.Capture()
		runtime.GC()
	}
	if n := live(); n > 1 {
		t.Errorf("%d of %d dossiers are still there", n, len(all))
	}
}

// noFiles is an app of a computer that has no program to show files in.
type noFiles struct{ fyne.App }

func (noFiles) OpenURL(*url.URL) error { return errors.New("no program") }

// A folder that cannot be shown is named whole, so that it can be found.
func TestFolderThatCannotBeShown(t *testing.T) {
	a, w := startIn(t, t.TempDir(), "")
	a.fyne = noFiles{a.fyne}
	dir := t.TempDir()
	t.Chdir(dir)
	must(t, os.Mkdir("town", 0o750))
	if w.showFolder("town"); !strings.Contains(w.toast.said.String(), "“"+filepath.Join(dir, "town")+"”") {
		t.Errorf("it says %q", w.toast.said.String())
	}
}
