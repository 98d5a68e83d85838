package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// FuzzMended replaces one file of a good dossier by anything, in one of several
// charsets. What is mended is read, or other things are wrong with it; a cell
// that was mended has no more against it than before.
func FuzzMended(f *testing.F) {
	good := goodFiles()
	names := slices.Sorted(maps.Keys(good))
	for i, name := range names {
		f.Add(uint8(i), uint8(0), []byte(good[name]))
		f.Add(uint8(i), uint8(1+i%5), []byte(good[name]))
	}
	for _, cases := range [][]odd{oddMended(), oddForms(), oddEncodings(), oddJSONMended()} {
		for _, o := range cases {
			files := o.files(f)
			for i, name := range names {
				if files[name] != good[name] && len(files[name]) < 4000 {
					f.Add(uint8(i), uint8(0), []byte(files[name]))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, which, charset uint8, content []byte) {
		fsys := mapFS(good)
		name := names[int(which)%len(names)]
		fsys[name] = &fstest.MapFile{Data: inCharset(charset, content), Mode: 0o644}
		_, err := Open(fsys)
		var before Problems
		if !errors.As(err, &before) {
			return
		}
		mended, _, err := withMends(t.Context(), fsys, before)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Open(mended)
		if err != nil {
			checkReport(t, d, err)
		}
		var after Problems
		errors.As(err, &after)
		if len(before) <= MaxProblems { // or else others may come up from below
			checkCells(t, before, after)
		}
	})
}

// checkCells holds the problems of cells that were mended against those before.
func checkCells(t *testing.T, before, after Problems) {
	t.Helper()
	for _, p := range before {
		if !p.Safe || p.Column == "" {
			continue
		}
		here := func(q Problem) bool { return q.File == p.File && q.Row == p.Row && q.Column == p.Column }
		if n := countOf(after, here); n > countOf(before, here) {
			t.Errorf("%d problems after mending %v", n, p)
		}
		if slices.Contains(after, p) && countOf(before, here) == 1 {
			t.Errorf("not mended: %v", p)
		}
	}
}

func countOf(ps Problems, is func(Problem) bool) int {
	n := 0
	for _, p := range ps {
		if is(p) {
			n++
		}
	}
	return n
}

// inCharset is a text in one of several charsets; what that does not have is left
// out.
func inCharset(which uint8, b []byte) []byte {
	switch which % 6 {
	case 1:
		b, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(b)
	case 2:
		b, _ = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes(b)
	case 3:
		b, _ = charmap.Windows1252.NewEncoder().Bytes(b)
	case 4:
		b, _ = simplifiedchinese.GB18030.NewEncoder().Bytes(b)
	case 5:
		b = bytes.ReplaceAll(b, []byte(","), []byte(";"))
	}
	return b
}

// FuzzRows holds the splitting of a table against that of the standard library,
// where that takes it, and against itself byte by byte.
func FuzzRows(f *testing.F) {
	for _, s := range []string{
		"", "a", "a,b\nc,d\n", "a;b\r\nc;d", "\"a\nb\",c\n", "\"a\"\"b\",\"\"\n\n,,\n", " \"a\" ,b", "a\"b,c", "\"a", "\"a\"b\nc", "\"a,\nb,\"c\nd", "a\r\r\nb", "a\rb",
	} {
		f.Add([]byte(s), false, uint8(0))
		f.Add([]byte(s), true, uint8(1))
	}
	f.Fuzz(func(t *testing.T, b []byte, returns bool, sign uint8) {
		comma := separators[int(sign)%len(separators)]
		split := func(in io.Reader, size int) [][]string {
			r := newRowReader(in, int64(size), nil)
			r.comma, r.returns = comma, returns
			var rows [][]string
			last := 0
			for r.next() {
				r.cut(true)
				if r.row <= last || r.fault != noFault && len(r.cells) > 0 {
					t.Fatalf("row %d after %d", r.row, last)
				}
				last = r.row
				row := []string{string(r.content)}
				for _, c := range r.cells {
					row = append(row, c.text)
				}
				rows = append(rows, row)
			}
			return rows
		}
		got := split(bytes.NewReader(b), len(b))
		if slow := split(iotest.OneByteReader(bytes.NewReader(b)), 0); len(b) < 1000 && !slices.EqualFunc(got, slow, slices.Equal) {
			t.Errorf("%q: %q byte by byte, %q at once", b, slow, got)
		}
		if bytes.IndexByte(b, '\r') < 0 {
			checkAgainstCSV(t, b, comma, got)
		}
	})
}

// A file may have another size than it had when it was asked.
func TestRowsWhateverSizeIsTold(t *testing.T) {
	var b bytes.Buffer
	var want []string
	for i := range 300 {
		row := fmt.Sprintf("%d,%s", i, strings.Repeat("x", i*i%(maxRow-10)))
		want = append(want, row)
		b.WriteString(row + "\n")
	}
	for _, told := range []int64{0, 1, 511, 512, int64(maxRow), int64(b.Len()) - 1, int64(b.Len()), 1 << 40} {
		var got []string
		r := newRowReader(bytes.NewReader(b.Bytes()), told, nil)
		for r.next() {
			got = append(got, string(r.content))
		}
		if !slices.Equal(got, want) || len(r.buf) > room {
			t.Errorf("told %d of %d bytes, it reads %d rows of %d, with room for %d", told, b.Len(), len(got), len(want), len(r.buf))
		}
	}
}

// checkAgainstCSV compares rows with those of encoding/csv, but for what is read
// easily here and not there.
func checkAgainstCSV(t *testing.T, b []byte, comma byte, got [][]string) {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(b))
	in.Comma, in.FieldsPerRecord = rune(comma), -1
	all, err := in.ReadAll()
	if err != nil {
		return
	}
	isBlank := func(row []string) bool {
		return strings.TrimSpace(strings.Join(row, "")) == ""
	}
	want := slices.DeleteFunc(all, isBlank)
	got = slices.DeleteFunc(slices.Clone(got), func(row []string) bool { return isBlank(row[1:]) })
	if len(got) != len(want) {
		t.Fatalf("%q: %q, want %q", b, got, want)
	}
	for i := range want {
		for j := range want[i] {
			want[i][j] = withoutBreaks(want[i][j])
		}
		cells := slices.Clone(got[i][1:])
		for j := range cells {
			cells[j] = withoutBreaks(cells[j])
		}
		if !slices.Equal(cells, want[i]) {
			t.Errorf("%q: row %d is %q, want %q", b, i, cells, want[i])
		}
	}
}
