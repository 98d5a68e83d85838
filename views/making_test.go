package views

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/draft"
	"beltroad/internal/library"
	makepage "beltroad/views/make"
	"beltroad/views/mapview"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// The people whom the page of spreadsheets is for, and the keys that they press:
//
//   - A teacher makes a dossier of the town's plan: Tab to Save the template…, Enter, Enter in
//     the dialog; fills the template in; Tab to Choose the spreadsheet…, Enter, a file (here it is dropped);
//     reads that all was understood; Tab to Save as a dossier…, Enter, Enter; Tab to Open it, Enter: the
//     overview has the title.
//   - A student has three rows that are not understood: Tab to the figures, Down to the row, Enter, chooses
//     and types in the form, Ctrl+Z takes the last back, Escape leads back to the row; saves.
//   - An editor keeps the spreadsheet open beside the window: what is saved there is read here, and what
//     was corrected here stays.

// maker is a window at the page, worked by keys alone.
type maker struct {
	*testing.T

	win *Window
	dir string
}

func newMaker(t *testing.T, size fyne.Size) *maker {
	t.Helper()
	return newMakerIn(t, size, t.TempDir())
}

// newMakerIn is one whose program keeps its files in a folder.
func newMakerIn(t *testing.T, size fyne.Size, dir string) *maker {
	t.Helper()
	a, w := startIn(t, dir, harbourIn(t))
	m := &maker{T: t, win: w, dir: t.TempDir()}
	a.home = m.dir
	w.win.Resize(size)
	before := watchFile
	t.Cleanup(func() { watchFile = before })
	watchFile = func(context.Context, string) <-chan struct{} { return nil }
	w.shell.Go(route.To(route.Make, ""))
	return m
}

func (m *maker) page() *makepage.Page {
	m.Helper()
	p, ok := m.win.shell.page.(*makepage.Page)
	if !ok {
		m.Fatalf("at %v", m.win.shell.Here())
	}
	return p
}

