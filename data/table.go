package data

import (
	"bytes"
	"cmp"
	"fmt"
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
	refs   *[]ref // to rows that are not read yet

	form     form
	at       []int                     // the cell of each column; -1: an optional one that is not there
	keys     map[string]int32          // position of each key: firstRow and the rows before it
	moved    rowsMoved                 // rows that are not where their position says
	mended   map[string]int            // the problem of each key that is to be mended
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
	cell   string // as it stands there, if it is no key and key is what it likely means; empty: it is the key
}

// fewRows are the most rows that room is made for before any is read: only rows
// that are there tell how long rows are, and so how many the file may have.
const fewRows = 1024

// readTable reads the rows of a table that are whole, and reports the others.
func readTable[T any](r *reader, name string, read func(*record) T) []T {
	t := r.table(name)
	defer func() { t.read = true }()
	if t.file == "" {
		return nil // the descriptor gives no usable path, and that is reported
	}
	in := r.openTable(t)
	if in == nil {
		return nil
	}
	defer in.close()
	if !in.readHeader() {
		return nil
	}
	t.complete = true
	room := in.roomAtFirst()
	rows := make([]T, 0, room)
	t.keys = make(map[string]int32, room)
	rec := record{tableFile: in, named: make([]string, len(t.Columns))}
	for in.next() {
		if !rec.take() {
			continue
		}
		if len(rows) == cap(rows) {
			rows = slices.Grow(rows, in.more(len(rows)))
		}
		rec.position = firstRow + len(rows)
		t.moved = t.moved.note(len(rows), in.row-rec.position)
		rows = append(rows, read(&rec))
		rec.checkKey()
		if r.stopped() {
			break
		}
	}
	if in.failure() || r.stopped() {
		t.complete = false
	}
	t.read = true
	r.checkRefs()
	return rows
}

// roomAtFirst is how many rows to make room for before any is read: as many as
// what is there of the file has lines, but few.
func (in *tableFile) roomAtFirst() int {
	return min(bytes.Count(in.buf[in.pos:in.end], []byte("\n"))+1, fewRows)
}

// more is how many rows to make room for after some: as many as the rest of the
// file may have, as far as what is read of it tells.
func (in *tableFile) more(rows int) int {
	size := in.reader.sizes[in.file]
	used := in.start + 1
	return int(min(max(size-used, used/4)*int64(rows)/used+fewRows/16, 15*int64(rows)))
}

func (t *table) add(row int, column, found, allowed string) {
	t.report.add(Problem{File: t.file, Row: row, Column: column, Found: found, Allowed: allowed})
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

// columnAt is the name of the column that cell i of a row belongs to; empty: to
// none.
func (t *table) columnAt(i int) string {
	if c := slices.Index(t.at, i); c >= 0 {
		return t.Columns[c].Name
	}
	return ""
}

// columnLike is the column that a name means, though it may differ from the
// column's in what makes no other word of it; -1: none.
func (t *table) columnLike(name string) int {
	name = strings.TrimSpace(name)
	if c := slices.IndexFunc(t.Columns, func(c schema.Column) bool { return strings.EqualFold(c.Name, name) }); c >= 0 {
		return c
	}
	word := sameWord(name, t.names())
	return slices.IndexFunc(t.Columns, func(c schema.Column) bool { return c.Name == word })
}

// readHeader learns which cell belongs to which column, whatever their order
// and case, and reports columns that are missing, unknown or doubled. Cells
// without a name are no columns.
func (in *tableFile) readHeader() bool {
	if !in.next() {
		if !in.failure() && !in.report.stopped() {
			in.add(0, "", "an empty file", "a header row: "+in.header())
		}
		return false
	}
	if in.rowProblem() {
		return false
	}
	at := slices.Repeat([]int{-1}, len(in.Columns))
	var unknown []int
	ok := true
	for i := range in.cells {
		name := strings.TrimSpace(in.cells[i].text)
		if name == "" {
			continue
		}
		in.form.width = i + 1
		c := in.columnLike(name)
		switch {
		case c < 0:
			unknown = append(unknown, i)
			continue
		case at[c] >= 0:
			in.add(in.row, in.Columns[c].Name, "a second column of that name", in.header())
			ok = false
			continue
		}
		at[c] = i
		if column := in.Columns[c].Name; !strings.EqualFold(column, name) {
			in.report.add(Problem{
				File: in.file, Row: in.row, Column: quoted(name), Found: quoted(name) + ", an unknown column",
				Allowed: in.header(), Mend: column, Safe: true,
			})
		}
	}
	var missing []string
	short := false
	for c, i := range at {
		if i < 0 {
			missing = append(missing, in.Columns[c].Name)
			short = short || !in.Columns[c].Optional
		}
	}
	if short || len(unknown) > 0 {
		in.reportHeader(unknown, missing)
		return false
	}
	in.at = at
	in.form.gaps = in.hasGaps()
	return ok
}

// hasGaps reports whether cells before the last column have none.
func (in *tableFile) hasGaps() bool {
	for i := range in.form.width {
		if in.columnAt(i) == "" {
			return true
		}
	}
	return false
}

// reportHeader reports columns by one line for each cause: a column that is
// like one that is missing is taken for it.
func (in *tableFile) reportHeader(unknown []int, missing []string) {
	if len(unknown) > 0 && len(missing) == len(in.Columns) {
		names := make([]string, len(in.cells))
		for i := range in.cells {
			names[i] = in.cells[i].text
		}
		in.add(in.row, "", "the columns "+quoted(strings.Join(names, ",")), in.header())
		return
	}
	for _, i := range unknown {
		name := strings.TrimSpace(in.cells[i].text)
		near := in.report.nearest(name, missing)
		missing = slices.DeleteFunc(missing, func(m string) bool { return m == near })
		in.report.add(Problem{File: in.file, Row: in.row, Column: quoted(name), Found: "an unknown column", Allowed: in.header(), Mend: near})
	}
	for i := range in.cells[:in.form.width] {
		if strings.TrimSpace(in.cells[i].text) == "" && len(missing) > 0 {
			in.add(in.row, "", fmt.Sprintf("column %d without a name", i+1), in.header())
		}
	}
	for _, name := range missing {
		if _, c := in.Column(name); !c.Optional {
			in.add(in.row, name, "no such column", in.header())
		}
	}
}

// extraCell reports a cell of the row in hand that has no column.
func (in *tableFile) extraCell(i int) {
	in.report.add(Problem{
		File: in.file, Row: in.row, Found: fmt.Sprintf("%s in column %d, which has no name", quoted(in.cells[i].text), i+1), Allowed: in.header(),
	})
}

// rowsMoved tells in which row of the file a record stands: blank rows before it
// are no records.
type rowsMoved []move

// move is by how many rows a record and those after it are moved.
type move struct{ record, by int32 }

// note is the rows with those of one more record, after all others.
func (m rowsMoved) note(record, by int) rowsMoved {
	last := 0
	if len(m) > 0 {
		last = int(m[len(m)-1].by)
	}
	if by == last {
		return m
	}
	return append(m, move{int32(record), int32(by)}) // #nosec G115 -- no file is large enough for more
}

// row is the row of a record.
func (m rowsMoved) row(record int) int {
	i, _ := slices.BinarySearchFunc(m, record+1, func(e move, after int) int { return cmp.Compare(int(e.record), after) })
	if i == 0 {
		return firstRow + record
	}
	return firstRow + record + int(m[i-1].by)
}
