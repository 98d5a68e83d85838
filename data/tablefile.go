package data

import (
	"bytes"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/text/transform"
)

// tableFile is a table that is being read, row by row.
type tableFile struct {
	rowReader

	*table
	reader  *reader
	opened  fs.File
	counted *countedReader

	charset charset // of one byte or two for each letter; without a name unless that was met
	odd     bool    // the text is not UTF-8, and that is reported
}

// countedReader reads no more than it may, and tells how much that is.
type countedReader struct {
	in    io.Reader
	done  int64
	limit int64
	tell  func(done int64)
	hash  hash.Hash // nil: nobody asks
}

// errTooLarge is what a file ends with that has more than it may.
var errTooLarge = errors.New("too large")

func (r *countedReader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	if r.done += int64(n); r.done > r.limit {
		err = errTooLarge
	}
	if r.hash != nil {
		_, _ = r.hash.Write(p[:n]) // which never fails
	}
	r.tell(r.done)
	return n, err
}

// openFile opens a file that may be read: a regular one, reached without a link,
// and not over the cap. The size is asked first, so that a huge file costs
// nothing, and limited again while reading, because it may grow or lie.
func openFile(fsys fs.FS, file string, limit int64) (fs.File, int64, Problem) {
	if p := checkRegular(fsys, file); p != (Problem{}) {
		return nil, 0, p
	}
	f, err := fsys.Open(file)
	if err != nil {
		return nil, 0, unreadable(err)
	}
	info, err := f.Stat()
	p := Problem{}
	switch {
	case err != nil:
		p = unreadable(err)
	case !info.Mode().IsRegular():
		p = Problem{Found: "something that is not a file", Allowed: "a regular file"}
	case info.Size() > limit:
		p = tooLarge(limit)
	default:
		return f, max(info.Size(), 0), p
	}
	_ = f.Close() // only asked
	return nil, 0, p
}

func tooLarge(limit int64) Problem {
	return Problem{Found: "a file that is too large", Allowed: fmt.Sprintf("at most %d MB", limit>>20)}
}

// openTable opens the file of a table, at its first row. Nil: it cannot be read,
// and that is reported.
func (r *reader) openTable(t *table) *tableFile {
	if r.stopped() {
		return nil
	}
	f, size, problem := openFile(r.fsys, t.file, maxTable)
	if problem != (Problem{}) {
		problem.File = t.file
		r.add(problem)
		return nil
	}
	read := &countedReader{in: f, limit: maxTable, tell: r.advance, hash: newHash(r.stated[t.file].hash)}
	in := &tableFile{rowReader: newRowReader(read, size, r.buffer), table: t, reader: r, opened: f, counted: read}
	r.buffer = in.buf
	in.fill()
	if !in.takeCharset() {
		in.close()
		return nil
	}
	in.takeForm()
	return in
}

func (in *tableFile) close() {
	_ = in.opened.Close() // only read
	if errors.Is(in.err, io.EOF) {
		in.reader.checkHash(in.file, in.counted.hash)
	}
	in.reader.finish(in.counted.done)
}

// takeCharset notices a text of two bytes for each letter, which is then read
// nonetheless, so that everything that is wrong is told; and what is no text.
func (in *tableFile) takeCharset() bool {
	head := in.buf[:in.end]
	if isPacked(head) {
		in.report.add(packedProblem(in.file))
		return false
	}
	c := wideCharset(head)
	if c == nil {
		return true
	}
	p := c.problem("", "")
	p.File = in.file
	in.report.add(p)
	if c.Encoding == nil {
		return false
	}
	parts := []io.Reader{bytes.NewReader(bytes.Clone(head)), in.in}
	if in.err != nil {
		parts[1] = failed{in.err}
	}
	text := transform.NewReader(io.MultiReader(parts...), c.NewDecoder())
	in.rowReader = newRowReader(text, 0, in.buf)
	in.fill()
	return true
}

func packedProblem(file string) Problem {
	return Problem{File: file, Found: "a spreadsheet or another packed file", Allowed: "UTF-8 text", Mend: saveAs}
}

// failed is a reader that has nothing but an error.
type failed struct{ error }

func (f failed) Read([]byte) (int, error) { return 0, f.error }

// next goes to the next row that has something in its cells, in UTF-8.
func (in *tableFile) next() bool {
	for in.rowReader.next() {
		if in.reader.stopped() {
			return false
		}
		f := findFlaw(in.content)
		if f.found != "" {
			in.decode()
			f = findFlaw(in.content)
		}
		flawed := f.found != ""
		in.cut(f.breaks || flawed)
		if !flawed && in.isBlank() {
			continue
		}
		if flawed && in.fault == noFault && in.at != nil {
			in.cleanCells()
		}
		return true
	}
	return false
}

