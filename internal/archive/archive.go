// Package archive reads a dossier that is packed into a zip file, which anybody
// may have made. Nothing is unpacked onto the disk: the file is a folder that is
// read in place, and what it declares of itself is believed of nothing.
package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"beltroad/data"
)

// Caps on a file and on what is in it. They are far above what a dossier needs.
const (
	mostEntries  = 1_000
	mostUnpacked = 256 << 20 // bytes, of all entries
	mostEntry    = 64 << 20  // as much as a table may have
	mostFile     = mostUnpacked + mostList
	mostList     = 4 << 20 // of the list of what is in it
	mostRatio    = 200     // of what is unpacked to what is packed, but for a first megabyte
	freeOfRatio  = 1 << 20
)

const allowedFile = "a zip file that holds a dossier"

// Folder is the folder of the dossier in a zip file. It is read as it is asked for,
// until it is closed.
type Folder struct {
	tree
	file io.Closer
}

// Open opens a zip file. The error is a [data.Problems]: all of it is in order, as
// far as its list tells, or it is not opened. What differs from its list is noticed
// when it is read.
func Open(path string) (*Folder, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() { // a pipe would keep its opener waiting
		err = errors.New("it is no file")
	}
	if err != nil {
		return nil, unreadable(name, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	folder, err := New(f, info.Size(), name)
	if err != nil {
		_ = f.Close() // it was only read
		return nil, err
	}
	folder.file = f
	return folder, nil
}

// New is the folder in a zip file of so many bytes; problems are told by its name.
func New(r io.ReaderAt, size int64, name string) (*Folder, error) {
	if size > mostFile {
		return nil, problem(name, fmt.Sprintf("a file of %d MB", size>>20), fmt.Sprintf("at most %d MB", mostFile>>20), "")
	}
	entries, err := list(r, size)
	if head, _ := headOf(r); err != nil || foreign(head) != "" || isText(head) { // an error comes again
		return nil, refused(r, size, name, err)
	}
	if len(entries) > mostEntries {
		return nil, tooMany(name)
	}
	c := newCheck(name, size)
	for _, e := range entries {
		c.take(e)
	}
	if ps := c.problems(); ps != nil {
		return nil, ps
	}
	root, found := c.tree.root()
	if found != (data.Problem{}) {
		found.File = name
		if form, what := formOf(c.names, entries); form != Zip {
			found.Found, found.Mend = what, ""
		}
		return nil, data.Problems{found}
	}
	return &Folder{tree: tree{root}}, nil
}

// Close lets go of the file.
func (f *Folder) Close() error {
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}

// list is what a zip file says is in it. Of a list that is longer than any that is
// taken no more is read than shows it.
func list(r io.ReaderAt, size int64) ([]*zip.File, error) {
	b := &bounded{ReaderAt: r, left: mostList}
	z, err := zip.NewReader(b, size)
	b.free = true
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are looked at below
		return nil, err
	}
	return z.File, nil
}

// errLong is the error of a list that is too long.
var errLong = errors.New("a list that is too long")

// bounded reads so many bytes in all, until it is free.
type bounded struct {
	io.ReaderAt

	left int64
	free bool
}

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if b.free {
		return b.ReaderAt.ReadAt(p, at)
	}
	if b.left < 0 {
		return 0, errLong
	}
	n, err := b.ReaderAt.ReadAt(p, at)
	b.left -= int64(n)
	return n, err
}

func problem(file, found, allowed, mend string) data.Problems {
	return data.Problems{{File: file, Found: found, Allowed: allowed, Mend: mend}}
}

func tooMany(name string) data.Problems {
	return problem(name, fmt.Sprintf("a zip file of more than %d files", mostEntries), "at most so many", "pack the files of the dossier alone")
}

// unreadable tells why a file could not be read, without its path.
func unreadable(name string, err error) data.Problems {
	if errors.Is(err, fs.ErrNotExist) {
		return problem(name, "no such file", allowedFile, "")
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	return problem(name, "a file that cannot be read ("+err.Error()+")", allowedFile, "")
}
