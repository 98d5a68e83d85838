package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"beltroad/internal/plot"
)

// Table are the records behind a drawing, as the ledger spells them.
type Table struct {
	Columns []string
	Rows    [][]string
	// About is what every export says of itself, in columns of its own after
	// the others: lines beside the table would keep programs from reading it.
	About []Field
}

// Field is a value with the name of its column.
type Field struct{ Column, Value string }

// TableOf is the table of a chart.
func TableOf(t plot.Table, about ...Field) *Table {
	out := &Table{Columns: []string{"id"}, About: about}
	for _, h := range t.Headings {
		out.Columns = append(out.Columns, string(h.Column))
	}
	for i := range t.Len() {
		r := t.Row(i)
		cells := []string{r.Figure}
		for _, c := range r.Cells {
			cells = append(cells, c.Raw)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// byteOrderMark makes spreadsheets read the file as UTF-8: without it Excel
// takes dashes, ¶ and Chinese for something else.
const byteOrderMark = "\uFEFF"

// CSV writes a table by RFC 4180, with cells as they are in the ledger, so that
// numbers are numbers.
func CSV(w io.Writer, t Table) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head, about := slices.Clone(t.Columns), make([]string, 0, len(t.About))
	for _, f := range t.About {
		head, about = append(head, f.Column), append(about, guarded(f.Value))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, r := range t.Rows {
		cells := make([]string, 0, len(head))
		for _, c := range r {
			cells = append(cells, guarded(c))
		}
		if err := out.Write(append(cells, about...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// TSV writes the table as people see it, for pasting into a spreadsheet.
func TSV(w io.Writer, t plot.Table) error {
	var b strings.Builder
	for i, h := range t.Headings {
		b.WriteString(separator(i) + flat(h.Title))
	}
	b.WriteByte('\n')
	for row := range t.Len() {
		for i, c := range t.Row(row).Cells {
			text := c.Text
			// Grouped digits would be pasted as text, or as another number.
			if c.Numeric && t.Headings[i].Column != plot.ColumnCite {
				text = c.Raw
			}
			b.WriteString(separator(i) + flat(text))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func separator(column int) string {
	if column == 0 {
		return ""
	}
	return "\t"
}

// flat is a cell of one line that is no formula.
func flat(s string) string { return guarded(strings.Join(strings.Fields(s), " ")) }

// guarded keeps a spreadsheet from running a cell: an apostrophe before what
// begins like a formula makes it text. Numbers are no formulas. A semicolon or
// a tab begins another cell where the spreadsheet takes that for the separator.
func guarded(s string) string {
	var b strings.Builder
	for s != "" {
		cell, sep := s, ""
		begin := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
		if i := strings.IndexAny(s[begin:], ";\t"); i >= 0 {
			cell, sep = s[:begin+i], s[begin+i:begin+i+1]
		}
		s = s[len(cell)+len(sep):]
		if formula(cell) {
			b.WriteByte('\'')
		}
		b.WriteString(cell + sep)
	}
	return b.String()
}

// formula tells whether a cell begins like one, signs aside that are not seen.
func formula(cell string) bool {
	if _, err := strconv.ParseFloat(strings.TrimSpace(cell), 64); err == nil {
		return false
	}
	seen := strings.TrimLeftFunc(cell, func(r rune) bool { return r == ' ' || unicode.In(r, unicode.Cf, unicode.Zs) })
	r, _ := utf8.DecodeRuneInString(seen)
	// Full-width signs begin a formula in some versions, too.
	return seen != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
}

// NotesOf are the notes of a chart as one text, with all their details.
func NotesOf(notes []plot.Note) string {
	var all []string
	for _, n := range notes {
		all = append(all, n.Text)
		all = append(all, n.Details...)
	}
	return strings.Join(all, "\n")
}
