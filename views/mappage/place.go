package mappage

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Pane is what the dossier knows about a place.
func Pane(f *mapdata.Features, w *record.Words, host record.Host, id string) fyne.CanvasObject {
	p, ok := f.Place(id)
	if !ok {
		return ui.Label(w.NotStated(), ui.SizeBody, ui.ColorInk)
	}
	return ui.Column(10,
		ui.Strong(p.Name, ui.SizeFigure, ui.ColorInk),
		ui.Flow(6, ui.Chip(w.PlaceKind(p.Kind)), ui.Chip(w.Country(p.Country))),
		ui.Heading(w.Count("count.projects", len(p.Projects))),
		projects(f.Dossier, w, host, p),
		ui.Rule(),
		ui.Field(w.Say("place.position"), ui.Run{Text: position(w, p.Lon, p.Lat)}),
		ui.Field(w.Say("place.source"), ui.Run{Text: p.Source, Size: ui.SizeCaption}),
		host.Notes(route.Ref{Kind: route.Map, ID: id}))
}

// projects are those of a place: what each is, and how it is known.
func projects(d *data.Dossier, w *record.Words, nav route.Nav, p *mapdata.Place) fyne.CanvasObject {
	const gap, few = 10, 20
	row := func(i int) fyne.CanvasObject {
		q := p.Projects[i]
		to := route.To(route.Map, "").Beside(route.Project, q.ID)
		return ui.Column(0,
			ui.NewListItem(q.Name, ui.Row(8, 1, ui.Dot(ui.PillarColor(q.Order)), ui.Column(0,
				ui.Label(q.Name, ui.SizeBody, ui.ColorInk),
				ui.Label(what(w, q), ui.SizeCaption, ui.ColorMuted))), nil).To(nav, to),
			ui.NewText(mapview.Known(d, w, nav, q, p.Place)...))
	}
	if len(p.Projects) > few {
		return ui.NewList(gap, len(p.Projects), row)
	}
	var rows []fyne.CanvasObject
	for i := range p.Projects {
		rows = append(rows, row(i))
	}
	return ui.Column(gap, rows...)
}

// what is a project's kind, and what the place is to it if that says more.
func what(w *record.Words, p mapdata.Project) string {
	kind, role := w.Kind(p.Kind), w.Role(p.Tie.Role)
	if strings.EqualFold(kind, role) {
		return kind
	}
	return kind + " · " + role
}

// position writes coordinates as people do: "37.94° N, 23.65° E".
func position(w *record.Words, lon, lat float64) string {
	north, east := "place.north", "place.east"
	if lat < 0 {
		north, lat = "place.south", -lat
	}
	if lon < 0 {
		east, lon = "place.west", -lon
	}
	degrees := func(v float64) message.Args {
		return message.Args{"Degrees": w.Fixed(v, 2)}
	}
	return w.Series([]string{w.Say(north, degrees(lat)), w.Say(east, degrees(lon))})
}
