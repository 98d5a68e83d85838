// Package pillar is the page of one pillar: its figures, projects and findings.
package pillar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// Page is the page of one pillar.
type Page struct {
	kit.Scrolled
	chart.Holder

	dossier *data.Dossier
	nav     route.Nav
	pillar  data.Pillar
	here    route.Route
	cards   map[route.Route]*kit.Card // by the record that a card opens
}

// New makes the page of the pillar.
func New(d *data.Dossier, nav route.Nav, desk chart.Desk, pillar data.Pillar) *Page {
	p := &Page{dossier: d, nav: nav, pillar: pillar, here: route.To(route.Pillar, pillar.ID), cards: map[route.Route]*kit.Card{}}
	lead := append([]kit.Run{{Text: pillar.Summary + " ", Size: kit.SizeLead}}, kit.CiteRuns(nav, pillar.Paragraphs)...)
	parts := []fyne.CanvasObject{kit.Header(lang.L("pillars"), pillar.Name, kit.PillarColor(pillar.Order), lead...), kit.Gap(2)}
	parts = append(parts, p.figures()...)
	if set, ok := plot.PillarSet(d, pillar.ID); ok {
		p.Panel = chart.NewPanel(d, nav, desk, chart.Title(d, set), chart.Figures(d, set.Figures), set.Highlight...)
		parts = append(parts, p.Panel.Content())
	}
	parts = append(parts, p.projects()...)
	parts = append(parts, p.findings()...)
	p.Scroller = kit.Page(kit.Column(14, parts...))
	return p
}

// Shows takes up a route on this page: it marks the card of the record beside it.
func (p *Page) Shows(r route.Route) bool {
	if r.Page() != p.here {
		return false
	}
	for to, c := range p.cards {
		c.SetSelected(to == r)
	}
	return true
}

// opens gives the card its record: a click opens it beside the page.
func (p *Page) opens(c *kit.Card, k route.Kind, id string) *kit.Card {
	to := p.here.Beside(k, id)
	c.OnTapped = func() { p.nav.Go(to) }
	p.cards[to] = c
	return c
}

func (p *Page) figures() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, f := range p.dossier.FiguresOfPillar(p.pillar.ID) {
		c := kit.FigureCard(p.nav, f, kit.PillarColor(p.pillar.Order))
		cards = append(cards, p.opens(c, route.Figure, f.ID))
	}
	if len(cards) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Grid(kit.Dp(170), 3, 14, cards...)}
}

func (p *Page) projects() []fyne.CanvasObject {
	all := p.dossier.ProjectsOfPillar(p.pillar.ID)
	if len(all) == 0 {
		return nil
	}
	var cards []fyne.CanvasObject
	for _, pr := range all {
		cards = append(cards, p.opens(kit.ProjectCard(pr), route.Project, pr.ID))
	}
	return []fyne.CanvasObject{
		kit.Heading(kit.Count("count.projects", len(all))),
		kit.Grid(kit.Dp(220), 2, 14, cards...),
	}
}

func (p *Page) findings() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.dossier.Statements() {
		if s.Pillar == p.pillar.ID && s.Claim != data.Commitment {
			rows = append(rows, kit.Statement(p.nav, s))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Heading(lang.L("pillar.findings")), kit.Panel(kit.Column(12, rows...))}
}
