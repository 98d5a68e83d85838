package record

import (
	"cmp"
	"slices"
	"strings"
)

// index is what a catalogue knows of its items beforehand, so that filtering
// and sorting touch no item.
type index[T any] struct {
	items  []T
	facets []map[string][]int32 // of each facet, the items that have a key; nil: not looked at yet
	orders []*order             // by each column; nil: not sorted yet
}

// order is items in the order of a column. Items that are equal in it have one
// rank, and stay as the dossier has them, whichever way the order goes.
type order struct{ sorted, ranks []int32 }

func newIndex[T any](items []T, facets, columns int) *index[T] {
	return &index[T]{items: items, facets: make([]map[string][]int32, facets), orders: make([]*order, columns)}
}

// having are the items that have a key of a facet.
func (x *index[T]) having(facet int, keys func(*T) []string, key string) []int32 {
	if x.facets[facet] == nil {
		x.facets[facet] = map[string][]int32{}
		for i := range x.items {
			for _, k := range keys(&x.items[i]) {
				x.facets[facet][k] = append(x.facets[facet][k], int32(i)) // #nosec G115 -- a dossier is smaller
			}
		}
	}
	return x.facets[facet][key]
}

// sort makes an order. It takes its time where there are many items.
func (x *index[T]) sort(by CatalogueColumn[T]) *order {
	o := &order{sorted: make([]int32, len(x.items)), ranks: make([]int32, len(x.items))}
	for i := range o.sorted {
		o.sorted[i] = int32(i) // #nosec G115 -- a dossier is smaller
	}
	compare := x.comparing(by)
	slices.SortFunc(o.sorted, func(a, b int32) int { return cmp.Or(compare(a, b), cmp.Compare(a, b)) })
	rank := int32(0)
	for n, i := range o.sorted {
		if n > 0 && compare(o.sorted[n-1], i) != 0 {
			rank++
		}
		o.ranks[i] = rank
	}
	return o
}

// comparing compares items by their positions. What they are compared by is
// gathered first: to look into each record again and again takes far longer.
func (x *index[T]) comparing(by CatalogueColumn[T]) func(a, b int32) int {
	switch {
	case by.Text != nil:
		texts := make([]string, len(x.items))
		for i := range texts {
			texts[i] = strings.ToLower(by.Text(&x.items[i]))
		}
		return func(a, b int32) int { return strings.Compare(texts[a], texts[b]) }
	case by.Number != nil:
		numbers := make([]int, len(x.items))
		for i := range numbers {
			numbers[i] = by.Number(&x.items[i])
		}
		return func(a, b int32) int { return cmp.Compare(numbers[a], numbers[b]) }
	default:
		return func(a, b int32) int { return by.Compare(&x.items[a], &x.items[b]) }
	}
}

// walk yields the items of an order, the last first if down.
func (o *order) walk(down bool, yield func(item int32)) {
	if !down {
		for _, i := range o.sorted {
			yield(i)
		}
		return
	}
	for end := len(o.sorted); end > 0; {
		start := end - 1
		for start > 0 && o.ranks[o.sorted[start-1]] == o.ranks[o.sorted[end-1]] {
			start--
		}
		for _, i := range o.sorted[start:end] {
			yield(i)
		}
		end = start
	}
}
