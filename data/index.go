package data

// index finds records: by id, and by what they belong to. It is made once, so
// that finding copies nothing.
type index struct {
	ids    positions
	words  wordPositions
	groups groups

	sectionsOf grouping[SectionRole, Section]
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
	figuresOfPillar, figuresOfProject grouping[string, Figure]
	figuresOfParagraph                grouping[int, Figure]
	projectsOfPillar                  grouping[string, Project]
	projectsOfParagraph               grouping[int, Project]
	statementsOf                      grouping[string, Statement]
	statementsOfParagraph             grouping[int, Statement]
	rootsOf, leavesOf                 grouping[string, Statement]
	eventsOfProject                   grouping[string, Event]
	eventsOfParagraph                 grouping[int, Event]
	placesOfProject                   grouping[string, ProjectPlace]
	routesOfProject                   grouping[string, Route]
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

// grouping are records by a key.
type grouping[K comparable, T any] struct {
	at  map[K]int32
	all [][]T
}

// of are the records of a key, in file order.
func (g *grouping[K, T]) of(key K) []T {
	if i, ok := g.at[key]; ok {
		return g.all[i]
	}
	return nil
}

// span is where the records of a key stand in a slice.
type span struct{ first, last, n int }

func (s span) isWhole() bool { return s.last-s.first+1 == s.n }

// group has the records of each key.
func group[T any, K comparable](all []T, key func(*T) K) grouping[K, T] {
	return groupSome(all, func(v *T) (K, bool) { return key(v), true })
}

// groupSome is group, for the records that have a key. Records that stand
// together are shared with the slice that they are from; only scattered ones
// are copied.
func groupSome[T any, K comparable](all []T, key func(*T) (K, bool)) grouping[K, T] {
	g := grouping[K, T]{at: make(map[K]int32)}
	var spans []span
	each := func(visit func(at int32, i int)) {
		var last K
		at := int32(-1) // of the last key: records of one key often follow each other
		for i := range all {
			k, ok := key(&all[i])
			if !ok {
				continue
			}
			if at < 0 || k != last {
				known, ok := g.at[k]
				if !ok {
					known = int32(len(spans)) // #nosec G115 -- no file is large enough for more
					g.at[k] = known
					spans = append(spans, span{first: i})
				}
				at, last = known, k
			}
			visit(at, i)
		}
	}
	each(func(at int32, i int) {
		spans[at].last = i
		spans[at].n++
	})
	g.all = make([][]T, len(spans))
	scattered := 0
	for at, s := range spans {
		if s.isWhole() {
			g.all[at] = all[s.first : s.last+1 : s.last+1]
		} else {
			scattered += s.n
		}
	}
	if scattered == 0 {
		return g
	}
	room := make([]T, scattered)
	for at, s := range spans {
		if !s.isWhole() {
			g.all[at], room = room[:0:s.n], room[s.n:]
		}
	}
	each(func(at int32, i int) {
		if !spans[at].isWhole() {
			g.all[at] = append(g.all[at], all[i])
		}
	})
	return g
}

// groupEach is group, for records that have several keys.
func groupEach[T any, K comparable](all []T, keys func(*T) []K) grouping[K, T] {
	g := grouping[K, T]{at: make(map[K]int32)}
	var counts []int
	total := 0
	for i := range all {
		for _, k := range keys(&all[i]) {
			at, known := g.at[k]
			if !known {
				at = int32(len(counts)) // #nosec G115 -- no file is large enough for more
				g.at[k] = at
				counts = append(counts, 0)
			}
			counts[at]++
			total++
		}
	}
	room := make([]T, total)
	g.all = make([][]T, len(counts))
	for at, n := range counts {
		g.all[at], room = room[:0:n], room[n:]
	}
	for i := range all {
		for _, k := range keys(&all[i]) {
			at := g.at[k]
			g.all[at] = append(g.all[at], all[i])
		}
	}
	return g
}

func find[T any](all []T, at map[string]int32, id string) (T, bool) {
	i, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return all[i], true
}
