package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"beltroad/data"
)

// part is a file in a zip file, as anybody can write it.
type part struct {
	name    string
	content string
	packed  []byte // as it stands in the file; nil: the content, deflated
	method  uint16
	flags   uint16
	mode    fs.FileMode
	size    uint64 // that it says it has; 0: that of the content
	takes   uint64 // packed, likewise
	crc     uint32 // likewise
}

// made is a zip file of these parts.
func made(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, p := range parts {
		packed := p.packed
		isFolder := strings.HasSuffix(p.name, "/")
		if packed == nil && !isFolder {
			packed = deflated(t, p.content)
			if p.method == zip.Store {
				p.method = zip.Deflate
			}
		}
		h := &zip.FileHeader{
			Name: p.name, Method: p.method, Flags: p.flags,
			CRC32: crc32.ChecksumIEEE([]byte(p.content)), UncompressedSize64: uint64(len(p.content)), CompressedSize64: uint64(len(packed)),
		}
		if p.mode != 0 {
			h.SetMode(p.mode)
		}
		if p.size != 0 {
			h.UncompressedSize64 = p.size
		}
		if p.takes != 0 {
			h.CompressedSize64 = p.takes
		}
		if p.crc != 0 {
			h.CRC32 = p.crc
		}
		w, err := out.CreateRaw(h)
		if err == nil && !isFolder {
			_, err = w.Write(packed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func deflated(t testing.TB, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = io.WriteString(w, s)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// about is a descriptor, which all good ones have.
var about = part{name: descriptor, content: `{"name": "town"}`}

// with is a good zip file with more in it.
func with(t testing.TB, parts ...part) []byte {
	t.Helper()
	return made(t, append([]part{about}, parts...)...)
}

// many are so many files.
func many(n int) []part {
	all := make([]part, n)
	for i := range all {
		all[i] = part{name: fmt.Sprintf("f%d", i), packed: []byte{}}
	}
	return all
}

// patched is b with something else at a place that is found by what stands before it.
func patched(t testing.TB, b []byte, mark string, offset int, by ...byte) []byte {
	t.Helper()
	at := bytes.LastIndex(b, []byte(mark))
	if at < 0 {
		t.Fatalf("no %q", mark)
	}
	b = bytes.Clone(b)
	copy(b[at+offset:], by)
	return b
}

// The signs of what a zip file has at its end.
const (
	entryMark = "PK\x01\x02"
	endMark   = "PK\x05\x06"
)

// repeatedList is a zip file whose list has the same entry again and again, and says
// that it has none.
func repeatedList(t testing.TB, n int) []byte {
	t.Helper()
	b := with(t)
	list := bytes.Index(b, []byte(entryMark))
	end := bytes.Index(b, []byte(endMark))
	entry := b[list:end]
	all := slices.Concat(b[:list], bytes.Repeat(entry, n), b[end:])
	end = len(b) - len(b[end:]) + len(entry)*(n-1)
	binary.LittleEndian.PutUint16(all[end+8:], uint16(n&0xffff))
	binary.LittleEndian.PutUint16(all[end+10:], uint16(n&0xffff))
	binary.LittleEndian.PutUint32(all[end+12:], uint32(len(entry)*n))
	return all
}

// zip64 is a zip file whose end says that the numbers stand elsewhere, and are these.
func zip64(t testing.TB, records, size, offset uint64) []byte {
	t.Helper()
	b := with(t)
	end := bytes.LastIndex(b, []byte(endMark))
	le := binary.LittleEndian
	more := le.AppendUint32(nil, 0x06064b50)
	more = le.AppendUint64(more, 44)
	more = append(more, make([]byte, 12)...)
	for _, n := range []uint64{records, records, size, offset} {
		more = le.AppendUint64(more, n)
	}
	more = le.AppendUint32(more, 0x07064b50)
	more = le.AppendUint32(more, 0)
	more = le.AppendUint64(more, uint64(end))
	more = le.AppendUint32(more, 1)
	last := bytes.Clone(b[end:])
	for i := 8; i < 20; i++ {
		last[i] = 0xff
	}
	return slices.Concat(b[:end], more, last)
}

// right is zip64 with the numbers that are right.
func rightZip64(t testing.TB) []byte {
	t.Helper()
	b := with(t)
	list, end := bytes.Index(b, []byte(entryMark)), bytes.LastIndex(b, []byte(endMark))
	return zip64(t, 1, uint64(end-list), uint64(list))
}

// hostile are zip files, and what is told of each; empty: it is read.
func hostile(t testing.TB) map[string]struct {
	b    []byte
	want string
} {
	t.Helper()
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("数字.csv")
	if err != nil {
		t.Fatal(err)
	}
	good := with(t, part{name: "figures.csv", content: "id\n"})
	big := strings.Repeat("0", 2<<20)
	type file = struct {
		b    []byte
		want string
	}
	return map[string]file{
		"good":                       {good, ""},
		"a text before it":           {append([]byte("\xff\xfe"), good...), "found a text"},
		"a path up":                  {with(t, part{name: "../up"}), "../up: found a path with . or .. in it"},
		"a path up inside":           {with(t, part{name: "a/../../up"}), "a path with . or .. in it"},
		"a path from here":           {with(t, part{name: "./here"}), "a path with . or .. in it"},
		"a whole path":               {with(t, part{name: "/etc/passwd"}), "/etc/passwd: found a path that does not begin in the zip file"},
		"a drive":                    {with(t, part{name: "C:/x"}), "a path that begins with a drive"},
		"a drive without a slash":    {with(t, part{name: "c:x"}), "a path that begins with a drive"},
		"a backslash":                {with(t, part{name: `a\b`}), `a path with \ in it`},
		"a share":                    {with(t, part{name: `\\host\share`}), `a path with \ in it`},
		"a share with slashes":       {with(t, part{name: "//host/share"}), "does not begin in the zip file"},
		"NUL":                        {with(t, part{name: "a\x00.csv"}), "a\uFFFD.csv: found a name with signs that cannot be seen"},
		"a terminal's sign":          {with(t, part{name: "a\x1b[31m"}), "a name with signs that cannot be seen"},
		"a line break":               {with(t, part{name: "a\nb"}), "a name with signs that cannot be seen"},
		"no name":                    {with(t, part{name: ""}), "a file without a name"},
		"a slash for a name":         {with(t, part{name: "/"}), "a file without a name"},
		"two slashes":                {with(t, part{name: "a//b"}), "an empty part of a path"},
		"a long name":                {with(t, part{name: strings.Repeat("n", 60_000)}), "a name that is too long"},
		"a deep name":                {with(t, part{name: strings.Repeat("d/", 30_000) + "x"}), "a name that is too long"},
		"a link":                     {with(t, part{name: "l", content: "/etc", mode: fs.ModeSymlink | 0o777}), "l: found a link, allowed: a regular file"},
		"a link as descriptor":       {made(t, part{name: descriptor, content: "/etc/passwd", mode: fs.ModeSymlink | 0o777}), "found a link"},
		"a device":                   {with(t, part{name: "d", mode: fs.ModeDevice | 0o666}), "something that is not a file"},
		"a pipe":                     {with(t, part{name: "p", mode: fs.ModeNamedPipe | 0o666}), "something that is not a file"},
		"a name twice":               {with(t, part{name: "a"}, part{name: "a"}), "a: found a name that is there twice: a"},
		"two descriptors":            {with(t, about), "a name that is there twice"},
		"a name in another case":     {with(t, part{name: "a.csv"}, part{name: "A.CSV"}), "A.CSV: found a name that is there twice: a.csv"},
		"a folder in another case":   {with(t, part{name: "a/b"}, part{name: "A/c"}), "a name that is there twice: a"},
		"a letter in two ways":       {with(t, part{name: "\u00e9"}, part{name: "e\u0301"}), "a name that is there twice"},
		"a file and a folder":        {with(t, part{name: "a"}, part{name: "a/b"}), "a file where a path has a folder"},
		"a folder and a file":        {with(t, part{name: "a/b"}, part{name: "a"}), "a name that is there twice"},
		"locked":                     {with(t, part{name: "a", content: "x", flags: 1}), "z.zip: found a zip file that wants a password (1 files)"},
		"locked by WinZip":           {with(t, part{name: "a", content: "x", method: 99}), "a zip file that wants a password"},
		"LZMA":                       {with(t, part{name: "a", content: "x", method: 14}), "packed in a way that is not read (LZMA)"},
		"an unknown method":          {with(t, part{name: "a", content: "x", method: 777}), "packed in a way that is not read (method 777)"},
		"too many files":             {made(t, many(mostEntries+1)...), "more than 1000 files"},
		"as many files as may be":    {with(t, many(mostEntries-1)...), ""},
		"a list without an end":      {repeatedList(t, 300_000), "more than 1000 files"},
		"a list that lies":           {patched(t, good, endMark, 8, 9, 0, 9, 0), "breaks off or is damaged"},
		"65,537 that say one":        {repeatedList(t, 65_537), "more than 1000 files"},
		"a large file":               {with(t, part{name: "a", content: "x", size: 65 << 20, takes: 1}), "a file of 65 MB once it is unpacked"},
		"a size beyond all":          {with(t, part{name: "a", content: "x", size: 1<<64 - 1}), "once it is unpacked"},
		"large together":             {with(t, large(t, 5, 60<<20)...), "files of 300 MB once they are unpacked"},
		"a bomb":                     {with(t, part{name: "a", content: big}), "a file that grows from"},
		"a bomb that says it is not": {with(t, part{name: "a", packed: deflated(t, big), method: zip.Deflate, size: 1000}), ""},
		"parts on each other":        {with(t, overlapping(t)...), "parts lie on each other"},
		"packed beyond the file":     {with(t, part{name: "a", content: "x", takes: 1 << 40}), "parts lie on each other"},
		"stored with two sizes":      {with(t, stored("a", "abc", 2)), "a size that is not that of the file"},
		"nothing":                    {nil, "an empty file"},
		"an empty zip file":          {made(t), "an empty zip file"},
		"no descriptor":              {made(t, part{name: "a.csv"}), "a zip file without datapackage.json"},
		"a zip file in it":           {made(t, part{name: "town.zip", content: "PK"}), "try: unpack it, and open the file in it: town.zip"},
		"a spreadsheet in it":        {made(t, part{name: "Town.XLSX", content: "PK"}), "try: unpack it, and open the file in it: Town.XLSX"},
		"a folder in it":             {made(t, part{name: "Our town/"}, part{name: "Our town/" + descriptor}, part{name: "__MACOSX/._Our town", content: "x"}, part{name: "__MACOSX/Our town/._" + descriptor}, part{name: "Our town/.DS_Store"}, part{name: "Our town/Thumbs.db"}), ""},
		"a descriptor in capitals":   {made(t, part{name: "Town/DataPackage.JSON"}), ""},
		"two dossiers":               {made(t, part{name: "a/" + descriptor}, part{name: "b/" + descriptor}), "more than one dossier, allowed: a zip file that holds a dossier; try: unpack it, and open one of the folders in it: a, b"},
		"a dossier in a dossier":     {with(t, part{name: "old/" + descriptor}), ""},
		"GBK":                        {with(t, part{name: gbk}), ""},
		"no encoding":                {with(t, part{name: "\xff\xfe\xfd.csv"}), ""},
		"cut off":                    {good[:len(good)-30], "a zip file that breaks off or is damaged, allowed: a zip file that holds a dossier; try: copy or download it again"},
		"cut in the middle":          {good[:len(good)/2], "breaks off or is damaged"},
		"data before it":             {slices.Concat([]byte("\x01\x02 something else "), good), ""},
		"data after it":              {slices.Concat(good, []byte("something else")), ""},
		"a program before it":        {slices.Concat([]byte("MZ\x90"), good), "found a program"},
		"a PDF file before it":       {slices.Concat([]byte("%PDF-1.7\n"), good), "found a PDF file"},
		"zip64":                      {rightZip64(t), ""},
		"zip64 of very many":         {zip64(t, 1<<62, 1<<62, 0), "breaks off or is damaged"},
		"zip64 beyond the end":       {zip64(t, 1, 10, 1<<62), "breaks off or is damaged"},
		"zip64 before the start":     {zip64(t, 1, 10, 1<<63), "breaks off or is damaged"},
		"several parts":              {[]byte("PK\x07\x08 and more"), "one part of a zip file in several parts"},
		"RAR":                        {[]byte("Rar!\x1a\x07\x01\x00 and more"), "z.zip: found a RAR file, allowed: a zip file that holds a dossier; try: unpack it, and open the folder that comes out"},
		"7z":                         {[]byte("7z\xbc\xaf\x27\x1c and more"), "found a 7z file"},
		"gzip":                       {[]byte("\x1f\x8b\x08 and more"), "found a gzip file"},
		"an old office file":         {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), "found an old office file, such as .xls or .doc"},
		"a text":                     {[]byte("id,name\n1,x\n"), "found a text, allowed: a zip file"},
		"a web page":                 {[]byte("<!DOCTYPE html><html>"), "found a text"},
		"noise":                      {[]byte("\x01\x02\x03\x04"), "a file of a kind that is not known here"},
		"Excel":                      {made(t, part{name: "[Content_Types].xml"}, part{name: "xl/workbook.xml"}), "found a spreadsheet (Excel)"},
		"Word":                       {made(t, part{name: "[Content_Types].xml"}, part{name: "word/document.xml"}), "found a text document (Word)"},
		"OpenDocument":               {made(t, stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0), part{name: "content.xml"}), "found a spreadsheet (OpenDocument)"},
		"a book":                     {made(t, stored("mimetype", "application/epub+zip", 0)), "found a book (EPUB)"},
		"a program of Java":          {made(t, part{name: "META-INF/MANIFEST.MF"}), "found a program"},
		"bad from end to end":        {made(t, bad(500)...), "reading stops at 100 problems: there may be more"},
	}
}

// stored is a part that is not packed, of a size that it may only say it has.
func stored(name, content string, size uint64) part {
	return part{name: name, content: content, packed: []byte(content), size: size}
}

// large are files that say that they are so large, and not too much for what they take.
func large(t testing.TB, n int, size uint64) []part {
	t.Helper()
	all := make([]part, n)
	for i := range all {
		all[i] = part{name: fmt.Sprintf("f%d", i), packed: make([]byte, size/mostRatio+1), method: zip.Deflate, size: size}
	}
	return all
}

// overlapping are files that say that they take more than there is.
func overlapping(t testing.TB) []part {
	t.Helper()
	all := make([]part, 20)
	for i := range all {
		all[i] = part{name: fmt.Sprintf("f%d", i), content: "x", takes: 1000, size: 1000}
	}
	return all
}

// bad are files with bad names.
func bad(n int) []part {
	all := make([]part, n)
	for i := range all {
		all[i] = part{name: fmt.Sprintf("../%d", i)}
	}
	return all
}

// Whatever is in a zip file, it is read, or told why not in few words and without
// much memory.
func TestHostile(t *testing.T) {
	const most = 200 << 20 // bytes taken in all, also those that are given back
	for name, c := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			f, err := New(bytes.NewReader(c.b), int64(len(c.b)), "z.zip")
			if f != nil {
				_ = fs.WalkDir(f, ".", func(path string, e fs.DirEntry, err error) error {
					if err == nil && !e.IsDir() {
						_, _ = fs.ReadFile(f, path) // what cannot be read is tested below
					}
					return err
				})
			}
			runtime.ReadMemStats(&after)
			if taken := after.TotalAlloc - before.TotalAlloc; taken > most {
				t.Errorf("%d MB taken", taken>>20)
			}
			ps, ok := errors.AsType[data.Problems](err)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.want != "" && (!ok || !strings.Contains(ps.Error(), c.want)):
				t.Errorf("got %v, want %s", err, c.want)
			case len(ps) > data.MaxProblems+1:
				t.Errorf("%d problems", len(ps))
			}
		})
	}
}

