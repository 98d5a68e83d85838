package views

import (
	"bytes"
	"encoding/csv"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/export"
	"beltroad/views/chart"
	"beltroad/views/ui"
)

// saves is the dialog for a chart in an empty folder, and what it asked and told.
type saves struct {
	*saving

	asked  []string
	yes    bool // what the user says
	done   []string
	closed int
}

func savesTo(t *testing.T, dir string) *saves {
	t.Helper()
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s := &saves{saving: newSaving(chartOf(t, dossier(t), "unit/countries/reported"), inEnglish, dir)}
	s.ask = func(_, what string, replace func()) {
		s.asked = append(s.asked, what)
		if s.yes {
			replace()
		}
	}
	s.beside = func(work func()) { work() }
	s.close = func() { s.closed++ }
	s.saved = func(path string) { s.done = append(s.done, path) }
	s.changed, s.choose = func() {}, func() {}
	return s
}

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestSavesEveryFormat(t *testing.T) {
	s := savesTo(t, t.TempDir())
	if s.name.Text != "countries-all-figures-of-the-source" {
		t.Errorf("the name offered is %q", s.name.Text)
	}
	width := map[string]int{"export.png1": chart.ExportWidth, "export.png2": 2 * chart.ExportWidth, "export.png4": 4 * chart.ExportWidth}
	for i, f := range s.formats {
		s.kind.SetSelectedIndex(i)
		s.name.SetText("chart " + strconv.Itoa(i))
		s.start(false)
		path := filepath.Join(s.folder, "chart "+strconv.Itoa(i)+f.End)
		if len(s.done) != i+1 || s.done[i] != path || s.told.String() != "" {
			t.Fatalf("%s: saved %q, told: %q", f.Name, s.done, s.told)
		}
		b, err := os.ReadFile(path) // #nosec G304 -- a folder of the test
		if err != nil {
			t.Fatal(err)
		}
		switch f.End {
		case ".png":
			img, err := png.Decode(bytes.NewReader(b))
			if err != nil || img.Bounds().Dx() != width[f.Name] {
				t.Errorf("%s: %v, %v", f.Name, img.Bounds(), err)
			}
		case ".csv":
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
			if err != nil || len(rows) != 12 {
				t.Errorf("the table has %d lines, %v", len(rows), err)
			}
		case ".svg":
			for _, part := range []string{"<svg", "more than 150", "Zheng Shanjie", "beltroad 1.1.0"} {
				if !bytes.Contains(b, []byte(part)) {
					t.Errorf("the drawing has no %q", part)
				}
			}
		}
	}
	if got := filesIn(t, s.folder); len(got) != len(s.formats) {
		t.Errorf("the folder holds %q", got)
	}
}

func TestAsksBeforeAFileIsReplaced(t *testing.T) {
	s := savesTo(t, t.TempDir())
	path := filepath.Join(s.folder, "old.png")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.name.SetText("old")
	s.start(false)
	if b, _ := os.ReadFile(path); string(b) != "old" || !slices.Equal(s.asked, []string{path}) || len(s.done) > 0 { // #nosec G304
		t.Errorf("without a yes it asked for %q and saved %q", s.asked, s.done)
	}
	s.yes = true
	s.name.SetText("old.png") // its end may be given, too
	s.start(false)
	if b, _ := os.ReadFile(path); string(b) == "old" || !slices.Equal(s.done, []string{path}) { // #nosec G304
		t.Errorf("with a yes it saved %q", s.done)
	}
}

