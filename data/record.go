package data

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// record is a row of a table while it is read. Its methods return the value of
// a column, or report it and return the zero value.
type record struct {
	*tableFile
	position int      // firstRow and the records before it
	column   int      // the column after the one that was read last
	named    []string // the row that each column named last, and that is there
}

// take begins a row. It reports false where the row has no cells to read, which
// is reported.
func (r *record) take() bool {
	r.column = 0
	if r.rowProblem() {
		return false
	}
	width := r.form.width
	if extra := r.filled(width); len(r.cells) < width || extra {
		r.complete = false
		p := Problem{
			File: r.file, Row: r.row,
			Found: count(len(r.cells), "cell"), Allowed: fmt.Sprintf("%d, one for each column", width),
		}
		switch {
		case bytes.IndexByte(r.content, '\n') >= 0:
			p.Mend = "close the quote that is open at the end of the line"
		case len(r.cells) > width && r.form.comma == ',':
			p.Mend = "put quotes around a cell with a comma"
		}
		r.report.add(p)
		return false
	}
	if bytes.IndexByte(r.content, '"') >= 0 {
		r.looseQuotes()
	}
	for i := 0; r.form.gaps && i < width; i++ {
		if r.columnAt(i) == "" && strings.TrimSpace(r.cells[i].text) != "" {
			r.extraCell(i)
		}
	}
	return true
}

// filled reports whether a cell after the last column has something in it.
func (r *record) filled(width int) bool {
	return len(r.cells) > width && slices.ContainsFunc(r.cells[width:], func(c cell) bool { return strings.TrimSpace(c.text) != "" })
}

func (r *record) problem(column, found, allowed string) { r.add(r.row, column, found, allowed) }

// raw is a cell as it stands in the file, but for spaces around it and for a
// mend that is beyond doubt.
func (r *record) raw(name string) string {
	i, _ := r.Column(name)
	return r.trimmed(i)
}

// trimmed is the cell of a column without spaces around it; empty where the
// table has no such column.
func (r *record) trimmed(column int) string {
	if r.at[column] < 0 {
		return ""
	}
	return trimSpace(r.cells[r.at[column]].text)
}

// trimSpace is strings.TrimSpace, which it asks only where something is to be
// trimmed: of most cells nothing is.
func trimSpace(s string) string {
	if s == "" || isGraphic(s[0]) && isGraphic(s[len(s)-1]) {
		return s
	}
	return strings.TrimSpace(s)
}

// isGraphic reports whether a byte is an ASCII character that can be seen.
func isGraphic(c byte) bool { return c > ' ' && c < 0x7F }

// cell is the trimmed content of a column, reported when it is missing.
func (r *record) cell(name string) (*schema.Column, string) {
	if r.column == len(r.Columns) || r.Columns[r.column].Name != name { // read out of turn
		r.column, _ = r.Column(name)
	}
	column, cell := &r.Columns[r.column], r.trimmed(r.column)
	r.column++
	if cell == "" && column.Required {
		r.problem(name, "an empty cell", allowed(column))
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
		r.problem(strings.Join(r.Key, ", "), fmt.Sprintf("%s, as in row %d", shown, r.rowOfKey(first)), "a value that no other row has")
		if i, ok := r.mended[key]; ok {
			r.report.kept[i].Safe = false
		}
		return
	}
	r.keys[key] = int32(r.position) // #nosec G115 -- no file is large enough for more
}

// refer holds a cell against the rows that it may name, at once or once they
// are read. Rows that follow one another often name the same.
func (r *record) refer(column *schema.Column, key string) {
	if column.Refers == "" || r.named[r.column-1] == key {
		return
	}
	target := r.tables[column.Refers]
	_, known := target.keys[key]
	ref := ref{table: r.table, row: r.row, column: column, key: key}
	switch {
	case !target.read && !known:
		*r.refs = append(*r.refs, ref)
	case known || ref.check(target):
		r.named[r.column-1] = key
	}
}

