package chart

import (
	"slices"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/views/paint"
)

var _ export.Source = (*Chart)(nil)

// ExportName implements [export.Source].
func (c *Chart) ExportName() string { return c.Options.Title }

// The lengths of an exported chart, in device-independent pixels.
const (
	ExportWidth = 960
	exportText  = 14 // so that the smallest text has 12
)

// Sheet implements [export.Source]: all of the chart, and not as it happens to
// stand in the window.
func (c *Chart) Sheet() *drawing.Sheet {
	frame, s := c.drawn(ExportWidth, exportText)
	return frame.Around(s)
}

// drawn is all of the chart for a width and a size of text, and what stands around it.
func (c *Chart) drawn(width, text float64) (frame drawing.Frame, s *drawing.Sheet) {
	frame = drawing.Frame{Title: c.Options.Title, Measure: paint.Measure}
	o := c.Options
	o.Width, o.TextSize, o.Bare, o.Measure = width-2*frame.Air(), text, true, paint.Measure
	made, _ := c.made(o)
	if made == nil {
		return frame, &drawing.Sheet{Width: o.Width}
	}
	frame.Title = made.Title
	for _, n := range made.Notes {
		frame.Notes = append(frame.Notes, n.Text)
	}
	if c.Imprint != nil {
		frame.Key = c.Imprint.Pillars(c.orders(made.Figures))
		frame.Lines = append(c.cautions(made.Figures), c.Imprint.Lines(paragraphs(made.Figures)...)...)
	} else {
		frame.Lines = append(c.cautions(made.Figures), made.Source)
	}
	if c.Options.Elsewhere != nil && c.Imprint != nil {
		frame.Lines = append(frame.Lines, c.Imprint.Others(c.others(made.Figures))...)
	}
	s = made.Sheet()
	s.Marks = onScreen(made, 1)
	return frame, s
}

// others are the other sources whose numbers stand in the chart.
func (c *Chart) others(drawn []data.Figure) []data.Source {
	var all []data.Source
	for _, f := range drawn {
		for _, s := range c.Options.Elsewhere.SecondSourcesOf(f.ID) {
			if src, ok := c.Options.Elsewhere.Source(s.Source); ok && plot.Shares(f, s) {
				all = append(all, src)
			}
		}
	}
	return all
}

// orders are those of the pillars whose colours are in the chart.
func (c *Chart) orders(drawn []data.Figure) []int {
	var all []int
	for _, f := range drawn {
		all = append(all, c.Options.Pillars[f.Pillar])
	}
	return all
}

func paragraphs(drawn []data.Figure) []int {
	var all []int
	for _, f := range drawn {
		all = append(all, f.Paragraph)
	}
	return all
}

// cautions are the questions that a careful reader would ask of the figures, a
// few of them in full.
func (c *Chart) cautions(drawn []data.Figure) []string {
	const most = 4
	w := c.Options.Words
	var all []string
	for _, f := range drawn {
		if f.Caution != "" {
			all = append(all, w.Say("chart.caution", message.Args{"Figure": f.Label, "Caution": f.Caution}))
		}
	}
	all = slices.Compact(all)
	if more := len(all) - most; more > 0 {
		all = append(all[:most:most], w.Count("chart.cautions", more))
	}
	return all
}

// Table implements [export.Source].
func (c *Chart) Table() *export.Table {
	notes := ""
	if made, _ := c.Plot(); made != nil {
		notes = export.NotesOf(made.Notes)
	}
	about := []export.Field{{Column: "chart_title", Value: c.Options.Title}, {Column: "chart_notes", Value: notes}, {Column: "source", Value: c.Options.Source}, {Column: "dossier", Value: c.Options.Dossier}}
	if c.Imprint != nil {
		about = c.Imprint.Fields(c.Options.Title, notes)
	}
	return export.TableOf(plot.NewTable(c.Figures, c.Options.Words, c.Dossier), about...)
}
