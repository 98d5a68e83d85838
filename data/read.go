package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Caps on files, in bytes, and on lists. They are far above what a dossier
// needs, and keep a folder that is none from filling the memory.
const (
	maxDescriptor = 1 << 20
	maxTable      = 64 << 20
	maxJSON       = 4 << 20
	maxRow        = 64 << 10
	maxItems      = 200
)

// saveAs is how a table gets from a spreadsheet into the form that is read.
const saveAs = "save it from the spreadsheet as CSV UTF-8"

// readFile returns the text of a file if it is a regular one, reached without
// a link, not over the cap and plain text. Otherwise it reports why not.
func (r *reader) readFile(file string, limit int64) ([]byte, bool) {
	if r.stopped() {
		return nil, false
	}
	b, problem := readCapped(r.fsys, file, limit)
	if problem == (Problem{}) {
		b, problem = plainText(b)
	}
	if problem != (Problem{}) {
		problem.File = file
		r.add(problem)
		return nil, false
	}
	return b, true
}

// readCapped reads a file without its path's checks of content. The size is
// asked first, so that a huge file costs nothing, and limited again while
// reading, because it may grow or lie.
func readCapped(fsys fs.FS, file string, limit int64) ([]byte, Problem) {
	if p := checkRegular(fsys, file); p != (Problem{}) {
		return nil, p
	}
	f, err := fsys.Open(file)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(err)
	}
	tooLarge := Problem{Found: "a file that is too large", Allowed: fmt.Sprintf("at most %d MB", limit>>20)}
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

// plainText is the content of a file without what spreadsheets and editors add:
// a byte order mark, and carriage returns at the ends of lines. It changes b,
// and refuses what is no text.
func plainText(b []byte) ([]byte, Problem) {
	const allowed = "UTF-8 text"
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE")), bytes.HasPrefix(b, []byte("\xFE\xFF")), looksWide(b):
		return nil, Problem{Found: "UTF-16 text", Allowed: allowed, Mend: saveAs}
	case bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0")):
		return nil, Problem{Found: "a spreadsheet or another packed file", Allowed: allowed, Mend: saveAs}
	}
	b = withoutReturns(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")))
	f := findFlaw(b)
	switch {
	case f.found == "":
		return b, Problem{}
	case b[f.at] == '\r':
		return nil, Problem{Row: rowOf(b, f.at), Found: "a carriage return inside a line", Allowed: "lines that end with LF or CR LF"}
	case b[f.at] >= 0x80 && strings.HasSuffix(f.found, "not UTF-8"):
		return nil, Problem{Row: rowOf(b, f.at), Found: f.found, Allowed: allowed, Mend: saveAs}
	}
	return nil, Problem{Row: rowOf(b, f.at), Found: f.found, Allowed: "text that can be seen"}
}

// looksWide reports whether a text starts with two bytes for each letter, one
// of them zero.
func looksWide(b []byte) bool {
	const few = 8
	return len(b) >= few && bytes.Count(b[:few], []byte{0}) == few/2
}

// withoutReturns takes the carriage returns out of ends of lines, in place.
func withoutReturns(b []byte) []byte {
	first := bytes.IndexByte(b, '\r')
	if first < 0 {
		return b
	}
	kept := b[:first]
	for rest := b[first:]; len(rest) > 0; {
		if rest[0] == '\r' && (len(rest) == 1 || rest[1] == '\n') {
			rest = rest[1:]
		}
		next := bytes.IndexByte(rest[min(1, len(rest)):], '\r') + 1
		if next == 0 {
			next = len(rest)
		}
		kept = append(kept, rest[:next]...)
		rest = rest[next:]
	}
	return kept
}

// rowOf is the row of a text that byte i is in, from 1.
func rowOf(b []byte, i int) int { return bytes.Count(b[:i], []byte("\n")) + 1 }
