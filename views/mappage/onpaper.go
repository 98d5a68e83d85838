package mappage

import (
	"beltroad/internal/mapdata"
	"beltroad/internal/paper"
	"beltroad/views/mapview"
	"beltroad/views/ui"
)

// OnPaper is what is printed of the page: the map as it stands, its key, and the list of
// the places that it shows with where their positions come from.
func (p *Page) OnPaper() []paper.Part {
	parts := ui.OnPaper(ui.Column(8, ui.Header("", p.explorer.ExportName(), ui.ColorInk), p.tally))
	parts = append(parts, paper.Space(8))
	parts = append(parts, p.explorer.OnPaper()...)
	parts = append(parts, ui.OnPaper(ui.Label(mapview.Credits(p.features, p.words), ui.SizeSmall, ui.ColorMuted))...)
	places, _ := p.features.Pick(p.filter)
	parts = append(parts, paper.Space(16), p.list(places))
	if all := p.without(); len(all) > 0 {
		var names []string
		for _, pr := range all {
			names = append(names, pr.Name)
		}
		parts = append(parts, ui.OnPaper(ui.Column(4, ui.Gap(10), ui.Heading(p.words.Count("map.unplaced", len(all))), ui.Label(p.words.Series(names), ui.SizeCaption, ui.ColorInk)))...)
	}
	return parts
}

// list are places with their projects.
func (p *Page) list(places []*mapdata.Place) paper.Table {
	w := p.words
	text := func(s string) []paper.Part {
		return []paper.Part{paper.Paragraph{Runs: []paper.Run{{Text: s, Font: paper.Small}}}}
	}
	return paper.Table{
		Columns: []paper.Column{{Title: w.Say("pane.place"), Share: 22}, {Title: w.Say("nav.projects"), Share: 34}, {Title: w.Say("place.position"), Width: 112}, {Title: w.Say("place.source"), Share: 32}},
		Len:     len(places),
		Row: func(i int) [][]paper.Part {
			at := places[i]
			var projects []string
			for _, q := range at.Projects {
				projects = append(projects, q.Name)
			}
			return [][]paper.Part{text(w.Series([]string{at.Name, w.Country(at.Country)})), text(w.Series(projects)), text(position(w, at.Lon, at.Lat)), text(at.Source)}
		},
	}
}
