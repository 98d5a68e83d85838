package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"beltroad/internal/plot"
)

// Sheet is a chart's table with what every export says of it.
type Sheet struct {
	Table   plot.Table
	Title   string
	Notes   []plot.Note
	Source  string // the work that the figures come from
	Dossier string // name and version
}

// byteOrderMark makes spreadsheets read the file as UTF-8: without it Excel
// takes dashes, ¶ and Chinese for something else.
const byteOrderMark = "\uFEFF"

// CSV writes the table behind a chart by RFC 4180. Columns are named and cells
// written as in the ledger, so that numbers are numbers. Title, notes, source
// and dossier follow in columns of their own: lines beside the table would
// keep programs from reading it.
func CSV(w io.Writer, s Sheet) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := []string{"id"}
	for _, h := range s.Table.Headings {
		head = append(head, string(h.Column))
	}
	head = append(head, "chart_title", "chart_notes", "source", "dossier")
	if err := out.Write(head); err != nil {
		return err
	}
	about := []string{guarded(s.Title), guarded(notesOf(s.Notes)), guarded(s.Source), guarded(s.Dossier)}
	for _, r := range s.Table.Rows {
		cells := []string{guarded(r.Figure)}
		for _, c := range r.Cells {
			cells = append(cells, guarded(c.Raw))
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
	for _, r := range t.Rows {
		for i, c := range r.Cells {
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
// begins like a formula makes it text. Numbers are no formulas.
func guarded(s string) string {
	if s == "" {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	// Full-width signs begin a formula in some versions too.
	if r, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
		return "'" + s
	}
	return s
}

func notesOf(notes []plot.Note) string {
	var all []string
	for _, n := range notes {
		all = append(all, n.Text)
		all = append(all, n.Details...)
	}
	return strings.Join(all, "\n")
}
