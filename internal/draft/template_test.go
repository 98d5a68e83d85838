package draft

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/sheet"
)

func english(t testing.TB) *message.Printer {
	t.Helper()
	all, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	p, err := message.Open(all, message.Base)
	if err != nil {
		t.Fatal(err)
	}
	p.Missed = func(what string) { t.Error(what) }
	return p
}

func templateOf(t testing.TB, format Format) []byte {
	t.Helper()
	b, err := Template(format, english(t))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Each name in the template is understood as what it stands for, and its example is
// none of the rows.
func TestTemplateIsUnderstood(t *testing.T) {
	for _, format := range []Format{XLSX, CSV} {
		book, err := sheet.Read("template."+string(format), templateOf(t, format))
		if err != nil {
			t.Fatal(err)
		}
		if len(book.Sheets) != 4 || len(book.Notes) != 0 {
			t.Fatalf("%s: %d sheets, %v", format, len(book.Sheets), book.Notes)
		}
		m := Read(book).make()
		for _, name := range []string{pillars, figures, statements} {
			f := m.found[name]
			if len(f.lines) != 0 {
				t.Errorf("%s: %s has %d rows: %v", format, name, len(f.lines), f.lines)
			}
			for _, c := range asked(name) {
				if !f.has(c.name) {
					t.Errorf("%s: %s has no column %s", format, name, c.name)
				}
			}
		}
		for _, p := range m.doubts {
			t.Errorf("%s: %v", format, p)
		}
		if len(m.problems) == 0 {
			t.Errorf("%s: an empty template is a dossier", format)
		}
		for _, line := range templateLines() {
			s := &book.Sheets[0]
			for i := range book.Sheets {
				if book.Sheets[i].Name == "About" {
					s = &book.Sheets[i]
				}
			}
			s.Rows = append(s.Rows, []string{english(t).Say(columnKey + About + "." + line), "answer"})
		}
		d := Read(book)
		for _, line := range templateLines() {
			if d.About()[line] == "" || line != "date" && line != "language" && d.About()[line] != "answer" {
				t.Errorf("%s: %s is %q", format, line, d.About()[line])
			}
		}
	}
}

// What the lists offer is understood.
func TestWordsOfLists(t *testing.T) {
	w := english(t)
	for column, list := range map[string]choice{"claim": claimWords(w), "comparator": comparatorWords(w)} {
		if len(list.formula) > 255 {
			t.Errorf("%s: a list of %d letters, of which spreadsheets take 255", column, len(list.formula))
		}
		words := strings.Split(strings.Trim(list.formula, `"`), ",")
		for i, want := range enumOf(column) {
			if got := known().word(column, words[i]); got != want {
				t.Errorf("%q is %q, want %q", words[i], got, want)
			}
		}
	}
}

func TestTemplateIsValid(t *testing.T) {
	b := templateOf(t, XLSX)
	if again := templateOf(t, XLSX); string(again) != string(b) {
		t.Error("the same is not the same twice")
	}
	ooxmltest.Validate(t, ooxmltest.Keep(t, "template.xlsx", b))
}

func TestNew(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "town")
	if err := New(folder, english(t)); err != nil {
		t.Fatal(err)
	}
	d, err := data.OpenDir(context.Background(), folder, data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Pillars()) != 1 || len(d.Figures()) != 1 || len(d.SectionsOf(data.Commitments)) != 1 || d.Figures()[0].Quantity.Comparator != data.Over {
		t.Errorf("%+v", d.Figures())
	}
	if doubts := data.Doubts(d); len(doubts) > 0 {
		t.Error(doubts)
	}
	for _, name := range []string{"template.xlsx", "README.txt"} {
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Size() < 100 {
			t.Error(name, err)
		}
	}
	if err := New(folder, english(t)); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second time: %v", err)
	}
}
