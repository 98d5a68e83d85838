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

// nameOf is how a value of a filter is offered.
func (w *Words) nameOf(by, value string) string {
	for _, f := range w.Filters {
		if f.By == by && f.Names[value] != "" {
			return f.Names[value]
		}
	}
	return value
}

// tongue is what is known of a language.
type tongue struct {
	stem   func(word string) string
	base   func(word string) string // the form that words share with their plurals, but not with others of their stem
	isWeak func(word string) bool   // tells of words that say little: the, of, in
}

// weakEnglish are words of questions that the list of stop words lacks.
var weakEnglish = map[string]bool{"much": true, "many": true, "long": true, "also": true, "whose": true, "per": true, "use": true, "would": true, "could": true, "get": true, "got": true, "give": true, "tell": true, "say": true, "says": true, "said": true}

func tongueOf(tag string) tongue {
	full := func(stem func(string, bool) string, weak func(string) bool) tongue {
		s := func(w string) string { return stem(w, true) }
		return tongue{s, s, weak}
	}
	base, _ := language.Make(tag).Base()
	switch base.String() {
	case "und", "en":
		t := full(english.Stem, func(w string) bool { return english.IsStopWord(w) || weakEnglish[w] })
		t.base = singular // training is no form of train
		return t
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
		same := func(w string) string { return w }
		return tongue{same, same, func(string) bool { return false }}
	}
}

// singular is an English word without the ending of a plural.
func singular(w string) string {
	cut := func(ending, instead string) bool {
		ends := strings.HasSuffix(w, ending) && len(w) > len(ending)+1
		if ends {
			w = w[:len(w)-len(ending)] + instead
		}
		return ends
	}
	switch {
	case cut("ies", "y"), cut("sses", "ss"), cut("ches", "ch"), cut("shes", "sh"), cut("xes", "x"):
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
	default:
		cut("s", "")
	}
	return w
}

// thesaurus are sets of phrases that mean the same.
type thesaurus struct {
	tongue
	phrases map[string][]phrase // by the first of their words
	signs   [][]string          // of each set: the signs of its phrases without spaces
	of      [][]string          // of each set: the words of its phrases that have more than one
	spelled map[string]string   // their words, folded, as they are written
	digits  map[string]string   // numbers by their words, where a set has both: two and 2
}

// phrase is a phrase of a set, as words in their base form.
type phrase struct {
	words []string
	set   int
}

func newThesaurus(w Words) *thesaurus {
	t := &thesaurus{tongue: tongueOf(w.Language), phrases: map[string][]phrase{}, spelled: map[string]string{}, digits: map[string]string{}}
	var s scanner
	for _, set := range w.Synonyms {
		n := len(t.signs)
		t.signs, t.of = append(t.signs, nil), append(t.of, nil)
		value := ""
		for _, text := range set {
			if strings.Trim(text, "0123456789") == "" {
				value = text
			}
		}
		for _, text := range set {
			words := t.read(&s, text, n)
			if len(words) == 0 {
				continue
			}
			if value != "" && len(words) == 1 && isWord(words[0]) {
				t.digits[words[0]] = value
			}
			same := func(p phrase) bool { return p.set == n && slices.Equal(p.words, words) }
			if !slices.ContainsFunc(t.phrases[words[0]], same) {
				t.phrases[words[0]] = append(t.phrases[words[0]], phrase{words, n})
			}
		}
	}
	return t
}

// read is a phrase of a set as words in their base form.
func (t *thesaurus) read(s *scanner, text string, set int) []string {
	var words, strong, signs, said []string
	s.scan(text, func(k token) {
		switch k.kind {
		case single, pair:
			signs = append(signs, string(k.text))
		case word:
			t.spelled[string(k.text)] = text[k.start:k.end]
		}
		if t.counts(k.kind) {
			words = append(words, t.baseOf(k.kind, string(k.text)))
		}
		if t.says(k) {
			strong = append(strong, words[len(words)-1])
			if k.kind == word {
				said = append(said, string(k.text))
			}
		}
	})
	t.signs[set] = append(t.signs[set], signs...)
	if len(said) > 1 {
		t.of[set] = append(t.of[set], said...)
	}
	switch {
	case len(strong) > 0:
		return strong
	case len(words) > 0:
		return words
	default:
		return signs // one sign alone
	}
}

// counts tells whether tokens of a kind are parts of phrases.
func (t *thesaurus) counts(k tokenKind) bool {
	return k == word || k == number || k == pair || k == cited
}

// says tells whether a token is a part of phrases that says something: the Port
// of Piraeus is Port Piraeus.
func (t *thesaurus) says(k token) bool {
	return t.counts(k.kind) && (k.kind != word || !t.isWeak(string(k.text)))
}

// stemOf is the stem of a word; other tokens are their own.
func (t *thesaurus) stemOf(k tokenKind, text string) string {
	if !k.inflects() {
		return text
	}
	return t.stem(text)
}

// baseOf is the base form of a word; other tokens are their own.
func (t *thesaurus) baseOf(k tokenKind, text string) string {
	if !k.inflects() {
		return text
	}
	return t.base(text)
}

func (k tokenKind) inflects() bool { return k == word || k == joined || k == scale }

// setTerm is the term of the phrases of a set. No word begins so.
func setTerm(set int) string { return "=" + strconv.Itoa(set) }

// isWord tells a term that is a word from a number and a set.
func isWord(term string) bool { return term > "@" }

// match tells the phrases that stand at i among words in their base form, and how
// long they are.
func (t *thesaurus) match(words []string, i int, tell func(set, length int)) {
	for _, p := range t.phrases[words[i]] {
		if n := len(p.words); i+n <= len(words) && slices.Equal(words[i:i+n], p.words) {
			tell(p.set, n)
		}
	}
}
