package ui

import (
	"math"
	"sort"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/clipperhouse/uax29/v2/words"
)

// Where letters stand. A position in a text is an offset in bytes of
// [Text.String]; the end of a line and the beginning of the next one are two
// positions where a space parts them.

// placed is a word on its line.
type placed struct {
	word
	text string
	x    float32
}

// row is a line of the text as it was laid out last, with the place of each word.
func (t *Text) row(n int) []placed {
	row := t.laid().rows[n]
	all, x := make([]placed, len(row)), float32(0)
	for i, w := range row {
		if i > 0 {
			x += t.gap(w)
		}
		all[i] = placed{w, t.written(w), x}
		x += w.width
	}
	return all
}

// laid are the lines for the width that the text has.
func (t *Text) laid() lines { return t.breakLines(t.Size().Width) }

// rowOf is the line that a position is on.
func (t *Text) rowOf(offset int) int {
	rows := t.laid().rows
	after := sort.Search(len(rows), func(i int) bool { return int(rows[i][0].at) > offset })
	return max(0, after-1)
}

// xOf is where a position is on its line.
func (t *Text) xOf(row []placed, offset int) float32 {
	x := float32(0)
	for _, w := range row {
		switch {
		case offset >= w.end():
			x = w.x + w.width
		case offset > int(w.at):
			return w.x + t.wordWidth(int(w.run), w.text[:offset-int(w.at)])
		case offset == int(w.at):
			return w.x
		default:
			return x // within the space before the word
		}
	}
	return x
}

// OffsetAt is the position next to a point of the text.
func (t *Text) OffsetAt(p fyne.Position) int {
	l := t.laid()
	if len(l.rows) == 0 {
		return 0
	}
	n := max(0, min(int(p.Y/l.pitch), len(l.rows)-1))
	return t.offsetIn(t.row(n), p.X)
}

// offsetIn is the position on a line that is next to x.
func (t *Text) offsetIn(row []placed, x float32) int {
	for i, w := range row {
		if x < w.x { // before it
			if i > 0 && x-row[i-1].x-row[i-1].width < w.x-x {
				return row[i-1].end()
			}
			return int(w.at)
		}
		if x < w.x+w.width {
			return int(w.at) + t.letterAt(w, x-w.x)
		}
	}
	return row[len(row)-1].end()
}

// letterAt is the end of letters of a word that is next to x: how many bytes are before it.
func (t *Text) letterAt(w placed, x float32) int {
	stops := stopsIn(w.text)
	width := func(n int) float32 {
		if n == 0 {
			return 0
		}
		return t.wordWidth(int(w.run), w.text[:stops[n-1].end])
	}
	n := sort.Search(len(stops), func(n int) bool { return width(n+1) >= x }) // letters that end before x
	if n == len(stops) {
		return len(w.text)
	}
	if x-width(n) > width(n+1)-x {
		n++
	}
	if n == 0 {
		return 0
	}
	return stops[n-1].end
}

// caretAt is where a caret stands at a position: its place and height.
func (t *Text) caretAt(offset int) (fyne.Position, float32) {
	l := t.laid()
	if len(l.rows) == 0 {
		return fyne.Position{}, l.pitch
	}
	n := t.rowOf(offset)
	return fyne.NewPos(t.xOf(t.row(n), offset), float32(n)*l.pitch), t.largest().height
}

// wordAround is the word at a position, or the signs that part two words.
func wordAround(text string, offset int) (start, end int) {
	for i := words.FromString(text); i.Next(); {
		if end = start + len(i.Value()); offset < end {
			return start, end
		}
		if end == len(text) {
			return start, end
		}
		start = end
	}
	return 0, 0
}

// isWord tells whether a part of a text that Unicode's annex 29 parts is a word.
func isWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordAfter is the end of the next word, wordBefore the beginning of the last one.
func wordAfter(text string, offset int) int {
	at := 0
	for i := words.FromString(text); i.Next(); {
		at += len(i.Value())
		if at > offset && isWord(i.Value()) {
			return at
		}
	}
	return len(text)
}

func wordBefore(text string, offset int) int {
	at, last := 0, 0
	for i := words.FromString(text); i.Next() && at < offset; at += len(i.Value()) {
		if isWord(i.Value()) {
			last = at
		}
	}
	return last
}

// letterAfter is the end of the letter at a position, with the marks on it;
// letterBefore is the beginning of the one before it.
func letterAfter(text string, offset int) int {
	if offset >= len(text) {
		return len(text)
	}
	ahead := text[offset:min(len(text), offset+longest)]
	return offset + stopsIn(ahead)[0].end
}

func letterBefore(text string, offset int) int {
	from := max(0, min(offset, len(text))-longest)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	stops := stopsIn(text[from:min(offset, len(text))])
	if len(stops) < 2 {
		return from
	}
	return from + stops[len(stops)-2].end
}

// lineAbove is the position a line higher at about x, and whether there is one;
// lineBelow is that a line lower.
func (t *Text) lineAbove(offset int, x float32) (int, bool) { return t.lineFrom(t.rowOf(offset)-1, x) }

func (t *Text) lineBelow(offset int, x float32) (int, bool) { return t.lineFrom(t.rowOf(offset)+1, x) }

func (t *Text) lineFrom(n int, x float32) (int, bool) {
	if n < 0 || n >= len(t.laid().rows) {
		return 0, false
	}
	at := t.offsetIn(t.row(n), x)
	if t.rowOf(at) > n { // where no space parts the lines, their ends are one position
		at = letterBefore(t.String(), at)
	}
	return at, true
}

// lineEnds are the first and last position on the line of a position.
func (t *Text) lineEnds(offset int) (first, last int) {
	n := t.rowOf(offset)
	first, _ = t.lineFrom(n, 0)
	last, _ = t.lineFrom(n, math.MaxFloat32)
	return first, last
}
