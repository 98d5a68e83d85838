package plot

import (
	"slices"
	"testing"
)

func TestTable(t *testing.T) {
	figures := dossier(t).Figures()
	table := NewTable(figures, english)
	if table.Len() != len(figures) || len(table.Headings) != 13 {
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
