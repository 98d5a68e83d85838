package mapview

import (
	"github.com/paulmach/orb"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
)

// choice is what a map shows: the places and lines that a filter keeps.
type choice struct {
	features *mapdata.Features
	filter   mapdata.Filter
	places   []*mapdata.Place
	lines    []*mapdata.Line
	sites    []geo.Site // of the places
}

func newChoice(f *mapdata.Features, c mapdata.Filter) choice {
	var all choice
	all.features = f
	all.set(c)
	return all
}

// set takes another filter.
func (c *choice) set(f mapdata.Filter) {
	c.filter = f
	c.places, c.lines = c.features.Pick(f)
	c.sites = make([]geo.Site, len(c.places))
	for i, p := range c.places {
		c.sites[i] = geo.Site{At: p.At, Weight: p.Weight()}
	}
}

// parts are the lines on the plane.
func (c *choice) parts() []orb.LineString {
	var all []orb.LineString
	for _, l := range c.lines {
		all = append(all, l.Parts...)
	}
	return all
}

// bound is what the filter shows of the plane, whatever year it is; the whole
// map where that is nothing.
func (c *choice) bound() orb.Bound {
	f := c.filter
	f.Year = 0
	return c.boundOf(f)
}

// boundOf is what another filter would show.
func (c *choice) boundOf(f mapdata.Filter) orb.Bound {
	b, ok := mapdata.Bound(c.features.Pick(f))
	if !ok {
		return geo.Extent
	}
	return b
}

// placesOf are the places of a mark, of all that its sites were made of.
func placesOf(g geo.Mark, all []*mapdata.Place) []*mapdata.Place {
	places := make([]*mapdata.Place, len(g.Sites))
	for i, s := range g.Sites {
		places[i] = all[s]
	}
	return places
}
