package draft

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/ooxml"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/sheet"
)

var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// workbook is a book as XLSX, where numbers are numbers and days are days.
func workbook(t testing.TB, book sheet.Book) []byte {
	t.Helper()
	var f ooxml.File
	f.Link("", "officeDocument", bookPart)
	list := ooxml.El("sheets")
	for i, s := range book.Sheets {
		n := strconv.Itoa(i + 1)
		part := "xl/worksheets/sheet" + n + ".xml"
		list.Add(ooxml.El("sheet", "name", s.Name, "sheetId", n, "r:id", f.Link(bookPart, "worksheet", part)))
		rows := ooxml.El("sheetData")
		for k, cells := range s.Rows {
			row := ooxml.El("row", "r", strconv.Itoa(k+1))
			for c, text := range cells {
				row.Add(typedCell(t, c, k+1, text))
			}
			rows.Add(row)
		}
		f.Add(part, "spreadsheetml.worksheet+xml", ooxml.El("worksheet", "xmlns", sheetSpace).Add(rows))
	}
	f.Add(bookPart, "spreadsheetml.sheet.main+xml", ooxml.El("workbook", "xmlns", sheetSpace, "xmlns:r", ooxml.Relations).Add(list))
	const styles = "xl/styles.xml"
	f.Link(bookPart, "styles", styles)
	part := stylesPart()
	f.AddBytes(styles, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
		[]byte(strings.NewReplacer(
			`<fonts`, `<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts`,
			`</cellXfs>`, `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`,
			`<cellXfs count="8">`, `<cellXfs count="9">`).Replace(string(part.Bytes()))))
	var b bytes.Buffer
	if err := f.Write(&b, templateMade); err != nil {
		t.Fatal(err)
	}
	return bytes.Clone(b.Bytes())
}

func typedCell(t testing.TB, column, row int, text string) *ooxml.Node {
	t.Helper()
	at := ooxml.Column(column) + strconv.Itoa(row)
	x, err := strconv.ParseFloat(text, 64)
	switch {
	case err == nil && !math.IsInf(x, 0) && strconv.FormatFloat(x, 'f', -1, 64) == text:
		return ooxml.El("c", "r", at).Add(ooxml.Text("v", strconv.FormatFloat(x, 'g', -1, 64)))
	case day.MatchString(text):
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		days := d.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
		return ooxml.El("c", "r", at, "s", "8").Add(ooxml.Text("v", strconv.Itoa(int(days))))
	}
	return textCell(column, row, styleText, text)
}

