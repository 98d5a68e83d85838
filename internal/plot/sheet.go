package plot

import (
	"strings"

	"beltroad/internal/drawing"
)

// Sheet is the chart as a drawing, with what it shows in words.
func (p *Plot) Sheet() *drawing.Sheet {
	s := &drawing.Sheet{Width: p.Width, Height: p.Height, Title: p.Title, Names: map[string]string{}, Marks: p.Marks}
	var lines []string
	for _, n := range p.Notes {
		lines = append(lines, n.Text)
		lines = append(lines, n.Details...)
	}
	for _, i := range p.Items {
		s.Names[i.Figure] = i.Tip.String()
		lines = append(lines, i.Tip.String())
	}
	s.Description = strings.Join(append(lines, p.Source), "\n")
	return s
}

// String is the tip as one line.
func (t Tip) String() string {
	return strings.Join(append([]string{t.Label + ": " + t.Wording, t.Comparator, t.Claim, t.When, t.Who, t.Cite}, t.Elsewhere...), " · ")
}
