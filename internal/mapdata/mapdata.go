// Package mapdata gathers what of a dossier has a place on the Earth, and chooses
// what of it a map shows.
package mapdata

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/internal/geo"
)

// Layer is a part of the map that can be hidden.
type Layer uint8

// The layers, in the order of the legend.
const (
	Railways Layer = iota
	Ports
	Corridors
	Places
	Institutions
)

// Layers lists every layer.
func Layers() []Layer { return []Layer{Railways, Ports, Corridors, Places, Institutions} }

// Name is the layer's key in translations.
func (l Layer) Name() string {
	return []string{"railways", "ports", "corridors", "places", "institutions"}[l]
}

// Swell is how much larger the layer's sign has to be to look as large as a disc.
func (l Layer) Swell() float32 { return []float32{1, 1.25, 1.35, 0.9, 1.15}[l] }

// LayerOf is the layer that a project belongs to.
func LayerOf(p data.Project) Layer {
	switch p.Kind {
	case "railway":
		return Railways
	case "port":
		return Ports
	case "corridor":
		return Corridors
	case "institution", "fund":
		return Institutions
	default:
		return Places
	}
}

// Atlas is what of a dossier has a place. It does not change.
type Atlas struct {
	Places   []Place        // with at least one project, in file order
	Lines    []Line         // in file order
	Unplaced []data.Project // that no place is known of, in file order
	Placed   int            // projects with a place
}

// Place is a point of the map with the projects there, those with most figures first.
type Place struct {
	data.Place

	At       orb.Point // on the plane
	Projects []Project
}

// Project is what a place is to a project.
type Project struct {
	data.Project

	Tie   data.ProjectPlace
	Layer Layer
	Order int       // of its pillar; 0: none
	When  data.Date // the first date that the source states for it; zero: none
	Most  int       // figures of the project
}

// Line is a schematic line of a project on the plane.
type Line struct {
	Project Project
	Status  string // empty: not stated
	Parts   []orb.LineString
}

// New gathers the places of a dossier.
func New(d *data.Dossier) *Atlas {
	a := &Atlas{}
	known := map[string]Project{}
	for _, p := range d.Projects() {
		pillar, _ := d.Pillar(p.Pillar)
		known[p.ID] = Project{
			Project: p, Layer: LayerOf(p), Order: pillar.Order,
			When: first(d, p), Most: len(d.FiguresOfProject(p.ID)),
		}
		if len(d.PlacesOfProject(p.ID)) == 0 {
			a.Unplaced = append(a.Unplaced, p)
		} else {
			a.Placed++
		}
	}
	ties := map[string][]Project{}
	for _, t := range d.ProjectPlaces() {
		p := known[t.Project]
		p.Tie = t
		ties[t.Place] = append(ties[t.Place], p)
	}
	for _, p := range d.Places() {
		here := ties[p.ID]
		if len(here) == 0 {
			continue
		}
		slices.SortStableFunc(here, func(p, q Project) int { return cmp.Compare(q.Most, p.Most) })
		a.Places = append(a.Places, Place{Place: p, At: geo.Project(p.Lon, p.Lat), Projects: here})
	}
	for _, r := range d.Routes() {
		a.Lines = append(a.Lines, Line{Project: known[r.Project], Status: r.Status, Parts: geo.Path(r.Line)})
	}
	return a
}

// first is the earliest date that the source states for a project.
func first(d *data.Dossier, p data.Project) data.Date {
	dates := []data.Date{p.Start}
	for _, e := range d.EventsOfProject(p.ID) {
		dates = append(dates, e.Date)
	}
	dates = slices.DeleteFunc(dates, data.Date.IsZero)
	if len(dates) == 0 {
		return data.Date{}
	}
	return slices.MinFunc(dates, data.Date.Compare)
}

// Place finds a place by its id.
func (a *Atlas) Place(id string) (Place, bool) {
	i := slices.IndexFunc(a.Places, func(p Place) bool { return p.ID == id })
	if i < 0 {
		return Place{}, false
	}
	return a.Places[i], true
}

// Filter is a choice of what a map shows. The zero Filter shows everything.
type Filter struct {
	Hidden  [5]bool // by layer
	Pillar  *string // nil: all; empty: those of no pillar
	Project string  // its places and lines alone; empty: all
	Year    int     // what is dated later is left out; 0: everything
}

// Shows tells whether a filter keeps a project.
func (f Filter) Shows(p Project) bool {
	switch {
	case f.Project != "":
		return p.ID == f.Project
	case f.Hidden[p.Layer], f.Pillar != nil && *f.Pillar != p.Pillar:
		return false
	default:
		return f.Year == 0 || p.When.Year <= f.Year // the year of no date is 0
	}
}

// Undated tells whether a project is shown though the source states no date for
// it, while the map is shown as of a year.
func (f Filter) Undated(p Project) bool { return f.Year != 0 && p.When.IsZero() }

// Pick keeps the places and lines of a filter. A place has the projects alone
// that the filter shows.
func (a *Atlas) Pick(f Filter) ([]Place, []Line) {
	var places []Place
	for _, p := range a.Places {
		p.Projects = slices.DeleteFunc(slices.Clone(p.Projects), func(q Project) bool { return !f.Shows(q) })
		if len(p.Projects) > 0 {
			places = append(places, p)
		}
	}
	lines := slices.DeleteFunc(slices.Clone(a.Lines), func(l Line) bool { return !f.Shows(l.Project) })
	return places, lines
}

// Bound is the part of the plane that places and lines take up; ok is false for none.
func Bound(places []Place, lines []Line) (b orb.Bound, ok bool) {
	var all orb.MultiPoint
	for _, p := range places {
		all = append(all, p.At)
	}
	for _, l := range lines {
		for _, part := range l.Parts {
			all = append(all, part...)
		}
	}
	if len(all) == 0 {
		return orb.Bound{}, false
	}
	return all.Bound(), true
}

// Tally counts the projects of what is shown, for the sentence under the map.
type Tally struct {
	Dated   int // dated in the source, by the filter's year
	Undated int
	Later   int // dated, but after the filter's year
}

// Tally counts the placed projects that a filter would show in any year.
func (a *Atlas) Tally(f Filter) Tally {
	year := f.Year
	f.Year = 0
	seen := map[string]bool{}
	var t Tally
	for _, place := range a.Places {
		for _, p := range place.Projects {
			if seen[p.ID] || !f.Shows(p) {
				continue
			}
			seen[p.ID] = true
			switch {
			case p.When.IsZero():
				t.Undated++
			case year != 0 && p.When.Year > year:
				t.Later++
			default:
				t.Dated++
			}
		}
	}
	return t
}
