// Package overview is the page that the app opens with.
package overview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the overview of a dossier.
type Page struct {
	chart.Page

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	sites   *mapview.Map
}

// New makes the overview.
func New(d *data.Dossier, w *record.Words, host record.Host, f *mapdata.Features, charts *plot.Suggestions) *Page {
	p := &Page{dossier: d, words: w, host: host}
	picture := ui.Gap(0)
	if set, ok := charts.First(); ok {
		p.Panel = chart.NewPanel(d, w, host, chart.Title(d, w, set), chart.Figures(d, set.Figures))
		picture = p.Panel.Content()
	}
	m := d.Metadata()
	p.Scroller = ui.Page(ui.Column(14,
		ui.Header("", m.Title, ui.ColorInk, ui.Run{Text: m.Description, Size: ui.SizeLead}),
		p.headline(),
		ui.Split(0.6, 280, 14, p.places(f), p.pillars()),
		picture,
		p.sections(),
		ui.Flow(10,
			ui.NewButton(w.Say("nav.read.source"), func() { host.Go(route.To(route.Read, "")) }, true),
			ui.NewButton(w.Say("nav.figures.all"), func() { host.Go(route.To(route.Figure, "")) }, false)),
		ui.Label(w.Say("disclaimer"), ui.SizeCaption, ui.ColorMuted),
	))
	return p
}

// Left ends what is drawn beside the window.
func (p *Page) Left() { p.sites.Stop() }

// places is the map of the dossier's places.
func (p *Page) places(f *mapdata.Features) fyne.CanvasObject {
	presented := f.Overview()
	presented.Only = true // as the source has it; the page of the map has what others add
	if places, _ := f.Pick(presented); len(places) == 0 {
		presented.Only = false
	}
	p.sites = mapview.NewSmall(f, p.words, p.host, presented)
	caption := ui.Inset(0, 10, 6, 10, ui.Sink(0, ui.Gap(0), ui.Label(p.words.Say("map.locator"), ui.SizeSmall, ui.ColorMuted)))
	return ui.Stack(p.sites.Framed(300, theme.ColorNameBackground), caption)
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Overview }

// Open implements [record.Page].
func (p *Page) Open(route.Route) {}

// headline is a row of the figures that the dossier puts first.
func (p *Page) headline() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, id := range p.dossier.Metadata().Headline {
		f, ok := p.dossier.Figure(id)
		if !ok {
			continue
		}
		pillar, _ := p.dossier.Pillar(f.Pillar)
		c := ui.NewCard(f.Quantity.Text+", "+f.Label, ui.Sink(4,
			record.Quantity(f.Quantity.Text, ui.SizeValue, ui.SizeLead),
			ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted),
			ui.Gap(2),
			record.Evidence(p.words, p.host, f.Claim, f.Paragraph)), func() { p.host.Go(route.To(route.Figure, id)) })
		c.Leads = route.To(route.Figure, id)
		c.Bar = ui.PillarColor(pillar.Order)
		cards = append(cards, c)
	}
	return ui.Grid(186, 6, 14, cards...)
}

func (p *Page) pillars() fyne.CanvasObject {
	rows := []fyne.CanvasObject{ui.Heading(p.words.Say("pillars"))}
	for _, pl := range p.dossier.Pillars() {
		projects, figures := p.dossier.CountOfPillar(pl.ID)
		rows = append(rows, p.line(ui.Dot(ui.PillarColor(pl.Order)), pl.Name,
			p.words.Count("count.projects", projects), p.words.Count("count.figures", figures), route.To(route.Pillar, pl.ID)))
	}
	return ui.Panel(ui.Column(2, rows...))
}

// sections is the way to what is not a pillar: lessons, promises, the text.
func (p *Page) sections() fyne.CanvasObject {
	dot := func() fyne.CanvasObject { return ui.Dot(ui.ColorMuted) }
	d := p.dossier
	rows := []fyne.CanvasObject{ui.Heading(p.words.Say("overview.also"))}
	for _, of := range d.SectionsOf(data.Principles) {
		rows = append(rows, p.line(dot(), p.words.Say("nav.principles"), of.About,
			p.words.Count("count.principles", len(d.Roots(of.ID))), route.To(route.Principles, "")))
	}
	for _, of := range d.SectionsOf(data.Commitments) {
		rows = append(rows, p.line(dot(), p.words.Say("nav.ahead"), of.About,
			p.words.Count("count.promises", len(d.Tasks(of.ID))), route.To(route.Commitments, "")))
	}
	return ui.Panel(ui.Column(2, append(rows,
		p.line(dot(), p.words.Say("nav.projects"), p.words.Say("projects.about"),
			fmt.Sprint(len(d.Projects())), route.To(route.Project, "")),
		p.line(dot(), p.words.Say("nav.figures"), p.words.Say("figures.about"),
			fmt.Sprint(len(d.Figures())), route.To(route.Figure, "")),
		p.elsewhere(dot()),
		p.line(dot(), p.words.Say("nav.read"), p.words.Say("read.about"),
			p.words.Count("count.paragraphs", len(d.Paragraphs())), route.To(route.Read, "")),
	)...))
}

// elsewhere is the way to what other sources say.
func (p *Page) elsewhere(sign fyne.CanvasObject) fyne.CanvasObject {
	figures, independent, differing := map[string]bool{}, map[string]bool{}, 0
	for _, s := range p.dossier.SecondSources() {
		figures[s.Figure] = true
		if s.IndependentNumber() {
			independent[s.Figure] = true
		}
		if s.Relation == data.Differs {
			differing++ // as the page of them counts
		}
	}
	about := p.words.Say("overview.elsewhere.counts", map[string]any{"Independent": len(independent), "Differs": differing})
	if len(figures) == 0 {
		about = p.words.Say("figure.second.none")
	}
	to := route.To(route.Figure, "")
	switch {
	case differing > 0:
		to = route.To(route.Differences, "")
	case len(figures) > 0:
		to.State = "filter=elsewhere:some"
	}
	return p.line(sign, p.words.Say("figure.elsewhere"), about, p.words.Count("count.figures", len(figures)), to)
}

// line is a row that opens a place.
func (p *Page) line(sign fyne.CanvasObject, name, about, count string, to route.Route) fyne.CanvasObject {
	return ui.NewListItem(name, ui.Row(12, 1, sign,
		ui.Column(0, ui.Label(name, ui.SizeBody, ui.ColorInk), ui.Label(about, ui.SizeSmall, ui.ColorMuted)),
		ui.OneLine(count, ui.SizeCaption, ui.ColorMuted)), nil).To(p.host, to)
}
