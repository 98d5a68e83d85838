package plot

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"beltroad/data"
)

// Suggestions are the charts that a dossier gives: each unit that several
// figures share, each pillar, and what is counted of each of the first projects. None of them
// mixes results with promises or estimates. They are found when they are first
// asked for, once for a dossier.
type Suggestions struct {
	units func() []Set
	all   func() []Set
}

// NewSuggestions are those of a dossier.
func NewSuggestions(d *data.Dossier) *Suggestions {
	s := &Suggestions{units: sync.OnceValue(func() []Set { return suggestedUnits(d) })}
	s.all = sync.OnceValue(func() []Set {
		sets := slices.Clone(s.units())
		for _, p := range d.Pillars() {
			if set, ok := PillarSet(d, p.ID); ok {
				sets = append(sets, set)
			}
		}
		for i, p := range d.Projects() {
			if i == mostProjects {
				break
			}
			sets = append(sets, ProjectSets(d, p.ID)...)
		}
		return sets
	})
	return s
}

// mostProjects is how many projects have their charts among the suggestions: a
// list of thousands is no choice. [Find] finds those of the others, too.
const mostProjects = 200

// All are all of them, to be read only: the largest come first among the units.
func (s *Suggestions) All() []Set { return s.all() }

// First is the first of them, which is found without the others; ok is false
// where there is none.
func (s *Suggestions) First() (set Set, ok bool) {
	sets := s.units()
	if len(sets) == 0 {
		sets = s.all()
	}
	if len(sets) == 0 {
		return Set{}, false
	}
	return sets[0], true
}

// suggestedUnits are the units that several figures share.
func suggestedUnits(d *data.Dossier) []Set {
	var sets []Set
	for _, c := range d.Comparables() {
		if s := unitSet(c); suggestsUnit(s) {
			sets = append(sets, s)
		}
	}
	slices.SortStableFunc(sets, func(a, b Set) int { return len(b.Figures) - len(a.Figures) })
	return sets
}

func suggestsUnit(s Set) bool { return len(s.Figures) > 1 && s.Unit != "rank" }

func unitSet(c data.Comparable) Set {
	return Set{ID: "unit/" + c.Unit + "/" + string(c.Claim), Topic: TopicUnit, Unit: c.Unit, Claim: c.Claim, Figures: c.Figures}
}

// Exists tells whether a dossier gives the chart of that id, without finding all.
func Exists(d *data.Dossier, id string) bool {
	_, ok := Find(d, id)
	return ok
}

// Find is the chart of that id, found without the others.
func Find(d *data.Dossier, id string) (Set, bool) {
	topic, about, _ := strings.Cut(id, "/")
	var sets []Set
	switch Topic(topic) {
	case TopicUnit:
		at := strings.LastIndex(about, "/") // a unit may have one, too
		if at < 0 {
			return Set{}, false
		}
		if s := unitSet(d.ComparablesOf(about[:at], data.Claim(about[at+1:]))); suggestsUnit(s) {
			sets = []Set{s}
		}
	case TopicPillar:
		_, there := d.Pillar(about)
		if s, ok := PillarSet(d, about); ok && there {
			sets = []Set{s}
		}
	case TopicProject:
		project, _, _ := strings.Cut(about, "/")
		sets = ProjectSets(d, project)
	}
	if i := slices.IndexFunc(sets, func(s Set) bool { return s.ID == id }); i >= 0 {
		return sets[i], true
	}
	return Set{}, false
}

// each goes through figures where they stand.
func each(figures []data.Figure) iter.Seq[*data.Figure] {
	return func(yield func(*data.Figure) bool) {
		for i := range figures {
			if !yield(&figures[i]) {
				return
			}
		}
	}
}

