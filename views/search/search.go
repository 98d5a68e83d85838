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
	names   *names      // nil: not gathered yet
	text    string      // that is looked for
	wanted  route.State // how the page is to stand once names are gathered; nil: as it comes
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
		p.list.Objects = []fyne.CanvasObject{p.header("find.looking", map[string]any{"Text": ui.Shortened(r.ID, longest)})}
		p.host.Background(func(context.Context) func() {
			all := namesIn(d)
			return func() {
				p.names = all
				if p.show(); p.wanted != nil {
					p.Scrolled.Restore(p.wanted)
				}
			}
		})
	}
}

// many records take longer to gather names from than a frame lasts.
const many = 4000

// State is how far the page is scrolled, or is to be.
func (p *Page) State() route.State {
	if p.names == nil && p.wanted != nil {
		return p.wanted
	}
	return p.Scrolled.State()
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if p.names == nil {
		p.wanted = st
		return
	}
	p.Scrolled.Restore(st)
}

// longest is how many letters of a text the page's head shows.
const longest = 60

func (p *Page) header(key string, args map[string]any) fyne.CanvasObject {
	return ui.Header("", p.words.Say("find.title"), ui.ColorInk, ui.Run{Text: p.words.Say(key, args), Size: ui.SizeLead})
}

// show lists what was found.
func (p *Page) show() {
	projects, figures := p.names.find(p.text)
	allProjects, allFigures := p.dossier.Projects(), p.dossier.Figures()
	parts := []fyne.CanvasObject{p.header("find.lead", map[string]any{
		"Text": ui.Shortened(p.text, longest), "Projects": p.words.Count("count.projects", len(projects)), "Figures": p.words.Count("count.figures", len(figures)),
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
