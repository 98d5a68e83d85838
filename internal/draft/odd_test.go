package draft

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/sheet"
)

// changed is the small spreadsheet with something else in it.
func changed(change func(s map[string]*sheet.Sheet)) sheet.Book {
	b := small()
	all := map[string]*sheet.Sheet{}
	for i := range b.Sheets {
		all[strings.ToLower(b.Sheets[i].Name)] = &b.Sheets[i]
	}
	change(all)
	b.Sheets = slices.DeleteFunc(b.Sheets, func(s sheet.Sheet) bool { return s.Name == "" })
	return b
}

// oneCell is a change of one cell.
func oneCell(name string, row, column int, text string) func(s map[string]*sheet.Sheet) {
	return func(s map[string]*sheet.Sheet) {
		for len(s[name].Rows[row]) <= column {
			s[name].Rows[row] = append(s[name].Rows[row], "")
		}
		s[name].Rows[row][column] = text
	}
}

// column is a change that has the figures one more column.
func column(title string, cells ...string) func(s map[string]*sheet.Sheet) {
	return func(s map[string]*sheet.Sheet) {
		for i, c := range append([]string{title}, cells...) {
			s["figures"].Rows[i] = append(slices.Clone(s["figures"].Rows[i]), c)
		}
	}
}

// twoProjects is a change that has a sheet of projects, two of which have one name.
func twoProjects(s map[string]*sheet.Sheet) {
	row := []string{"Long bridge", "bridge", "It is long.", "2"}
	s["promises"].Name, s["promises"].Rows = "Projects", [][]string{{"name", "kind", "summary", "paragraphs"}, row, row}
}

