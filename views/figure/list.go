// Package figure is the ledger's table and the record of one figure.
package figure

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// NewList makes the page of all figures.
func NewList(d *data.Dossier, nav route.Nav) *kit.Catalogue[data.Figure] {
	return kit.NewCatalogue(nav, kit.CatalogueSpec[data.Figure]{
		Title: lang.L("nav.figures"),
		Items: d.Figures(),
		ID:    func(f data.Figure) string { return f.ID },
		Row:   func(f data.Figure) kit.TableRow { return row(nav, f) },
		Columns: []kit.CatalogueColumn[data.Figure]{
			{TableColumn: kit.TableColumn{Title: lang.L("column.value"), Share: 36}, Compare: byQuantity},
			{TableColumn: kit.TableColumn{Title: lang.L("column.label"), Share: 64}, Compare: func(a, b data.Figure) int { return kit.Compare(a.Label, b.Label) }},
			{TableColumn: kit.TableColumn{Title: lang.L("column.claim"), Width: 110}, Compare: func(a, b data.Figure) int { return cmp.Compare(a.Claim, b.Claim) }},
			{TableColumn: kit.TableColumn{Title: lang.L("column.paragraph"), Width: 54}, Compare: func(a, b data.Figure) int { return cmp.Compare(a.Paragraph, b.Paragraph) }},
		},
		Facets: facets(d),
		Sorted: 3,
		Kind:   route.Figure,
		Shown:  "figures.shown",
	})
}

func row(nav route.Nav, f data.Figure) kit.TableRow {
	return kit.TableRow{ID: f.ID, Label: f.Quantity.Text + ", " + f.Label, Cells: []fyne.CanvasObject{
		kit.Strong(f.Quantity.Text, kit.SizeBody, kit.ColorInk),
		kit.Words(f.Label, kit.SizeBody, kit.ColorInk),
		kit.Flow(0, kit.NewBadge(f.Claim, kit.Claim(f.Claim))),
		kit.CellLink(nav, f.Paragraph),
	}}
}

func facets(d *data.Dossier) []kit.Facet[data.Figure] {
	var units, claims []string
	for _, f := range d.Figures() {
		units, claims = append(units, f.Quantity.Unit), append(claims, string(f.Claim))
	}
	return []kit.Facet[data.Figure]{
		{All: lang.L("filter.pillar"), Options: kit.PillarOptions(d), Keys: func(f data.Figure) []string { return kit.One(f.Pillar) }},
		{All: lang.L("filter.unit"), Options: kit.Options(units, kit.Unit), Keys: func(f data.Figure) []string { return kit.One(f.Quantity.Unit) }},
		{
			All:     lang.L("filter.claim"),
			Options: kit.Options(claims, func(c string) string { return kit.Claim(data.Claim(c)) }),
			Keys:    func(f data.Figure) []string { return kit.One(string(f.Claim)) },
		},
	}
}

// byQuantity orders figures by number. Numbers of different units are not
// compared: units stand apart, each in its own order.
func byQuantity(a, b data.Figure) int {
	return cmp.Or(cmp.Compare(a.Quantity.Unit, b.Quantity.Unit), cmp.Compare(a.Quantity.Value, b.Quantity.Value))
}
