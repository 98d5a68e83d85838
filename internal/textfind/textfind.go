// Package textfind finds what is typed in a text as it stands there, whatever its
// case, accents, width, dashes and spaces.
package textfind

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Query is what is looked for.
type Query struct{ text []byte }

// NewQuery makes a query of what was typed.
func NewQuery(typed string) Query {
	var f folded
	f.fold(strings.TrimSpace(typed))
	return Query{f.text}
}

// Empty tells whether nothing is looked for.
func (q Query) Empty() bool { return len(q.text) == 0 }

// All are the stretches of a text that are what is looked for, in order; none
// lies on another.
func (q Query) All(text string) []Span {
	if q.Empty() {
		return nil
	}
	var f folded
	f.fold(text)
	var all []Span
	for at := 0; ; {
		i := bytes.Index(f.text[at:], q.text)
		if i < 0 {
			return all
		}
		from, to := at+i, at+i+len(q.text)
		all = append(all, Span{f.at[from], f.end(to)})
		for at = to; at < len(f.text) && f.at[at] == f.at[to-1]; { // the rest of a letter that is two
			at++
		}
	}
}

// folded is a text in the form that is compared.
type folded struct {
	text []byte
	at   []int // where in the text each byte comes from, and the end
}

// end is where in the text a stretch ends that ends at a byte of the folded one:
// with the marks on its last letter.
func (f *folded) end(to int) int {
	for to < len(f.text) && f.at[to] == f.at[to-1] {
		to++
	}
	return f.at[to]
}

func (f *folded) fold(s string) {
	spaced := false
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(c):
			if !spaced {
				f.add(i, " ")
			}
		case c < utf8.RuneSelf:
			f.add(i, string(unicode.ToLower(c)))
		default:
			f.addRune(i, c)
		}
		spaced = unicode.IsSpace(c)
		i += size
	}
	f.at = append(f.at, len(s))
}

// addRune adds a rune beyond ASCII without its marks. Signs that join letters or
// part them at the end of a line are nothing.
func (f *folded) addRune(at int, c rune) {
	switch {
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return
	case unicode.Is(unicode.Pd, c), c == '−':
		f.add(at, "-")
		return
	case strings.ContainsRune("‘’ʼ′", c):
		f.add(at, "'")
		return
	case strings.ContainsRune("“”„″«»", c):
		f.add(at, `"`)
		return
	}
	for _, d := range norm.NFKD.String(string(c)) {
		if !unicode.In(d, unicode.Mn, unicode.Me, unicode.Cf) {
			f.add(at, string(unicode.ToLower(d)))
		}
	}
}

func (f *folded) add(at int, s string) {
	for i := range len(s) {
		f.text, f.at = append(f.text, s[i]), append(f.at, at)
	}
}
