package data

import "slices"

// index finds records: by id, and by what they belong to. Values are positions
// in the dossier's slices.
type index struct {
	pillar, project, figure, statement, place map[string]int

	figuresOfPillar, figuresOfProject, projectsOfPillar map[string][]int
	statementsOf, eventsOfProject                       map[string][]int
	placesOfProject, routesOfProject                    map[string][]int

	figuresOfParagraph, projectsOfParagraph  map[int][]int
	statementsOfParagraph, eventsOfParagraph map[int][]int
}

// newIndex indexes the records of d.
func newIndex(d *Dossier) index {
	return index{
		pillar:    byKey(d.pillars, func(p *Pillar) string { return p.ID }),
		project:   byKey(d.projects, func(p *Project) string { return p.ID }),
		figure:    byKey(d.figures, func(f *Figure) string { return f.ID }),
		statement: byKey(d.statements, func(s *Statement) string { return s.ID }),
		place:     byKey(d.places, func(p *Place) string { return p.ID }),

		figuresOfPillar:  group(d.figures, func(f *Figure) string { return f.Pillar }),
		figuresOfProject: group(d.figures, func(f *Figure) string { return f.Project }),
		projectsOfPillar: group(d.projects, func(p *Project) string { return p.Pillar }),
		statementsOf:     group(d.statements, func(s *Statement) string { return s.Parent }),
		eventsOfProject:  group(d.events, func(e *Event) string { return e.Project }),
		placesOfProject:  group(d.projectPlaces, func(p *ProjectPlace) string { return p.Project }),
		routesOfProject:  group(d.routes, func(r *Route) string { return r.Project }),

		figuresOfParagraph:    group(d.figures, func(f *Figure) int { return f.Paragraph }),
		projectsOfParagraph:   groupEach(d.projects, func(p *Project) []int { return p.Paragraphs }),
		statementsOfParagraph: group(d.statements, func(s *Statement) int { return s.Paragraph }),
		eventsOfParagraph:     group(d.events, func(e *Event) int { return e.Paragraph }),
	}
}

func byKey[T any](all []T, key func(*T) string) map[string]int {
	m := make(map[string]int, len(all))
	for i := range all {
		m[key(&all[i])] = i
	}
	return m
}

func group[T any, K comparable](all []T, key func(*T) K) map[K][]int {
	m := make(map[K][]int)
	for i := range all {
		k := key(&all[i])
		m[k] = append(m[k], i)
	}
	return m
}

func groupEach[T any, K comparable](all []T, keys func(*T) []K) map[K][]int {
	m := make(map[K][]int)
	for i := range all {
		for _, k := range keys(&all[i]) {
			m[k] = append(m[k], i)
		}
	}
	return m
}

func find[T any](all []T, at map[string]int, id string) (T, bool) {
	i, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return all[i], true
}

func pick[T any](all []T, at []int) []T {
	picked := make([]T, len(at))
	for i, j := range at {
		picked[i] = all[j]
	}
	return picked
}

// cloned copies records whose own slices would otherwise be shared.
func cloned[T any](all []T, clone func(T) T) []T {
	copies := make([]T, len(all))
	for i, v := range all {
		copies[i] = clone(v)
	}
	return copies
}

func (p Pillar) clone() Pillar {
	p.Paragraphs = slices.Clone(p.Paragraphs)
	return p
}

func (p Project) clone() Project {
	p.AlsoKnownAs = slices.Clone(p.AlsoKnownAs)
	p.Countries = slices.Clone(p.Countries)
	p.Paragraphs = slices.Clone(p.Paragraphs)
	p.NotStated = slices.Clone(p.NotStated)
	return p
}

func (r Route) clone() Route {
	r.Line = slices.Clone(r.Line)
	return r
}

func (s Source) clone() Source {
	s.Author = slices.Clone(s.Author)
	s.Raw = slices.Clone(s.Raw)
	return s
}
