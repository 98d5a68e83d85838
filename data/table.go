package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// table is a table while it is read.
type table struct {
	*schema.Table
	file   string
	report *report
	refs   *[]ref

	keys     map[string]int            // row of each key
	unique   map[string]map[string]int // row of each value of a unique column
	complete bool                      // whether keys has every row of the file
}

// ref is a cell, or an item of its list, that names a row of another table.
type ref struct {
	*table
	row    int
	column *schema.Column
	key    string
}

// readTable reads the rows of a table that are whole, and reports the others.
func readTable[T any](r *reader, name string, read func(*record) T) []T {
	t := r.table(name)
	if t.file == "" {
		return nil // the descriptor gives no usable path, and that is reported
	}
	b, ok := r.readFile(t.file, maxTable)
	if !ok || !t.checkLines(b) {
		return nil
	}
	r.buffer.Reset(bytes.NewReader(b))
	in := csv.NewReader(r.buffer)
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil || !t.checkHeader(header) {
		t.broken(1, err)
		return nil
	}
	t.complete = true
	lines := bytes.Count(b, []byte("\n"))
	rows := make([]T, 0, lines)
	t.keys = make(map[string]int, lines)
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.complete = false
			t.broken(0, err)
			return rows
		}
		row, _ := in.FieldPos(0)
		if len(cells) != len(t.Columns) {
			t.complete = false
			t.add(row, "", count(len(cells), "cell"), fmt.Sprintf("%d, one for each column", len(t.Columns)))
			continue
		}
		rec := record{table: t, row: row, cells: cells}
		rows = append(rows, read(&rec))
		rec.checkKey()
	}
}

func (t *table) add(row int, column, found, allowed string) {
	t.report.add(Problem{File: t.file, Row: row, Column: column, Found: found, Allowed: allowed})
}

// broken reports what encoding/csv could not read.
func (t *table) broken(row int, err error) {
	if errors.Is(err, io.EOF) {
		t.add(0, "", "an empty file", "a header row: "+t.header())
		return
	}
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		row, err = parse.Line, parse.Err
	}
	if err != nil {
		t.add(row, "", "broken CSV ("+err.Error()+")", `cells separated by commas, those with a comma or a quote in "quotes"`)
	}
}

// checkLines makes sure that a row is a line, so that row numbers are those of
// a spreadsheet, and that no row can fill the memory.
func (t *table) checkLines(b []byte) bool {
	ok := true
	row := 0
	for line := range bytes.Lines(b) {
		row++
		switch {
		case len(line) > maxRow:
			t.add(row, "", "a row that is too long", fmt.Sprintf("at most %d bytes", maxRow))
			ok = false
		case line[0] == '\n':
			t.add(row, "", "an empty row", "rows without gaps")
		case bytes.Count(line, []byte(`"`))%2 != 0:
			t.add(row, "", "a quote that is not closed in its row", "cells of one line")
			ok = false
		case bytes.IndexByte(line, '\t') >= 0:
			t.add(row, "", "a tab", "cells separated by commas, without tabs")
		}
	}
	return ok
}

func (t *table) header() string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, ",")
}

// checkHeader reports columns that are missing, unknown or in another place.
func (t *table) checkHeader(header []string) bool {
	if slices.EqualFunc(header, t.Columns, func(s string, c schema.Column) bool { return s == c.Name }) {
		return true
	}
	known := true
	for _, c := range t.Columns {
		if !slices.Contains(header, c.Name) {
			t.add(1, c.Name, "no such column", t.header())
			known = false
		}
	}
	for _, name := range header {
		if _, c := t.Column(name); c == nil {
			t.add(1, quoted(name), "an unknown column", t.header())
			known = false
		}
	}
	if known {
		t.add(1, "", "the columns "+quoted(strings.Join(header, ",")), t.header())
	}
	return false
}

// record is a row of a table while it is read. Its methods return the value of
// a column, or report it and return the zero value.
type record struct {
	*table
	row   int
	cells []string
	next  int // the column after the one that was read last
}

func (r *record) problem(column, found, allowed string) { r.add(r.row, column, found, allowed) }

