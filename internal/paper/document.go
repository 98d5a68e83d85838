package paper

import (
	"context"
	"io"
	"strings"
	"time"

	"beltroad/internal/drawing"
)

// The fonts of documents, which say more on a page than worksheets do.
var (
	Body    = drawing.Font{Size: 14}
	Caption = drawing.Font{Size: 12.5}
	Small   = drawing.Font{Size: 11.5}
)

// Document is what is printed, from top to bottom.
type Document struct {
	Title    string
	Language string // BCP 47
	Program  string
	Made     time.Time
	Foot     []string // from which source and dossier it is, and with which caution
	Parts    []Part

	// Number says which of how many a page is.
	Number func(page, of int) string
	// Lacking says which letters no font has, by their numbers; nil: nothing is said.
	Lacking func(letters []string) string
	// Within does something where parts can be made; nil: anywhere.
	Within func(do func())
}

// Part is a part of a document.
type Part interface {
	lay(s *setting, in lane, to sink)
}

// PDF writes a document on paper of a size. It ends early, with the context's error,
// when that ends, and tells at times which share is done.
func (d *Document) PDF(ctx context.Context, w io.Writer, of Size, face *drawing.Typeface, p drawing.Palette, done func(share float64)) error {
	const laid = 0.6 // the share of the work that is done then
	pages, err := d.Lay(ctx, of, face.Measure, face.Lacks, func(share float64) { done(laid * share) })
	if err != nil {
		return err
	}
	about := drawing.PDFInfo{Title: d.Title, Subject: strings.Join(d.Foot, "\n"), Author: d.Program, Program: d.Program, Language: d.Language, Made: d.Made}
	return drawing.PDF(ctx, w, pages, face, Palette(p), about, func(share float64) { done(laid + (1-laid)*share) })
}

// Lay lays the document out on pages. Lacks tells which letters no font has.
func (d *Document) Lay(ctx context.Context, of Size, m drawing.Measure, lacks func(string) []rune, done func(share float64)) ([]drawing.PDFPage, error) {
	pages := Flow(of, d.Title, m, Foot{Title: d.Title, Lines: d.Foot})
	s := &setting{ctx: ctx, set: pages.Set, within: d.Within, lacks: lacks, lacking: map[rune]bool{}}
	to := &pager{pages: pages, room: pages.end - Margin}
	s.room = to.room
	if s.within == nil {
		s.within = func(do func()) { do() }
	}
	whole := weigh(d.Parts)
	s.moved = func() {
		s.made++
		done(min(1, float64(s.made)/float64(max(whole, 1))))
	}
	in := lane{Margin, pages.room()}
	for _, p := range d.Parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.lay(s, in, to)
		s.moved()
	}
	if len(s.lacking) > 0 && d.Lacking != nil {
		Paragraph{Runs: []Run{{Text: d.Lacking(s.letters()), Font: Caption, Ink: drawing.InkPrintMuted}}, Before: Body.Size}.lay(s, in, to)
	}
	to.end()
	number := d.Number
	if number == nil {
		number = func(int, int) string { return "" }
	}
	return pages.Done(number), ctx.Err()
}

// weigh is about how much work parts are.
func weigh(parts []Part) int {
	n := 0
	for _, p := range parts {
		switch p := p.(type) {
		case Many:
			n += p.Len
		case Table:
			n += p.Len
		case Group:
			n += weigh(p)
		}
		n++
	}
	return n
}

// Paragraph is a text.
type Paragraph struct {
	Runs   []Run
	Before float64 // room above it
	Indent float64
	Heads  bool // it does not stand at the end of a page
}

// Group are parts that stay on one page, if one has room for them.
type Group []Part

// Within are parts that stand further in, no wider than is easy to read.
type Within struct {
	Indent, Width float64 // 0: as wide as there is room
	Parts         []Part
}

// Space is room that a page does not begin with.
type Space float64

// Rule is a thin line from side to side, with room around it.
type Rule struct{}

// Picture is a drawing, as wide as there is room for. What is higher than a page goes on
// on the next.
type Picture struct{ *drawing.Sheet }

// Cell is a part of a row.
type Cell struct {
	Parts []Part
	Width float64 // 0: it shares what is left; negative: as wide as its longest line
	Share float64 // of what is left, against the others; 0: 1
}

// Row are parts side by side.
type Row struct {
	Cells []Cell
	Gap   float64
}

// Many are parts that are made when they are come to.
type Many struct {
	Len     int
	At      func(i int) []Part
	Columns int     // beside one another; 0: 1
	Gap     float64 // between them
}

// Column is a column of a table.
type Column struct {
	Title string
	Width float64 // if not 0; the others share what is left
	Share float64
}

// Table is a table whose head stands on each of its pages.
type Table struct {
	Columns []Column
	Len     int
	Row     func(i int) [][]Part
}
