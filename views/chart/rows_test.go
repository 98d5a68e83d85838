package chart

import (
	"slices"
	"testing"

	"beltroad/data"
	"beltroad/views/route"
)

// A state hides and marks rows, and without one all are there again.
func TestRowsOfAState(t *testing.T) {
	p := alone(t)
	all := slices.Clone(p.chart.Figures)
	st := route.State{HiddenState: all[0].ID + ";nothing", MarkedState: all[1].ID}
	p.Restore(st)
	if slices.ContainsFunc(p.chart.Figures, func(f data.Figure) bool { return f.ID == all[0].ID }) || len(p.chart.Figures) != len(all)-1 {
		t.Errorf("%d of %d rows are shown", len(p.chart.Figures), len(all))
	}
	if !slices.Equal(p.chart.Options.Highlight, []string{all[1].ID}) {
		t.Errorf("%q are marked", p.chart.Options.Highlight)
	}
	kept := route.State{}
	if p.Keep(kept); kept.String() != st.String() {
		t.Errorf("of %q it keeps %q", st, kept)
	}
	p.Restore(route.State{})
	if kept = (route.State{}); len(p.chart.Figures) != len(all) || len(p.chart.Options.Highlight) > 0 {
		t.Errorf("%d of %d rows come back", len(p.chart.Figures), len(all))
	}
	if p.Keep(kept); len(kept) > 0 {
		t.Errorf("the usual state is %q", kept)
	}
	if got := Without(all[:1], []string{all[0].ID}); len(got) != 1 {
		t.Error("a chart is left without a row")
	}
}
