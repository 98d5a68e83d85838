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
	others bool // what other sources say has a column
	open   func(figure string)
}

// screenColumns are the columns that are shown, with their share of the width, those
// that say again what another says going first.
var screenColumns = []struct {
	column plot.Column
	share  float32
	width  float32
	spare  int // as of a table's column
}{
	{plot.ColumnFigure, 30, 0, 0}, {plot.ColumnWording, 22, 0, 0}, {plot.ColumnValue, 24, 0, 1}, {plot.ColumnPeriod, 24, 0, 3}, {plot.ColumnClaim, 20, 0, 2}, {plot.ColumnCite, 0, 54, 0}, {plot.ColumnElsewhere, 40, 0, 0},
}

// NewTable makes the table of figures.
func NewTable(d *data.Dossier, figures []data.Figure, w *record.Words, open func(figure string)) *Table {
	t := &Table{full: plot.NewTable(figures, w, d), open: open}
	t.build()
	return t
}

// ShowOthers adds the column of what other sources say, or takes it away.
func (t *Table) ShowOthers(on bool) {
	if on != t.others {
		order := t.order()
		t.others = on
		t.build()
		t.setOrder(order)
	}
}

func (t *Table) build() {
	var columns []ui.TableColumn
	t.shown = nil
	for _, c := range screenColumns {
		if c.column == plot.ColumnElsewhere && !t.others {
			continue
		}
		i := slices.IndexFunc(t.full.Headings, func(h plot.Heading) bool { return h.Column == c.column })
		t.shown = append(t.shown, i)
		columns = append(columns, ui.TableColumn{Title: t.full.Headings[i].Title, Share: c.share, Width: c.width, Spare: c.spare, Named: c.column != plot.ColumnFigure})
	}
	t.widget = ui.NewTable(columns, t.open, t.sortBy)
	t.fill()
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
	for i, c := range screenColumns[:len(t.shown)] {
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
		ink := ui.ColorInk
		if t.full.Headings[c].Column == plot.ColumnElsewhere {
			ink = ui.ColorMuted
		}
		row.Cells = append(row.Cells, ui.Label(made.Cells[c].Text, ui.SizeCaption, ink))
	}
	return row
}
