// Package search lists the projects and figures whose names hold what the
// user typed.
package search

import (
	"context"
	"strings"

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
	stop    context.CancelFunc // ends looking for what was typed before
	looking bool
	wanted  route.State // that the page is to stand in once something is found; nil: none
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, list: ui.Column(14), stop: func() {}}
	p.Scroller = ui.Page(p.list)
	return p
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Search }

// Open looks for the text that the route carries: among many records beside the
// window, where what was typed before is given up.
func (p *Page) Open(r route.Route) {
	const many = 4000 // records; fewer are looked through within a frame
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop, p.wanted = stop, nil
	if len(p.dossier.Projects())+len(p.dossier.Figures()) <= many {
		p.show(r.ID, Find(ctx, p.dossier, r.ID))
		return
	}
	if len(p.list.Objects) == 0 {
		p.list.Objects = []fyne.CanvasObject{p.head(p.words.Say("find.looking", map[string]any{"Text": ui.Shortened(r.ID, longest)}))}
	}
	p.looking = true
	p.host.Background(func(context.Context) func() {
		found := Find(ctx, p.dossier, r.ID)
		return func() {
			if ctx.Err() != nil {
				return
			}
			p.looking = false
			if p.show(r.ID, found); p.wanted != nil {
				p.Scrolled.Restore(p.wanted)
			}
		}
	})
}

// State is how far the page is scrolled, or is to be.
func (p *Page) State() route.State {
	if p.looking && p.wanted != nil {
		return p.wanted
	}
	return p.Scrolled.State()
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if p.looking {
		p.wanted = st
		return
	}
	p.Scrolled.Restore(st)
}

// Left gives up looking.
func (p *Page) Left() { p.stop() }

// longest is how many letters of a text are shown in the title.
const longest = 60

func (p *Page) head(lead string) fyne.CanvasObject {
	return ui.Header("", p.words.Say("find.title"), ui.ColorInk, ui.Run{Text: lead, Size: ui.SizeLead})
}

// show lists what was found.
func (p *Page) show(text string, found Found) {
	projects, figures := found.Projects, found.Figures
	parts := []fyne.CanvasObject{p.head(p.words.Say("find.lead", map[string]any{
		"Text": ui.Shortened(text, longest), "Projects": p.words.Count("count.projects", len(projects)), "Figures": p.words.Count("count.figures", len(figures)),
	}))}
	if len(projects)+len(figures) == 0 {
		parts = append(parts, ui.Words(p.words.Say("find.nothing"), ui.SizeBody, ui.ColorMuted))
	}
	if n := len(projects); n > 0 {
		cards := record.NewCards(p.host, 220, 3, n,
			func(i int) *ui.Card { return record.ProjectCard(p.words, *projects[i]) },
			func(i int) route.Route { return route.To(route.Project, projects[i].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.projects")), cards.List)
	}
	if n := len(figures); n > 0 {
		cards := record.NewCards(p.host, 170, 4, n, func(i int) *ui.Card {
			pillar, _ := p.dossier.Pillar(figures[i].Pillar)
			return record.FigureCard(p.host, *figures[i], ui.PillarColor(pillar.Order))
		}, func(i int) route.Route { return route.To(route.Figure, figures[i].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.figures")), cards.List)
	}
	p.list.Objects = parts
	p.Relayout()
}

// Found is what was found, in file order.
type Found struct {
	Projects []*data.Project
	Figures  []*data.Figure
}

// Find finds the projects and figures that hold every word of text, without
// regard to case, in their names or in what they count. It gives up when the
// context ends.
func Find(ctx context.Context, d *data.Dossier, text string) Found {
	const stride = 1024 // records between two looks at the context
	var found Found
	words := strings.Fields(fold(text))
	projects, figures := d.Projects(), d.Figures()
	for i := range projects {
		if i%stride == 0 && ctx.Err() != nil {
			return found
		}
		if p := &projects[i]; holds(p.Name+" "+strings.Join(p.AlsoKnownAs, " "), words) {
			found.Projects = append(found.Projects, p)
		}
	}
	for i := range figures {
		if i%stride == 0 && ctx.Err() != nil {
			return found
		}
		if f := &figures[i]; holds(f.Quantity.Text+" "+f.Label+" "+f.Quantity.Counts, words) {
			found.Figures = append(found.Figures, f)
		}
	}
	return found
}

func holds(s string, words []string) bool {
	s = fold(s)
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return len(words) > 0
}

var hyphens = strings.NewReplacer("–", "-", "—", "-", "‑", "-")

// fold makes letters comparable: lower case, and every dash a hyphen.
func fold(s string) string { return hyphens.Replace(strings.ToLower(s)) }
