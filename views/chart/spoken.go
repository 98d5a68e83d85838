package chart

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/plot"
	"beltroad/internal/spoken"
	"beltroad/views/ui"
)

// Children implements [ui.Parent]: the title, the notes, each row, the legend
// and the source, in this order.
func (c *Chart) Children() []fyne.CanvasObject {
	if c.spokenOf == c.plot {
		return c.spoken
	}
	c.spokenOf, c.spoken = c.plot, nil
	if c.plot == nil {
		return nil
	}
	c.spoken = c.part(c.spoken, plot.PartTitle, " ")
	c.spoken = c.part(c.spoken, plot.PartNote, " ")
	for i := range c.plot.Items {
		it := &c.plot.Items[i]
		row := ui.NewAccessibleArea(sentence(it.Tip), fyne.AccessibleRoleLink, it.Hit)
		row.Open = func() {
			c.cursor.Current = i
			c.open()
		}
		c.spoken = append(c.spoken, row)
	}
	c.spoken = c.part(c.spoken, plot.PartLegend, ", ")
	c.spoken = c.part(c.spoken, plot.PartSource, " ")
	return c.spoken
}

// Told implements [ui.Teller]: the row that the keyboard is at has it.
func (c *Chart) Told(n *spoken.Node) {
	n.Role, n.Name = spoken.Drawing, c.Options.Words.Say("chart")
	row := 0
	for _, each := range n.Children {
		if each.Role != spoken.Link {
			continue
		}
		if row == c.cursor.Current {
			n.HandFocus(each)
		}
		row++
	}
}

// part adds the texts of a part of the chart, as one.
func (c *Chart) part(to []fyne.CanvasObject, p drawing.Part, between string) []fyne.CanvasObject {
	var lines []string
	var around drawing.Box
	for i := range c.plot.Marks {
		m := &c.plot.Marks[i]
		if m.Kind != drawing.Text || m.Part != p {
			continue
		}
		if lines = append(lines, m.Text); len(lines) == 1 {
			around = m.Box
			continue
		}
		around = around.And(m.Box)
	}
	if len(lines) == 0 {
		return to
	}
	return append(to, ui.NewAccessibleArea(strings.Join(lines, between), fyne.AccessibleRoleText, around))
}

// sentence is a row in words: what it is, how the source words it, and of what kind it is.
func sentence(t plot.Tip) string { return t.Label + ": " + t.Wording + ", " + t.Claim }
