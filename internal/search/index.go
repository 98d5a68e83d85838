package search

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"
)

// Index finds documents. It does not change.
type Index struct {
	thesaurus *thesaurus
	words     Words
	parts     []*part
	called    []string // what each part is called; the first has no name
	choices   []choice
	paragraph string // what one is called, in its base form
	size      int    // in documents
}

// Build makes an index of documents. It ends early where the context does.
func Build(ctx context.Context, documents Documents, w Words) (*Index, error) {
	ix := &Index{thesaurus: newThesaurus(w), words: w}
	ix.words.Synonyms = nil // the thesaurus has them
	ix.paragraph = ix.thesaurus.base(fold(w.nameOf(In, string(Paragraph))))
	p, err := buildPart(ctx, documents, ix.thesaurus)
	if err != nil {
		return nil, err
	}
	ix.set("", p)
	return ix, nil
}

// With is the index with a named part beside the documents that it was built
// of: notes, or the reader's own copy of the source. It takes the place of an
// earlier part of the name; without documents there is none. Only the part is
// indexed, so that a few documents take no time.
func (ix *Index) With(ctx context.Context, name string, documents []Document) (*Index, error) {
	with := &Index{thesaurus: ix.thesaurus, words: ix.words, paragraph: ix.paragraph, parts: slices.Clone(ix.parts), called: slices.Clone(ix.called)}
	var p *part
	if len(documents) > 0 {
		var err error
		if p, err = buildPart(ctx, List(documents), ix.thesaurus); err != nil {
			return nil, err
		}
	}
	with.set(name, p)
	return with, nil
}

// set puts a part in; nil takes it out.
func (ix *Index) set(name string, p *part) {
	if i := slices.Index(ix.called, name); i >= 0 {
		ix.parts, ix.called = slices.Delete(ix.parts, i, i+1), slices.Delete(ix.called, i, i+1)
	}
	if p != nil {
		ix.parts, ix.called = append(ix.parts, p), append(ix.called, name)
	}
	ix.size = 0
	for _, p := range ix.parts {
		ix.size += p.documents.Len()
	}
	ix.choices = choices(ix.parts, ix.words.Filters)
}

// Find finds the documents that a text asks for, at most n of each kind. A
// text of filters alone finds all that they let through.
//
// Documents are scored as BM25F has it: rare words count more, and a word in a
// title more than one in another name, and that more than one in a text. A word
// as it was typed, or its plural, counts more than what means the same, and that
// more than what typing errors were forgiven for. Words that begin so or share
// the stem count much where the word itself is nowhere, and little where it is.
// Numbers have to be equal. What has more of the query is before what has less,
// and what is called so before all.
//
// There is one ranking, by score: [Results.First] has it whole. Groups have it by
// kind: within a group the order is that, and a group is before another if its
// best hit is. How many hits are asked for changes no order.
func (ix *Index) Find(ctx context.Context, text string, n int) (Results, error) {
	rest, filters, by := ix.readFilters(text)
	units := ix.readUnits(rest)
	r := Results{Filters: filters}
	for _, u := range units {
		r.Query = append(r.Query, u.written)
	}
	if len(units) == 0 {
		if len(by) > 0 {
			ix.fill(&r, nil, ix.all(by, n))
		}
		return r, ctx.Err()
	}
	units = ix.resolve(units)
	lists, err := ix.search(ctx, units, by, n)
	if err != nil {
		return r, err
	}
	r.Shown, r.Missing = shown(units), missing(units)
	ix.fill(&r, units, lists)
	if r.Total > 0 {
		return r, nil
	}
	r.Near, err = ix.comesNear(ctx, units, n)
	return r, err
}

// fill makes groups of lists, that of the best document first.
func (ix *Index) fill(r *Results, units []*unit, lists []list) {
	of := &found{index: ix, units: units}
	for k, l := range lists {
		if l.total == 0 {
			continue
		}
		g := Group{Kind: allKinds[k], Total: l.total, Hits: make([]Hit, 0, len(l.best))}
		for _, c := range l.best {
			g.Hits = append(g.Hits, Hit{Kind: g.Kind, Score: float64(c.score), found: of, part: c.part, document: c.document})
		}
		r.Groups = append(r.Groups, g)
		r.Total += g.Total
	}
	slices.SortStableFunc(r.Groups, func(a, b Group) int {
		if len(a.Hits) == 0 || len(b.Hits) == 0 {
			return 0
		}
		return cmp.Compare(b.Hits[0].Score, a.Hits[0].Score)
	})
}

// comesNear is what a query without a hit may have meant: what filters kept
// away, or else words with more typing errors, or words that it begins with.
func (ix *Index) comesNear(ctx context.Context, units []*unit, n int) ([]Hit, error) {
	tries := []func(){
		func() {},
		func() {
			for _, u := range units {
				if letters := utf8.RuneCountInString(u.text); u.kind == word && !u.found() && letters > 4 {
					ix.mend(u, forgiven(letters)+1)
				}
			}
		},
		func() {
			for _, u := range units {
				if u.kind == word && !u.found() {
					ix.shorten(u)
				}
			}
		},
	}
	for _, try := range tries {
		try()
		for _, u := range units {
			u.rarity = ix.rarity(u)
		}
		lists, err := ix.search(ctx, units, nil, n)
		if err != nil {
			return nil, err
		}
		var r Results
		if ix.fill(&r, units, lists); r.Total > 0 {
			return r.First(n), nil
		}
	}
	return nil, nil
}

// found tells whether a unit stands for anything.
func (u *unit) found() bool {
	return slices.ContainsFunc(u.variants, func(v []variant) bool { return len(v) > 0 })
}

// shorten takes letters from the end of a word until words begin so.
func (ix *Index) shorten(u *unit) {
	for at := len(u.text) - 1; at >= shortestBeginning && !u.found(); at-- {
		if !utf8.RuneStart(u.text[at]) {
			continue
		}
		short := *u
		short.text = u.text[:at]
		for n, p := range ix.parts {
			p.begun(&short, n, asBegun)
		}
		u.variants = short.variants
	}
}
