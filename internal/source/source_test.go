package source

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestPlain(t *testing.T) {
	for _, o := range originals(t) {
		found(t, o, "copy.txt", Plain, []byte(o.text))
		found(t, o, "copy", Plain, []byte("\ufeff"+strings.ReplaceAll(o.text, "\n", "\r\n")))
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			var b []byte
			for _, unit := range utf16.Encode([]rune("\ufeff" + o.text)) {
				b = order.AppendUint16(b, unit)
			}
			found(t, o, "copy.text", Plain, b)
		}
		gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(o.text))
		if err != nil {
			t.Fatal(err)
		}
		if o.name == "article" { // whose signs are all in both
			found(t, o, "copy.txt", Plain, gb)
			latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(strings.ReplaceAll(o.text, "\u2002", " ")))
			if err != nil {
				t.Fatal(err)
			}
			found(t, o, "copy.txt", Plain, latin)
		}
	}
}

func TestDecoded(t *testing.T) {
	chinese := "二零三零年，渡轮往返九千四百次。"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		b    string
		want string
		ok   bool
	}{
		"UTF-8":           {"naïve – 中", "naïve – 中", true},
		"a mark":          {"\xef\xbb\xbfa", "a", true},
		"little end":      {"\xff\xfea\x00\x2d\x4e", "a中", true},
		"big end":         {"\xfe\xff\x00a\x4e\x2d\x00", "a中", true},
		"Windows-1252":    {"It\x92s na\xefve \x96 \x93so\x94 caf\xe9s", "It’s naïve – “so” cafés", true},
		"GB 18030":        {gb, chinese, true},
		"Chinese, quoted": {"He said " + gb + " \xa1\xb0yes\xa1\xb1", "He said " + chinese + " “yes”", true},
		"a picture":       {"\x89PNG\r\n\x1a\n\x00\x00", "", false},
		"controls":        {strings.Repeat("\x01\x02", 20), "", false},
	} {
		if got, ok := decoded([]byte(c.b)); got != c.want || ok != c.ok {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
}

func TestHTML(t *testing.T) {
	for _, o := range originals(t) {
		page := madeHTML(o.text)
		text := found(t, o, "page.html", HTML, page)
		for _, no := range []string{"not this", "track(", "alert", "color", "UNSEEN", "Turn scripts on", "<", "A page"} {
			if strings.Contains(text.Text, no) {
				t.Errorf("%q was taken for text", no)
			}
		}
		found(t, o, "page.htm", HTML, bytes.ReplaceAll(page, []byte("</p>"), nil))
	}
}

func TestHTMLText(t *testing.T) {
	for in, want := range map[string]string{
		"<p>one<p>two":                             "one\ntwo",
		"<p>one <b>two</b>three\n\n four</p>":      "one twothree four\n",
		"<div>a<div>b</div>c</div>":                "a\nb\nc\n",
		"a<br>b<br/>c":                             "a\nb\nc",
		"<table><tr><td>1</td><td>2</td></tr><tr>": "1 2\n",
		"<pre>a\n  b</pre>":                        "a\n  b\n",
		"<script><p>no</p></script>yes":            "yes",
		"<svg><svg></svg><text>no</text></svg>yes": "yes",
		"<title>no</title>":                        "no\n", // but in a head
		"<head><title>no</title></head>yes":        "yes",
		"<head><title>no</title><body>yes":         "yes",
		"a&nbsp;b &lt;i&gt; &amp;amp; &#8217;":     "a\u00a0b <i> &amp; ’",
		"<a href=javascript:x onclick=y>link</a>":  "link",
		"&#x110000;<![CDATA[x]]>":                  "\ufffd",
		strings.Repeat("<div>", 100_000) + "deep":  "deep",
		"<style>": "",
		"</p></div></script>text</body></html>after": "text\nafter",
	} {
		if got, err := htmlText(context.Background(), strings.NewReader(in)); err != nil || got != want {
			t.Errorf("%.60q: %q, %v, want %q", in, got, err, want)
		}
	}
}

// A page's own word of its encoding counts.
func TestHTMLEncodings(t *testing.T) {
	gb, err := simplifiedchinese.GBK.NewEncoder().String("渡轮")
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{
		"GBK":    `<html><meta charset="gbk"><p>` + gb + `</p>`,
		"UTF-8":  `<html><meta charset="utf-8"><p>渡轮</p>`,
		"nobody": `<html><p>渡轮</p>`,
	} {
		text, err := Read(context.Background(), "a.html", strings.NewReader(page), nil)
		if err != nil || text.Text != "渡轮\n" || text.Format != HTML {
			t.Errorf("%s: %+v, %v", name, text, err)
		}
	}
}

func TestDOCX(t *testing.T) {
	for _, o := range originals(t) {
		text := found(t, o, "copy.docx", DOCX, madeDOCX(t, o.text))
		if strings.Contains(text.Text, "UNSEEN") || strings.Contains(text.Text, "PAGE") {
			t.Error("what was deleted is text, or a command")
		}
	}
}

func TestEPUB(t *testing.T) {
	for _, o := range originals(t) {
		found(t, o, "copy.epub", EPUB, madeEPUB(t, o.text))
	}
}

func TestPDF(t *testing.T) {
	for _, o := range originals(t) {
		if o.name == "harbour" { // the font of the test has no Chinese
			o.text = strings.NewReplacer("鹭屿码头", "", "湾渡", "").Replace(o.text)
		}
		file := madePDF(t, o.text)
		if o.name == "article" {
			found(t, o, "copy.pdf", PDF, file)
		}
		garbled := bytes.ReplaceAll(file, []byte("beginbfrange"), []byte("beginnothing"))
		check(t, "garbled.pdf", garbled)
	}
}

// PDF files as other programs print them, where those are at hand: columns with
// words broken at the ends of lines, and fonts of which only parts are there.
func TestPrinted(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("there is no browser that prints")
	}
	for _, o := range originals(t)[1:] { // what the fonts at hand have no letters for is lost
		found(t, o, "page.pdf", PDF, printed(t, browser, o.text))
	}
}

