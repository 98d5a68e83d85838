// Package align finds the paragraphs of a dossier's source in a copy of it,
// and the ledger's figures in what it found. It knows of the source no more
// than the fingerprints that the dossier carries.
package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text without what copies differ in: spaces, line breaks, hyphens,
// quotation marks, capitals, ligatures, widths and accents. What is left are
// letters and digits, the point or comma inside a number, and signs of currency
// and per cent.
type folded struct {
	text  string
	runes []rune
	at    []int32  // where in the text each rune comes from
	sums  []uint64 // hash of the first n runes
	power []uint64 // base to the n
}

// base is odd and large, so that every rune reaches the upper bits.
const base = 0x9E3779B97F4A7C15

func fold(text string) *folded {
	f := &folded{text: text, runes: make([]rune, 0, len(text)), at: make([]int32, 0, len(text))}
	for i, r := range text {
		if r < utf8.RuneSelf {
			if keptASCII(text, i) {
				f.add(unicode.ToLower(r), i)
			}
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if unicode.IsLetter(d) || unicode.IsDigit(d) || unicode.Is(unicode.Sc, d) {
				f.add(lower(d), i)
			}
		}
	}
	n := len(f.runes)
	f.sums, f.power = make([]uint64, n+1), make([]uint64, n+1)
	f.power[0] = 1
	for i, r := range f.runes {
		f.sums[i+1] = f.sums[i]*base + uint64(r) + 1 // #nosec G115 -- runes are not negative
		f.power[i+1] = f.power[i] * base
	}
	return f
}

// lower is a letter in lower case: one, too, that capitals do not tell apart.
func lower(r rune) rune {
	if r == 'ı' {
		return 'i'
	}
	return unicode.ToLower(r)
}

func (f *folded) add(r rune, at int) {
	f.runes = append(f.runes, r)
	f.at = append(f.at, int32(at)) // #nosec G115 -- texts are far smaller
}

// keptASCII tells whether the ASCII character at i outlives folding.
func keptASCII(text string, i int) bool {
	switch c := text[i]; {
	case isDigit(c), c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '$', c == '%':
		return true
	case c == '.' || c == ',':
		return i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
	default:
		return false
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// span is a run of folded runes.
type span struct{ start, end int }

func (s span) length() int { return s.end - s.start }

// sum is the hash of what some spans hold, one after the other.
func (f *folded) sum(spans ...span) uint64 {
	var h uint64
	for _, s := range spans {
		h = h*f.power[s.length()] + f.sums[s.end] - f.sums[s.start]*f.power[s.length()]
	}
	return h
}

// mixed spreads a hash over all its bits, of which some are then taken.
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// raw is what the text has for spans: from the first rune of each to its last,
// with the marks that stand directly around the whole.
func (f *folded) raw(spans []span) string {
	var b strings.Builder
	for i, s := range spans {
		start, last := int(f.at[s.start]), int(f.at[s.end-1])
		_, size := utf8.DecodeRuneInString(f.text[last:])
		end := last + size
		if i == 0 {
			start = f.opening(start)
		} else {
			b.WriteByte('\n')
		}
		b.WriteString(f.text[start:f.closing(end)])
	}
	return b.String()
}

// opening is where the marks directly before a place begin.
func (f *folded) opening(at int) int {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(f.text[:at])
		if !unicode.IsOneOf([]*unicode.RangeTable{unicode.Ps, unicode.Pi}, r) && !strings.ContainsRune(`"'`, r) {
			break
		}
		at -= size
	}
	return at
}

// closing is where the marks directly behind a place end.
func (f *folded) closing(at int) int {
	for at < len(f.text) {
		r, size := utf8.DecodeRuneInString(f.text[at:])
		if !unicode.IsPunct(r) && !unicode.IsSymbol(r) || unicode.Is(unicode.Ps, r) || unicode.Is(unicode.Pi, r) {
			break
		}
		at += size
	}
	return at
}

// wordEdge tells whether a word may begin or end at a folded place.
func (f *folded) wordEdge(i int) bool {
	return i == 0 || i == len(f.runes) || f.between(i, func(string) bool { return true })
}

// lineEdge tells whether a line begins or ends at a folded place.
func (f *folded) lineEdge(i int) bool {
	return i == 0 || i == len(f.runes) || f.between(i, func(s string) bool { return strings.ContainsRune(s, '\n') })
}

// between asks about the text between two neighbouring folded runes, if there is any.
func (f *folded) between(i int, ask func(string) bool) bool {
	before, after := int(f.at[i-1]), int(f.at[i])
	if before == after {
		return false
	}
	_, size := utf8.DecodeRuneInString(f.text[before:])
	return before+size < after && ask(f.text[before+size:after])
}
