package notes

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"beltroad/internal/cell"
	"beltroad/internal/kept"
)

func words() *Words {
	return &Words{
		Title: "Notes on the harbour", Bookmark: "Bookmark", Orphan: "fits nowhere",
		Kind:  func(k Kind) string { return strings.ToUpper(string(k)) },
		Where: func(p Placed) string { return string(p.Fit.On.Stands) + " " + p.Fit.On.ID },
		Date:  func(t time.Time) string { return t.Format(time.DateOnly) },
	}
}

// forms are those that can be read back.
func forms() map[string]func(w io.Writer, all []Placed) error {
	return map[string]func(w io.Writer, all []Placed) error{
		"JSON":     func(w io.Writer, all []Placed) error { return JSON(w, "harbour", all) },
		"Markdown": func(w io.Writer, all []Placed) error { return Markdown(w, "harbour", all, words()) },
		"CSV":      func(w io.Writer, all []Placed) error { return CSV(w, "harbour", all, words()) },
	}
}

func exported(t testing.TB, form string, all []Placed) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := forms()[form](&b, all); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// awkward are texts that some form has its own meaning for.
var awkward = []string{
	"plain", "two\nlines", "\n\nempty lines\n\n\nbetween\n", "=1+1", "'=1+1", "''", "a;=1+1", "a\t'b\n+c\n'@d", " =x", "\u200B=x", "＝1",
	"<!-- end -->", "<!-- text -->\n<!-- end -->", `\<!-- end -->`, `\\<!-- note {} -->`, "a --> b", "# Head\n> quoted\n- list",
	`"quoted", and, commas`, "¶ 中文 é", "{}", "ER  - \nTY  - BOOK", "<script>alert(1)</script>", "\uFEFFmark", "a\\", "&amp; &lt;",
}

func manyNotes(t testing.TB) []Placed {
	t.Helper()
	s := open(t, "")
	b := NewBook(s, corpus(t, title, freight+" =1;2 <!-- end -->"))
	for i, text := range awkward {
		n, ok := b.Add(par("2"), "", i, i+20)
		if !ok {
			t.Fatal("no note")
		}
		n.Text = text
		n.Kind = Kinds()[i%len(Kinds())]
		put(t, s, n)
	}
	whole, _ := b.Add(par("2"), "", 0, 0)
	whole.Bookmark = true
	put(t, s, whole)
	put(t, s, written("on a project"))
	bare, _ := b.Add(par("1"), "", 2, 8)
	bare.Kind = Term
	put(t, s, bare)
	lost := noteOn(t, corpus(t, after), "1", "")
	put(t, s, lost)
	return b.Placed()
}

func TestRoundTrip(t *testing.T) {
	all := manyNotes(t)
	for form := range forms() {
		b := exported(t, form, all)
		got, skipped, err := Read(b, "harbour")
		if err != nil || skipped != 0 || len(got) != len(all) {
			t.Fatalf("%s: %d of %d notes, %d skipped, %v", form, len(got), len(all), skipped, err)
		}
		for i, n := range got {
			if !n.equal(all[i].Note) || !n.Made.Equal(all[i].Made) {
				t.Errorf("%s: got %+v\nwant %+v", form, n, all[i].Note)
			}
		}
		if crlf := bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n")); form != "JSON" {
			if got, skipped, err := Read(crlf, "harbour"); err != nil || skipped != 0 || len(got) != len(all) {
				t.Errorf("%s with CRLF: %d notes, %d skipped, %v", form, len(got), skipped, err)
			}
		}
		if _, _, err := Read(b, "another"); err == nil {
			t.Errorf("%s: notes on another dossier are read", form)
		} else if f, ok := errors.AsType[*Foreign](err); !ok || f.Dossier != "harbour" {
			t.Errorf("%s: %v", form, err)
		}
	}
}

func TestNoFormulas(t *testing.T) {
	b := exported(t, "CSV", manyNotes(t))
	for _, comma := range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(b))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, c := range row {
				if c = strings.TrimLeft(c, "\n"); !strings.HasPrefix(c, "'") && strings.HasPrefix(cell.Guard(c), "'") {
					t.Errorf("separated by %q: %q", comma, c)
				}
			}
		}
	}
}

