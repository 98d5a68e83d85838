package draft

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
		if strings.Contains(list.formula, "  ") || strings.Contains(known().choices(columnOf(column)), "  ") || len(strings.Split(known().choices(columnOf(column)), ", ")) != len(words) {
			t.Errorf("%s: %q, told as %q", column, words, known().choices(columnOf(column)))
		}
		for i, want := range enumOf(column) {
			if got := known().word(column, words[i]); got != want {
				t.Errorf("%q is %q, want %q", words[i], got, want)
			}
		}
	}
}

// filledTemplate is the template with its examples as what somebody wrote.
func filledTemplate(t *testing.T) sheet.Book {
	t.Helper()
	w := english(t)
	var book sheet.Book
	for _, s := range templateSheets(w) {
		rows := [][]string{s.header(w)}
		for i, row := range s.rows {
			row = slices.Clone(row)
			if s.name == About {
				row[1] = w.Say(sampleKey + About + "." + templateLines()[i])
			}
			for k := range row {
				row[k] = strings.TrimPrefix(row[k], "EXAMPLE ")
			}
			rows = append(rows, row)
		}
		book.Sheets = append(book.Sheets, sheet.Sheet{Name: w.Say(sheetKey + s.name), Rows: rows})
	}
	return book
}

// askedInDocs are the columns that docs/dossiers.md has in bold, without anything that
// stands for them.
func askedInDocs(t *testing.T) []string {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "dossiers.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(doc), "| sheet | column |")
	table, _, _ = strings.Cut(table, "\n\n")
	var all []string
	of := ""
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 5 {
			continue
		}
		if name, _, _ := strings.Cut(strings.TrimSpace(cells[1]), ","); name != "" {
			of = name
		}
		for i, part := range strings.Split(cells[2], "**") {
			if i%2 == 1 && strings.TrimSpace(cells[4]) == "" {
				all = append(all, of+" "+part)
			}
		}
	}
	return all
}

// What the documents and the notes of the template say has to be filled in is asked for,
// and nothing else.
func TestWhatHasToBeFilledIn(t *testing.T) {
	asked := askedInDocs(t)
	if len(asked) != 5 {
		t.Errorf("asked for is %v", asked)
	}
	for i, s := range templateSheets(english(t)) {
		for k := range s.columns {
			name := english(t).Say(sheetKey+s.name) + " " + s.header(english(t))[k]
			if s.name == About || name == "Figures Unit" { // which that wording does not name
				continue
			}
			book := filledTemplate(t)
			book.Sheets[i].Rows[1][k] = ""
			is := slices.Contains(asked, name)
			if ps := Read(book).Problems(); is != (len(ps) > 0) {
				t.Errorf("%s: asked for is %v, and told %v", name, is, ps)
			}
			note := english(t).Say(noteKey + s.name + "." + s.columns[k].name)
			if is != strings.Contains(note, "Has to be filled in") {
				t.Errorf("%s: asked for is %v, and its note says %s", name, is, note)
			}
		}
	}
}

// Any line of the sheet about may be empty, but not both titles.
func TestAboutMayBeEmpty(t *testing.T) {
	without := func(lines ...int) data.Problems {
		book := filledTemplate(t)
		for _, line := range lines {
			book.Sheets[0].Rows[line+1][1] = ""
		}
		return Read(book).Problems()
	}
	for line, name := range templateLines() {
		if ps := without(line); len(ps) > 0 {
			t.Errorf("without %s: %v", name, ps)
		}
	}
	if ps := without(0, 2); len(ps) != 1 {
		t.Errorf("without any title: %v", ps)
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
