package align

import (
	"cmp"
	"context"
	"slices"
)

const (
	// slack is how much a page's head and foot may put into a paragraph.
	slack = 320
	// loss is how much a copy may lack inside a paragraph.
	loss = 2 * stretch
	// mostHits of one paragraph are looked at: a text that says the same over and
	// over again is no copy.
	mostHits = 20_000
	// lookBack is how many hits back a chain goes on.
	lookBack = 64
	// mostPlaces are tried for one paragraph.
	mostPlaces = 4
)

// candidate is a place in a copy where a paragraph may be.
type candidate struct {
	paragraph int // index
	spans     []span
	exact     bool
	hits      int // of its stretches that are there
}

func (c *candidate) start() int { return c.spans[0].start }
func (c *candidate) end() int   { return c.spans[len(c.spans)-1].end }

// weight is how much of the paragraph a candidate explains.
func (c *candidate) weight(prints []imprint) float64 {
	p := &prints[c.paragraph]
	if c.exact {
		return 2 * float64(p.length)
	}
	return float64(c.hits*p.length) / float64(len(p.tiles))
}

// hit is a stretch of a paragraph found in a copy.
type hit struct{ at, tile int }

// candidates are all places where long paragraphs may be.
func candidates(ctx context.Context, f *folded, prints []imprint) ([]candidate, error) {
	hits, err := allHits(ctx, f, prints)
	if err != nil {
		return nil, err
	}
	var all []candidate
	for i := range prints {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		left := hits[i]
		for range mostPlaces {
			chain := longest(&prints[i], left)
			if len(chain) == 0 {
				break
			}
			c := place(f, &prints[i], chain)
			if !c.exact && len(chain) < enough(len(prints[i].tiles)) {
				break
			}
			c.paragraph, c.hits = i, len(chain)
			all = append(all, c)
			first, last := chain[0].at, chain[len(chain)-1].at
			left = slices.DeleteFunc(left, func(h hit) bool { return h.at >= first && h.at <= last })
		}
	}
	return all, nil
}

// enough is how many of a paragraph's stretches have to be found in order, if
// not every letter agrees. Fewer than three may be there by chance.
func enough(tiles int) int { return max(3, (tiles+1)/2) }

// allHits looks for the stretches of all paragraphs at once.
func allHits(ctx context.Context, f *folded, prints []imprint) ([][]hit, error) {
	type owner struct{ paragraph, tile int }
	owners := make(map[uint16][]owner)
	for i := range prints {
		for j, t := range prints[i].tiles {
			owners[t.hash] = append(owners[t.hash], owner{i, j})
		}
	}
	hits := make([][]hit, len(prints))
	for at := 0; at+stretch <= len(f.runes); at++ {
		if at%(1<<16) == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, o := range owners[tileOf(f.sum(span{at, at + stretch}))] {
			if len(hits[o.paragraph]) < mostHits {
				hits[o.paragraph] = append(hits[o.paragraph], hit{at, o.tile})
			}
		}
	}
	return hits, nil
}

// longest is the longest chain of hits that stand in order, about as far from
// each other as in the paragraph.
func longest(p *imprint, hits []hit) []hit {
	lengths, before := make([]int, len(hits)), make([]int, len(hits))
	best := -1
	for i, h := range hits {
		lengths[i], before[i] = 1, -1
		for j := i - 1; j >= max(0, i-lookBack); j-- {
			if lengths[j] >= lengths[i] && follows(p, hits[j], h) {
				lengths[i], before[i] = lengths[j]+1, j
			}
		}
		if best < 0 || lengths[i] > lengths[best] {
			best = i
		}
	}
	var chain []hit
	for i := best; i >= 0; i = before[i] {
		chain = append(chain, hits[i])
	}
	slices.Reverse(chain)
	return chain
}

func follows(p *imprint, a, b hit) bool {
	drift := (b.at - a.at) - (p.tiles[b.tile].offset - p.tiles[a.tile].offset)
	return b.tile > a.tile && b.at > a.at && drift <= slack && drift >= -loss
}

