package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// compareBar holds the figures that the user picked to compare, at the lower edge of the page.
type compareBar struct {
	picked []string // ids of figures
	layer  *fyne.Container
	show   *ui.Button // leads to the comparison; nil: nothing is picked
}

// Pick implements [record.Host]: it adds a figure to the comparison, or takes it out again.
func (s *Shell) Pick(figure string) {
	if i := slices.Index(s.compare.picked, figure); i >= 0 {
		s.compare.picked = slices.Delete(s.compare.picked, i, i+1)
	} else {
		s.compare.picked = append(s.compare.picked, figure)
	}
	s.fillCompare()
}

// Picked implements [record.Host].
func (s *Shell) Picked(figure string) bool { return slices.Contains(s.compare.picked, figure) }

// fillCompare shows how many figures are picked, or nothing where none is.
func (s *Shell) fillCompare() {
	n := len(s.compare.picked)
	if s.compare.layer.Objects, s.compare.show, s.layout.tray = nil, nil, nil; n > 0 {
		s.compare.show = ui.NewButton(s.words.Say("tray.show"), func() { s.Go(route.Comparison(s.compare.picked)) }, true)
		s.offerCompare()
		back := ui.NewBox(ui.ColorCard)
		back.Edge, back.Width, back.Radius = ui.ColorAccent, 1, 10
		s.layout.tray = ui.Stack(back, ui.Inset(8, 14, 8, 14, ui.Row(14, 0,
			ui.Label(s.words.Count("tray.count", n), ui.SizeBody, ui.ColorInk),
			s.compare.show,
			ui.NewLink(s.words.Say("tray.clear"), ui.SizeBody, func() {
				s.compare.picked = nil
				s.fillCompare()
			}))))
		s.compare.layer.Objects = []fyne.CanvasObject{s.layout.tray}
	}
	s.compare.layer.Refresh()
	if s.page != nil {
		s.content.Refresh()
		s.page.Content().Refresh() // rows show whether they are picked
	}
}

// offerCompare has the button lead to the comparison where that is not shown already.
func (s *Shell) offerCompare() {
	if b := s.compare.show; b != nil {
		b.Offer(s.page == nil || s.Here().Page() != route.Comparison(s.compare.picked))
	}
}
