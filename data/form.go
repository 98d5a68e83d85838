package data

import (
	"bytes"
	"fmt"
	"strings"
)

// form is how a table is written down, as far as spreadsheets differ in it.
type form struct {
	comma byte // what separates cells
	width int  // cells of a row that have a column, or stand before one that has
	gaps  bool // some of them have no column
}

// separators are what cells may be separated by.
const separators = ",;\t|"

// takeForm finds out how a table is written down: how its lines end, and what
// separates its cells, which is what its first line says, as in sep=; or else
// what makes most known columns of the header.
func (in *tableFile) takeForm() {
	mark := []byte("\xEF\xBB\xBF")
	for bytes.HasPrefix(in.buf[in.pos:in.end], mark) {
		in.pos += len(mark)
	}
	head := in.buf[in.pos:min(in.end, in.pos+window)]
	in.returns = endsInReturns(head)
	in.form.comma = ','
	best := 0
	for at := 0; at < len(head); {
		n := in.line(head[at:])
		line := strings.ToLower(strings.Trim(string(head[at:at+n]), "\" "))
		next := at + n + in.ending(head[at+n:])
		if sign, ok := strings.CutPrefix(line, "sep="); ok && best == 0 && len(sign) == 1 && strings.Contains(separators, sign) {
			in.form.comma = sign[0]
			in.pos += next
			break
		}
		if strings.Trim(line, "\" "+separators) != "" {
			for i := range len(separators) {
				n, all := in.known(line, separators[i:i+1])
				if n > best {
					best, in.form.comma = n, separators[i]
				}
				if all {
					break // no other can say more
				}
			}
			break
		}
		if next == at {
			break
		}
		at = next
	}
	in.comma = in.form.comma
}

// endsInReturns reports whether the first line ends with a carriage return that
// no line feed follows.
func endsInReturns(head []byte) bool {
	i := bytes.IndexAny(head, "\r\n")
	if i < 0 || head[i] == '\n' {
		return false
	}
	rest := bytes.TrimLeft(head[i:], "\r")
	return len(rest) > 0 && rest[0] != '\n' || len(rest) == 0 && bytes.Count(head, []byte("\r")) > 2
}

// known counts the cells of a header that are columns, or are like one, and tells
// whether all are.
func (t *table) known(header, comma string) (n int, all bool) {
	all = true
	for name := range strings.SplitSeq(header, comma) {
		if name = strings.Trim(name, "\" "); name != "" && t.columnLike(name) >= 0 {
			n++
		} else {
			all = false
		}
	}
	return n, all
}

// rowProblem reports a row that cannot be split into cells, and tells whether it
// is one.
func (in *tableFile) rowProblem() bool {
	p := Problem{File: in.file, Row: in.row}
	switch in.fault {
	case noFault:
		return false
	case openQuote:
		p.Found, p.Allowed = "a quote that is not closed", fmt.Sprintf("rows of at most %d bytes, their cells without quotes or in two", maxRow)
		p.Mend = "close the quote, or write it twice if it is part of the text"
	case afterQuote:
		p.Found, p.Allowed = "text after a closing quote", `cells in "quotes" as a whole`
		p.Mend = "write a quote twice where it is part of the text"
	case longRow:
		p.Found, p.Allowed = "a row that is too long", fmt.Sprintf("at most %d bytes", maxRow)
	}
	in.report.add(p)
	in.complete = false
	return true
}

// looseQuotes reports cells with quotes that do not begin with one. What they
// say is beyond doubt, and other programs may read something else.
func (in *tableFile) looseQuotes() {
	for i := range in.cells {
		if c := &in.cells[i]; c.loose {
			text, column := strings.TrimSpace(c.text), in.columnAt(i)
			in.report.add(Problem{
				File: in.file, Row: in.row, Column: column, Found: quoted(text) + ", with a quote though it does not begin with one",
				Allowed: `cells with a quote in "quotes", each quote in them twice`, Mend: text, Safe: column != "",
			})
		}
	}
}
