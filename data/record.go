package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// record is a row of a table while it is read. Its methods return the value of
// a column, or report it and return the zero value.
type record struct {
	*table
	row   int
	cells []string
	next  int      // the column after the one that was read last
	named []string // the row that each column named last, and that is there
}

// take begins a row. It reports false where the row has no cells to read:
// blank ones are no rows, and those with too few or too many are reported.
func (r *record) take(cells []string) bool {
	r.cells, r.next = cells, 0
	if strings.TrimSpace(cells[0]) == "" && !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return false // and reported, unless at the end of the file
	}
	width := r.form.width
	if len(cells) < width || len(cells) > width && slices.ContainsFunc(cells[width:], func(c string) bool { return strings.TrimSpace(c) != "" }) {
		r.complete = false
		p := Problem{
			File: r.file, Row: r.row,
			Found: count(len(cells), "cell"), Allowed: fmt.Sprintf("%d, one for each column", width),
		}
		if len(cells) > width && r.form.comma == ',' {
			p.Mend = `put a cell with a comma into "quotes"`
		}
		r.report.add(p)
		return false
	}
	return true
}

func (r *record) problem(column, found, allowed string) { r.add(r.row, column, found, allowed) }

// raw is a cell as it stands in the file, but for spaces around it.
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
	return strings.TrimSpace(r.cells[r.at[column]])
}

// cell is the trimmed content of a column, reported when it is missing.
func (r *record) cell(name string) (*schema.Column, string) {
	if r.next == len(r.Columns) || r.Columns[r.next].Name != name { // read out of turn
		r.next, _ = r.Column(name)
	}
	column, cell := &r.Columns[r.next], r.trimmed(r.next)
	r.next++
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
	r.keys[key] = int32(r.row) // #nosec G115 -- no file is large enough for more
}

// refer holds a cell against the rows that it may name, at once or once they
// are read. Rows that follow one another often name the same.
func (r *record) refer(column *schema.Column, key string) {
	if column.Refers == "" || r.named[r.next-1] == key {
		return
	}
	ref := ref{r.table, r.row, column, key}
	switch target := r.tables[column.Refers]; {
	case !target.read:
		*r.refs = append(*r.refs, ref)
	case ref.check(target):
		r.named[r.next-1] = key
	}
}

// text is a cell of one value that is kept as text.
func (r *record) text(name string) string {
	column, cell := r.cell(name)
	if cell == "" {
		return ""
	}
	if !fits(column, cell) {
		r.unfit(column, cell, quoted(cell))
		return ""
	}
	r.refer(column, cell)
	return cell
}

// unfit reports a cell, or an item of its list, that its column does not take.
func (r *record) unfit(column *schema.Column, cell, found string) {
	p := Problem{File: r.file, Row: r.row, Column: column.Name, Found: found, Allowed: allowed(column)}
	p.Mend = mend(column, cell)
	r.report.add(p)
}

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
	items := strings.Split(cell, schema.ListDelimiter)
	for i, item := range items {
		item = strings.TrimSpace(item)
		items[i] = item
		if fits(column, item) {
			r.refer(column, item)
		} else {
			r.unfit(column, item, quoted(item)+" in a list")
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
