package search

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// board is where the documents of a part are scored. All of it is 0 between
// two queries.
type board struct {
	cells []cell
	best  []float32 // of the unit at hand
	seen  []uint32  // documents with a score
	unit  []uint32  // documents of the unit at hand
}

// cell is what a document is about the query, and how much of the query it has.
type cell struct{ score, cover float32 }

// board is one that is free, or a new one.
func (p *part) board() *board {
	select {
	case b := <-p.boards:
		return b
	default:
		n := p.documents.Len()
		return &board{cells: make([]cell, n), best: make([]float32, n)}
	}
}

func (p *part) free(b *board) {
	for _, d := range b.seen {
		b.cells[d] = cell{}
	}
	b.seen = b.seen[:0]
	select {
	case p.boards <- b:
	default:
	}
}

// another is how much of a word a document has that has another one of its stem only.
const another = 0.5

// weigh scores the documents of a part by a unit.
func (b *board) weigh(p *part, u *unit, n int) {
	rarity := float32(u.rarity)
	if all := u.variants[n]; len(all) == 1 && all[0].weight > asOther {
		b.alone(p.of(all[0]), all[0].weight, rarity)
		return
	}
	for _, v := range u.variants[n] {
		if v.weight > asOther {
			b.collect(p.of(v), v.weight)
		}
	}
	sure := len(b.unit)
	for _, v := range u.variants[n] {
		if v.weight <= asOther {
			b.collect(p.of(v), v.weight)
		}
	}
	for i, d := range b.unit {
		c := &b.cells[d]
		if c.cover == 0 {
			b.seen = append(b.seen, d)
		}
		c.score += rarity * b.best[d]
		if b.best[d] = 0; i < sure {
			c.cover += rarity
		} else {
			c.cover += rarity * another
		}
	}
	b.unit = b.unit[:0]
}

// alone scores by a unit with one variant.
func (b *board) alone(postings []posting, weight, rarity float32) {
	for _, at := range postings {
		c := &b.cells[at.document]
		if c.cover == 0 {
			b.seen = append(b.seen, at.document)
		}
		c.score += rarity * weight * at.weight
		c.cover += rarity
	}
}

// collect notes the documents of a variant of the unit at hand.
func (b *board) collect(postings []posting, weight float32) {
	best := b.best
	for _, at := range postings {
		w := weight * at.weight
		switch was := best[at.document]; {
		case was == 0:
			b.unit = append(b.unit, at.document)
			best[at.document] = w
		case w > was:
			best[at.document] = w
		}
	}
}

// of are the postings of a variant.
func (p *part) of(v variant) []posting {
	t := &p.terms[v.term]
	return p.postings[t.first:t.last]
}

// rarity is how much a unit tells documents apart, as BM25 has it. Other words of
// its stem do not make it more common.
func (ix *Index) rarity(u *unit) float64 {
	most := 0
	for n, p := range ix.parts {
		in, other := 0, 0
		for _, v := range u.variants[n] {
			if of := p.terms[v.term].documents(); v.weight > asOther {
				in = max(in, of)
			} else {
				other = max(other, of)
			}
		}
		if in == 0 {
			in = other
		}
		most += in
	}
	r := math.Log(1 + (float64(ix.size-most)+0.5)/(float64(most)+0.5))
	switch {
	case u.weak:
		r /= 10
	case u.text == string(percentSign): // what is counted says more than how many
		r *= 1.5
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

// add adds a candidate, if it is among the best.
func (l *list) add(c candidate, most int) {
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

// complete is how much more a document is worth that has nearly all of the query
// that any has.
const (
	complete  = 1.2
	nearlyAll = 0.95
)

// search finds the documents of units, at most n of each kind.
func (ix *Index) search(ctx context.Context, units []*unit, by narrow, n int) ([]list, error) {
	lists := make([]list, len(allKinds))
	drawn := make([]*board, len(ix.parts))
	for i, p := range ix.parts {
		drawn[i] = p.board()
	}
	defer func() {
		for i, b := range drawn {
			ix.parts[i].free(b)
		}
	}()
	var most float32
	for i, p := range ix.parts {
		b := drawn[i]
		for _, u := range units {
			b.weigh(p, u, i)
		}
		if len(by) > 0 {
			b.seen = b.narrowed(p, by)
		}
		for _, d := range b.seen {
			most = max(most, b.cells[d].cover)
		}
		ix.praise(p, b, units)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, p := range ix.parts {
		drawn[i].list(p, i, lists, most, n)
	}
	return lists, nil
}

// narrowed are the documents with a score that filters let through.
func (b *board) narrowed(p *part, by narrow) []uint32 {
	left, gate := b.seen[:0], by.gate(p)
	for _, d := range b.seen {
		if gate.open(d) {
			left = append(left, d)
		} else {
			b.cells[d] = cell{}
		}
	}
	return left
}

// list puts the documents of a part among the best n of their kind. Most is how
// much of the query the best one has.
func (b *board) list(p *part, part int, lists []list, most float32, n int) {
	var worst [len(ofKind)]float32 // score that makes no difference any more
	var total [len(ofKind)]int
	for k := range lists {
		if len(lists[k].best) == n && n > 0 {
			worst[k] = lists[k].best[n-1].score
		}
	}
	for _, d := range b.seen {
		c := b.cells[d]
		share := c.cover / most
		if share < least {
			continue
		}
		k := p.kinds[d]
		total[k]++
		score := c.score * share * share * p.standing[d]
		if share > nearlyAll {
			score *= complete
		}
		if score < worst[k] {
			continue
		}
		l := &lists[k]
		l.add(candidate{score, part, d}, n)
		if len(l.best) == n && n > 0 {
			worst[k] = l.best[n-1].score
		}
	}
	for k := range lists {
		lists[k].total += total[k]
	}
}

// praise doubles what documents are worth that are called what the query is, or
// what means the same. Words that say little do not matter: what is the ...
func (ix *Index) praise(p *part, b *board, units []*unit) {
	words := ix.basesOf(strong(units))
	named := p.called(hashOf(words))
	ix.thesaurus.match(words, 0, func(set, length int) {
		if length == len(words) {
			named = append(slices.Clip(named), p.called(hashOf([]string{setTerm(set)}))...)
		}
	})
	done := map[uint32]bool{}
	for _, n := range named {
		if !done[n.document] {
			done[n.document] = true
			b.cells[n.document].score *= 2
		}
	}
}

// all are the documents that filters let through, in their order.
func (ix *Index) all(by narrow, most int) []list {
	lists := make([]list, len(allKinds))
	for i, p := range ix.parts {
		gate := by.gate(p)
		for n := range p.documents.Len() {
			d := uint32(n) // #nosec G115 -- from 0
			if gate.open(d) {
				l := &lists[p.kinds[d]]
				l.total++
				l.add(candidate{0, i, d}, most)
			}
		}
	}
	return lists
}