// The same dossier saved by LibreOffice as XLSX, as ODS and as CSV of three kinds,
// and read again, has the same records.
func TestSavedByLibreOffice(t *testing.T) {
	want, err := data.Open(fixture.Harbour())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	book := workbook(t, bookOf(t, fixture.Harbour()))
	ooxmltest.Keep(t, "book.xlsx", book)
	for name, content := range map[string][]byte{"book.xlsx": book, "template.xlsx": templateOf(t, XLSX)} {
		if err := os.WriteFile(path(name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	jobs := new(ooxmltest.Jobs).Open(path("book.xlsx")).
		Save(path("xlsx.xlsx"), ooxmltest.CalcXLSX, "").Save(path("ods.ods"), ooxmltest.CalcODS, "")
	csvs := map[string]string{
		"comma":     ooxmltest.CSVOptions("44", "76"),    // UTF-8
		"semicolon": ooxmltest.CSVOptions("59", "65535"), // UTF-16
		"tab":       ooxmltest.CSVOptions("9", "76"),
	}
	for name, options := range csvs {
		if err := os.Mkdir(path(name), 0o700); err != nil {
			t.Fatal(err)
		}
		jobs.Save(path(name+"/book.csv"), ooxmltest.CalcCSV, options)
	}
	jobs.Close()
	fillTemplate(jobs.Open(path("template.xlsx")))
	if err := os.Mkdir(path("latin"), 0o700); err != nil {
		t.Fatal(err)
	}
	jobs.Save(path("filled.xlsx"), ooxmltest.CalcXLSX, "").Save(path("filled.ods"), ooxmltest.CalcODS, "").
		Save(path("latin/town.csv"), ooxmltest.CalcCSV, ooxmltest.CSVOptions("59", "1")).Close() // Windows-1252
	ooxmltest.Calc(t, jobs)

	for _, name := range []string{"xlsx.xlsx", "ods.ods", "comma", "semicolon", "tab"} {
		t.Run(name, func(t *testing.T) {
			d, err := Open(path(name))
			if err != nil {
				t.Fatal(err)
			}
			got, err := d.Dossier()
			if err != nil {
				t.Fatal(err)
			}
			sameRecords(t, got, want)
		})
	}
	filled := checkFilled(t, path("filled.xlsx"))
	for _, name := range []string{"filled.ods", "latin/town-Figures.csv"} {
		t.Run(name, func(t *testing.T) { sameRecords(t, checkFilled(t, path(name)), filled) })
	}
}

// fillTemplate writes what a teacher could.
func fillTemplate(jobs *ooxmltest.Jobs) {
	for cell, text := range map[string]string{"B2": "Unsere Brücken", "B4": "Plan für Musterstadt", "B5": "Rat der Stadt", "B7": "2023-12-31", "B9": "de"} {
		jobs.Text("About", cell, text)
	}
	for i, row := range [][]string{{"Straßen", "", "Was gebaut wird."}, {"Schulen", "", "Was gelernt wird."}} {
		for k, text := range row {
			jobs.Type("Pillars", ooxml.Column(k)+strconv.Itoa(i+3), text)
		}
	}
	for i, row := range [][]string{
		{"Straßen", "Brücken", "over 230", "Brücken", "", "2023-12"},
		{"Schulen", "Plätze", "1.2 to 1.4 million", "Plätze"},
		{"Schulen", "Anteil", "almost 40 %"},
		{"Schulen", "Geld", "€19.1 trillion"},
	} {
		for k, text := range row {
			jobs.Text("Figures", ooxml.Column(k)+strconv.Itoa(i+3), text)
		}
		jobs.Type("Figures", "K"+strconv.Itoa(i+3), strconv.Itoa(i+2))
	}
	jobs.Text("Promises", "A3", "Straßen").Text("Promises", "B3", "Eine Brücke wird gebaut.").Type("Promises", "C3", "7").Text("Promises", "E3", "bis 2030")
}

func checkFilled(t *testing.T, path string) *data.Dossier {
	t.Helper()
	draft, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := draft.Dossier()
	if err != nil {
		t.Fatal(err)
	}
	want := []data.Quantity{
		{Text: "over 230", Value: 230, Comparator: data.Over, Unit: "Brücken", Counts: "Brücken"},
		{Text: "1.2 to 1.4 million", Value: 1.2e6, Max: 1.4e6, Comparator: data.Range, Unit: "Plätze", Counts: "Plätze"},
		{Text: "almost 40 %", Value: 40, Comparator: data.About, Unit: "%", Counts: "Anteil"},
		{Text: "€19.1 trillion", Value: 19.1e12, Comparator: data.Exact, Unit: "€", Counts: "Geld"},
	}
	if len(d.Figures()) != len(want) {
		t.Fatalf("%d figures: %+v", len(d.Figures()), d.Figures())
	}
	for i, f := range d.Figures() {
		if f.Quantity != want[i] || f.Paragraph != i+2 {
			t.Errorf("%+v in ¶%d, want %+v", f.Quantity, f.Paragraph, want[i])
		}
	}
	if f := d.Figures()[0]; f.AsOf.String() != "2023-12" || f.Pillar != "strassen" {
		t.Errorf("%+v", f)
	}
	if m := d.Metadata(); m.Title != "Unsere Brücken" || m.Language != "de" || d.Sources()[0].Issued.String() != "2023-12-31" {
		t.Errorf("%+v, %+v", m, d.Sources())
	}
	if s := d.Statements(); len(s) != 1 || s[0].Promised.Deadline != "bis 2030" || !strings.HasPrefix(s[0].Text, "Eine") {
		t.Errorf("%+v", s)
	}
	return d
}
