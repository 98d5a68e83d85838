package views

import (
	"strings"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/record"
)

// A figure is copied with what other sources say of it, each told apart.
func TestCopiedFigureNamesOtherSources(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	f, _ := d.Figure("berths-rebuilt")
	got := figureText(d, record.NewWords(inEnglish, d), f)
	for _, part := range []string{"42: Berths with a new wall", "Elsewhere: 39: Berths with a new wall (2030); another number, independent\n", "https://example.org/gazette"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in\n%s", part, got)
		}
	}
}
