package world

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/atlas"
	"beltroad/views/kit"
	"beltroad/views/route"
	"beltroad/views/worldmap"
)

// Pane is what the dossier knows about a place.
func Pane(d *data.Dossier, nav route.Nav, w *worldmap.World, id string) fyne.CanvasObject {
	p, ok := w.Atlas.Place(id)
	if !ok {
		return kit.Words(kit.NotStated(), kit.SizeBody, kit.ColorInk)
	}
	parts := []fyne.CanvasObject{
		kit.Strong(p.Name, kit.SizeFigure, kit.ColorInk),
		kit.Flow(6, kit.Chip(kit.PlaceKind(p.Kind)), kit.Chip(kit.Country(p.Country))),
		kit.Heading(kit.Count("count.projects", len(p.Projects))),
	}
	for _, q := range p.Projects {
		to := route.To(route.Map, "").Beside(route.Project, q.ID)
		parts = append(parts, kit.Column(0,
			kit.NewLine(q.Name, kit.Row(8, 1, kit.Dot(kit.PillarColor(q.Order)), kit.Column(0,
				kit.Words(q.Name, kit.SizeBody, kit.ColorInk),
				kit.Words(what(q), kit.SizeCaption, kit.ColorMuted))), func() { nav.Go(to) }),
			kit.NewText(worldmap.Known(d, nav, q, p.Place)...)))
	}
	return kit.Column(10, append(parts, kit.Rule(),
		kit.Field(lang.L("place.position"), kit.Run{Text: position(p.Lon, p.Lat)}),
		kit.Field(lang.L("place.source"), kit.Run{Text: p.Source, Size: kit.SizeCaption}))...)
}

// what is a project's kind, and what the place is to it if that says more.
func what(p atlas.Project) string {
	kind, role := kit.Kind(p.Kind), kit.Role(p.Tie.Role)
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