// What is wrong is told once, where a teacher has written it and by the names that the
// spreadsheet has; what is only a consequence is not.
func TestToldOnceWhereItIs(t *testing.T) {
	for name, c := range map[string]struct {
		change func(map[string]*sheet.Sheet)
		want   []string
	}{
		"no sheet of pillars": {func(s map[string]*sheet.Sheet) { s["pillars"].Name, s["pillars"].Rows = "x", nil }, []string{
			"Pillars: found no such sheet, allowed: a sheet of that name; try: take the template",
		}},
		"a letter that cannot be seen": {oneCell("figures", 1, 1, "Cycle\u200bpaths"), []string{
			`Figures row 2, column Label: found "Cycle\u200bpaths", with a character that cannot be seen (U+200B), allowed: text that can be seen; try: Cyclepaths`,
		}},
		"a paragraph that cannot be": {oneCell("figures", 1, 3, "0"), []string{
			`Figures row 2, column Paragraph: found "0", allowed: the number of a paragraph, from 1 to 20000`,
		}},
		"no title": {func(s map[string]*sheet.Sheet) { s["about"].Rows[0][1], s["about"].Rows[1][1] = "", "" }, []string{
			"About row 1, column Title: found an empty cell, allowed: a title of the dossier",
		}},
		"no rows": {func(s map[string]*sheet.Sheet) {
			s["figures"].Rows, s["promises"].Rows, s["pillars"].Rows = s["figures"].Rows[:1], s["promises"].Rows[:1], s["pillars"].Rows[:1]
		}, []string{
			"Figures: found no rows, allowed: at least one figure, with the paragraph that it stands in",
		}},
		"no unit": {oneCell("figures", 1, 2, "over 230"), []string{
			"Figures row 2, column Unit: found an empty cell, allowed: what is counted in, like people, km or %",
		}},
		"wordings without a number": {func(s map[string]*sheet.Sheet) {
			oneCell("figures", 1, 2, "a great many")(s)
			oneCell("figures", 2, 2, "")(s)
			oneCell("figures", 3, 2, "#REF!")(s)
		}, []string{
			`Figures row 2, column Text: found "a great many", allowed: a wording with a number, like over 230 or 1.2 to 1.4 million; try: write the number into Number`,
			"Figures row 3, column Text: found an empty cell, allowed: the wording of the quantity, like over 230 or 1.2 to 1.4 million",
			`Figures row 4, column Text: found "#REF!", allowed: the result of the formula; try: mend the formula, or write the result`,
		}},
		"a figure of nothing": {oneCell("figures", 1, 1, ""), []string{
			"Figures row 2, column Label: found an empty cell, allowed: text that can be seen, on one line",
		}},
		"a word of no list": {column("Kind of claim", "comitment"), []string{
			`Figures row 2, column Kind of claim: found "comitment", allowed: Reported, Estimate, Commitment, Opinion; try: Commitment`,
		}},
		"a unit that cannot be": {column("Unit", "k\u200bm"), []string{
			`Figures row 2, column Unit: found "k\u200bm", with a character that cannot be seen (U+200B), allowed: what is counted in, like people, km or %`,
		}},
		"no names of pillars": {oneCell("pillars", 0, 0, "Called"), []string{
			"PILLARS: found no row with the names of the columns, allowed: Name, Short name, Summary, Paragraphs",
		}},
		"names by another name": {func(s map[string]*sheet.Sheet) {
			s["pillars"].Rows[0] = []string{"Names", "Summary", "Short name"}
		}, []string{
			`PILLARS row 1, column Name: found no such column, allowed: Name, Short name, Summary, Paragraphs; try: call the column "Names" that`,
		}},
		"a pillar's name thrice": {func(s map[string]*sheet.Sheet) {
			s["pillars"].Rows = append(s["pillars"].Rows, []string{"streets and Bridges", "x"}, []string{"Streets and bridges", "y"})
		}, []string{
			`PILLARS row 4, column Name: found "streets and Bridges", as in row 2, allowed: a name that no other row has: cells name rows by it`,
			`PILLARS row 5, column Name: found "Streets and bridges", as in row 2, allowed: a name that no other row has: cells name rows by it`,
		}},
		"a project's name twice, which a figure means": {func(s map[string]*sheet.Sheet) {
			twoProjects(s)
			column("Project", "Long bridge")(s)
		}, []string{
			`Projects row 3, column name: found "Long bridge", as in row 2, allowed: a name that no other row has: cells name rows by it`,
		}},
		"a project's name twice": {twoProjects, nil},
		"a pillar of nothing, beside another problem": {func(s map[string]*sheet.Sheet) {
			oneCell("figures", 1, 3, "two")(s)
			s["pillars"].Rows = append(s["pillars"].Rows, []string{"Parks", "x"})
		}, []string{
			`Figures row 2, column Paragraph: found "two", allowed: a whole number in plain digits`,
		}},
		"a licence without a name": {func(s map[string]*sheet.Sheet) {
			s["about"].Rows = append(s["about"].Rows, []string{"Licence", "ftp://example.org"})
		}, []string{
			`About row 6, column Licence: found "ftp://example.org", allowed: a web address, or a path inside the folder`,
		}},
	} {
		var got []string
		for _, p := range Read(changed(c.change)).Problems() {
			got = append(got, p.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: told is %q", name, got)
		}
	}
}

// Spreadsheets that people make: understood as they are meant, or refused at the cell
// that is to be mended.
func TestOddSpreadsheets(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(s map[string]*sheet.Sheet)
		problem string // empty: it is a dossier
		doubt   string
		check   func(d *data.Dossier) string // what is wrong
	}{
		"as it is": {change: func(map[string]*sheet.Sheet) {}},
		"a header in row 3": {change: func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = append([][]string{{"Numbers of our plan"}, nil}, s["figures"].Rows...)
		}},
		"a header of two rows": {change: func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = append([][]string{{"Where", "What", "", "Where"}}, s["figures"].Rows...)
		}},
		"a note below the table": {change: func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = append(s["figures"].Rows, nil, []string{"Counted by class 8b"})
		}, doubt: "Figures row 6: found a note below the table"},
		"a column of one's own": {change: column("My notes", "", "look again"), doubt: "Figures row 1, column My notes: found a column that is none"},
		"a sheet of one's own": {change: func(s map[string]*sheet.Sheet) {
			s["about"].Rows = append(s["about"].Rows, []string{"Teacher", "Ms Example"})
		}, doubt: "Teacher"},
		"sheets by other names": {change: func(s map[string]*sheet.Sheet) {
			s["about"].Name, s["pillars"].Name, s["figures"].Name, s["promises"].Name = "Sheet1", "Topics", "plan - Numbers", "Tabelle4"
		}},
		"a sheet is missing":           {change: func(s map[string]*sheet.Sheet) { s["pillars"].Name = "" }, problem: "Pillars: found no such sheet"},
		"about is missing":             {change: func(s map[string]*sheet.Sheet) { s["about"].Name = "" }, problem: "About, Title of the dossier: found an empty cell, allowed: a title of the dossier"},
		"no promises":                  {change: func(s map[string]*sheet.Sheet) { s["promises"].Name = "" }},
		"empty sheets":                 {change: func(s map[string]*sheet.Sheet) { s["promises"].Rows = nil }},
		"a sheet without a header":     {change: func(s map[string]*sheet.Sheet) { s["figures"].Rows = s["figures"].Rows[1:] }, problem: "Figures: found no row with the names of the columns"},
		"a column twice":               {change: column("Wording"), problem: "Figures row 1, column Wording: found a second column of that meaning"},
		"a figure without a wording":   {change: oneCell("figures", 1, 2, ""), problem: "Figures row 2, column Text"},
		"a wording without a number":   {change: oneCell("figures", 1, 2, "very many"), problem: `Figures row 2, column Text: found "very many"`},
		"a wording without a unit":     {change: oneCell("figures", 1, 2, "over 230"), problem: "Figures row 2, column Unit: found an empty cell"},
		"a figure without a paragraph": {change: oneCell("figures", 1, 3, ""), problem: "Figures row 2, column Paragraph: found an empty cell"},
		"a paragraph that is none":     {change: oneCell("figures", 1, 3, "second"), problem: `Figures row 2, column Paragraph: found "second"`},
		"a paragraph far away":         {change: oneCell("figures", 1, 3, "2000000000"), problem: `Figures row 2, column Paragraph: found "2000000000"`},
		"a paragraph as a number":      {change: oneCell("figures", 1, 3, "2.0")},
		"paragraphs from one to another": {change: func(s map[string]*sheet.Sheet) {
			s["pillars"].Rows[0] = append(s["pillars"].Rows[0], "Paragraphs")
			s["pillars"].Rows[1] = append(s["pillars"].Rows[1], "1–3, 5")
		}, check: func(d *data.Dossier) string { return differs(d.Pillars()[0].Paragraphs, []int{1, 2, 3, 5}) }},
		"a pillar misspelt":               {change: oneCell("figures", 1, 0, "Streets and bridge"), problem: `Figures row 2, column Pillar: found "Streets and bridge", allowed: Streets and bridges, 学校; try: Streets and bridges`},
		"no pillar":                       {change: oneCell("figures", 1, 0, "")},
		"two pillars of one name":         {change: oneCell("pillars", 2, 0, "Streets and bridges"), problem: `PILLARS row 3, column Name: found "Streets and bridges", as in row 2`},
		"a formula that finds nothing":    {change: oneCell("figures", 1, 2, "#REF!"), problem: `Figures row 2, column Text: found "#REF!", allowed: the result of the formula`},
		"a number as text":                {change: column("Number", "1 200 300,5"), check: value(1200300.5)},
		"a number between thousands":      {change: column("Number", "1,200"), check: value(1200)},
		"a number of currency":            {change: column("Number", "$1200.50"), check: value(1200.5)},
		"a percent cell":                  {change: oneCell("figures", 1, 2, "40%"), check: value(40)},
		"a number with an exponent":       {change: column("Number", "1.91E+13"), check: value(19.1e12)},
		"a number that is none":           {change: column("Number", "12 or so"), problem: `Figures row 2, column Number: found "12 or so"`},
		"a comparator of the list":        {change: column("How it is worded", "under"), check: func(d *data.Dossier) string { return differs(d.Figures()[0].Quantity.Comparator, data.Under) }},
		"a comparator of nobody":          {change: column("How it is worded", "sort of"), problem: `column How it is worded: found "sort of", allowed: exactly, over, under, about, from … to …, tens or hundreds of …, place in a ranking`},
		"a claim of the list":             {change: column("Kind of claim", "Commitment"), check: func(d *data.Dossier) string { return differs(d.Figures()[0].Claim, data.Commitment) }},
		"a date of a German":              {change: column("As of", "31.12.2023"), check: asOf("2023-12-31")},
		"a date of an American":           {change: column("As of", "12/31/2023"), check: asOf("2023-12-31")},
		"a date of a Chinese":             {change: column("As of", "2023年12月5日"), check: asOf("2023-12-05")},
		"a month":                         {change: column("As of", "December 2023"), check: asOf("2023-12")},
		"a date that could be two":        {change: column("As of", "5/6/2023"), problem: `column As of: found "5/6/2023"`},
		"a day that is none":              {change: column("As of", "2023-02-30"), problem: `column As of: found "2023-02-30"`},
		"a date with its time":            {change: column("As of", "2023-12-31 10:00"), check: asOf("2023-12-31")},
		"lines within a cell":             {change: oneCell("figures", 1, 1, "Cycle\npaths \r\n old"), check: func(d *data.Dossier) string { return differs(d.Figures()[0].Label, "Cycle paths old") }},
		"spaces that nobody sees":         {change: oneCell("figures", 0, 2, " Text\u00A0"), doubt: ""},
		"headers in another case":         {change: oneCell("figures", 0, 2, "TEXT")},
		"two figures of one label":        {change: oneCell("figures", 2, 1, "Cycle paths"), check: func(d *data.Dossier) string { return differs(d.Figures()[1].ID, "cycle-paths-2") }},
		"an address that is none":         {change: oneCell("about", 4, 1, "javascript:alert(1)"), problem: "About row 5, column Address"},
		"an address with a user's name":   {change: oneCell("about", 4, 1, "https://un.org@example.org"), problem: "About row 5, column Address"},
		"a date of the text that is none": {change: oneCell("about", 3, 1, "last year"), problem: `About row 4, column Date: found "last year", allowed: a date like`},
		"a formula in a text":             {change: oneCell("figures", 1, 1, `=HYPERLINK("http://x")`), doubt: "which a spreadsheet may run", check: func(d *data.Dossier) string { return differs(d.Figures()[0].Label, `'=HYPERLINK("http://x")`) }},
		"letters that steer others":       {change: oneCell("figures", 1, 1, "abc\u202Edef"), problem: "Figures"},
		"letters that are none":           {change: oneCell("figures", 1, 1, "a\x00b"), problem: "Figures"},
		"a pillar that nothing cites":     {change: func(s map[string]*sheet.Sheet) { s["pillars"].Rows = append(s["pillars"].Rows, []string{"Parks", "x"}) }, problem: "PILLARS row 4, column Paragraphs: found an empty cell"},
		"a long name": {change: oneCell("figures", 1, 1, strings.Repeat("long ", 200)), check: func(d *data.Dossier) string {
			if id := d.Figures()[0].ID; len(id) > longestID {
				return id
			}
			return ""
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := Read(changed(c.change))
			got, err := d.Dossier()
			if (err == nil) != (c.problem == "") || err != nil && !strings.Contains(err.Error(), c.problem) {
				t.Fatalf("%v, want %s", err, c.problem)
			}
			if doubts := d.Doubts().Error(); !strings.Contains(doubts, c.doubt) || c.doubt == "" && err == nil && doubts != "" {
				t.Errorf("%s, want %q", doubts, c.doubt)
			}
			if err == nil && c.check != nil {
				if wrong := c.check(got); wrong != "" {
					t.Error(wrong)
				}
			}
		})
	}
}

