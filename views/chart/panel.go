package chart

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Panel is a chart with its table and what can be done with both.
type Panel struct {
	words   *record.Words
	host    record.Host
	chart   *Chart
	table   *Table // nil until it is shown
	body    *fyne.Container
	content fyne.CanvasObject
	asTable bool
	rows    rows
}

// NewPanel makes the panel of a chart of figures.
func NewPanel(d *data.Dossier, w *record.Words, host record.Host, title string, figures []data.Figure, highlight ...string) *Panel {
	p := &Panel{words: w, host: host, chart: newOf(d, w, host, figures, highlight), rows: rows{all: figures, usual: highlight}}
	p.chart.Options.Title, p.chart.OfRow = title, p.ofRow
	p.body = ui.Column(10)
	p.content = ui.Panel(p.body)
	p.show()
	return p
}

// newOf is a chart of a dossier's figures that leads to their records.
func newOf(d *data.Dossier, w *record.Words, host record.Host, figures []data.Figure, highlight []string) *Chart {
	imprint := export.NewImprint(w, d)
	c := New(figures, plot.Options{
		Source: imprint.Source(), Dossier: imprint.Dossier(), Words: w, Pillars: plot.PillarOrders(d), Highlight: highlight,
	}, func(id string) { host.Go(besideHere(host, id)) })
	c.OnPick, c.Imprint, c.Dossier = host.Pick, imprint, d
	c.Actions = []ui.Action{{Name: w.Say("chart.export"), Do: func() { host.Export(c) }}}
	return c
}

// besideHere is the place of a figure's record beside the page of the chart, which stays.
func besideHere(host record.Host, figure string) route.Route {
	if at, ok := host.(interface{ Here() route.Route }); ok {
		switch page := at.Here().Page(); page.Kind {
		case route.Overview, route.Pillar, route.Chart, route.Read:
			return page.Beside(route.Figure, figure)
		default: // its list shows it
		}
	}
	return route.To(route.Figure, figure)
}

// Content is what the panel shows.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// Chart is the panel's chart.
func (p *Panel) Chart() *Chart { return p.chart }

// ToggleTable shows the table behind the chart, or the chart again. The table
// is made when it is first asked for.
func (p *Panel) ToggleTable() {
	if p.table == nil {
		p.table = NewTable(p.chart.Dossier, p.rows.all, p.chart.Options.Words, p.chart.OnOpen)
		p.table.widget.OnPick = p.chart.OnPick
	}
	p.change(func() { p.asTable = !p.asTable })
}

// changes is an action that sets what the chart shows.
func (p *Panel) changes(set func(*Chart)) func() {
	return func() { p.change(func() { p.chart.Change(set) }) }
}

// change shows the panel anew. A keyboard that was in it stays in it.
func (p *Panel) change(set func()) {
	cnv := fyne.CurrentApp().Driver().CanvasForObject(p.content)
	inside := cnv != nil && p.holds(cnv.Focused())
	set()
	p.show()
	ui.RelayoutAround(p.content)
	if inside && !p.holds(cnv.Focused()) {
		if p.asTable {
			cnv.Focus(p.table.widget)
		} else {
			cnv.Focus(p.chart)
		}
	}
}

// holds tells whether an object is in the panel.
func (p *Panel) holds(f fyne.Focusable) bool {
	found := false
	ui.Walk(p.content, func(o fyne.CanvasObject) bool {
		if g, ok := o.(fyne.Focusable); ok {
			found = found || g == f
		}
		return !found
	})
	return found
}

// show puts the chart, its table or the refusal into the panel.
func (p *Panel) show() {
	made, refusal := p.chart.Plot()
	switch {
	case refusal != nil:
		p.body.Objects = []fyne.CanvasObject{p.refused(refusal)}
	case p.asTable:
		p.table.ShowOthers(p.chart.Options.Elsewhere != nil)
		p.body.Objects = []fyne.CanvasObject{ui.Flow(16,
			p.link("chart.chart", p.ToggleTable),
			p.link("chart.copy", func() {
				p.host.Copy(p.table.TSV())
				p.host.Say(p.words.Say("copied"))
			}),
			p.link("chart.export", func() { p.host.Export(p.chart) })), ui.Heading(p.chart.Options.Title), p.table.Content()}
	default:
		p.body.Objects = []fyne.CanvasObject{ui.Flow(16, p.controls(made)...), p.chart} // above: the chart has another height with each choice
	}
	p.body.Refresh()
}

