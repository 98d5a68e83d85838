package search

import (
	"slices"
	"strings"
)

// narrow are the values that documents have to have one of, by filters.
type narrow []clause

type clause struct {
	filter string
	values []string
}

// asking is by with more values of a filter.
func (by narrow) asking(filter string, values []string) narrow {
	i := slices.IndexFunc(by, func(c clause) bool { return c.filter == filter })
	if i < 0 {
		i = len(by)
		by = append(by, clause{filter: filter})
	}
	by[i].values = append(by[i].values, values...)
	return by
}

// gate lets documents of a part through: for each clause it has the facets that do.
type gate struct {
	part *part
	lets [][]bool // by the numbers of facets
}

func (by narrow) gate(p *part) gate {
	g := gate{part: p}
	for _, c := range by {
		lets := make([]bool, len(p.facets))
		for i, f := range p.facets {
			lets[i] = f.Filter == c.filter && slices.Contains(c.values, f.Value)
		}
		g.lets = append(g.lets, lets)
	}
	return g
}

// open tells whether a document gets through.
func (g gate) open(document uint32) bool {
	has := g.part.facetsOf(document)
	for _, lets := range g.lets {
		if !slices.ContainsFunc(has, func(f uint32) bool { return lets[f] }) {
			return false
		}
	}
	return true
}

// choice is a filter with the values that documents have.
type choice struct {
	Filter

	values []string
}

// spelled is how a value is offered.
func (c *choice) spelled(value string) string {
	if name := c.Names[value]; name != "" {
		value = name
	}
	return strings.Join(strings.Fields(value), "-")
}

// choices are the filters of documents.
func choices(parts []*part, named []Filter) []choice {
	var all []choice
	for _, by := range []string{ByPillar, ByKind, ByUnit, ByClaim, In} {
		c := choice{Filter: Filter{By: by, Name: by}}
		if i := slices.IndexFunc(named, func(f Filter) bool { return f.By == by }); i >= 0 {
			c.Filter = named[i]
		}
		all = append(all, c)
	}
	known := map[Facet]bool{}
	note := func(f Facet) {
		i := slices.IndexFunc(all, func(c choice) bool { return c.By == f.Filter })
		if i >= 0 && !known[f] {
			known[f] = true
			all[i].values = append(all[i].values, f.Value)
		}
	}
	for _, p := range parts {
		for _, f := range p.facets {
			note(f)
		}
	}
	return all
}

// readFilters parts the filters of a query from its words. One that is not
// whole yet asks for nothing.
func (ix *Index) readFilters(text string) (rest string, filters []Facet, by narrow) {
	var kept strings.Builder
	for piece := range strings.FieldsSeq(text) {
		name, value, ok := cutFilter(piece)
		var c *choice
		if ok {
			c = ix.choice(name)
		}
		if c == nil {
			kept.WriteString(piece + " ")
			continue
		}
		if value == "" {
			continue
		}
		values := c.meant(value)
		by = by.asking(c.By, values)
		for _, v := range values {
			filters = append(filters, Facet{c.By, v})
		}
		if len(values) == 0 { // nothing has such a value
			filters = append(filters, Facet{c.By, value})
		}
	}
	rest = kept.String()
	if n := len(rest); n > 0 && !strings.HasSuffix(text, " ") { // the last word may go on
		rest = rest[:n-1]
	}
	return rest, filters, by
}

func cutFilter(piece string) (name, value string, ok bool) {
	piece = strings.Replace(piece, "：", ":", 1)
	name, value, ok = strings.Cut(piece, ":")
	return name, value, ok && name != ""
}

// choice is the filter of a name; nil: there is none.
func (ix *Index) choice(name string) *choice {
	for i := range ix.choices {
		if c := &ix.choices[i]; fold(name) == c.By || fold(name) == fold(c.Name) {
			return c
		}
	}
	return nil
}

// meant are the values that a text is, or else begins.
func (c *choice) meant(text string) []string {
	var begun []string
	text = fold(text)
	for _, v := range c.values {
		for _, s := range []string{fold(v), fold(c.spelled(v))} {
			if s == text {
				return []string{v}
			}
			if strings.HasPrefix(s, text) && !slices.Contains(begun, v) {
				begun = append(begun, v)
			}
		}
	}
	return begun
}

// fold is a text folded whole.
func fold(s string) string {
	var f folded
	f.fold(s)
	return string(f.text)
}

// Complete are ways to go on with a text whose last word begins a filter or its
// value, each the whole text: "port pi" gives "port pillar:". After a space all
// filters are offered.
func (ix *Index) Complete(text string) []string {
	at := strings.LastIndexByte(text, ' ') + 1
	before, last := text[:at], text[at:]
	name, value, ok := cutFilter(last)
	offered := map[string]bool{}
	var all []string
	offer := func(s string) {
		if s != text && !offered[s] {
			offered[s] = true
			all = append(all, s)
		}
	}
	if ok {
		c := ix.choice(name)
		if c == nil {
			return nil
		}
		for _, v := range c.values {
			if strings.HasPrefix(fold(v), fold(value)) || strings.HasPrefix(fold(c.spelled(v)), fold(value)) {
				offer(before + name + ":" + c.spelled(v))
			}
		}
		return all
	}
	for _, c := range ix.choices {
		if len(c.values) > 0 && strings.HasPrefix(fold(c.Name), fold(last)) {
			offer(before + c.Name + ":")
		}
	}
	return all
}
