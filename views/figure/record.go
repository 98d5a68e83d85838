package figure

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Record is everything the ledger knows about a figure. Actions stand below it.
func Record(d *data.Dossier, w *record.Words, host record.Host, f data.Figure, actions ...fyne.CanvasObject) fyne.CanvasObject {
	text := func(s string) ui.Run { return ui.Run{Text: s} }
	parts := []fyne.CanvasObject{
		record.Quantity(f.Quantity.Text, ui.SizeValue, ui.SizeLead),
		ui.Strong(f.Label, ui.SizeBody, ui.ColorInk),
		ui.Gap(6),
		ui.Flow(6, record.NewBadge(f.Claim, w.ClaimLong(f.Claim)), ui.NewLink(w.Say("open.paragraph", map[string]any{"Cite": w.CiteFully(f.Paragraph)}),
			ui.SizeSmall, func() { host.Go(route.Paragraph(f.Paragraph)) })),
		ui.Gap(10), ui.Rule(), ui.Gap(9),
	}
	others := elsewhere(d, w, f)
	if len(d.SecondSourcesOf(f.ID)) > 0 {
		parts, others = append(parts, others...), nil
	}
	parts = append(parts,
		ui.Field(w.Say("figure.counts"), text(w.Sentence(f.Quantity.Counts))),
		ui.Field(w.Say("figure.worded"), text(wording(w, f.Quantity))),
		ui.Field(w.Say("figure.unit"), text(w.Unit(f.Quantity.Unit))),
		ui.Field(w.Say("figure.period"), text(w.Period(f.Period))),
		ui.Field(w.Say("figure.asof"), text(w.Or(w.Date(f.AsOf)))),
		ui.Field(w.Say("figure.speaker"), text(speaker(w, f))),
		ui.Field(w.Say("figure.where"), where(d, w, host, f)...))
	if f.Project != "" {
		if p, ok := d.Project(f.Project); ok {
			parts = append(parts, ui.Field(w.Say("figure.project"), ui.Run{Text: p.Name}.To(host, route.To(route.Project, p.ID))))
		}
	}
	parts = append(parts, others...)
	if set, ok := plot.FigureSet(d, f.ID); ok && len(set.Figures) > 1 {
		among := chart.Among(d, w, host, set)
		parts = append(parts, ui.Heading(w.Say("figure.among")), ui.Gap(6), among, ui.Gap(10))
		if made, _ := among.Plot(); made != nil && made.Limit() != "" {
			parts = append(parts, ui.Label(made.Limit(), ui.SizeSmall, ui.ColorMuted), ui.Gap(10))
		}
	}
	parts = append(parts, host.Notes(route.Ref{Kind: route.Figure, ID: f.ID}), ui.Gap(12))
	if f.Caution != "" {
		parts = append(parts, ui.Heading(w.Say("figure.caution")), ui.Gap(2), ui.Label(f.Caution, ui.SizeCaption, ui.ColorMuted), ui.Gap(12))
	}
	if len(actions) > 0 {
		parts = append(parts, ui.Flow(8, actions...))
	}
	return ui.Column(0, parts...)
}

// wording is the quantity in quotation marks and what its comparator means.
func wording(w *record.Words, q data.Quantity) string {
	return w.Say("figure.wording", map[string]any{"Text": q.Text, "Means": w.Comparator(q.Comparator)})
}

// speaker is who says so; an estimate that names no estimator says that.
func speaker(w *record.Words, f data.Figure) string {
	switch {
	case f.Speaker != "":
		return f.Speaker
	case f.Claim == data.Estimate:
		return w.Say("figure.estimator.none")
	default:
		return w.NotStated()
	}
}

// where is the section, heading and paragraph that the figure stands in.
func where(d *data.Dossier, w *record.Words, host record.Host, f data.Figure) []ui.Run {
	p, _ := d.Paragraph(f.Paragraph)
	place := []string{w.Section(p.Section)}
	if p.Heading != "" {
		place = append(place, p.Heading)
	}
	return []ui.Run{{Text: w.Series(place) + " "}, record.CiteRun(host, f.Paragraph)}
}
