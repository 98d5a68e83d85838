package chart

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/route"
	"beltroad/views/ui"
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
	p.setRows(hidden, marked)
}

// setRows hides and marks rows.
func (p *Panel) setRows(hidden, marked []string) {
	p.rows.hidden = hidden
	p.change(func() {
		p.chart.Change(func(c *Chart) { c.Figures, c.Options.Highlight = Without(p.rows.all, hidden), marked })
	})
}

// ofRow is what can be done with a row: it is hidden, unless it is the last one, or
// marked, which it then no longer is.
func (p *Panel) ofRow(id string) (all []ui.Action) {
	marked := p.chart.Options.Highlight
	on := slices.Contains(marked, id)
	more := append(slices.Clone(marked), id)
	if on {
		more = slices.DeleteFunc(more, func(m string) bool { return m == id })
	}
	all = append(all, ui.Action{Name: p.words.Say("chart.row.mark"), On: on, Do: func() { p.setRows(p.rows.hidden, more) }})
	if len(p.chart.Figures) > 1 {
		all = append(all, ui.Action{Name: p.words.Say("chart.row.hide"), Do: func() {
			p.setRows(append(slices.Clone(p.rows.hidden), id), slices.DeleteFunc(slices.Clone(marked), func(m string) bool { return m == id }))
		}})
	}
	return all
}

// rowControls are the links that undo what was done with rows.
func (p *Panel) rowControls() (all []fyne.CanvasObject) {
	if n := len(p.rows.all) - len(p.chart.Figures); n > 0 {
		all = append(all, ui.NewLink(p.words.Count("chart.rows.all", n), ui.SizeSmall, func() { p.setRows(nil, p.chart.Options.Highlight) }))
	}
	if len(p.chart.Options.Highlight) > 0 && !slices.Equal(p.chart.Options.Highlight, p.rows.usual) {
		all = append(all, p.link("chart.rows.unmark", func() { p.setRows(p.rows.hidden, p.rows.usual) }))
	}
	return all
}
