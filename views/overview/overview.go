// Package overview is the page that the app opens with.
package overview

import (
	"fmt"
	"slices"
	"strings"

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
	first   map[route.Route]*ui.Card // of the figures that it puts first, by where they open
}

// New makes the overview.
func New(d *data.Dossier, w *record.Words, host record.Host, f *mapdata.Features, charts *plot.Suggestions) *Page {
	p := &Page{dossier: d, words: w, host: host, first: map[route.Route]*ui.Card{}}
	picture := ui.Gap(0)
	if set, ok := charts.First(); ok {
		p.Panel = chart.NewPanel(d, w, host, chart.Title(d, w, set), chart.Figures(d, set.Figures))
		picture = p.Panel.Content()
	}
	m := d.Metadata()
	p.Scroller = ui.Page(ui.Column(14,
		ui.Header("", m.Title, ui.ColorInk, ui.Run{Text: m.Description, Size: ui.SizeLead}),
		p.headline(),
		p.wherever(f),
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
func (p *Page) Left() {
	if p.sites != nil {
		p.sites.Stop()
	}
}

// wherever is the map beside the pillars, or above them where they are so many that it
// would be a strip. Without a place there is none.
func (p *Page) wherever(f *mapdata.Features) fyne.CanvasObject {
	const many = 9
	if !mapdata.Exists(p.dossier) {
		return p.pillars(ui.Column(2, p.ways()...))
	}
	if len(p.dossier.Pillars()) < many {
		return ui.Split(0.6, 280, 14, p.places(f), p.pillars(ui.Column(2, p.ways()...)))
	}
	ways := p.ways()
	half := (len(ways) + 1) / 2
	return ui.Column(14, p.places(f), p.pillars(ui.Split(0.5, 280, 28, ui.Column(2, ways[:half]...), ui.Column(2, ways[half:]...))))
}

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

// Open implements [record.Page]: the card of the record that stands open is marked.
func (p *Page) Open(r route.Route) {
	for at, card := range p.first {
		card.SetSelected(at == r.Place())
	}
}

// headline is a row of the figures that the dossier puts first. Their records open
// beside the page, as those of a chart's bars do.
func (p *Page) headline() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, id := range p.dossier.Metadata().Headline {
		f, ok := p.dossier.Figure(id)
		if !ok {
			continue
		}
		pillar, _ := p.dossier.Pillar(f.Pillar)
		at := route.To(route.Overview, "").Beside(route.Figure, id)
		c := ui.NewCard(f.Quantity.Text+", "+f.Label, ui.Sink(4,
			record.Quantity(f.Quantity.Text, ui.SizeValue, ui.SizeLead),
			ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted),
			ui.Gap(2),
			record.Evidence(p.words, p.host, f.Claim, f.Paragraph)), func() { p.host.Go(at) })
		c.Leads = at
		p.first[at] = c
		c.Bar = ui.PillarColor(pillar.Order)
		cards = append(cards, c)
	}
	return ui.Grid(186, 6, 14, cards...)
}

func (p *Page) pillars(ways fyne.CanvasObject) fyne.CanvasObject {
	return ui.Panel(ui.Column(2, ui.Heading(p.words.Say("pillars")), ways))
}

// ways are those to the pillars.
func (p *Page) ways() (rows []fyne.CanvasObject) {
	promises := map[string]int{}
	for _, of := range p.dossier.SectionsOf(data.Commitments) {
		for _, s := range p.dossier.Tasks(of.ID) {
			promises[s.Pillar]++
		}
	}
	for _, pl := range p.dossier.Pillars() {
		projects, figures := p.dossier.CountOfPillar(pl.ID)
		var about []string
		if n := promises[pl.ID]; n > 0 {
			about = append(about, p.words.Count("count.promises", n))
		}
		if projects > 0 || about == nil && len(p.dossier.Projects()) > 0 {
			about = slices.Insert(about, 0, p.words.Count("count.projects", projects))
		}
		rows = append(rows, p.line(ui.Dot(ui.PillarColor(pl.Order)), pl.Name,
			strings.Join(about, " · "), p.words.Count("count.figures", figures), route.To(route.Pillar, pl.ID)))
	}
	return rows
}

// sections is the way to what is not a pillar: lessons, promises, the text.
func (p *Page) sections() fyne.CanvasObject {
	dot := func() fyne.CanvasObject { return ui.Dot(ui.ColorMuted) }
	d := p.dossier
	rows := []fyne.CanvasObject{ui.Heading(p.words.Say("overview.also"))}
	for _, way := range []struct {
		role       data.SectionRole
		name, unit string
		of         func(section string) []data.Statement
		to         route.Kind
	}{
		{data.Principles, "nav.principles", "count.principles", d.Roots, route.Principles},
		{data.Commitments, "nav.ahead", "count.promises", d.Tasks, route.Commitments},
	} {
		if sections := d.SectionsOf(way.role); len(sections) > 0 {
			about, count := p.together(sections, way.of)
			rows = append(rows, p.line(dot(), p.words.Say(way.name), about, p.words.Count(way.unit, count), route.To(way.to, "")))
		}
	}
	if n := len(d.Projects()); n > 0 {
		rows = append(rows, p.line(dot(), p.words.Say("nav.projects"), p.words.Say("projects.about"), fmt.Sprint(n), route.To(route.Project, "")))
	}
	return ui.Panel(ui.Column(2, append(rows,
		p.line(dot(), p.words.Say("nav.figures"), p.words.Say("figures.about"),
			fmt.Sprint(len(d.Figures())), route.To(route.Figure, "")),
		p.elsewhere(dot()),
		p.line(dot(), p.words.Say("nav.read"), p.words.Say("read.about"),
			p.words.Count("count.paragraphs", len(d.Paragraphs())), route.To(route.Read, "")),
	)...))
}

// together says what is in sections that one page shows, and counts their statements.
func (p *Page) together(sections []data.Section, of func(section string) []data.Statement) (about string, count int) {
	var titles []string
	for _, s := range sections {
		about, titles, count = s.About, append(titles, s.Title), count+len(of(s.ID))
	}
	if len(sections) > 1 {
		about = p.words.Series(titles)
	}
	return about, count
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
	if len(figures) > 0 {
		to.State = "filter=elsewhere:some" // these figures, as the line counts them
	}
	return p.line(sign, p.words.Say("figure.elsewhere"), about, p.words.Count("count.figures", len(figures)), to)
}

// line is a row that opens a place.
func (p *Page) line(sign fyne.CanvasObject, name, about, count string, to route.Route) fyne.CanvasObject {
	said := []fyne.CanvasObject{ui.Label(name, ui.SizeBody, ui.ColorInk)}
	if about != "" {
		said = append(said, ui.Label(about, ui.SizeSmall, ui.ColorMuted))
	}
	return ui.NewListItem(name, ui.Row(12, 1, sign,
		ui.Column(0, said...),
		ui.OneLine(count, ui.SizeCaption, ui.ColorMuted)), nil).To(p.host, to)
}
