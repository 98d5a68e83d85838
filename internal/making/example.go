package making

import (
	"io"

	"beltroad/data"
	"beltroad/internal/amount"
	"beltroad/internal/draft"
)

// ExampleRow is a row of the example that is to be looked at.
var ExampleRow = draft.At{Sheet: exampleSheet, Row: 2}

const exampleSheet = "figures"

// Example is a spreadsheet of that name as it was understood, whose figures and units are those of
// a dossier: for pictures. What the dossier has read nothing of is not understood.
func Example(d *data.Dossier, name string, unit func(id string) string) *Work {
	const most = 14
	f := &Found{Dossier: d}
	add := func(pillar, label string, q data.Quantity, claim data.Claim, paragraph int) {
		a, ok := amount.Guess(q.Text)
		q.Unit = unit(q.Unit)
		if q.Counts == "" {
			q.Counts = label
		}
		f.Rows = append(f.Rows, draft.Row{
			At: draft.At{Sheet: exampleSheet, Row: len(f.Rows) + 2}, Label: label, Written: q.Text, Quantity: q,
			Doubt: a.Doubt, Part: a.Part, Valued: q.Comparator != "", Understood: ok && q.Comparator != "", Pillar: pillar, Claim: claim, Paragraph: paragraph,
		})
	}
	for _, s := range d.SecondSources() {
		if s.Quantity.Comparator == "" {
			of, _ := d.Figure(s.Figure)
			add("", of.Label, s.Quantity, of.Claim, of.Paragraph)
			break
		}
	}
	for _, figure := range d.Figures() {
		if len(f.Rows) < most {
			p, _ := d.Pillar(figure.Pillar)
			add(p.Name, figure.Label, figure.Quantity, figure.Claim, figure.Paragraph)
		}
	}
	return &Work{Name: name, Example: true, found: f, open: func() (io.ReadCloser, error) { return nil, io.EOF }}
}
