package mappage

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Pane is what the dossier knows about a place.
func Pane(d *data.Dossier, w *record.Words, nav route.Nav, world *mapview.World, id string) fyne.CanvasObject {
	p, ok := world.Atlas.Place(id)
	if !ok {
		return ui.Words(record.NotStated(), ui.SizeBody, ui.ColorInk)
	}
	parts := []fyne.CanvasObject{
		ui.Strong(p.Name, ui.SizeFigure, ui.ColorInk),
		ui.Flow(6, ui.Chip(record.PlaceKind(p.Kind)), ui.Chip(record.Country(p.Country))),
		ui.Heading(record.Count("count.projects", len(p.Projects))),
	}
	for _, q := range p.Projects {
		to := route.To(route.Map, "").Beside(route.Project, q.ID)
		parts = append(parts, ui.Column(0,
			ui.NewLine(q.Name, ui.Row(8, 1, ui.Dot(ui.PillarColor(q.Order)), ui.Column(0,
				ui.Words(q.Name, ui.SizeBody, ui.ColorInk),
				ui.Words(what(q), ui.SizeCaption, ui.ColorMuted))), func() { nav.Go(to) }),
			ui.NewText(mapview.Known(d, nav, q, p.Place)...)))
	}
	return ui.Column(10, append(parts, ui.Rule(),
		ui.Field(lang.L("place.position"), ui.Run{Text: position(p.Lon, p.Lat)}),
		ui.Field(lang.L("place.source"), ui.Run{Text: p.Source, Size: ui.SizeCaption}))...)
}

// what is a project's kind, and what the place is to it if that says more.
func what(p mapdata.Project) string {
	kind, role := record.Kind(p.Kind), record.Role(p.Tie.Role)
	if strings.EqualFold(kind, role) {
		return kind
	}
	return kind + " · " + role
}

// position writes coordinates as people do: "37.94° N, 23.65° E".
func position(lon, lat float64) string {
	north, east := "place.north", "place.east"
	if lat < 0 {
		north, lat = "place.south", -lat
	}
	if lon < 0 {
		east, lon = "place.west", -lon
	}
	return lang.L(north, map[string]any{"Degrees": fmt.Sprintf("%.2f", lat)}) + ", " + lang.L(east, map[string]any{"Degrees": fmt.Sprintf("%.2f", lon)})
}
