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
	counts := make(map[likeness]int32)
	var order []likeness
	firstOf := make(map[string]int) // of each unit
	for i := 0; i < len(figures) && on(i); i++ {
		l := likeness{figures[i].Quantity.Unit, figures[i].Claim}
		if counts[l]++; counts[l] > 1 {
			continue
		}
		order = append(order, l)
		if _, known := firstOf[l.unit]; !known {
			firstOf[l.unit] = i
		}
	}
	slices.SortStableFunc(order, func(a, b likeness) int { return firstOf[a.unit] - firstOf[b.unit] })
	c := comparables{all: make([]Comparable, len(order)), at: make(map[likeness]int32, len(order))}
	room := make([]string, len(figures))
	for i, l := range order {
		n := counts[l]
		c.all[i] = Comparable{Unit: l.unit, Claim: l.claim, Figures: room[:0:n]}
		c.at[l], room = int32(i), room[n:] // #nosec G115 -- no file is large enough for more
	}
	for i := 0; i < len(figures) && on(i); i++ {
		of := &c.all[c.at[likeness{figures[i].Quantity.Unit, figures[i].Claim}]]
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
