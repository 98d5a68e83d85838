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

// What is compared already is not offered once more.
func TestCompareIsOfferedOnce(t *testing.T) {
	s, _ := open(t, dossier(t))
	s.Go(place(t, "figure"))
	s.Pick("trade-volume")
	s.Pick("document-countries")
	if s.compare.show.Skip {
		t.Error("the comparison is not offered")
	}
	if s.compare.show.Tapped(nil); !s.compare.show.Skip {
		t.Errorf("at %s it is offered again", s.Here())
	}
	if s.Pick("five-continents"); s.compare.show.Skip {
		t.Error("another comparison is not offered")
	}
	s.Back()
	if s.Go(place(t, "figure")); s.compare.show.Skip {
		t.Error("elsewhere it is not offered")
	}
}
