package draft

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"beltroad/data"
	"beltroad/internal/atomicfile"
	"beltroad/internal/sheet"
)

// Open understands the spreadsheet that a path leads to, as [Book] reads it.
func Open(path string) (*Draft, error) {
	book, err := Book(path)
	if err != nil {
		return nil, err
	}
	return Read(book), nil
}

// Book reads the spreadsheet that a path leads to: a file, a CSV file with those beside
// it that are other sheets of the same, or a folder of them. The error is a
// [data.Problems].
func Book(path string) (sheet.Book, error) {
	info, err := os.Stat(path)
	if err != nil {
		return sheet.Book{}, unreadable(path, err)
	}
	folder, one := filepath.Dir(path), filepath.Base(path)
	switch {
	case info.IsDir():
		folder, one = path, ""
	case !sheet.IsTable(path) || !beginsAsText(path): // whatever it is called
		b, err := atomicfile.Read(path, sheet.MaxFile)
		if err != nil {
			return sheet.Book{}, unreadable(path, err)
		}
		return sheet.Read(one, b)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return sheet.Book{}, unreadable(path, err)
	}
	defer root.Close() //nolint:errcheck // only read
	return sheet.ReadFolder(filepath.Base(path), root.FS(), func(name string) bool { return name == one || beside(name, one) })
}

// beginsAsText tells whether a file may be a table; what cannot be read is told where it is.
func beginsAsText(path string) bool {
	f, err := os.Open(path) // #nosec G304 -- the user chose it
	if err != nil {
		return true
	}
	defer f.Close() //nolint:errcheck // only read
	start, err := io.ReadAll(io.LimitReader(f, sheet.Start))
	return err != nil || sheet.IsText(start)
}

// beside tells whether a table is another sheet of the spreadsheet that one is saved of:
// tram-About.csv beside tram-Figures.csv, but not bus-About.csv.
func beside(name, one string) bool {
	form, before := sheetOf(name)
	of, same := sheetOf(one)
	return form != "" && (of == "" || strings.EqualFold(before, same))
}

// sheetOf is the form that a table is called by, and the name of the spreadsheet that
// stands before it.
func sheetOf(name string) (form, before string) {
	return known().sheetForm(strings.TrimSuffix(name, filepath.Ext(name)))
}

func unreadable(path string, err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	return data.Problems{{File: filepath.Base(path), Found: "something that cannot be read (" + err.Error() + ")", Allowed: "a spreadsheet: XLSX, ODS or CSV"}}
}
