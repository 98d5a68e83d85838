package data

import "slices"

// Comparable are the figures of one unit and one kind of claim: those that a
// chart may set side by side.
type Comparable struct {
	Unit    string
	Claim   Claim
	Figures []string // ids, in file order
	Ranks   int      // how many of them are ranks, which have no place on an axis
}

// comparables are the figures by what they can be compared in.
type comparables struct {
	all []Comparable
	at  map[likeness]int32
}

// likeness is what figures that can be compared agree in.
type likeness struct {
	unit  string
	claim Claim
}

// newComparables groups figures: units in the order of their first figures, and
// within a unit the kinds of claim likewise.
func newComparables(figures []Figure, on goesOn) comparables {
	const fewKinds = 64 // that room is made for before any is known
	var (
		found   []likeness
		counts  []int
		at      = make(map[likeness]int32, min(len(figures), fewKinds)) // in found
		kinds   = make([]int32, len(figures))
		firstOf = make(map[string]int) // of each unit
	)
	for i := 0; i < len(figures) && on(i); i++ {
		l := likeness{figures[i].Quantity.Unit, figures[i].Claim}
		kind, known := at[l]
		if !known {
			kind = int32(len(found)) // #nosec G115 -- no file is large enough for more
			at[l] = kind
			found, counts = append(found, l), append(counts, 0)
			if _, known := firstOf[l.unit]; !known {
				firstOf[l.unit] = i
			}
		}
		kinds[i] = kind
		counts[kind]++
	}
	order := make([]int32, len(found))
	for i := range order {
		order[i] = int32(i) // #nosec G115 -- as above
	}
	slices.SortStableFunc(order, func(a, b int32) int { return firstOf[found[a].unit] - firstOf[found[b].unit] })
	c := comparables{all: make([]Comparable, len(order)), at: at}
	places := make([]int32, len(order)) // of each kind, in order
	room := make([]string, len(figures))
	for i, kind := range order {
		l, n := found[kind], counts[kind]
		c.all[i] = Comparable{Unit: l.unit, Claim: l.claim, Figures: room[:0:n]}
		room = room[n:]
		places[kind], at[l] = int32(i), int32(i) // #nosec G115 -- as above
	}
	for i := 0; i < len(figures) && on(i); i++ {
		of := &c.all[places[kinds[i]]]
		of.Figures = append(of.Figures, figures[i].ID)
		if figures[i].Quantity.Comparator == Rank {
			of.Ranks++
		}
	}
	return c
}

// Comparables are all figures by unit and kind of claim, in the order of the
// first figure of a unit, and then of a kind.
func (d *Dossier) Comparables() []Comparable { return d.index.comparables.all }

// ComparablesOf are the figures of one unit and kind of claim.
func (d *Dossier) ComparablesOf(unit string, claim Claim) Comparable {
	if i, ok := d.index.comparables.at[likeness{unit, claim}]; ok {
		return d.index.comparables.all[i]
	}
	return Comparable{Unit: unit, Claim: claim}
}
