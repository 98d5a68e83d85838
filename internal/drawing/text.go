package drawing

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Measure is the width of a line of text in pixels.
type Measure func(text string, size float64, bold bool) float64

// Font is a size and weight of the one typeface of a drawing.
type Font struct {
	Size float64
	Bold bool
}

// leading is the height of a line of text by its size.
const leading = 1.35

// Height is the height of n lines.
func (f Font) Height(n int) float64 { return float64(n) * f.Size * leading }

// TextLine is a line of text and its width.
type TextLine struct {
	Text string
	W    float64
}

// Setter breaks text into lines. Without a Measure it estimates widths, rather
// more than less.
type Setter struct{ Measure Measure }

// Width is the width of a text. A measure that gives no length is not believed.
func (s Setter) Width(text string, f Font) float64 {
	if s.Measure != nil {
		if w := s.Measure(text, f.Size, f.Bold); w >= 0 && !math.IsInf(w, 0) {
			return w
		}
	}
	w := 0.0
	for _, r := range text {
		w += estimate(r)
	}
	if f.Bold {
		w *= 1.12
	}
	return w * f.Size
}

// ideograph tells whether a character is as wide as it is high.
func ideograph(r rune) bool {
	const first = 0x2E80 // most text is below, and need not be looked up
	return r >= first && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// estimate is about the width of a character of a wide sans serif, by its
// size. Too much leaves a gap; too little would set texts over one another.
func estimate(r rune) float64 {
	switch {
	case ideograph(r):
		return 1
	case r == ' ' || r == '.' || r == ',' || r == ':' || r == 'i' || r == 'l':
		return 0.34
	case unicode.IsUpper(r) || r == 'm' || r == 'w' || r == '%':
		return 0.78
	default:
		return 0.63
	}
}

// Wrap breaks a text into at most so many lines of at most that width, where
// Unicode's rules let a line end. What does not fit ends in an ellipsis; where
// not even that fits, there is no line. The work grows with what is shown, not
// with how long the text is.
func (s Setter) Wrap(text string, f Font, width float64, lines int) []TextLine {
	rest := strings.Join(strings.Fields(text), " ")
	var all []TextLine
	each := 0.55 * f.Size // about how wide one is
	for rest != "" && len(all) < lines {
		part := head(rest, f, width)
		if len(part) == len(rest) {
			w := s.Width(rest, f)
			if w <= width {
				return append(all, TextLine{rest, w})
			}
			each = w / float64(len(rest))
		}
		if len(all) == lines-1 {
			return s.append(all, s.cut(part, f, width))
		}
		n := s.split(part, f, width, each)
		line := strings.TrimRight(rest[:n], " ")
		if line == "" {
			return all
		}
		all, rest = append(all, TextLine{line, s.Width(line, f)}), strings.TrimLeft(rest[n:], " ")
	}
	return all
}

// head is so much of a text that no more of it can have room in a width,
// however narrow its letters are.
func head(text string, f Font, width float64) string {
	const narrowest, least = 0.12, 16 // of the size; letters
	if !(width/f.Size < 1e6) {
		return text
	}
	most := max(least, int(width/(narrowest*f.Size)))
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

func (s Setter) append(all []TextLine, l TextLine) []TextLine {
	if l.Text == "" {
		return all
	}
	return append(all, l)
}

// split is how many bytes of a text are a line: as many words as fit, or of a
// word that is too long as many letters as fit. It begins where bytes of about one
// width would end, so that a line is measured a few times only.
func (s Setter) split(text string, f Font, width, each float64) int {
	ends := Breaks(text)
	ends = ends[:max(0, len(ends)-1)] // all of it has no room
	fits := func(i int) bool { return s.Width(strings.TrimRight(text[:ends[i]], " "), f) <= width }
	n := sort.Search(len(ends), func(i int) bool { return float64(ends[i])*each > width })
	for n < len(ends) && fits(n) {
		n++
	}
	for n > 0 && !fits(n-1) {
		n--
	}
	if n == 0 {
		return s.longest(text, "", f, width)
	}
	return ends[n-1]
}

// Breaks are the places in a text at which a line may end, in bytes, the end of
// the text with them.
func Breaks(text string) []int {
	var seg segmenter.Segmenter
	seg.InitWithString(text)
	var all []int
	at := 0
	for i := seg.LineIterator(); i.Next(); {
		for range i.Line().Text {
			_, n := utf8.DecodeRuneInString(text[at:]) // a damaged one is a rune, too
			at += n
		}
		all = append(all, at)
	}
	return all
}

// cut is the beginning of a text, with an ellipsis.
func (s Setter) cut(text string, f Font, width float64) TextLine {
	const ellipsis = "…"
	n := s.longest(text, ellipsis, f, width)
	short := strings.TrimRight(text[:n], " ") + ellipsis
	w := s.Width(short, f)
	if w > width {
		return TextLine{}
	}
	return TextLine{short, w}
}

// longest is the length in bytes of the longest beginning that fits with a
// suffix. It halves, so that a long text is measured a few times only.
func (s Setter) longest(text, suffix string, f Font, width float64) int {
	ends := make([]int, 0, len(text)+1)
	for i := range text {
		ends = append(ends, i)
	}
	ends = append(ends, len(text))
	lo, hi := 0, len(ends)-1
	for lo < hi {
		mid := int(uint(lo+hi+1) >> 1)
		if s.Width(text[:ends[mid]]+suffix, f) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return ends[lo]
}

// Widest is the width of the widest line.
func Widest(lines []TextLine) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, l.W)
	}
	return w
}
