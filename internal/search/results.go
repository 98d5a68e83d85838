package search

// Results are what was found for a text.
type Results struct {
	Query   []string // the words that were read from the text, without filters
	Shown   string   // the words with typing errors mended; empty: none were
	Filters []Facet  // that were read from the text
	Groups  []Group  // by kind, that of the best hit first
	Total   int      // hits of all kinds, also those beyond the most that were asked for
	Near    []Hit    // where there is no hit: what comes near, best first
}

// Group are the hits of a kind.
type Group struct {
	Kind  Kind
	Hits  []Hit // best first, at most as many as were asked for
	Total int
}

// Hit is a document that was found.
type Hit struct {
	*Document

	Score float64
	Title Snippet // the whole title
	Body  Snippet // from what else it says; empty: nothing
}

// Snippet is a piece of text with what matched in it.
type Snippet struct {
	Text  string
	Marks []Mark // in order, apart from each other
}

// Mark is a range of bytes, from Start to before End.
type Mark struct{ Start, End int }

// First are the best n hits of all kinds, best first.
func (r Results) First(n int) []Hit {
	next := make([]int, len(r.Groups))
	var all []Hit
	for len(all) < n {
		best := -1
		for i, g := range r.Groups {
			if next[i] < len(g.Hits) && (best < 0 || g.Hits[next[i]].Score > r.Groups[best].Hits[next[best]].Score) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		all = append(all, r.Groups[best].Hits[next[best]])
		next[best]++
	}
	return all
}
