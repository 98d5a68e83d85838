package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// longest is the most runes of a word that are measured at once. What has more
// is no word of any language: it is measured part by part, so that the work
// grows with the length and no faster.
const longest = 256

// widthOf measures a part of a text; tests count how much it is given.
var widthOf = textWidth

// unspaced tells whether a text has letters of a script that is written without
// spaces: there, lines end between letters.
func unspaced(s string) bool {
	const first = 0x2E80 // CJK radicals; before it are scripts with spaces
	return strings.ContainsFunc(s, func(r rune) bool { return r >= first && r != utf8.RuneError })
}

// appendParts adds the parts of a word to others: between them a line may end
// even if it has room for the word on the next one. Most words are one part.
func appendParts(all []string, word string) []string {
	wide := unspaced(word)
	if !wide && len(word) <= longest {
		return append(all, word)
	}
	start, runes := 0, 0
	for _, s := range stopsIn(word) {
		if runes++; wide && s.line || runes == longest || s.end == len(word) {
			all = append(all, word[start:s.end])
			start, runes = s.end, 0
		}
	}
	return all
}

// stop is where a letter ends, with the marks on it.
type stop struct {
	end  int  // in bytes from the word's start
	line bool // a line may end here (Unicode's annex 14)
}

func stopsIn(word string) []stop {
	const marks = 32 // no letter has more
	var s segmenter.Segmenter
	s.InitWithString(word)
	lines := make([]bool, utf8.RuneCountInString(word)+1)
	for i := s.LineIterator(); i.Next(); {
		lines[i.Line().Offset+len(i.Line().Text)] = true
	}
	var all []stop
	end, runes := 0, 0
	for i := s.GraphemeIterator(); i.Next(); {
		for n := range i.Grapheme().Text {
			if n > 0 && n%marks == 0 {
				all = append(all, stop{end, false})
			}
			_, size := utf8.DecodeRuneInString(word[end:]) // a damaged one is a rune, too
			end += size
			runes++
		}
		all = append(all, stop{end, lines[runes]})
	}
	return all
}

// cut is the words with those that are wider than the width cut.
func (t *Text) cut(width float32) []word {
	var all []word
	for i, w := range t.words {
		if w.width <= width || width <= 0 {
			if all != nil {
				all = append(all, w)
			}
			continue
		}
		if all == nil {
			all = append(all, t.words[:i]...)
		}
		all = t.cutWord(all, w, width)
	}
	if all == nil {
		return t.words
	}
	return all
}

// cutWord adds the parts of a word that is wider than the width: it is cut
// where a line may end, else where it must.
func (t *Text) cutWord(all []word, w word, width float32) []word {
	measure := func(text string) float32 { return t.wordWidth(int(w.run), text) }
	whole, start := t.written(w), 0
	stops := stopsIn(whole)
	for w.width > width && len(stops) > 1 {
		n := fitting(len(stops), width/w.width, func(n int) bool { return measure(whole[start:stops[n-1].end]) <= width })
		if n == len(stops) {
			break
		}
		for i := n; i > 0; i-- {
			if stops[i-1].line {
				n = i
				break
			}
		}
		head, end := w, stops[n-1].end
		head.size = int32(end - start) // #nosec G115 -- a part of what is no larger
		head.width = measure(whole[start:end])
		all = append(all, head)
		stops, start = stops[n:], end
		w.at, w.size, w.spaced, w.glued = w.at+head.size, w.size-head.size, false, false
		w.width = measure(whole[start:])
	}
	return append(all, w)
}

// fitting is the most letters of so many that fit, at least one. The share of
// them that likely fits is tried first, for letters are about equally wide.
func fitting(letters int, share float32, fits func(n int) bool) int {
	most, least := 1, letters+1 // which fits, and which does not
	for n, step := int(float32(letters)*share), 1; most+1 < least; step *= 2 {
		n = max(most+1, min(n, least-1))
		if fits(n) {
			most, n = n, n+step
		} else {
			least, n = n, n-step
		}
	}
	return most
}

// Shortened is a text of at most so many letters, with a sign where it was cut.
func Shortened(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
