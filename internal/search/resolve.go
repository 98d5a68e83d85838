package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// resolve finds what the units of a query stand for in each part. Typing errors
// are only looked for where nothing is spelled so.
func (ix *Index) resolve(units []*unit) []*unit {
	var all []*unit
	for _, u := range units {
		switch {
		case ix.literal(u), u.kind != word, u.weak:
			all = append(all, u)
		default:
			errors := forgiven(utf8.RuneCountInString(u.text))
			if ix.mend(u, min(errors, 1)); !u.found() {
				if two := ix.split(u); two != nil {
					all = append(all, two...)
					continue
				}
				ix.mend(u, errors)
			}
			all = append(all, u)
		}
	}
	ix.synonyms(all)
	ix.join(all)
	for _, u := range all {
		u.rarity = ix.rarity(u)
	}
	return all
}

// add adds a variant in a part; only the surest one of a term counts.
func (u *unit) add(part int, term int32, weight float32) {
	for i := range u.variants[part] {
		if v := &u.variants[part][i]; v.term == term {
			v.weight = max(v.weight, weight)
			return
		}
	}
	u.variants[part] = append(u.variants[part], variant{term, weight})
}

// literal finds the terms that a unit is, begins or shares a stem with, and
// tells whether there are any.
func (ix *Index) literal(u *unit) bool {
	u.variants = make([][]variant, len(ix.parts))
	for n, p := range ix.parts {
		p.exactly(ix.thesaurus, u, n)
	}
	for n, p := range ix.parts {
		p.loosely(ix.thesaurus, u, n)
	}
	if u.kind == word && !u.whole {
		u.akin = ix.akin(u)
	}
	return u.found()
}

// akin is the word of a unit's stem that most documents have.
func (ix *Index) akin(u *unit) string {
	best := term{}
	stem := ix.thesaurus.stem(u.text)
	for _, p := range ix.parts {
		for _, s := range p.ofStem(stem) {
			if t := p.terms[s.term]; t.documents() > best.documents() {
				best = t
			}
		}
	}
	return best.text
}

// exactly adds the terms that a unit is, or another inflection of.
func (p *part) exactly(t *thesaurus, u *unit, n int) {
	add := func(term int32, weight float32) {
		u.add(n, term, weight)
		u.whole = u.whole || p.terms[term].documents() > 0
	}
	for _, text := range []string{u.text, u.other} {
		if i, ok := p.exact(text); ok && text != "" {
			add(i, asTyped)
		}
	}
	if u.kind == word {
		base := t.base(u.text)
		for _, s := range p.ofStem(t.stem(u.text)) {
			if t.base(p.terms[s.term].text) == base {
				add(s.term, asPlural)
			}
		}
	}
}

// loosely adds the terms that a unit begins, or shares no more than a stem with.
// They count less where the word itself is there: whoever types train means no training.
func (p *part) loosely(t *thesaurus, u *unit, n int) {
	weigh := func(weight float32) float32 {
		if u.whole {
			return asOther
		}
		return weight
	}
	switch u.kind {
	case number:
		for _, text := range []string{u.text, u.other} {
			if text == "" {
				continue
			}
			if i, ok := p.exact(scaledTerm(text[1:])); ok {
				u.add(n, i, weigh(asBegun))
			}
		}
	case cited:
		if u.last {
			p.begun(u, n, weigh(asBegun))
		}
	case word:
		for _, s := range p.ofStem(t.stem(u.text)) {
			if strings.HasPrefix(p.terms[s.term].text, u.text) {
				u.add(n, s.term, weigh(asJoined))
			} else {
				u.add(n, s.term, weigh(asStem))
			}
		}
		if letters := utf8.RuneCountInString(u.text); !u.weak && letters >= shortestBeginning || u.last {
			p.begun(u, n, weigh(asBegun))
		}
	}
}

const (
	shortestBeginning = 3    // letters that a word may begin with, if it is not the last one
	mostBegun         = 50   // words that a beginning stands for: those of most documents
	mostWithBegun     = 1000 // documents that have these, about: a letter alone would ask for half of a large dossier
)

// begun adds the words that a unit begins.
func (p *part) begun(u *unit, n int, weight float32) {
	first, last := p.beginning(u.text)
	if last-first > mostBegun || p.documentsOf(first, last) > mostWithBegun {
		frequent, left := p.initial[u.text], mostWithBegun
		if frequent == nil {
			frequent = p.frequent(first, last)
		}
		for _, t := range frequent {
			if of := p.terms[t].documents(); of <= left {
				u.add(n, t, weight)
				left -= of
			}
		}
		if left == mostWithBegun {
			u.add(n, frequent[0], weight)
		}
		return
	}
	for i := first; i < last; i++ {
		u.add(n, i, weight)
	}
}

// documentsOf is how many documents terms have, each by itself.
func (p *part) documentsOf(first, last int32) int {
	if first == last {
		return 0
	}
	return int(p.terms[last-1].last - p.terms[first].first)
}

