package paper

import (
	"strings"
	"unicode/utf8"

	"beltroad/internal/drawing"
)

// Run is a piece of a text in one style.
type Run struct {
	Text   string
	Font   drawing.Font // without a size: that of texts
	Ink    drawing.Ink  // none: what is read first
	Ground bool         // it stands on a ground of its own
}

func (r Run) font() drawing.Font {
	if r.Font.Size <= 0 {
		return drawing.Font{Size: Body.Size, Bold: r.Font.Bold}
	}
	return r.Font
}

func (r Run) ink() drawing.Ink {
	if r.Ink == drawing.InkNone {
		return drawing.InkPrint
	}
	return r.Ink
}

// piece is a part of a line in one style.
type piece struct {
	run  int
	text string
	x, w float64
}

// rich is a text of runs that is being broken into lines.
type rich struct {
	set  drawing.Setter
	runs []Run
	text string
	ends []int // of the runs in the text
}

// newRich puts runs together, with one space where there are several or other
// signs that are not seen.
func newRich(set drawing.Setter, runs []Run) *rich {
	r := &rich{set: set}
	var all strings.Builder
	spaced := true // what begins a text needs no space
	for _, run := range runs {
		for _, c := range drawing.Plain(strings.ToValidUTF8(run.Text, "\uFFFD")) {
			if c == ' ' && spaced {
				continue
			}
			spaced = c == ' '
			all.WriteRune(c)
		}
		r.runs, r.ends = append(r.runs, run), append(r.ends, all.Len())
	}
	r.text = all.String()
	return r
}

// pieces are a stretch of the text by its runs.
func (r *rich) pieces(from, to int) (all []piece, width float64) {
	begin := 0
	for i, end := range r.ends {
		if a, b := max(begin, from), min(end, to); a < b {
			text := r.text[a:b]
			w := r.set.Width(text, r.runs[i].font())
			all = append(all, piece{i, text, width, w})
			width += w
		}
		begin = end
	}
	return all, width
}

func (r *rich) width(from, to int) float64 {
	_, w := r.pieces(from, to)
	return w
}

// lines breaks the text where Unicode's rules let a line end. A word that is
// longer than a line goes on in the next.
func (r *rich) lines(width float64) [][]piece {
	var all [][]piece
	end := func(from, to int) {
		if line, _ := r.pieces(from, from+len(strings.TrimRight(r.text[from:to], " "))); len(line) > 0 {
			all = append(all, line)
		}
	}
	start, at, x := 0, 0, 0.0
	for _, next := range drawing.Breaks(r.text) {
		word := r.width(at, at+len(strings.TrimRight(r.text[at:next], " ")))
		if at > start && x+word > width {
			end(start, at)
			start, x = at, 0
		}
		for word > width && start == at {
			cut := r.fits(at, next, width)
			end(at, cut)
			at, start = cut, cut
			word = r.width(at, at+len(strings.TrimRight(r.text[at:next], " ")))
		}
		x += r.width(at, next)
		at = next
	}
	end(start, len(r.text))
	return all
}

// fits is how far a stretch of the text goes on a line, one letter at least.
func (r *rich) fits(from, to int, width float64) int {
	x, at := 0.0, from
	for at < to {
		_, n := utf8.DecodeRuneInString(r.text[at:])
		x += r.width(at, at+n)
		if x > width && at > from {
			break
		}
		at += n
	}
	return at
}

// widest is how wide the text is on one line.
func (r *rich) widest() float64 { return r.width(0, len(r.text)) }

// size is that of the largest letters.
func (r *rich) size() float64 {
	most := 0.0
	for i := range r.runs {
		if len(r.runs[i].Text) > 0 {
			most = max(most, r.runs[i].font().Size)
		}
	}
	return most
}

// marks draws a line from its left upper corner.
func (r *rich) marks(line []piece, x, high float64) []drawing.Mark {
	var grounds, words []drawing.Mark
	for _, p := range line {
		run := &r.runs[p.run]
		f := run.font()
		box := drawing.Box{X: x + p.x, Y: 0, W: p.w, H: high}
		if run.Ground && strings.TrimSpace(p.text) != "" {
			wide := r.set.Width(strings.TrimRight(p.text, " "), f)
			grounds = append(grounds, drawing.Mark{
				Kind: drawing.Rect, Ink: drawing.InkSubtle, Edge: drawing.InkLine, Stroke: 0.5, Alpha: 1, Radius: 2,
				Box: drawing.Box{X: box.X - 1.5, Y: high * 0.08, W: wide + 3, H: high * 0.86},
			})
		}
		words = append(words, drawing.Mark{Kind: drawing.Text, Ink: run.ink(), Alpha: 1, Box: box, Lettering: drawing.Lettering{Text: p.text, TextSize: f.Size, Bold: f.Bold}})
	}
	return append(grounds, words...)
}
