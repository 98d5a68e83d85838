package data

import (
	"sync/atomic"

	"beltroad/data/internal/schema"
)

// index finds records: by id, and by what they belong to. It is made once, so
// that finding copies nothing.
type index struct {
	ids    positions
	words  wordPositions
	groups groups

	comparables comparables

	sectionsOf grouping[SectionRole, Section]
	summary    []Count
}

// firstRow is the row of a table's first record, unless blank rows stand before
// it: then rowsMoved tells it. Positions are counted from it.
const firstRow = 2

// positions are where records with an id are, counted from firstRow.
type positions struct {
	pillar, project, figure, statement, event, place, source map[string]int32
}

// wordPositions are likewise where the words of the vocabulary stand.
type wordPositions struct {
	section, kind, status, unit, layer map[string]int32
}

// groups are the records by what they belong to.
type groups struct {
	figuresOfPillar       map[string][]*Figure
	figuresOfProject      grouping[string, Figure]
	figuresOfParagraph    grouping[int, Figure]
	secondSourcesOf       grouping[string, SecondSource]
	projectsOfPillar      map[string][]*Project
	projectsOfParagraph   grouping[int, Project]
	statementsOf          grouping[string, Statement]
	statementsOfParagraph grouping[int, Statement]
	rootsOf, tasksOf      grouping[string, Statement]
	eventsOfProject       grouping[string, Event]
	eventsOfParagraph     grouping[int, Event]
	placesOfProject       grouping[string, ProjectPlace]
	routesOfProject       grouping[string, Route]
}

// makeIndex indexes the records of d, with the keys that reading its tables has
// found. A large dossier has much of it to do, so that it is told, and ends,
// step by step.
func (r *reader) makeIndex(d *Dossier) {
	x, v, t := &d.index, &d.vocabulary, r.tables
	x.ids.pillar = byKey(d.pillars, func(p *Pillar) string { return p.ID }) // which have been sorted
	x.ids.project, x.ids.figure, x.ids.statement = t[schema.Projects].keys, t[schema.Figures].keys, t[schema.Statements].keys
	x.ids.event, x.ids.place = t[schema.Events].keys, t[schema.Places].keys
	x.ids.source = byKey(d.sources, func(s *Source) string { return s.ID })
	x.words = wordPositions{
		section: byKey(v.sections, func(s *Section) string { return s.ID }),
		kind:    byKey(v.kinds, func(k *Kind) string { return k.ID }),
		status:  byKey(v.statuses, func(s *Status) string { return s.ID }),
		unit:    byKey(v.units, func(u *Unit) string { return u.ID }),
		layer:   byKey(v.layers, func(l *Layer) string { return l.ID }),
	}
	x.sectionsOf = group(v.sections, r.goesOn, func(s *Section) SectionRole { return s.Role })
	x.summary = summary(d)
	x.comparables = newComparables(d.figures, r.goesOn)
	for _, step := range groupSteps(d, &x.groups, r.goesOn) {
		if r.err != nil {
			return
		}
		step()
	}
}

// goesOn tells before each of many records, by its number, whether to go on.
type goesOn = func(i int) bool

// groupSteps are what makes the groups, one by one.
func groupSteps(d *Dossier, g *groups, on goesOn) []func() {
	parents := make(map[string]bool)
	return []func(){
		func() { g.figuresOfPillar = inPlace(d.figures, func(f *Figure) string { return f.Pillar }) },
		func() { g.figuresOfProject = group(d.figures, on, func(f *Figure) string { return f.Project }) },
		func() { g.figuresOfParagraph = group(d.figures, on, func(f *Figure) int { return f.Paragraph }) },
		func() {
			g.secondSourcesOf = group(d.secondSources, on, func(s *SecondSource) string { return s.Figure })
		},
		func() { g.projectsOfPillar = inPlace(d.projects, func(p *Project) string { return p.Pillar }) },
		func() {
			g.projectsOfParagraph = groupEach(d.projects, on, func(p *Project) []int { return p.Paragraphs })
		},
		func() { g.statementsOf = group(d.statements, on, func(s *Statement) string { return s.Parent }) },
		func() {
			g.statementsOfParagraph = group(d.statements, on, func(s *Statement) int { return s.Paragraph })
		},
		func() {
			g.rootsOf = groupSome(d.statements, on, func(s *Statement) (string, bool) { return s.Section, s.Parent == "" })
		},
		func() {
			for i := 0; i < len(d.statements) && on(i); i++ {
				parents[d.statements[i].Parent] = true
			}
		},
		func() {
			g.tasksOf = groupSome(d.statements, on, func(s *Statement) (string, bool) {
				return s.Section, s.Claim == Commitment && !parents[s.ID]
			})
		},
		func() { g.eventsOfProject = group(d.events, on, func(e *Event) string { return e.Project }) },
		func() { g.eventsOfParagraph = group(d.events, on, func(e *Event) int { return e.Paragraph }) },
		func() {
			g.placesOfProject = group(d.projectPlaces, on, func(p *ProjectPlace) string { return p.Project })
		},
		func() { g.routesOfProject = group(d.routes, on, func(r *Route) string { return r.Project }) },
	}
}

