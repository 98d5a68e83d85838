package search

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf8"
)

// field is where in a document a term stands.
type field uint8

const (
	inTitle field = iota
	inAlso
	inKeywords
	inBody
	fields
)

// weights of fields as BM25F has them: what a term in one counts, how much less
// in a long one, and how long one usually is, in tokens. They are fixed, so that
// a document weighs the same whichever ones are beside it.
var weights = [fields]struct{ boost, b, usual float32 }{
	inTitle:    {4, 0.7, 7},
	inAlso:     {3, 0.3, 4},
	inKeywords: {1.5, 0.3, 6},
	inBody:     {1, 0.6, 40},
}

// saturation is k1 of BM25: how soon more of a term counts no more.
const saturation = 1.2

// part is an index of some documents.
type part struct {
	documents Documents
	kinds     []uint8   // of documents, as places among all kinds
	standing  []float32 // of documents
	facets    []Facet   // each one that documents have, once
	faceted   []uint32  // the numbers of the facets that documents have, one document after the other
	faceting  []uint32  // of documents: where theirs end
	boards    chan *board
	terms     []term // in order
	postings  []posting
	initial   map[string][]int32 // the most frequent words of a letter that very many begin with
	letters   []uint64           // of terms that are words, from the first one on: see [lettersOf]
	stems     []stemmed          // in order
	names     []named            // in order
}

// facetsOf are the numbers of a document's facets.
func (p *part) facetsOf(document uint32) []uint32 {
	first := uint32(0)
	if document > 0 {
		first = p.faceting[document-1]
	}
	return p.faceted[first:p.faceting[document]]
}

// stemmed is a word with its stem.
type stemmed struct {
	stem string
	term int32
}

// named is a document by a title or another name of it, as [hashOf] has it.
type named struct {
	name     uint64
	document uint32
}

// term is a word, a number, signs or a set of synonyms, with the postings from
// first to before last.
type term struct {
	text        string
	spelled     string // as a document writes it
	first, last uint32
}

func (t term) documents() int { return int(t.last - t.first) }

// posting is a document that has a term, and how much it is about that: 0 to 1.
type posting struct {
	document uint32
	weight   float32
}

// builder builds a part.
type builder struct {
	*thesaurus
	scanner

	part    *part
	known   map[Facet]uint32 // the number of each facet
	at      map[string]int32 // the number of each term
	stem    []string         // of each term, by its number
	base    []string         // likewise: its base form
	weak    []bool           // whether it says little
	entries entries
	here    []entry  // of the document at hand
	latest  []uint32 // of each term: its latest entry, counted from 1
	found   []int32  // terms of the field at hand
	phrase  []string // base forms of its words, numbers and signs
	strong  []string // those of them that say something
	length  int      // of the field at hand, in tokens
}

// every is how many documents are indexed between two looks at the context.
const every = 256

func buildPart(ctx context.Context, documents Documents, t *thesaurus) (*part, error) {
	b := &builder{thesaurus: t, at: map[string]int32{}, known: map[Facet]uint32{}, part: newPart(documents)}
	var d Document
	for i := range documents.Len() {
		if i%every == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		documents.Fill(&d, i)
		b.document(uint32(i), &d) // #nosec G115 -- fewer than there is room for
	}
	for folded, spelled := range t.spelled { // so that typing errors in synonyms are forgiven
		b.term(word, []byte(folded), spelled)
	}
	b.finish()
	return b.part, ctx.Err()
}

func newPart(documents Documents) *part {
	n := documents.Len()
	return &part{
		documents: documents, kinds: make([]uint8, n), standing: make([]float32, n), faceting: make([]uint32, n), boards: make(chan *board, 2),
	}
}

