package plot

import (
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/cite"
)

// The table has what other sources say, with their names; without a dossier none do.
func TestTableTellsOfOtherSources(t *testing.T) {
	d := dossier(t)
	figures := pick(t, d, "trade-volume")
	cell := func(of *data.Dossier) string {
		table := NewTable(figures, english, of)
		return table.Row(0).Cells[len(table.Headings)-1].Raw
	}
	if cell(nil) != "" {
		t.Errorf("without a dossier there is %q", cell(nil))
	}
	for _, s := range d.SecondSourcesOf("trade-volume") {
		src, _ := d.Source(s.Source)
		if got := cell(d); !strings.Contains(got, s.Quantity.Text) || !strings.Contains(got, cite.Short(src)) {
			t.Errorf("%s is not in %q", s.ID, got)
		}
	}
}

func TestTable(t *testing.T) {
	figures := dossier(t).Figures()
	table := NewTable(figures, english, nil)
	if table.Len() != len(figures) || len(table.Headings) != 14 {
		t.Fatalf("%d × %d", table.Len(), len(table.Headings))
	}
	for i := range table.Len() {
		r := table.Row(i)
		if len(r.Cells) != len(table.Headings) {
			t.Errorf("%s has %d cells", r.Figure, len(r.Cells))
		}
	}
	value := slices.IndexFunc(table.Headings, func(h Heading) bool { return h.Column == ColumnValue })
	down := table.Sorted(value, true)
	if first := down.Row(0); first.Figure != "trade-volume" || first.Cells[value].Text != "19,100,000,000,000" || first.Cells[value].Raw != "19100000000000" {
		t.Errorf("%+v", first)
	}
	upper := slices.IndexFunc(table.Headings, func(h Heading) bool { return h.Column == ColumnMax })
	for _, descending := range []bool{false, true} {
		if sorted := table.Sorted(upper, descending); !sorted.Row(1).Cells[upper].Numeric || sorted.Row(len(figures) - 1).Cells[upper].Numeric {
			t.Error("cells without a number do not come last")
		}
	}
}
