// Package mapdata gathers which records of a dossier have a place on the Earth,
// and chooses which of them a map shows.
package mapdata

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/internal/geo"
)

// Features are the records of a dossier that have a place. They do not change.
type Features struct {
	Dossier  *data.Dossier
	Layers   []data.Layer    // that a record with a place belongs to, in the dossier's order
	Statuses []Status        // of the lines, in the dossier's order; the one that is not stated last
	Places   []*Place        // with at least one project, in file order
	Lines    []*Line         // in file order
	Unplaced []*data.Project // that no source names a place of, in file order
	Unnamed  []*data.Project // that the presented source names no place of, in file order
	Placed   []*Project      // those with a place, in file order

	places map[string]*Place
}

// Status is what a line has come to.
type Status struct {
	ID    string         // empty: not stated
	Style data.LineStyle // of the lines; empty: not stated
}

// Place is a point of the map with the projects there, those with most figures first.
type Place struct {
	data.Place

	At       orb.Point // on the plane
	Projects []Project
}

// Gazetteer is the name of the work that the place's position is from, without
// what its source says of the edition and of the entry there.
func Gazetteer(p data.Place) string {
	name := p.Source
	for _, detail := range []string{" via ", ": ", " (", ", "} {
		name, _, _ = strings.Cut(name, detail)
	}
	return strings.TrimSpace(name)
}

