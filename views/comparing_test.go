package views

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/notes"
	"beltroad/internal/spoken"
	"beltroad/views/compare"
	"beltroad/views/route"
	"beltroad/views/ui"
)

func (d *desk) others(of *material, words *message.Printer) []compare.Dossier {
	return pictureFrame{}.others(of, words)
}

func (d *desk) readOther(ctx context.Context, of *material, id string, watch data.Watch) (*data.Dossier, error) {
	return pictureFrame{}.readOther(ctx, of, id, watch)
}

// earlierOnes are the earlier versions of dossiers that tests have made, by the
// dossiers, and by name those of the folders that they are read from.
var earlierOnes sync.Map

// comparedInTests has pictures compare a dossier with an earlier version of it, and with another
// dossier in the same letters.
func comparedInTests(d *data.Dossier) []*data.Dossier {
	if all, ok := earlierOnes.Load(d); ok {
		return all.([]*data.Dossier)
	}
	folders := map[string]fs.FS{}
	for _, folder := range []fs.FS{data.Builtin(), fixture.Harbour()} {
		other, err := data.Open(folder)
		if err != nil {
			return nil
		}
		folders[other.Metadata().Name] = folder
	}
	var all []*data.Dossier
	for name, folder := range folders {
		if name != d.Metadata().Name {
			other, _ := data.Open(folder) // which has just been opened
			all = append(all, other)
		} else if earlier, err := earlierVersion(folder); err == nil {
			all = append(all, earlier)
		}
	}
	slices.SortFunc(all, func(a, b *data.Dossier) int { return strings.Compare(a.Metadata().Name, b.Metadata().Name) })
	earlierOnes.Store(d, all)
	return all
}

// earlierVersion is an earlier version of the dossier of a folder.
func earlierVersion(folder fs.FS) (*data.Dossier, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(folder, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(folder, path)
		files[path] = &fstest.MapFile{Data: b, Mode: 0o644}
		return err
	})
	if err != nil {
		return nil, err
	}
	earlier(files)
	return data.Open(files)
}

var versionMember = regexp.MustCompile(`"version": ?"[^"]*"`)

// earlier makes an earlier version of the files of a dossier: an event was not there
// yet, another is there no more, and words of a figure, a project and a paragraph were
// others.
func earlier(files fstest.MapFS) {
	rewrite := func(table string, change func(rows [][]string, column map[string]int) [][]string) {
		rows, err := csv.NewReader(bytes.NewReader(files[table].Data)).ReadAll()
		if err != nil {
			return
		}
		column := map[string]int{}
		for i, name := range rows[0] {
			column[name] = i
		}
		var b bytes.Buffer
		_ = csv.NewWriter(&b).WriteAll(change(rows, column)) // to memory, which does not fail
		files[table] = &fstest.MapFile{Data: b.Bytes(), Mode: 0o644}
	}
	rewrite("events.csv", func(rows [][]string, column map[string]int) [][]string {
		gone := slices.Clone(rows[1])
		gone[column["id"]] = "gone-since"
		return append(rows[:len(rows)-1:len(rows)-1], gone)
	})
	rewrite("figures.csv", func(rows [][]string, column map[string]int) [][]string {
		rows[1][column["label"]] = lessWords(rows[1][column["label"]])
		rows[1][column["claim"]] = "opinion"
		rows[2][column["caution"]] = ""
		rows[3][column["as_of"]] = "2021-03"
		return rows
	})
	rewrite("projects.csv", func(rows [][]string, column map[string]int) [][]string {
		rows[1][column["summary"]] = lessWords(rows[1][column["summary"]])
		rows[2][column["countries"]] = "NOR"
		return rows
	})
	rewrite("statements.csv", func(rows [][]string, column map[string]int) [][]string {
		rows[1][column["text"]] = lessWords(rows[1][column["text"]])
		return rows
	})
	rewrite("synonyms.csv", func(rows [][]string, column map[string]int) [][]string {
		rows[1], rows[2] = rows[2], rows[1]
		return rows
	})
	files["datapackage.json"] = &fstest.MapFile{Data: versionMember.ReplaceAll(files["datapackage.json"].Data, []byte(`"version": "0.1.0"`)), Mode: 0o644}
}

