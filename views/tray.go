package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// tray holds the figures that the user picked to compare, at the lower edge of the page.
type tray struct {
	picked []string // ids of figures
	layer  *fyne.Container
}

// Pick implements [route.Picker]: it adds a figure to the tray, or takes it out again.
func (s *Shell) Pick(figure string) {
	if i := slices.Index(s.tray.picked, figure); i >= 0 {
		s.tray.picked = slices.Delete(s.tray.picked, i, i+1)
	} else {
		s.tray.picked = append(s.tray.picked, figure)
	}
	s.fillTray()
}

// fillTray shows how many figures are picked, or nothing where none is.
func (s *Shell) fillTray() {
	n := len(s.tray.picked)
	if s.tray.layer.Objects = nil; n > 0 {
		back := canvas.NewRectangle(ui.Colour(ui.ColorCard))
		back.StrokeColor, back.StrokeWidth, back.CornerRadius = ui.Colour(ui.ColorAccent), 1, 10
		s.tray.layer.Objects = []fyne.CanvasObject{ui.Stack(back, ui.Inset(8, 14, 8, 14, ui.Row(14, 0,
			ui.Words(record.Count("tray.count", n), ui.SizeBody, ui.ColorInk),
			ui.NewButton(lang.L("tray.show"), func() { s.Go(route.Comparison(s.tray.picked)) }, true),
			ui.NewLink(lang.L("tray.clear"), ui.SizeBody, func() {
				s.tray.picked = nil
				s.fillTray()
			}))))}
	}
	s.tray.layer.Refresh()
}
