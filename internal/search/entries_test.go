package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Entries of more than a block come out by their terms, in the order of documents,
// whose entries a block's end may part.
func TestEntriesByTerm(t *testing.T) {
	const terms = 40
	r := rand.New(rand.NewPCG(1, 2)) // #nosec G404 -- no secret
	var e entries
	want := make([][]posting, terms)
	for document := range uint32(3 * blockSize / 10) {
		var here []entry
		for range r.IntN(20) { // none, too
			at := entry{r.Uint32N(terms), r.Float32()}
			here = append(here, at)
			want[at.term] = append(want[at.term], posting{document, at.weight})
		}
		e.add(here)
	}
	if len(e.blocks) < 3 {
		t.Fatalf("%d blocks try nothing", len(e.blocks))
	}
	counts, at := e.counts(terms), make([]uint32, terms)
	for i := range terms - 1 {
		at[i+1] = at[i] + counts[i]
	}
	all, first := e.byTerm(at), uint32(0)
	for i := range want {
		if got := all[first:at[i]]; !slices.Equal(got, want[i]) {
			t.Fatalf("term %d has %d postings, or others than its %d", i, len(got), len(want[i]))
		}
		first = at[i]
	}
}
