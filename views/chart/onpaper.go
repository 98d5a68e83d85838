package chart

import (
	"slices"

	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/internal/plot"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

var _ ui.Printed = (*Chart)(nil)

// paperText is the size of a chart's text on paper.
const paperText = 12.5

// OnPaper implements [ui.Printed]: the drawing with its sources, and the table behind it.
// A small chart beside others has the drawing alone.
func (c *Chart) OnPaper() []paper.Part {
	if c.Options.Bare {
		o := c.Options
		o.Width, o.TextSize, o.Measure = paper.Room, paperText, paint.Measure
		made, _ := c.made(o)
		if made == nil {
			return nil
		}
		s := made.Sheet()
		s.Marks = onScreen(made, 1)
		return []paper.Part{paper.Picture{Sheet: s}}
	}
	frame, s := c.drawn(paper.Room+2*drawing.Frame{}.Air(), paperText)
	if c.Imprint != nil {
		frame.Lines = c.Imprint.Own(frame.Lines)
	}
	return append(ui.FrameOnPaper(frame, s), paper.Space(paperText), c.tableOnPaper())
}

// tableOnPaper is the table behind the chart, with the columns that are shown on screen.
func (c *Chart) tableOnPaper() paper.Table {
	full := plot.NewTable(c.Figures, c.Options.Words, c.Dossier)
	var shown []int
	out := paper.Table{Len: full.Len()}
	for _, col := range screenColumns {
		if col.column == plot.ColumnElsewhere && c.Options.Elsewhere == nil {
			continue
		}
		i := slices.IndexFunc(full.Headings, func(h plot.Heading) bool { return h.Column == col.column })
		shown = append(shown, i)
		out.Columns = append(out.Columns, paper.Column{Title: full.Headings[i].Title, Share: float64(col.share), Width: float64(col.width)})
	}
	out.Row = func(i int) [][]paper.Part {
		row := full.Row(i)
		var cells [][]paper.Part
		for _, n := range shown {
			cells = append(cells, []paper.Part{paper.Paragraph{Runs: []paper.Run{{Text: row.Cells[n].Text, Font: paper.Small}}}})
		}
		return cells
	}
	return out
}
