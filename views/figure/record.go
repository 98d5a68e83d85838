package figure

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// Record is everything the ledger knows about a figure. Actions stand below it.
func Record(d *data.Dossier, nav route.Nav, f data.Figure, actions ...fyne.CanvasObject) fyne.CanvasObject {
	text := func(s string) kit.Run { return kit.Run{Text: s} }
	parts := []fyne.CanvasObject{
		kit.Quantity(f.Quantity.Text, kit.SizeValue, kit.SizeLead),
		kit.Strong(f.Label, kit.SizeBody, kit.ColorInk),
		kit.Gap(6),
		kit.Flow(6, kit.NewBadge(f.Claim, kit.ClaimLong(f.Claim)), kit.NewLink(lang.L("open.paragraph", map[string]any{"Cite": kit.Cite(f.Paragraph)}),
			kit.SizeSmall, func() { nav.Go(route.Paragraph(f.Paragraph)) })),
		kit.Gap(10), kit.Rule(), kit.Gap(9),
		kit.Field(lang.L("figure.counts"), text(kit.Sentence(f.Quantity.Counts))),
		kit.Field(lang.L("figure.worded"), text(wording(f.Quantity))),
		kit.Field(lang.L("figure.unit"), text(kit.Unit(f.Quantity.Unit))),
		kit.Field(lang.L("figure.period"), text(kit.Period(f.Period))),
		kit.Field(lang.L("figure.asof"), text(kit.Or(kit.Date(f.AsOf)))),
		kit.Field(lang.L("figure.speaker"), text(speaker(f))),
		kit.Field(lang.L("figure.where"), where(d, nav, f)...),
	}
	if f.Project != "" {
		if p, ok := d.Project(f.Project); ok {
			parts = append(parts, kit.Field(lang.L("figure.project"), kit.Run{Text: p.Name, OnOpen: func() { nav.Go(route.To(route.Project, p.ID)) }}))
		}
	}
	parts = append(parts, kit.Field(lang.L("figure.second"), text(lang.L("figure.second.none"))))
	if set, ok := plot.FigureSet(d, f.ID); ok && len(set.Figures) > 1 {
		parts = append(parts, kit.Heading(lang.L("figure.among")), kit.Gap(6), chart.Among(d, nav, set), kit.Gap(10))
	}
	if f.Caution != "" {
		parts = append(parts, kit.Heading(lang.L("figure.caution")), kit.Gap(2), kit.Words(f.Caution, kit.SizeCaption, kit.ColorMuted), kit.Gap(12))
	}
	if len(actions) > 0 {
		parts = append(parts, kit.Flow(8, actions...))
	}
	return kit.Column(0, parts...)
}

// wording is the quantity in quotation marks and what its comparator means.
func wording(q data.Quantity) string {
	return "“" + q.Text + "”: " + kit.Comparator(q.Comparator)
}

// speaker is who says so; an estimate that names no estimator says that.
func speaker(f data.Figure) string {
	switch {
	case f.Speaker != "":
		return f.Speaker
	case f.Claim == data.Estimate:
		return lang.L("figure.estimator.none")
	default:
		return kit.NotStated()
	}
}

// where is the section, heading and paragraph that the figure stands in.
func where(d *data.Dossier, nav route.Nav, f data.Figure) []kit.Run {
	p, _ := d.Paragraph(f.Paragraph)
	place := lang.L("section." + p.Section)
	if p.Heading != "" {
		place += ", " + p.Heading
	}
	return []kit.Run{{Text: place + ", "}, kit.CiteRun(nav, f.Paragraph)}
}
