package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"beltroad/data"
)

// mostEntries are those of a packed file; a spreadsheet has a dozen.
const mostEntries = 5000

// What to do with a file that cannot be read.
const saveAsXLSX = "open it in the spreadsheet and save it as XLSX, ODS or CSV UTF-8"

// Read reads a spreadsheet: XLSX, ODS, one CSV file, or several in a zip file. What
// it is tells its content, not its name, after which the one sheet of a CSV file is
// called. The error is a [data.Problems].
func Read(name string, b []byte) (Book, error) {
	in := &builder{file: cut(path.Base(strings.ReplaceAll(name, `\`, "/")))}
	var err error
	switch {
	case len(b) > MaxFile:
		err = in.refuse("a file that is too large")("at most %d MB", MaxFile>>20)
	case bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0")):
		err = in.old(b)
	case bytes.HasPrefix(b, []byte("PK")):
		err = in.packed(b)
	case isMarkup(b):
		err = in.mend("a web page or another text with tags", saveAsXLSX)
	case bytes.HasPrefix(b, []byte("%PDF")):
		err = in.mend("a PDF file", saveAsXLSX)
	default:
		err = in.csv(baseName(in.file), b)
	}
	if err == nil && len(in.book.Sheets) == 0 {
		err = in.mend("a file without a sheet that can be seen", "")
	}
	if err != nil {
		return Book{}, in.told(err)
	}
	return in.book, nil
}

// mend is an error about a file that is no spreadsheet, and what to do.
func (b *builder) mend(found, mend string) error {
	return data.Problems{{File: b.file, Found: found, Allowed: "a spreadsheet: XLSX, ODS or CSV", Mend: mend}}
}

// told is an error as one that can be shown.
func (b *builder) told(err error) error {
	if ps, ok := errors.AsType[data.Problems](err); ok {
		return ps
	}
	return data.Problems{{File: b.file, Found: "a damaged file (" + strings.TrimPrefix(err.Error(), "zip: ") + ")", Allowed: "a spreadsheet: XLSX, ODS or CSV", Mend: saveAsXLSX}}
}

// Start is how much of a file tells [IsText] what it is.
const Start = 512

// IsText tells by the first bytes of a file that it is none of another kind, whatever it is
// called: a CSV file, if it is a spreadsheet.
func IsText(b []byte) bool {
	return !bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0")) && !bytes.HasPrefix(b, []byte("PK\x03\x04")) && !bytes.HasPrefix(b, []byte("%PDF")) && !isMarkup(b)
}

func isMarkup(b []byte) bool {
	b = bytes.ToLower(bytes.TrimLeft(b[:min(len(b), Start)], "\xEF\xBB\xBF \t\r\n"))
	return bytes.HasPrefix(b, []byte("<!doctype")) || bytes.HasPrefix(b, []byte("<html")) || bytes.HasPrefix(b, []byte("<?xml"))
}

// old refuses what older programs write, and what has a password.
func (b *builder) old(content []byte) error {
	const inside = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00" // as UTF-16
	if bytes.Contains(content, []byte(inside)) {
		return b.mend("a file with a password", "take the password off and save it again")
	}
	return b.mend("an old file of Excel (XLS) or of another program", saveAsXLSX)
}

// packed reads what is in a zip file.
func (b *builder) packed(content []byte) error {
	if bytes.Count(content, []byte("PK\x01\x02")) > mostEntries { // before room is made for them
		return b.refuse("a zip file of too many files")("at most %d files", mostEntries)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return err
	}
	in := &folder{builder: b, files: make(map[string]*zip.File, len(z.File)), left: maxContent}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if in.files[name] != nil {
			return b.refuse("two files %q in one", cut(name))("each once")
		}
		in.files[name] = f
	}
	switch {
	case in.files["[Content_Types].xml"] != nil && slices.ContainsFunc(z.File, under("xl/")):
		return (&xlsx{folder: in}).read()
	case in.files["[Content_Types].xml"] != nil:
		return b.mend("a text, a presentation or another office file", saveAsXLSX)
	case in.files["META-INF/manifest.xml"] != nil || in.files["content.xml"] != nil:
		return in.ods()
	case slices.ContainsFunc(z.File, under("Index")):
		return b.mend("a file of Numbers", "in Numbers: File, Export To, Excel")
	}
	return in.tables(z.File)
}

func under(start string) func(f *zip.File) bool {
	return func(f *zip.File) bool { return strings.HasPrefix(f.Name, start) }
}

// folder is a packed file. All that is read of it counts.
type folder struct {
	*builder
	files map[string]*zip.File
	left  int64
}

// What is packed more than so many times is no spreadsheet, but made to keep its
// readers busy.
const (
	large    = 16 << 20
	steepest = 300
)

// open opens a file of the folder; one of another case is meant, too.
func (f *folder) open(name string) (io.ReadCloser, error) {
	file := f.files[name]
	if file == nil {
		for other := range f.files {
			if strings.EqualFold(other, name) {
				file = f.files[other]
			}
		}
	}
	if file == nil {
		return nil, f.refuse("a file without its part %q", cut(name))("a whole file")
	}
	if file.Flags&1 != 0 {
		return nil, f.mend("a file with a password", "take the password off and save it again")
	}
	if file.UncompressedSize64 > large && file.UncompressedSize64/steepest > file.CompressedSize64 {
		return nil, f.refuse("a part %q that unpacks to %d MB, more than %d times its size", cut(name), file.UncompressedSize64>>20, steepest)("a file as a spreadsheet writes it")
	}
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	return &counted{r, f}, nil
}

// counted reads no more than is left.
type counted struct {
	io.ReadCloser
	of *folder
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if c.of.left -= int64(n); c.of.left < 0 {
		return 0, c.of.refuse("a file whose content is too large")("at most %d MB, unpacked", maxContent>>20)
	}
	return n, err
}

// scan hands the pieces of a part to a function.
func (f *folder) scan(name string, each func(s *scanner, p piece) error) error {
	r, err := f.open(name)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // only read
	s := newScanner(r)
	for {
		p, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = each(s, p)
		}
		switch {
		case err == nil:
		case errors.Is(err, errXML), errors.Is(err, errType), errors.Is(err, errDeep), errors.Is(err, errLong):
			return f.refuse("a damaged part %q (%v)", cut(name), err)("a file as a spreadsheet writes it")
		default:
			return err
		}
	}
}

// tables reads the CSV files of a zip file, as sheets.
func (f *folder) tables(files []*zip.File) error {
	for _, file := range files {
		if !IsTable(file.Name) || strings.HasPrefix(path.Base(file.Name), ".") || strings.HasPrefix(file.Name, "__MACOSX") {
			continue
		}
		r, err := f.open(file.Name)
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := f.csv(baseName(file.Name), b); err != nil {
			return err
		}
	}
	if len(f.book.Sheets) == 0 {
		return f.mend("a zip file without a table", "")
	}
	return nil
}

// Ends are the ends of the names of spreadsheets.
func Ends() []string { return []string{".xlsx", ".ods", ".csv", ".tsv"} }

// IsNamed tells whether a file is named as spreadsheets are.
func IsNamed(name string) bool { return slices.Contains(Ends(), strings.ToLower(path.Ext(name))) }

// IsTable tells whether a file is named as a table of texts is.
func IsTable(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".tab"}, strings.ToLower(path.Ext(name)))
}
