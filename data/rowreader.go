package data

import (
	"bytes"
	"io"
	"strings"
)

const (
	block  = 128 << 10  // how much of a table is read at a time
	window = maxRow + 4 // a row, and the end of its line
	room   = 2*window + block
)

// fault is what keeps a row from being split into cells.
type fault int

const (
	noFault    fault = iota
	openQuote        // a quote opens that nothing closes: the row is its first line
	afterQuote       // text follows a closing quote
	longRow          // the row has more bytes than it may have
)

// cell is a cell of a row.
type cell struct {
	start, end int    // bytes of the row, with spaces and quotes
	from, to   int    // bytes of the row, of the content alone
	text       string // content, its quotes single, without line breaks
	quoted     bool
	doubled    bool // there are quotes in it, each twice
	loose      bool // there are quotes in it, and it does not begin with one
}

// rowReader splits a table into rows and cells as spreadsheets do: quotes may
// hold separators and line breaks, so that a row may have several lines. It
// holds little more than a row, whatever the table is.
type rowReader struct {
	in       io.Reader
	buf      []byte
	pos, end int   // of buf: what is read and not yet split
	base     int64 // bytes of the text before buf
	err      error // why nothing more comes: io.EOF at the end of the text

	comma   byte
	returns bool // lines may end with a carriage return alone

	row     int    // as a spreadsheet counts, from 1
	content []byte // the row in hand without its end
	start   int64  // where in the text it starts
	cells   []cell
	fault   fault
}

// newRowReader reads with the buffer of another, which is done, if it has room for
// a text of so many bytes.
func newRowReader(in io.Reader, size int64, buf []byte) rowReader {
	if want := min(size+bytes.MinRead, room); int64(cap(buf)) < want {
		buf = make([]byte, want)
	}
	return rowReader{in: in, buf: buf[:cap(buf)], comma: ','}
}

// fill reads on until there are more bytes than a row may have.
func (r *rowReader) fill() {
	if r.pos > 0 {
		copy(r.buf, r.buf[r.pos:r.end])
		r.base += int64(r.pos)
		r.pos, r.end = 0, r.end-r.pos
	}
	for idle := 0; r.end <= window && r.err == nil; {
		if r.end == len(r.buf) { // there is more than was told
			r.buf = append(make([]byte, 0, room), r.buf...)[:room]
		}
		n, err := r.in.Read(r.buf[r.end:min(len(r.buf), r.end+block)])
		r.end += n
		r.err = err
		if idle++; n > 0 {
			idle = 0
		} else if idle == 100 && err == nil {
			r.err = io.ErrNoProgress
		}
	}
}

// next goes to the next row that is not an empty line, and splits it. False:
// there is none, or what comes cannot be read.
func (r *rowReader) next() bool {
	if !r.pastEmptyLines() {
		return false
	}
	r.start = r.base + int64(r.pos)
	b := r.buf[r.pos:min(r.end, r.pos+window)]
	whole := r.pos+len(b) == r.end && r.err == io.EOF //nolint:errorlint // as readers return it
	line := r.line(b)
	if line == len(b) && !whole && r.err != nil {
		return false // the rest of the row cannot be read
	}
	n := line
	r.cells, r.fault = r.cells[:0], noFault
	switch {
	case line > maxRow:
		r.fault = longRow
	case bytes.IndexByte(b[:line], '"') < 0:
		r.split(b[:line])
	default:
		n, r.fault = r.splitQuoted(b, whole)
	}
	if r.fault != noFault {
		r.cells = r.cells[:0]
	}
	switch r.fault {
	case longRow:
		r.content = nil
		r.skipLine()
		return true
	case openQuote:
		n = line
	case noFault, afterQuote:
	}
	r.content = b[:n]
	r.pos += n
	r.pos += r.ending(r.buf[r.pos:r.end])
	return true
}

// pastEmptyLines goes to the next line that has more than blanks and separators,
// and counts it; false: there is none.
func (r *rowReader) pastEmptyLines() bool {
	for {
		if r.end-r.pos <= window && r.err == nil {
			r.fill()
		}
		if r.pos == r.end {
			return false
		}
		if n := r.plainEnds(); n > 0 {
			r.pos += n
			r.row += n
			continue
		}
		r.row++
		b := r.buf[r.pos:min(r.end, r.pos+window)]
		blank := 0
		for blank < len(b) && (b[blank] == ' ' || b[blank] == r.comma) {
			blank++
		}
		n := r.ending(b[blank:])
		if n == 0 {
			return true
		}
		r.pos += blank + n
	}
}

// plainEnds counts the ends of lines of one byte that come next, but for the
// last byte there is.
func (r *rowReader) plainEnds() int {
	b := r.buf[r.pos:r.end]
	n := 0
	for n+1 < len(b) && (b[n] == '\n' || r.returns && b[n] == '\r' && b[n+1] != '\n') {
		n++
	}
	return n
}

