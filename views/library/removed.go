package library

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/internal/library"
	"beltroad/views/ui"
)

// fillRemoved lists what was removed, and can be brought back.
func (p *Page) fillRemoved() {
	gone := p.host.Removed()
	p.below.Objects = nil
	if len(gone) == 0 {
		return
	}
	called := Called(p.words.Printer, slices.Concat(p.all, gone))
	rows := ui.NewList(6, len(gone), func(i int) fyne.CanvasObject { return p.removed(gone[i], called[gone[i].ID]) })
	p.below.Objects = []fyne.CanvasObject{ui.Heading(p.words.Say("library.removed.title")), rows}
}

// removed is one that was.
func (p *Page) removed(e library.Entry, called string) fyne.CanvasObject {
	date := func(at time.Time) string {
		at = at.In(p.now().Location())
		return p.words.Printer.Date(at.Year(), int(at.Month()), at.Day())
	}
	back := ui.NewLink(p.words.Say("library.back"), ui.SizeCaption, func() { p.host.BringBack(e.ID) })
	back.Label = p.words.Say("library.back.label", map[string]any{"Dossier": called})
	said := p.words.Say("library.removed.row", map[string]any{"Dossier": called, "Date": date(e.Removed), "Until": date(e.Kept())})
	return ui.AtMost(640, ui.Row(12, 0, ui.Label(said, ui.SizeCaption, ui.ColorMuted), back))
}