// lessWords is a text without its last word.
func lessWords(s string) string {
	if i := strings.LastIndexByte(strings.TrimSpace(s), ' '); i > 0 {
		return s[:i]
	}
	return s + s
}

func TestEarlierVersionsForPictures(t *testing.T) {
	for _, folder := range []fs.FS{data.Builtin(), fixture.Harbour()} {
		if _, err := earlierVersion(folder); err != nil {
			t.Error(err)
		}
	}
}

// tabTo goes on with the Tab key until what has the keyboard is called so.
func tabTo(t *testing.T, c fyne.Canvas, label string) fyne.Focusable {
	t.Helper()
	var passed []string
	for range 150 {
		c.FocusNext()
		if a, ok := c.Focused().(fyne.Accessible); ok {
			if strings.HasPrefix(a.AccessibilityLabel(), label) {
				return c.Focused()
			}
			passed = append(passed, a.AccessibilityLabel())
		}
	}
	t.Fatalf("no Tab leads to %q, but to %q", label, passed)
	return nil
}

// press opens what has the keyboard, and goes on with some keys.
func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range append([]fyne.KeyName{fyne.KeyReturn}, keys...) {
		key(c.Focused(), k)
	}
}

// shows tells whether a text is on the page.
func shows(s *Shell, text string) bool {
	return slices.ContainsFunc(all[*ui.Text](s.page.Content()), func(o *ui.Text) bool { return strings.Contains(o.String(), text) })
}

// A teacher got another version of a dossier. She compares it with the one from
// before, keeps the figures alone, opens one of them beside what has changed, and
// saves all of it as Markdown: by keyboard, on the smallest usual screen.
func TestJourneyOfATeacherWithAnotherVersion(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, fyne.NewSize(1024, 768), 1)
	s.Go(place(t, "compare"))
	if !shows(s, inEnglish.Say("compare.how", map[string]any{"Dossier": s.dossier.Metadata().Title})) {
		t.Error("the page does not say what it does")
	}
	tabTo(t, c, inEnglish.Say("compare.choose"))
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if s.Here().String() != "compare/beltroad" || !shows(s, "1 added, 1 removed, 7 changed") || !shows(s, "From version 0.1.0") {
		t.Fatalf("at %s the page shows %q", s.Here(), said(s))
	}
	tabTo(t, c, inEnglish.Say("compare.tables"))
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if !strings.Contains(s.Now().State, "table:figures") || shows(s, "Belt and Road Initiative") || !shows(s, "3 of 10") {
		t.Fatalf("at %s the page shows %q", s.Now(), said(s))
	}
	if told := spokenNow(s); !strings.Contains(told, "Kind of claim: was Opinion, is Reported") {
		t.Errorf("a screen reader is not told what was changed, but %s", told)
	}
	card := tabTo(t, c, "Changed: ")
	press(c)
	if s.Here().Pane.Kind != route.Figure || s.Here().Kind != route.Compare || !strings.Contains(s.Now().State, "table:figures") {
		t.Errorf("the record opens at %s", s.Now())
	}
	if s.Escape(); c.Focused() != card {
		t.Errorf("after Esc the keyboard is at %T", c.Focused())
	}
	if !sets(s, "Opinion", struck) || !sets(s, "Reported", underlined) || !sets(s, "March 2021", struck) || !shows(s, "Opinion now Reported") || !shows(s, "gone: March 2021") {
		t.Errorf("what changed is not marked in %q", said(s))
	}
	tabTo(t, c, inEnglish.Say("compare.save.markdown"))
	press(c)
	if len(k.exported) != 1 {
		t.Fatalf("%d files are offered", len(k.exported))
	}
	formats, usual := export.Formats(k.exported[0])
	var b strings.Builder
	if err := k.exported[0].(export.Texts).Text(formats[usual])(&b); err != nil || formats[usual].End != ".md" || !strings.Contains(b.String(), "## Figures") {
		t.Errorf("saved as %v is %v\n%s", formats, err, &b)
	}
}

