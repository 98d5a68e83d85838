// Package search lists the projects and figures whose names hold what the
// user typed.
package search

import (
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
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, list: ui.Column(14)}
	p.Scroller = ui.Page(p.list)
	return p
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Search }

// Open looks for the text that the route carries.
func (p *Page) Open(r route.Route) {
	projects, figures := Find(p.dossier, r.ID)
	parts := []fyne.CanvasObject{ui.Header("", p.words.Say("find.title"), ui.ColorInk, ui.Run{
		Text: p.words.Say("find.lead", map[string]any{"Text": ui.Shortened(r.ID, 60), "Projects": p.words.Count("count.projects", len(projects)), "Figures": p.words.Count("count.figures", len(figures))}), Size: ui.SizeLead,
	})}
	if len(projects)+len(figures) == 0 {
		parts = append(parts, ui.Words(p.words.Say("find.nothing"), ui.SizeBody, ui.ColorMuted))
	}
	if n := len(projects); n > 0 {
		cards := record.NewCards(p.host, 220, 3, n,
			func(i int) *ui.Card { return record.ProjectCard(p.words, projects[i]) },
			func(i int) route.Route { return route.To(route.Project, projects[i].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.projects")), cards.List)
	}
	if n := len(figures); n > 0 {
		cards := record.NewCards(p.host, 170, 4, n, func(i int) *ui.Card {
			pillar, _ := p.dossier.Pillar(figures[i].Pillar)
			return record.FigureCard(p.host, figures[i], ui.PillarColor(pillar.Order))
		}, func(i int) route.Route { return route.To(route.Figure, figures[i].ID) })
		parts = append(parts, ui.Heading(p.words.Say("nav.figures")), cards.List)
	}
	p.list.Objects = parts
	p.Relayout()
}

// Find returns the projects and figures that hold every word of text, without
// regard to case, in their names or in what they count.
func Find(d *data.Dossier, text string) (projects []data.Project, figures []data.Figure) {
	words := strings.Fields(fold(text))
	for _, p := range d.Projects() {
		if holds(p.Name+" "+strings.Join(p.AlsoKnownAs, " "), words) {
			projects = append(projects, p)
		}
	}
	for _, f := range d.Figures() {
		if holds(f.Quantity.Text+" "+f.Label+" "+f.Quantity.Counts, words) {
			figures = append(figures, f)
		}
	}
	return projects, figures
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

// fold makes letters comparable: lower case, and every dash a hyphen.
func fold(s string) string {
	return strings.NewReplacer("–", "-", "—", "-", "‑", "-").Replace(strings.ToLower(s))
}
