package timeline

import (
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// OnPaper is what is printed of the panel: what it sums up, the drawing, and the list of
// what that dates.
func (p *Panel) OnPaper() []paper.Part {
	d := p.drawing
	frame, s := d.drawn(paper.Room + 2*drawing.Frame{}.Air())
	if d.Imprint != nil {
		frame.Lines = d.Imprint.Own(frame.Lines)
	}
	if d.year == 0 {
		frame.Title = "" // the page says it
	}
	parts := append(ui.OnPaper(p.sum), paper.Space(8))
	parts = append(parts, ui.FrameOnPaper(frame, s)...)
	return append(parts, paper.Space(12), d.tableOnPaper())
}

// tableOnPaper lists all that is dated in the window of time.
func (d *Drawing) tableOnPaper() paper.Table {
	var shown []int
	for i := range d.Timeline.Items {
		if it := &d.Timeline.Items[i]; it.Span.From <= d.window.To && it.Span.To >= d.window.From {
			shown = append(shown, i)
		}
	}
	text := func(s string) []paper.Part {
		return []paper.Part{paper.Paragraph{Runs: []paper.Run{{Text: s, Font: paper.Small}}}}
	}
	w := d.words
	return paper.Table{
		Columns: []paper.Column{{Title: w.Say("timeline.column.when"), Share: 24}, {Title: w.Say("timeline.column.what"), Share: 46}, {Title: w.Say("column.claim"), Share: 14}, {Title: w.Say("timeline.column.source"), Share: 26}},
		Len:     len(shown),
		Row: func(i int) [][]paper.Part {
			it := &d.Timeline.Items[shown[i]]
			source := ""
			if it.Paragraph() > 0 {
				source = record.Cite(it.Paragraph())
			}
			if it.Source != nil {
				source = cite.Short(*it.Source)
			}
			claim := ""
			if it.Claim != "" {
				claim = w.Claim(it.Claim)
			}
			named := text(what(it))
			if it.Told() != "" {
				named = append(named, text(it.Told())...)
			}
			return [][]paper.Part{text(when(w, it)), named, text(claim), text(source)}
		},
	}
}