// place is where a paragraph lies by its chain of hits. What a page's head or
// foot has put into it is taken out, if all the rest then agrees.
func place(f *folded, p *imprint, chain []hit) candidate {
	first, last := chain[0], chain[len(chain)-1]
	start := first.at - p.tiles[first.tile].offset
	end := last.at + p.length - p.tiles[last.tile].offset
	inside := insertions(p, chain)
	if spans, ok := cut(f, p, span{start, end}, inside); ok {
		return candidate{spans: spans, exact: true}
	}
	if len(inside) == 0 && len(chain) > 1 {
		if spans, ok := cutEnds(f, p, span{start, end}, chain); ok {
			return candidate{spans: spans, exact: true}
		}
	}
	whole := span{max(start, 0), min(end, len(f.runes))}
	return candidate{spans: []span{whole}}
}

// insertion is that so many runes too many lie somewhere between two places.
type insertion struct{ from, to, size int }

// insertions are where a chain is longer than its paragraph.
func insertions(p *imprint, chain []hit) []insertion {
	var all []insertion
	for i := 1; i < len(chain); i++ {
		a, b := chain[i-1], chain[i]
		if size := (b.at - a.at) - (p.tiles[b.tile].offset - p.tiles[a.tile].offset); size != 0 {
			all = append(all, insertion{min(a.at+stretch, b.at), b.at, size})
		}
	}
	return all
}

// cut takes insertions out at the one place where all the rest agrees with the
// hash of all.
func cut(f *folded, p *imprint, whole span, inside []insertion) ([]span, bool) {
	const most = 3 // tried together
	if whole.start < 0 || whole.end > len(f.runes) || len(inside) > most {
		return nil, false
	}
	if len(inside) == 0 {
		ok := whole.length() == p.length && wholeOf(f.sum(whole), p.length) == p.whole
		return []span{whole}, ok
	}
	var try func(done []span, from int, left []insertion) ([]span, bool)
	try = func(done []span, from int, left []insertion) ([]span, bool) {
		if len(left) == 0 {
			all := slices.DeleteFunc(append(slices.Clone(done), span{from, whole.end}), func(s span) bool { return s.length() <= 0 })
			return all, lengthOf(all) == p.length && wholeOf(f.sum(all...), p.length) == p.whole
		}
		in := left[0]
		for at := in.from; in.size > 0 && at+in.size <= in.to; at++ {
			if all, ok := try(append(done, span{from, at}), at+in.size, left[1:]); ok {
				return all, true
			}
		}
		return nil, false
	}
	return try(nil, whole.start, inside)
}

func lengthOf(spans []span) int {
	n := 0
	for _, s := range spans {
		n += s.length()
	}
	return n
}

// cutEnds is cut for an insertion before the first stretch that was found, or
// behind the last one: how long it is, no other stretch tells.
func cutEnds(f *folded, p *imprint, whole span, chain []hit) ([]span, bool) {
	const near = 2 // stretches that an insertion may have broken
	first, last := chain[0], chain[len(chain)-1]
	behind := len(p.tiles) - 1 - last.tile
	for size := 1; size <= slack; size++ {
		if first.tile > 0 && first.tile <= near {
			in := insertion{whole.start - size, first.at, size}
			if spans, ok := cut(f, p, span{whole.start - size, whole.end}, []insertion{in}); ok {
				return spans, true
			}
		}
		if behind > 0 && behind <= near {
			in := insertion{last.at + stretch, whole.end + size, size}
			if spans, ok := cut(f, p, span{whole.start, whole.end + size}, []insertion{in}); ok {
				return spans, true
			}
		}
	}
	return nil, false
}

// inOrder are the candidates that explain most of the copy, in the order of the
// source. Each paragraph and each place is taken once.
func inOrder(ctx context.Context, prints []imprint, all []candidate) ([]candidate, error) {
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.start(), b.start()), cmp.Compare(a.end(), b.end()))
	})
	best, before := make([]float64, len(all)), make([]int, len(all))
	at := -1
	for i := range all {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		before[i] = -1
		for j := range i {
			if best[j] > best[i] && all[j].paragraph < all[i].paragraph && all[j].end() <= all[i].start() {
				best[i], before[i] = best[j], j
			}
		}
		best[i] += all[i].weight(prints)
		if at < 0 || best[i] > best[at] {
			at = i
		}
	}
	var taken []candidate
	for ; at >= 0; at = before[at] {
		taken = append(taken, all[at])
	}
	slices.Reverse(taken)
	return taken, nil
}
