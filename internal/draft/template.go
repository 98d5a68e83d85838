package draft

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/cell"
	"beltroad/internal/message"
	"beltroad/internal/sheet"
)

// Format is a form of file.
type Format string

// The formats of templates.
const (
	XLSX Format = "xlsx" // a workbook with lists to choose from and notes
	CSV  Format = "zip"  // a table each, in a zip file
)

// templateSheet is a sheet of the template.
type templateSheet struct {
	name    string
	columns []templateColumn
	rows    [][]string // with the example, if there is one
}

// templateColumn is a column that the template asks for.
type templateColumn struct {
	name   string
	width  int
	number bool // Excel need not be kept from what it makes of it
	list   func(w *message.Printer) choice
}

// choice is a list to choose from.
type choice struct {
	formula string
	free    bool // other words may be written, too
}

// asked are the columns of a sheet of the template.
func asked(name string) []templateColumn {
	pillar := templateColumn{name: "pillar", width: 28, list: pillarNames}
	switch name {
	case pillars:
		return []templateColumn{{name: "name", width: 36}, {name: "short_name", width: 18}, {name: "summary", width: 70}, {name: "paragraphs", width: 16}}
	case figures:
		return []templateColumn{
			pillar,
			{name: "label", width: 32},
			{name: "text", width: 26},
			{name: "unit", width: 14, list: unitWords},
			{name: "counts", width: 40},
			{name: "as_of", width: 12},
			{name: "period_start", width: 12},
			{name: "period_end", width: 12},
			{name: "claim", width: 14, list: claimWords},
			{name: "speaker", width: 20},
			{name: "paragraph", width: 11, number: true},
			{name: "caution", width: 36},
			{name: "comparator", width: 18, list: comparatorWords},
			{name: "value", width: 18, number: true},
			{name: "value_max", width: 18, number: true},
		}
	case statements:
		return []templateColumn{
			pillar,
			{name: "text", width: 60},
			{name: "paragraph", width: 11, number: true},
			{name: "done_when", width: 32},
			{name: "deadline", width: 16},
			{name: "amount", width: 16},
			{name: "names", width: 32},
		}
	}
	return nil
}

func words(w *message.Printer, key string, of []string) choice {
	var all []string
	for _, word := range of {
		all = append(all, w.Say(key+word))
	}
	return offered(all)
}

// offered is a list to choose from; commas stand between its words, and in none of them.
func offered(all []string) choice {
	for i := range all {
		all[i] = strings.Join(strings.Fields(strings.ReplaceAll(all[i], ",", " ")), " ")
	}
	return choice{formula: `"` + strings.Join(all, ",") + `"`}
}

func claimWords(w *message.Printer) choice {
	return words(w, claimKey, enumOf("claim"))
}

func comparatorWords(w *message.Printer) choice {
	return words(w, wordKey+"comparator.", enumOf("comparator"))
}

func unitWords(w *message.Printer) choice {
	c := offered(strings.Split(w.Say("template.units"), ";"))
	c.free = true
	return c
}

// columnOf is a column of figures.
func columnOf(name string) *data.ColumnFormat {
	_, c := formOf(figures).table.Column(name)
	return c
}

// enumOf are the words of the format for one.
func enumOf(column string) []string { return columnOf(column).Enum }

// lastRow is the last row of the template that has lists to choose from.
const lastRow = 1000

func pillarNames(w *message.Printer) choice {
	name := strings.ReplaceAll(w.Say(sheetKey+pillars), "'", "''")
	return choice{formula: fmt.Sprintf("'%s'!$A$2:$A$%d", name, lastRow)}
}

// templateSheets are the sheets with their headers, questions and examples.
func templateSheets(w *message.Printer) []templateSheet {
	about := templateSheet{name: About, columns: []templateColumn{{name: "item", width: 26}, {name: "value", width: 60}, {name: "", width: 70}}}
	for _, line := range templateLines() {
		about.rows = append(about.rows, []string{w.Say(columnKey + About + "." + line), "", w.Say(noteKey + About + "." + line)})
	}
	all := []templateSheet{about}
	for _, name := range []string{pillars, figures, statements} {
		s := templateSheet{name: name, columns: asked(name)}
		var sample []string
		for _, c := range s.columns {
			text := ""
			if key := sampleKey + name + "." + c.name; w.Has(key) {
				text = w.Say(key)
			}
			sample = append(sample, text)
		}
		s.rows = [][]string{sample}
		all = append(all, s)
	}
	return all
}

// header are the names of a sheet's columns.
func (s *templateSheet) header(w *message.Printer) []string {
	var all []string
	for _, c := range s.columns {
		if c.name == "" {
			all = append(all, w.Say("template.explanation"))
			continue
		}
		all = append(all, w.Say(columnKey+s.name+"."+c.name))
	}
	return all
}

// Template is an empty spreadsheet to be filled in, in the words of a language.
func Template(format Format, w *message.Printer) ([]byte, error) {
	sheets := templateSheets(w)
	if format == CSV {
		return csvTemplate(sheets, w)
	}
	return xlsxTemplate(sheets, w)
}

// csvTemplate are the tables as CSV, which spreadsheets know to be UTF-8 by its mark.
func csvTemplate(sheets []templateSheet, w *message.Printer) ([]byte, error) {
	var all files
	for i := range sheets {
		s := &sheets[i]
		var b bytes.Buffer
		b.WriteString("\uFEFF")
		out := csv.NewWriter(&b)
		out.UseCRLF = true
		for _, row := range append([][]string{s.header(w)}, s.rows...) {
			guarded := make([]string, len(row))
			for k := range row {
				guarded[k] = cell.Guard(row[k])
			}
			if err := out.Write(guarded); err != nil {
				return nil, err
			}
		}
		out.Flush()
		all = append(all, file{w.Say(sheetKey+s.name) + ".csv", b.Bytes()})
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range all {
		out, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err == nil {
			_, err = out.Write(f.content)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close() // which writes, too
	return b.Bytes(), err
}

// New makes a folder of the example as a dossier, with a template and with words on
// how to go on.
func New(folder string, w *message.Printer) error {
	d := &Draft{set: map[field]string{}, samples: true}
	for _, s := range templateSheets(w) {
		rows := slices.Concat([][]string{s.header(w)}, s.rows)
		if s.name == About {
			for i, line := range templateLines() {
				rows[i+1] = []string{line, w.Say(sampleKey + About + "." + line)}
			}
		}
		d.book.Sheets = append(d.book.Sheets, sheet.Sheet{Name: w.Say(sheetKey + s.name), Rows: rows})
	}
	m := d.result()
	if len(m.problems) > 0 {
		return m.problems
	}
	template, err := Template(XLSX, w)
	if err != nil {
		return err
	}
	all := slices.Concat(m.files, files{{"template.xlsx", template}, {"README.txt", []byte(w.Say("template.readme"))}})
	return save(folder, all)
}
