package data

import "slices"

// index finds records: by id, and by what they belong to. It is made once, so
// that finding copies nothing.
type index struct {
	ids    positions
	words  wordPositions
	groups groups

	sectionsOf map[SectionRole][]Section
	summary    []Count
}

// positions are where the records with an id stand.
type positions struct {
	pillar, project, figure, statement, place, source map[string]int32
}

// wordPositions are where the words of the vocabulary stand.
type wordPositions struct {
	section, kind, status, unit, layer map[string]int32
}

// groups are the records by what they belong to.
type groups struct {
	figuresOfPillar, figuresOfProject map[string][]Figure
	figuresOfParagraph                map[int][]Figure
	projectsOfPillar                  map[string][]Project
	projectsOfParagraph               map[int][]Project
	statementsOf                      map[string][]Statement
	statementsOfParagraph             map[int][]Statement
	rootsOf, leavesOf                 map[string][]Statement
	eventsOfProject                   map[string][]Event
	eventsOfParagraph                 map[int][]Event
	placesOfProject                   map[string][]ProjectPlace
	routesOfProject                   map[string][]Route
}

// newIndex indexes the records of d.
func newIndex(d *Dossier) index {
	v := &d.vocabulary
	return index{
		ids: positions{
			pillar:    byKey(d.pillars, func(p *Pillar) string { return p.ID }),
			project:   byKey(d.projects, func(p *Project) string { return p.ID }),
			figure:    byKey(d.figures, func(f *Figure) string { return f.ID }),
			statement: byKey(d.statements, func(s *Statement) string { return s.ID }),
			place:     byKey(d.places, func(p *Place) string { return p.ID }),
			source:    byKey(d.sources, func(s *Source) string { return s.ID }),
		},
		words: wordPositions{
			section: byKey(v.sections, func(s *Section) string { return s.ID }),
			kind:    byKey(v.kinds, func(k *Kind) string { return k.ID }),
			status:  byKey(v.statuses, func(s *Status) string { return s.ID }),
			unit:    byKey(v.units, func(u *Unit) string { return u.ID }),
			layer:   byKey(v.layers, func(l *Layer) string { return l.ID }),
		},
		groups:     newGroups(d),
		sectionsOf: group(v.sections, func(s *Section) SectionRole { return s.Role }),
		summary:    summary(d),
	}
}

func newGroups(d *Dossier) groups {
	parents := make(map[string]bool)
	for i := range d.statements {
		parents[d.statements[i].Parent] = true
	}
	return groups{
		figuresOfPillar:       group(d.figures, func(f *Figure) string { return f.Pillar }),
		figuresOfProject:      group(d.figures, func(f *Figure) string { return f.Project }),
		figuresOfParagraph:    group(d.figures, func(f *Figure) int { return f.Paragraph }),
		projectsOfPillar:      group(d.projects, func(p *Project) string { return p.Pillar }),
		projectsOfParagraph:   groupEach(d.projects, func(p *Project) []int { return p.Paragraphs }),
		statementsOf:          group(d.statements, func(s *Statement) string { return s.Parent }),
		statementsOfParagraph: group(d.statements, func(s *Statement) int { return s.Paragraph }),
		rootsOf:               groupSome(d.statements, func(s *Statement) (string, bool) { return s.Section, s.Parent == "" }),
		leavesOf:              groupSome(d.statements, func(s *Statement) (string, bool) { return s.Section, !parents[s.ID] }),
		eventsOfProject:       group(d.events, func(e *Event) string { return e.Project }),
		eventsOfParagraph:     group(d.events, func(e *Event) int { return e.Paragraph }),
		placesOfProject:       group(d.projectPlaces, func(p *ProjectPlace) string { return p.Project }),
		routesOfProject:       group(d.routes, func(r *Route) string { return r.Project }),
	}
}

func summary(d *Dossier) []Count {
	return []Count{
		{"pillars", len(d.pillars)},
		{"projects", len(d.projects)},
		{"figures", len(d.figures)},
		{"statements", len(d.statements)},
		{"events", len(d.events)},
		{"places", len(d.places)},
		{"project_places", len(d.projectPlaces)},
		{"routes", len(d.routes)},
		{"paragraphs", len(d.paragraphs)},
		{"sources", len(d.sources)},
	}
}

func byKey[T any](all []T, key func(*T) string) map[string]int32 {
	m := make(map[string]int32, len(all))
	for i := range all {
		m[key(&all[i])] = int32(i) // #nosec G115 -- no file is large enough for more
	}
	return m
}

// group has the records of each key, in file order.
func group[T any, K comparable](all []T, key func(*T) K) map[K][]T {
	return groupSome(all, func(v *T) (K, bool) { return key(v), true })
}

// span is where the records of a key stand in a slice.
type span struct{ first, last, n int }

// groupSome is group, for the records that have a key. Records that stand
// together are shared with the slice that they are from; only scattered ones
// are copied.
func groupSome[T any, K comparable](all []T, key func(*T) (K, bool)) map[K][]T {
	spans := make(map[K]span)
	for i := range all {
		k, ok := key(&all[i])
		if !ok {
			continue
		}
		s, known := spans[k]
		if !known {
			s.first = i
		}
		spans[k] = span{s.first, i, s.n + 1}
	}
	m := make(map[K][]T, len(spans))
	scattered := 0
	for k, s := range spans {
		if s.last-s.first+1 == s.n {
			m[k] = all[s.first : s.last+1 : s.last+1]
			delete(spans, k)
			continue
		}
		scattered += s.n
	}
	room := make([]T, scattered)
	for k, s := range spans {
		m[k], room = room[:0:s.n], room[s.n:]
	}
	if scattered == 0 {
		return m
	}
	for i := range all {
		k, ok := key(&all[i])
		if _, isScattered := spans[k]; ok && isScattered {
			m[k] = append(m[k], all[i])
		}
	}
	return m
}

// groupEach is group, for records that have several keys.
func groupEach[T any, K comparable](all []T, keys func(*T) []K) map[K][]T {
	m := make(map[K][]T)
	for i := range all {
		for _, k := range keys(&all[i]) {
			m[k] = append(m[k], all[i])
		}
	}
	for k, records := range m {
		m[k] = slices.Clip(records)
	}
	return m
}

func find[T any](all []T, at map[string]int32, id string) (T, bool) {
	i, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return all[i], true
}
