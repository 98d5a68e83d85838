// Package charts is the page of charts: those that the ledger gives, and
// those of figures that the user picked.
package charts

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/paper"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page shows one chart at a time.
type Page struct {
	chart.Page

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	sets    *plot.Suggestions
	list    *fyne.Container
	shown   route.Route
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host, sets *plot.Suggestions) *Page {
	p := &Page{dossier: d, words: w, host: host, sets: sets, list: ui.Column(14)}
	p.Scroller = ui.Page(p.list)
	return p
}

// Exists tells whether a dossier has a chart of that id; empty is the first one.
func Exists(d *data.Dossier, id string) bool {
	if ids, ok := route.To(route.Chart, id).Compared(); ok {
		return len(ids) > 0 && len(chart.Figures(d, ids)) == len(ids)
	}
	return id == "" || plot.Exists(d, id)
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Chart }

// Open draws the chart that the route names.
func (p *Page) Open(r route.Route) {
	if r = r.Place().Page(); r == p.shown {
		return
	}
	p.shown = r
	focus, others := ui.MarkFocus(p.Scroller), p.Panel != nil && p.Panel.ShowsOthers()
	title, figures := p.chosen(r)
	parts := []fyne.CanvasObject{ui.Header("", p.words.Say("nav.charts"), ui.ColorInk, ui.Run{Text: p.words.Say("chart.lead"), Size: ui.SizeLead}), p.choice(r)}
	if p.Panel = nil; len(figures) > 0 {
		p.Panel = chart.NewPanel(p.dossier, p.words, p.host, title, figures)
		p.Panel.ShowOthers(others)
		parts = append(parts, p.Panel.Content())
	}
	p.list.Objects = parts
	p.Relayout()
	p.ScrollTo(0)
	focus.Return(fyne.CurrentApp().Driver().CanvasForObject(p.Scroller), p.Scroller)
}

// OnPaper is what is printed of the page: its chart, and not the choice of others.
func (p *Page) OnPaper() []paper.Part {
	return ui.OnPaper(ui.Column(14, slices.Delete(slices.Clone(p.list.Objects), 1, 2)...))
}

// chosen are the title and the figures of the chart that a route names.
func (p *Page) chosen(r route.Route) (string, []data.Figure) {
	if ids, ok := r.Compared(); ok {
		return p.words.Say("chart.compared"), chart.Figures(p.dossier, ids)
	}
	s, ok := p.sets.First()
	if r.ID != "" {
		s, ok = plot.Find(p.dossier, r.ID)
	}
	if !ok {
		return "", nil
	}
	return chart.Title(p.dossier, p.words, s), chart.Figures(p.dossier, s.Figures)
}

// choice is the drop-down of the ledger's charts.
func (p *Page) choice(r route.Route) fyne.CanvasObject {
	var options []ui.Option
	for _, s := range p.sets.All() {
		options = append(options, ui.Option{Key: s.ID, Name: chart.Title(p.dossier, p.words, s)})
	}
	first := p.words.Say("chart.choose")
	if _, compared := r.Compared(); compared {
		first = p.words.Say("chart.compared")
	}
	chosen := &r.ID
	if first, ok := p.sets.First(); ok && r.ID == "" {
		chosen = &first.ID
	}
	f := ui.NewFilter(first, options, chosen, func(id *string) {
		if id != nil {
			p.host.Go(route.To(route.Chart, *id))
		}
	})
	return ui.Flow(8, f.AtMost(360))
}