// line is the length of the first line of b.
func (r *rowReader) line(b []byte) int {
	var n int
	if r.returns {
		n = bytes.IndexAny(b, "\r\n")
	} else {
		n = bytes.IndexByte(b, '\n')
	}
	if n < 0 {
		n = len(b)
	}
	for range 2 {
		if n > 0 && b[n-1] == '\r' {
			n--
		}
	}
	return n
}

// ending is the length of the end of a line, if b starts with one. Some programs
// write a carriage return twice.
func (r *rowReader) ending(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case b[0] == '\n':
		return 1
	case b[0] != '\r':
		return 0
	case r.returns && (len(b) == 1 || b[1] != '\n'):
		return 1
	case r.returns:
		return 2
	}
	n := 1
	if n < len(b) && b[n] == '\r' {
		n++
	}
	switch {
	case n == len(b): // of the text: the window has room for it
		return n
	case b[n] == '\n':
		return n + 1
	}
	return 0
}

// skipLine goes past a line that is too long to be held.
func (r *rowReader) skipLine() {
	for {
		n := bytes.IndexByte(r.buf[r.pos:r.end], '\n')
		if r.returns {
			n = bytes.IndexAny(r.buf[r.pos:r.end], "\r\n")
		}
		if n < 0 {
			n = r.end - r.pos
		}
		if r.pos += n; r.pos < r.end || r.err != nil {
			break
		}
		r.fill()
	}
	r.fill() // so that its end is here
	r.pos += r.ending(r.buf[r.pos:r.end])
}

// split splits a row without quotes.
func (r *rowReader) split(row []byte) {
	for start := 0; ; {
		n := bytes.IndexByte(row[start:], r.comma)
		if n < 0 {
			r.cells = append(r.cells, cell{start: start, end: len(row), from: start, to: len(row)})
			return
		}
		r.cells = append(r.cells, cell{start: start, end: start + n, from: start, to: start + n})
		start += n + 1
	}
}

// splitQuoted splits the row that b starts with, and tells how long it is; whole
// says whether b is all that is left of the text.
func (r *rowReader) splitQuoted(b []byte, whole bool) (int, fault) {
	line := r.line(b) // where the line ends that is reached
	for i := 0; ; i++ {
		c := cell{start: i}
		open := pastBlanks(b, i)
		if open == len(b) || b[open] != '"' {
			if i > line {
				line = i + r.line(b[i:])
			}
			i = r.plainCell(b[:line], &c)
		} else if i = r.quotedCell(b, open, &c); i < 0 {
			return 0, openQuote
		}
		c.end = i
		r.cells = append(r.cells, c)
		switch {
		case i == len(b) && !whole:
			return 0, openQuote // as the first line is not too long
		case i == len(b), r.ending(b[i:]) > 0:
			return i, noFault
		case b[i] == r.comma:
		case bytes.ContainsAny(b[:i], "\r\n"):
			return 0, openQuote // which a later row seems to close
		default:
			return i + r.line(b[i:]), afterQuote
		}
	}
}

// plainCell finds the end of a cell that does not begin with a quote, in the line
// that b ends with.
func (r *rowReader) plainCell(line []byte, c *cell) int {
	i := len(line)
	if n := bytes.IndexByte(line[c.start:], r.comma); n >= 0 {
		i = c.start + n
	}
	c.from, c.to = c.start, i
	c.loose = bytes.IndexByte(line[c.from:i], '"') >= 0
	return i
}

// quotedCell finds the end of the cell whose quote opens at b[open], with the
// spaces after it; -1: nothing closes it.
func (r *rowReader) quotedCell(b []byte, open int, c *cell) int {
	c.quoted, c.from = true, open+1
	for i := open + 1; ; {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return -1
		}
		i += n + 1
		if i == len(b) || b[i] != '"' {
			c.to = i - 1
			return pastBlanks(b, i)
		}
		c.doubled = true
		i++
	}
}

func pastBlanks(b []byte, i int) int {
	for i < len(b) && b[i] == ' ' {
		i++
	}
	return i
}

// cut takes the texts out of the row: a line break or a tab in a cell is a
// space, as cells are texts of one line. Where breaks is false, there are none.
func (r *rowReader) cut(breaks bool) {
	row := string(r.content)
	for i := range r.cells {
		c := &r.cells[i]
		c.text = row[c.from:c.to]
		if c.doubled {
			c.text = strings.ReplaceAll(c.text, `""`, `"`)
		}
		if breaks && hasBreaks(c.text) {
			c.text = withoutBreaks(c.text)
		}
	}
}

// hasBreaks asks for one sign after the other, which is faster than for any of them.
func hasBreaks(s string) bool {
	return strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\r') >= 0 || strings.IndexByte(s, '\t') >= 0
}

// withoutBreaks is a text with a space for each line break or tab, and the
// spaces around it.
func withoutBreaks(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// isBlank reports whether the row in hand has nothing in its cells.
func (r *rowReader) isBlank() bool {
	for i := range r.cells {
		if trimSpace(r.cells[i].text) != "" {
			return false
		}
	}
	return r.fault == noFault
}
