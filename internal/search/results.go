package search

import "sync"

// Results are what was found for a text.
type Results struct {
	Query   []string // the words that were read from the text, without filters
	Shown   string   // the words with typing errors mended; empty: none were
	Filters []Facet  // that were read from the text
	Groups  []Group  // by kind, that of the best hit first
	Total   int      // hits of all kinds, also those beyond the most that were asked for
	Near    []Hit    // where there is no hit: what comes near, best first
	Missing string   // the paragraph that was asked for and is not there, as ¶900; empty: none
}

// Group are the hits of a kind.
type Group struct {
	Kind  Kind
	Hits  []Hit // best first, at most as many as were asked for
	Total int
}

// Hit is a document that was found.
type Hit struct {
	Kind  Kind
	Score float64

	found    *found
	part     int
	document uint32
}

// Document is what was found. Like what is marked in it, it is made when it is
// asked for: few of the hits are ever looked at.
func (h Hit) Document() *Document {
	var d Document
	h.found.index.parts[h.part].documents.Fill(&d, int(h.document))
	return &d
}

// Marked are the whole title, and a piece of what else the document says, with
// what matched in both.
func (h Hit) Marked() (title, body Snippet) {
	d := h.Document()
	m := h.found.marker(h.part)
	defer h.found.Unlock()
	m.read(d)
	marks, _ := m.marks(d.Title)
	return Snippet{d.Title, marks}, m.body(d)
}

// found is what the hits of a query have in common.
type found struct {
	sync.Mutex

	index   *Index
	units   []*unit
	markers []*marker // of parts; nil: not made yet
}

// marker is that of a part. Whoever gets it unlocks f afterwards.
func (f *found) marker(part int) *marker {
	f.Lock()
	if f.markers == nil {
		f.markers = make([]*marker, len(f.index.parts))
	}
	if f.markers[part] == nil {
		f.markers[part] = f.index.marker(f.units, part)
	}
	return f.markers[part]
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
