package search

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/language"
)

// Words are what the words of documents are understood with.
type Words struct {
	Language string     // of the documents, BCP 47; empty: English
	Synonyms [][]string // sets of words and phrases that mean the same
	Filters  []Filter   // those without one here go by the values of documents
}

// Filter is how a filter is spelled: pillar:trade.
type Filter struct {
	By    string            // as a [Facet] has it; that is always understood
	Name  string            // as it is offered
	Names map[string]string // of values, as they are offered; those without one go by themselves
}

// tongue is what is known of a language.
type tongue struct {
	stem   func(word string) string
	isWeak func(word string) bool // tells of words that say little: the, of, in
}

// weakEnglish are words of questions that the list of stop words lacks.
var weakEnglish = map[string]bool{"much": true, "many": true, "long": true, "also": true, "whose": true, "would": true, "could": true, "get": true, "got": true, "give": true, "tell": true, "say": true, "says": true, "said": true}

func tongueOf(tag string) tongue {
	full := func(stem func(string, bool) string, weak func(string) bool) tongue {
		return tongue{func(w string) string { return stem(w, true) }, weak}
	}
	base, _ := language.Make(tag).Base()
	switch base.String() {
	case "und", "en":
		return full(english.Stem, func(w string) bool { return english.IsStopWord(w) || weakEnglish[w] })
	case "es":
		return full(spanish.Stem, spanish.IsStopWord)
	case "fr":
		return full(french.Stem, french.IsStopWord)
	case "hu":
		return full(hungarian.Stem, hungarian.IsStopWord)
	case "no", "nb", "nn":
		return full(norwegian.Stem, norwegian.IsStopWord)
	case "ru":
		return full(russian.Stem, russian.IsStopWord)
	case "sv":
		return full(swedish.Stem, swedish.IsStopWord)
	default:
		return tongue{func(w string) string { return w }, func(string) bool { return false }}
	}
}

// thesaurus are sets of phrases that mean the same.
type thesaurus struct {
	tongue
	phrases map[string][]phrase // by their first stems
	signs   [][]string          // of each set: the signs of its phrases without spaces
	spelled map[string]string   // their words, folded, as they are written
	digits  map[string]string   // numbers by their words' stems, where a set has both: two and 2
}

// phrase is a phrase of a set, as stems.
type phrase struct {
	stems []string
	set   int
}

func newThesaurus(w Words) *thesaurus {
	t := &thesaurus{tongue: tongueOf(w.Language), phrases: map[string][]phrase{}, spelled: map[string]string{}, digits: map[string]string{}}
	var s scanner
	for _, set := range w.Synonyms {
		n := len(t.signs)
		t.signs = append(t.signs, nil)
		value := ""
		for _, text := range set {
			if strings.Trim(text, "0123456789") == "" {
				value = text
			}
		}
		for _, text := range set {
			stems := t.read(&s, text, n)
			if len(stems) == 0 {
				continue
			}
			if value != "" && len(stems) == 1 && isWord(stems[0]) {
				t.digits[stems[0]] = value
			}
			same := func(p phrase) bool { return p.set == n && slices.Equal(p.stems, stems) }
			if !slices.ContainsFunc(t.phrases[stems[0]], same) {
				t.phrases[stems[0]] = append(t.phrases[stems[0]], phrase{stems, n})
			}
		}
	}
	return t
}

// read is a phrase of a set as stems.
func (t *thesaurus) read(s *scanner, text string, set int) []string {
	var stems, strong, signs []string
	s.scan(text, func(k token) {
		switch k.kind {
		case single, pair:
			signs = append(signs, string(k.text))
		case word:
			t.spelled[string(k.text)] = text[k.start:k.end]
		}
		if t.counts(k.kind) {
			stems = append(stems, t.stemOf(k.kind, string(k.text)))
		}
		if t.says(k) {
			strong = append(strong, stems[len(stems)-1])
		}
	})
	t.signs[set] = append(t.signs[set], signs...)
	switch {
	case len(strong) > 0:
		return strong
	case len(stems) > 0:
		return stems
	default:
		return signs // one sign alone
	}
}

// counts tells whether tokens of a kind are parts of phrases.
func (t *thesaurus) counts(k tokenKind) bool { return k == word || k == number || k == pair }

// says tells whether a token is a part of phrases that says something: the Port
// of Piraeus is Port Piraeus.
func (t *thesaurus) says(k token) bool {
	return t.counts(k.kind) && (k.kind != word || !t.isWeak(string(k.text)))
}

// stemOf is the stem of a word; other tokens are their own.
func (t *thesaurus) stemOf(k tokenKind, text string) string {
	if k != word && k != joined && k != scale {
		return text
	}
	return t.stem(text)
}

// setTerm is the term of the phrases of a set. No word begins so.
func setTerm(set int) string { return "=" + strconv.Itoa(set) }

// isWord tells a term that is a word from a number and a set.
func isWord(term string) bool { return term > "@" }

// match tells the phrases that stand at i among stems, and how long they are.
func (t *thesaurus) match(stems []string, i int, tell func(set, length int)) {
	for _, p := range t.phrases[stems[i]] {
		if n := len(p.stems); i+n <= len(stems) && slices.Equal(stems[i:i+n], p.stems) {
			tell(p.set, n)
		}
	}
}
