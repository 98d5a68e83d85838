package mapview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Card is what the dossier knows of a target, in short.
func Card(d *data.Dossier, w *record.Words, nav route.Nav, t Target) fyne.CanvasObject {
	if p, ok := t.Only(); ok {
		return projectCard(d, w, nav, p, t.Places)
	}
	if len(t.Places) == 1 {
		return placeCard(w, t.Places[0])
	}
	rows := []fyne.CanvasObject{ui.Strong(w.Count("count.places", len(t.Places)), ui.SizeLead, ui.ColorInk)}
	const most = 6
	for _, p := range t.Places[:min(most, len(t.Places))] {
		rows = append(rows, ui.Label(p.Name, ui.SizeCaption, ui.ColorInk))
	}
	return ui.Column(2, append(rows, ui.Label(w.Say("map.closer"), ui.SizeSmall, ui.ColorMuted))...)
}

// placeCard names the projects of a place that has several.
func placeCard(w *record.Words, p *mapdata.Place) fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		ui.Strong(p.Name, ui.SizeLead, ui.ColorInk),
		ui.Label(w.Country(p.Country), ui.SizeCaption, ui.ColorMuted),
	}
	const most = 12
	for _, q := range p.Projects[:min(most, len(p.Projects))] {
		rows = append(rows, ui.Label(q.Name, ui.SizeCaption, ui.ColorInk))
	}
	if len(p.Projects) > most {
		rows = append(rows, ui.Label("…", ui.SizeCaption, ui.ColorMuted))
	}
	return ui.Column(2, rows...)
}

// projectCard is a project with its main figure, and how the place is known.
func projectCard(d *data.Dossier, w *record.Words, nav route.Nav, p mapdata.Project, at []*mapdata.Place) fyne.CanvasObject {
	about := []string{w.Kind(p.Kind), w.Status(p.Status)}
	rows := []fyne.CanvasObject{
		ui.Strong(p.Name, ui.SizeLead, ui.ColorInk),
		ui.Label(strings.Join(about, " · "), ui.SizeCaption, ui.ColorMuted),
	}
	if figures := d.FiguresOfProject(p.ID); len(figures) > 0 {
		f := figures[0]
		rows = append(rows, ui.Gap(2), record.Quantity(f.Quantity.Text, ui.SizeFigure, ui.SizeLead),
			ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted), ui.Gap(2), record.Evidence(w, nav, f.Claim, f.Paragraph))
	} else {
		rows = append(rows, ui.Label(w.Say("map.nofigure"), ui.SizeCaption, ui.ColorMuted),
			ui.NewText(record.CiteRuns(nav, p.Paragraphs)...))
	}
	if len(at) == 0 { // it stands for a line
		rows = append(rows, ui.Gap(2), ui.NewText(append([]ui.Run{{Text: w.Say("map.line") + " ", Size: ui.SizeSmall}}, rests(d, w, nav, p.Tie)...)...))
	}
	for _, place := range at {
		rows = append(rows, ui.Gap(2), ui.NewText(append([]ui.Run{{Text: place.Name + ". ", Size: ui.SizeSmall}}, Known(d, w, nav, p, place.Place)...)...))
	}
	return ui.Column(2, rows...)
}

// Known says what the place of a project rests on: a paragraph of the presented
// source, or another source; and whose word its country is.
func Known(d *data.Dossier, w *record.Words, nav route.Nav, p mapdata.Project, place data.Place) []ui.Run {
	runs := rests(d, w, nav, p.Tie)
	if slices.Contains(p.Countries, place.Country) {
		return runs
	}
	return append(runs, aside(w.Say("map.country", map[string]any{"Gazetteer": mapdata.Gazetteer(place), "Country": w.Country(place.Country)})))
}

// rests says what a place or line rests on.
func rests(d *data.Dossier, w *record.Words, nav route.Nav, tie data.ProjectPlace) []ui.Run {
	if tie.Paragraph > 0 {
		return []ui.Run{aside(w.Say("map.named")), record.CiteRun(nav, tie.Paragraph), {Text: ". ", Size: ui.SizeSmall, Color: ui.ColorMuted}}
	}
	if s, ok := d.Source(tie.Source); ok {
		return []ui.Run{aside(w.Say("map.unnamed", map[string]any{"Source": cite.Short(s)}))}
	}
	return nil
}

func aside(text string) ui.Run {
	return ui.Run{Text: text + " ", Size: ui.SizeSmall, Color: ui.ColorMuted}
}