// press presses a key where the keyboard is.
func (m *maker) press(keys ...fyne.KeyName) {
	m.Helper()
	for _, k := range keys {
		if m.win.keyFirst(k) {
			continue
		}
		at := m.win.win.Canvas().Focused()
		if at == nil {
			m.Fatalf("nothing has the keyboard for %s", k)
		}
		at.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// tab goes on with the Tab key to what is called so.
func (m *maker) tab(name string) {
	m.Helper()
	c := m.win.win.Canvas()
	var passed []string
	for range 80 {
		c.FocusNext()
		at, ok := c.Focused().(fyne.Accessible)
		if !ok {
			continue
		}
		if passed = append(passed, at.AccessibilityLabel()); at.AccessibilityLabel() == name {
			return
		}
	}
	m.Fatalf("Tab does not lead to %q, but to %q", name, passed)
}

// cannot fails where the Tab key leads to what is called so.
func (m *maker) cannot(name string) {
	m.Helper()
	c := m.win.win.Canvas()
	for range 80 {
		c.FocusNext()
		if at, ok := c.Focused().(fyne.Accessible); ok && at.AccessibilityLabel() == name {
			m.Fatalf("%q can be pressed", name)
		}
	}
}

// write replaces what stands in the field that has the keyboard.
func (m *maker) write(text string) {
	m.Helper()
	f, ok := m.win.win.Canvas().Focused().(*record.Field)
	if !ok {
		m.Fatalf("%T has the keyboard", m.win.win.Canvas().Focused())
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	for _, r := range text {
		f.TypedRune(r)
	}
}

// told tells whether the page shows a text.
func (m *maker) told(text string) bool {
	for _, each := range all[*ui.Text](m.win.shell.Content()) {
		if strings.Contains(each.String(), text) {
			return true
		}
	}
	return false
}

func (m *maker) wants(texts ...string) {
	m.Helper()
	for _, text := range texts {
		if !m.told(text) {
			m.Errorf("the page does not say %q", text)
		}
	}
}

// fill writes the rows of a plan into the tables of a template.
func (m *maker) fill(template []byte, figures string) string {
	m.Helper()
	in, err := zip.NewReader(bytes.NewReader(template), int64(len(template)))
	must(m.T, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		must(m.T, err)
		text, err := io.ReadAll(r)
		must(m.T, err)
		w, err := out.Create(f.Name)
		must(m.T, err)
		name := strings.ToLower(f.Name)
		lines := strings.SplitAfter(string(text), "\n")
		switch {
		case strings.Contains(name, "pillar"):
			text = []byte(lines[0] + "Roads,,Streets and paths.,\r\nHouses,,Where people live.,\r\n")
		case strings.Contains(name, "figure"):
			text = []byte(lines[0] + figures)
		case strings.Contains(name, "about"):
			for from, to := range map[string]string{"Title of the dossier": "Our town’s plan", "Title of the text": "The plan", "Author": "The council", "Date of the text": "2024"} {
				for i, line := range lines {
					if strings.HasPrefix(strings.TrimPrefix(line, "\ufeff"), from+",") {
						lines[i] = from + "," + to + "\r\n"
					}
				}
			}
			text = []byte(strings.Join(lines, ""))
		default:
			text = []byte(lines[0])
		}
		_, err = w.Write(text)
		must(m.T, err)
	}
	must(m.T, out.Close())
	path := filepath.Join(m.dir, "plan.zip")
	must(m.T, os.WriteFile(path, b.Bytes(), 0o600))
	return path
}

// template is an empty one.
func (m *maker) template() []byte {
	m.Helper()
	b, err := draft.Template(draft.CSV, inEnglish)
	must(m.T, err)
	return b
}

func (m *maker) drop(path string) {
	m.win.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
}

const (
	cycleLanes = "Roads,Cycle lanes,over 12 km,,km of cycle lanes,,,,,,1,,,,\r\n"
	flats      = "Houses,New flats,1.2 to 1.4 million,flats,flats that are built,,,,,,2,,,,\r\n"
	unclear    = "Houses,Homes that were mended,a third,homes,homes,,,,,,3,,,,\r\n" +
		"Houses,Gardens,many,gardens,gardens,,,,,,3,,,,\r\n" + "Roads,Bridges,at least 4,bridges,bridges,,,,,,1,,,,\r\n"
)

var makerSizes = []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}}

func TestTeacherMakesADossier(t *testing.T) {
	for i, size := range makerSizes {
		m := newMaker(t, size)
		m.win.shell.Go(route.To(route.Library, ""))
		m.tab(inEnglish.Say("library.make"))
		m.press(fyne.KeyReturn)
		m.tab("Save the template…")
		m.press(fyne.KeyReturn)
		m.press(fyne.KeyReturn) // in the name
		template := filepath.Join(m.dir, "dossier-template.xlsx")
		if b, err := os.ReadFile(template); err != nil || !bytes.HasPrefix(b, []byte("PK")) { // #nosec G304 -- made by the test
			t.Fatalf("no template: %v; %q", err, filesIn(t, m.dir))
		}
		m.tab("Choose the spreadsheet…")
		m.press(fyne.KeyReturn)
		if m.win.dialog == nil {
			t.Fatal("no file can be chosen")
		}
		files := all[*widget.List](m.win.win.Canvas().Overlays().Top()) // places, and what is there
		if wide := files[len(files)-1].Size().Width; wide < 0.55*size.Width || wide > size.Width {
			t.Errorf("at %v files are shown in %v", size, wide)
		}
		m.win.escape()
		m.drop(m.fill(m.template(), cycleLanes+flats))
		m.wants("2 figures · 2 understood", "more than 12", "from 1.2 million to 1.4 million", "“plan.zip” was read")
		m.tab("Save as a dossier…")
		m.press(fyne.KeyReturn)
		all[*choice](m.win.win.Canvas().Overlays().Top())[0].SetSelectedIndex(i) // a file, and a folder
		m.press(fyne.KeyReturn)
		if at, ok := m.win.win.Canvas().Focused().(fyne.Accessible); !ok || at.AccessibilityLabel() != "Save as a dossier…" {
			t.Errorf("once it is saved, %T has the keyboard", m.win.win.Canvas().Focused())
		}
		m.win.win.Canvas().FocusNext() // from where it was
		if at, ok := m.win.win.Canvas().Focused().(fyne.Accessible); !ok || at.AccessibilityLabel() != "Open it" {
			t.Errorf("once it is saved, Tab leads to %T", m.win.win.Canvas().Focused())
		}
		m.press(fyne.KeyReturn)
		if d := m.win.shell.dossier.Metadata(); d.Title != "Our town’s plan" || m.win.shell.Here().Kind != route.Overview {
			t.Errorf("at %v of %q", m.win.shell.Here(), d.Title)
		}
		m.wants("Our town’s plan")
		kept := m.win.app.stores.dossiers().Entries()
		if !slices.ContainsFunc(kept, func(e library.Entry) bool { return e.Title == "Our town’s plan" && e.Figures == 2 }) {
			t.Errorf("the library has %v", kept)
		}
	}
}

func TestStudentCorrectsRows(t *testing.T) {
	for _, size := range makerSizes {
		m := newMaker(t, size)
		m.drop(m.fill(m.template(), cycleLanes+unclear))
		m.wants("4 figures · 1 understood · 1 to look at · 2 not understood")
		m.cannot("Save as a dossier…")
		m.page().Home()
		m.press(fyne.KeyDown, fyne.KeyReturn)
		if at := m.win.shell.Now(); route.StateOf(at)["row"] == "" {
			t.Fatalf("no row is open: %v", at)
		}
		m.press(fyne.KeyRight) // exactly this number
		m.tab("Number")
		m.write("40 thousand")
		m.wants("40,000")
		m.press(fyne.KeyEscape)
		m.press(fyne.KeyDown, fyne.KeyReturn)
		m.press(fyne.KeyRight, fyne.KeyRight) // more than this
		m.tab("Number")
		m.write("70")
		m.wants("more than 70", "4 figures · 3 understood · 1 to look at")
		undo := &fyne.ShortcutUndo{}
		m.win.win.Canvas().Focused().(*record.Field).TypedShortcut(undo) //nolint:forcetypeassert // it was written into
		if m.told("more than 70") {
			t.Error("what was typed is not taken back")
		}
		m.win.win.Canvas().Focused().(*record.Field).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}) //nolint:forcetypeassert // likewise
		m.wants("more than 70")
		m.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn)
		m.tab("That is right")
		m.press(fyne.KeyReturn)
		m.wants("4 figures · 4 understood", "more than 4")
		m.press(fyne.KeyEscape)
		m.win.shell.Go(route.To(route.Overview, "")) // and back: all is as it was
		m.win.shell.Back()
		m.wants("4 figures · 4 understood")
		m.tab("Save as a dossier…")
	}
}

