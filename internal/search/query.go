package search

import (
	"strings"
)

// unit is something in a query that documents have or lack: a word, a number,
// or two signs of a script without spaces.
type unit struct {
	kind     tokenKind
	text     string // folded
	written  string
	end      int    // in what is written
	other    string // of a number that may be read in another way
	weak     bool   // it says little
	last     bool   // it may go on
	mended   string // the word that is meant, as it is spelled; empty: the one that is written
	variants [][]variant
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
	asJoined  = 0.9 // two words of the query in one, or it begins so and has the same stem
	asBegun   = 0.8 // it begins so
	asStem    = 0.7
	asSynonym = 0.65
	asMended  = 0.5
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
		u := &unit{kind: k.kind, text: string(k.text), written: text[k.start:k.end], end: k.end, other: k.other, last: k.end == len(text)}
		u.weak = k.kind == word && ix.thesaurus.isWeak(u.text)
		strong = strong || !u.weak
		units = append(units, u)
	})
	for _, u := range units {
		u.weak = u.weak && strong
	}
	return ix.worded(units)
}

// worded are the units with a number in words before a power of ten as one:
// two trillion.
func (ix *Index) worded(units []*unit) []*unit {
	all := units[:0]
	for _, u := range units {
		if last := len(all) - 1; last >= 0 && scales[u.text] > 0 && all[last].kind == word {
			if digits := ix.thesaurus.digits[ix.stemOf(all[last])]; digits != "" {
				all[last] = &unit{kind: number, text: numberTerm(digits, scales[u.text]), written: all[last].written + " " + u.written, end: u.end, last: u.last}
				continue
			}
		}
		all = append(all, u)
	}
	return all
}

// stem is the stem of what a unit means.
func (ix *Index) stemOf(u *unit) string {
	text := u.text
	if u.mended != "" {
		var f folded
		f.fold(u.mended)
		text = string(f.text)
	}
	return ix.thesaurus.stemOf(u.kind, text)
}

func (ix *Index) stemsOf(units []*unit) []string {
	stems := make([]string, len(units))
	for i, u := range units {
		stems[i] = ix.stemOf(u)
	}
	return stems
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
