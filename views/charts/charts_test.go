package charts

import (
	"os"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// No two charts of the list have one name.
func TestChartsHaveNamesOfTheirOwn(t *testing.T) {
	for name, d := range map[string]*data.Dossier{"the built-in dossier": datatest.Open(t, data.Builtin()), "the harbour": datatest.Open(t, fixture.Harbour())} {
		w, seen := record.NewWords(uitest.English(), d), map[string]string{}
		for _, s := range plot.NewSuggestions(d).All() {
			title := chart.Title(d, w, s)
			if before, twice := seen[title]; twice {
				t.Errorf("%s: %q names %s and %s", name, title, before, s.ID)
			}
			seen[title] = s.ID
		}
	}
}