func (b *builder) document(n uint32, d *Document) {
	b.part.kinds[n] = uint8(max(slices.Index(allKinds, d.Kind), 0)) // #nosec G115 -- there are few
	b.part.standing[n] = d.standing(b.part.kinds[n])
	b.text(inTitle, d.Title)
	b.name(n)
	for _, s := range d.Also {
		b.text(inAlso, s)
		b.name(n)
	}
	for _, v := range d.Values {
		b.add(inTitle, b.term(number, []byte(valueTerm(v)), ""))
	}
	if len(d.Keywords) > 0 {
		b.text(inKeywords, d.Keywords...)
	}
	if len(d.Body) > 0 {
		b.text(inBody, d.Body...)
	}
	b.facet(Facet{In, string(d.Kind)})
	for _, f := range d.Facets {
		b.facet(f)
	}
	b.part.faceting[n] = uint32(len(b.part.faceted)) // #nosec G115 -- fewer than there is room for
	for i := range b.here {
		e := &b.here[i]
		e.weight /= saturation + e.weight
	}
	b.entries.add(b.here)
	b.here = b.here[:0]
}

func (b *builder) facet(f Facet) {
	n, known := b.known[f]
	if !known {
		n = uint32(len(b.part.facets)) // #nosec G115 -- fewer than there is room for
		b.known[f] = n
		b.part.facets = append(b.part.facets, f)
	}
	b.part.faceted = append(b.part.faceted, n)
}

// text indexes a text of a document, which may be in pieces.
func (b *builder) text(f field, pieces ...string) {
	b.found, b.phrase, b.strong = b.found[:0], b.phrase[:0], b.strong[:0]
	for _, text := range pieces {
		b.scan(text, func(k token) {
			spelled := text[k.start:k.end]
			if f == inKeywords { // nobody sees how those are spelled
				spelled = ""
			}
			t := b.term(k.kind, k.text, spelled)
			b.found = append(b.found, t)
			if b.counts(k.kind) {
				b.phrase = append(b.phrase, b.base[t])
				if !b.weak[t] {
					b.strong = append(b.strong, b.base[t])
				}
			}
		})
	}
	b.length = max(len(b.phrase), 1)
	for _, t := range b.found {
		b.add(f, t)
	}
	for i := range b.strong {
		b.match(b.strong, i, func(set, _ int) {
			b.add(f, b.term(number, []byte(setTerm(set)), ""))
			if f == inBody {
				return
			}
			for _, g := range b.signs[set] { // so that a part of another script's name finds it, too
				b.add(inKeywords, b.term(pair, []byte(g), ""))
			}
		})
	}
}

// name notes the text that was indexed last as a name of a document.
func (b *builder) name(n uint32) {
	if len(b.phrase) > 0 && len(b.phrase) <= longestName {
		name := b.strong
		if len(name) == 0 {
			name = b.phrase
		}
		b.part.names = append(b.part.names, named{hashOf(name), n})
		if len(b.strong) == 0 {
			return
		}
		b.match(b.strong, 0, func(set, length int) {
			if length < len(name) {
				return
			}
			b.part.names = append(b.part.names, named{hashOf([]string{setTerm(set)}), n})
			for _, w := range b.of[set] { // so that a part of another of its names finds it, too
				b.add(inKeywords, b.term(word, []byte(w), ""))
			}
		})
	}
}

// longestName is how many words a name has that is asked for as a whole.
const longestName = 12

// hashOf is a name as it is compared as a whole.
func hashOf(words []string) uint64 {
	h := fnv.New64a()
	for _, s := range words {
		_, _ = h.Write([]byte(s)) // which does not fail
		_, _ = h.Write([]byte{' '})
	}
	return h.Sum64()
}

// term is the number of a term.
func (b *builder) term(k tokenKind, text []byte, spelled string) int32 {
	if t, ok := b.at[string(text)]; ok {
		if was := &b.part.terms[t]; was.spelled == "" || spelled == was.text {
			was.spelled = strings.Clone(spelled) // the latter is no name: "Road" as in Silk Road, but there is a road, too
		}
		return t
	}
	t, own := int32(len(b.part.terms)), string(text) // #nosec G115 -- fewer than there is room for
	if spelled == own {
		spelled = own
	} else {
		spelled = strings.Clone(spelled)
	}
	b.at[own] = t
	b.part.terms = append(b.part.terms, term{text: own, spelled: spelled})
	b.stem, b.base = append(b.stem, b.stemOf(k, own)), append(b.base, b.baseOf(k, own))
	b.weak = append(b.weak, k == word && b.isWeak(own))
	b.latest = append(b.latest, 0)
	return t
}

