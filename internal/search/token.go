package search

import (
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind uint8

const (
	word   tokenKind = iota
	number           // its text begins with # and is its value
	scaled           // the digits of a number that has a scale; stands before the number
	scale            // the word for it; stands behind the number
	joined           // two words with a hyphen between them, as one
	single           // a sign of a script without spaces
	pair             // two of them
	cited            // the number of a paragraph behind its sign: ¶15
)

// token is something in a text that can be found.
type token struct {
	kind       tokenKind
	text       []byte
	other      string // of a number that may be read in another way: the term of that
	start, end int    // in the text that was folded
}

// scanner tells the tokens of texts. Its room is used again: what it tells is
// gone with the next token.
type scanner struct {
	folded

	room []byte
}

// Signs that are asked for as words are: before the number of a paragraph, and behind a number.
const (
	paragraphSign = '¶'
	percentSign   = '%'
)

// scan tells the tokens of a text, in order. A joined one comes after its second word.
func (s *scanner) scan(text string, tell func(token)) {
	s.fold(text)
	before := -1 // where the word before a hyphen begins
	for i := 0; i < len(s.text); {
		c, size := utf8.DecodeRune(s.text[i:])
		switch {
		case isDigit(s.text[i]):
			i = s.number(i, tell)
			before = -1
		case isGram(c):
			i = s.grams(i, tell)
			before = -1
		case c == paragraphSign, c == percentSign:
			i = s.sign(i, size, tell)
			before = -1
		case unicode.IsLetter(c):
			end := s.letters(i)
			if sign, _ := utf8.DecodeRune(s.text[end:]); unicode.Is(unicode.Sc, sign) && end-i <= 3 { // US$
				i = end
				continue
			}
			tell(token{kind: word, text: s.text[i:end], start: s.at[i], end: s.end(end)})
			if before >= 0 {
				s.join(before, i, end, tell)
			}
			before = -1
			if end < len(s.text) && s.text[end] == '-' {
				before = i
				end++
			}
			i = end
		default:
			i += size
			before = -1
		}
	}
}

// end is where in the text the sign before byte i of the folded one ends.
func (s *scanner) end(i int) int {
	for s.at[i] == s.at[i-1] && i < len(s.text) {
		i++
	}
	return s.at[i]
}

// letters is where the word that begins at i ends.
func (s *scanner) letters(i int) int {
	for i < len(s.text) {
		c, size := utf8.DecodeRune(s.text[i:])
		if !unicode.IsLetter(c) || isGram(c) {
			break
		}
		i += size
	}
	return i
}

// sign tells a sign from i on, with the number of a paragraph behind it. That is
// found without the sign, too, but a number is not found by it.
func (s *scanner) sign(i, size int, tell func(token)) int {
	end := i + size
	digits := digitsAt(s.text, end)
	if s.text[i] == percentSign || digits == "" {
		tell(token{kind: word, text: s.text[i:end], start: s.at[i], end: s.end(end)})
		return end
	}
	last := end + len(digits)
	tell(token{kind: cited, text: s.text[i:last], start: s.at[i], end: s.end(last)})
	tell(token{kind: scaled, text: []byte(scaledTerm(digits)), start: s.at[end], end: s.end(last)})
	return last
}

// longestJoined is the length of the longest pair of words that is told as one.
const longestJoined = 30

func (s *scanner) join(before, i, end int, tell func(token)) {
	if end-before > longestJoined {
		return
	}
	s.room = append(append(s.room[:0], s.text[before:i-1]...), s.text[i:end]...)
	tell(token{kind: joined, text: s.room, start: s.at[before], end: s.end(end)})
}

func (s *scanner) number(i int, tell func(token)) int {
	if end := lettered(s.text, i); end > i {
		tell(token{kind: word, text: s.text[i:end], start: s.at[i], end: s.end(end)})
		return end
	}
	r := readNumber(s.text, i)
	t := token{kind: number, start: s.at[i], end: s.end(r.end)}
	if r.exp > 0 {
		tell(token{kind: scaled, text: []byte(scaledTerm(r.digits)), start: t.start, end: t.end})
	}
	if r.other != "" {
		t.other = numberTerm(r.other, r.exp)
	}
	t.text = []byte(r.exact())
	tell(t)
	if r.exp == 0 {
		return ordinalEnd(s.text, r.end)
	}
	for at := i; at < r.end; at++ {
		if end := s.letters(at); end > at {
			tell(token{kind: scale, text: s.text[at:end], start: s.at[at], end: s.end(end)})
			at = end
		}
	}
	return r.end
}

// grams tells the signs from i on that stand without spaces, alone and in pairs.
func (s *scanner) grams(i int, tell func(token)) int {
	last := -1
	for i < len(s.text) {
		c, size := utf8.DecodeRune(s.text[i:])
		if !isGram(c) {
			break
		}
		if last >= 0 {
			tell(token{kind: pair, text: s.text[last : i+size], start: s.at[last], end: s.end(i + size)})
		}
		tell(token{kind: single, text: s.text[i : i+size], start: s.at[i], end: s.end(i + size)})
		last, i = i, i+size
	}
	return i
}