var (
	struck     = fyne.TextStyle{Strikethrough: true}
	underlined = fyne.TextStyle{Underline: true}
)

// sets tells whether a stretch of a text stands on the page in a style.
func sets(s *Shell, text string, style fyne.TextStyle) bool {
	for _, o := range all[*ui.Text](s.page.Content()) {
		if slices.ContainsFunc(o.Runs, func(r ui.Run) bool { return r.Text == text && r.Style == style }) {
			return true
		}
	}
	return false
}

// spokenNow is what a screen reader is told of the page.
func spokenNow(s *Shell) string {
	var b strings.Builder
	_ = spoken.Write(&b, ui.Tell(s.page.Content(), fyne.Position{}, nil)) // to memory, which does not fail
	return b.String()
}

// said are the texts of the page.
func said(s *Shell) []string {
	var found []string
	for _, o := range all[*ui.Text](s.page.Content()) {
		found = append(found, o.String())
	}
	return found
}

// What is filtered and which way round the two are is in the place, and comes back
// with it; swapped, what was added was removed.
func TestCompareStandsAsItWasLeft(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "compare/beltroad"))
	tabTo(t, c, inEnglish.Say("compare.swap"))
	press(c)
	if !shows(s, "From version 1.1.0") {
		t.Errorf("swapped, the page shows %q", said(s))
	}
	s.page.(*compare.Page).Restore(route.State{"filter": "table:events;change:removed", "turned": "1"})
	if !shows(s, "1 of 10") {
		t.Errorf("filtered, the page shows %q", said(s))
	}
	was := s.Now()
	s.Go(place(t, "overview"))
	s.Back()
	if now := s.Now(); now != was || !shows(s, "1 of 10") || !shows(s, "From version 1.1.0") {
		t.Errorf("left at %s, back at %s: %q", was, now, said(s))
	}
}

// A policy reader lays the promises of two documents beside each other: how many name
// a deadline, an amount, a measure, each as a share of its own.
func TestJourneyOfAPolicyReaderWithTwoDossiers(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, fyne.NewSize(1024, 768), 1)
	s.Go(place(t, "compare"))
	tabTo(t, c, inEnglish.Say("compare.choose"))
	press(c, fyne.KeyEnd, fyne.KeyReturn)
	if !shows(s, inEnglish.Say("compare.two.how")) {
		t.Fatalf("at %s the page shows %q", s.Here(), said(s))
	}
	tasks := s.dossier.TasksOf(data.Commitments)
	for _, want := range []string{fmt.Sprintf("0 of %d %s", tasks, inEnglish.Say("compare.promises.deadline")), "2 of 4 " + inEnglish.Say("compare.promises.deadline")} {
		if !shows(s, want) {
			t.Errorf("no %q in %q", want, said(s))
		}
	}
	tabTo(t, c, inEnglish.Say("compare.copy"))
	press(c)
	if len(k.copied) != 1 || !strings.Contains(k.copied[0], "| Name a deadline | 2 of 4 |") {
		t.Errorf("copied is %q", k.copied)
	}
	tabTo(t, c, inEnglish.Say("compare.promises.open"))
	press(c)
	if s.Here().Kind != route.Commitments {
		t.Errorf("the promises are at %s", s.Here())
	}
}

// A dossier that is gone is said to be, and reading can be ended.
func TestCompareWithWhatIsGone(t *testing.T) {
	s, _, _ := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.Go(place(t, "compare/nowhere"))
	if !shows(s, inEnglish.Say("compare.gone")) {
		t.Errorf("the page shows %q", said(s))
	}
}

