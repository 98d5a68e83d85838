// Package search lists the projects and figures whose names hold what the
// user typed.
package search

import (
	"context"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the list of what was found.
type Page struct {
	ui.Scrolled
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	list    *fyne.Container
	names   *names // nil: not gathered yet
	text    string // that is looked for
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, list: ui.Column(14)}
	p.Scroller = ui.Page(p.list)
	return p
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Search }

// Open looks for the text that the route carries. In a large dossier its names
// are gathered beside the window first.
func (p *Page) Open(r route.Route) {
	p.text = r.ID
	switch d := p.dossier; {
	case p.names != nil:
		p.show()
	case len(d.Projects())+len(d.Figures()) < many:
		p.names = namesIn(d)
		p.show()
	default:
		p.host.Background(func(context.Context) func() {
			all := namesIn(d)
			return func() {
				p.names = all
				p.show()
			}
		})
	}
}

// many records take longer to gather names from than a frame lasts.
const many = 4000

// show lists what was found.
func (p *Page) show() {
	projects, figures := p.names.find(p.text)
	allProjects, allFigures := p.dossier.Projects(), p.dossier.Figures()
	parts := []fyne.CanvasObject{ui.Header("", p.words.Say("find.title"), ui.ColorInk, ui.Run{
		Text: p.words.Say("find.lead", map[string]any{"Text": ui.Shortened(p.text, 60), "Projects": p.words.Count("count.projects", len(projects)), "Figures": p.words.Count("count.figures", len(figures))}), Size: ui.SizeLead,
	})}
	if len(projects)+len(figures) == 0 {
		parts = append(parts, ui.Label(p.words.Say("find.nothing"), ui.SizeBody, ui.ColorMuted))
	}
	if n := len(projects); n > 0 {
		cards := record.NewCards(p.host, 220, 3, n,
			func(i int) *ui.Card { return record.ProjectCard(p.words, allProjects[projects[i]]) },
			func(i int) route.Route { return route.To(route.Project, allProjects[projects[i]].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.projects")), cards.List)
	}
	if n := len(figures); n > 0 {
		cards := record.NewCards(p.host, 170, 4, n, func(i int) *ui.Card {
			f := allFigures[figures[i]]
			pillar, _ := p.dossier.Pillar(f.Pillar)
			return record.FigureCard(p.host, f, ui.PillarColor(pillar.Order))
		}, func(i int) route.Route { return route.To(route.Figure, allFigures[figures[i]].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.figures")), cards.List)
	}
	p.list.Objects = parts
	p.Relayout()
}
