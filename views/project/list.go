// Package project is the list of projects and the pane of one.
package project

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewList makes the page of all projects.
func NewList(d *data.Dossier, w *record.Words, host record.Host) *record.Catalogue[data.Project] {
	return record.NewCatalogue(w, host, record.CatalogueSpec[data.Project]{
		Title: w.Say("nav.projects"),
		Items: d.Projects(),
		ID:    func(p *data.Project) string { return p.ID },
		Row:   func(p *data.Project) ui.TableRow { return row(d, w, host, p) },
		Columns: []record.CatalogueColumn[data.Project]{
			{Name: "name", TableColumn: ui.TableColumn{Title: w.Say("column.name"), Share: 52}, Text: func(p *data.Project) string { return p.Name }},
			{Name: "kind", TableColumn: ui.TableColumn{Title: w.Say("column.kind"), Width: 86, Spare: 1, Named: true}, Text: func(p *data.Project) string { return w.Kind(p.Kind) }},
			{Name: "status", TableColumn: ui.TableColumn{Title: w.Say("column.status"), Share: 28, Spare: 2, Named: true}, Compare: func(a, b *data.Project) int { return cmp.Compare(a.Status, b.Status) }},
			{Name: "paragraph", TableColumn: ui.TableColumn{Title: w.Say("column.paragraph"), Width: 96}, Number: func(p *data.Project) int { return p.Paragraphs[0] }},
		},
		Facets: facets(d, w),
		Sorted: 0,
		Kind:   route.Project,
		Shown:  "projects.shown",
	})
}

func row(d *data.Dossier, w *record.Words, host record.Host, p *data.Project) ui.TableRow {
	pillar, _ := d.Pillar(p.Pillar)
	return ui.TableRow{ID: p.ID, Label: p.Name, Cells: []fyne.CanvasObject{
		ui.Row(8, 1, ui.Dot(ui.PillarColor(pillar.Order)), ui.Label(p.Name, ui.SizeBody, ui.ColorInk)),
		ui.Label(w.Kind(p.Kind), ui.SizeBody, ui.ColorInk),
		ui.Label(w.Status(p.Status), ui.SizeBody, ui.ColorMuted),
		record.CellLink(host, p.Paragraphs...),
	}}
}

// byPlace begins the key of a country where a place is; others are named by the source.
const byPlace = "at-"

// countriesOf are the keys of a project's countries.
func countriesOf(d *data.Dossier, p *data.Project) []string {
	places := placed(d, p.ID)
	if len(places) == 0 {
		return p.Countries
	}
	all := slices.Clone(p.Countries)
	for _, c := range places {
		all = append(all, byPlace+c)
	}
	return all
}

func countryName(w *record.Words) func(key string) string {
	return func(key string) string {
		if c, ok := strings.CutPrefix(key, byPlace); ok {
			return w.Say("filter.country.place", map[string]any{"Country": w.Country(c)})
		}
		return w.Country(key)
	}
}

func facets(d *data.Dossier, w *record.Words) []record.Facet[data.Project] {
	kinds, statuses, countries := map[string]bool{}, map[string]bool{}, map[string]bool{}
	projects := d.Projects()
	for i := range projects {
		p := &projects[i]
		kinds[p.Kind], statuses[p.Status] = true, true
		for _, c := range countriesOf(d, p) {
			countries[c] = true
		}
	}
	return []record.Facet[data.Project]{
		{Name: "pillar", All: w.Say("filter.pillar"), Options: record.PillarOptions(w, d), Keys: func(p *data.Project) []string { return record.One(p.Pillar) }},
		{Name: "kind", All: w.Say("filter.kind"), Options: ui.Options(kinds, w.Kind), Keys: func(p *data.Project) []string { return record.One(p.Kind) }},
		{Name: "status", All: w.Say("filter.status"), Options: ui.Options(statuses, w.Status), Keys: func(p *data.Project) []string { return record.One(p.Status) }},
		{Name: "country", All: w.Say("filter.country"), Options: ui.Options(countries, countryName(w)), Keys: func(p *data.Project) []string { return countriesOf(d, p) }},
	}
}
