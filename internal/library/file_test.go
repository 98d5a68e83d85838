package library

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"beltroad/data"
	"beltroad/internal/kept"
)

// A list that is damaged is set aside, and the one before it is used. With all of
// them damaged, the program starts with what comes with it.
func TestDamagedList(t *testing.T) {
	for name, c := range map[string]struct {
		b     string
		whole bool // all generations are so
		want  string
	}{
		"noise":         {"\x00\xff", false, "One 1"},
		"all noise":     {"\x00\xff", true, ""},
		"no version":    {`{"version":0}`, false, "One 1"},
		"another thing": {`[1,2]`, true, ""},
		"empty":         {"", false, "One 1"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := reopened(t, dir)
			add(t, s, town(t, "One", "1"), true)
			reopened(t, dir) // which has the list a second time
			damage(t, dir, c.b, c.whole)
			s, err := OpenShelf(dir)
			spoilt, ok := errors.AsType[*kept.Damaged](err)
			if !ok || titles(s) != c.want && c.want != "" || len(s.Entries()) < len(data.Builtins()) {
				t.Fatalf("%v, %s", err, titles(s))
			}
			if b, err := os.ReadFile(spoilt.Kept); err != nil || string(b) != c.b {
				t.Errorf("it was not kept: %q, %v", b, err)
			}
			if s := reopened(t, dir); len(s.Entries()) < len(data.Builtins()) { // and told once
				t.Error("nothing is there at the next start")
			}
		})
	}
}

// damage writes something else into the list, or into all generations of it.
func damage(t *testing.T, dir, by string, all bool) {
	t.Helper()
	pattern := fileName
	if all {
		pattern = "library*.json"
	}
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		if err := os.WriteFile(f, []byte(by), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A list of a later program stays as it is, and one that only looks like ours leads
// nowhere else.
func TestForeignLists(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, fileName)
	later := `{"version":4,"entries":[],"more":true}`
	if err := os.WriteFile(file, []byte(later), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := OpenShelf(dir)
	if newer, ok := errors.AsType[*kept.Newer](err); !ok || newer.File != file {
		t.Errorf("a later program's: %v", err)
	}
	if err := s.Opened(s.Entries()[0], nil); err == nil || s.Entries()[0].Opened.IsZero() {
		t.Errorf("what changes holds, and is not saved: %v", err)
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != later {
		t.Errorf("it is %s, %v", b, err)
	}
	all, err := parse([]byte(`{"version":1,"entries":[
		{"id":"a","place":"copied","path":"../../etc/passwd.dossier"}, {"id":"b","place":"copied","path":"/etc/x.dossier"},
		{"id":"c","place":"copied","path":"a.dossier","earlier":[{"path":"..\\x.dossier"}]}, {"id":"d","place":"copied","path":"a.txt"},
		{"id":"e","place":"inplace","path":"town"}, {"id":"","place":"builtin"}, {"id":"f","place":"elsewhere"},
		{"id":"g","place":"copied","path":"a.dossier"}, {"id":"g","place":"builtin"}, {"id":"h","place":"copied","path":".dossier"}]}`))
	if err != nil || len(all) != 1 || all[0].ID != "g" || all[0].Place != Copied {
		t.Errorf("%+v, %v", all, err)
	}
	all, err = parse([]byte(`{"version":2,"entries":[{"id":"a","place":"inplace","path":"/town.xlsx"},{"id":"b","place":"inplace","path":"/town.dossier"}]}`))
	if err != nil || len(all) != 2 || all[0].Sheet != "/town.xlsx" || all[1].Sheet != "" {
		t.Errorf("of an earlier program's: %+v, %v", all, err)
	}
}

// Whatever a list holds, it is read as entries that are whole, or refused.
func FuzzList(f *testing.F) {
	f.Add([]byte(`{"version":1,"entries":[{"id":"a","place":"copied","path":"a.dossier","earlier":[{"path":"b.dossier"}]}]}`))
	f.Add([]byte(`{"version":1,"entries":[{"id":"a","place":"inplace","path":"/town","opened":"2024-01-05T08:30:00Z"}]}`))
	f.Add([]byte(`{"version":9}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, err := parse(b)
		if err != nil {
			return
		}
		again, err := encode(all)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := parse(again); err != nil || !same(all, back) {
			t.Fatalf("%+v, %v", back, err)
		}
		s := &Shelf{disk: &disk{dir: "/home"}, entries: all}
		for _, e := range s.Entries() {
			for _, path := range e.copies() {
				if e.Place == Copied && filepath.Dir(path) != filepath.Join("/home", copies) {
					t.Fatalf("it leads to %s", path)
				}
			}
		}
	})
}
