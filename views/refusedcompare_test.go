package views

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// Figures that no axis can compare stand side by side, and each opens its record beside
// the page.
func TestRefusedComparisonShowsTheRecords(t *testing.T) {
	s, _ := open(t, dossier(t))
	s.Go(route.Comparison([]string{"trade-volume", "document-countries"}))
	var cards []*ui.Card
	for _, c := range all[*ui.Card](s.page.Content()) {
		if c.Leads.Kind == route.Figure || c.Leads.Pane.Kind == route.Figure {
			cards = append(cards, c)
		}
	}
	if len(cards) != 2 {
		t.Fatalf("%d records stand side by side", len(cards))
	}
	test.Tap(cards[0])
	if here := s.Here(); here.Pane.ID != "trade-volume" {
		t.Errorf("the first opens %s", here)
	}
}
