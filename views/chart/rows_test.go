package chart

import (
	"slices"
	"testing"

	"beltroad/data"
	"beltroad/views/route"
	"beltroad/views/ui"
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

// A row is hidden and marked by its menu, and links bring back what was.
func TestRowsByTheirMenu(t *testing.T) {
	p := alone(t)
	all := slices.Clone(p.chart.Figures)
	do := func(row int, name string) {
		t.Helper()
		for _, a := range p.chart.actions(row) {
			if a.Name == name {
				a.Do()
				return
			}
		}
		t.Fatalf("row %d has no %q", row, name)
	}
	links := func() (names []string) {
		made, _ := p.chart.Plot()
		for _, o := range p.controls(made) {
			if l, ok := o.(*ui.Link); ok {
				names = append(names, l.AccessibilityLabel())
			}
		}
		return names
	}
	usual := links()
	made, _ := p.chart.Plot()
	first, second := made.Items[0].Figure, made.Items[1].Figure
	do(0, "Hide this row")
	if made, _ = p.chart.Plot(); made.Items[0].Figure != second || len(made.Items) != len(all)-1 {
		t.Errorf("%s is hidden, and %d of %d rows are left", first, len(made.Items), len(all))
	}
	do(0, "Mark this row")
	st := route.State{}
	if p.Keep(st); st[HiddenState] != first || st[MarkedState] != second {
		t.Errorf("the state is %v", st)
	}
	if !p.chart.actions(0)[0].On || p.chart.actions(1)[0].On {
		t.Error("the menu does not tell which row is marked")
	}
	if more := links()[len(usual):]; !slices.Equal(more, []string{"Show the hidden row", "Mark no row"}) {
		t.Errorf("the links are %q", more)
	}
	p.ToggleTable()
	if n := p.table.full.Len(); n != len(all) {
		t.Errorf("the table has %d of %d figures", n, len(all))
	}
	p.ToggleTable()
	do(0, "Mark this row") // no longer
	p.setRows(nil, nil)
	if st = (route.State{}); len(p.chart.Figures) != len(all) {
		t.Errorf("%d of %d rows come back", len(p.chart.Figures), len(all))
	}
	if p.Keep(st); len(st) > 0 || !slices.Equal(links(), usual) {
		t.Errorf("it stands as %v, with %q", st, links())
	}
	for range len(all) - 1 {
		do(0, "Hide this row")
	}
	if own := p.chart.actions(0); slices.ContainsFunc(own, func(a ui.Action) bool { return a.Name == "Hide this row" }) {
		t.Error("the last row can be hidden")
	}
	if len(p.chart.actions(-1)) != len(p.chart.Actions) {
		t.Error("beside the rows there is something to do with one")
	}
}
