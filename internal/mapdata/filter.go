package mapdata

import (
	"slices"
	"strings"
)

// Filter is a choice of what a map shows. Filters compare with ==; the zero
// Filter shows everything.
type Filter struct {
	Hidden  LayerSet
	Pillar  string // id; empty: all; [NoPillar]: those of none
	Project string // its places and lines alone; empty: all
	Year    int    // what is dated later is left out; 0: everything
	Only    bool   // what the presented source places alone
}

// NoPillar stands for the projects that belong to no pillar: no id is like it.
const NoPillar = "-"

// Shows tells whether a filter keeps a project.
func (f Filter) Shows(p *Project) bool {
	switch {
	case f.Project != "":
		return p.ID == f.Project
	case f.Hidden.Has(p.Layer.ID), f.Only && p.Tie.Source != "":
		return false
	case f.Pillar == NoPillar && p.Pillar != "", f.Pillar != "" && f.Pillar != NoPillar && f.Pillar != p.Pillar:
		return false
	default:
		return f.Year == 0 || int(p.When.Year) <= f.Year // the year of no date is 0
	}
}

// Undated tells whether a project is shown though the source states no date for
// it, while the map is shown as of a year.
func (f Filter) Undated(p *Project) bool { return f.Year != 0 && p.When.IsZero() }

// LayerSet is a set of layers: their ids in order, with [between] between them,
// so that equal sets are equal values.
type LayerSet string

// between parts the ids of a set; the descriptor lets no id have it.
const between = ";"

// SetOf is the set of those layers.
func SetOf(ids ...string) LayerSet {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == "" })
	slices.Sort(ids)
	return LayerSet(strings.Join(slices.Compact(ids), between))
}

// Has tells whether a layer is in the set.
func (s LayerSet) Has(id string) bool {
	for rest := string(s); rest != ""; {
		one, more, _ := strings.Cut(rest, between)
		if one == id {
			return true
		}
		rest = more
	}
	return false
}

// With is the set with a layer in it, or without.
func (s LayerSet) With(id string, in bool) LayerSet {
	if s.Has(id) == in {
		return s
	}
	ids := strings.Split(string(s), between)
	if in {
		return SetOf(append(ids, id)...)
	}
	return SetOf(slices.DeleteFunc(ids, func(one string) bool { return one == id })...)
}
