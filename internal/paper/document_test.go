package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beltroad/internal/drawing"
	"beltroad/internal/drawing/fonttest"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/paper/papertest"
)

func text(s string) []Part { return []Part{Paragraph{Runs: []Run{{Text: s}}}} }

func face(t testing.TB) *drawing.Typeface {
	t.Helper()
	f, err := drawing.NewTypeface(fonttest.File(t, fonttest.Regular), fonttest.File(t, fonttest.Bold), nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// lay lays parts out, and checks what holds of all pages: no text is beside the paper's
// margins or on another one.
func lay(t *testing.T, of Size, parts ...Part) []drawing.PDFPage {
	t.Helper()
	d := &Document{Title: "A page", Foot: []string{"Source", "Caution"}, Parts: parts, Number: func(page, of int) string { return fmt.Sprint(page, "/", of) }}
	pages, err := d.Lay(t.Context(), of, face(t).Measure, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		papertest.Sound(t, i+1, Margin, p.Sheet)
	}
	return pages
}

// said is the text of a page, without its foot, line by line.
func said(p drawing.PDFPage) []string {
	var all []string
	for _, m := range p.Marks {
		if m.Kind == drawing.Text && m.TextSize > footed.Size && m.TextSize != running.Size {
			all = append(all, strings.TrimSpace(m.Text))
		}
	}
	return all
}

func rows(n int, cell func(i int) string) Table {
	return Table{
		Columns: []Column{{Title: "Name", Share: 1}, {Title: "What", Share: 2}}, Len: n,
		Row: func(i int) [][]Part { return [][]Part{text(fmt.Sprintf("row%d", i)), text(cell(i))} },
	}
}

// The head of a table stands on each of its pages, no row is cut, and none is lost.
func TestTableOverPages(t *testing.T) {
	for _, of := range []Size{A4, Letter} {
		pages := lay(t, of, rows(200, func(i int) string { return strings.Repeat("word ", 3+i%40) }))
		if len(pages) < 5 {
			t.Fatalf("%d pages", len(pages))
		}
		next := 0
		for i, p := range pages {
			lines := said(p)
			if lines[0] != "Name" || lines[1] != "What" {
				t.Errorf("page %d begins with %q", i+1, lines[:2])
			}
			words := map[string]int{}
			for _, l := range lines[2:] {
				if strings.HasPrefix(l, "row") {
					if l != fmt.Sprintf("row%d", next) {
						t.Fatalf("page %d: %s, want row %d", i+1, l, next)
					}
					next++
					continue
				}
				words[fmt.Sprint(next-1)] += strings.Count(l, "word")
			}
			for row, n := range words {
				var number int
				if _, err := fmt.Sscan(row, &number); err != nil || n != 3+number%40 {
					t.Errorf("page %d has %d words of row %s", i+1, n, row)
				}
			}
		}
		if next != 200 {
			t.Errorf("%d rows", next)
		}
	}
}

// No heading ends a page, no page is almost empty.
func TestPagesAreFull(t *testing.T) {
	for n := 1; n < 60; n++ {
		var parts []Part
		for i := range n {
			parts = append(parts, Paragraph{Runs: []Run{{Text: "Heading", Font: Heading}}, Heads: true, Before: 10}, Space(4))
			parts = append(parts, text(strings.Repeat("word ", 20+7*(i%9)))...)
		}
		pages := lay(t, A4, parts...)
		for i, p := range pages {
			lines := said(p)
			if lines[len(lines)-1] == "Heading" {
				t.Errorf("%d parts: page %d ends with a heading", n, i+1)
			}
			if i > 0 && len(lines) < 8 {
				t.Errorf("%d parts: page %d has %d lines only", n, i+1, len(lines))
			}
		}
	}
}

// A drawing that is higher than a page goes on on the next, no text cut.
func TestHighDrawing(t *testing.T) {
	s := &drawing.Sheet{Width: 600, Height: 3000}
	for i := range 100 {
		s.Marks = append(s.Marks, drawing.Mark{
			Kind: drawing.Text, Ink: drawing.InkText, Alpha: 1, Box: drawing.Box{X: 10, Y: float64(i) * 30, W: 50, H: 20},
			Lettering: drawing.Lettering{Text: fmt.Sprintf("line%d", i), TextSize: 14},
		})
	}
	var all []string
	for _, p := range lay(t, A4, Picture{s}) {
		all = append(all, said(p)...)
	}
	for i := range 100 {
		if n := len(slices.DeleteFunc(slices.Clone(all), func(l string) bool { return l != fmt.Sprintf("line%d", i) })); n != 1 {
			t.Errorf("line %d is there %d times", i, n)
		}
	}
}

// hostile are texts as nobody writes them.
func hostile() map[string]string {
	return map[string]string{
		"long word": strings.Repeat("x", 10_000), "long cell": strings.Repeat("a word ", 1500), "control": "a\x00b\x1b[31mc\u202Ed\u200Be\nf\tg\r\n",
		"damaged": "a\xff\xfeb", "beyond": "a😀b", "wide": strings.Repeat("一带一路", 500), "spaces": strings.Repeat(" ", 5000), "none": "",
		"marks": "e" + strings.Repeat("\u0301", 3000), "right to left": strings.Repeat("שלום עולם ", 300),
	}
}

func TestHostileTexts(t *testing.T) {
	for name, s := range hostile() {
		t.Run(name, func(t *testing.T) {
			for _, part := range []Part{
				text(s)[0], rows(3, func(int) string { return s }), Group(text(s)),
				Row{Cells: []Cell{{Parts: text(s), Width: -1}, {Parts: text("beside")}}},
				Within{Indent: 5000, Parts: text(s)},
				Many{Len: 3, Columns: 3, At: func(int) []Part { return text(s) }},
			} {
				lay(t, A4, part)
			}
			d := &Document{Title: s, Language: s, Program: s, Foot: []string{s}, Parts: append(text(s), rows(2, func(int) string { return s })), Lacking: func(l []string) string { return "lacking " + strings.Join(l, " ") }}
			path := filepath.Join(t.TempDir(), "out.pdf")
			var b bytes.Buffer
			if err := d.PDF(t.Context(), &b, Letter, face(t), drawn, func(float64) {}); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			ooxmltest.Tool(t, "qpdf", "--check", path)
			if lacks := slices.Contains([]string{"wide", "right to left", "beyond"}, name); lacks != strings.Contains(ooxmltest.Tool(t, "pdftotext", path, "-"), "lacking") {
				t.Errorf("that letters lack is said wrongly: %v", lacks)
			}
		})
	}
}

// A document ends with its context.
func TestDocumentEnds(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	made := 0
	d := &Document{Title: "Long", Parts: []Part{rows(1_000_000, func(i int) string {
		if made = i; i == 500 {
			end()
		}
		return "cell"
	})}}
	if err := d.PDF(ctx, &bytes.Buffer{}, A4, face(t), drawn, func(float64) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	if made > 500+2*batch {
		t.Errorf("%d rows were made", made)
	}
}

// FuzzDocument lays out whatever text there is.
func FuzzDocument(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		if len(s) > 3000 {
			s = s[:3000]
		}
		lay(t, A4, append(text(s), rows(max(0, n)%70, func(int) string { return s }))...)
	})
}

// drawn are the colours of nothing but texts.
func drawn(drawing.Ink) color.Color { return color.Black }

// How far the work has come is told as rows are laid out, and never goes back.
func TestProgress(t *testing.T) {
	const rowsOf = 2000
	last, seen, made := 0.0, map[int]bool{}, 0
	d := &Document{Title: "Long", Parts: append(text("Before"), rows(rowsOf, func(i int) string { made = i; return "cell" }), Many{Len: rowsOf, At: func(int) []Part { return text("more") }})}
	err := d.PDF(t.Context(), &bytes.Buffer{}, A4, face(t), drawn, func(share float64) {
		if share < last || share > 1 {
			t.Errorf("%g comes after %g", share, last)
		}
		if last = share; made < rowsOf-1 && share > 0.4 {
			t.Errorf("%g are done with row %d", share, made)
		}
		seen[int(share*100)] = true
	})
	if err != nil || last != 1 || len(seen) < 60 {
		t.Errorf("%d steps are told, the last is %g: %v", len(seen), last, err)
	}
}
