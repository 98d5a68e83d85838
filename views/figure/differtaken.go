package figure

import (
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/export"
	"beltroad/views/record"
)

// taken are the entries that are shown, to be copied or saved.
func (p *Differences) taken() record.Taken {
	all := p.dossier.SecondSources()
	var shown []*data.SecondSource
	for _, g := range p.groups {
		for _, row := range g.rows {
			shown = append(shown, &all[row])
		}
	}
	return record.Taken{
		Len:   len(shown),
		Copy:  func() string { return p.copied(shown) },
		Table: func() *export.Table { return p.table(shown) },
	}
}

// CopyOut copies all entries that are shown, and tells whether there are any.
func (p *Differences) CopyOut() bool { return p.rows.Copy() }

// copied are entries as text to paste: what this source says, what another one
// does, and why the two are not the same.
func (p *Differences) copied(shown []*data.SecondSource) string {
	var src data.Source
	if all := p.dossier.Sources(); len(all) > 0 {
		src = all[0]
	}
	var entries []string
	for _, s := range shown {
		f, _ := p.dossier.Figure(s.Figure)
		entries = append(entries, strings.TrimSpace(cite.Figure(f, src, p.words.Citation())+"\n"+record.SecondSaid(p.dossier, p.words, *s)+"\n"+s.Note))
	}
	return strings.Join(append(entries, p.words.Say("disclaimer")), "\n\n")
}

// table are entries as the dossier has them. What another source says stands in
// columns of its own.
func (p *Differences) table(shown []*data.SecondSource) *export.Table {
	t := &export.Table{
		Columns: []string{
			"figure", "label", "text", "value", "value_max", "unit", "counts", "as_of", "paragraph",
			"other_text", "other_value", "other_value_max", "other_unit", "other_counts", "other_as_of",
			"relation", "independence", "note", "other_source", "other_url",
		},
		About: export.NewImprint(p.words, p.dossier).Origin(),
	}
	for _, s := range shown {
		f, _ := p.dossier.Figure(s.Figure)
		src, _ := p.dossier.Source(s.Source)
		row := append([]string{f.ID, f.Label}, cells(f.Quantity)...)
		row = append(row, f.AsOf.String(), strconv.Itoa(f.Paragraph))
		row = append(row, cells(s.Quantity)...)
		t.Rows = append(t.Rows, append(row, s.AsOf.String(), string(s.Relation), string(s.Independence), s.Note, cite.Short(src), src.URL))
	}
	return t
}

// cells are a quantity: its wording, number, upper bound, unit, and what is counted.
func cells(q data.Quantity) []string {
	number := func(x float64, is bool) string {
		if !is {
			return ""
		}
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return []string{q.Text, number(q.Value, q.Comparator != ""), number(q.Max, q.Max != 0), q.Unit, q.Counts}
}
