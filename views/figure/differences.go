package figure

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// apart are the relations of a number to one that is not the same, in the order
// that they are listed in. Only the first is a difference.
var apart = []data.Relation{data.Differs, data.OtherDate, data.OtherScope}

// Differing is how often another source gives another number of the same.
func Differing(d *data.Dossier) int {
	n := 0
	all := d.SecondSources()
	for i := range all {
		if all[i].Relation == data.Differs {
			n++
		}
	}
	return n
}

// HasDifferences tells whether another source gives a number that is not the
// same, for whichever reason.
func HasDifferences(d *data.Dossier, id string) bool {
	return id == "" && slices.ContainsFunc(d.SecondSources(), func(s data.SecondSource) bool { return slices.Contains(apart, s.Relation) })
}

// group are second sources of one relation, as positions in the dossier's list.
type group struct {
	relation data.Relation
	rows     []int32
}

// groups are the second sources that keep says, by relation, in the dossier's
// order. Relations that none has are left out.
func groups(all []data.SecondSource, keep func(*data.SecondSource) bool) []group {
	var found []group
	for _, r := range apart {
		g := group{relation: r}
		for i := range all {
			if all[i].Relation == r && keep(&all[i]) {
				g.rows = append(g.rows, int32(i)) // #nosec G115 -- a dossier is smaller
			}
		}
		if len(g.rows) > 0 {
			found = append(found, g)
		}
	}
	return found
}

// entries is how many second sources are in groups.
func entries(all []group) (n int) {
	for _, g := range all {
		n += len(g.rows)
	}
	return n
}

// Differences is the page of what other sources give another number of, with one
// sentence of why. What is of another date or set is told apart from that.
type Differences struct {
	record.Quiet
	*record.Filters

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	rows    *record.Rows
	count   *ui.Text
	list    *fyne.Container
	all     int             // entries, filtered or not
	groups  []group         // that the filters keep
	cards   []*record.Cards // of each group
	open    route.Route
	scroll  *ui.Scroller
}

// The names of the filters in a state.
const (
	byRelation     = "relation"
	byIndependence = "independence"
	bySpeaker      = "speaker"
	byBacking      = "second"
)

// NewDifferences makes the page.
func NewDifferences(d *data.Dossier, w *record.Words, host record.Host) *Differences {
	p := &Differences{dossier: d, words: w, host: host, count: ui.Label("", ui.SizeLead, ui.ColorInk), list: ui.Column(14)}
	p.all = entries(groups(d.SecondSources(), func(*data.SecondSource) bool { return true }))
	var relations, independences []ui.Option
	for _, r := range apart {
		if slices.ContainsFunc(d.SecondSources(), func(s data.SecondSource) bool { return s.Relation == r }) {
			relations = append(relations, ui.Option{Key: string(r), Name: w.Sentence(w.Say("relation." + string(r)))})
		}
	}
	for _, of := range []data.Independence{data.Independent, data.Party, data.SameGovernment, data.SameSpeaker} {
		if slices.ContainsFunc(d.SecondSources(), func(s data.SecondSource) bool { return s.Independence == of }) {
			independences = append(independences, ui.Option{Key: string(of), Name: w.Sentence(w.Say("independence." + string(of)))})
		}
	}
	p.Filters = record.NewFilters(w, []record.FilterSpec{
		{Name: byRelation, All: w.Say("filter.relation"), Options: relations},
		{Name: byIndependence, All: w.Say("filter.independence"), Options: independences},
	}, func() {
		p.show()
		p.scroll.Relayout()
	})
	p.rows = record.NewRows(w, host, p.Filters, w.Say("nav.differences"), p.all, p.taken)
	p.show()
	p.scroll = ui.Page(ui.Column(12,
		ui.Header("", w.Say("nav.differences"), ui.ColorInk, ui.Run{Text: w.Say("differences.lead"), Size: ui.SizeLead}),
		p.rows.Beside(p.count), p.Row(), p.list))
	return p
}

