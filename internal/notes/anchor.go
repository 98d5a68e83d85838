package notes

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Anchor holds a note to a passage of a paragraph's text, or to all of it. It is
// empty for records with an id of their own, which is enough.
//
// A paragraph is known by its text, or else by the fingerprint of what the source
// says there, which stays when our words for it change: its number is another's
// once one before it is gone. What holds is what was found nowhere else when the
// note was made, and is found once now; see [Corpus.Find].
type Anchor struct {
	Exact  string `json:"exact,omitempty"`  // the passage
	Prefix string `json:"prefix,omitempty"` // what stands before it
	Suffix string `json:"suffix,omitempty"` // what follows
	Start  int    `json:"start,omitempty"`  // where it begins in the text, in bytes
	Whole  bool   `json:"whole,omitempty"`  // the passage is all of the text
	Layer  string `json:"layer,omitempty"`  // which text of the paragraph; empty: the dossier's own words
	Print  string `json:"print,omitempty"`  // of the whole text
	Source string `json:"source,omitempty"` // of what the source says there, if it says that nowhere else
	Twins  int    `json:"twins,omitempty"`  // how many paragraphs had this text when the note was made
	Unlike int    `json:"unlike,omitempty"` // bit n: by contexts[n] the passage was found nowhere else then
}

const mostLayer = 16 // bytes of a layer's name

// contextLetters are the most letters of what stands before and after a passage.
const contextLetters = 32

// contexts are how many letters before and after a passage are compared, from
// the strictest to the passage alone.
var contexts = [][2]int{{32, 32}, {32, 0}, {0, 32}, {16, 16}, {16, 0}, {0, 16}, {8, 8}, {0, 0}}

// leastLetters are in what a passage is found by: "86" stands in many places.
const leastLetters = 12

// LayerOf is the layer of a reader's own copy of the source, by its fingerprint:
// what is noted in one copy does not stand in another.
func LayerOf(fingerprint string) string {
	const name = "copy-"
	return name + first(fingerprint, mostLayer-len(name))
}

// InCopy tells whether the passage is one of a reader's own copy of the source.
func (a Anchor) InCopy() bool { return a.Layer != "" }

// OfRecord tells whether a note stands on all of a record, and on no passage.
func (a Anchor) OfRecord() bool { return a == Anchor{} || a.Whole && !a.InCopy() }

// End is where the passage ends in the text, in bytes.
func (a Anchor) End() int { return a.Start + len(a.Exact) }

func (a Anchor) check() error {
	const mostPrint = 64
	switch {
	case a == Anchor{}:
		return nil
	case a.Exact == "" || a.Start < 0 || a.Start > MostQuote*64 || a.Twins < 1 || a.Unlike < 0 || a.Unlike >= 1<<len(contexts):
		return errors.New("its anchor holds to nothing")
	case len(a.Prefix) > contextLetters*utf8.UTFMax || len(a.Suffix) > contextLetters*utf8.UTFMax || len(a.Layer) > mostLayer || len(a.Print) > mostPrint || len(a.Source) > mostPrint:
		return errors.New("its anchor is too long")
	}
	for _, s := range []string{a.Exact, a.Prefix, a.Suffix, a.Layer, a.Print, a.Source} {
		if s != Clean(s) {
			return errors.New("its anchor has control characters")
		}
	}
	return nil
}

// pattern is the passage with so many letters before and after it; before is
// how many bytes stand before it. It is empty if that is too little to go by.
func (a Anchor) pattern(letters [2]int) (text string, before int) {
	prefix, suffix := last(a.Prefix, letters[0]), first(a.Suffix, letters[1])
	text = prefix + a.Exact + suffix
	if utf8.RuneCountInString(text) < leastLetters {
		return "", 0
	}
	return text, len(prefix)
}

// first are the first n letters of s.
func first(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// last are the last n letters of s.
func last(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// boundary tells whether a text may be cut there.
func boundary(text string, at int) bool {
	return at >= 0 && at <= len(text) && (at == len(text) || utf8.RuneStart(text[at]))
}

// occurrences are where a part begins in a text, two of them at most. They may overlap.
func occurrences(text, part string) []int {
	var all []int
	for from := 0; part != "" && len(all) < 2; {
		i := strings.Index(text[from:], part)
		if i < 0 {
			break
		}
		all = append(all, from+i)
		_, size := utf8.DecodeRuneInString(text[from+i:])
		from += i + size
	}
	return all
}
