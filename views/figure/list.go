// Package figure is the ledger's table and the record of one figure.
package figure

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// NewList makes the page of all figures.
func NewList(d *data.Dossier, w *record.Words, host record.Host) *record.Catalogue[data.Figure] {
	return record.NewCatalogue(w, host, record.CatalogueSpec[data.Figure]{
		Title: w.Say("nav.figures"),
		Items: d.Figures(),
		ID:    func(f *data.Figure) string { return f.ID },
		Row:   func(f *data.Figure) ui.TableRow { return row(d, w, host, f) },
		Columns: []record.CatalogueColumn[data.Figure]{
			{Name: "value", TableColumn: ui.TableColumn{Title: w.Say("column.value"), Share: 36}, Compare: byQuantity},
			{Name: "label", TableColumn: ui.TableColumn{Title: w.Say("column.label"), Share: 64}, Text: func(f *data.Figure) string { return f.Label }},
			{Name: "claim", TableColumn: ui.TableColumn{Title: w.Say("column.claim"), Width: max(110, record.BadgeWidth(w)), Spare: 2}, Compare: func(a, b *data.Figure) int { return cmp.Compare(a.Claim, b.Claim) }},
			{Name: "elsewhere", TableColumn: ui.TableColumn{Title: w.Say("column.elsewhere"), Width: 112, Spare: 1, Named: true}, Compare: func(a, b *data.Figure) int { return cmp.Compare(rank(d, a), rank(d, b)) }},
			{Name: "paragraph", TableColumn: ui.TableColumn{Title: w.Say("column.paragraph"), Width: 54}, Number: func(f *data.Figure) int { return f.Paragraph }},
		},
		Facets: facets(d, w),
		Sorted: 4,
		Kind:   route.Figure,
		Picks:  true,
		Shown:  "figures.shown",
	})
}

func row(d *data.Dossier, w *record.Words, host record.Host, f *data.Figure) ui.TableRow {
	said := w.Say("elsewhere.none")
	if r := relation(d.SecondSourcesOf(f.ID)); r != "" {
		said = w.Say("relation." + string(r))
	}
	return ui.TableRow{ID: f.ID, Label: f.Quantity.Text + ", " + f.Label, Cells: []fyne.CanvasObject{
		ui.Strong(f.Quantity.Text, ui.SizeBody, ui.ColorInk),
		ui.Label(f.Label, ui.SizeBody, ui.ColorInk),
		ui.Flow(0, record.NewBadge(f.Claim, w.Claim(f.Claim))),
		ui.Label(said, ui.SizeCaption, ui.ColorMuted),
		record.CellLink(host, f.Paragraph),
	}}
}

func facets(d *data.Dossier, w *record.Words) []record.Facet[data.Figure] {
	units, claims := map[string]bool{}, map[string]bool{}
	for _, f := range d.Figures() {
		units[f.Quantity.Unit], claims[string(f.Claim)] = true, true
	}
	all := []record.Facet[data.Figure]{
		{Name: "pillar", All: w.Say("filter.pillar"), Options: record.PillarOptions(w, d), Keys: func(f *data.Figure) []string { return record.One(f.Pillar) }},
		{Name: "unit", All: w.Say("filter.unit"), Options: ui.Options(units, w.Unit), Keys: func(f *data.Figure) []string { return record.One(f.Quantity.Unit) }},
		{
			Name: "claim", All: w.Say("filter.claim"),
			Options: ui.Options(claims, func(c string) string { return w.Claim(data.Claim(c)) }),
			Keys:    func(f *data.Figure) []string { return record.One(string(f.Claim)) },
		},
	}
	if options := secondOptions(d, w); options != nil {
		all = append(all, record.Facet[data.Figure]{
			Name: "elsewhere", All: w.Say("filter.elsewhere"), Options: options,
			Keys: func(f *data.Figure) []string { return secondKeys(d.SecondSourcesOf(f.ID)) },
		})
	}
	return all
}

// rank orders figures by how telling their second sources are, those without last.
func rank(d *data.Dossier, f *data.Figure) int {
	if r := relation(d.SecondSourcesOf(f.ID)); r != "" {
		return slices.Index(telling, r)
	}
	return len(telling)
}

// byQuantity orders figures by number. Numbers of different units are not
// compared: units stand apart, each in its own order.
func byQuantity(a, b *data.Figure) int {
	return cmp.Or(cmp.Compare(a.Quantity.Unit, b.Quantity.Unit), cmp.Compare(a.Quantity.Value, b.Quantity.Value))
}