// show lists what the filters keep.
func (p *Differences) show() {
	all := p.dossier.SecondSources()
	p.groups = groups(all, func(s *data.SecondSource) bool {
		return p.Keeps(byRelation, string(s.Relation)) && p.Keeps(byIndependence, string(s.Independence))
	})
	p.count.SetText(record.Count(p.words, "differences.shown", entries(p.groups), p.all))
	p.cards, p.list.Objects = nil, nil
	for _, g := range p.groups {
		cards := record.NewCards(p.host, 0, 1, len(g.rows),
			func(i int) *ui.Card { return p.entry(&all[g.rows[i]]) },
			func(i int) route.Route { return p.to(&all[g.rows[i]]) })
		const widgets = 10
		cards.Weigh(widgets)
		cards.Mark(p.open)
		p.cards = append(p.cards, cards)
		p.list.Objects = append(p.list.Objects, p.heading(g), cards.List)
	}
	if len(p.groups) == 0 {
		p.list.Objects = []fyne.CanvasObject{p.Nothing(p.words)}
	}
}

// heading names a group, how many there are, and what its relation means.
func (p *Differences) heading(g group) fyne.CanvasObject {
	key := "differences." + string(g.relation)
	return ui.Inset(8, 0, 0, 0, ui.Column(2,
		ui.NewText(ui.Run{Text: p.words.Say(key) + " ", Size: ui.SizeLead, Style: ui.Bold}, ui.Run{Text: p.words.Count("differences.entries", len(g.rows)), Size: ui.SizeCaption, Color: ui.ColorMuted}),
		ui.AtMost(740, ui.Label(p.words.Say(key+".how"), ui.SizeCaption, ui.ColorMuted))))
}

// to is where an entry opens: its figure's record, beside the page.
func (p *Differences) to(s *data.SecondSource) route.Route {
	return route.To(route.Differences, "").Beside(route.Figure, s.Figure)
}

// entry is what the presented source says beside what another one does, and why
// the two are not the same.
func (p *Differences) entry(s *data.SecondSource) *ui.Card {
	f, _ := p.dossier.Figure(s.Figure)
	src, _ := p.dossier.Source(s.Source)
	pillar, _ := p.dossier.Pillar(f.Pillar)
	here := []fyne.CanvasObject{
		presented(p.dossier, p.words),
		ui.Strong(f.Quantity.Text, ui.SizeLead, ui.ColorInk),
		ui.Label(p.words.Sentence(f.Quantity.Counts), ui.SizeSmall, ui.ColorInk),
	}
	there := append([]fyne.CanvasObject{another(p.words, src, *s)}, says(p.words, *s, ui.SizeLead)...)
	c := ui.NewCard(f.Label+", "+f.Quantity.Text+", "+s.Quantity.Text, ui.Column(8,
		ui.NewText(ui.Run{Text: f.Label + " ", Style: ui.Bold}, record.CiteRun(p.host, f.Paragraph)),
		ui.Split(0.5, 190, 20, ui.Column(1, here...), ui.Column(1, there...)),
		ui.Label(s.Note, ui.SizeBody, ui.ColorInk)), nil)
	c.Bar = ui.PillarColor(pillar.Order)
	return c
}

// Content is what the page shows.
func (p *Differences) Content() fyne.CanvasObject { return p.scroll }

// Accepts implements [record.Page].
func (p *Differences) Accepts(r route.Route) bool { return r.Kind == route.Differences }

// Open marks the entries of the open record.
func (p *Differences) Open(r route.Route) {
	p.open = r.Place()
	for _, c := range p.cards {
		c.Mark(p.open)
	}
}

// Arrive brings the first entry of the open record into view, if none is there:
// a figure may have several, and the page is not to leave the one clicked.
func (p *Differences) Arrive(r route.Route) {
	all := p.dossier.SecondSources()
	type entry struct{ group, at int }
	var of []entry
	for n, g := range p.groups {
		for i, row := range g.rows {
			if r.Pane.Kind == route.Figure && all[row].Figure == r.Pane.ID {
				of = append(of, entry{n, i})
			}
		}
	}
	for _, e := range of {
		list := p.cards[e.group].List
		y, _ := p.scroll.Depth(list)
		from, to := list.Stretch(e.at)
		if from, to = y+from, y+to; to > p.scroll.Offset() && from < p.scroll.Offset()+p.scroll.Size().Height && p.scroll.Size().Height > 0 {
			return
		}
	}
	if len(of) > 0 {
		p.scroll.RevealRow(p.cards[of[0].group].List, of[0].at)
	}
}

// State is what is filtered, and how far the page is scrolled.
func (p *Differences) State() route.State {
	st := route.State{}
	p.Keep(st)
	p.scroll.Keep(st)
	return st
}

// Restore implements [record.Page].
func (p *Differences) Restore(st route.State) {
	p.Take(st)
	ui.Scrolled{Scroller: p.scroll}.Restore(st)
}