// raw is a cell as it stands in the file.
func (r *record) raw(name string) string {
	i, _ := r.Column(name)
	return r.cells[i]
}

// cell is the trimmed content of a column, reported when it is missing.
func (r *record) cell(name string) (*schema.Column, string) {
	if r.next == len(r.Columns) || r.Columns[r.next].Name != name { // read out of turn
		r.next, _ = r.Column(name)
	}
	column, cell := &r.Columns[r.next], r.cells[r.next]
	r.next++
	if trimmed := strings.TrimSpace(cell); trimmed != cell {
		r.problem(name, quoted(cell), "text without spaces around it")
		cell = trimmed
	}
	if cell == "" && column.Required {
		r.problem(name, "an empty cell", allowed(column))
	}
	if column.Unique && cell != "" {
		r.checkUnique(name, cell)
	}
	return column, cell
}

func (r *record) checkUnique(name, cell string) {
	if r.unique == nil {
		r.unique = make(map[string]map[string]int)
	}
	if r.unique[name] == nil {
		r.unique[name] = make(map[string]int)
	}
	if first, ok := r.unique[name][cell]; ok {
		r.problem(name, fmt.Sprintf("%s, as in row %d", quoted(cell), first), "a value that no other row has")
		return
	}
	r.unique[name][cell] = r.row
}

// checkKey remembers the row by its key, also when other cells are wrong: what
// refers to it is right.
func (r *record) checkKey() {
	key := r.raw(r.Key[0])
	if len(r.Key) > 1 {
		cells := make([]string, len(r.Key))
		for i, name := range r.Key {
			cells[i] = r.raw(name)
		}
		key = strings.Join(cells, "\n") // which no cell contains
	}
	if key == "" {
		return
	}
	if first, ok := r.keys[key]; ok {
		shown := quoted(strings.ReplaceAll(key, "\n", ", "))
		r.problem(strings.Join(r.Key, ", "), fmt.Sprintf("%s, as in row %d", shown, first), "a value that no other row has")
		return
	}
	r.keys[key] = r.row
}

func (r *record) refer(column *schema.Column, key string) {
	if column.Refers != "" {
		*r.refs = append(*r.refs, ref{r.table, r.row, column, key})
	}
}

// text is a cell of one value that is kept as text.
func (r *record) text(name string) string {
	column, cell := r.cell(name)
	if cell == "" {
		return ""
	}
	if !fits(column, cell) {
		r.report.addNear(Problem{File: r.file, Row: r.row, Column: name, Found: quoted(cell), Allowed: allowed(column)}, cell, column.Enum)
		return ""
	}
	r.refer(column, cell)
	return cell
}

// texts is a list of text.
func (r *record) texts(name string) []string {
	column, cell := r.cell(name)
	if cell == "" {
		return nil
	}
	if n := strings.Count(cell, schema.ListDelimiter) + 1; n > maxItems {
		r.problem(name, count(n, "item"), fmt.Sprintf("a list of at most %d", maxItems))
		return nil
	}
	items := strings.Split(cell, schema.ListDelimiter)
	for i, item := range items {
		switch {
		case strings.TrimSpace(item) != item || !fits(column, item):
			r.problem(name, quoted(item)+" in a list", allowed(column))
		case slices.Contains(items[:i], item):
			r.problem(name, quoted(item)+" twice in a list", "each item once")
		default:
			r.refer(column, item)
		}
	}
	return items
}

// integers is a list of integers.
func (r *record) integers(name string) []int {
	items := r.texts(name)
	numbers := make([]int, len(items))
	for i, item := range items {
		numbers[i], _ = parseInteger(item) // texts has reported it
	}
	return numbers
}

// integer is a whole number.
func (r *record) integer(name string) int {
	n, _ := parseInteger(r.text(name)) // text has reported it
	return n
}

// number is a finite number; 0 also where the cell is empty.
func (r *record) number(name string) float64 {
	x, _ := parseNumber(r.text(name)) // text has reported it
	return x
}

// date is a date, as precise as the cell.
func (r *record) date(name string) Date {
	d, _ := ParseDate(r.text(name)) // text has reported it
	return d
}

// count is a number of things in words.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
