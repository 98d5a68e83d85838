package chart

import (
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/views/route"
)

// The names of what a state says of a chart's rows: those that are left out, and
// those that the others are set beside, as ids of figures with a semicolon between them.
const (
	HiddenState = "hide"
	MarkedState = "mark"
)

// rows are the figures that a panel chooses from.
type rows struct {
	all    []data.Figure
	usual  []string // that the others are set beside as the panel comes
	hidden []string
}

// IDs are the ids of figures that a state lists.
func IDs(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ';' })
}

// Without are figures without some of them; all where none would be left.
func Without(all []data.Figure, hidden []string) []data.Figure {
	left := slices.DeleteFunc(slices.Clone(all), func(f data.Figure) bool { return slices.Contains(hidden, f.ID) })
	if len(left) == 0 {
		return all
	}
	return left
}

// keepRows writes which rows are hidden and marked into a state.
func (p *Panel) keepRows(st route.State) {
	st.Set(HiddenState, strings.Join(p.rows.hidden, ";"))
	if marked := p.chart.Options.Highlight; !slices.Equal(marked, p.rows.usual) {
		st.Set(MarkedState, strings.Join(marked, ";"))
	}
}

// restoreRows hides and marks what a state says.
func (p *Panel) restoreRows(st route.State) {
	hidden, marked := IDs(st[HiddenState]), IDs(st[MarkedState])
	if len(marked) == 0 {
		marked = p.rows.usual
	}
	if slices.Equal(hidden, p.rows.hidden) && slices.Equal(marked, p.chart.Options.Highlight) {
		return
	}
	p.rows.hidden = hidden
	p.change(func() {
		p.chart.Change(func(c *Chart) { c.Figures, c.Options.Highlight = Without(p.rows.all, hidden), marked })
	})
}