// What is read is what the list of the file says, or an error.
func TestReadsNoFurtherThanItSays(t *testing.T) {
	big := strings.Repeat("0", 2<<20)
	for name, c := range map[string]struct {
		p    part
		want string
	}{
		"good":              {part{content: "abc"}, ""},
		"more than it says": {part{packed: deflated(t, big), method: zip.Deflate, size: 1000}, "it is not as the zip file says"},
		"less than it says": {part{content: "abc", size: 5}, "the zip file is damaged here"},
		"another sum":       {part{content: "abc", crc: 1}, "the zip file is damaged here"},
		"noise":             {part{packed: []byte("\xff\xff\xff"), method: zip.Deflate, size: 5}, "the zip file is damaged here"},
	} {
		c.p.name = "a"
		b := with(t, c.p)
		f, err := New(bytes.NewReader(b), int64(len(b)), "z.zip")
		if err != nil {
			t.Fatal(name, err)
		}
		got, err := fs.ReadFile(f, "a")
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) || len(got) > 2000 {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

// What is large, and not too large, is taken: nothing of it is unpacked before it is asked for.
func TestTakesLargeFiles(t *testing.T) {
	b := with(t, large(t, 4, 50<<20)...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f, err := New(bytes.NewReader(b), int64(len(b)), "z.zip")
	runtime.ReadMemStats(&after)
	if err != nil || after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Fatalf("200 MB: %v, %d bytes taken", err, after.TotalAlloc-before.TotalAlloc)
	}
	if info, err := fs.Stat(f, "f3"); err != nil || info.Size() != 50<<20 {
		t.Error(err)
	}
}

// Names are what they were meant to be.
func TestNames(t *testing.T) {
	all := hostile(t)
	for name, want := range map[string]string{"GBK": "数字.csv", "a descriptor in capitals": descriptor, "a folder in it": descriptor} {
		b := all[name].b
		f, err := New(bytes.NewReader(b), int64(len(b)), "z.zip")
		if err != nil {
			t.Error(name, err)
			continue
		}
		if _, err := fs.Stat(f, want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is no regular file is not opened.
func TestOpensFilesAlone(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for path, want := range map[string]string{t.TempDir(): "it is no file", "/dev/zero": "it is no file", "/none/at/all.zip": "no such file"} {
			if _, err := Open(path); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("it waits")
	}
}

func FuzzArchive(f *testing.F) {
	for _, c := range hostile(f) {
		if len(c.b) < 1<<16 {
			f.Add(c.b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		form, _ := FormOf(bytes.NewReader(b), int64(len(b)))
		folder, err := New(bytes.NewReader(b), int64(len(b)), "z.zip")
		ps, ok := errors.AsType[data.Problems](err)
		switch {
		case err != nil && (!ok || len(ps) == 0 || len(ps) > data.MaxProblems+1 || strings.ContainsAny(err.Error(), "\x00\x1b")):
			t.Fatalf("an error of another kind: %q", err)
		case err != nil:
			return
		case form != Zip:
			t.Fatalf("it is opened, and is said to be %d", form)
		}
		total := 0
		err = fs.WalkDir(folder, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !fs.ValidPath(path) || strings.Contains(path, `\`) {
				return err
			}
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() {
				t.Fatalf("%s: %v", path, err)
			}
			content, err := fs.ReadFile(folder, path)
			if total += len(content); err == nil && int64(len(content)) != info.Size() || total > mostUnpacked {
				t.Fatalf("%s has %d bytes instead of %d", path, len(content), info.Size())
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