// Another version takes the place of one that is in the library: what is new in it is
// offered. The notes are there, each where its paragraph now stands; one on a figure
// that has gone is told to fit nowhere.
func TestJourneyToANewerVersion(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	folder := harbourIn(t)
	w.openDossier(want{from: folder, copied: true}, false)
	written(t, w, "on the byline")
	figures := w.shell.dossier.Figures()
	last := figures[len(figures)-1].ID
	if n, ok := w.shell.book.Add(notes.On{Stands: notes.Figure, ID: last}, "", 0, 0); ok {
		n.Text = "on a figure"
		_, _ = w.shell.book.Put(n, false)
	}

	edit(t, filepath.Join(folder, "datapackage.json"), `"version": "0.3.0"`, `"version": "0.4.0"`)
	edit(t, filepath.Join(folder, "figures.csv"), "Pupils taught", "Pupils who were taught")
	dropLine(t, filepath.Join(folder, "figures.csv"), last+",")
	w.openDossier(want{from: folder, copied: true}, false)
	if v := w.shell.dossier.Metadata().Version; v != "0.4.0" {
		t.Fatalf("open is version %s", v)
	}
	stands := map[string]bool{}
	for _, p := range w.shell.book.Placed() {
		stands[p.Text] = !p.Orphan()
	}
	if !stands["on the byline"] || stands["on a figure"] || len(stands) != 2 {
		t.Errorf("the notes stand: %v", stands)
	}
	offered := all[*ui.Link](w.toast.layer)
	if len(offered) != 1 || offered[0].Label != inEnglish.Say("compare.new") {
		t.Fatalf("offered are %d things after %q", len(offered), w.toast.said)
	}
	w.win.Canvas().Focus(offered[0])
	press(w.win.Canvas())
	if !shows(w.shell, "From version 0.3.0 to version 0.4.0") || !shows(w.shell, "1 removed and 2 changed") || !sets(w.shell, "who were", underlined) {
		t.Errorf("the page at %s shows %q", w.shell.Here(), said(w.shell))
	}
	for _, o := range w.shell.Dossiers() {
		if o.Name == inEnglish.Say("compare.version", message.Args{"Version": "0.4.0"}) {
			t.Error("it could be compared with itself")
		}
	}
}

// What is new is offered in a new window, too: of a version that has taken the place of
// another, and of one beside the earlier one that was open.
func TestWhatIsNewIsOfferedInANewWindow(t *testing.T) {
	for _, copied := range []bool{true, false} {
		a, w := startIn(t, t.TempDir(), "")
		folder := harbourIn(t)
		w.openDossier(want{from: folder, copied: copied}, false)
		if !copied {
			folder = harbourIn(t)
		}
		edit(t, filepath.Join(folder, "datapackage.json"), `"version": "0.3.0"`, `"version": "0.4.0"`)
		edit(t, filepath.Join(folder, "figures.csv"), "Pupils taught", "Pupils who were taught")
		w.openDossier(want{from: folder, copied: copied}, true)
		if len(a.windows) != 2 {
			t.Fatalf("copied %v: there are %d windows", copied, len(a.windows))
		}
		another := a.windows[1]
		offered := all[*ui.Link](another.toast.layer)
		if len(offered) != 1 || offered[0].Label != inEnglish.Say("compare.new") || len(all[*ui.Link](w.toast.layer)) != 0 {
			t.Fatalf("copied %v: offered are %d things after %q", copied, len(offered), another.toast.said)
		}
		another.win.Canvas().Focus(offered[0])
		press(another.win.Canvas())
		if !shows(another.shell, "From version 0.3.0 to version 0.4.0") || !sets(another.shell, "who were", underlined) {
			t.Errorf("copied %v: the page at %s shows %q", copied, another.shell.Here(), said(another.shell))
		}
		if v := w.shell.dossier.Metadata().Version; v != "0.3.0" {
			t.Errorf("copied %v: the first window shows version %s", copied, v)
		}
	}
}

// An earlier version that is opened after a later one is nothing new.
func TestNothingIsNewInAnEarlierVersion(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	earlier, later := harbourIn(t), harbourIn(t)
	edit(t, filepath.Join(later, "datapackage.json"), `"version": "0.3.0"`, `"version": "0.4.0"`)
	w.openDossier(want{from: later}, false)
	w.openDossier(want{from: earlier}, false)
	if n := len(all[*ui.Link](w.toast.layer)); n != 0 {
		t.Errorf("offered are %d things after %q", n, w.toast.said)
	}
}

