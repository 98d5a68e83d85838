package chart

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/plot"
	"beltroad/views/ui"
)

// Children implements [ui.Parent]: the title, the notes, each row, the legend
// and the source, in this order.
func (c *Chart) Children() []fyne.CanvasObject {
	if c.told == c.plot {
		return c.spoken
	}
	c.told, c.spoken = c.plot, nil
	if c.plot == nil {
		return nil
	}
	c.spoken = c.part(c.spoken, plot.PartTitle, " ")
	c.spoken = c.part(c.spoken, plot.PartNote, " ")
	for i := range c.plot.Items {
		it := &c.plot.Items[i]
		c.spoken = append(c.spoken, speak(sentence(it.Tip), fyne.AccessibleRoleLink, it.Hit))
	}
	c.spoken = c.part(c.spoken, plot.PartLegend, ", ")
	c.spoken = c.part(c.spoken, plot.PartSource, " ")
	return c.spoken
}

// part adds the texts of a part of the chart, as one.
func (c *Chart) part(to []fyne.CanvasObject, p plot.Part, between string) []fyne.CanvasObject {
	var lines []string
	var around plot.Box
	for i := range c.plot.Marks {
		m := &c.plot.Marks[i]
		if m.Kind != plot.Text || m.Part != p {
			continue
		}
		if lines = append(lines, m.Text); len(lines) == 1 {
			around = plot.Box{X: m.X, Y: m.Y, W: m.W, H: m.H}
			continue
		}
		right, bottom := max(around.X+around.W, m.X+m.W), max(around.Y+around.H, m.Y+m.H)
		around.X, around.Y = min(around.X, m.X), min(around.Y, m.Y)
		around.W, around.H = right-around.X, bottom-around.Y
	}
	if len(lines) == 0 {
		return to
	}
	return append(to, speak(strings.Join(lines, between), fyne.AccessibleRoleText, around))
}

func speak(label string, role fyne.AccessibleRole, b plot.Box) fyne.CanvasObject {
	s := ui.NewSpoken(label, role)
	put(s, float32(b.X), float32(b.Y), float32(b.W), float32(b.H))
	return s
}

// sentence is a row in words: what it is, how the source words it, and of what kind it is.
func sentence(t plot.Tip) string { return t.Label + ": " + t.Wording + ", " + t.Claim }
