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
	found := false
	for n := range ix.parts {
		ix.parts[n].literal(ix.thesaurus, u, n)
		found = found || len(u.variants[n]) > 0
	}
	return found
}

func (p *part) literal(t *thesaurus, u *unit, n int) {
	exact := func(text string, weight float32) {
		if i, ok := p.exact(text); ok {
			u.add(n, i, weight)
		}
	}
	exact(u.text, asTyped)
	switch u.kind {
	case number:
		exact(scaledTerm(u.text[1:]), asBegun)
		if u.other != "" {
			exact(u.other, asTyped)
			exact(scaledTerm(u.other[1:]), asBegun)
		}
	case word:
		stem := t.stem(u.text)
		for _, s := range p.ofStem(stem) {
			if strings.HasPrefix(p.terms[s.term].text, u.text) {
				u.add(n, s.term, asJoined)
			} else {
				u.add(n, s.term, asStem)
			}
		}
		if letters := utf8.RuneCountInString(u.text); !u.weak && letters >= shortestBeginning || u.last {
			p.begun(u, n)
		}
	}
}

const (
	shortestBeginning = 3   // letters that a word may begin with, if it is not the last one
	mostBegun         = 100 // words that a beginning stands for: those of most documents
)

func (p *part) begun(u *unit, n int) {
	first, last := p.beginning(u.text)
	if last-first <= mostBegun {
		for i := first; i < last; i++ {
			u.add(n, i, asBegun)
		}
		return
	}
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
	for _, i := range best {
		u.add(n, i, asBegun)
	}
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
		stem := ix.thesaurus.stem(c.text)
		for n, p := range ix.parts {
			for _, s := range p.ofStem(stem) {
				u.add(n, s.term, asMended)
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
	var all []meant
	for _, begun := range []bool{false, u.last} {
		for errors := 1; errors <= most && len(all) == 0; errors++ {
			for n, p := range ix.parts {
				for _, m := range p.near(u.text, errors, begun) {
					t := p.terms[m.term]
					all = append(all, meant{m, t, n, unlike(u.text, t.text)})
				}
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
	stems := ix.stemsOf(units)
	for i := range stems {
		ix.thesaurus.match(stems, i, func(set, length int) {
			for n, p := range ix.parts {
				if t, ok := p.exact(setTerm(set)); ok {
					for _, u := range units[i : i+length] {
						u.add(n, t, asSynonym)
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