func TestSaysWhyAFileIsNotSaved(t *testing.T) {
	for name, c := range map[string]struct {
		file    string
		prepare func(s *saves) error
		want    string
	}{
		"no name":   {" ", nil, "Give the file a name."},
		"slash":     {"a/b", nil, "A name cannot hold any of"},
		"dot":       {"..", nil, "A name cannot begin or end with a dot."},
		"option":    {"-o", nil, "A name cannot begin with a dash."},
		"device":    {"CON", nil, "Windows keeps this name for a device."},
		"turned":    {"chart\u202Egnp", nil, "The name holds signs that cannot be seen."},
		"long":      {strings.Repeat("图", 249), nil, "The name is too long: it takes 751 bytes, and a file’s name has at most 255."},
		"folder":    {"there", func(s *saves) error { return os.Mkdir(filepath.Join(s.folder, "there.csv"), 0o700) }, "The file could not be saved: there is a folder of that name"},
		"no folder": {"x", func(s *saves) error { return os.Remove(s.folder) }, "The file could not be saved: the folder is not there any more"},
		"read-only": {"x", func(s *saves) error {
			if os.Geteuid() == 0 {
				s.folder = "/proc/self" // root may write anywhere else
				return nil
			}
			return os.Chmod(s.folder, 0o500) // #nosec G302 -- a folder
		}, "The file could not be saved: "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := savesTo(t, filepath.Join(dir, "charts"))
			s.kind.SetSelectedIndex(len(s.formats) - 1) // a table: there is no picture to draw
			must(t, os.Mkdir(s.folder, 0o700))
			if c.prepare != nil {
				must(t, c.prepare(s))
			}
			s.name.SetText(c.file)
			s.start(false)
			if got := s.told.String(); !strings.HasPrefix(got, c.want) || len(s.done) > 0 {
				t.Errorf("it says %q, want %q; saved %q", got, c.want, s.done)
			}
			left := []string{}
			_ = filepath.WalkDir(dir, func(path string, e os.DirEntry, _ error) error {
				if e != nil && !e.IsDir() {
					left = append(left, path)
				}
				return nil
			})
			if len(left) > 0 {
				t.Errorf("it left %q", left)
			}
			s.move(t.TempDir())
			s.name.SetText("good")
			s.start(false)
			if s.told.String() != "" || len(s.done) != 1 {
				t.Errorf("in another folder it says %q and saved %q", s.told, s.done)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// What could not be made is no file, and keeps no name of a step that failed.
func TestReason(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	err := export.WriteFile(filepath.Join(t.TempDir(), "x"), func(io.Writer) error { return errors.New("no picture") })
	if got := reason(inEnglish, err); !strings.Contains(got, "no picture") || strings.Contains(got, "/") {
		t.Errorf("it says %q", got)
	}
}

func TestFolderOr(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	file := filepath.Join(dir, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for given, want := range map[string]string{"": home, dir: dir, file: home, filepath.Join(dir, "gone"): home} {
		if got := folderOr(given, home); got != want {
			t.Errorf("of %q it makes %q", given, got)
		}
	}
}

// A link is named, with what it would be written through to.
func TestAsksWhereALinkLeads(t *testing.T) {
	s := savesTo(t, t.TempDir())
	target := filepath.Join(t.TempDir(), "target.csv")
	must(t, os.WriteFile(target, []byte("old"), 0o600))
	if err := os.Symlink(target, filepath.Join(s.folder, "link.csv")); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip("links need a right here")
		}
		t.Fatal(err)
	}
	s.kind.SetSelectedIndex(len(s.formats) - 1)
	s.name.SetText("link")
	s.start(false)
	if len(s.asked) != 1 || !strings.Contains(s.asked[0], "target.csv") || len(s.done) > 0 {
		t.Errorf("it asked %q and saved %q", s.asked, s.done)
	}
}

// Cancelled, it leaves no file, and says so; the dialog stays for another try.
func TestCancelLeavesNoFile(t *testing.T) {
	s := savesTo(t, t.TempDir())
	var work func()
	s.beside = func(w func()) { work = w }
	s.start(false)
	s.start(false) // a second one waits for the first
	if s.end == nil || work == nil {
		t.Fatal("nothing is being saved")
	}
	s.cancel()
	work()
	if left := filesIn(t, s.folder); len(left) > 0 || len(s.done) > 0 || s.told.String() != "Nothing was saved." || s.closed > 0 {
		t.Errorf("it left %q, saved %q and says %q", left, s.done, s.told)
	}
	s.start(false)
	work()
	if len(s.done) != 1 || s.end != nil {
		t.Errorf("then it saves %q", s.done)
	}
	s.cancel()
	if s.closed != 1 {
		t.Error("with nothing to cancel, the dialog stays")
	}
}

// What is saved has the colours that were chosen, whatever the window has.
func TestSavedColours(t *testing.T) {
	for i, want := range []uint32{0xFFFFFF, 0x1C242D} {
		for _, look := range []ui.Scheme{ui.Light, ui.Dark} {
			s := savesTo(t, t.TempDir())
			lookingAt(t, Look{Scheme: look, TextScale: 1})
			s.kind.SetSelectedIndex(0)
			s.scheme.SetSelectedIndex(i)
			s.start(false)
			if len(s.done) != 1 {
				t.Fatalf("it says %q", s.told)
			}
			b, err := os.ReadFile(s.done[0])
			must(t, err)
			img, err := png.Decode(bytes.NewReader(b))
			must(t, err)
			if r, g, b, _ := img.At(3, 3).RGBA(); (r>>8)<<16|(g>>8)<<8|b>>8 != want {
				t.Errorf("scheme %d in a %s window has the ground %x %x %x", i, look, r>>8, g>>8, b>>8)
			}
		}
	}
}

// Escape closes the dialog, wherever the keyboard is.
func TestEscapeLeavesTheFields(t *testing.T) {
	s := savesTo(t, t.TempDir())
	w := test.NewTempWindow(t, s.content())
	escaped := 0
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			escaped++
		}
	})
	for i, f := range []fyne.Focusable{s.name, s.kind, s.scheme} {
		w.Canvas().Focus(f)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if escaped != i+1 {
			t.Errorf("a %T keeps Escape", f)
		}
	}
}