// add adds a term in a field of the document at hand.
func (b *builder) add(f field, t int32) {
	w := weights[f]
	weight := w.boost / (1 - w.b + w.b*float32(b.length)/w.usual)
	if at := b.latest[t]; at > b.entries.n {
		b.here[at-b.entries.n-1].weight += weight
		return
	}
	b.here = append(b.here, entry{uint32(t), weight}) // #nosec G115 -- from 0
	b.latest[t] = b.entries.n + uint32(len(b.here))   // #nosec G115 -- fewer than there is room for
}

// finish puts terms in order, and the entries by their terms. What only served to
// find these is let go before: there is no room for both.
func (b *builder) finish() {
	at := b.sortTerms()
	b.at, b.known, b.stem, b.base, b.weak, b.latest = nil, nil, nil, nil, nil, nil
	p := b.part
	p.postings = b.entries.byTerm(at)
	slices.SortFunc(p.names, func(x, y named) int {
		return cmp.Or(cmp.Compare(x.name, y.name), cmp.Compare(x.document, y.document))
	})
	p.countLetters()
	p.countInitials()
}

// sortTerms puts terms in order, with the places of their postings. It tells where
// these begin by the numbers that terms had before.
func (b *builder) sortTerms() (at []uint32) {
	p := b.part
	order := make([]int32, len(p.terms))
	for i := range order {
		order[i] = int32(i) // #nosec G115 -- as above
	}
	slices.SortFunc(order, func(x, y int32) int { return strings.Compare(p.terms[x].text, p.terms[y].text) })
	at = b.entries.counts(len(p.terms))
	terms, next := make([]term, len(order)), uint32(0)
	for to, from := range order {
		t := p.terms[from]
		t.first, t.last = next, next+at[from]
		at[from], next = next, t.last
		terms[to] = t
		if isWord(t.text) {
			p.stems = append(p.stems, stemmed{b.stem[from], int32(to)}) // #nosec G115 -- as above
		}
	}
	p.terms = terms
	slices.SortFunc(p.stems, func(x, y stemmed) int {
		return cmp.Or(strings.Compare(x.stem, y.stem), cmp.Compare(x.term, y.term))
	})
	return at
}

// countInitials finds beforehand what is asked for with the first letter of each search.
func (p *part) countInitials() {
	p.initial = map[string][]int32{}
	for i := p.words(); i < len(p.terms); {
		_, size := utf8.DecodeRuneInString(p.terms[i].text)
		letter := p.terms[i].text[:size]
		first, last := p.beginning(letter)
		if last-first > mostBegun {
			p.initial[letter] = p.frequent(first, last)
		}
		i = max(i+1, int(last))
	}
}

// exact is the place of a term; ok is false where there is none.
func (p *part) exact(text string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(p.terms, text, func(t term, s string) int { return strings.Compare(t.text, s) })
	return int32(i), ok // #nosec G115 -- fewer than there is room for
}

// beginning are the places of terms that begin so, from first to before last.
func (p *part) beginning(text string) (first, last int32) {
	from, _ := p.exact(text)
	n, _ := slices.BinarySearchFunc(p.terms[from:], text, func(t term, s string) int {
		if strings.HasPrefix(t.text, s) {
			return -1
		}
		return 1
	})
	return from, from + int32(n) // #nosec G115 -- as above
}

// ofStem are the words of a stem.
func (p *part) ofStem(stem string) []stemmed {
	i, _ := slices.BinarySearchFunc(p.stems, stem, func(s stemmed, t string) int { return strings.Compare(s.stem, t) })
	n := i
	for n < len(p.stems) && p.stems[n].stem == stem {
		n++
	}
	return p.stems[i:n]
}

// called are the documents of a name.
func (p *part) called(name uint64) []named {
	i, _ := slices.BinarySearchFunc(p.names, name, func(n named, h uint64) int { return cmp.Compare(n.name, h) })
	n := i
	for n < len(p.names) && p.names[n].name == name {
		n++
	}
	return p.names[i:n]
}