// controls are the links above a chart.
func (p *Panel) controls(made *plot.Plot) []fyne.CanvasObject {
	all := []fyne.CanvasObject{p.link("chart.table", p.ToggleTable)}
	switch { // first, and in one place
	case p.chart.Signs:
		all = append(all, p.link("chart.bars", p.changes(func(c *Chart) { c.Signs = false })))
	case made.Unit != "":
		all = append(all, p.link("chart.signs", p.changes(func(c *Chart) { c.Signs = true })))
		if made.Axis == plot.LogAxis {
			all = append(all, p.link("chart.linear", p.changes(func(c *Chart) { c.Options.Axis = plot.LinearAxis })))
		} else {
			all = append(all, p.link("chart.log", p.changes(func(c *Chart) { c.Options.Axis = plot.LogAxis })))
		}
	}
	switch {
	case p.chart.Signs && p.chart.Options.Elsewhere != nil:
		all = append(all, ui.Label(p.words.Say("chart.elsewhere.signs"), ui.SizeSmall, ui.ColorMuted))
	case p.chart.Signs, made.Unit == "" || !p.tells():
	case p.chart.Options.Elsewhere != nil:
		all = append(all, p.link("chart.elsewhere.hide", p.changes(func(c *Chart) { c.Options.Elsewhere = nil })))
	default:
		all = append(all, p.link("chart.elsewhere.show", p.changes(func(c *Chart) { c.Options.Elsewhere = p.chart.Dossier })))
	}
	return append(append(all, p.link("chart.export", func() { p.host.Export(p.chart) })), p.rowControls()...)
}

// ShowsOthers tells whether the chart shows what other sources say.
func (p *Panel) ShowsOthers() bool { return p.chart.Options.Elsewhere != nil }

// ShowOthers shows in the chart what other sources say, or does not.
func (p *Panel) ShowOthers(on bool) {
	if on != p.ShowsOthers() {
		p.change(func() {
			p.chart.Change(func(c *Chart) {
				if c.Options.Elsewhere = nil; on {
					c.Options.Elsewhere = c.Dossier
				}
			})
		})
	}
}

// tells tells whether another source says a number of a figure of the chart.
func (p *Panel) tells() bool {
	return slices.ContainsFunc(p.chart.Figures, func(f data.Figure) bool {
		return slices.ContainsFunc(p.chart.Dossier.SecondSourcesOf(f.ID), func(s data.SecondSource) bool { return plot.Shares(f, s) })
	})
}

func (p *Panel) link(key string, do func()) fyne.CanvasObject {
	return ui.NewLink(p.words.Say(key), ui.SizeSmall, do)
}

// refused says why the figures make no chart, and offers those that do.
func (p *Panel) refused(r *plot.Refusal) fyne.CanvasObject {
	parts := []fyne.CanvasObject{ui.Heading(p.words.Say("chart.refused")), ui.NewText(ui.Run{Text: r.Reason})}
	for _, set := range r.Sets {
		to := route.Comparison(set.Figures)
		parts = append(parts, ui.NewListItem(p.words.Unit(set.Unit), ui.Row(10, 0,
			ui.Label(p.words.Unit(set.Unit), ui.SizeBody, ui.ColorInk),
			ui.OneLine(p.words.Count("count.figures", len(set.Figures)), ui.SizeCaption, ui.ColorMuted)), func() { p.host.Go(to) }))
	}
	if p.chart.Signs {
		parts = append(parts, ui.Flow(0, p.link("chart.bars", p.changes(func(c *Chart) { c.Signs = false }))))
	}
	return ui.Column(6, append(parts, ui.Gap(6), p.sideBySide())...)
}

