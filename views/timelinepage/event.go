package timelinepage

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Pane is what the dossier knows of an event: what it is, and who dates it.
func Pane(d *data.Dossier, w *record.Words, nav route.Nav, e data.Event) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		ui.Strong(w.Date(e.Date), ui.SizeFigure, ui.ColorInk),
		ui.NewText(ui.Run{Text: e.Label}),
	}
	if src, ok := d.Source(e.Source); ok {
		parts = append(parts,
			ui.Label(w.Say("event.elsewhere", map[string]any{"Source": cite.Short(src)}), ui.SizeCaption, ui.ColorMuted),
			ui.Label(cite.Plain(src, w.Citation()), ui.SizeCaption, ui.ColorMuted))
	} else {
		parts = append(parts, ui.NewText(ui.Run{Text: w.Say("event.here") + " ", Size: ui.SizeCaption, Color: ui.ColorMuted}, record.CiteRun(nav, e.Paragraph)))
	}
	if p, ok := d.Project(e.Project); ok {
		parts = append(parts, ui.NewListItem(p.Name, ui.Column(0,
			ui.Label(p.Name, ui.SizeBody, ui.ColorInk),
			ui.Label(w.Kind(p.Kind), ui.SizeCaption, ui.ColorMuted)), func() { nav.Go(route.To(route.Project, p.ID)) }))
	}
	return ui.Column(10, parts...)
}
