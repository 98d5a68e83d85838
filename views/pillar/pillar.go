// Package pillar is the page of one pillar: its figures, projects and findings.
package pillar

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the page of one pillar.
type Page struct {
	ui.Scrolled
	chart.Holder

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	pillar  data.Pillar
	here    route.Route
	cards   map[route.Route]*ui.Card // by the record that a card opens
}

// New makes the page of the pillar.
func New(d *data.Dossier, w *record.Words, host record.Host, pillar data.Pillar) *Page {
	p := &Page{dossier: d, words: w, host: host, pillar: pillar, here: route.To(route.Pillar, pillar.ID), cards: map[route.Route]*ui.Card{}}
	lead := append([]ui.Run{{Text: pillar.Summary + " ", Size: ui.SizeLead}}, record.CiteRuns(host, pillar.Paragraphs)...)
	parts := []fyne.CanvasObject{ui.Header(w.Say("pillars"), pillar.Name, ui.PillarColor(pillar.Order), lead...), ui.Gap(2)}
	parts = append(parts, p.figures()...)
	if set, ok := plot.PillarSet(d, pillar.ID); ok {
		p.Panel = chart.NewPanel(d, w, host, chart.Title(d, w, set), chart.Figures(d, set.Figures), set.Highlight...)
		parts = append(parts, p.Panel.Content())
	}
	parts = append(parts, p.projects()...)
	parts = append(parts, p.findings()...)
	p.Scroller = ui.Page(ui.Column(14, parts...))
	return p
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Place().Page() == p.here }

// Open marks the card of the record beside the page.
func (p *Page) Open(r route.Route) {
	for to, c := range p.cards {
		c.SetSelected(to == r.Place())
	}
}

// State is how far the page is scrolled, and what its chart shows.
func (p *Page) State() route.State {
	st := p.Scrolled.State()
	p.Holder.Keep(st)
	return st
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	p.RestoreChart(st)
	p.Scrolled.Restore(st)
}

// opens gives the card its record: a click opens it beside the page.
func (p *Page) opens(c *ui.Card, k route.Kind, id string) *ui.Card {
	to := p.here.Beside(k, id)
	c.OnTapped = func() { p.host.Go(to) }
	p.cards[to] = c
	return c
}

func (p *Page) figures() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, f := range p.dossier.FiguresOfPillar(p.pillar.ID) {
		c := record.FigureCard(p.host, f, ui.PillarColor(p.pillar.Order))
		cards = append(cards, p.opens(c, route.Figure, f.ID))
	}
	if len(cards) == 0 {
		return nil
	}
	return []fyne.CanvasObject{ui.Grid(170, 3, 14, cards...)}
}

func (p *Page) projects() []fyne.CanvasObject {
	all := p.dossier.ProjectsOfPillar(p.pillar.ID)
	if len(all) == 0 {
		return nil
	}
	var cards []fyne.CanvasObject
	for _, pr := range all {
		cards = append(cards, p.opens(record.ProjectCard(p.words, pr), route.Project, pr.ID))
	}
	return []fyne.CanvasObject{
		ui.Heading(p.words.Count("count.projects", len(all))),
		ui.Grid(220, 2, 14, cards...),
	}
}

func (p *Page) findings() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.dossier.Statements() {
		if s.Pillar == p.pillar.ID && s.Claim != data.Commitment {
			rows = append(rows, record.Statement(p.words, p.host, s))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{ui.Heading(p.words.Say("pillar.findings")), ui.Panel(ui.Column(12, rows...))}
}