// What is said of corrections that are kept stands in lines that are read, not a word in
// each; the keyboard stays when they are dropped.
func TestKeptCorrectionsAreReadable(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	m.drop(m.fill(m.template(), cycleLanes+flats))
	m.page().Home()
	m.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyEscape)
	told := inEnglish.Count("make.kept", 1, map[string]any{"Name": "plan.zip"})
	wide := float32(0)
	for _, each := range all[*ui.Text](m.win.shell.Content()) {
		if each.String() == told {
			wide = each.Size().Width
		}
	}
	if wide < 400 {
		t.Errorf("%q has %v", told, wide)
	}
	m.tab(inEnglish.Say("make.kept.drop"))
	m.press(fyne.KeyReturn)
	if at := m.win.win.Canvas().Focused(); m.told(told) || at == nil || fyne.CurrentApp().Driver().CanvasForObject(at.(fyne.CanvasObject)) == nil { //nolint:forcetypeassert // it is a widget
		t.Errorf("once they are dropped, %T has the keyboard", at)
	}
}

// A figure is corrected once, however many of its cells that is, and the first choice takes
// it back; where nothing is corrected, no choice does nothing.
func TestFirstChoiceTakesBack(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	m.drop(m.fill(m.template(), cycleLanes+flats))
	m.page().Home()
	m.press(fyne.KeyReturn)
	as := all[*ui.Filter](m.win.win.Content())
	written, more := inEnglish.Say("make.written"), inEnglish.Say("make.as.over")
	offered := func(f *ui.Filter) []string {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		top := m.win.win.Canvas().Overlays().Top()
		var names []string
		for _, text := range all[*ui.Text](top) {
			names = append(names, text.String())
		}
		top.(*ui.Menu).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) //nolint:forcetypeassert // it has just been opened
		return names
	}
	for _, f := range as {
		if names := offered(f); slices.Contains(names, written) || slices.Contains(names, inEnglish.Say("make.as.none")) || slices.Contains(names, inEnglish.Say("make.pillar.none")) {
			t.Errorf("of %s it can be chosen from %q", f.Name(), names)
		}
	}
	if as[0].Name() != more || len(offered(as[0])) != len(as[0].Names())-1 {
		t.Fatalf("%s is chosen from %q", as[0].Name(), offered(as[0]))
	}
	m.press(fyne.KeyRight) // less than this
	kept := inEnglish.Count("make.kept", 1, map[string]any{"Name": "plan.zip"})
	m.wants(kept, "less than 12")
	if names := offered(as[0]); names[0] != written {
		t.Errorf("what is corrected is chosen from %q", names)
	}
	as[0].Choose(0)
	if m.wants("more than 12"); m.told(kept) || m.told(inEnglish.Say("make.corrected")) || as[0].Name() != more {
		t.Errorf("taken back it is %s", as[0].Name())
	}
}