func differs(got, want any) string {
	if a, b := fmt.Sprint(got), fmt.Sprint(want); a != b {
		return a + ", want " + b
	}
	return ""
}

func value(want float64) func(d *data.Dossier) string {
	return func(d *data.Dossier) string { return differs(d.Figures()[0].Quantity.Value, want) }
}

func asOf(want string) func(d *data.Dossier) string {
	return func(d *data.Dossier) string { return differs(d.Figures()[0].AsOf, want) }
}

// Ids stay what they are when rows are added, before and after.
func TestIDsStay(t *testing.T) {
	before, err := Read(small()).Dossier()
	if err != nil {
		t.Fatal(err)
	}
	more := changed(func(s map[string]*sheet.Sheet) {
		s["pillars"].Rows = slices.Insert(s["pillars"].Rows, 1, []string{"医院", "Clinics."})
		s["figures"].Rows = slices.Insert(s["figures"].Rows, 1, []string{"医院", "医生", "12 doctors", "4"})
	})
	after, err := Read(more).Dossier()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range before.Pillars() {
		if q, ok := after.Pillar(p.ID); !ok || q.Name != p.Name {
			t.Errorf("%s is %q, and was %q", p.ID, q.Name, p.Name)
		}
	}
	for _, f := range before.Figures() {
		if g, ok := after.Figure(f.ID); !ok || g.Label != f.Label {
			t.Errorf("%s is %q, and was %q", f.ID, g.Label, f.Label)
		}
	}
}