func summary(d *Dossier) []Count {
	return []Count{
		{"pillars", len(d.pillars)},
		{"projects", len(d.projects)},
		{"figures", len(d.figures)},
		{"second_sources", len(d.secondSources)},
		{"statements", len(d.statements)},
		{"events", len(d.events)},
		{"places", len(d.places)},
		{"project_places", len(d.projectPlaces)},
		{"routes", len(d.routes)},
		{"paragraphs", len(d.paragraphs)},
		{"synonyms", len(d.synonyms)},
		{"sources", len(d.sources)},
	}
}

func byKey[T any](all []T, key func(*T) string) map[string]int32 {
	m := make(map[string]int32, len(all))
	for i := range all {
		m[key(&all[i])] = int32(firstRow + i) // #nosec G115 -- no file is large enough for more
	}
	return m
}

// grouping are records by a key.
type grouping[K comparable, T any] struct {
	at     map[K]int32
	groups []gathering[T]
}

// of are the records of a key, in file order.
func (g *grouping[K, T]) of(key K) []T {
	if i, ok := g.at[key]; ok {
		return g.groups[i].records()
	}
	return nil
}

// count is how many records a key has, without putting them together.
func (g *grouping[K, T]) count(key K) int {
	i, ok := g.at[key]
	if !ok {
		return 0
	}
	if n := len(g.groups[i].positions); n > 0 {
		return n
	}
	return len(g.groups[i].all)
}

// gathering are the records of one key. Those that stand together are a part of
// the slice that they are from. Scattered ones are put together once, when they
// are first asked for: few of the groups of a large dossier ever are.
type gathering[T any] struct {
	all       []T     // what they are from
	positions []int32 // empty: they stand together
	together  atomic.Pointer[[]T]
}

func (m *gathering[T]) records() []T {
	if len(m.positions) == 0 {
		return m.all
	}
	if made := m.together.Load(); made != nil {
		return *made
	}
	records := make([]T, len(m.positions))
	for i, at := range m.positions {
		records[i] = m.all[at]
	}
	m.together.CompareAndSwap(nil, &records) // or another goroutine was first
	return *m.together.Load()
}

// inPlace has where the records of each key stand: for groups that are shown whole, of
// which a large dossier has a few large ones.
func inPlace[T any](all []T, key func(*T) string) map[string][]*T {
	n := map[string]int{}
	for i := range all {
		n[key(&all[i])]++
	}
	groups := make(map[string][]*T, len(n))
	for k, n := range n {
		groups[k] = make([]*T, 0, n)
	}
	for i := range all {
		k := key(&all[i])
		groups[k] = append(groups[k], &all[i])
	}
	return groups
}

// group has the records of each key.
func group[T any, K comparable](all []T, on goesOn, key func(*T) K) grouping[K, T] {
	return groupSome(all, on, func(v *T) (K, bool) { return key(v), true })
}

// groupSome is group, for the records that have a key.
func groupSome[T any, K comparable](all []T, on goesOn, key func(*T) (K, bool)) grouping[K, T] {
	return grouped(all, on, func(v *T, add func(K)) {
		if k, ok := key(v); ok {
			add(k)
		}
	})
}

// groupEach is group, for records that have several keys.
func groupEach[T any, K comparable](all []T, on goesOn, keys func(*T) []K) grouping[K, T] {
	return grouped(all, on, func(v *T, add func(K)) {
		for _, k := range keys(v) {
			add(k)
		}
	})
}

// span is where the records of a key stand in a slice.
type span struct{ first, last, n int32 }

func (s span) isWhole() bool { return s.last-s.first+1 == s.n }

// tie ties a record to a group that it is in.
type tie struct{ record, group int32 }

// grouped counts the records of each key, and then notes where those stand that are
// scattered. add is told each key of a record. What it ends early is of no use.
func grouped[T any, K comparable](all []T, on goesOn, visit func(v *T, add func(K))) grouping[K, T] {
	const fewKeys = 64 // that room is made for before any is known
	g := grouping[K, T]{at: make(map[K]int32, min(len(all), fewKeys))}
	spans := make([]span, 0, min(len(all), fewKeys))
	ties := make([]tie, 0, len(all))
	i := int32(0) // the record at hand; no file is large enough for more
	add := func(k K) {
		at, known := g.at[k]
		if !known {
			at = int32(len(spans)) // #nosec G115 -- as above
			g.at[k] = at
			spans = append(spans, span{first: i})
		}
		spans[at].last = i
		spans[at].n++
		ties = append(ties, tie{i, at})
	}
	for ; int(i) < len(all) && on(int(i)); i++ {
		visit(&all[i], add)
	}
	g.groups = make([]gathering[T], len(spans))
	scattered := int32(0)
	for at, s := range spans {
		if !on(at) {
			return g
		}
		g.groups[at].all = all
		if s.isWhole() {
			g.groups[at].all = all[s.first : s.last+1 : s.last+1]
		} else {
			scattered += s.n
		}
	}
	if scattered == 0 {
		return g
	}
	room := make([]int32, scattered)
	for at, s := range spans {
		if !on(at) {
			return g
		}
		if !s.isWhole() {
			g.groups[at].positions, room = room[:0:s.n], room[s.n:]
		}
	}
	for j, t := range ties {
		if !on(j) {
			return g
		}
		if !spans[t.group].isWhole() {
			of := &g.groups[t.group]
			of.positions = append(of.positions, t.record)
		}
	}
	return g
}

func find[T any](all []T, at map[string]int32, id string) (T, bool) {
	row, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return all[row-firstRow], true
}
