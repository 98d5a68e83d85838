package drawing

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
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

// Wrap breaks a text into at most so many lines of at most that width. What
// does not fit ends in an ellipsis; where not even that fits, there is no line.
func (s Setter) Wrap(text string, f Font, width float64, lines int) []TextLine {
	rest := strings.Join(strings.Fields(text), " ")
	var all []TextLine
	for rest != "" && len(all) < lines {
		if w := s.Width(rest, f); w <= width {
			return append(all, TextLine{rest, w})
		}
		if len(all) == lines-1 {
			return s.append(all, s.cut(rest, f, width))
		}
		head, tail := s.split(rest, f, width)
		if head.Text == "" {
			return all
		}
		all, rest = append(all, head), tail
	}
	return all
}

func (s Setter) append(all []TextLine, l TextLine) []TextLine {
	if l.Text == "" {
		return all
	}
	return append(all, l)
}

// split takes as many words as fit, or of a word that is too long as many
// characters as fit.
func (s Setter) split(text string, f Font, width float64) (head TextLine, tail string) {
	best := 0
	for at := nextBreak(text, 0); at > 0; at = nextBreak(text, at) {
		if s.Width(strings.TrimRight(text[:at], " "), f) > width {
			break
		}
		best = at
	}
	if best == 0 {
		best = s.longest(text, "", f, width)
	}
	h := strings.TrimRight(text[:best], " ")
	return TextLine{h, s.Width(h, f)}, strings.TrimLeft(text[best:], " ")
}

// nextBreak is the next place after from at which a line may end, 0 for none
// before the end of the text: after a space, a hyphen or a dash, and before and
// after characters of scripts that are written without spaces.
func nextBreak(text string, from int) int {
	last, _ := utf8.DecodeLastRuneInString(text[:from])
	for i, r := range text[from:] {
		at := from + i
		if at > from && (breaksAfter(last) && r != ' ' || ideograph(r)) {
			return at
		}
		last = r
	}
	return 0
}

func breaksAfter(r rune) bool {
	return r == ' ' || r == '-' || r == '–' || r == '—' || r == '/' || ideograph(r)
}

func ideograph(r rune) bool {
	const first = 0x2E80 // most text is below, and need not be looked up
	return r >= first && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
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