// text is a cell of one value that is kept as text.
func (r *record) text(name string) string {
	column, cell := r.cell(name)
	if cell == "" {
		return ""
	}
	if fits(column, cell) {
		r.refer(column, cell)
	} else if cell = r.mendCell(column, cell); cell == "" {
		return ""
	}
	if column.Unique {
		r.checkUnique(name, cell)
	}
	return cell
}

// rangeAdvice tells where the two numbers of a range go that stand in one cell.
func rangeAdvice(column *schema.Column, cell string) string {
	if column.Name != "value" || column.Type != schema.Number || !severalNumbers().MatchString(cell) {
		return ""
	}
	return "; a range has its numbers in value and value_max, and range in comparator"
}

// mendCell reports a cell that its column does not take. Where there is no doubt
// about what it has to be, that is read in its place; or else it is empty.
func (r *record) mendCell(column *schema.Column, cell string) string {
	guess, safe := r.mend(column, cell)
	if column.Refers != "" && guess != "" {
		ref := ref{table: r.table, row: r.row, column: column, key: guess, cell: cell}
		if target := r.tables[column.Refers]; target.read || target.keys[guess] > 0 {
			ref.check(target)
		} else {
			*r.refs = append(*r.refs, ref)
		}
		r.put(guess)
		return guess
	}
	isKey := len(r.Key) == 1 && r.Key[0] == column.Name
	if isKey && safe {
		_, taken := r.keys[guess]
		safe = !taken
	}
	at := len(r.report.kept)
	r.report.add(Problem{File: r.file, Row: r.row, Column: column.Name, Found: quoted(cell), Allowed: allowed(column) + rangeAdvice(column, cell), Mend: guess, Safe: safe})
	if !safe {
		return ""
	}
	if isKey && len(r.report.kept) > at {
		if r.mended == nil {
			r.mended = make(map[string]int)
		}
		r.mended[guess] = at
	}
	r.put(guess)
	return guess
}

// put has the cell that was read last say something else.
func (r *record) put(text string) { r.cells[r.at[r.column-1]].text = text }

// texts is a list of text, each item once.
func (r *record) texts(name string) []string {
	items := r.repeated(name)
	for i, item := range items {
		if slices.Contains(items[:i], item) {
			r.problem(name, quoted(item)+" twice in a list", "each item once")
		}
	}
	return items
}

// repeated is a list of text that may have an item more than once.
func (r *record) repeated(name string) []string {
	column, cell := r.cell(name)
	if cell == "" {
		return nil
	}
	if n := strings.Count(cell, schema.ListDelimiter) + 1; n > maxItems {
		r.problem(name, count(n, "item"), fmt.Sprintf("a list of at most %d", maxItems))
		return nil
	}
	items := listItems(cell)
	if slices.ContainsFunc(items, func(item string) bool { return !fits(column, item) }) {
		if mended := r.mendList(column, cell); mended != nil {
			items = mended
		}
	}
	for _, item := range items {
		if fits(column, item) {
			r.refer(column, item)
			continue
		}
		guess, _ := r.mend(column, item)
		r.report.add(Problem{File: r.file, Row: r.row, Column: name, Found: quoted(item) + " in a list", Allowed: allowed(column), Mend: guess})
	}
	return items
}

// mendList reports a list whose items are beyond doubt, though its column does
// not take them as they are; nil: it is none.
func (r *record) mendList(column *schema.Column, cell string) []string {
	guess := mendedList(column, cell, r.form.comma)
	if guess == "" {
		return nil
	}
	items := listItems(guess)
	if target := r.tables[column.Refers]; target != nil && target.read {
		for _, item := range items {
			if _, ok := target.keys[item]; !ok {
				return nil
			}
		}
	}
	r.report.add(Problem{File: r.file, Row: r.row, Column: column.Name, Found: quoted(cell), Allowed: allowed(column), Mend: guess, Safe: true})
	r.put(guess)
	return items
}

func listItems(cell string) []string {
	items := strings.Split(cell, schema.ListDelimiter)
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
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
