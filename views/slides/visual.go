package slides

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/internal/wording"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/route"
)

// mapOf is a map of what a filter shows.
func (m *Maker) mapOf(f mapdata.Filter, alt string) *slide.Visual {
	return m.mapIn(mapdata.State{Filter: f}, alt)
}

func (m *Maker) mapIn(s mapdata.State, alt string) *slide.Visual {
	places, _ := m.places.Pick(s.Filter)
	return &slide.Visual{
		Kind: slide.Map, Live: liveMap(s), Alt: rests(alt, m.words.Say("map.spoken", map[string]any{"Places": m.words.Count("count.places", len(places))})),
		Draw: func(r slide.Room) *drawing.Sheet {
			return mapview.Still(m.places, m.words, s, r.Width, r.Height, r.Text, r.Measure)
		},
	}
}

// locate gives a slide a map of a project's places.
func (m *Maker) locate(s *slide.Slide, p data.Project) {
	f := mapdata.Filter{Project: p.ID}
	if places, lines := m.places.Pick(f); len(places)+len(lines) > 0 {
		s.Visual = m.mapOf(f, p.Name)
		s.Source = rests(s.Source, m.others(f))
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
	return s, true
}

// charted is a chart as its state has it.
func (m *Maker) charted(r route.Route, st route.State) (slide.Slide, bool) {
	set, title, ok := m.setOf(r)
	if !ok {
		return slide.Slide{}, false
	}
	hidden, marked := chart.IDs(st[chart.HiddenState]), chart.IDs(st[chart.MarkedState])
	if len(marked) == 0 {
		marked = set.Highlight
	}
	if r.Pane.Kind == route.Figure {
		marked = []string{r.Pane.ID}
	}
	figures := chart.Without(chart.Figures(m.dossier, set.Figures), hidden)
	if len(figures) == 0 {
		return slide.Slide{}, false
	}
	s := m.chartOf(title, set, figures, marked, st)
	if n := len(set.Figures) - len(figures); n > 0 {
		s.Source = rests(s.Source, m.words.Count("slide.hidden", n))
	}
	return s, true
}

// setOf are the figures of a chart, and its title.
func (m *Maker) setOf(r route.Route) (set plot.Set, title string, ok bool) {
	if list, compared := r.Compared(); compared {
		figures := chart.Figures(m.dossier, list)
		return plot.Set{Figures: list}, m.words.Say("chart.compared"), len(figures) == len(list) && len(list) > 0
	}
	if r.ID == "" {
		set, ok = plot.NewSuggestions(m.dossier).First()
	} else {
		set, ok = plot.Find(m.dossier, r.ID)
	}
	if !ok {
		return set, "", false
	}
	return set, chart.Title(m.dossier, m.words, set), true
}

func (m *Maker) chartOf(title string, set plot.Set, figures []data.Figure, marked []string, st route.State) slide.Slide {
	s := slide.Slide{Title: title, Figures: figures}
	if set.Topic == plot.TopicPillar {
		m.pillar(&s, set.About)
	}
	var claims []data.Claim
	var cited []int
	for _, f := range figures {
		claims, cited = append(claims, f.Claim), append(cited, f.Paragraph)
	}
	m.claims(&s, claims...)
	o := m.options(marked, st)
	made, refusal := compute(figures, o, st.Flag("signs"))
	if refusal != nil {
		s.Plain, s.Source = refusal.Reason, m.source(cited...)
		return s
	}
	s.Source = m.source(cited...)
	const few = 4 // figures, which leave room for a sentence above
	for _, n := range made.Notes {
		switch {
		case len(n.Details) > 0: // it is shortened
			continue
		case len(figures) <= few:
			s.Lead = n.Text
		default:
			s.Source = rests(s.Source, n.Text)
		}
		break
	}
	if o.Elsewhere != nil {
		s.Source = rests(s.Source, m.elsewhere(figures))
	}
	s.Visual = &slide.Visual{Kind: slide.Chart, Alt: made.Sheet().Description, Draw: func(r slide.Room) *drawing.Sheet {
		return m.fitted(figures, o, st.Flag("signs"), r)
	}}
	s.Visual.Highlight, s.Visual.Shapes = marked, st.Flag("signs") || o.Elsewhere != nil
	return s
}

// options are those of a chart as its state has it.
func (m *Maker) options(marked []string, st route.State) plot.Options {
	o := plot.Options{Bare: true, Far: true, Words: m.words, Highlight: marked, Pillars: plot.PillarOrders(m.dossier)}
	o.Axis = map[string]plot.Axis{"linear": plot.LinearAxis, "log": plot.LogAxis}[st["axis"]]
	if st.Flag("others") {
		o.Elsewhere = m.dossier
	}
	return o
}

func compute(figures []data.Figure, o plot.Options, signs bool) (*plot.Plot, *plot.Refusal) {
	if signs {
		return plot.Pictogram(figures, o)
	}
	return plot.Compute(figures, o)
}

// enough is how many rows a chart has at least, where there is room for them without
// larger text.
const enough = 8

// fitted is a chart of as many rows as there is room for, which says so where they
// are not all; nil: there is no room for enough. Labels stand beside bars, or above
// thin ones where that shows more.
func (m *Maker) fitted(figures []data.Figure, o plot.Options, signs bool, r slide.Room) *drawing.Sheet {
	s, rows := m.rows(figures, o, signs, r)
	if rows == len(figures) || signs || o.Elsewhere != nil {
		return s
	}
	o.Dense = true
	if more, n := m.rows(figures, o, signs, r); n > rows {
		return more
	}
	return s
}

// rows is a chart of as many rows as there is room for, and how many those are.
func (m *Maker) rows(figures []data.Figure, o plot.Options, signs bool, r slide.Room) (s *drawing.Sheet, rows int) {
	o.Width, o.TextSize, o.Measure = r.Width, r.Text, r.Measure
	least := min(len(figures), enough)
	if r.Poor {
		least = 1
	}
	for rows := len(figures); rows >= least; rows-- {
		o.Rows = rows
		p, refusal := compute(figures, o, signs)
		if refusal != nil {
			return nil, 0
		}
		s := p.Sheet()
		if s.Width > o.Width+1 || slices.ContainsFunc(s.Marks, func(k drawing.Mark) bool { return k.Kind == drawing.Text && strings.Contains(k.Text, "…") }) {
			return nil, 0 // labels have no room
		}
		if rows < len(figures) {
			m.limit(s, m.left(p, figures, o.Highlight), r)
		}
		if s.Height <= r.Height {
			return s, rows
		}
		if over := s.Height / r.Height; over > 2 {
			rows = min(rows, int(float64(rows)/over)+2) // many rows at once
		}
	}
	return nil, 0
}

// left says how many rows of a chart are drawn, and which: the largest, unless what is
// marked is among them and is none of those.
func (m *Maker) left(p *plot.Plot, all []data.Figure, marked []string) string {
	drawn := map[string]bool{}
	for i := range p.Items {
		drawn[p.Items[i].Figure] = true
	}
	largest := math.Inf(-1) // of those that are not drawn
	for i := range all {
		if !drawn[all[i].ID] {
			largest = max(largest, all[i].Quantity.Value)
		}
	}
	says := "slide.largest"
	for i := range all {
		if drawn[all[i].ID] && all[i].Quantity.Value < largest && slices.Contains(marked, all[i].ID) {
			says = "slide.largest.marked"
		}
	}
	return m.words.Say(says, message.Args{"Drawn": len(p.Items), "All": len(all)})
}

// limit says in a chart that not all rows are drawn: beside the name of its axis, or
// below that where there is no room.
func (m *Maker) limit(s *drawing.Sheet, text string, r slide.Room) {
	f := drawing.Font{Size: r.Text}
	w := drawing.Setter{Measure: r.Measure}.Width(text, f)
	box := drawing.Box{X: s.Width - w, W: w, H: f.Height(1)}
	for i := range s.Marks {
		if k := &s.Marks[i]; k.Kind == drawing.Text {
			box.Y = max(box.Y, k.Y)
		}
	}
	if slices.ContainsFunc(s.Marks, func(k drawing.Mark) bool { return k.Kind == drawing.Text && k.X+k.W+r.Text > box.X && k.Y+k.H > box.Y }) {
		box.Y = s.Height
		s.Height += box.H
	}
	s.Marks = append(s.Marks, drawing.Mark{
		Kind: drawing.Text, Ink: drawing.InkMuted, Alpha: 1, Box: box, Lettering: drawing.Lettering{Text: text, TextSize: f.Size},
	})
}

// elsewhere names the other sources of some figures.
func (m *Maker) elsewhere(figures []data.Figure) string {
	var names []string
	for _, f := range figures {
		for _, o := range m.dossier.SecondSourcesOf(f.ID) {
			if src, ok := m.dossier.Source(o.Source); ok && plot.Shares(f, o) && !slices.Contains(names, cite.Short(src)) {
				names = append(names, cite.Short(src))
			}
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > 2:
		return m.words.Count("slide.others", len(names))
	}
	return m.words.Say("elsewhere.sources", message.Args{"Sources": strings.Join(names, "; ")})
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
	case i.Figure != "":
		return 1
	default:
		return 0
	}
}
