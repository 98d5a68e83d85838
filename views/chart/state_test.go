package chart

import (
	"testing"

	"beltroad/internal/plot"
	"beltroad/views/route"
)

// A panel comes back as it was: as a table or a chart, sorted, in signs, on its axis.
func TestPanelComesBackAsItWasLeft(t *testing.T) {
	for _, change := range []func(*Panel){
		func(*Panel) {},
		func(p *Panel) { p.ToggleTable() },
		func(p *Panel) { p.ToggleTable(); p.table.sortBy(2) },
		func(p *Panel) { p.ToggleTable(); p.table.sortBy(2); p.table.sortBy(2) },
		func(p *Panel) { p.changes(func(c *Chart) { c.Signs = true })() },
		func(p *Panel) { p.changes(func(c *Chart) { c.Options.Axis = plot.LogAxis })() },
		func(p *Panel) { p.changes(func(c *Chart) { c.Options.Elsewhere = p.chart.Dossier })() },
	} {
		was := alone(t)
		change(was)
		st := route.State{}
		was.Keep(st)
		parsed, err := route.ParseState(st.String())
		if err != nil {
			t.Fatal(err)
		}
		is := alone(t)
		is.Restore(parsed)
		again := route.State{}
		is.Keep(again)
		if again.String() != st.String() {
			t.Errorf("left at %q it comes back at %q", st, again)
		}
		if was.table != nil && was.table.full.Figure(0).ID != is.table.full.Figure(0).ID {
			t.Errorf("%q: first is %s, was %s", st, is.table.full.Figure(0).ID, was.table.full.Figure(0).ID)
		}
	}
	p := alone(t)
	p.ToggleTable()
	p.table.setOrder("nothing")
	if p.table.order() != "" {
		t.Error("it is sorted by nothing")
	}
}