// unitSets are figures by unit and kind of claim, in the order of the ledger:
// units by the first figure of each, and so the kinds of claim.
func unitSets(figures iter.Seq[*data.Figure], prefix string, which func(*data.Figure) bool) []Set {
	type alike struct {
		unit  string
		claim data.Claim
	}
	var sets []Set
	at, units := map[alike]int{}, map[string]int{}
	for f := range figures {
		if !which(f) {
			continue
		}
		l := alike{f.Quantity.Unit, f.Claim}
		n, known := at[l]
		if !known {
			n = len(sets)
			at[l] = n
			sets = append(sets, Set{ID: prefix + "unit/" + l.unit + "/" + string(l.claim), Topic: TopicUnit, Unit: l.unit, Claim: l.claim})
			if _, seen := units[l.unit]; !seen {
				units[l.unit] = len(units)
			}
		}
		sets[n].Figures = append(sets[n].Figures, f.ID)
	}
	slices.SortStableFunc(sets, func(a, b Set) int { return units[a.Unit] - units[b.Unit] })
	return sets
}

// PillarSet is the one chart of a pillar that tells most: its largest set of
// figures that can be compared. A pillar without two of them shows one of its
// figures among those of the same unit elsewhere.
func PillarSet(d *data.Dossier, pillar string) (Set, bool) {
	own := d.FiguresOfPillar(pillar)
	sets := unitSets(slices.Values(own), "", isOnAxis)
	if len(sets) == 0 {
		return Set{}, false
	}
	headline := d.Metadata().Headline
	shown := func(s Set) bool {
		return slices.ContainsFunc(s.Figures, func(id string) bool { return slices.Contains(headline, id) })
	}
	best, ok := largest(sets, shown)
	if len(best.Figures) < 2 {
		best, ok = amongOthers(d, own, shown)
	}
	best.ID, best.Topic, best.About = "pillar/"+pillar, TopicPillar, pillar
	return best, ok
}

// amongOthers is the largest set of the whole ledger that a pillar's figures
// have a place in.
func amongOthers(d *data.Dossier, own []*data.Figure, shown func(Set) bool) (Set, bool) {
	var sets []Set
	own = slices.DeleteFunc(slices.Clone(own), func(f *data.Figure) bool { return !isOnAxis(f) })
	for _, f := range own {
		if s, ok := FigureSet(d, f.ID); ok && !slices.ContainsFunc(sets, func(other Set) bool { return other.Unit == s.Unit && other.Claim == s.Claim }) {
			s.Highlight = nil
			for _, o := range own {
				if slices.Contains(s.Figures, o.ID) {
					s.Highlight = append(s.Highlight, o.ID)
				}
			}
			sets = append(sets, s)
		}
	}
	return largest(sets, shown)
}

// largest is the set with most figures; among equals one that the dossier
// shows first, then the first.
func largest(sets []Set, shown func(Set) bool) (Set, bool) {
	if len(sets) == 0 {
		return Set{}, false
	}
	return slices.MaxFunc(sets, func(a, b Set) int {
		if n := len(a.Figures) - len(b.Figures); n != 0 {
			return n
		}
		return btoi(shown(a)) - btoi(shown(b))
	}), true
}

// ProjectSets are the charts of a project, one for each unit and kind of claim.
func ProjectSets(d *data.Dossier, project string) []Set {
	sets := unitSets(each(d.FiguresOfProject(project)), "project/"+project+"/", isOnAxis)
	for i := range sets {
		sets[i].Topic, sets[i].About = TopicProject, project
	}
	return sets
}

// FigureSet sets a figure beside those of its unit and kind of claim. A rank
// has no place among others.
func FigureSet(d *data.Dossier, figure string) (Set, bool) {
	f, ok := d.Figure(figure)
	if !ok || f.Quantity.Comparator == data.Rank {
		return Set{}, false
	}
	c := d.ComparablesOf(f.Quantity.Unit, f.Claim)
	s := Set{ID: "figure/" + figure, Topic: TopicFigure, About: figure, Unit: c.Unit, Claim: c.Claim, Figures: c.Figures, Highlight: []string{figure}}
	if c.Ranks > 0 {
		s.Figures = slices.DeleteFunc(slices.Clone(c.Figures), func(id string) bool {
			other, _ := d.Figure(id)
			return other.Quantity.Comparator == data.Rank
		})
	}
	return s, true
}