// printed is a text as a browser prints it.
func printed(t *testing.T, browser, text string) []byte {
	t.Helper()
	dir := t.TempDir()
	page := strings.Replace(string(madeHTML(text)), "<style>", "<style>article { columns: 2; hyphens: auto; text-align: justify }", 1)
	page = strings.NewReplacer(` onload="alert(1)"`, "", "<script>", "<!--", "</script>", "-->").Replace(page)
	in, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(in, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir, "--print-to-pdf="+out, in)
	if report, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("%v\n%s", err, report)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

const (
	docx = "word/document.xml"
	body = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`
)

// Files that are something else, or wrong, are told apart.
func TestUnreadable(t *testing.T) {
	good := madeDOCX(t, "A paragraph of a document.")
	rootfile := entry{container, `<container><rootfile full-path="a.opf"/></container>`}
	for _, c := range []struct {
		name string
		file []byte
		want Reason
	}{
		{"empty", nil, NoText},
		{"spaces", []byte(" \n "), NoText},
		{"numbers", []byte("1 2 3"), NoText},
		{"picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), Unknown},
		{"old.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00"), Unknown},
		{"sheet.xlsx", packedFile(t, entry{"xl/workbook.xml", "<x/>"}), Unknown},
		{"half.pdf", madePDF(t, "A paragraph.")[:2000], Damaged},
		{"no.pdf", []byte("%PDF-1.7\nno %%EOF"), Damaged},
		{"locked.pdf", []byte("%PDF-1.7\ntrailer <</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF"), Protected},
		{"half.docx", good[:len(good)/2], Damaged},
		{"half.xml.docx", packedFile(t, entry{docx, fmt.Sprintf(body, "text")[:60]}), Damaged},
		{"empty.docx", packedFile(t, entry{docx, fmt.Sprintf(body, "")}), NoText},
		{"twice.docx", packedFile(t, entry{docx, fmt.Sprintf(body, "a")}, entry{docx, fmt.Sprintf(body, "b")}), Damaged},
		{"entity.docx", packedFile(t, entry{docx, `<!DOCTYPE x [<!ENTITY a "aaaa">]>` + fmt.Sprintf(body, "&a;")}), Damaged},
		{"deep.docx", packedFile(t, entry{docx, strings.Repeat("<a>", 100_000)}), Damaged},
		{"no book.epub", packedFile(t, rootfile), Damaged},
		{"empty.epub", packedFile(t, rootfile, entry{"a.opf", "<package/>"}), NoText},
		{"outside.epub", packedFile(t, rootfile, entry{"a.opf", `<package><item id="a" media-type="html" href="../../../../etc/passwd"/><itemref idref="a"/></package>`}), Damaged},
		{"locked.epub", packedFile(t, rootfile, entry{"a.opf", `<package><item id="a" media-type="html" href="a.html"/><itemref idref="a"/></package>`},
			entry{"a.html", "x"}, entry{encryption, `<e><CipherReference URI="a.html"/></e>`}), Protected},
		{"cut.html", []byte("<html><script>"), NoText},
		{"large.txt", bytes.Repeat([]byte("text "), maxText/5+1), TooLarge},
		{"large.html", append([]byte("<html>"), bytes.Repeat([]byte("<p>text"), maxText/5+2)...), TooLarge},
	} {
		unreadable(t, c.name, c.file, c.want)
	}
}

// Bombs cost little: what unpacks to too much is refused before it is unpacked.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("<w:p/>", 20<<20/6)
	unreadable(t, "bomb.docx", packedFile(t, entry{docx, zeros}), TooLarge)
	unreadable(t, "bomb.epub", packedFile(t, entry{container, zeros}), TooLarge)
	many := make([]entry, maxEntries+1)
	for i := range many {
		many[i] = entry{fmt.Sprint(i), ""}
	}
	unreadable(t, "many.docx", packedFile(t, many...), TooLarge)

	// One that lies about its size.
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 9) })
	f, err := w.Create(docx)
	if err == nil {
		_, err = io.WriteString(f, strings.Repeat("a", 10<<20))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	lying := b.Bytes()
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[at+24:], 10)
	unreadable(t, "lying.docx", lying, Damaged)
}

func TestLargeFile(t *testing.T) {
	_, err := Read(context.Background(), "a", io.MultiReader(strings.NewReader("%PDF-1.4"), &endless{}), nil)
	if u, ok := errors.AsType[*Unreadable](err); !ok || u.Reason != TooLarge {
		t.Error(err)
	}
}

type endless struct{}

func (e *endless) Read(b []byte) (int, error) { return len(b), nil }

// What the disk refuses is no fault of the file.
func TestUnread(t *testing.T) {
	_, err := Read(context.Background(), "a", io.MultiReader(strings.NewReader("text"), broken{}), nil)
	if u, ok := errors.AsType[*Unreadable](err); !ok || u.Reason != Unread {
		t.Error(err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the stick was pulled out") }

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, file := range made(t) {
		if _, err := Read(ctx, name, bytes.NewReader(file), nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// made is a file of each form.
func made(t testing.TB) map[string][]byte {
	t.Helper()
	text := originals(t)[0].text
	return map[string][]byte{
		"a.txt": []byte(text), "a.html": madeHTML(text), "a.docx": madeDOCX(t, text), "a.epub": madeEPUB(t, text), "a.pdf": madePDF(t, "A paragraph, and another one.\nThe end."),
	}
}

// A name is that of the file alone, and can be shown.
func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"/home/reader/copy.txt": "copy.txt", `C:\copy.txt`: "copy.txt", "a\x00\u202eb\xff.txt": "a\ufffd\ufffdb\ufffd.txt",
		strings.Repeat("é", 200): strings.Repeat("é", 120) + "…",
	} {
		text, err := Read(context.Background(), in, strings.NewReader("text"), nil)
		if err != nil || text.Name != want {
			t.Errorf("%q: %q, %v", in, text.Name, err)
		}
	}
}

// Whatever breaks in a file, the app goes on: it has a text, or an error of its own.
func TestBroken(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, file := range made(t) {
		for range 60 {
			b := bytes.Clone(file)
			for range 1 + random.IntN(8) {
				b[random.IntN(len(b))] ^= byte(1 << random.IntN(8))
			}
			check(t, name, b[:random.IntN(len(b)+1)])
			check(t, name, b)
		}
	}
}

func check(t *testing.T, name string, b []byte) {
	t.Helper()
	text, err := Read(context.Background(), name, bytes.NewReader(b), nil)
	if _, ok := errors.AsType[*Unreadable](err); err != nil && !ok {
		t.Errorf("%s: %v", name, err)
	}
	if len(text.Text) > maxText || err == nil && text.Text == "" {
		t.Errorf("%s: %d bytes", name, len(text.Text))
	}
}

func FuzzRead(f *testing.F) {
	const short = "A paragraph.\nAnother, “quoted”."
	f.Add("a.txt", []byte(short))
	f.Add("a.html", madeHTML(short))
	f.Add("a.docx", madeDOCX(f, short))
	f.Add("a.epub", madeEPUB(f, short))
	f.Fuzz(func(t *testing.T, name string, b []byte) { check(t, name, b) })
}

// The files inside a packed one are hidden from a fuzzer by their sums.
func FuzzPacked(f *testing.F) {
	f.Add(docx, fmt.Sprintf(body, "text"), "", "")
	f.Add(container, `<container><rootfile full-path="a.opf"/></container>`, "a.opf", `<package><item id="a" media-type="html" href="a.opf"/><itemref idref="a"/></package>`)
	f.Fuzz(func(t *testing.T, name1, content1, name2, content2 string) {
		if strings.HasSuffix(name1, "/") || strings.HasSuffix(name2, "/") {
			t.Skip("a folder")
		}
		check(t, "a", packedFile(t, entry{name1, content1}, entry{name2, content2}))
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(string(madeHTML("A paragraph.\nAnother, “quoted”.")))
	f.Fuzz(func(t *testing.T, page string) {
		if text, err := htmlText(context.Background(), strings.NewReader(page)); err == nil && len(text) > maxText {
			t.Errorf("%d bytes", len(text))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for name, file := range made(b) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(context.Background(), name, bytes.NewReader(file), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
