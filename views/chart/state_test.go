package chart

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/plot"
	"beltroad/views/route"
	"beltroad/views/ui"
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

// Of a chart of very many rows those in sight are drawn and told of, and no others.
func TestManyRowsAreDrawnInSight(t *testing.T) {
	c := many(t, 20000)
	cnv := onCanvas(ui.Page(c), fyne.NewSize(900, 700))
	page, ok := cnv.Content().(*ui.Scroller)
	if !ok {
		t.Fatal("no page")
	}
	last := len(c.plot.Items) - 1
	for _, row := range []int{0, last / 2, last, 3} {
		y := float32(c.plot.Items[row].Hit.Y)
		page.ScrollTo(y - 100)
		if n := len(test.WidgetRenderer(c).Objects()); n > 1500 || n < 100 {
			t.Errorf("at row %d of %d, %d objects are drawn", row, last, n)
		}
		label := c.plot.Items[row].Tip.Label
		found := false
		for _, o := range c.Children() {
			a, ok := o.(fyne.Accessible)
			found = found || ok && strings.HasPrefix(a.AccessibilityLabel(), label+":")
		}
		if !found {
			t.Errorf("row %d is not told of", row)
		}
		drawn := false
		for _, o := range test.WidgetRenderer(c).Objects() {
			x, ok := o.(*canvas.Text)
			drawn = drawn || ok && x.Text == label
		}
		if !drawn {
			t.Errorf("row %d is not drawn", row)
		}
	}
}