// frequent are the terms of most documents among those from first to before last.
func (p *part) frequent(first, last int32) []int32 {
	frequent := func(x, y int32) int {
		return cmp.Or(cmp.Compare(p.terms[y].documents(), p.terms[x].documents()), cmp.Compare(x, y))
	}
	best := make([]int32, 0, mostBegun)
	for i := first; i < last; i++ {
		if len(best) == mostBegun {
			if frequent(best[mostBegun-1], i) < 0 {
				continue
			}
			best = best[:mostBegun-1]
		}
		at, _ := slices.BinarySearchFunc(best, i, frequent)
		best = slices.Insert(best, at, i)
	}
	return best
}

// split parts a word that nothing is called into two that something is.
func (ix *Index) split(u *unit) []*unit {
	for at := range u.text {
		if at < 2 || len(u.text)-at < 2 {
			continue
		}
		left, right := u.part(u.text[:at]), u.part(u.text[at:])
		right.last = u.last
		if ix.isWord(left.text) && ix.isWord(right.text) && ix.literal(left) && ix.literal(right) {
			return []*unit{left, right}
		}
	}
	return nil
}

func (u *unit) part(text string) *unit {
	return &unit{kind: word, text: text, written: text, mended: text, end: u.end}
}

// isWord tells whether a document has a word.
func (ix *Index) isWord(text string) bool {
	return slices.ContainsFunc(ix.parts, func(p *part) bool {
		i, ok := p.exact(text)
		return ok && p.terms[i].documents() > 0
	})
}

// mostMended is how many words are taken for the one that was meant.
const mostMended = 3

// mend finds the words that a word is by at most so many typing errors, the
// likeliest ones. A word that is still typed may go on.
func (ix *Index) mend(u *unit, most int) {
	all := ix.candidates(u, most)
	for i, c := range all {
		if i == mostMended || c.distance > all[0].distance {
			break
		}
		if i == 0 {
			u.mended = cmp.Or(c.spelled, c.text)
		}
		u.add(c.part, c.misspelled.term, asMended)
		stem, base := ix.thesaurus.stem(c.text), ix.thesaurus.base(c.text)
		for n, p := range ix.parts {
			for _, s := range p.ofStem(stem) {
				if ix.thesaurus.base(p.terms[s.term].text) == base {
					u.add(n, s.term, asMended)
				} else {
					u.add(n, s.term, asMended*asOther)
				}
			}
		}
	}
}

// meant is a word that may have been meant.
type meant struct {
	misspelled
	term

	part   int
	unlike int // 0: it has the same letters; 1: it begins with the same one; 2: neither
}

// candidates are words by at most so many typing errors: those with the fewest
// first, then the likeliest errors, then words of most documents.
func (ix *Index) candidates(u *unit, most int) []meant {
	if most == 0 {
		return nil
	}
	if u.alike == nil {
		for _, p := range ix.parts {
			u.alike = append(u.alike, p.alike(u.text, forgiven(utf8.RuneCountInString(u.text))+1, u.last))
		}
	}
	var all []meant
	for _, begun := range []bool{false, u.last} {
		for n, p := range ix.parts {
			if len(all) > 0 && begun {
				break
			}
			for _, m := range p.near(u.alike[n], u.text, most, begun) {
				t := p.terms[m.term]
				all = append(all, meant{m, t, n, unlike(u.text, t.text)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b meant) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.unlike, b.unlike), cmp.Compare(b.documents(), a.documents()))
	})
	return all
}

func unlike(typed, word string) int {
	letters := func(s string) []byte {
		b := []byte(s)
		slices.Sort(b)
		return b
	}
	switch {
	case slices.Equal(letters(typed), letters(word)):
		return 0
	case typed[0] == word[0]:
		return 1
	default:
		return 2
	}
}

// synonyms adds what means the same as phrases of the query.
func (ix *Index) synonyms(units []*unit) {
	units = strong(units)
	words := ix.basesOf(units)
	for i := range words {
		ix.thesaurus.match(words, i, func(set, length int) {
			for n, p := range ix.parts {
				if t, ok := p.exact(setTerm(set)); ok {
					for _, u := range units[i : i+length] {
						if u.mended != "" {
							u.add(n, t, asSynonym*asMended)
						} else {
							u.add(n, t, asSynonym)
						}
					}
				}
			}
		})
	}
}

// join adds words that documents write in one, for two words of the query.
func (ix *Index) join(units []*unit) {
	for i := 1; i < len(units); i++ {
		a, b := units[i-1], units[i]
		if a.kind != word || b.kind != word {
			continue
		}
		for n, p := range ix.parts {
			if t, ok := p.exact(a.text + b.text); ok {
				a.add(n, t, asJoined)
				b.add(n, t, asJoined)
			}
		}
	}
}
