package chart

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/plot"
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
		c.spoken = append(c.spoken, ui.NewAccessibleArea(sentence(it.Tip), fyne.AccessibleRoleLink, it.Hit))
	}
	c.spoken = c.part(c.spoken, plot.PartLegend, ", ")
	c.spoken = c.part(c.spoken, plot.PartSource, " ")
	return c.spoken
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