// A spreadsheet in some countries saves a table with semicolons.
func TestOtherSeparator(t *testing.T) {
	all := manyNotes(t)
	r := csv.NewReader(bytes.NewReader(exported(t, "CSV", all)))
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	got, skipped, err := Read(b.Bytes(), "harbour")
	if err != nil || skipped != 0 || len(got) != len(all) {
		t.Errorf("%d of %d notes, %d skipped, %v", len(got), len(all), skipped, err)
	}
}

func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"": ErrForm, "{": ErrForm, "[]": ErrForm, "a,b\n1,2\n": ErrForm, "\xff": ErrForm, "{}": ErrForm, "# Notes": ErrForm,
		`{"format":"beltroad.notes","version":1,"dossier":"harbour","notes":7}`: ErrForm,
		`<!-- beltroad.notes x -->`: ErrForm,
	} {
		if got, _, err := Read([]byte(text), "harbour"); !errors.Is(err, want) || got != nil {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	_, _, err := Read([]byte(`{"format":"beltroad.notes","version":3}`), "harbour")
	if newer, ok := errors.AsType[*kept.Newer](err); !ok || newer.Version != 3 {
		t.Errorf("%v", err)
	}
}

// What is bad among notes is left out and counted.
func TestReadSkips(t *testing.T) {
	all := manyNotes(t)[:3]
	first, err := json.Marshal(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for form := range forms() {
		b := bytes.ReplaceAll(exported(t, form, all), first, []byte(`"NO ID"`))
		b = bytes.ReplaceAll(b, bytes.ReplaceAll(first, []byte(`"`), []byte(`""`)), []byte(`""NO ID""`))
		got, skipped, err := Read(b, "harbour")
		if err != nil || skipped != 1 || len(got) != 2 {
			t.Errorf("%s: %d notes, %d skipped, %v", form, len(got), skipped, err)
		}
	}
}

func TestImport(t *testing.T) {
	all := manyNotes(t)
	s := open(t, "")
	var list []Note
	for _, p := range all {
		list = append(list, p.Note)
	}
	check := func(added, changed int) {
		t.Helper()
		a, c, err := s.Import(list)
		if err != nil || a != added || c != changed {
			t.Errorf("added %d, changed %d, %v; want %d and %d", a, c, err, added, changed)
		}
	}
	check(len(all), 0)
	check(0, 0)
	s.Undo()
	if len(s.All()) != 0 {
		t.Error("not undone as one")
	}
	s.Redo()
	list = s.All() // which were changed last by that
	if err := s.Delete(list[0].ID); err != nil {
		t.Fatal(err)
	}
	check(1, 0) // asked for, it comes back
	mine, _ := s.Get(list[1].ID)
	mine.Text = "changed here since"
	put(t, s, mine)
	check(0, 0)
	if n, _ := s.Get(mine.ID); n.Text != mine.Text {
		t.Error("what is older has won")
	}
	list[2].Text = "edited where it was exported" // its time does not tell
	check(0, 1)
	if n, _ := s.Get(list[2].ID); n.Text != list[2].Text || !n.Changed.After(list[2].Changed) {
		t.Errorf("%+v", n)
	}
	if err := func() error { _, _, err := s.Import([]Note{{ID: "bad"}}); return err }(); err == nil {
		t.Error("a bad note is taken up")
	}
}

func TestRIS(t *testing.T) {
	d := harbour(t)
	src := d.Sources()[0]
	var b bytes.Buffer
	if err := RIS(&b, src, manyNotes(t), words()); err != nil {
		t.Fatal(err)
	}
	notes, records := 0, 0
	for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) < 6 || line[2:6] != "  - " || strings.Contains(line, "\n") {
			t.Errorf("%q is no line of RIS", line)
		}
		switch line[:2] {
		case "N1":
			notes++
			if !strings.HasPrefix(line, "N1  - <p><strong>") || strings.Contains(line, "<script") {
				t.Errorf("%q is no HTML", line)
			}
		case "TY", "ER":
			records++
		}
	}
	if notes != len(awkward)+4 || records != 2 || !strings.Contains(b.String(), "TI  - "+src.Title) {
		t.Errorf("%d notes, %d ends of records:\n%s", notes, records, &b)
	}
}
