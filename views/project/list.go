// Package project is the list of projects and the pane of one.
package project

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewList makes the page of all projects.
func NewList(d *data.Dossier, host record.Host) *record.Catalogue[data.Project] {
	return record.NewCatalogue(host, record.CatalogueSpec[data.Project]{
		Title: lang.L("nav.projects"),
		Items: d.Projects(),
		ID:    func(p data.Project) string { return p.ID },
		Row:   func(p data.Project) ui.TableRow { return row(d, host, p) },
		Columns: []record.CatalogueColumn[data.Project]{
			{Name: "name", TableColumn: ui.TableColumn{Title: lang.L("column.name"), Share: 52}, Compare: func(a, b data.Project) int { return ui.Compare(a.Name, b.Name) }},
			{Name: "kind", TableColumn: ui.TableColumn{Title: lang.L("column.kind"), Width: 86}, Compare: func(a, b data.Project) int { return ui.Compare(record.Kind(a.Kind), record.Kind(b.Kind)) }},
			{Name: "status", TableColumn: ui.TableColumn{Title: lang.L("column.status"), Share: 28}, Compare: func(a, b data.Project) int { return cmp.Compare(a.Status, b.Status) }},
			{Name: "paragraph", TableColumn: ui.TableColumn{Title: lang.L("column.paragraph"), Width: 96}, Compare: func(a, b data.Project) int { return cmp.Compare(a.Paragraphs[0], b.Paragraphs[0]) }},
		},
		Facets: facets(d),
		Sorted: 0,
		Kind:   route.Project,
		Shown:  "projects.shown",
	})
}

func row(d *data.Dossier, host record.Host, p data.Project) ui.TableRow {
	pillar, _ := d.Pillar(p.Pillar)
	return ui.TableRow{ID: p.ID, Label: p.Name, Cells: []fyne.CanvasObject{
		ui.Row(8, 1, ui.Dot(ui.PillarColor(pillar.Order)), ui.Words(p.Name, ui.SizeBody, ui.ColorInk)),
		ui.Words(record.Kind(p.Kind), ui.SizeBody, ui.ColorInk),
		ui.Words(record.Status(p.Status), ui.SizeBody, ui.ColorMuted),
		record.CellLink(host, p.Paragraphs...),
	}}
}

func facets(d *data.Dossier) []record.Facet[data.Project] {
	var kinds, statuses, countries []string
	for _, p := range d.Projects() {
		kinds, statuses, countries = append(kinds, p.Kind), append(statuses, p.Status), append(countries, p.Countries...)
	}
	return []record.Facet[data.Project]{
		{Name: "pillar", All: lang.L("filter.pillar"), Options: record.PillarOptions(d), Keys: func(p data.Project) []string { return record.One(p.Pillar) }},
		{Name: "kind", All: lang.L("filter.kind"), Options: ui.Options(kinds, record.Kind), Keys: func(p data.Project) []string { return record.One(p.Kind) }},
		{Name: "status", All: lang.L("filter.status"), Options: ui.Options(statuses, record.Status), Keys: func(p data.Project) []string { return record.One(p.Status) }},
		{Name: "country", All: lang.L("filter.country"), Options: ui.Options(countries, record.Country), Keys: func(p data.Project) []string { return p.Countries }},
	}
}
