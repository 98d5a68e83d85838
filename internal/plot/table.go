package plot

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"beltroad/data"
	"beltroad/internal/scale"
)

// Column names a column of the table behind a chart. It is spelled as the
// format's table of figures spells it.
type Column string

// The columns, in order.
const (
	ColumnFigure     Column = "label"
	ColumnWording    Column = "text"
	ColumnValue      Column = "value"
	ColumnMax        Column = "value_max"
	ColumnComparator Column = "comparator"
	ColumnUnit       Column = "unit"
	ColumnCounts     Column = "counts"
	ColumnPeriod     Column = "period"
	ColumnAsOf       Column = "as_of"
	ColumnClaim      Column = "claim"
	ColumnSpeaker    Column = "speaker"
	ColumnCite       Column = "paragraph"
	ColumnCaution    Column = "caution"
)

// Cell is one cell of the table.
type Cell struct {
	Text    string  // for people: "19,100,000,000,000", "Estimate"
	Raw     string  // for programs, as in the ledger: "19100000000000", "estimate"; empty: not stated
	Number  float64 // what numeric columns are sorted by
	Numeric bool    // there is a number
}

// Heading is the head of a column.
type Heading struct {
	Column  Column
	Title   string // translated
	Numeric bool   // its cells stand at the right, and are sorted by number
}

// Row is the row of one figure.
type Row struct {
	Figure string // id
	Cells  []Cell
}

// Table is the table behind a chart.
type Table struct {
	Headings []Heading
	Rows     []Row
}

// NewTable is the table of some figures, in their order.
func NewTable(figures []data.Figure, words Words, locale language.Tag) Table {
	columns := []Column{
		ColumnFigure, ColumnWording, ColumnValue, ColumnMax, ColumnComparator, ColumnUnit, ColumnCounts,
		ColumnPeriod, ColumnAsOf, ColumnClaim, ColumnSpeaker, ColumnCite, ColumnCaution,
	}
	t := Table{Rows: make([]Row, 0, len(figures))}
	for _, c := range columns {
		numeric := c == ColumnValue || c == ColumnMax || c == ColumnCite
		t.Headings = append(t.Headings, Heading{c, or(words.Columns[c], string(c)), numeric})
	}
	format := scale.NewFormatter(locale, words.Numbers)
	for _, f := range figures {
		row := Row{Figure: f.ID}
		for _, c := range columns {
			row.Cells = append(row.Cells, cell(&f, c, &words, format))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func cell(f *data.Figure, c Column, w *Words, format *scale.Formatter) Cell {
	q := f.Quantity
	switch c {
	case ColumnValue:
		return numeric(q.Value, format)
	case ColumnMax:
		if q.Comparator != data.Range && q.Comparator != data.Order {
			return Cell{} // a bound is not missing where there can be none
		}
		return numeric(q.Max, format)
	case ColumnCite:
		n := strconv.Itoa(f.Paragraph)
		return Cell{Text: cite(f.Paragraph), Raw: n, Number: float64(f.Paragraph), Numeric: true}
	case ColumnComparator:
		return Cell{Text: or(w.Comparators[q.Comparator], string(q.Comparator)), Raw: string(q.Comparator)}
	case ColumnUnit:
		return Cell{Text: w.unit(q.Unit), Raw: q.Unit}
	case ColumnPeriod:
		return Cell{Text: w.period(f.Period), Raw: rawPeriod(f.Period)}
	case ColumnAsOf:
		return Cell{Text: w.date(f.AsOf), Raw: f.AsOf.String()}
	case ColumnClaim:
		return Cell{Text: or(w.Claims[f.Claim], string(f.Claim)), Raw: string(f.Claim)}
	default:
		raw := map[Column]string{
			ColumnFigure: f.Label, ColumnWording: q.Text, ColumnCounts: q.Counts, ColumnSpeaker: f.Speaker, ColumnCaution: f.Caution,
		}[c]
		return Cell{Text: w.stated(raw), Raw: raw}
	}
}

// rawPeriod is a period in the interval form of ISO 8601: "2013/2022", with
// two dots for an end that is not stated.
func rawPeriod(p data.Period) string {
	if p == (data.Period{}) {
		return ""
	}
	return or(p.Start.String(), "..") + "/" + or(p.End.String(), "..")
}

func numeric(v float64, format *scale.Formatter) Cell {
	return Cell{Text: format.Plain(v), Raw: strconv.FormatFloat(v, 'f', -1, 64), Number: v, Numeric: true}
}

// cite is the short form of a citation.
func cite(paragraph int) string { return fmt.Sprintf("¶%d", paragraph) }

// Sorted is the table by one of its columns, numbers by size and text without
// regard to case. Rows that are equal keep their order, cells without a number
// come last either way.
func (t Table) Sorted(column int, descending bool) Table {
	if column < 0 || column >= len(t.Headings) {
		return t
	}
	byNumber := t.Headings[column].Numeric
	rows := slices.Clone(t.Rows)
	slices.SortStableFunc(rows, func(a, b Row) int {
		x, y := a.Cells[column], b.Cells[column]
		order := strings.Compare(strings.ToLower(x.Text), strings.ToLower(y.Text))
		if byNumber {
			if x.Numeric != y.Numeric {
				return cmp.Compare(btoi(y.Numeric), btoi(x.Numeric))
			}
			order = cmp.Compare(x.Number, y.Number)
		}
		if descending {
			return -order
		}
		return order
	})
	return Table{t.Headings, rows}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