// A dossier that is made of a spreadsheet leads to what was understood of it: as it is
// opened, and in the library, also a copy, as long as the spreadsheet is there.
func TestLeadsToWhatWasUnderstood(t *testing.T) {
	for _, copied := range []bool{false, true} {
		m := newMaker(t, makerSizes[1])
		path := m.fill(m.template(), cycleLanes+flats)
		m.win.openDossier(want{from: path, copied: copied}, false)
		offered := all[*ui.Link](m.win.toast.layer)
		if len(offered) != 1 || offered[0].Label != "What was understood" {
			t.Fatalf("copied %t: offered are %d things after %q", copied, len(offered), m.win.toast.said)
		}
		m.win.win.Canvas().Focus(offered[0])
		press(m.win.win.Canvas())
		m.wants("2 figures · 2 understood", "“plan.zip” was read")
		m.page().Home()
		m.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyEscape)
		m.win.shell.Go(route.To(route.Library, ""))
		m.choose("What can be done with “Our town’s plan”", "What was understood")
		if m.wants("2 figures · 2 understood"); len(m.win.making.Corrected(m.win.making.Found().Rows[0].At)) == 0 {
			t.Error("what was corrected is gone")
		}
		must(t, os.Remove(path))
		m.win.shell.Go(route.To(route.Library, ""))
		m.choose("What can be done with “Our town’s plan”", "What was understood")
		if !strings.Contains(m.win.toast.said.String(), "not there any more") || m.win.shell.Here().Kind != route.Library {
			t.Errorf("at %v it says %q", m.win.shell.Here(), m.win.toast.said)
		}
		m.choose("What can be done with “Seven harbours, as a made-up report tells it”", "Show in folder", "What was understood")
	}
}

// A spreadsheet that the program starts with, as on a double click, leads there, too.
func TestStartLeadsToWhatWasUnderstood(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	_, w := startIn(t, t.TempDir(), m.fill(m.template(), cycleLanes+flats))
	offered := all[*ui.Link](w.toast.layer)
	if len(offered) != 1 || offered[0].Label != "What was understood" || w.shell.Here().Kind != route.Overview {
		t.Fatalf("offered are %d things after %q, at %v", len(offered), w.toast.said, w.shell.Here())
	}
	offered[0].Tapped(nil)
	if !shows(w.shell, "2 figures · 2 understood") {
		t.Errorf("the page at %s shows %q", w.shell.Here(), said(w.shell))
	}
}

// A folder of tables is read there as a workbook is.
func TestFolderOfTablesIsUnderstood(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	path := m.fill(m.template(), cycleLanes+flats)
	folder := filepath.Join(m.dir, "town")
	must(t, os.Mkdir(folder, 0o700))
	in, err := zip.OpenReader(path)
	must(t, err)
	must(t, os.CopyFS(folder, in))
	must(t, in.Close())
	m.win.openDossier(want{from: folder}, false)
	m.win.ShowSheet(folder)
	m.wants("2 figures · 2 understood", "“town” was read")
}

