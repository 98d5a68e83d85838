package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// Caps on files, in bytes, and on lists. They are far above what a dossier
// needs, and keep a folder that is none from filling the memory.
const (
	maxDescriptor = 1 << 20
	maxTable      = 64 << 20
	maxJSON       = 4 << 20
	maxRow        = 60 << 10
	maxItems      = 200
)

// saveAs is how a table gets from a spreadsheet into the form that is read.
const saveAs = "save it from the spreadsheet as CSV UTF-8"

// readFile returns the text of a file if it is a regular one, reached without
// a link, not over the cap and plain text. Otherwise it reports why not; a text
// that is not in UTF-8 is reported and returned, so that all that is wrong is
// told.
func (r *reader) readFile(file string, limit int64) ([]byte, bool) {
	if r.stopped() {
		return nil, false
	}
	b, problem := readCapped(r.fsys, file, limit)
	if problem == (Problem{}) {
		if h := newHash(r.stated[file].hash); h != nil {
			_, _ = h.Write(b) // which never fails
			r.checkHash(file, h)
		}
		if decoded, p := decodedText(b, r.language); p != (Problem{}) {
			p.File = file
			r.add(p)
			b = decoded
		}
		if b == nil {
			return nil, false
		}
		b, problem = plainText(b)
	}
	if problem == (Problem{}) {
		return b, true
	}
	problem.File = file
	clean := r.addFlaw(problem, b)
	return clean, clean != nil
}

// addFlaw reports what a file has that is no text, and returns the file without it,
// if that says the same without doubt.
func (r *report) addFlaw(p Problem, b []byte) []byte {
	clean, safe := withoutHidden(string(b))
	if !safe || b == nil || findFlaw([]byte(clean)).found != "" {
		r.add(p)
		return nil
	}
	p.Mend, p.Safe = withoutSigns, true
	r.add(p)
	return []byte(clean)
}

// readCapped reads a file without its path's checks of content.
func readCapped(fsys fs.FS, file string, limit int64) ([]byte, Problem) {
	f, size, p := openFile(fsys, file, limit)
	if p != (Problem{}) {
		return nil, p
	}
	defer f.Close() //nolint:errcheck // only read
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, unreadable(err)
	}
	if int64(b.Len()) > limit {
		return nil, tooLarge(limit)
	}
	return b.Bytes(), Problem{}
}

// checkRegular looks at each step of a path without following links, where the
// file system knows of them: a link may lead out of the folder, and a device
// must not even be opened.
func checkRegular(fsys fs.FS, file string) Problem {
	for i := 0; i <= len(file); i++ {
		if i < len(file) && file[i] != '/' {
			continue
		}
		info, err := fs.Lstat(fsys, file[:i])
		switch {
		case err != nil:
			return unreadable(err)
		case info.Mode()&fs.ModeSymlink != 0:
			return Problem{Found: "a link", Allowed: "a regular file"}
		case i < len(file) && !info.IsDir():
			return Problem{Found: "a file where the path has a folder", Allowed: "a folder"}
		case i == len(file) && !info.Mode().IsRegular():
			return Problem{Found: "something that is not a file", Allowed: "a regular file"}
		}
	}
	return Problem{}
}

// inFolder is the path by which the folder has a file: where there is none of
// that name but one that differs in case alone, that one is meant.
func inFolder(fsys fs.FS, file string) string {
	if _, err := fs.Lstat(fsys, file); file == "" || !errors.Is(err, fs.ErrNotExist) {
		return file
	}
	folder, name := path.Split(file)
	entries, err := fs.ReadDir(fsys, path.Clean(folder))
	if err != nil {
		return file
	}
	found := ""
	for _, e := range entries {
		if !strings.EqualFold(e.Name(), name) {
			continue
		}
		if found != "" {
			return file // two could be meant
		}
		found = folder + e.Name()
	}
	if found == "" || checkPath(found) != nil {
		return file
	}
	return found
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

// decodedText is a text in UTF-8, and how it was written down before; nil if
// that is not known.
func decodedText(b []byte, language string) ([]byte, Problem) {
	if isPacked(b) {
		return nil, packedProblem("")
	}
	c := wideCharset(b)
	row := 0
	if c == nil {
		if isUTF8(b) {
			return b, Problem{}
		}
		told, _ := tellCharset(bytes.NewReader(b), func() bool { return true }) // from memory, which does not fail
		c, row = &told, rowOf(b, firstOdd(b))
	}
	p := c.problem(language, "")
	p.Row = row
	if c.Encoding == nil {
		return nil, p
	}
	decoded, err := c.NewDecoder().Bytes(b)
	if err != nil {
		return nil, p
	}
	return decoded, p
}

// firstOdd is the first byte of a text that is not UTF-8.
func firstOdd(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return 0
}

// plainText is the content of a file without what spreadsheets and editors add:
// byte order marks, and carriage returns at the ends of lines. It changes b, and
// tells what in it is no text.
func plainText(b []byte) ([]byte, Problem) {
	mark := []byte("\xEF\xBB\xBF")
	for bytes.HasPrefix(b, mark) {
		b = b[len(mark):]
	}
	b = withoutReturns(b)
	f := findFlaw(b)
	if f.found == "" {
		return b, Problem{}
	}
	return b, Problem{Row: rowOf(b, f.at), Found: f.found, Allowed: "text that can be seen"}
}

// withoutReturns ends lines with a line feed alone, in place.
func withoutReturns(b []byte) []byte {
	first := bytes.IndexByte(b, '\r')
	if first < 0 {
		return b
	}
	kept := b[:first]
	for rest := b[first:]; len(rest) > 0; {
		if rest[0] == '\r' {
			if len(rest) == 1 || rest[1] != '\n' {
				kept = append(kept, '\n')
			}
			rest = rest[1:]
		}
		next := bytes.IndexByte(rest, '\r')
		if next < 0 {
			next = len(rest)
		}
		kept = append(kept, rest[:next]...)
		rest = rest[next:]
	}
	return kept
}

// rowOf is the row of a text that byte i is in, from 1.
func rowOf(b []byte, i int) int { return bytes.Count(b[:i], []byte("\n")) + 1 }
