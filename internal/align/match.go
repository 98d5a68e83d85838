package align

import (
	"cmp"
	"context"
	"slices"

	"beltroad/data"
)

// maxText is the most runes of a paragraph, and bytes of a copy that is matched.
const maxText = 8 << 20

// Passage is what a copy has of a paragraph.
type Passage struct {
	N     int
	Text  string
	Exact bool // no letter differs, as far as a hash can tell
}

// match finds paragraphs in a copy, in the order of the source. The words that
// are known beside those of the copy make its own whole.
func match(ctx context.Context, paragraphs []data.Paragraph, text string, known ...string) ([]Passage, error) {
	prints := make([]imprint, len(paragraphs))
	for i := range paragraphs {
		prints[i], _ = parse(paragraphs[i].Fingerprint)
	}
	f := fold(text)
	all, err := candidates(ctx, f, prints)
	if err != nil {
		return nil, err
	}
	all = unambiguous(all)
	taken, err := inOrder(ctx, prints, all)
	if err != nil {
		return nil, err
	}
	taken = elsewhere(taken, all)
	taken = append(taken, shortOnes(f, prints, taken)...)
	slices.SortFunc(taken, func(a, b candidate) int { return cmp.Compare(a.paragraph, b.paragraph) })
	passages := make([]Passage, len(taken))
	words := wordsOf(append(known, text)...)
	for i, c := range taken {
		passages[i] = Passage{paragraphs[c.paragraph].N, words.tidied(f.raw(c.spans)), c.exact}
	}
	return passages, nil
}

func unambiguous(all []candidate) []candidate {
	var kept []candidate
	for i := range all {
		if !ambiguous(&all[i], all) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// ambiguous tells whether another paragraph fits as well where a candidate does
// not agree to the letter: two that differ in a word are not guessed at.
func ambiguous(c *candidate, all []candidate) bool {
	const word = 3 // stretches that one word may lie in
	if c.exact {
		return false
	}
	return slices.ContainsFunc(all, func(o candidate) bool {
		return o.paragraph != c.paragraph && 2*overlap(c, &o) > c.end()-c.start() && (o.exact || o.hits+word > c.hits)
	})
}

func overlap(a, b *candidate) int {
	return max(0, min(a.end(), b.end())-max(a.start(), b.start()))
}

// elsewhere adds paragraphs that stand out of order, like the captions of
// pictures, where no letter differs.
func elsewhere(taken, all []candidate) []candidate {
	for _, c := range all {
		free := func(t candidate) bool { return t.paragraph == c.paragraph || overlap(&t, &c) > 0 }
		if c.exact && !slices.ContainsFunc(taken, free) {
			taken = append(taken, c)
		}
	}
	return taken
}

// shortOnes are headings and other short paragraphs. Little is kept of them, so
// that they are looked for between their neighbours alone.
func shortOnes(f *folded, prints []imprint, taken []candidate) []candidate {
	const nearby = 2048 // runes within which a word's edge is enough
	at := make(map[int]*candidate, len(taken))
	for i := range taken {
		at[taken[i].paragraph] = &taken[i]
	}
	ends := make([]int, len(prints)+1) // where the next paragraph that was found begins
	ends[len(prints)] = len(f.runes)
	for i := len(prints) - 1; i >= 0; i-- {
		ends[i] = ends[i+1]
		if c := at[i]; c != nil && c.start() < ends[i+1] {
			ends[i] = c.start()
		}
	}
	var found []candidate
	from := 0
	for i := range prints {
		if c := at[i]; c != nil {
			from = max(from, c.end())
			continue
		}
		edge := f.lineEdge
		if ends[i+1]-from <= nearby {
			edge = f.wordEdge
		}
		p := &prints[i]
		if p.length == 0 || p.length >= long {
			continue
		}
		for s := from; s+p.length <= ends[i+1]; s++ {
			here := span{s, s + p.length}
			if edge(here.start) && wholeOf(f.sum(here), p.length) == p.whole && edge(here.end) {
				found = append(found, candidate{paragraph: i, spans: []span{here}, exact: true})
				from = here.end
				break
			}
		}
	}
	return found
}
