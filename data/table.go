package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"beltroad/data/internal/schema"
)

// table is a table while it is read.
type table struct {
	*schema.Table
	file   string
	report *report
	tables map[string]*table
	refs   *[]ref // to tables that are not read yet

	form     form
	at       []int                     // the cell of each column; -1: an optional one that is not there
	keys     map[string]int32          // row of each key
	unique   map[string]map[string]int // row of each value of a unique column
	read     bool
	complete bool // whether keys has every row of the file
}

// ref is a cell, or an item of its list, that names a row of another table.
type ref struct {
	*table
	row    int
	column *schema.Column
	key    string
}

// fewRows are the rows that room is made for before any is read: only rows that
// are there tell how long rows are, and so how many the file may have.
const fewRows = 1024

// readTable reads the rows of a table that are whole, and reports the others.
func readTable[T any](r *reader, name string, read func(*record) T) []T {
	t := r.table(name)
	defer func() { t.read = true }()
	if t.file == "" {
		return nil // the descriptor gives no usable path, and that is reported
	}
	b, ok := r.readFile(t.file, maxTable)
	if !ok {
		return nil
	}
	defer r.finish(int64(len(b)))
	b = t.takeForm(b)
	if !t.checkLines(b) {
		return nil
	}
	r.buffer.Reset(bytes.NewReader(b))
	in := csv.NewReader(r.buffer)
	in.Comma = t.form.comma
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil || !t.readHeader(header) {
		t.broken(1, err)
		return nil
	}
	t.complete = true
	few := min(bytes.Count(b, []byte("\n"))+1, fewRows)
	rows := make([]T, 0, few)
	t.keys = make(map[string]int32, few)
	rec := record{table: t, named: make([]string, len(t.Columns))}
	for !r.stopped() {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.broken(0, err)
			break
		}
		if len(rows) == fewRows {
			rows = slices.Grow(rows, len(b)/int(in.InputOffset()/(fewRows+1))-fewRows)
		}
		if len(rows)%fewRows == 0 {
			r.advance(in.InputOffset())
		}
		rec.row, _ = in.FieldPos(0)
		if rec.take(cells) {
			rows = append(rows, read(&rec))
			rec.checkKey()
		}
	}
	t.complete = false
	return rows
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

// header is the row of names, as the format writes it.
func (t *table) header() string { return strings.Join(t.names(), ",") }

func (t *table) names() []string {
	names := make([]string, len(t.Columns))
	for i := range t.Columns {
		names[i] = t.Columns[i].Name
	}
	return names
}

// readHeader learns which cell belongs to which column, whatever their order
// and case, and reports columns that are missing, unknown or doubled. Cells
// without a name after the last one are no columns.
func (t *table) readHeader(header []string) bool {
	t.at = slices.Repeat([]int{-1}, len(t.Columns))
	for len(header) > 0 && strings.TrimSpace(header[len(header)-1]) == "" {
		header = header[:len(header)-1]
	}
	t.form.width = len(header)
	var unknown []int
	ok := true
	for i, name := range header {
		name = strings.TrimSpace(name)
		c := slices.IndexFunc(t.Columns, func(c schema.Column) bool { return strings.EqualFold(c.Name, name) })
		switch {
		case c < 0:
			unknown = append(unknown, i)
		case t.at[c] >= 0:
			t.add(1, t.Columns[c].Name, "a second column of that name", t.header())
			ok = false
		default:
			t.at[c] = i
		}
	}
	var missing []string
	short := false
	for c, at := range t.at {
		if at < 0 {
			missing = append(missing, t.Columns[c].Name)
			short = short || !t.Columns[c].Optional
		}
	}
	if short || len(unknown) > 0 {
		t.reportHeader(header, unknown, missing)
		return false
	}
	return ok
}

// reportHeader reports columns by one line for each cause: a column that is
// like one that is missing is taken for it.
func (t *table) reportHeader(header []string, unknown []int, missing []string) {
	if len(unknown) == len(header) {
		t.add(1, "", "the columns "+quoted(strings.Join(header, ",")), t.header())
		return
	}
	for _, i := range unknown {
		name := strings.TrimSpace(header[i])
		if name == "" {
			t.add(1, "", fmt.Sprintf("column %d without a name", i+1), t.header())
			continue
		}
		near := nearest(name, missing)
		missing = slices.DeleteFunc(missing, func(m string) bool { return m == near })
		t.report.add(Problem{File: t.file, Row: 1, Column: quoted(name), Found: "an unknown column", Allowed: t.header(), Mend: near})
	}
	for _, name := range missing {
		if _, c := t.Column(name); !c.Optional {
			t.add(1, name, "no such column", t.header())
		}
	}
}
