// Package sheet reads spreadsheets: XLSX, ODS and CSV files, whoever wrote them, as
// tables of texts in the form that a dossier has them. What it reads may be hostile:
// all that it takes is bounded.
package sheet

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"beltroad/data"
)

// The bounds of a spreadsheet.
const (
	MaxFile    = 32 << 20  // bytes
	maxContent = 128 << 20 // bytes, unpacked
	maxSheets  = 100
	maxRows    = 100_000
	maxColumns = 200
	maxCell    = 32 << 10 // bytes

	// All sheets together: what keeps the memory bounded.
	maxAllRows = 500_000
	maxCells   = 2_500_000 // empty ones before others count
	maxText    = 48 << 20  // bytes
)

// Book is what a spreadsheet says.
type Book struct {
	Sheets []Sheet
	// Notes tell what was left out or guessed, as problems that keep nobody from reading.
	Notes data.Problems
}

// Sheet is one of its tables. Row i is the one that the spreadsheet numbers i+1;
// rows are as long as they have cells that are not empty.
type Sheet struct {
	Name string
	Rows [][]string
}

// At is a cell, empty where there is none.
func (s *Sheet) At(row, column int) string {
	if row < 0 || row >= len(s.Rows) || column < 0 || column >= len(s.Rows[row]) {
		return ""
	}
	return s.Rows[row][column]
}

// Find is the sheet of a name, whatever its case.
func (b *Book) Find(name string) *Sheet {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return strings.EqualFold(s.Name, name) })
	if i < 0 {
		return nil
	}
	return &b.Sheets[i]
}

// builder makes a book within its bounds.
type builder struct {
	file  string
	book  Book
	rows  int
	cells int
	text  int
}

// open is the sheet that cells are put into.
type open struct {
	*builder
	Sheet
}

func (b *builder) begin(name string) (*open, error) {
	if len(b.book.Sheets) >= maxSheets {
		return nil, b.refuse("more than %d sheets", maxSheets)("at most %d sheets", maxSheets)
	}
	name = strings.TrimSpace(strings.ToValidUTF8(name, "\uFFFD"))
	return &open{builder: b, Sheet: Sheet{Name: cut(name)}}, nil
}

// cut is a name of a length that can be shown.
func cut(name string) string {
	const longest = 100 // bytes; spreadsheets allow 31 letters
	if len(name) <= longest {
		return name
	}
	end := longest
	for !utf8.RuneStart(name[end]) {
		end--
	}
	return name[:end]
}

// put puts a row where it belongs, from 0. It may keep no part of cells.
func (o *open) put(row int, cells []string) error {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		return nil
	}
	if row >= maxRows {
		return o.refused(row, -1, "a row beyond the last that is read", fmt.Sprintf("at most %d rows", maxRows))
	}
	if grow := row + 1 - len(o.Rows); grow > 0 {
		if o.rows += grow; o.rows > maxAllRows {
			return o.refused(row, -1, "too many rows in all sheets together", fmt.Sprintf("at most %d rows", maxAllRows))
		}
		o.Rows = slices.Grow(o.Rows, grow)[:row+1]
	}
	if o.Rows[row] != nil {
		return o.refused(row, -1, "a second row of that number", "each row once")
	}
	if o.cells += len(cells); o.cells > maxCells {
		return o.refused(row, -1, "too many cells in all sheets together", fmt.Sprintf("at most %d cells", maxCells))
	}
	for _, c := range cells {
		o.text += len(c)
	}
	if o.text > maxText {
		return o.refused(row, -1, "too much text in all sheets together", fmt.Sprintf("at most %d MB", maxText>>20))
	}
	o.Rows[row] = slices.Clone(cells)
	return nil
}

// check refuses a cell where none is read, and one that is too long.
func (o *open) check(row, column int, text string) error {
	switch {
	case text == "":
		return nil
	case column >= maxColumns:
		return o.refused(row, column, "a cell beyond the last column that is read", fmt.Sprintf("at most %d columns", maxColumns))
	case len(text) > maxCell:
		return o.refused(row, column, fmt.Sprintf("a cell of more than %d bytes", maxCell), fmt.Sprintf("at most %d bytes", maxCell))
	}
	return nil
}

// end adds the sheet to the book.
func (o *open) end() { o.book.Sheets = append(o.book.Sheets, o.Sheet) }

// refused is an error about a cell; row or column -1: of the whole.
func (o *open) refused(row, column int, found, allowed string) error {
	p := data.Problem{File: o.Name, Row: row + 1, Found: found, Allowed: allowed}
	if p.File == "" {
		p.File = o.file
	}
	if column >= 0 {
		p.Column = Column(column)
	}
	return data.Problems{p}
}

// refuse is an error about the file.
func (b *builder) refuse(found string, args ...any) func(allowed string, args ...any) error {
	return func(allowed string, more ...any) error {
		return data.Problems{{File: b.file, Found: fmt.Sprintf(found, args...), Allowed: fmt.Sprintf(allowed, more...)}}
	}
}

// note tells what was left out or guessed, once for each sheet and kind.
func (b *builder) note(p data.Problem) {
	if len(b.book.Notes) < data.MaxProblems {
		b.book.Notes = append(b.book.Notes, p)
	}
}

// Column is the name of a column, from 0: "A".
func Column(k int) string {
	const letters = 26
	name := ""
	for k++; k > 0; k = (k - 1) / letters {
		name = string(rune('A'+(k-1)%letters)) + name
	}
	return name
}

// baseName is the name of a file without its folder and its ending.
func baseName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(name, path.Ext(name))
}
