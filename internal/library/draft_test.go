package library

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/message/messagetest"
)

// tables are those that a teacher fills in, as a spreadsheet saves them.
var tables = map[string]string{
	"about.csv":   "Title;Our town\nText;Plan for Musterstadt\nAuthor;Council of Musterstadt\nDate;31.12.2023\nWeather;fair\n",
	"pillars.csv": "Name;Summary\nStreets;What is built.\nSchools;Who learns.\n",
	"figures.csv": "Pillar;Label;Text;Paragraph\nStreets;Cycle paths;over 230 kilometres;2\nSchools;Pupils;1.2 to 1.4 million pupils;3\n",
}

// A folder of tables, and a zip file of them, are dossiers as a spreadsheet is: by
// what is in them. What was guessed is told.
func TestOpensTables(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "town")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	packed := filepath.Join(t.TempDir(), "town.zip")
	writeZip(t, packed, tables)
	for name, content := range tables {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	s := reopened(t, dir)
	for _, path := range []string{folder, packed} {
		d := opened(t, path)
		if d.Metadata().Title != "Our town" || len(d.Figures()) != 2 || d.Figures()[0].Quantity.Value != 230 {
			t.Errorf("%s: %+v", path, d.Figures())
		}
		if len(Doubts(path)) == 0 {
			t.Errorf("%s: what is left out is not told", path)
		}
		e := add(t, s, path, true)
		if again, ok := reopened(t, dir).Find(e.ID); !ok || again.Sheet != path || e.Figures != 2 || !strings.HasSuffix(e.Path, End) {
			t.Errorf("%s: copied as %+v", path, again)
		}
	}
	if strings.Contains(titles(s), ",") {
		t.Errorf("the same tables are there as %s", titles(s))
	}
	if e, err := s.AddAs(context.Background(), town(t, "A village", "1"), false, As{Sheet: packed}, data.Watch{}); err != nil || e.Sheet != packed {
		t.Errorf("saved of a spreadsheet it is %+v, %v", e, err)
	}
	if e, err := s.AddAs(context.Background(), town(t, "Our port", "1"), true, As{Another: true}, data.Watch{}); err != nil || e.Sheet != "" {
		t.Errorf("of no spreadsheet it is %+v, %v", e, err)
	}
	if len(Doubts(own(s)[len(own(s))-1].Path)) != 0 || len(Doubts(filepath.Join(folder, "none"))) != 0 {
		t.Error("what is no spreadsheet has its doubts")
	}
	bad := strings.Replace(tables["figures.csv"], "Streets;Cycle", "Streats;Cycle", 1)
	if err := os.WriteFile(filepath.Join(folder, "figures.csv"), []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	told := 0
	_, err := Open(context.Background(), folder, data.Watch{Problem: func(data.Problem) { told++ }})
	if ps, ok := errors.AsType[data.Problems](err); !ok || told != len(ps) || !strings.Contains(err.Error(), `"Streats"`) {
		t.Errorf("a name that is none: %v, told %d", err, told)
	}
}

// A template that nobody has filled in is told what it lacks, and not that it is none.
func TestEmptyTables(t *testing.T) {
	b, err := draft.Template(draft.CSV, messagetest.English(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "template.zip")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, data.Watch{}); err == nil || !strings.Contains(err.Error(), "title") {
		t.Error(err)
	}
}

// A folder of other tables is no dossier, and is told as a folder is.
func TestOtherTables(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "shopping.csv"), []byte("what,how many\nmilk,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), folder, data.Watch{}); err == nil || !strings.Contains(err.Error(), descriptor) {
		t.Error(err)
	}
}

// workbook is the tables as one file of Excel.
func workbook(t *testing.T, path string) {
	t.Helper()
	parts := map[string]string{"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`}
	var sheets, ways strings.Builder
	for i, name := range []string{"about.csv", "pillars.csv", "figures.csv"} {
		n := i + 1
		var rows strings.Builder
		for line := range strings.Lines(tables[name]) {
			rows.WriteString("<row>")
			for cell := range strings.SplitSeq(strings.TrimSpace(line), ";") {
				fmt.Fprintf(&rows, `<c t="inlineStr"><is><t>%s</t></is></c>`, cell)
			}
			rows.WriteString("</row>")
		}
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", n)] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows.String() + `</sheetData></worksheet>`
		fmt.Fprintf(&sheets, `<sheet name=%q sheetId="%d" r:id="rId%d"/>`, strings.TrimSuffix(name, ".csv"), n, n)
		fmt.Fprintf(&ways, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, n, n)
	}
	parts["xl/workbook.xml"] = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + sheets.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + ways.String() + `</Relationships>`
	writeZip(t, path, parts)
}

func writeZip(t *testing.T, path string, parts map[string]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	out := zip.NewWriter(f)
	for name, content := range parts {
		w, err := out.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(out.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// A workbook is one whatever it is called, and so is a dossier.
func TestOpensWorkbooks(t *testing.T) {
	for _, name := range []string{"town.xlsx", "town.zip", "town.dossier", "town"} {
		path := filepath.Join(t.TempDir(), name)
		workbook(t, path)
		if d := opened(t, path); d.Metadata().Title != "Our town" || len(d.Figures()) != 2 {
			t.Errorf("%s: %+v", name, d.Figures())
		}
	}
	path := filepath.Join(t.TempDir(), "town.xlsx")
	if err := Pack(context.Background(), os.DirFS(town(t, "A dossier", "1")), path, data.Watch{}); err != nil {
		t.Fatal(err)
	}
	if d := opened(t, path); d.Metadata().Title != "A dossier" {
		t.Error(d.Metadata().Title)
	}
	inside := filepath.Join(t.TempDir(), "town.zip")
	writeZip(t, inside, map[string]string{"letter.txt": "Dear all,", "Town.xlsx": "PK"})
	if _, err := Open(context.Background(), inside, data.Watch{}); err == nil || !strings.Contains(err.Error(), "try: unpack it, and open the file in it: Town.xlsx") {
		t.Error(err)
	}
}
