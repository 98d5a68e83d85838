package project

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/views/kit"
	"beltroad/views/route"
	"beltroad/views/worldmap"
)

// Pane is what the dossier knows about a project. Actions stand below it.
func Pane(d *data.Dossier, nav route.Nav, w *worldmap.World, p data.Project, actions ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		kit.Strong(p.Name, kit.SizeFigure, kit.ColorInk),
		kit.Flow(6, chips(p)...),
		kit.NewText(append([]kit.Run{{Text: p.Summary + " "}}, cites(nav, p)...)...),
	}
	if len(d.PlacesOfProject(p.ID)) > 0 {
		parts = append(parts, kit.Column(2, worldmap.NewLocator(d, nav, w, p.ID).Framed(kit.Dp(170)),
			kit.Words(lang.L("map.locator"), kit.SizeSmall, kit.ColorMuted)))
	}
	if len(p.AlsoKnownAs) > 0 {
		parts = append(parts, kit.Words(lang.L("project.also", map[string]any{"Names": strings.Join(p.AlsoKnownAs, ", ")}), kit.SizeCaption, kit.ColorMuted))
	}
	if figures := d.FiguresOfProject(p.ID); len(figures) > 0 {
		parts = append(parts, kit.Grid(kit.Dp(120), 2, 14, values(nav, figures)...))
	}
	parts = append(parts, facts(d, p)...)
	parts = append(parts, kit.Rule(), kit.Column(2, kit.Heading(lang.L("project.notstated")), kit.Words(kit.Sentence(strings.Join(p.NotStated, ", ")), kit.SizeCaption, kit.ColorMuted)))
	if len(actions) > 0 {
		parts = append(parts, kit.Flow(8, actions...))
	}
	return kit.Column(10, parts...)
}

// chips are the project's kind, status, countries and pillar in short.
func chips(p data.Project) []fyne.CanvasObject {
	all := []fyne.CanvasObject{kit.Chip(kit.Kind(p.Kind))}
	if p.Status != "" {
		all = append(all, kit.Chip(kit.Status(p.Status)))
	}
	if len(p.Countries) > 0 {
		all = append(all, kit.Chip(kit.Countries(p.Countries)))
	}
	return all
}

func cites(nav route.Nav, p data.Project) []kit.Run {
	var runs []kit.Run
	for _, n := range p.Paragraphs {
		runs = append(runs, kit.CiteRun(nav, n), kit.Run{Text: " "})
	}
	return runs
}

// values are the project's figures, each opening its record.
func values(nav route.Nav, figures []data.Figure) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, f := range figures {
		all = append(all, kit.NewLine(f.Quantity.Text+", "+f.Label, kit.Column(2,
			kit.Quantity(f.Quantity.Text, kit.SizeFigure, kit.SizeLead),
			kit.Words(f.Label, kit.SizeCaption, kit.ColorMuted),
			kit.Words(when(f), kit.SizeSmall, kit.ColorMuted),
			kit.Gap(2),
			kit.Evidence(nav, f.Claim, f.Paragraph)), func() { nav.Go(route.To(route.Figure, f.ID)) }))
	}
	return all
}

// when is a figure's time in one line.
func when(f data.Figure) string {
	switch {
	case f.Period != data.Period{}:
		return kit.Period(f.Period)
	case !f.AsOf.IsZero():
		return lang.L("period.to", map[string]any{"To": kit.Date(f.AsOf)})
	default:
		return lang.L("figure.undated")
	}
}

// tie is a place with its role, and with its source where that is not the
// presented one.
func tie(d *data.Dossier, at data.ProjectPlace, place data.Place) string {
	role := kit.Role(at.Role)
	if src, ok := d.Source(at.Source); ok {
		return lang.L("project.place.elsewhere", map[string]any{"Place": place.Name, "Role": role, "Source": cite.Short(src)})
	}
	return lang.L("project.place", map[string]any{"Place": place.Name, "Role": role})
}

// facts are the project's dates and places.
func facts(d *data.Dossier, p data.Project) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if !p.Start.IsZero() {
		all = append(all, kit.Column(0, kit.Words(lang.L("project.start"), kit.SizeCaption, kit.ColorMuted), kit.Words(kit.Date(p.Start), kit.SizeBody, kit.ColorInk)))
	}
	var places []string
	for _, at := range d.PlacesOfProject(p.ID) {
		if place, ok := d.Place(at.Place); ok {
			places = append(places, tie(d, at, place))
		}
	}
	if len(places) > 0 {
		all = append(all, kit.Column(0, kit.Words(lang.L("project.places"), kit.SizeCaption, kit.ColorMuted), kit.Words(strings.Join(places, ", "), kit.SizeBody, kit.ColorInk)))
	}
	return all
}