// Gazetteers are those of the places, each once.
func (f *Features) Gazetteers() []string {
	var all []string
	for _, p := range f.Places {
		if name := Gazetteer(p.Place); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// Weight says which of several places that share a mark gives it its look: the
// one with most projects and figures.
func (p *Place) Weight() int {
	weight := 0
	for i := range p.Projects {
		weight += 1 + 10*p.Projects[i].Most
	}
	return weight
}

// Project is what a place is to a project.
type Project struct {
	*data.Project

	// Tie is what binds it to the place; of a line, its source alone; of what is
	// placed, the tie of the presented source if there is one.
	Tie   data.ProjectPlace
	Layer data.Layer
	Order int       // of its pillar; 0: none
	When  data.Date // the first date that the source states for it; zero: none
	Most  int       // figures of the project
}

// Line is a schematic line of a project on the plane.
type Line struct {
	Project Project
	Status
	Parts []orb.LineString
}

// Exists tells whether a dossier has anything for a map.
func Exists(d *data.Dossier) bool { return len(d.Places()) > 0 || len(d.Routes()) > 0 }

// New gathers what of a dossier has a place.
func New(d *data.Dossier) *Features {
	f := &Features{places: map[string]*Place{}, Dossier: d}
	projects := d.Projects()
	all := make([]Project, len(projects))
	known := make(map[string]*Project, len(projects))
	for i := range projects {
		p := &projects[i]
		pillar, _ := d.Pillar(p.Pillar)
		all[i] = Project{Project: p, Layer: LayerOf(d, p), Order: pillar.Order, When: first(d, p), Most: d.CountOfProject(p.ID)}
		known[p.ID] = &all[i]
		at := d.PlacesOfProject(p.ID)
		presented := slices.IndexFunc(at, func(t data.ProjectPlace) bool { return t.Source == "" })
		if presented < 0 {
			f.Unnamed = append(f.Unnamed, p)
		}
		if len(at) == 0 {
			f.Unplaced = append(f.Unplaced, p)
			continue
		}
		placed := all[i]
		placed.Tie = at[max(presented, 0)]
		f.Placed = append(f.Placed, &placed)
	}
	ties := map[string][]Project{}
	for _, t := range d.ProjectPlaces() {
		p := *known[t.Project]
		p.Tie = t
		ties[t.Place] = append(ties[t.Place], p)
	}
	for _, p := range d.Places() {
		here := ties[p.ID]
		if len(here) == 0 {
			continue
		}
		slices.SortStableFunc(here, func(p, q Project) int { return cmp.Compare(q.Most, p.Most) })
		place := &Place{Place: p, At: geo.Project(p.Lon, p.Lat), Projects: here}
		f.Places = append(f.Places, place)
		f.places[p.ID] = place
	}
	for _, r := range d.Routes() {
		status, _ := d.Status(r.Status)
		p := *known[r.Project]
		p.Tie = data.ProjectPlace{Project: r.Project, Paragraph: r.Paragraph, Source: r.Source}
		f.Lines = append(f.Lines, &Line{Project: p, Status: Status{r.Status, status.Line}, Parts: geo.Path(r.Line)})
	}
	f.explain(d)
	return f
}

// LayerOf is the layer that a project belongs to, by its kind.
func LayerOf(d *data.Dossier, p *data.Project) data.Layer {
	kind, _ := d.Kind(p.Kind)
	layer, _ := d.Layer(kind.Layer)
	return layer
}

// explain lists the layers and the statuses that there are.
func (f *Features) explain(d *data.Dossier) {
	layers := map[string]bool{}
	for _, p := range f.Placed {
		layers[p.Layer.ID] = true
	}
	statuses := map[string]bool{}
	for _, l := range f.Lines {
		layers[l.Project.Layer.ID] = true
		statuses[l.ID] = true
	}
	for _, l := range d.Layers() {
		if layers[l.ID] {
			f.Layers = append(f.Layers, l)
		}
	}
	for _, s := range d.Statuses() {
		if statuses[s.ID] {
			f.Statuses = append(f.Statuses, Status{s.ID, s.Line})
		}
	}
	if statuses[""] {
		f.Statuses = append(f.Statuses, Status{})
	}
}

// first is the earliest date that the presented source states for a project.
func first(d *data.Dossier, p *data.Project) data.Date {
	when := p.Start
	for _, e := range d.EventsOfProject(p.ID) {
		if e.Source == "" && (when.IsZero() || !e.Date.IsZero() && e.Date.Compare(when) < 0) {
			when = e.Date
		}
	}
	return when
}

// Elsewhere tells whether another source than the presented one places a project.
func (f *Features) Elsewhere() bool {
	return slices.ContainsFunc(f.Dossier.ProjectPlaces(), func(t data.ProjectPlace) bool { return t.Source != "" }) ||
		slices.ContainsFunc(f.Dossier.Routes(), func(r data.Route) bool { return r.Source != "" })
}

// Place finds a place by its id.
func (f *Features) Place(id string) (*Place, bool) {
	p, ok := f.places[id]
	return p, ok
}

// Overview is the filter of a map that is seen before anything is chosen: without
// the layers that the dossier leaves out of it.
func (f *Features) Overview() Filter {
	var c Filter
	for _, l := range f.Layers {
		c.Hidden = c.Hidden.With(l.ID, !l.Overview)
	}
	return c
}

// Pick keeps the places and lines of a filter. A place has the projects alone
// that the filter shows.
func (f *Features) Pick(c Filter) ([]*Place, []*Line) {
	hides := func(q Project) bool { return !c.Shows(&q) }
	places := make([]*Place, 0, len(f.Places))
	for _, p := range f.Places {
		switch i := slices.IndexFunc(p.Projects, hides); {
		case i < 0:
			places = append(places, p)
		case i > 0 || len(p.Projects) > 1:
			kept := *p
			if kept.Projects = slices.DeleteFunc(slices.Clone(p.Projects), hides); len(kept.Projects) > 0 {
				places = append(places, &kept)
			}
		}
	}
	lines := make([]*Line, 0, len(f.Lines))
	for _, l := range f.Lines {
		if c.Shows(&l.Project) {
			lines = append(lines, l)
		}
	}
	return places, lines
}

// Bound is the part of the plane that places and lines take up; ok is false for none.
func Bound(places []*Place, lines []*Line) (b orb.Bound, ok bool) {
	extend := func(p orb.Point) {
		if !ok {
			b, ok = p.Bound(), true
		}
		b = b.Extend(p)
	}
	for _, p := range places {
		extend(p.At)
	}
	for _, l := range lines {
		for _, part := range l.Parts {
			for _, p := range part {
				extend(p)
			}
		}
	}
	return b, ok
}

// Tally counts the projects of what is shown, for the sentence under the map.
type Tally struct {
	Dated   int // dated in the source, by the filter's year
	Undated int
	Later   int // dated, but after the filter's year
}

// Tally counts the placed projects that a filter would show in any year.
func (f *Features) Tally(c Filter) Tally {
	year := c.Year
	c.Year = 0
	var t Tally
	for _, p := range f.Placed {
		switch {
		case !c.Shows(p):
		case p.When.IsZero():
			t.Undated++
		case year != 0 && int(p.When.Year) > year:
			t.Later++
		default:
			t.Dated++
		}
	}
	return t
}

// All tells how many projects are counted.
func (t Tally) All() int { return t.Dated + t.Undated + t.Later }
