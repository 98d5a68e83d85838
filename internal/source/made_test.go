package source

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/signintech/gopdf"
	"golang.org/x/image/font/gofont/goregular"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/align"
)

// original is a dossier with the text that it presents.
type original struct {
	name string
	d    *data.Dossier
	text string
}

// originals are the made-up text and, where it is at hand, the article, which is
// not part of the project.
func originals(t testing.TB) []original {
	t.Helper()
	harbour, err := data.Open(fixture.Harbour())
	if err != nil {
		t.Fatal(err)
	}
	all := []original{{"harbour", harbour, fixture.HarbourText}}
	text, err := os.ReadFile("../../../shared/source/article.txt")
	if err != nil {
		t.Log("the article is not at hand:", err)
		return all
	}
	builtin, err := data.Open(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return append(all, original{"article", builtin, string(text)})
}

func nonEmpty(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// found checks that a file's text has all body paragraphs to the letter.
func found(t *testing.T, o original, name string, format Format, file []byte) Text {
	t.Helper()
	text, err := Read(context.Background(), name, bytes.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	if text.Format != format {
		t.Errorf("%s was read as %s", name, text.Format)
	}
	r, err := align.Compare(context.Background(), o.d, text.Text)
	if err != nil {
		t.Fatalf("%v in %q", err, text.Text[:min(len(text.Text), 2000)])
	}
	if r.Matched != r.Bodies || r.Exact != r.Bodies {
		t.Errorf("%s: %d of %d paragraphs, %d to the letter", name, r.Matched, r.Bodies, r.Exact)
	}
	plain, err := align.Compare(context.Background(), o.d, o.text)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.WordForWord(), plain.WordForWord(); got != want {
		t.Errorf("%s: %d figures word for word, %d in the text itself", name, got, want)
	}
	t.Logf("%s as %s: %d of %d paragraphs, %d of %d figures word for word", o.name, format, r.Matched, r.Bodies, r.WordForWord(), len(r.Findings))
	return text
}

// unreadable checks why a file was not read.
func unreadable(t *testing.T, name string, file []byte, want Reason) {
	t.Helper()
	text, err := Read(context.Background(), name, bytes.NewReader(file), nil)
	if u, ok := errors.AsType[*Unreadable](err); !ok || u.Reason != want || u.Name != name {
		t.Errorf("%s: %v, want %s", name, err, want)
	}
	if text != (Text{}) {
		t.Errorf("%s: an error, and %d bytes of text", name, len(text.Text))
	}
}

// madeHTML is a page as sites have them: menus, scripts, pictures around the text.
func madeHTML(text string) []byte {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<style>p { color: red }</style><script>var s = "<p>not this</p>";</script></head>
<body onload="alert(1)"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="main"><div><article>`)
	for i, p := range nonEmpty(text) {
		p = html.EscapeString(p)
		words := strings.SplitN(p, " ", 4)
		if len(words) == 4 && !strings.Contains(words[1], "&") {
			words[1] = "<a href=\"javascript:alert(2)\"><b>" + words[1] + "</b></a>"
		}
		p = strings.ReplaceAll(strings.Join(words, " "), "’", "&rsquo;")
		fmt.Fprintf(&b, "\n<p id=p%d>\n  %s</p><script>track(%d)</script>\n<!-- %d -->", i, p, i, i)
	}
	b.WriteString(`</article><aside><h3>Related</h3><svg><text>UNSEEN</text></svg><iframe src="x">UNSEEN</iframe></aside></div></div>
<footer>© somebody<br>All rights reserved</footer><noscript>Turn scripts on</noscript></body></html>`)
	return []byte(b.String())
}

// entry is a file of a packed one.
type entry struct{ name, content string }

func packedFile(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := w.Create(e.name)
		if err == nil {
			_, err = io.WriteString(f, e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

// madeDOCX is a document whose runs break words, as editors leave them.
func madeDOCX(t testing.TB, text string) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range nonEmpty(text) {
		runes := []rune(p)
		half := len(runes) / 2
		fmt.Fprintf(&b, `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>UNSEEN</w:delText></w:r></w:del><w:proofErr w:type="x"/><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`,
			escaped(string(runes[:half])), escaped(string(runes[half:])))
	}
	b.WriteString(`</w:body></w:document>`)
	return packedFile(t, entry{"[Content_Types].xml", "<Types/>"}, entry{"word/document.xml", b.String()}, entry{"word/media/image1.png", "\x89PNG"})
}

// madeEPUB is a book of several chapters, in another order than that of its files.
func madeEPUB(t testing.TB, text string) []byte {
	t.Helper()
	lines := nonEmpty(text)
	entries := []entry{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
	}
	var manifest, spine strings.Builder
	for i, chapter := range slices.Collect(slices.Chunk(lines, 10)) {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>`)
		for _, p := range chapter {
			b.WriteString("<p>" + escaped(p) + "</p>\n")
		}
		b.WriteString("</body></html>")
		entries = append(entries, entry{fmt.Sprintf("OEBPS/text/chapter %d.xhtml", 9-i), b.String()})
		fmt.Fprintf(&manifest, `<item id="c%d" href="text/chapter%%20%d.xhtml" media-type="application/xhtml+xml"/>`, i, 9-i)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
	}
	opf := `<package xmlns="http://www.idpf.org/2007/opf"><manifest>` + manifest.String() + `<item id="css" href="a.css" media-type="text/css"/></manifest><spine>` + spine.String() + `</spine></package>`
	slices.Reverse(entries[2:])
	return packedFile(t, append(entries, entry{"OEBPS/content.opf", opf})...)
}

// madePDF is a document of pages, with a head and a foot on each.
func madePDF(t testing.TB, text string) []byte {
	t.Helper()
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA5})
	if err := errors.Join(pdf.AddTTFFontData("go", goregular.TTF), pdf.SetFont("go", "", 10)); err != nil {
		t.Fatal(err)
	}
	const top, bottom = 50.0, 540.0
	write := func(x, y float64, line string) {
		pdf.SetXY(x, y)
		if err := pdf.Cell(nil, line); err != nil {
			t.Fatal(err)
		}
	}
	y, page := bottom, 0
	for _, p := range nonEmpty(text) {
		lines, err := pdf.SplitTextWithWordWrap(strings.ReplaceAll(p, "\u2002", " "), 340)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			if y >= bottom {
				page++
				pdf.AddPage()
				write(40, 20, "The Monthly Review, No. 7")
				write(200, 560, fmt.Sprint(page))
				y = top
			}
			write(40, y, line)
			y += 14
		}
		y += 7
	}
	return pdf.GetBytesPdf()
}
