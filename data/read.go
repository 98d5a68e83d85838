package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Caps on files, in bytes, and on lists. They are far above what a dossier
// needs, and keep a folder that is none from filling the memory.
const (
	maxDescriptor = 1 << 20
	maxTable      = 4 << 20
	maxJSON       = 4 << 20
	maxRow        = 64 << 10
	maxItems      = 200
)

// readFile returns the bytes of a file if it is a regular one, reached without
// a link, not over the cap and plain text. Otherwise it reports why not.
func (r *reader) readFile(path string, limit int64) ([]byte, bool) {
	b, problem := readCapped(r.fsys, path, limit)
	if problem == (Problem{}) {
		problem = checkText(b)
	}
	if problem != (Problem{}) {
		problem.File = path
		r.add(problem)
		return nil, false
	}
	return b, true
}

// readCapped reads a file without its path's checks of content. The size is
// asked first, so that a huge file costs nothing, and limited again while
// reading, because it may grow or lie.
func readCapped(fsys fs.FS, path string, limit int64) ([]byte, Problem) {
	if p := checkRegular(fsys, path); p != (Problem{}) {
		return nil, p
	}
	f, err := fsys.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(err)
	}
	tooLarge := Problem{Found: "a file that is too large", Allowed: fmt.Sprintf("at most %d bytes", limit)}
	if !info.Mode().IsRegular() {
		return nil, Problem{Found: "something that is not a file", Allowed: "a regular file"}
	}
	if info.Size() > limit {
		return nil, tooLarge
	}
	var b bytes.Buffer
	b.Grow(int(max(info.Size(), 0)) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, unreadable(err)
	}
	if int64(b.Len()) > limit {
		return nil, tooLarge
	}
	return b.Bytes(), Problem{}
}

// checkRegular looks at each step of a path without following links, where the
// file system knows of them: a link may lead out of the folder, and a device
// must not even be opened.
func checkRegular(fsys fs.FS, path string) Problem {
	for i := 0; i <= len(path); i++ {
		if i < len(path) && path[i] != '/' {
			continue
		}
		info, err := fs.Lstat(fsys, path[:i])
		switch {
		case err != nil:
			return unreadable(err)
		case info.Mode()&fs.ModeSymlink != 0:
			return Problem{Found: "a link", Allowed: "a regular file"}
		case i < len(path) && !info.IsDir():
			return Problem{Found: "a file where the path has a folder", Allowed: "a folder"}
		case i == len(path) && !info.Mode().IsRegular():
			return Problem{Found: "something that is not a file", Allowed: "a regular file"}
		}
	}
	return Problem{}
}

func unreadable(err error) Problem {
	if errors.Is(err, fs.ErrNotExist) {
		return Problem{Found: "no such file", Allowed: "a file at this path"}
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err // without the path, which the line already has
	}
	return Problem{Found: "a file that cannot be read (" + err.Error() + ")", Allowed: "a readable file"}
}

// checkText refuses what spreadsheets, editors and parsers read differently.
func checkText(b []byte) Problem {
	const allowed = "UTF-8 text without a byte order mark"
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return Problem{Found: "a byte order mark", Allowed: allowed}
	case bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return Problem{Found: "UTF-16 text", Allowed: allowed}
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return Problem{Found: "a spreadsheet or another zip file", Allowed: "text, for tables saved as CSV"}
	case !utf8.Valid(b):
		return Problem{Row: rowOf(b, invalidAt(b)), Found: "text that is not UTF-8", Allowed: allowed}
	}
	if i := bytes.IndexByte(b, '\r'); i >= 0 {
		return Problem{
			Row: rowOf(b, i), Found: "a carriage return (a line ending of Windows)",
			Allowed: "lines that end with a line feed alone (LF)",
		}
	}
	if i := controlAt(b); i >= 0 {
		r, _ := utf8.DecodeRune(b[i:])
		return Problem{Row: rowOf(b, i), Found: fmt.Sprintf("a control character (U+%04X)", r), Allowed: "printable text"}
	}
	return Problem{}
}

// rowOf is the row of a text that byte i is in, from 1.
func rowOf(b []byte, i int) int { return bytes.Count(b[:i], []byte("\n")) + 1 }

func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(b)
}

// controlAt finds the first control character other than tab and line feed, or
// separator of lines; it works on bytes, because it sees every byte of every
// file. The text is known to be UTF-8.
func controlAt(b []byte) int {
	for i, c := range b {
		if c >= ' ' && c < 0x7F || c == '\n' {
			continue
		}
		switch {
		case c < ' ' && c != '\t', c == 0x7F:
			return i
		case c == 0xC2 && b[i+1] < 0xA0: // U+0080 to U+009F
			return i
		case c == 0xE2 && b[i+1] == 0x80 && b[i+2]&^1 == 0xA8: // U+2028, U+2029
			return i
		}
	}
	return -1
}

// isPlain reports whether s is one line of text without control characters. It
// is for strings of JSON, whose escapes controlAt does not see.
func isPlain(s string) bool {
	return !strings.ContainsAny(s, "\n\t") && controlAt([]byte(s)) < 0
}
