package slides

import (
	"cmp"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/internal/wording"
	"beltroad/views/mapview"
	"beltroad/views/route"
)

// mapOf is a map of what a filter shows.
func (m *Maker) mapOf(f mapdata.Filter, alt string) *slide.Visual {
	return m.mapIn(mapdata.State{Filter: f}, alt)
}

func (m *Maker) mapIn(s mapdata.State, alt string) *slide.Visual {
	return &slide.Visual{
		Kind: slide.Map, Live: liveMap(s), Alt: rests(alt, m.onMap(s.Filter)),
		Draw: func(r slide.Room) *drawing.Sheet {
			return mapview.Still(m.places, m.words, s, r.Width, r.Height, r.Text, r.Measure)
		},
	}
}

// onMap says what a map has on it, in words: a slide on paper has no keys that move it.
func (m *Maker) onMap(f mapdata.Filter) string {
	const most = 12
	places, _ := m.places.Pick(f)
	says := m.words.Say("slide.map", message.Args{"Places": m.words.Count("count.places", len(places))})
	if len(places) == 0 || len(places) > most {
		return says
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return m.words.Say("slide.part", message.Args{"Part": says, "Says": m.words.Series(names)})
}

// locate gives a slide a map of a project's places.
func (m *Maker) locate(s *slide.Slide, p data.Project) {
	f := mapdata.Filter{Project: p.ID}
	if places, lines := m.places.Pick(f); len(places)+len(lines) > 0 {
		s.Visual = m.mapOf(f, p.Name)
		s.Source = rests(s.Source, m.others(f))
		m.placedBy(s, places, lines)
	}
}

// others names the other sources that place what a filter shows.
func (m *Maker) others(f mapdata.Filter) string {
	places, lines := m.places.Pick(f)
	var names []string
	add := func(id string) {
		if src, ok := m.dossier.Source(id); ok && !slices.Contains(names, cite.Short(src)) {
			names = append(names, cite.Short(src))
		}
	}
	for _, p := range places {
		for i := range p.Projects {
			add(p.Projects[i].Tie.Source)
		}
	}
	for _, l := range lines {
		add(l.Project.Tie.Source)
	}
	const most = 2
	switch {
	case len(names) == 0:
		return ""
	case len(names) > most:
		return m.words.Count("slide.others", len(names))
	}
	return m.words.Say("elsewhere.sources", message.Args{"Sources": strings.Join(names, "; ")})
}

// placedBy says whose word it is where some places and lines lie: they are no claims.
func (m *Maker) placedBy(s *slide.Slide, places []*mapdata.Place, lines []*mapdata.Line) {
	var by []string // ids of sources; empty: the presented one
	for _, p := range places {
		for i := range p.Projects {
			by = append(by, p.Projects[i].Tie.Source)
		}
	}
	for _, l := range lines {
		by = append(by, l.Project.Tie.Source)
	}
	here, elsewhere := slices.Contains(by, ""), slices.ContainsFunc(by, func(id string) bool { return id != "" })
	switch {
	case s.Badge != "" || len(by) == 0:
	case here && elsewhere:
		s.Badge = m.words.Say("slide.placed.both")
	case here:
		s.Badge = m.words.Say("slide.placed.here")
	default:
		s.Badge = m.words.Say("slide.placed.elsewhere")
	}
}

// mapped is the map at a view; a project or a place that stands open beside it gives
// it its name.
func (m *Maker) mapped(r route.Route, st route.State) (slide.Slide, bool) {
	state := mapdata.StateFrom(st)
	if len(st) == 0 {
		state.Filter = m.places.Overview()
	}
	s := slide.Slide{Title: m.words.Say("map.title")}
	if state.Year != 0 {
		s.Title = m.words.Say("map.title.year", message.Args{"Year": message.Year(state.Year)})
	}
	m.pillar(&s, state.Pillar)
	switch r.Pane.Kind {
	case route.Project:
		p, ok := m.dossier.Project(r.Pane.ID)
		if !ok {
			return s, false
		}
		s.Title = p.Name
		m.pillar(&s, p.Pillar)
		if state.Scale == 0 {
			state.Filter = mapdata.Filter{Project: p.ID, Year: state.Year}
		}
	case route.Map:
		return m.placeOf(r.Pane.ID)
	case "":
	default:
		return m.record(r.Pane, st)
	}
	s.Visual = m.mapIn(state, s.Title)
	s.Source = rests(m.source(), m.others(state.Filter), m.words.Say("map.locator"))
	places, lines := m.places.Pick(state.Filter)
	m.placedBy(&s, places, lines)
	return s, true
}

// placeOf is a place with the projects there.
func (m *Maker) placeOf(id string) (slide.Slide, bool) {
	p, ok := m.dossier.Place(id)
	if !ok {
		return slide.Slide{}, false
	}
	s := slide.Slide{Kicker: m.words.PlaceKind(p.Kind), Title: p.Name, Lead: m.words.Country(p.Country)}
	var cited []int
	placed, ok := m.places.Place(id)
	if !ok {
		s.Plain = m.words.NotStated()
		return s, true
	}
	for i := range placed.Projects {
		at := &placed.Projects[i]
		l := slide.Line{Text: m.words.Say("project.place", message.Args{"Place": at.Name, "Role": m.words.Role(at.Tie.Role)})}
		if src, other := m.dossier.Source(at.Tie.Source); other {
			l.Text, l.Muted = m.words.Say("project.place.elsewhere", message.Args{"Place": at.Name, "Role": m.words.Role(at.Tie.Role), "Source": cite.Short(src)}), true
		} else {
			l.Cite, cited = wording.Cite(at.Tie.Paragraph), append(cited, at.Tie.Paragraph)
		}
		s.Lines = append(s.Lines, l)
	}
	const near = 900 // the scale of a view of its surroundings
	s.Visual = m.mapIn(mapdata.State{Centre: placed.At, Scale: near}, p.Name)
	s.Source = rests(m.source(cited...), m.words.Say("map.locator"))
	m.placedBy(&s, []*mapdata.Place{placed}, nil)
	return s, true
}

// dated is the dossier's timeline, made when it is first needed.
func (m *Maker) dated() *timeline.Timeline {
	if m.timeline == nil {
		m.timeline = timeline.New(m.dossier)
	}
	return m.timeline
}

// event is something dated: when, what, and who dates it.
func (m *Maker) event(id string) (slide.Slide, bool) {
	e, ok := m.dossier.Event(id)
	if !ok {
		return slide.Slide{}, false
	}
	s := slide.Slide{Title: e.Label, Numerals: []slide.Numeral{{Number: m.words.Date(e.Date)}}, Source: m.source(e.Paragraph)}
	if e.Paragraph == 0 {
		src, _ := m.dossier.Source(e.Source)
		s.Source = m.words.Say("event.elsewhere", message.Args{"Source": cite.Short(src)})
	}
	if p, ok := m.dossier.Project(e.Project); ok {
		s.Numerals[0].Below = p.Name
		m.pillar(&s, p.Pillar)
	}
	return s, true
}

// byWeight puts what the presented source dates before what others do, and what
// happened before what was counted.
func byWeight(a, b *timeline.Item) int { return cmp.Compare(weight(a), weight(b)) }

func weight(i *timeline.Item) int {
	switch {
	case i.Source != nil:
		return 2
	case i.Figure != nil:
		return 1
	default:
		return 0
	}
}
