// Package overview is the page that the app opens with.
package overview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/atlas"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/kit"
	"beltroad/views/route"
	"beltroad/views/worldmap"
)

// Page is the overview of a dossier.
type Page struct {
	kit.Scrolled
	chart.Holder

	dossier *data.Dossier
	nav     route.Nav
	sites   *worldmap.Map
}

// New makes the overview.
func New(d *data.Dossier, nav route.Nav, desk chart.Desk, w *worldmap.World) *Page {
	p := &Page{dossier: d, nav: nav}
	picture := kit.Gap(0)
	if sets := plot.Suggest(d); len(sets) > 0 {
		p.Panel = chart.NewPanel(d, nav, desk, chart.Title(d, sets[0]), chart.Figures(d, sets[0].Figures))
		picture = p.Panel.Content()
	}
	m := d.Metadata()
	p.Scroller = kit.Page(kit.Column(14,
		kit.Header("", m.Title, kit.ColorInk, kit.Run{Text: m.Description, Size: kit.SizeLead}),
		p.headline(),
		kit.Split(0.6, kit.Dp(280), 14, p.places(w), p.pillars()),
		picture,
		p.sections(),
		kit.Flow(10,
			kit.NewButton(lang.L("nav.read.source"), func() { nav.Go(route.To(route.Read, "")) }, true),
			kit.NewButton(lang.L("nav.figures.all"), func() { nav.Go(route.To(route.Figure, "")) }, false)),
		kit.Words(lang.L("disclaimer"), kit.SizeCaption, kit.ColorMuted),
	))
	return p
}

// Left ends what is drawn beside the window.
func (p *Page) Left() { p.sites.Stop() }

// places is the map of the dossier's places.
func (p *Page) places(w *worldmap.World) fyne.CanvasObject {
	p.sites = worldmap.NewSmall(p.dossier, p.nav, w, atlas.Filter{Hidden: [5]bool{atlas.Institutions: true}})
	caption := kit.Inset(0, 10, 6, 10, kit.Sink(0, kit.Gap(0), kit.Words(lang.L("map.locator"), kit.SizeTiny, kit.ColorMuted)))
	return kit.Stack(p.sites.Framed(kit.Dp(300)), caption)
}

// Shows tells whether the route is a place on this page.
func (p *Page) Shows(r route.Route) bool { return r.Kind == route.Overview }

// headline is a row of the figures that the dossier puts first.
func (p *Page) headline() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, id := range p.dossier.Metadata().Headline {
		f, ok := p.dossier.Figure(id)
		if !ok {
			continue
		}
		pillar, _ := p.dossier.Pillar(f.Pillar)
		c := kit.NewCard(f.Quantity.Text+", "+f.Label, kit.Sink(4,
			kit.Quantity(f.Quantity.Text, kit.SizeValue, kit.SizeLead),
			kit.Words(f.Label, kit.SizeCaption, kit.ColorMuted),
			kit.Gap(2),
			kit.Evidence(p.nav, f.Claim, f.Paragraph)), func() { p.nav.Go(route.To(route.Figure, id)) })
		c.Bar = kit.PillarColor(pillar.Order)
		cards = append(cards, c)
	}
	return kit.Grid(kit.Dp(186), 4, 14, cards...)
}

func (p *Page) pillars() fyne.CanvasObject {
	rows := []fyne.CanvasObject{kit.Heading(lang.L("pillars"))}
	for _, pl := range p.dossier.Pillars() {
		rows = append(rows, p.line(kit.Dot(kit.PillarColor(pl.Order)), pl.Name,
			kit.Count("count.projects", len(p.dossier.ProjectsOfPillar(pl.ID))),
			kit.Count("count.figures", len(p.dossier.FiguresOfPillar(pl.ID))), route.To(route.Pillar, pl.ID)))
	}
	return kit.Panel(kit.Column(2, rows...))
}

// sections is the way to what is not a pillar: lessons, promises, the text.
func (p *Page) sections() fyne.CanvasObject {
	dot := func() fyne.CanvasObject { return kit.Dot(kit.ColorMuted) }
	d := p.dossier
	return kit.Panel(kit.Column(2,
		kit.Heading(lang.L("overview.also")),
		p.line(dot(), lang.L("nav.principles"), lang.L("principles.about"),
			kit.Count("count.principles", len(d.Roots("II"))), route.To(route.Principles, "")),
		p.line(dot(), lang.L("nav.ahead"), lang.L("ahead.about"),
			kit.Count("count.tasks", len(d.Leaves("III"))), route.To(route.Ahead, "")),
		p.line(dot(), lang.L("nav.projects"), lang.L("projects.about"),
			fmt.Sprint(len(d.Projects())), route.To(route.Project, "")),
		p.line(dot(), lang.L("nav.figures"), lang.L("figures.about"),
			fmt.Sprint(len(d.Figures())), route.To(route.Figure, "")),
		p.line(dot(), lang.L("nav.read"), lang.L("read.about"),
			kit.Count("count.paragraphs", len(d.Paragraphs())), route.To(route.Read, "")),
	))
}

// line is a row that opens a place.
func (p *Page) line(sign fyne.CanvasObject, name, about, count string, to route.Route) fyne.CanvasObject {
	return kit.NewLine(name, kit.Row(12, 1, sign,
		kit.Column(0, kit.Words(name, kit.SizeBody, kit.ColorInk), kit.Words(about, kit.SizeSmall, kit.ColorMuted)),
		kit.OneLine(count, kit.SizeCaption, kit.ColorMuted)), func() { p.nav.Go(to) })
}
