package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"beltroad/data"
	"beltroad/internal/charset"
)

// csv reads a table of texts with a sign between cells.
func (b *builder) csv(name string, content []byte) error {
	text, err := b.decode(name, content)
	if err != nil {
		return err
	}
	o, err := b.begin(name)
	if err != nil {
		return err
	}
	comma, rest := separator(text)
	r := csvReader{open: o, comma: comma, rest: rest}
	if len(rest) < len(text) {
		r.row = 1 // sep= has a row of its own
	}
	for len(r.rest) > 0 {
		if err := r.readRow(); err != nil {
			return err
		}
	}
	o.end()
	return nil
}

// decode is a text as UTF-8. What it is written in, it says itself by a mark, or it
// is guessed, and told.
func (b *builder) decode(name string, content []byte) (string, error) {
	guessed := func(encoding string) {
		b.note(data.Problem{File: name, Found: "text in " + encoding, Allowed: "UTF-8, which every program reads in the same way", Mend: "save it from the spreadsheet as CSV UTF-8"})
	}
	low := lowByte(content)
	switch {
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")):
		content, low = content[3:], -1
	case bytes.HasPrefix(content, []byte("\xFF\xFE")):
		content, low = content[2:], 0
	case bytes.HasPrefix(content, []byte("\xFE\xFF")):
		content, low = content[2:], 1
	}
	if low >= 0 {
		guessed("UTF-16")
		return charset.FromUTF16(content, low), nil
	}
	if bytes.IndexByte(content, 0) >= 0 {
		return "", b.mend("a file that is no text", saveAsXLSX)
	}
	if utf8.Valid(content) {
		return string(content), nil
	}
	if charset.IsGB(content) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content); err == nil {
			guessed("GB 18030")
			return string(s), nil
		}
	}
	guessed("Windows-1252")
	s, err := charmap.Windows1252.NewDecoder().Bytes(content)
	return string(s), err
}

// lowByte tells UTF-16 without a mark by the zeros between its first letters: where
// the low bytes are; -1: it is none.
func lowByte(b []byte) int {
	const looked = 64
	b = b[:min(len(b), looked)]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	enough := len(b) / 8
	for low := range zeros {
		if len(b) >= 4 && zeros[1-low] > enough && zeros[low] == 0 {
			return low
		}
	}
	return -1
}

// separators are the signs that may stand between cells.
const separators = ",;\t"

// separator is what stands between the cells of a table, and the table: what its
// first line says, as in sep=; or else what cuts most of its first rows into the same
// number of cells.
func separator(text string) (comma byte, rest string) {
	line, after, _ := strings.Cut(text, "\n")
	line = strings.ToLower(strings.Trim(line, "\" \r"))
	if sign, ok := strings.CutPrefix(line, "sep="); ok && len(sign) == 1 && strings.Contains(separators, sign) {
		return sign[0], after
	}
	const looked = 30
	comma = ','
	best := 0
	for i := range len(separators) {
		o := &open{builder: &builder{}}
		r := csvReader{open: o, comma: separators[i], rest: text[:min(len(text), 1<<18)]}
		times, rows := map[int]int{}, 0
		for ; rows < looked && len(r.rest) > 0; rows++ {
			if r.readRow() != nil {
				break
			}
			if n := len(r.cells); n > 1 {
				times[n]++
			}
		}
		for n, t := range times {
			// a column more counts less than a row more
			if score := t*looked + min(n, looked-1); score > best {
				best, comma = score, separators[i]
			}
		}
	}
	return comma, text
}

// csvReader cuts a text into rows and cells.
type csvReader struct {
	*open
	comma byte
	rest  string
	row   int
	cells []string
}

// readRow reads a row. Quotes are taken as spreadsheets take them: around a cell, or
// else as a sign like others.
func (r *csvReader) readRow() error {
	r.cells = r.cells[:0]
	for done := false; !done; {
		if len(r.cells) > 1<<14 {
			return r.refused(r.row, -1, "a row of too many cells", fmt.Sprintf("at most %d columns", maxColumns))
		}
		text, end, err := r.readCell()
		if err != nil {
			return err
		}
		if err := r.check(r.row, len(r.cells), text); err != nil {
			return err
		}
		r.cells = append(r.cells, text)
		done = end
	}
	err := r.put(r.row, r.cells)
	r.row++
	return err
}

// readCell reads a cell and the sign after it.
func (r *csvReader) readCell() (text string, last bool, err error) {
	if strings.HasPrefix(r.rest, `"`) {
		if text, err = r.readQuoted(); err != nil {
			return "", false, err
		}
	}
	end := strings.IndexAny(r.rest, string(r.comma)+"\r\n")
	if end < 0 {
		text += r.rest
		r.rest = ""
		return text, true, nil
	}
	text += r.rest[:end]
	sign := r.rest[end]
	r.rest = r.rest[end+1:]
	if sign == '\r' {
		r.rest = strings.TrimPrefix(r.rest, "\n")
	}
	return text, sign != r.comma, nil
}

// readQuoted reads what stands in quotes, where two mean one.
func (r *csvReader) readQuoted() (string, error) {
	var b strings.Builder
	rest := r.rest[1:]
	for {
		end := strings.IndexByte(rest[:min(len(rest), maxCell+1)], '"')
		if end < 0 || b.Len() > maxCell {
			return "", r.refused(r.row, len(r.cells), "a quote that is not closed", "a quote at both ends of the cell, and two for one within")
		}
		b.WriteString(rest[:end])
		if rest = rest[end+1:]; !strings.HasPrefix(rest, `"`) {
			r.rest = rest
			return strings.ReplaceAll(b.String(), "\r\n", "\n"), nil
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
}