// choose takes a way that a menu offers, and fails where it offers one that it should not.
func (m *maker) choose(of, way string, not ...string) {
	m.Helper()
	var labels []string
	for _, b := range all[*ui.IconButton](m.win.root) {
		if labels = append(labels, b.Label); b.Label != of {
			continue
		}
		b.Tapped(nil)
		top, ok := m.win.win.Canvas().Overlays().Top().(*ui.Menu)
		if !ok {
			m.Fatalf("%s opens no menu", of)
		}
		var names []string
		for _, text := range all[*ui.Text](top) {
			names = append(names, text.String())
		}
		at := slices.Index(names, way)
		if at < 0 || slices.ContainsFunc(not, func(n string) bool { return slices.Contains(names, n) }) {
			m.Fatalf("%s offers %q", of, names)
		}
		if len(not) > 0 {
			return
		}
		for range at + 1 { // from none
			top.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		top.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	m.Fatalf("there is no %q, but %q", of, labels)
}

// Of three sheets a dossier is made without projects and places: there are no pages of them,
// and nothing leads there.
func TestNoPageOfNothing(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	m.win.shell.Go(place(t, "overview"))
	m.win.openDossier(want{from: m.fill(m.template(), cycleLanes+flats)}, false)
	s := m.win.shell
	if d := s.dossier; len(d.Projects())+len(d.Places()) > 0 || len(d.Figures()) != 2 {
		t.Fatalf("open is %q", d.Metadata().Title)
	}
	for _, kind := range []route.Kind{route.Project, route.Map} {
		name := inEnglish.Say(entryOf(kind).name)
		if exists(s.dossier, route.To(kind, "")) {
			t.Errorf("there is a page of %s", kind)
		}
		if all := spokenNow(s); strings.Contains(all, name+",") || strings.Contains(all, `"`+name+`"`) {
			t.Errorf("%s is spoken of in %s", name, all)
		}
		before := s.Here()
		if s.Go(route.To(kind, "")); s.Here() != before {
			t.Errorf("%s is gone to", kind)
		}
	}
	if maps := all[*mapview.Map](s.Content()); len(maps) > 0 {
		t.Errorf("%d maps are drawn of no place", len(maps))
	}
	if m.told("0 projects") {
		t.Error("it says how many projects there are not")
	}
}

// A file that is read by its path does not stay open as it was chosen: Windows would not let
// another program save it.
func TestChosenSheetIsClosed(t *testing.T) {
	s, _ := open(t, dossier(t))
	var r closed
	s.frame = chosen{s.frame, reader.File{Name: "plan.csv", Path: "/plan.csv", Open: func() (io.ReadCloser, error) { return &r, nil }}}
	s.ChooseSheet(nil, func(_, path string, _ func() (io.ReadCloser, error)) {
		if path != "/plan.csv" || !r.is {
			t.Errorf("%s is closed: %t", path, r.is)
		}
	})
}

// chosen is a frame in which a file is chosen at once.
type chosen struct {
	Frame

	file reader.File
}

func (c chosen) ChooseFile(_ []string, then func(reader.File)) { then(c.file) }

// closed knows whether it is.
type closed struct{ is bool }

func (*closed) Read([]byte) (int, error) { return 0, io.EOF }

func (c *closed) Close() error {
	c.is = true
	return nil
}

// What is typed into the form stays as it was typed, whenever it is understood: half a
// number, one that has no unit yet. What is said to be right is not asked for again.
func TestWhatIsTypedStays(t *testing.T) {
	m := newMaker(t, makerSizes[1])
	m.drop(m.fill(m.template(), cycleLanes+"Houses,Jobs,many,,,,,,,,3,,,,\r\nRoads,Rails,\"12,5 km\",,,,,,,,1,,,,\r\n"))
	field := func() *record.Field {
		m.Helper()
		f, ok := m.win.win.Canvas().Focused().(*record.Field)
		if !ok {
			m.Fatalf("%T has the keyboard", m.win.win.Canvas().Focused())
		}
		return f
	}
	m.page().Home()
	m.press(fyne.KeyDown, fyne.KeyReturn)
	m.tab("Number")
	for i, r := range "1.5" {
		field().TypedRune(r)
		m.page().Saved() // as it is understood beside the window, and shown while more is typed
		if got := field().Text; got != "1.5"[:i+1] {
			t.Fatalf("after %q there is %q", "1.5"[:i+1], got)
		}
	}
	m.wants("Not understood: it has no unit.")
	m.press(fyne.KeyEscape, fyne.KeyReturn)
	m.tab("Number")
	if got := field().Text; got != "1.5" {
		t.Errorf("when it is corrected on, there is %q", got)
	}
	m.tab("Unit")
	m.write("jobs")
	m.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn)
	m.wants("3 figures · 2 understood · 1 to look at")
	m.tab("That is right")
	m.press(fyne.KeyReturn)
	m.wants("3 figures · 3 understood")
	for range 4 {
		m.press(fyne.KeyRight) // from one number to another
	}
	m.wants("Not understood: it has no upper number.")
	m.tab("Upper number")
	m.write("14")
	m.wants("from 12.5 to 14", "3 figures · 3 understood")
}

// A student ends the program and comes back: what was corrected is there again, is told to
// be kept, can be undone, and can be dropped.
func TestStudentComesBack(t *testing.T) {
	dir := t.TempDir()
	m := newMakerIn(t, makerSizes[1], dir)
	sheet := m.fill(m.template(), cycleLanes+unclear)
	m.drop(sheet)
	m.page().Home()
	m.press(fyne.KeyDown, fyne.KeyReturn)
	m.press(fyne.KeyRight) // exactly this number
	m.tab("Number")
	m.write("40 thousand")
	m.press(fyne.KeyEscape)
	m.wants("What you corrected in 1 figure is kept")
	m.win.app.save()

	m = newMakerIn(t, makerSizes[1], dir)
	m.drop(sheet)
	m.wants("4 figures · 2 understood", "40,000", "What you corrected in 1 figure is kept, and made again when “plan.zip” is opened")
	m.tab("Drop the corrections")
	m.press(fyne.KeyReturn)
	m.wants("4 figures · 1 understood")
	if m.told("is kept") {
		t.Error("corrections are still said to be kept")
	}
	m.page().Undo(false)
	m.wants("4 figures · 2 understood", "40,000")
	m.page().Undo(true)
	m.win.app.save()

	m = newMakerIn(t, makerSizes[1], dir)
	m.drop(sheet)
	m.wants("4 figures · 1 understood")
}

// What cannot be kept is told, and what could not be read is left as it is.
func TestCorrectionsThatAreNotKept(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "corrections"), nil, 0o600)) // where the folder should be
	m := newMakerIn(t, makerSizes[0], dir)
	m.drop(m.fill(m.template(), cycleLanes+unclear))
	m.wants("4 figures · 1 understood", "could not be read")
	m.win.sayCorrections(os.ErrPermission)
	if !strings.Contains(m.win.toast.said.String(), "is not saved") {
		t.Errorf("told is %q", m.win.toast.said)
	}
}