// sideBySide are the records of the figures, which no axis can compare.
func (p *Panel) sideBySide() fyne.CanvasObject {
	figures := p.chart.Figures
	return ui.NewGridList(170, 3, 10, len(figures), func(i int) fyne.CanvasObject {
		f := figures[i]
		pillar, _ := p.chart.Dossier.Pillar(f.Pillar)
		c := record.FigureCard(p.host, f, ui.PillarColor(pillar.Order))
		c.OnTapped, c.Leads = func() { p.chart.OnOpen(f.ID) }, route.To(route.Figure, f.ID)
		return c
	})
}

// amongRows is how many figures a chart beside the page draws at most.
const amongRows = 24

// Among is a small chart that sets a figure beside those of its unit.
func Among(d *data.Dossier, w *record.Words, host record.Host, set plot.Set) *Chart {
	c := newOf(d, w, host, Figures(d, set.Figures), set.Highlight)
	c.Options.Bare, c.Options.Rows = true, amongRows
	return c
}

// The names of what a state tells of a panel.
const (
	tableState = "table"
	axisState  = "axis"
	signsState = "signs"
	otherState = "others"     // what other sources say is shown
	orderState = "table-sort" // a column of the table, with a minus for the largest first
)

// Keep writes what the panel shows into a state.
func (p *Panel) Keep(st route.State) {
	st.SetFlag(tableState, p.asTable)
	st.SetFlag(signsState, p.chart.Signs)
	st.SetFlag(otherState, p.chart.Options.Elsewhere != nil)
	p.keepRows(st)
	if p.table != nil {
		st.Set(orderState, p.table.order())
	}
	switch p.chart.Options.Axis {
	case plot.LinearAxis:
		st.Set(axisState, "linear")
	case plot.LogAxis:
		st.Set(axisState, "log")
	}
}

// Restore shows what a state tells.
func (p *Panel) Restore(st route.State) {
	axis := map[string]plot.Axis{"linear": plot.LinearAxis, "log": plot.LogAxis}[st[axisState]]
	var others *data.Dossier
	if st.Flag(otherState) {
		others = p.chart.Dossier
	}
	p.restoreRows(st)
	if st.Flag(signsState) != p.chart.Signs || axis != p.chart.Options.Axis || others != p.chart.Options.Elsewhere {
		p.change(func() {
			p.chart.Change(func(c *Chart) { c.Signs, c.Options.Axis, c.Options.Elsewhere = st.Flag(signsState), axis, others })
		})
	}
	if st.Flag(tableState) != p.asTable {
		p.ToggleTable()
	}
	if p.table != nil {
		p.table.setOrder(st[orderState])
	}
}

// Holder is the part of a page that shows one chart; the zero Holder shows none.
type Holder struct {
	record.Quiet

	Panel *Panel
}

// Page is the part of a page that scrolls as a whole and shows a chart.
type Page struct {
	ui.Scrolled
	Holder
}

// State is how far the page is scrolled, and what its chart shows.
func (p *Page) State() route.State {
	st := p.Scrolled.State()
	if p.Panel != nil {
		p.Panel.Keep(st)
	}
	return st
}

// Restore makes the page stand as a state says.
func (p *Page) Restore(st route.State) {
	if p.Panel != nil {
		p.Panel.Restore(st)
	}
	p.Scrolled.Restore(st)
}

// Arrive lets the bars of the chart grow, the first time.
func (h *Holder) Arrive(route.Route) {
	if h.Panel != nil {
		h.Panel.Chart().Grow()
	}
}

// Drawn is the chart, nil where there is none.
func (h *Holder) Drawn() export.Source {
	if h.Panel == nil {
		return nil
	}
	if _, refusal := h.Panel.chart.Plot(); refusal != nil {
		return nil
	}
	return h.Panel.chart
}

// ToggleTable shows the table behind the chart, or the chart again.
func (h *Holder) ToggleTable() {
	if h.Panel != nil {
		h.Panel.ToggleTable()
	}
}
