package views

import (
	"bytes"
	"encoding/csv"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"beltroad/internal/export"
	"beltroad/views/chart"
	"beltroad/views/ui"
)

// saves is the dialog for a chart in an empty folder, and what it asked and told.
type saves struct {
	*saving

	asked []string
	yes   bool // what the user says
	done  []string
}

func savesTo(t *testing.T, dir string) *saves {
	t.Helper()
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s := &saves{saving: newSaving(chartOf(t, dossier(t), "unit/countries/reported"), inEnglish, dir)}
	s.ask = func(path string, replace func()) {
		s.asked = append(s.asked, path)
		if s.yes {
			replace()
		}
	}
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
	for i, f := range s.of.Formats() {
		s.kind.SetSelectedIndex(i)
		s.name.SetText("chart " + strconv.Itoa(i))
		s.save(false)
		path := filepath.Join(s.folder, "chart "+strconv.Itoa(i)+f.End)
		if len(s.done) != i+1 || s.done[i] != path || s.wrong.String() != "" {
			t.Fatalf("%s: saved %q, wrong: %q", f.Name, s.done, s.wrong)
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
			for _, part := range []string{"<svg", "more than 150", "Zheng Shanjie", "beltroad 1.0.0"} {
				if !bytes.Contains(b, []byte(part)) {
					t.Errorf("the drawing has no %q", part)
				}
			}
		}
	}
	if got := filesIn(t, s.folder); len(got) != len(s.of.Formats()) {
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
	s.save(false)
	if b, _ := os.ReadFile(path); string(b) != "old" || !slices.Equal(s.asked, []string{path}) || len(s.done) > 0 { // #nosec G304
		t.Errorf("without a yes it asked for %q and saved %q", s.asked, s.done)
	}
	s.yes = true
	s.name.SetText("old.png") // its end may be given, too
	s.save(false)
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
		"no name":   {" ", nil, "Give the file a name without slashes."},
		"slash":     {"a/b", nil, "Give the file a name without slashes."},
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
			s.kind.SetSelectedIndex(len(s.of.Formats()) - 1) // a table: there is no picture to draw
			must(t, os.Mkdir(s.folder, 0o700))
			if c.prepare != nil {
				must(t, c.prepare(s))
			}
			s.name.SetText(c.file)
			s.save(false)
			if got := s.wrong.String(); !strings.HasPrefix(got, c.want) || len(s.done) > 0 {
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
			s.save(false)
			if s.wrong.String() != "" || len(s.done) != 1 {
				t.Errorf("in another folder it says %q and saved %q", s.wrong, s.done)
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
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for given, want := range map[string]string{"": home, dir: dir, file: home, filepath.Join(dir, "gone"): home} {
		if got := folderOr(given); got != want {
			t.Errorf("of %q it makes %q", given, got)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"Countries: all figures of the source": "countries-all-figures-of-the-source", "0.7%–2.9% / year": "0-7-2-9-year",
		"  ": "", "一带一路 图": "一带一路-图", "../../etc": "etc",
	} {
		if got := fileName(title); got != want {
			t.Errorf("of %q it makes %q", title, got)
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
	if chosen != 1 || len(s.done) != 1 {
		t.Errorf("its buttons chose %d folders and saved %q", chosen, s.done)
	}
}
