package search

import (
	"cmp"
	"strings"
)

// unit is something in a query that documents have or lack: a word, a number,
// or two signs of a script without spaces.
type unit struct {
	kind     tokenKind
	text     string // folded
	written  string
	start    int // in what is written
	end      int
	other    string // of a number that may be read in another way
	weak     bool   // it says little
	last     bool   // it may go on
	whole    bool   // the word itself is there, or its plural
	akin     string // where it is not: the word of its stem that most documents have; empty: none has
	mended   string // the word that is meant, as it is spelled; empty: the one that is written
	variants [][]variant
	alike    [][]int32 // words of each part that it may be misspelled from; nil: not looked for yet
	rarity   float64
}

// variant is a term that a unit stands for in a part, and how surely: 0 to 1.
type variant struct {
	term   int32
	weight float32
}

// How surely a term is what a word of the query means.
const (
	asTyped   = 1.0
	asPlural  = 0.95 // or another inflection
	asJoined  = 0.9  // two words of the query in one, or it begins so and has the same stem
	asBegun   = 0.8  // it begins so
	asStem    = 0.7
	asSynonym = 0.65
	asMended  = 0.5
	asOther   = 0.3 // it begins so, or has the same stem, and the word itself is there, too: another word
)

// mostUnits are the words of a query that are looked for: the first ones.
const mostUnits = 32

// readUnits reads the words of a query, which has no filters.
func (ix *Index) readUnits(text string) []*unit {
	var s scanner
	var units []*unit
	strong := false
	s.scan(text, func(k token) {
		if len(units) == mostUnits {
			return
		}
		switch k.kind {
		case scaled, scale, joined:
			return
		case pair, single: // a sign of a pair does not stand alone
			if last := len(units) - 1; last >= 0 && units[last].end > k.start {
				if k.kind == single {
					return
				}
				if units[last].kind == single {
					units = units[:last]
				}
			}
		}
		u := &unit{kind: k.kind, text: string(k.text), written: text[k.start:k.end], start: k.start, end: k.end, other: k.other, last: k.end == len(text)}
		u.weak = k.kind == word && ix.thesaurus.isWeak(u.text)
		strong = strong || !u.weak
		units = append(units, u)
	})
	for _, u := range units {
		u.weak = u.weak && strong
	}
	return ix.worded(ix.named(units))
}

// isParagraph tells of the word for a paragraph, or the sign.
func (ix *Index) isParagraph(u *unit) bool {
	return u.kind == word && (u.text == string(paragraphSign) || ix.thesaurus.base(u.text) == ix.paragraph)
}

// named are the units with the number of a paragraph behind the word for one as
// its citation: paragraph 15 is ¶15.
func (ix *Index) named(units []*unit) []*unit {
	all := units[:0]
	for _, u := range units {
		if last := len(all) - 1; last >= 0 && u.kind == number && ix.isParagraph(all[last]) {
			if digits := digitsAt([]byte(u.text), 1); "#"+digits == u.text {
				all[last] = &unit{kind: cited, text: string(paragraphSign) + digits, written: all[last].written + " " + u.written, start: all[last].start, end: u.end, last: u.last}
				continue
			}
		}
		all = append(all, u)
	}
	return all
}

// worded are the units with a number in words before a power of ten as one:
// two trillion.
func (ix *Index) worded(units []*unit) []*unit {
	all := units[:0]
	for _, u := range units {
		if last := len(all) - 1; last >= 0 && scales[u.text] > 0 && all[last].kind == word {
			if digits := ix.thesaurus.digits[ix.baseOf(all[last])]; digits != "" {
				all[last] = &unit{kind: number, text: numberTerm(digits, scales[u.text]), written: all[last].written + " " + u.written, end: u.end, last: u.last}
				continue
			}
		}
		all = append(all, u)
	}
	return all
}

// baseOf is the base form of what a unit means.
func (ix *Index) baseOf(u *unit) string {
	text := cmp.Or(u.akin, u.text)
	if u.mended != "" {
		text = fold(u.mended)
	}
	return ix.thesaurus.baseOf(u.kind, text)
}

func (ix *Index) basesOf(units []*unit) []string {
	words := make([]string, len(units))
	for i, u := range units {
		words[i] = ix.baseOf(u)
	}
	return words
}

// strong are the units that say something. If none does, all of them do.
func strong(units []*unit) []*unit {
	var all []*unit
	for _, u := range units {
		if !u.weak {
			all = append(all, u)
		}
	}
	return all
}

// missing is the paragraph that a query asks for by its number and that is nowhere.
func missing(units []*unit) string {
	for _, u := range units {
		if u.kind == cited && !u.found() {
			return u.text
		}
	}
	return ""
}

// shown is the query with typing errors mended; empty: there are none.
func shown(units []*unit) string {
	var all []string
	mended := false
	for _, u := range units {
		if u.mended != "" {
			mended = true
			all = append(all, u.mended)
		} else {
			all = append(all, u.written)
		}
	}
	if !mended {
		return ""
	}
	return strings.Join(all, " ")
}