func TestEditorSavesAgain(t *testing.T) {
	for _, size := range makerSizes {
		m := newMaker(t, size)
		m.drop(m.fill(m.template(), cycleLanes+unclear))
		m.page().Home()
		m.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight)
		m.tab("Number")
		m.write("40")
		m.press(fyne.KeyEscape)
		m.wants("4 figures · 2 understood")
		m.fill(m.template(), flats+cycleLanes+unclear) // a row was put before the others
		m.win.shell.page.(*makepage.Page).Saved()      //nolint:forcetypeassert // it is open
		m.wants("5 figures · 3 understood", "Corrected by you", "from 1.2 million to 1.4 million")
		m.fill(m.template(), flats+cycleLanes)
		m.page().Saved()
		m.wants("2 figures · 2 understood", "what you corrected in 1 figure waits")
	}
}

// The page is told by the library's own watch that a file was saved.
func TestFileIsWatched(t *testing.T) {
	s, _ := open(t, dossier(t))
	told, done := make(chan struct{}), make(chan struct{})
	before := watchFile
	defer func() { watchFile = before }()
	watchFile = func(ctx context.Context, _ string) <-chan struct{} {
		out := make(chan struct{})
		go func() {
			defer close(out)
			<-told
			out <- struct{}{}
			<-ctx.Done()
		}()
		return out
	}
	stop := s.WatchFile("x", func() { close(done) })
	close(told)
	<-done
	stop()
}

// What cannot be read is said, and nothing else changes.
func TestUnreadableSheet(t *testing.T) {
	m := newMaker(t, makerSizes[0])
	bad := filepath.Join(m.dir, "plan.xls")
	must(t, os.WriteFile(bad, []byte("\xD0\xCF\x11\xE0 old"), 0o600))
	m.drop(bad)
	m.wants("“plan.xls” was not read", "Nothing yet")
	m.drop(filepath.Join(m.dir, "gone.csv"))
	m.wants("“gone.csv” was not read", inEnglish.Say("file.why.gone"))
	if m.told("no such file") || m.told(m.dir) {
		t.Error("it says what the system says, and where")
	}
	m.drop(m.fill(m.template(), cycleLanes))
	m.wants("1 figure · 1 understood")
	if m.told("was not read") {
		t.Error("it still says what was not read")
	}
}
