package views

import (
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/export"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	timelineview "beltroad/views/timeline"
	"beltroad/views/ui"
)

// The picture of a timeline, as it is exported.
func TestSavedTimelineLooksAsItDid(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(inEnglish, d)
	lookingAt(t, Look{Scheme: ui.Dark, TextScale: 2})
	drawn := timelineview.NewDrawing(timeline.New(d), w, nil)
	drawn.Imprint = export.NewImprint(w, d).On(data.Date{Year: 2026, Month: 11, Day: 26})
	drawn.ShowYear(2030)
	matches(t, "saved-timeline", exported(t, drawn, ui.Light))
}
