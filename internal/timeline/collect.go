package timeline

import (
	"slices"

	"beltroad/data"
)

// collector gathers the items of a dossier.
type collector struct {
	dossier  *data.Dossier
	written  float64   // when the presented text was
	appeared data.Date // when the source did: what comes after lay ahead
	items    []Item
	lanes    []Lane           // of all pillars; an item's lane is one of them until it is sorted
	laneOf   map[string]int   // by the pillar
	events   map[moment][]int // items that are events and stand for themselves
	merged   map[int]bool     // items that have become a part of others
}

// moment is what an event and the figure that it dates have in common.
type moment struct {
	date      data.Date
	paragraph int
	project   string
}

func newCollector(d *data.Dossier) *collector {
	c := &collector{dossier: d, lanes: []Lane{{}}, laneOf: map[string]int{"": 0}}
	c.items = make([]Item, 0, len(d.Events())+dated(d)) // of many, growing would leave as many behind
	for _, p := range d.Pillars() {
		c.laneOf[p.ID] = len(c.lanes)
		c.lanes = append(c.lanes, Lane{Pillar: p.ID, Name: p.ShortName, Order: p.Order})
	}
	return c
}

// dated are the figures and the projects with a date.
func dated(d *data.Dossier) (n int) {
	for i := range d.Figures() {
		if f := &d.Figures()[i]; f.Period != (data.Period{}) || !f.AsOf.IsZero() {
			n++
		}
	}
	for i := range d.Projects() {
		if !d.Projects()[i].Start.IsZero() {
			n++
		}
	}
	return n
}

func (c *collector) add(i Item, pillar string) {
	if i.Span.To <= i.Span.From { // the format lets no period end before it starts, but drawing must not rely on it
		i.Span.To = i.Span.From + 1
	}
	i.Lane = c.laneOf[pillar]
	c.items = append(c.items, i)
}

// ahead tells whether a date lay ahead when the source appeared.
func (c *collector) ahead(d data.Date) bool {
	return !c.appeared.IsZero() && Of(d).From >= Of(c.appeared).To
}

// pillarOf is the pillar of a project, or else of the paragraph.
func (c *collector) pillarOf(project string, paragraph int) string {
	if p, ok := c.dossier.Project(project); ok && p.Pillar != "" {
		return p.Pillar
	}
	p, _ := c.dossier.Paragraph(paragraph)
	return p.Pillar
}

func (c *collector) addEvents(keep func(data.Event) bool) {
	c.events, c.merged = map[moment][]int{}, map[int]bool{}
	sources := map[string]*data.Source{}
	for i := range c.dossier.Sources() {
		sources[c.dossier.Sources()[i].ID] = &c.dossier.Sources()[i]
	}
	for n := range c.dossier.Events() {
		e := &c.dossier.Events()[n]
		if !keep(*e) {
			continue
		}
		i := Item{Record: Record{Event: e}, Span: Of(e.Date), Claim: data.Reported}
		if i.Source = sources[e.Source]; i.Source != nil {
			i.Claim = "" // the kinds of claims are the presented source's
			c.add(i, c.pillarOf(e.Project, 0))
			continue
		}
		if i.Ahead = c.ahead(e.Date); i.Ahead {
			i.Claim = c.claimOf(e)
		}
		at := moment{e.Date, e.Paragraph, e.Project}
		c.events[at] = append(c.events[at], len(c.items))
		c.add(i, c.pillarOf(e.Project, e.Paragraph))
	}
}

// claimOf is the kind of claim of what lies ahead: that of the figures that
// are given for its date in the same paragraph.
func (c *collector) claimOf(e *data.Event) data.Claim {
	for _, f := range c.dossier.FiguresOfParagraph(e.Paragraph) {
		if f.Period.End == e.Date || f.AsOf == e.Date {
			return f.Claim
		}
	}
	return ""
}

func (c *collector) addFigures() {
	for n := range c.dossier.Figures() {
		f := &c.dossier.Figures()[n]
		i := Item{Record: Record{Figure: f}, Claim: f.Claim}
		switch {
		case i.IsPeriod():
			c.period(&i)
		case f.AsOf.IsZero():
			continue
		default:
			i.Span, i.Ahead = Of(f.AsOf), c.ahead(f.AsOf)
			if c.merge(i) {
				continue
			}
		}
		pillar := f.Pillar
		if pillar == "" {
			pillar = c.pillarOf(f.Project, f.Paragraph)
		}
		c.add(i, pillar)
	}
}

