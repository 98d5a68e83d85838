package chart

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Table is the table behind a chart. On screen it has the columns that there
// is room for; copied, it has all.
type Table struct {
	full   plot.Table
	shown  []int // indices of the columns on screen
	widget *ui.Table
}

// screenColumns are the columns that are shown, with their share of the width.
var screenColumns = []struct {
	column plot.Column
	share  float32
	width  float32
}{
	{plot.ColumnFigure, 30, 0}, {plot.ColumnWording, 22, 0}, {plot.ColumnValue, 24, 0}, {plot.ColumnPeriod, 24, 0}, {plot.ColumnClaim, 20, 0}, {plot.ColumnCite, 0, 54},
}

// NewTable makes the table of figures.
func NewTable(d *data.Dossier, figures []data.Figure, w *record.Words, open func(figure string)) *Table {
	t := &Table{full: plot.NewTable(figures, w, d)}
	var columns []ui.TableColumn
	for _, c := range screenColumns {
		i := slices.IndexFunc(t.full.Headings, func(h plot.Heading) bool { return h.Column == c.column })
		t.shown = append(t.shown, i)
		columns = append(columns, ui.TableColumn{Title: t.full.Headings[i].Title, Share: c.share, Width: c.width})
	}
	t.widget = ui.NewTable(columns, open, t.sortBy)
	t.fill()
	return t
}

// Content is what the table shows.
func (t *Table) Content() fyne.CanvasObject { return t.widget }

// TSV is the whole table for a spreadsheet.
func (t *Table) TSV() string {
	var b strings.Builder
	_ = export.TSV(&b, t.full) // a builder takes everything
	return b.String()
}

// sortBy orders the rows by a column on screen; the same again turns the order.
func (t *Table) sortBy(column int) {
	t.widget.Down = column == t.widget.Sorted && !t.widget.Down
	t.widget.Sorted = column
	t.full = t.full.Sorted(t.shown[column], t.widget.Down)
	t.fill()
}

// order is the column that rows are sorted by, with a minus for the largest
// first; empty for the ledger's own order.
func (t *Table) order() string {
	if t.widget.Sorted < 0 {
		return ""
	}
	name := string(screenColumns[t.widget.Sorted].column)
	if t.widget.Down {
		return "-" + name
	}
	return name
}

// setOrder sorts the rows as an order says; one that is none changes nothing.
func (t *Table) setOrder(order string) {
	name, down := strings.CutPrefix(order, "-")
	for i, c := range screenColumns {
		if string(c.column) == name && t.order() != order {
			t.widget.Sorted, t.widget.Down = i, !down // the same again turns the order
			if !down {
				t.widget.Sorted = -1
			}
			t.sortBy(i)
		}
	}
}

func (t *Table) fill() {
	t.widget.SetSource(ui.TableRows{Len: t.full.Len(), ID: func(i int) string { return t.full.Figure(i).ID }, Row: t.row})
}

// row is a row as it is seen.
func (t *Table) row(i int) ui.TableRow {
	made := t.full.Row(i)
	row := ui.TableRow{ID: made.Figure, Label: made.Cells[0].Text}
	for _, c := range t.shown {
		row.Cells = append(row.Cells, ui.Label(made.Cells[c].Text, ui.SizeCaption, ui.ColorInk))
	}
	return row
}
