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

// firstRow is the row of a table's first record. As no row between records is
// blank, record i is in row firstRow+i.
const firstRow = 2

// positions are the rows of the records with an id, counted from firstRow.
type positions struct {
	pillar, project, figure, statement, event, place, source map[string]int32
}

// wordPositions are likewise where the words of the vocabulary stand.
type wordPositions struct {
	section, kind, status, unit, layer map[string]int32
}

// groups are the records by what they belong to.
type groups struct {
	figuresOfPillar, figuresOfProject grouping[string, Figure]
	figuresOfParagraph                grouping[int, Figure]
	secondSourcesOf                   grouping[string, SecondSource]
	projectsOfPillar                  grouping[string, Project]
	projectsOfParagraph               grouping[int, Project]
	statementsOf                      grouping[string, Statement]
	statementsOfParagraph             grouping[int, Statement]
	rootsOf, tasksOf                  grouping[string, Statement]
	eventsOfProject                   grouping[string, Event]
	eventsOfParagraph                 grouping[int, Event]
	placesOfProject                   grouping[string, ProjectPlace]
	routesOfProject                   grouping[string, Route]
}

// newIndex indexes the records of d, with the keys that reading its tables has
// found.
func newIndex(d *Dossier, tables map[string]*table) index {
	v := &d.vocabulary
	return index{
		ids: positions{
			pillar:    byKey(d.pillars, func(p *Pillar) string { return p.ID }), // which have been sorted
			project:   tables[schema.Projects].keys,
			figure:    tables[schema.Figures].keys,
			statement: tables[schema.Statements].keys,
			event:     tables[schema.Events].keys,
			place:     tables[schema.Places].keys,
			source:    byKey(d.sources, func(s *Source) string { return s.ID }),
		},
		words: wordPositions{
			section: byKey(v.sections, func(s *Section) string { return s.ID }),
			kind:    byKey(v.kinds, func(k *Kind) string { return k.ID }),
			status:  byKey(v.statuses, func(s *Status) string { return s.ID }),
			unit:    byKey(v.units, func(u *Unit) string { return u.ID }),
			layer:   byKey(v.layers, func(l *Layer) string { return l.ID }),
		},
		groups:      newGroups(d),
		comparables: newComparables(d.figures),
		sectionsOf:  group(v.sections, func(s *Section) SectionRole { return s.Role }),
		summary:     summary(d),
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
		secondSourcesOf:       group(d.secondSources, func(s *SecondSource) string { return s.Figure }),
		projectsOfPillar:      group(d.projects, func(p *Project) string { return p.Pillar }),
		projectsOfParagraph:   groupEach(d.projects, func(p *Project) []int { return p.Paragraphs }),
		statementsOf:          group(d.statements, func(s *Statement) string { return s.Parent }),
		statementsOfParagraph: group(d.statements, func(s *Statement) int { return s.Paragraph }),
		rootsOf:               groupSome(d.statements, func(s *Statement) (string, bool) { return s.Section, s.Parent == "" }),
		tasksOf: groupSome(d.statements, func(s *Statement) (string, bool) {
			return s.Section, s.Claim == Commitment && !parents[s.ID]
		}),
		eventsOfProject:   group(d.events, func(e *Event) string { return e.Project }),
		eventsOfParagraph: group(d.events, func(e *Event) int { return e.Paragraph }),
		placesOfProject:   group(d.projectPlaces, func(p *ProjectPlace) string { return p.Project }),
		routesOfProject:   group(d.routes, func(r *Route) string { return r.Project }),
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

// group has the records of each key.
func group[T any, K comparable](all []T, key func(*T) K) grouping[K, T] {
	return groupSome(all, func(v *T) (K, bool) { return key(v), true })
}

// groupSome is group, for the records that have a key.
func groupSome[T any, K comparable](all []T, key func(*T) (K, bool)) grouping[K, T] {
	return grouped(all, func(add func(K)) func(*T) {
		return func(v *T) {
			if k, ok := key(v); ok {
				add(k)
			}
		}
	})
}

// groupEach is group, for records that have several keys.
func groupEach[T any, K comparable](all []T, keys func(*T) []K) grouping[K, T] {
	return grouped(all, func(add func(K)) func(*T) {
		return func(v *T) {
			for _, k := range keys(v) {
				add(k)
			}
		}
	})
}

// span is where the records of a key stand in a slice.
type span struct{ first, last, n int32 }

func (s span) isWhole() bool { return s.last-s.first+1 == s.n }

// grouped goes through records twice: to count those of each key, and to note
// where those stand that are scattered. visit makes what tells the keys of one.
func grouped[T any, K comparable](all []T, visit func(add func(K)) func(*T)) grouping[K, T] {
	g := grouping[K, T]{at: make(map[K]int32)}
	var spans []span
	i := int32(0) // the record at hand; no file is large enough for more
	count := visit(func(k K) {
		at, known := g.at[k]
		if !known {
			at = int32(len(spans)) // #nosec G115 -- as above
			g.at[k] = at
			spans = append(spans, span{first: i})
		}
		spans[at].last = i
		spans[at].n++
	})
	for ; int(i) < len(all); i++ {
		count(&all[i])
	}
	g.groups = make([]gathering[T], len(spans))
	scattered := int32(0)
	for at, s := range spans {
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
		if !s.isWhole() {
			g.groups[at].positions, room = room[:0:s.n], room[s.n:]
		}
	}
	note := visit(func(k K) {
		if at := g.at[k]; !spans[at].isWhole() {
			g.groups[at].positions = append(g.groups[at].positions, i)
		}
	})
	for i = 0; int(i) < len(all); i++ {
		note(&all[i])
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
