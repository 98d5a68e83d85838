package worldmap

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/atlas"
	"beltroad/internal/cite"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// Card is what the dossier knows of a target, in short.
func Card(d *data.Dossier, nav route.Nav, t Target) fyne.CanvasObject {
	if p, ok := t.Only(); ok {
		return projectCard(d, nav, p, t.Places)
	}
	if len(t.Places) == 1 {
		return placeCard(t.Places[0])
	}
	rows := []fyne.CanvasObject{kit.Strong(kit.Count("count.places", len(t.Places)), kit.SizeLead, kit.ColorInk)}
	const most = 6
	for _, p := range t.Places[:min(most, len(t.Places))] {
		rows = append(rows, kit.Words(p.Name, kit.SizeCaption, kit.ColorInk))
	}
	return kit.Column(2, append(rows, kit.Words(lang.L("map.closer"), kit.SizeSmall, kit.ColorMuted))...)
}

// placeCard names the projects of a place that has several.
func placeCard(p atlas.Place) fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		kit.Strong(p.Name, kit.SizeLead, kit.ColorInk),
		kit.Words(kit.Country(p.Country), kit.SizeCaption, kit.ColorMuted),
	}
	for _, q := range p.Projects {
		rows = append(rows, kit.Words(q.Name, kit.SizeCaption, kit.ColorInk))
	}
	return kit.Column(2, rows...)
}

// projectCard is a project with its main figure, and how the place is known.
func projectCard(d *data.Dossier, nav route.Nav, p atlas.Project, at []atlas.Place) fyne.CanvasObject {
	about := []string{kit.Kind(p.Kind), kit.Status(p.Status)}
	rows := []fyne.CanvasObject{
		kit.Strong(p.Name, kit.SizeLead, kit.ColorInk),
		kit.Words(strings.Join(about, " · "), kit.SizeCaption, kit.ColorMuted),
	}
	if figures := d.FiguresOfProject(p.ID); len(figures) > 0 {
		f := figures[0]
		rows = append(rows, kit.Gap(2), kit.Quantity(f.Quantity.Text, kit.SizeFigure, kit.SizeLead),
			kit.Words(f.Label, kit.SizeCaption, kit.ColorMuted), kit.Gap(2), kit.Evidence(nav, f.Claim, f.Paragraph))
	} else {
		rows = append(rows, kit.Words(lang.L("map.nofigure"), kit.SizeCaption, kit.ColorMuted),
			kit.NewText(kit.CiteRuns(nav, p.Paragraphs)...))
	}
	for _, place := range at {
		rows = append(rows, kit.Gap(2), kit.NewText(append([]kit.Run{{Text: place.Name + ". ", Size: kit.SizeSmall}}, Known(d, nav, p, place.Place)...)...))
	}
	return kit.Column(2, rows...)
}

// Known says what the place of a project rests on: a paragraph of the presented
// source, or another source; and whose word its country is.
func Known(d *data.Dossier, nav route.Nav, p atlas.Project, place data.Place) []kit.Run {
	var runs []kit.Run
	say := func(text string) {
		runs = append(runs, kit.Run{Text: text + " ", Size: kit.SizeSmall, Color: kit.ColorMuted})
	}
	if p.Tie.Paragraph > 0 {
		say(lang.L("map.named"))
		runs = append(runs, kit.CiteRun(nav, p.Tie.Paragraph), kit.Run{Text: ". ", Size: kit.SizeSmall, Color: kit.ColorMuted})
	} else if s, ok := d.Source(p.Tie.Source); ok {
		say(lang.L("map.unnamed", map[string]any{"Source": cite.Short(s)}))
	}
	if slices.Contains(p.Countries, place.Country) {
		return runs
	}
	say(lang.L("map.country", map[string]any{"Country": kit.Country(place.Country)}))
	return runs
}
