package library

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
)

// town writes a made-up dossier into a folder, with another title and version.
func town(t *testing.T, title, version string) string {
	t.Helper()
	files := datatest.Files(t, fixture.Harbour())
	d := datatest.Open(t, files)
	b := string(files[descriptor].Data)
	b = strings.Replace(b, `"title": "`+d.Metadata().Title+`"`, `"title": "`+title+`"`, 1)
	b = strings.Replace(b, `"version": "`+d.Metadata().Version+`"`, `"version": "`+version+`"`, 1)
	files[descriptor].Data = []byte(b)
	dir := filepath.Join(t.TempDir(), "town")
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

// opened is the dossier that a path leads to.
func opened(t *testing.T, path string) *data.Dossier {
	t.Helper()
	d, err := Open(context.Background(), path, data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func add(t *testing.T, s *Shelf, path string, copied bool) Entry {
	t.Helper()
	e, err := s.Add(context.Background(), path, copied, data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A dossier opens the same from its folder, its descriptor, and the file that it is
// packed into, whatever that is called.
func TestOpensFromWherever(t *testing.T) {
	dir := town(t, "Our town", "1.0")
	want := fixture.Fingerprint(datatest.Open(t, os.DirFS(dir)))
	packed := filepath.Join(t.TempDir(), "town.dossier")
	if err := Pack(context.Background(), os.DirFS(dir), packed, data.Watch{}); err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(t.TempDir(), "town.txt")
	b, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(named, b, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, filepath.Join(dir, descriptor), packed, named} {
		if fixture.Fingerprint(opened(t, path)) != want {
			t.Errorf("%s is another dossier", path)
		}
		fsys, in, err := FS(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fs.ReadFile(fsys, descriptor); err != nil {
			t.Error(err)
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What a path leads to is asked before it is opened, and told if it is nothing that
// can be.
func TestOpensNothingElse(t *testing.T) {
	dir, folder := t.TempDir(), town(t, "Our town", "1.0")
	files := map[string]string{
		"old.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "town.rar": "Rar!\x1a\x07\x00", "empty.zip": "", "cut.dossier": "PK\x03\x04 and no more",
		"note.txt.exe": "MZ", "letter.md": "Dear all,",
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none"):           "none: found nothing at this path, allowed: a folder, a .zip, a .dossier or a spreadsheet",
		filepath.Join(dir, "old.xls"):        "old.xls: found an old file of Excel (XLS) or of another program",
		filepath.Join(dir, "town.rar"):       "town.rar: found a RAR file, allowed: a folder, a .zip, a .dossier or a spreadsheet that holds a dossier; try: unpack it, and open the folder that comes out",
		filepath.Join(dir, "empty.zip"):      "empty.zip: found an empty file",
		filepath.Join(dir, "cut.dossier"):    "cut.dossier: found a zip file that breaks off or is damaged",
		filepath.Join(dir, "note.txt.exe"):   "note.txt.exe: found a program",
		filepath.Join(dir, "letter.md"):      "letter.md: found a text",
		filepath.Join(folder, "figures.csv"): "figures.csv: found one file of a dossier, allowed: a folder, a .zip, a .dossier or a spreadsheet that holds a dossier; try: the folder that this file is in",
		filepath.Dir(folder):                 "found a folder without datapackage.json, allowed: a folder that holds a dossier; try: the folder in it that does: \"town\"",
		dir:                                  "datapackage.json: found no such file",
		"/dev/zero":                          "zero: found something that is neither a folder nor a file",
	} {
		_, err := Open(context.Background(), path, data.Watch{})
		if ps, ok := errors.AsType[data.Problems](err); !ok || !strings.Contains(ps.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, folder, data.Watch{}); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
}

// What is copied is there when the list is read again, also without the folder that
// it came from, and where all that is kept has been carried elsewhere on a stick.
func TestShelfIsKept(t *testing.T) {
	dir, elsewhere := filepath.Join(t.TempDir(), "here"), filepath.Join(t.TempDir(), "there")
	s := reopened(t, dir)
	folder := town(t, "Our town", "1.0")
	e := add(t, s, folder, true)
	if err := errors.Join(os.RemoveAll(folder), os.Rename(dir, elsewhere)); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, elsewhere)
	all := s.Entries()
	if n := len(data.Builtins()); len(all) != n+1 || all[n].ID != e.ID || all[n].Title != "Our town" || all[0].Figures == 0 {
		t.Fatalf("%+v", all)
	}
	if d, err := s.Open(context.Background(), all[len(all)-1], data.Watch{}); err != nil || d.Metadata().Title != "Our town" {
		t.Error(err)
	}
}

// The same files become the same bytes, whatever else lies in their folder and
// whenever they were saved. What is no dossier is not packed, and replaces nothing.
func TestPack(t *testing.T) {
	folder, out := town(t, "Our town", "1.0"), t.TempDir()
	path := filepath.Join(out, "town.dossier")
	packed := func() string {
		t.Helper()
		if err := Pack(context.Background(), os.DirFS(folder), path, data.Watch{}); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	first := packed()
	for name, content := range map[string]string{"notes.docx": "mine", ".DS_Store": "x", "figures.csv.bak": "old"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(folder, "figures.csv")
	if err := os.Chtimes(file, time.Time{}, time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(folder, descriptor), filepath.Join(folder, "DATAPACKAGE.json")); err != nil {
		t.Fatal(err)
	}
	if packed() != first {
		t.Error("the same files become other bytes")
	}
	if err := os.WriteFile(file, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := errors.AsType[data.Problems](Pack(context.Background(), os.DirFS(folder), path, data.Watch{})); !ok {
		t.Error("what is no dossier is packed")
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != first {
		t.Error("what was there is gone")
	}
	if left, err := os.ReadDir(out); err != nil || len(left) != 1 {
		t.Errorf("%v is left", left)
	}
}

// A spreadsheet is a dossier, if it says enough; otherwise its own cells are named.
func TestOpensSpreadsheets(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"About.csv":   "Title;Our town\nText;Plan for our town\n",
		"Pillars.csv": "Name;Summary\nStreets;What is built.\n",
		"Figures.csv": "Pillar;Label;Text;Paragraph\nStreets;Cycle paths;over 230 km;2\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := opened(t, filepath.Join(dir, "Figures.csv"))
	if q := d.Figures()[0].Quantity; q.Value != 230 || q.Unit != "km" || d.Metadata().Title != "Our town" {
		t.Errorf("%+v in %+v", q, d.Metadata())
	}
	if err := os.WriteFile(filepath.Join(dir, "Figures.csv"), []byte("Pillar;Label;Text;Paragraph\nStreet;Cycle paths;many;2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), filepath.Join(dir, "About.csv"), data.Watch{})
	if err == nil || !strings.Contains(err.Error(), `Figures row 2, column Pillar: found "Street", allowed: Streets; try: Streets`) || !strings.Contains(err.Error(), `column Text: found "many"`) {
		t.Error(err)
	}
}
