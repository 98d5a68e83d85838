package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"
)

// board is where the documents of a part are scored. All of it is 0 between
// two queries.
type board struct {
	score []float32 // what the documents are about the query
	cover []float32 // how much of the query they have
	best  []float32 // of the unit at hand
	seen  []uint32  // documents with a score
	unit  []uint32  // documents of the unit at hand
}

var boards = sync.Pool{New: func() any { return new(board) }}

// boardFor is a board with room for n documents.
func boardFor(n int) *board {
	b, _ := boards.Get().(*board)
	if len(b.score) < n {
		b.score, b.cover, b.best = make([]float32, n), make([]float32, n), make([]float32, n)
	}
	return b
}

func (b *board) free() {
	for _, d := range b.seen {
		b.score[d], b.cover[d] = 0, 0
	}
	b.seen = b.seen[:0]
	boards.Put(b)
}

// weigh scores the documents of a part by a unit.
func (b *board) weigh(p *part, u *unit, n int) {
	for _, v := range u.variants[n] {
		t := &p.terms[v.term]
		for _, at := range p.postings[t.first:t.last] {
			d, w := at.document, v.weight*at.weight
			if b.best[d] == 0 {
				b.unit = append(b.unit, d)
			}
			b.best[d] = max(b.best[d], w)
		}
	}
	rarity := float32(u.rarity)
	for _, d := range b.unit {
		if b.cover[d] == 0 {
			b.seen = append(b.seen, d)
		}
		b.score[d] += rarity * b.best[d]
		b.cover[d] += rarity
		b.best[d] = 0
	}
	b.unit = b.unit[:0]
}

// rarity is how much a unit tells documents apart, as BM25 has it.
func (ix *Index) rarity(u *unit) float64 {
	most := 0
	for n, p := range ix.parts {
		in := 0
		for _, v := range u.variants[n] {
			in = max(in, p.terms[v.term].documents())
		}
		most += in
	}
	r := math.Log(1 + (float64(ix.size-most)+0.5)/(float64(most)+0.5))
	if u.weak {
		r /= 10
	}
	return r
}

// candidate is a document with its score.
type candidate struct {
	score    float32
	part     int
	document uint32
}

func byScore(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.part, b.part), cmp.Compare(a.document, b.document))
}

// list are the best candidates of a kind, and how many there are.
type list struct {
	best  []candidate
	total int
}

func (l *list) add(c candidate, most int) {
	l.total++
	if len(l.best) == most && (most == 0 || byScore(l.best[most-1], c) < 0) {
		return
	}
	i, _ := slices.BinarySearchFunc(l.best, c, byScore)
	if len(l.best) == most {
		l.best = l.best[:most-1]
	}
	l.best = slices.Insert(l.best, i, c)
}

// least is how much of the query a document has to have of what the best one has.
const least = 0.35

// search finds the documents of units, at most n of each kind.
func (ix *Index) search(ctx context.Context, units []*unit, by narrow, n int) ([]list, error) {
	lists := make([]list, len(allKinds))
	drawn := make([]*board, len(ix.parts))
	for i, p := range ix.parts {
		drawn[i] = boardFor(len(p.documents))
	}
	defer func() {
		for _, b := range drawn {
			b.free()
		}
	}()
	var most float32
	for i, p := range ix.parts {
		b := drawn[i]
		for _, u := range units {
			b.weigh(p, u, i)
		}
		for _, d := range b.seen {
			if b.cover[d] > most && by.lets(&p.documents[d]) {
				most = b.cover[d]
			}
		}
		ix.praise(p, b, units)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, p := range ix.parts {
		b := drawn[i]
		for _, d := range b.seen {
			share := b.cover[d] / most
			if share < least || !by.lets(&p.documents[d]) {
				continue
			}
			k := p.kinds[d]
			lists[k].add(candidate{b.score[d] * share * p.documents[d].standing(k), i, d}, n)
		}
	}
	return lists, nil
}

// praise doubles what documents are worth that are called what the query is, or
// what means the same. Words that say little do not matter: what is the ...
func (ix *Index) praise(p *part, b *board, units []*unit) {
	stems := ix.stemsOf(strong(units))
	named := p.called(hashOf(stems))
	ix.thesaurus.match(stems, 0, func(set, length int) {
		if length == len(stems) {
			named = append(slices.Clip(named), p.called(hashOf([]string{setTerm(set)}))...)
		}
	})
	done := map[uint32]bool{}
	for _, n := range named {
		if !done[n.document] {
			done[n.document] = true
			b.score[n.document] *= 2
		}
	}
}

// all are the documents that filters let through, in their order.
func (ix *Index) all(by narrow, n int) []list {
	lists := make([]list, len(allKinds))
	for i, p := range ix.parts {
		for d := range p.documents {
			if by.lets(&p.documents[d]) {
				lists[p.kinds[d]].add(candidate{0, i, uint32(d)}, n) // #nosec G115 -- from 0
			}
		}
	}
	return lists
}
