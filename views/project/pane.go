package project

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/mapdata"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Pane is what the dossier knows about a project. Actions stand below it.
func Pane(f *mapdata.Features, w *record.Words, host record.Host, p data.Project, actions ...fyne.CanvasObject) fyne.CanvasObject {
	d := f.Dossier
	parts := []fyne.CanvasObject{
		ui.Strong(p.Name, ui.SizeFigure, ui.ColorInk),
		ui.Flow(6, chips(d, w, p)...),
		ui.NewText(append([]ui.Run{{Text: p.Summary + " "}}, cites(host, p)...)...),
	}
	if len(d.PlacesOfProject(p.ID)) > 0 {
		parts = append(parts, ui.Column(2, mapview.NewLocator(f, w, host, p.ID).Framed(170, ui.ColorCard),
			ui.Label(w.Say("map.locator"), ui.SizeSmall, ui.ColorMuted)))
	}
	if len(p.AlsoKnownAs) > 0 {
		parts = append(parts, ui.Label(w.Say("project.also", map[string]any{"Names": w.Series(p.AlsoKnownAs)}), ui.SizeCaption, ui.ColorMuted))
	}
	if figures := d.FiguresOfProject(p.ID); len(figures) > 0 {
		parts = append(parts, ui.Grid(120, 2, 14, values(w, host, figures)...))
	}
	parts = append(parts, facts(d, w, p)...)
	parts = append(parts, host.Notes(route.Ref{Kind: route.Project, ID: p.ID}))
	parts = append(parts, ui.Rule(), ui.Column(2, ui.Heading(w.Say("project.notstated")), ui.Label(w.Sentence(w.Series(p.NotStated)), ui.SizeCaption, ui.ColorMuted)))
	if len(actions) > 0 {
		parts = append(parts, ui.Flow(8, actions...))
	}
	return ui.Column(10, parts...)
}

// chips are the project's kind, status and countries in short: those that the
// source names with it, and others where its places are.
func chips(d *data.Dossier, w *record.Words, p data.Project) []fyne.CanvasObject {
	all := []fyne.CanvasObject{ui.Chip(w.Kind(p.Kind))}
	if p.Status != "" {
		all = append(all, ui.Chip(w.Status(p.Status)))
	}
	if len(p.Countries) > 0 {
		all = append(all, ui.Chip(w.Say("project.countries", map[string]any{"Countries": w.Countries(p.Countries)})))
	}
	elsewhere := slices.DeleteFunc(placed(d, p.ID), func(c string) bool { return slices.Contains(p.Countries, c) })
	if len(elsewhere) > 0 {
		all = append(all, ui.Chip(w.Say("project.countries.places", map[string]any{"Countries": w.Countries(elsewhere)})))
	}
	return all
}

// placed are the countries where a project's places are, each once.
func placed(d *data.Dossier, project string) []string {
	var all []string
	for _, at := range d.PlacesOfProject(project) {
		if place, ok := d.Place(at.Place); ok && !slices.Contains(all, place.Country) {
			all = append(all, place.Country)
		}
	}
	return all
}

func cites(host record.Host, p data.Project) []ui.Run {
	var runs []ui.Run
	for _, n := range p.Paragraphs {
		runs = append(runs, record.CiteRun(host, n), ui.Run{Text: " "})
	}
	return runs
}

// values are the project's figures, each opening its record.
func values(w *record.Words, host record.Host, figures []data.Figure) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, f := range figures {
		all = append(all, ui.NewListItem(f.Quantity.Text+", "+f.Label, ui.Column(2,
			record.Quantity(f.Quantity.Text, ui.SizeFigure, ui.SizeLead),
			ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted),
			ui.Label(when(w, f), ui.SizeSmall, ui.ColorMuted),
			ui.Gap(2),
			record.Evidence(w, host, f.Claim, f.Paragraph)), nil).To(host, route.To(route.Figure, f.ID)))
	}
	return all
}

// when is a figure's time in one line.
func when(w *record.Words, f data.Figure) string {
	switch {
	case f.Period != data.Period{}:
		return w.Period(f.Period)
	case !f.AsOf.IsZero():
		return w.Say("period.to", map[string]any{"To": w.Date(f.AsOf)})
	default:
		return w.Say("figure.undated")
	}
}

// tie is a place with its role, and with its source where that is not the
// presented one.
func tie(d *data.Dossier, w *record.Words, at data.ProjectPlace, place data.Place) string {
	role := w.Role(at.Role)
	if src, ok := d.Source(at.Source); ok {
		return w.Say("project.place.elsewhere", map[string]any{"Place": place.Name, "Role": role, "Source": cite.Short(src)})
	}
	return w.Say("project.place", map[string]any{"Place": place.Name, "Role": role})
}

// facts are the project's dates and places.
func facts(d *data.Dossier, w *record.Words, p data.Project) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if !p.Start.IsZero() {
		all = append(all, ui.Column(0, ui.Label(w.Say("project.start"), ui.SizeCaption, ui.ColorMuted), ui.Label(w.Date(p.Start), ui.SizeBody, ui.ColorInk)))
	}
	var dates []string
	for _, e := range d.EventsOfProject(p.ID) {
		if src, ok := d.Source(e.Source); ok {
			dates = append(dates, w.Say("project.date.elsewhere", map[string]any{"Date": w.Date(e.Date), "What": e.Label, "Source": cite.Short(src)}))
		}
	}
	if len(dates) > 0 {
		rows := []fyne.CanvasObject{ui.Label(w.Say("project.dates.elsewhere"), ui.SizeCaption, ui.ColorMuted)}
		for _, date := range dates {
			rows = append(rows, ui.Label(date, ui.SizeCaption, ui.ColorMuted))
		}
		all = append(all, ui.Column(2, rows...))
	}
	var presented, others []string
	for _, at := range d.PlacesOfProject(p.ID) {
		place, ok := d.Place(at.Place)
		switch {
		case !ok:
		case at.Source == "":
			presented = append(presented, tie(d, w, at, place))
		default:
			others = append(others, tie(d, w, at, place))
		}
	}
	places := []fyne.CanvasObject{ui.Label(w.Say("project.places"), ui.SizeCaption, ui.ColorMuted)}
	if len(presented) > 0 {
		places = append(places, ui.Label(w.Series(presented), ui.SizeBody, ui.ColorInk))
	}
	if len(others) > 0 {
		places = append(places, ui.Label(w.Series(others), ui.SizeBody, ui.ColorMuted))
	}
	if len(places) > 1 {
		all = append(all, ui.Column(0, places...))
	}
	return all
}
