package archive

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"beltroad/data"
)

// check takes the entries of a zip file one after the other.
type check struct {
	tree tree
	name string // of the file
	size int64  // of the file

	spelled          map[string]string // names by how they are compared
	names            map[string]bool   // as they are
	unpacked, packed int64
	kept             data.Problems
	locked           int // entries that want a password
}

func newCheck(name string, size int64) *check {
	return &check{
		name: name, size: size, tree: tree{newFolder(".")},
		spelled: map[string]string{}, names: map[string]bool{},
	}
}

func (c *check) add(file, found, allowed, mend string) {
	if len(c.kept) < data.MaxProblems {
		c.kept = append(c.kept, data.Problem{File: shown(file), Found: found, Allowed: allowed, Mend: mend})
	}
}

// problems are those of all entries, and of what they come to.
func (c *check) problems() data.Problems {
	const again = "pack it again as an ordinary zip file"
	if c.locked > 0 {
		c.add(c.name, fmt.Sprintf("a zip file that wants a password (%d files)", c.locked), "files without a password", again+", without a password")
	}
	if c.unpacked > mostUnpacked {
		c.add(c.name, fmt.Sprintf("files of %d MB once they are unpacked", c.unpacked>>20), fmt.Sprintf("at most %d MB", mostUnpacked>>20), "pack the files of the dossier alone")
	}
	if c.packed > c.size {
		c.add(c.name, "a zip file whose parts lie on each other", "each part in its own place", again)
	}
	if len(c.kept) == data.MaxProblems {
		c.kept = append(c.kept, data.Problem{Found: fmt.Sprintf("reading stops at %d problems: there may be more", data.MaxProblems)})
	}
	return c.kept
}

// take looks at an entry, and gives it its place in the tree.
func (c *check) take(e *zip.File) {
	name := decoded(e)
	isFolder := strings.HasSuffix(name, "/")
	name = strings.TrimSuffix(name, "/")
	if isLitter(name) {
		return
	}
	if why := wrongName(name); why != "" {
		c.add(name, why, "a path inside the zip file, like figures.csv", "")
		return
	}
	c.names[name] = true
	if isFolder {
		if _, ok := c.place(name); ok {
			c.tree.makeFolder(name)
		}
		return
	}
	if !c.measure(name, e) {
		return
	}
	if first, ok := c.place(name); !ok {
		c.add(name, "a name that is there twice: "+shown(first), "each name once, in whatever case", "")
		return
	}
	if !c.tree.makeFile(name, e) {
		c.add(name, "a file where a path has a folder, or the other way round", "one of both", "")
	}
}

// place tells whether a name is free, each folder of it spelled as before.
func (c *check) place(name string) (first string, ok bool) {
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		key := strings.ToLower(norm.NFC.String(name[:i]))
		if first, ok := c.spelled[key]; ok && (first != name[:i] || i == len(name) && c.tree.has(name)) {
			return first, false
		}
		c.spelled[key] = name[:i]
	}
	return "", true
}

// measure tells whether an entry is a file of a size that is read.
func (c *check) measure(name string, e *zip.File) bool {
	const allowed = "a regular file"
	mode := e.Mode()
	c.packed += int64(min(e.CompressedSize64, mostFile)) // #nosec G115 -- bounded
	switch {
	case mode&fs.ModeSymlink != 0:
		c.add(name, "a link", allowed, "")
	case !mode.IsRegular():
		c.add(name, "something that is not a file", allowed, "")
	case e.Flags&1 != 0 || e.Method == lockedMethod:
		c.locked++
	case e.Method != zip.Store && e.Method != zip.Deflate:
		c.add(name, "a file packed in a way that is not read ("+methodName(e.Method)+")", "files that are stored or deflated", "pack it again as an ordinary zip file")
	case e.UncompressedSize64 > mostEntry:
		c.add(name, fmt.Sprintf("a file of %d MB once it is unpacked", e.UncompressedSize64>>20), fmt.Sprintf("at most %d MB", mostEntry>>20), "")
	case e.UncompressedSize64 > freeOfRatio && e.UncompressedSize64/mostRatio > e.CompressedSize64:
		c.add(name, fmt.Sprintf("a file that grows from %d to %d bytes", e.CompressedSize64, e.UncompressedSize64), fmt.Sprintf("at most %d times as many", mostRatio), "")
	case e.Method == zip.Store && e.UncompressedSize64 != e.CompressedSize64:
		c.add(name, "a size that is not that of the file", "a zip file that agrees with itself", "pack it again")
	default:
		c.unpacked += int64(e.UncompressedSize64) // #nosec G115 -- bounded
		return true
	}
	return false
}

// lockedMethod stands for a method in entries that WinZip has encrypted.
const lockedMethod = 99

// methodName is what a way of packing is called.
func methodName(method uint16) string {
	names := map[uint16]string{1: "shrunk", 6: "imploded", 9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}
	return cmp.Or(names[method], fmt.Sprintf("method %d", method))
}

// isLitter tells what systems leave in folders, and zip files of them have.
func isLitter(name string) bool {
	base := path.Base(name)
	switch strings.ToLower(base) {
	case ".ds_store", "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(base, "._") || name == macFolder || strings.HasPrefix(name, macFolder+"/")
}

// macFolder is where macOS puts what its files have beside what is in them.
const macFolder = "__MACOSX"

// longestName is more than any path that is read, in bytes.
const longestName = 500

// wrongName is what is wrong with a name; empty: nothing.
func wrongName(name string) string {
	switch {
	case name == "":
		return "a file without a name"
	case len(name) > longestName:
		return "a name that is too long"
	case name[0] == '/':
		return "a path that does not begin in the zip file"
	case strings.Contains(name, `\`):
		return `a path with \ in it`
	case strings.ContainsFunc(name, unicode.IsControl):
		return "a name with signs that cannot be seen"
	case len(name) > 1 && name[1] == ':':
		return "a path that begins with a drive"
	}
	for part := range strings.SplitSeq(name, "/") {
		switch part {
		case "..", ".":
			return "a path with . or .. in it"
		case "":
			return "an empty part of a path"
		}
	}
	return ""
}

// decoded is the name of an entry. One that is not UTF-8 is read as Chinese
// programs for Windows write it, and what it is not either is replaced.
func decoded(e *zip.File) string {
	if utf8.ValidString(e.Name) {
		return e.Name
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(e.Name)
	if err != nil || !utf8.ValidString(name) {
		return strings.ToValidUTF8(e.Name, string(utf8.RuneError))
	}
	return name
}

// shown is a name as a report shows it: short, and without what a terminal acts on.
func shown(name string) string {
	const longest = 100
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return utf8.RuneError
		}
		return r
	}, name)
	if all := []rune(name); len(all) > longest {
		name = string(all[:longest]) + "…"
	}
	return cmp.Or(name, `""`)
}
