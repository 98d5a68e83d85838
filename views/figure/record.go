package figure

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Record is everything the ledger knows about a figure. Actions stand below it.
func Record(d *data.Dossier, host record.Host, f data.Figure, actions ...fyne.CanvasObject) fyne.CanvasObject {
	text := func(s string) ui.Run { return ui.Run{Text: s} }
	parts := []fyne.CanvasObject{
		record.Quantity(f.Quantity.Text, ui.SizeValue, ui.SizeLead),
		ui.Strong(f.Label, ui.SizeBody, ui.ColorInk),
		ui.Gap(6),
		ui.Flow(6, record.NewBadge(f.Claim, record.ClaimLong(f.Claim)), ui.NewLink(lang.L("open.paragraph", map[string]any{"Cite": record.Cite(f.Paragraph)}),
			ui.SizeSmall, func() { host.Go(route.Paragraph(f.Paragraph)) })),
		ui.Gap(10), ui.Rule(), ui.Gap(9),
		ui.Field(lang.L("figure.counts"), text(record.Sentence(f.Quantity.Counts))),
		ui.Field(lang.L("figure.worded"), text(wording(f.Quantity))),
		ui.Field(lang.L("figure.unit"), text(record.Unit(f.Quantity.Unit))),
		ui.Field(lang.L("figure.period"), text(record.Period(f.Period))),
		ui.Field(lang.L("figure.asof"), text(record.Or(record.Date(f.AsOf)))),
		ui.Field(lang.L("figure.speaker"), text(speaker(f))),
		ui.Field(lang.L("figure.where"), where(d, host, f)...),
	}
	if f.Project != "" {
		if p, ok := d.Project(f.Project); ok {
			parts = append(parts, ui.Field(lang.L("figure.project"), ui.Run{Text: p.Name, OnOpen: func() { host.Go(route.To(route.Project, p.ID)) }}))
		}
	}
	parts = append(parts, ui.Field(lang.L("figure.second"), text(lang.L("figure.second.none"))))
	if set, ok := plot.FigureSet(d, f.ID); ok && len(set.Figures) > 1 {
		parts = append(parts, ui.Heading(lang.L("figure.among")), ui.Gap(6), chart.Among(d, host, set), ui.Gap(10))
	}
	if f.Caution != "" {
		parts = append(parts, ui.Heading(lang.L("figure.caution")), ui.Gap(2), ui.Words(f.Caution, ui.SizeCaption, ui.ColorMuted), ui.Gap(12))
	}
	if len(actions) > 0 {
		parts = append(parts, ui.Flow(8, actions...))
	}
	return ui.Column(0, parts...)
}

// wording is the quantity in quotation marks and what its comparator means.
func wording(q data.Quantity) string {
	return "“" + q.Text + "”: " + record.Comparator(q.Comparator)
}

// speaker is who says so; an estimate that names no estimator says that.
func speaker(f data.Figure) string {
	switch {
	case f.Speaker != "":
		return f.Speaker
	case f.Claim == data.Estimate:
		return lang.L("figure.estimator.none")
	default:
		return record.NotStated()
	}
}

// where is the section, heading and paragraph that the figure stands in.
func where(d *data.Dossier, host record.Host, f data.Figure) []ui.Run {
	p, _ := d.Paragraph(f.Paragraph)
	place := lang.L("section." + p.Section)
	if p.Heading != "" {
		place += ", " + p.Heading
	}
	return []ui.Run{{Text: place + ", "}, record.CiteRun(host, f.Paragraph)}
}
