package plot

import (
	"slices"
	"testing"
)

func TestTable(t *testing.T) {
	figures := dossier(t).Figures()
	table := NewTable(figures, english)
	if len(table.Rows) != len(figures) || len(table.Headings) != 13 {
		t.Fatalf("%d × %d", len(table.Rows), len(table.Headings))
	}
	for _, r := range table.Rows {
		if len(r.Cells) != len(table.Headings) {
			t.Errorf("%s has %d cells", r.Figure, len(r.Cells))
		}
	}
	value := slices.IndexFunc(table.Headings, func(h Heading) bool { return h.Column == ColumnValue })
	down := table.Sorted(value, true)
	if first := down.Rows[0]; first.Figure != "trade-volume" || first.Cells[value].Text != "19,100,000,000,000" || first.Cells[value].Raw != "19100000000000" {
		t.Errorf("%+v", first)
	}
	upper := slices.IndexFunc(table.Headings, func(h Heading) bool { return h.Column == ColumnMax })
	for _, descending := range []bool{false, true} {
		if sorted := table.Sorted(upper, descending); !sorted.Rows[1].Cells[upper].Numeric || sorted.Rows[len(figures)-1].Cells[upper].Numeric {
			t.Error("cells without a number do not come last")
		}
	}
}
