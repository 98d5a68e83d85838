package drawing

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-text/typesetting/font"

	"beltroad/internal/drawing/fonttest"
	"beltroad/internal/ooxml/ooxmltest"
)

// ownType is the typeface of the app.
func ownType(t testing.TB, other func(rune) *font.Face) *Typeface {
	t.Helper()
	face, err := NewTypeface(fonttest.File(t, fonttest.Regular), fonttest.File(t, fonttest.Bold), other)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func pdfFile(t *testing.T, face *Typeface, pages ...PDFPage) string {
	t.Helper()
	var b bytes.Buffer
	about := PDFInfo{Title: "A (b) \\ ü 图", Author: "Ann", Language: "en-GB", Program: "test", Made: time.Unix(1e9, 0).UTC()}
	if err := PDF(t.Context(), &b, pages, face, colours, about, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func texts(all ...string) PDFPage {
	s := &Sheet{Width: 400, Height: 300}
	for i, text := range all {
		s.Marks = append(s.Marks, Mark{Kind: Text, Box: Box{10, float64(i * 20), 380, 20}, Ink: InkText, Alpha: 1, Lettering: Lettering{Text: text, TextSize: 14, Bold: i%2 == 1}})
	}
	return PDFPage{Sheet: s}
}

func TestPDFHasAllMarks(t *testing.T) {
	second := sheet()
	second.Width, second.Height = 793.7, 1122.5
	path := pdfFile(t, ownType(t, nil), PDFPage{Sheet: sheet(), Name: "One (1)"}, PDFPage{Sheet: second})
	if out := ooxmltest.Tool(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	if out := ooxmltest.Tool(t, "pdftotext", path, "-"); strings.Count(strings.ReplaceAll(out, " ", ""), "5<6&7") != 2 {
		t.Error(out)
	}
	info := ooxmltest.Tool(t, "pdfinfo", "-l", "2", path)
	for _, want := range []string{"A (b) \\ ü 图", "Ann", "75 x 45 pts", "(A4)", "Pages:           2"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is missing in\n%s", want, info)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(b, []byte("/Lang (en-GB)")) {
		t.Error("no language", err)
	}
}

func TestPDFHasItsTextAsText(t *testing.T) {
	lines := []string{"over 230 (“two hundred”) – ¶15 · US$19.1 trillion…", `back\slash (and) brackets`, "Žluťoučký Ảnh ĳ", "Ελληνικά Русский", "图文 in Chinese"}
	path := pdfFile(t, ownType(t, nil), texts(lines...))
	got := ooxmltest.Tool(t, "pdftotext", path, "-")
	for _, want := range lines {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	fonts := strings.Split(strings.TrimSpace(ooxmltest.Tool(t, "pdffonts", path)), "\n")[2:]
	for _, f := range fonts {
		if fields := strings.Fields(f); len(fields) < 6 || fields[len(fields)-5] != "yes" { // emb sub uni object ID
			t.Errorf("not embedded: %s", f)
		}
	}
	if len(fonts) != 2 {
		t.Error(fonts)
	}
}

// What no PDF text can hold does not break the file.
func TestPDFOfOddText(t *testing.T) {
	path := pdfFile(t, ownType(t, nil), texts("\x00\x1b[31m a\tb\r\n", "😀 beyond", "\xff\xfe broken", strings.Repeat("long ", 5000), "", "\u202e turned"))
	ooxmltest.Tool(t, "qpdf", "--check", path)
	if got := ooxmltest.Tool(t, "pdftotext", path, "-"); !strings.Contains(got, "beyond") || strings.Contains(got, "\x1b") {
		t.Error(got[:200])
	}
}

// A character of another font is drawn, and found as text.
func TestPDFOfAnotherFont(t *testing.T) {
	file := fonttest.File(t, fonttest.Mono)
	mono, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	face := ownType(t, func(rune) *font.Face { asked++; return mono })
	const box = "▙" // of the monospaced font alone
	if len(face.Lacks(box)) != 0 || asked == 0 || len(ownType(t, nil).Lacks("a"+box)) != 1 {
		t.Fatal("this is to be a character of the other font")
	}
	path := pdfFile(t, face, texts("A"+box+"B"))
	if got := ooxmltest.Tool(t, "pdftotext", path, "-"); !strings.Contains(got, "A"+box+"B") {
		t.Errorf("%q", got)
	}
	if out := ooxmltest.Tool(t, "qpdf", "--stream-data=uncompress", "--qdf", path, "-"); !strings.Contains(out, "3 Tr") {
		t.Error("its text is to be unseen: its shape is drawn")
	}
}

func TestTypefaceMeasures(t *testing.T) {
	face := ownType(t, nil)
	if a, b := face.Measure("over 230", 20, false), face.Measure("over 230", 10, false); a < 70 || a > 95 || a != 2*b {
		t.Error(a, b)
	}
	if a, b := face.Measure("over", 20, false), face.Measure("over", 20, true); a >= b {
		t.Error("bold is wider", a, b)
	}
	if _, err := NewTypeface([]byte("no font"), nil, nil); err == nil {
		t.Error("a font that is none was taken")
	}
}

func TestPDFEndsEarly(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	shares := 0
	err := PDF(ctx, io.Discard, []PDFPage{{Sheet: sheet()}, {Sheet: sheet()}}, ownType(t, nil), colours, PDFInfo{}, func(float64) { shares++; end() })
	if !errors.Is(err, context.Canceled) || shares != 1 {
		t.Error(err, shares)
	}
	room := full(100)
	if err := PDF(t.Context(), &room, []PDFPage{{Sheet: sheet()}}, ownType(t, nil), colours, PDFInfo{}, nil); err == nil {
		t.Error("a full disk goes unnoticed")
	}
}

func BenchmarkPDF(b *testing.B) {
	face := ownType(b, nil)
	pages := make([]PDFPage, 24)
	for i := range pages {
		pages[i].Sheet = sheet()
	}
	for b.Loop() {
		if err := PDF(b.Context(), io.Discard, pages, face, colours, PDFInfo{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSubset(t *testing.T) {
	face := ownType(t, nil)
	const text = "over 230 é ¶"
	small, err := face.Subset(text, false)
	if err != nil {
		t.Fatal(err)
	}
	if most := len(fonttest.File(t, fonttest.Regular)) / 4; len(small) > most {
		t.Errorf("%d bytes, want at most %d", len(small), most)
	}
	got, err := font.ParseTTF(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := font.ParseTTF(bytes.NewReader(fonttest.File(t, fonttest.Regular)))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range text + "xyz" {
		id, ok := got.NominalGlyph(r)
		want, _ := whole.NominalGlyph(r)
		a, _ := got.GlyphData(id).(font.GlyphOutline)
		b, _ := whole.GlyphData(want).(font.GlyphOutline)
		if kept := strings.ContainsRune(text, r); !ok || id != want || kept && len(a.Segments) != len(b.Segments) || !kept && len(a.Segments) > 0 {
			t.Errorf("%c: %d and %d segments", r, len(a.Segments), len(b.Segments))
		}
	}
}
