package timeline

import (
	"strconv"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/paint"
)

var _ export.Source = (*Drawing)(nil)

// ExportName implements [export.Source].
func (d *Drawing) ExportName() string {
	if d.year != 0 {
		return d.words.Say("timeline.title.by", message.Args{"Year": message.Year(d.year)})
	}
	return d.words.Say("timeline.title")
}

// The lengths of an exported timeline, in device-independent pixels.
const (
	exportWidth = 1200
	exportText  = 12
)

// Sheet implements [export.Source]: what the window of time shows, by the year
// that is shown.
func (d *Drawing) Sheet() *drawing.Sheet {
	frame, s := d.drawn(exportWidth)
	return frame.Around(s)
}

// drawn is what the window of time shows for a width, and what stands around it.
func (d *Drawing) drawn(width float64) (frame drawing.Frame, s *drawing.Sheet) {
	frame = drawing.Frame{Title: d.ExportName(), Measure: paint.Measure}
	plan := timeline.NewPlan(d.Timeline, styleFor(d.Timeline, d.words, float32(width-2*frame.Air()), exportText, 1))
	seen := plan.Frame(d.window)
	picks := timeline.NoPicks()
	picks.Year = d.year
	s = &drawing.Sheet{Width: width - 2*frame.Air(), Height: plan.Height, Names: map[string]string{}, Marks: plan.Marks(seen, picks)}
	var paragraphs []int
	var others []data.Source
	for _, m := range seen.Marks {
		for _, i := range m.Items {
			it := &d.Timeline.Items[i]
			s.Names[it.ID()] = sentence(d.words, d.Timeline, i)
			s.Description += s.Names[it.ID()] + "\n"
			if it.Source != nil {
				others = append(others, *it.Source)
			}
			if it.Paragraph() > 0 {
				paragraphs = append(paragraphs, it.Paragraph())
			}
		}
	}
	for _, look := range timeline.Uses(d.Timeline) {
		entry := timeline.Sample(look, 1)
		entry.Text = keyText(d.Timeline, d.words, look)
		frame.Key = append(frame.Key, entry)
	}
	if d.Imprint != nil {
		frame.Lines = append(d.Imprint.Lines(paragraphs...), d.Imprint.Others(others)...)
	}
	return frame, s
}

// Table implements [export.Source]: all items, in their order.
func (d *Drawing) Table() *export.Table {
	t := &export.Table{Columns: []string{"id", "pillar", "date", "period_start", "period_end", "text", "label", "claim", "ahead", "paragraph", "source", "project", "figure"}}
	if d.Imprint != nil {
		t.About = d.Imprint.Fields(d.ExportName(), "")
	}
	for i := range d.Timeline.Items {
		it := &d.Timeline.Items[i]
		paragraph := ""
		if it.Paragraph() > 0 {
			paragraph = strconv.Itoa(it.Paragraph())
		}
		source, figure := "", ""
		if it.Source != nil {
			source = it.Source.ID
		}
		if it.Figure != nil {
			figure = it.Figure.ID
		}
		t.Rows = append(t.Rows, []string{
			it.ID(), d.Timeline.Lanes[it.Lane].Pillar, it.Date().String(), it.Period().Start.String(), it.Period().End.String(), it.Value(), it.Label(),
			string(it.Claim), strconv.FormatBool(it.Ahead), paragraph, source, it.Opens(), figure,
		})
	}
	return t
}