// What is corrected counts, and what is taken back does not.
func TestCorrections(t *testing.T) {
	d := Read(small())
	at := d.Rows()[0].At
	d.Set(at, "value", "250")
	d.Set(at, "comparator", "exact")
	d.Set(At{Sheet: About}, "title", "Another town")
	if r := d.Rows()[0]; r.Quantity.Value != 250 || r.Quantity.Comparator != data.Exact || d.About()["title"] != "Another town" {
		t.Errorf("%+v, %v", r, d.About())
	}
	if n := len(d.Corrections()); n != 2 {
		t.Errorf("%d rows are corrected", n)
	}
	d.Unset(at, "value")
	d.Unset(at, "comparator")
	if r := d.Rows()[0]; r.Quantity.Value != 230 || r.Quantity.Comparator != data.Over {
		t.Errorf("%+v", r)
	}
}

func TestSave(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "town")
	d := Read(small())
	if err := d.Save(folder); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(folder); err == nil {
		t.Error("it was saved over another")
	}
	d.Set(At{Sheet: About}, "version", "2")
	if err := d.Replace(folder); err != nil {
		t.Fatal(err)
	}
	got, err := data.OpenDir(context.Background(), folder, data.Watch{})
	if err != nil || got.Metadata().Version != "2" {
		t.Errorf("%v, %+v", err, got)
	}
	if err := os.WriteFile(filepath.Join(folder, "my notes.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Replace(folder); err == nil {
		t.Error("a folder with more in it was replaced")
	}
	if err := d.Save(filepath.Join(dir, "none", "town")); err == nil {
		t.Error("it was saved where there is no folder")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v is left", err, entries)
	}
	fsys, err := d.FS()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(fsys, data.DescriptorFile); err != nil {
		t.Error(err)
	}
}

