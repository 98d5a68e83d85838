package sheet

import (
	"io"
	"io/fs"
	"path"
)

// ReadFolder reads the CSV files in the root of a folder, those that are wanted, as the
// sheets of one book.
func ReadFolder(name string, fsys fs.FS, wanted func(name string) bool) (Book, error) {
	in := &builder{file: cut(path.Base(name))}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return Book{}, in.told(err)
	}
	left := int64(MaxFile)
	for _, e := range entries {
		if !IsTable(e.Name()) || !e.Type().IsRegular() || !wanted(e.Name()) {
			continue
		}
		b, err := readCapped(fsys, e.Name(), left)
		if err != nil {
			return Book{}, in.told(err)
		}
		if left -= int64(len(b)); left < 0 {
			return Book{}, in.refuse("files that are too large")("at most %d MB together", MaxFile>>20)
		}
		if err := in.csv(baseName(e.Name()), b); err != nil {
			return Book{}, in.told(err)
		}
	}
	if len(in.book.Sheets) == 0 {
		return Book{}, in.mend("a folder without a table", "")
	}
	return in.book, nil
}

// readCapped reads a file, and a byte more than may be left at most.
func readCapped(fsys fs.FS, name string, left int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	return io.ReadAll(io.LimitReader(f, left+1))
}