// The other dossier need not be in the library: it is chosen, or dropped on the page, and
// is in no list afterwards but that of this page.
func TestCompareWithAFileFromElsewhere(t *testing.T) {
	a, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: harbourIn(t)}, false)
	folder := harbourIn(t)
	edit(t, filepath.Join(folder, "figures.csv"), "Pupils taught", "Pupils who were taught")
	before := len(w.Entries())
	w.shell.Go(place(t, "compare"))
	if w.shell.Here().Kind != route.Compare {
		t.Fatalf("at %s", w.shell.Here())
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(folder)})
	if w.shell.Here().Kind != route.Compare || !shows(w.shell, "1 changed") || !sets(w.shell, "who were", struck) {
		t.Fatalf("at %s it says %q", w.shell.Here(), said(w.shell))
	}
	if len(w.Entries()) != before {
		t.Error("it is in the library")
	}
	filters := all[*ui.Filter](w.shell.page.Content())
	if len(filters) == 0 || filters[0].Name() != filepath.Base(folder) {
		t.Errorf("chosen is %v", filters)
	}
	was := w.shell.Now()
	w.compareWith(zipped(t, fixture.Harbour())) // as the dialog does
	if !shows(w.shell, inEnglish.Say("compare.same")) {
		t.Errorf("of a file it says %q", said(w.shell))
	}
	if w.shell.Back(); w.shell.Now() != was || !sets(w.shell, "who were", struck) {
		t.Errorf("back at %s it says %q", w.shell.Now(), said(w.shell))
	}
	edit(t, filepath.Join(folder, "figures.csv"), ",over,", ",0ver,")
	if w.shell.Go(place(t, "overview")); len(a.windows) != 1 {
		t.Error("another window is open")
	}
	w.shell.Go(was)
	if !shows(w.shell, "0ver") {
		t.Errorf("of what is spoilt by now it says %q", said(w.shell))
	}
	_, other := startIn(t, t.TempDir(), "")
	other.shell.Go(was.Place())
	if !shows(other.shell, inEnglish.Say("compare.forgotten")) {
		t.Errorf("started anew it says %q", said(other.shell))
	}
}

// dropLine takes the line of a file that begins so away.
func dropLine(t *testing.T, file, start string) {
	t.Helper()
	b, err := os.ReadFile(file) // #nosec G304 -- made by the test
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(b), "\n")
	left := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.HasPrefix(line, start) })
	if len(left) != len(lines)-1 {
		t.Fatalf("%s has %d lines that begin with %q", file, len(lines)-len(left), start)
	}
	if err := os.WriteFile(file, []byte(strings.Join(left, "")), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Of the dossiers to compare with, the versions of the one that is open come first, and two
// of one name are told apart by where they lie.
func TestOthersAreToldApart(t *testing.T) {
	first, second := harbourIn(t), filepath.Join(t.TempDir(), "second")
	must(t, os.CopyFS(second, os.DirFS(first)))
	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: first}, false)
	w.openDossier(want{from: second}, false)
	others := w.shell.Dossiers()
	like := inEnglish.Say("compare.version", map[string]any{"Version": w.shell.dossier.Metadata().Version}) + " (harbour)" // of the version that is open
	if len(others) < 3 || others[0].Name != like {
		t.Errorf("beside a version there are %q", others)
	}
	w.shell.Go(route.To(route.Compare, others[0].ID))
	if want := inEnglish.Say("compare.fromto", map[string]any{"From": like, "To": ""}); !shows(w.shell, strings.TrimSuffix(want, ".")) {
		t.Errorf("two of one version are told apart by %q", said(w.shell))
	}
	w.openDossier(want{from: ""}, false)
	names := map[string]bool{}
	for _, o := range w.shell.Dossiers() {
		if names[o.Name] {
			t.Errorf("two are called %q", o.Name)
		}
		names[o.Name] = true
	}
}