// The dialog itself: its buttons do what they say.
func TestDialogOfSaving(t *testing.T) {
	s := savesTo(t, t.TempDir())
	chosen := 0
	s.choose = func() { chosen++ }
	w := test.NewTempWindow(t, s.content())
	for _, b := range all[*ui.Button](w.Content()) {
		test.Tap(b)
	}
	if chosen != 1 || len(s.done) != 1 || s.closed != 1 {
		t.Errorf("its buttons chose %d folders, saved %q and closed %d times", chosen, s.done, s.closed)
	}
	s.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.done) != 1 || len(s.asked) != 1 {
		t.Errorf("Enter in the name saved %q and asked %q", s.done, s.asked)
	}
}

// Rows without a drawing are saved as a table, and the dialog asks for no colours.
func TestSavesRowsWithoutADrawing(t *testing.T) {
	s := savesTo(t, t.TempDir())
	rows := &export.Rows{Name: "Promises", Records: &export.Table{Columns: []string{"id"}, Rows: [][]string{{"a"}}, About: []export.Field{{Column: "filter", Value: "1 of 2 rows: Trade."}}}}
	again := newSaving(rows, inEnglish, s.folder)
	again.beside, again.changed, again.close = s.beside, s.changed, s.close
	again.saved = func(path string) { s.done = append(s.done, path) }
	choices := all[*choice](again.content())
	if len(choices) != 1 || len(choices[0].Options) != 1 {
		t.Errorf("the dialog asks for %d things", len(choices))
	}
	again.start(false)
	if len(s.done) != 1 || filepath.Base(s.done[0]) != "promises.csv" {
		t.Fatalf("saved are %q, told: %q", s.done, again.told)
	}
	b, err := os.ReadFile(s.done[0])
	if want := "\uFEFFid,filter\r\na,1 of 2 rows: Trade.\r\n"; err != nil || string(b) != want {
		t.Errorf("the file has %q, want %q (%v)", b, want, err)
	}
}
