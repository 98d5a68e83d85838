// Package pillar is the page of one pillar: its figures, projects and findings.
package pillar

import (
	"slices"
	"strings"
	"unicode"

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
	chart.Page

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	pillar  data.Pillar
	here    route.Route
	cards   []*record.Cards
}

// New makes the page of the pillar.
func New(d *data.Dossier, w *record.Words, host record.Host, pillar data.Pillar) *Page {
	p := &Page{dossier: d, words: w, host: host, pillar: pillar, here: route.To(route.Pillar, pillar.ID)}
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
	for _, c := range p.cards {
		c.Mark(r.Place())
	}
}

func (p *Page) figures() []fyne.CanvasObject {
	all := strongest(p.dossier, p.dossier.FiguresOfPillar(p.pillar.ID))
	if len(all) == 0 {
		return nil
	}
	cards := record.NewCards(p.host, 170, 3, len(all),
		func(i int) *ui.Card { return record.FigureCard(p.host, *all[i], ui.PillarColor(p.pillar.Order)) },
		func(i int) route.Route { return p.here.Beside(route.Figure, all[i].ID) })
	p.cards = append(p.cards, cards)
	return []fyne.CanvasObject{cards.List}
}

// strongest are figures with those first that the dossier puts first of all, and last
// those whose wording has no digit: "first", "four".
func strongest(d *data.Dossier, figures []*data.Figure) []*data.Figure {
	rank := func(f *data.Figure) int {
		switch {
		case slices.Contains(d.Metadata().Headline, f.ID):
			return 0
		case strings.ContainsFunc(f.Quantity.Text, unicode.IsDigit):
			return 1
		default:
			return 2
		}
	}
	ordered := slices.Clone(figures)
	slices.SortStableFunc(ordered, func(a, b *data.Figure) int { return rank(a) - rank(b) })
	return ordered
}

func (p *Page) projects() []fyne.CanvasObject {
	all := p.dossier.ProjectsOfPillar(p.pillar.ID)
	if len(all) == 0 {
		return nil
	}
	cards := record.NewCards(p.host, 220, 2, len(all),
		func(i int) *ui.Card { return record.ProjectCard(p.words, *all[i]) },
		func(i int) route.Route { return p.here.Beside(route.Project, all[i].ID) })
	p.cards = append(p.cards, cards)
	return []fyne.CanvasObject{ui.Heading(p.words.Count("count.projects", len(all))), cards.List}
}

func (p *Page) findings() []fyne.CanvasObject {
	var found []data.Statement
	for _, s := range p.dossier.Statements() {
		if s.Pillar == p.pillar.ID && s.Claim != data.Commitment {
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return nil
	}
	rows := ui.NewList(12, len(found), func(i int) fyne.CanvasObject { return record.Statement(p.words, p.host, found[i]) })
	return []fyne.CanvasObject{ui.Heading(p.words.Say("pillar.findings")), ui.Panel(rows)}
}
