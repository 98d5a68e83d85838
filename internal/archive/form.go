package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// Form is what kind of file something is, by what is in it, whatever its name.
type Form int

// The forms.
const (
	Other Form = iota
	Zip
	Sheet // a spreadsheet of an office program
	Text  // which may be a table
)

// FormOf tells what a file is, and in words, if nothing here reads it.
func FormOf(r io.ReaderAt, size int64) (form Form, what string) {
	head, err := headOf(r)
	switch {
	case err != nil:
		return Other, "a file that cannot be read (" + err.Error() + ")"
	case len(head) == 0:
		return Other, "an empty file"
	}
	switch what := foreign(head); what {
	case "":
	case oldOffice:
		return Sheet, what // who reads spreadsheets knows more of it
	default:
		return Other, what
	}
	if isText(head) {
		return Text, "a text"
	}
	entries, err := list(r, size)
	switch {
	case err == nil:
		names := map[string]bool{}
		for _, e := range entries {
			names[e.Name] = true
		}
		return formOf(names, entries)
	case bytes.HasPrefix(head, []byte("PK")), errors.Is(err, errLong):
		return Zip, "a zip file"
	}
	return Other, "a file of a kind that is not known here"
}

// headOf is how a file begins.
func headOf(r io.ReaderAt) ([]byte, error) {
	head := make([]byte, 4096)
	n, err := r.ReadAt(head, 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return head[:n], err
}

// formOf tells what zip file something is, by the names in it.
func formOf(names map[string]bool, entries []*zip.File) (form Form, what string) {
	switch {
	case names["xl/workbook.xml"], names["xl/workbook.bin"]:
		return Sheet, "a spreadsheet (Excel)"
	case names["word/document.xml"]:
		return Other, "a text document (Word)"
	case names["ppt/presentation.xml"]:
		return Other, "slides (PowerPoint)"
	case names["Index/Document.iwa"], names["Index.zip"]:
		return Other, "a document of Numbers, Pages or Keynote"
	case names["mimetype"]:
		return openDocument(entries)
	case names["META-INF/MANIFEST.MF"], names["AndroidManifest.xml"]:
		return Other, "a program"
	}
	return Zip, "a zip file"
}

// openDocument tells what a file is that says it itself, in its first entry.
func openDocument(entries []*zip.File) (form Form, what string) {
	const longest = 200
	for _, e := range entries {
		if e.Name != "mimetype" {
			continue
		}
		r, err := e.Open()
		if err != nil {
			break
		}
		b, _ := io.ReadAll(io.LimitReader(r, longest)) // what cannot be read tells nothing
		_ = r.Close()
		switch kind := string(b); {
		case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
			return Sheet, "a spreadsheet (OpenDocument)"
		case strings.HasPrefix(kind, "application/vnd.oasis.opendocument."):
			return Other, "a document (OpenDocument)"
		case strings.HasPrefix(kind, "application/epub"):
			return Other, "a book (EPUB)"
		}
	}
	return Zip, "a zip file"
}

// Mend is what to do with a file that is what FormOf says; empty: it is not known.
func Mend(what string) string {
	switch what {
	case rar, sevenZip, gzip, bzip2, xz, zstandard, tar:
		return "unpack it, and open the folder that comes out"
	case oldOffice:
		return "save it as .xlsx, if it is a spreadsheet"
	}
	return ""
}

// Files of other programs that may have been meant to be a dossier.
const (
	rar       = "a RAR file"
	sevenZip  = "a 7z file"
	gzip      = "a gzip file"
	bzip2     = "a bzip2 file"
	xz        = "an xz file"
	zstandard = "a Zstandard file"
	tar       = "a tar file"
	oldOffice = "an old office file, such as .xls or .doc"
)

// foreign is what a file is that begins so; empty: not known.
func foreign(head []byte) string {
	for _, f := range []struct{ begin, what string }{
		{"Rar!\x1a\x07", rar},
		{"7z\xbc\xaf\x27\x1c", sevenZip},
		{"\x1f\x8b", gzip},
		{"BZh", bzip2},
		{"\xfd7zXZ\x00", xz},
		{"\x28\xb5\x2f\xfd", zstandard},
		{"\xd0\xcf\x11\xe0", oldOffice},
		{"%PDF", "a PDF file"},
		{"MZ", "a program"},
		{"\x7fELF", "a program"},
		{"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"GIF8", "a picture"},
		{"PK\x07\x08", "one part of a zip file in several parts"},
	} {
		if bytes.HasPrefix(head, []byte(f.begin)) {
			return f.what
		}
	}
	const tarAt = 257
	if len(head) > tarAt && bytes.HasPrefix(head[tarAt:], []byte("ustar")) {
		return tar
	}
	return ""
}

// isText tells whether a file begins with text, of whatever encoding.
func isText(head []byte) bool {
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		return false
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return true
	}
	return !bytes.ContainsFunc(head, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\r\f", r) && r != utf8.RuneError })
}

// refused says why what is in a zip file could not be listed.
func refused(r io.ReaderAt, size int64, name string, err error) error {
	if errors.Is(err, errLong) {
		return tooMany(name)
	}
	form, what := FormOf(r, size)
	if form == Zip {
		return problem(name, "a zip file that breaks off or is damaged", allowedFile, "copy or download it again")
	}
	return problem(name, what, allowedFile, Mend(what))
}