// failure reports why there is no next row, unless the table is at its end.
func (in *tableFile) failure() bool {
	switch err := in.err; {
	case errors.Is(err, io.EOF) || err == nil:
		return false
	case errors.Is(err, errTooLarge):
		p := tooLarge(in.counted.limit)
		p.File = in.file
		in.report.add(p)
	default:
		p := unreadable(err)
		p.File = in.file
		in.report.add(p)
	}
	return true
}

// decode puts the row in hand into UTF-8. The first that is not leads to a look
// at the whole file, for what it is in.
func (in *tableFile) decode() {
	if bytes.IndexByte(in.content, '\r') >= 0 {
		in.takeReturns()
	}
	if !in.odd && !isUTF8(in.content) {
		in.odd = true
		in.charset = in.reader.charsetOf(in.file)
		p := in.charset.problem(in.reader.language, in.sample())
		p.File, p.Row = in.file, in.row
		in.report.add(p)
	}
	if !in.odd || isUTF8(in.content) {
		return
	}
	in.content = toUTF8(&in.charset, in.content)
	in.again()
}

// again splits the row in hand once more, as it has been decoded.
func (in *tableFile) again() {
	if in.fault != noFault {
		return
	}
	in.cells = in.cells[:0]
	if bytes.IndexByte(in.content, '"') < 0 {
		in.split(in.content)
	} else if _, f := in.splitQuoted(in.content, true); f != noFault {
		in.fault = f
	}
}

// sample is the first word of the row in hand that shows what the charset is.
func (in *tableFile) sample() string {
	if in.charset.Encoding == nil {
		return ""
	}
	for _, c := range in.cells {
		for word := range bytes.FieldsSeq(in.content[c.from:c.to]) {
			if !isUTF8(word) {
				return string(toUTF8(&in.charset, word))
			}
		}
	}
	return ""
}

// toUTF8 decodes a text as far as it is not UTF-8.
func toUTF8(c *charset, b []byte) []byte {
	if c.Encoding != nil {
		if decoded, err := c.NewDecoder().Bytes(b); err == nil {
			return decoded
		}
	}
	return bytes.ToValidUTF8(b, []byte("\uFFFD"))
}

// charsetOf looks at a whole file for what it is in.
func (r *reader) charsetOf(file string) charset {
	f, _, problem := openFile(r.fsys, file, maxTable)
	if problem != (Problem{}) {
		return charset{} // it could be opened a moment ago
	}
	defer f.Close() //nolint:errcheck // only read
	c, err := tellCharset(io.LimitReader(f, maxTable), func() bool {
		r.advance(r.within)
		return r.err == nil
	})
	if err != nil {
		return charset{}
	}
	return c
}

// takeReturns takes carriage returns inside quotes for line breaks, and reports
// others: they do not end a row here.
func (in *tableFile) takeReturns() {
	for i := range in.cells {
		c := &in.cells[i]
		if b := in.content[c.from:c.to]; !c.quoted && bytes.IndexByte(b, '\r') >= 0 {
			in.cellProblem(i, quoted(string(b))+", with a carriage return", "rows that end with LF or CR LF")
		}
	}
	for i, c := range in.content {
		if c == '\r' {
			in.content[i] = '\n'
		}
	}
}

// cellProblem reports cell i of the row in hand.
func (in *tableFile) cellProblem(i int, found, allowed string) {
	in.report.add(Problem{File: in.file, Row: in.row, Column: in.columnAt(i), Found: found, Allowed: allowed})
}

// cleanCells reports the cells of the row in hand that hold what is no text, or
// what cannot be seen, and takes it out of them: the rest may be right.
func (in *tableFile) cleanCells() {
	for i := range in.cells {
		c := &in.cells[i]
		f := findFlaw([]byte(c.text))
		if f.found == "" {
			continue
		}
		p := Problem{
			File: in.file, Row: in.row, Column: in.columnAt(i),
			Found: quoted(strings.TrimSpace(c.text)) + ", with " + f.found, Allowed: "text that can be seen",
		}
		if f.found == heapOfMarks {
			p.Found = f.found // which is not to be shown
		}
		clean, safe := withoutHidden(c.text)
		if findFlaw([]byte(clean)).found == "" {
			p.Mend, p.Safe = strings.TrimSpace(clean), safe && p.Column != ""
		}
		in.report.add(p)
		c.text = clean
	}
}
