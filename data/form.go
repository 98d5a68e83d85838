package data

import (
	"bytes"
	"fmt"
	"strings"
)

// form is how a table is written down, as far as spreadsheets differ in it.
type form struct {
	comma rune // what separates cells
	width int  // cells of a row that have a column
}

// takeForm finds out what separates the cells of a table: what its first line
// says, as in sep=; or else what makes most known columns of the header. It
// returns the rows from the header to the last one that is not blank.
func (t *table) takeForm(b []byte) []byte {
	t.form.comma = ','
	first, rest, _ := bytes.Cut(b, []byte("\n"))
	line := strings.ToLower(strings.Trim(string(first[:min(len(first), maxRow)]), "\" "))
	if sign, ok := strings.CutPrefix(line, "sep="); ok && (sign == "," || sign == ";" || sign == "\t") {
		t.form.comma = rune(sign[0])
		b = rest
	} else {
		best := 0
		for _, sign := range ",;\t" {
			if n := t.known(line, string(sign)); n > best {
				best, t.form.comma = n, sign
			}
		}
	}
	for {
		end := len(bytes.TrimRight(b, "\n"))
		start := bytes.LastIndexByte(b[:end], '\n') + 1
		if end > 0 && !t.isBlank(b[start:end]) || start == 0 {
			return b[:end]
		}
		b = b[:start]
	}
}

// known counts the cells of a header that are columns.
func (t *table) known(header, comma string) int {
	n := 0
	for name := range strings.SplitSeq(header, comma) {
		if _, c := t.Column(strings.Trim(name, "\" ")); c != nil {
			n++
		}
	}
	return n
}

// isBlank reports whether a line has nothing in its cells.
func (t *table) isBlank(line []byte) bool {
	if len(line) > 0 && line[0] > '"' && rune(line[0]) != t.form.comma {
		return false // as nearly every line
	}
	quotes := bytes.Count(line, []byte(`"`))
	return quotes%2 == 0 && len(bytes.TrimLeft(line, " \"\n"+string(t.form.comma))) == 0
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
		case t.isBlank(line):
			t.add(row, "", "an empty row", "rows without gaps")
		case bytes.Count(line, []byte(`"`))%2 != 0:
			t.report.add(Problem{
				File: t.file, Row: row, Found: "a quote that is not closed in its row",
				Allowed: "cells of one line", Mend: "take the line break out of the cell, or write a quote twice",
			})
			ok = false
		case t.form.comma != '\t' && bytes.IndexByte(line, '\t') >= 0:
			t.add(row, "", "a tab in a cell", "cells without tabs")
		}
		if t.report.stopped() {
			return false
		}
	}
	return ok
}
