package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"beltroad/internal/cell"
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
		head, about = append(head, f.Column), append(about, cell.Guard(f.Value))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, r := range t.Rows {
		cells := make([]string, 0, len(head))
		for _, c := range r {
			cells = append(cells, cell.Guard(c))
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
func flat(s string) string { return cell.Guard(strings.Join(strings.Fields(s), " ")) }

// NotesOf are the notes of a chart as one text, with all their details.
func NotesOf(notes []plot.Note) string {
	var all []string
	for _, n := range notes {
		all = append(all, n.Text)
		all = append(all, n.Details...)
	}
	return strings.Join(all, "\n")
}
