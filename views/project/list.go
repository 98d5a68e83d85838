// Package project is the list of projects and the pane of one.
package project

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// NewList makes the page of all projects.
func NewList(d *data.Dossier, nav route.Nav) *kit.Catalogue[data.Project] {
	return kit.NewCatalogue(nav, kit.CatalogueSpec[data.Project]{
		Title: lang.L("nav.projects"),
		Items: d.Projects(),
		ID:    func(p data.Project) string { return p.ID },
		Row:   func(p data.Project) kit.TableRow { return row(d, nav, p) },
		Columns: []kit.CatalogueColumn[data.Project]{
			{TableColumn: kit.TableColumn{Title: lang.L("column.name"), Share: 52}, Compare: func(a, b data.Project) int { return kit.Compare(a.Name, b.Name) }},
			{TableColumn: kit.TableColumn{Title: lang.L("column.kind"), Width: 86}, Compare: func(a, b data.Project) int { return kit.Compare(kit.Kind(a.Kind), kit.Kind(b.Kind)) }},
			{TableColumn: kit.TableColumn{Title: lang.L("column.status"), Share: 28}, Compare: func(a, b data.Project) int { return cmp.Compare(a.Status, b.Status) }},
			{TableColumn: kit.TableColumn{Title: lang.L("column.paragraph"), Width: 96}, Compare: func(a, b data.Project) int { return cmp.Compare(a.Paragraphs[0], b.Paragraphs[0]) }},
		},
		Facets: facets(d),
		Sorted: 0,
		Kind:   route.Project,
		Shown:  "projects.shown",
	})
}

func row(d *data.Dossier, nav route.Nav, p data.Project) kit.TableRow {
	pillar, _ := d.Pillar(p.Pillar)
	return kit.TableRow{ID: p.ID, Label: p.Name, Cells: []fyne.CanvasObject{
		kit.Row(8, 1, kit.Dot(kit.PillarColor(pillar.Order)), kit.Words(p.Name, kit.SizeBody, kit.ColorInk)),
		kit.Words(kit.Kind(p.Kind), kit.SizeBody, kit.ColorInk),
		kit.Words(kit.Status(p.Status), kit.SizeBody, kit.ColorMuted),
		kit.CellLink(nav, p.Paragraphs...),
	}}
}

func facets(d *data.Dossier) []kit.Facet[data.Project] {
	var kinds, statuses, countries []string
	for _, p := range d.Projects() {
		kinds, statuses, countries = append(kinds, p.Kind), append(statuses, p.Status), append(countries, p.Countries...)
	}
	return []kit.Facet[data.Project]{
		{All: lang.L("filter.pillar"), Options: kit.PillarOptions(d), Keys: func(p data.Project) []string { return kit.One(p.Pillar) }},
		{All: lang.L("filter.kind"), Options: kit.Options(kinds, kit.Kind), Keys: func(p data.Project) []string { return kit.One(p.Kind) }},
		{All: lang.L("filter.status"), Options: kit.Options(statuses, kit.Status), Keys: func(p data.Project) []string { return kit.One(p.Status) }},
		{All: lang.L("filter.country"), Options: kit.Options(countries, kit.Country), Keys: func(p data.Project) []string { return p.Countries }},
	}
}