// period finds how far a period reaches. One without a start is drawn from the
// time of writing if it lies ahead, one without an end up to then: the source
// cannot tell of more.
func (c *collector) period(i *Item) {
	p := i.Period()
	i.OpenStart, i.OpenEnd = p.Start.IsZero(), p.End.IsZero()
	from, to := Of(p.Start).From, Of(p.End).To
	if i.OpenEnd {
		i.Ahead = c.ahead(p.Start)
		to = max(Of(p.Start).To, c.written)
	} else {
		i.Ahead = c.ahead(p.End)
	}
	if i.OpenStart {
		if from = Of(p.End).From; i.Ahead {
			from = min(from, c.written)
		}
	}
	i.Span = Span{from, to}
}

// merge makes an item of a figure's date and the event that dates it: they
// would stand for the same moment twice.
func (c *collector) merge(figure Item) bool {
	f := figure.Figure
	at := moment{f.AsOf, f.Paragraph, f.Project}
	same := c.events[at]
	if len(same) == 0 {
		return false
	}
	i := same[0]
	c.events[at], c.merged[i] = same[1:], true
	figure.Event = c.items[i].Event
	pillar := c.lanes[c.items[i].Lane].Pillar
	if f.Pillar != "" {
		pillar = f.Pillar
	}
	c.add(figure, pillar)
	return true
}

// starts adds the projects whose start no event tells.
func (c *collector) addStarts() {
	told := c.starts()
	for n := range c.dossier.Projects() {
		p := &c.dossier.Projects()[n]
		if p.Start.IsZero() || told(p) {
			continue
		}
		i := Item{Record: Record{Project: p}, Span: Of(p.Start), Ahead: c.ahead(p.Start), Claim: data.Reported}
		c.add(i, c.pillarOf(p.ID, i.Paragraph()))
	}
}

// starts tells of a project whether an event of it, or of a paragraph that names
// it, has the date of its start.
func (c *collector) starts() func(*data.Project) bool {
	on := map[data.Date][]data.Event{}
	for _, e := range c.dossier.Events() {
		if e.Source == "" {
			on[e.Date] = append(on[e.Date], e)
		}
	}
	return func(p *data.Project) bool {
		return slices.ContainsFunc(on[p.Start], func(e data.Event) bool {
			return e.Project == p.ID || slices.Contains(p.Paragraphs, e.Paragraph)
		})
	}
}

// left are the items without those that have become a part of others.
func (c *collector) left() []Item {
	n := 0
	for i := range c.items {
		if !c.merged[i] {
			c.items[n] = c.items[i]
			n++
		}
	}
	return c.items[:n]
}

// Group is what is not dated of a pillar.
type Group struct {
	Lane     Lane
	Projects []data.Project
	Figures  []data.Figure
}

// undated are the projects and figures that the presented source does not date,
// by pillar, those of none at the end.
func undated(d *data.Dossier) []Group {
	dated := map[string]bool{} // projects
	for _, e := range d.Events() {
		dated[e.Project] = dated[e.Project] || e.Source == ""
	}
	groups := []Group{}
	at := map[string]int{}
	for _, p := range d.Pillars() {
		at[p.ID] = len(groups)
		groups = append(groups, Group{Lane: Lane{Pillar: p.ID, Name: p.ShortName, Order: p.Order}})
	}
	at[""] = len(groups)
	groups = append(groups, Group{})
	for _, f := range d.Figures() {
		if f.Period != (data.Period{}) || !f.AsOf.IsZero() {
			dated[f.Project] = true
			continue
		}
		g := &groups[at[f.Pillar]]
		g.Figures = append(g.Figures, f)
	}
	for _, p := range d.Projects() {
		if p.Start.IsZero() && !dated[p.ID] {
			g := &groups[at[p.Pillar]]
			g.Projects = append(g.Projects, p)
		}
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Projects)+len(g.Figures) == 0 })
}