func FuzzDraft(f *testing.F) {
	f.Add("over 230 km", "2", "Streets and bridges", "31.12.2023", "Our town")
	f.Add("=1+1", "1-9;x", "学校", "12/2023", "\u202E")
	f.Fuzz(func(t *testing.T, text, paragraph, pillar, when, title string) {
		book := small()
		book.Sheets[0].Rows[0][1] = title
		book.Sheets[2].Rows[0] = append(book.Sheets[2].Rows[0], "As of", "Unit")
		book.Sheets[2].Rows[1] = []string{pillar, title, text, paragraph, when, "km"}
		d := Read(book)
		if _, err := d.Dossier(); err == nil {
			if len(d.Problems()) > 0 || len(d.Rows()) != 3 {
				t.Errorf("%v, %v", d.Problems(), d.Rows())
			}
			return
		}
		if len(d.Problems()) == 0 {
			t.Error("it is no dossier, and nobody says why")
		}
	})
}

// What a stranger makes to keep the app busy costs no more than what it says.
func TestHostileDrafts(t *testing.T) {
	const n = 30_000
	rows := func(header []string, row func(i int) []string) [][]string {
		all := [][]string{header}
		for i := range n {
			all = append(all, row(i))
		}
		return all
	}
	for name, c := range map[string]struct {
		change func(s map[string]*sheet.Sheet)
		want   string
	}{
		"pillars that are not there": {func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = rows([]string{"Pillar", "Label", "Text", "Paragraph"}, func(i int) []string { return []string{fmt.Sprint("P", i), "x", "5 km", "2"} })
		}, `found "P0"`},
		"figures of one label": {func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = rows([]string{"Label", "Text", "Paragraph"}, func(int) []string { return []string{"x", "5 km", "2"} })
		}, "PILLARS row 3"},
		"a section each": {func(s map[string]*sheet.Sheet) {
			s["promises"].Rows = rows([]string{"Text", "Section", "Paragraph", "Pillar"}, func(i int) []string { return []string{"x", fmt.Sprint("s", i), "2", "学校"} })
		}, ""},
		"paragraphs of paragraphs": {func(s map[string]*sheet.Sheet) {
			s["pillars"].Rows = rows([]string{"Name", "Paragraphs"}, func(i int) []string {
				return []string{fmt.Sprint("p", i), strings.Repeat("1-199;", 50)}
			})
		}, "Paragraphs: found"},
		"long names": {func(s map[string]*sheet.Sheet) {
			s["figures"].Rows = rows([]string{"Label", "Text", "Paragraph", "Pillar"}, func(int) []string { return []string{strings.Repeat("long ", 100), "5 km", "2", "学校"} })
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(changed(c.change)).Dossier()
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// Without a column of the template, a spreadsheet is a dossier, or what is missing is told
// once by the template's name, or what its rows lack is.
func TestWithoutOneColumn(t *testing.T) {
	filled := func() sheet.Book { return filledTemplate(t) }
	if ps := Read(filled()).Problems(); len(ps) > 0 {
		t.Fatal(ps)
	}
	told := map[string]string{
		"Pillars Name": "Pillars row 1, column Name: found no such column", "Figures Title": "", "Figures Wording": "Figures row 1, column Wording: found no such column",
		"Figures Unit": "Figures row 2, column Unit: found an empty cell", "Figures Paragraph": "Figures row 1, column Paragraph: found no such column",
		"Promises Promise": "Promises row 1, column Promise: found no such column", "Promises Paragraph": "Promises row 1, column Paragraph: found no such column",
	}
	for i := range filled().Sheets[1:] {
		for k := range filled().Sheets[i+1].Rows[0] {
			book := filled()
			s := &book.Sheets[i+1]
			name := s.Name + " " + s.Rows[0][k]
			for r := range s.Rows {
				s.Rows[r] = slices.Delete(slices.Clone(s.Rows[r]), k, k+1)
			}
			ps := Read(book).Problems()
			if want := told[name]; want == "" && len(ps) > 0 || want != "" && (len(ps) != 1 || !strings.HasPrefix(ps[0].String(), want+", allowed: ")) {
				t.Errorf("without %s: %v", name, ps)
			}
		}
	}
}

// A workbook and its sheets as files named after it are the same dossier.
func TestNamedAfterTheWorkbook(t *testing.T) {
	as := func(before string) *data.Dossier {
		d, err := Read(changed(func(s map[string]*sheet.Sheet) {
			for _, each := range s {
				each.Name = before + each.Name
			}
		})).Dossier()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, before := range []string{"steinach-p-", "town_", "My plan.v2-"} {
		sameRecords(t, as(before), as(""))
	}
}
