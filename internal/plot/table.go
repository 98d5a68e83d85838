package plot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/wording"
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
	ColumnElsewhere  Column = "elsewhere" // what other sources say
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

// Table is the table behind a chart. Its rows are made when they are asked for:
// few of thousands are ever seen.
type Table struct {
	Headings []Heading

	figures []data.Figure
	order   []int32 // of the figures; nil: as they are
	words   *wording.Words
	dossier *data.Dossier // nil: no other source says anything
}

// NewTable is the table of some figures of a dossier, in their order.
func NewTable(figures []data.Figure, words *wording.Words, d *data.Dossier) Table {
	columns := []Column{
		ColumnFigure, ColumnWording, ColumnValue, ColumnMax, ColumnComparator, ColumnUnit, ColumnCounts,
		ColumnPeriod, ColumnAsOf, ColumnClaim, ColumnSpeaker, ColumnCite, ColumnCaution, ColumnElsewhere,
	}
	t := Table{figures: figures, words: words, dossier: d}
	for _, c := range columns {
		numeric := c == ColumnValue || c == ColumnMax || c == ColumnCite
		t.Headings = append(t.Headings, Heading{c, words.Say("chart.column." + string(c)), numeric})
	}
	return t
}

// Len is how many rows there are.
func (t Table) Len() int { return len(t.figures) }

// Figure is the figure of a row.
func (t Table) Figure(row int) *data.Figure {
	if t.order != nil {
		row = int(t.order[row])
	}
	return &t.figures[row]
}

// Row is a row with all its cells.
func (t Table) Row(row int) Row {
	f := t.Figure(row)
	r := Row{Figure: f.ID, Cells: make([]Cell, len(t.Headings))}
	for i, h := range t.Headings {
		r.Cells[i] = t.cell(f, h.Column)
	}
	return r
}

func (t Table) cell(f *data.Figure, c Column) Cell {
	q, w := f.Quantity, t.words
	switch c {
	case ColumnValue:
		return numeric(q.Value, w)
	case ColumnMax:
		if q.Comparator != data.Range && q.Comparator != data.Order {
			return Cell{} // a bound is not missing where there can be none
		}
		return numeric(q.Max, w)
	case ColumnCite:
		n := strconv.Itoa(f.Paragraph)
		return Cell{Text: wording.Cite(f.Paragraph), Raw: n, Number: float64(f.Paragraph), Numeric: true}
	case ColumnComparator:
		return Cell{Text: w.Comparator(q.Comparator), Raw: string(q.Comparator)}
	case ColumnUnit:
		return Cell{Text: w.Unit(q.Unit), Raw: q.Unit}
	case ColumnPeriod:
		return Cell{Text: w.Period(f.Period), Raw: rawPeriod(f.Period)}
	case ColumnAsOf:
		return Cell{Text: w.Or(w.Date(f.AsOf)), Raw: f.AsOf.String()}
	case ColumnClaim:
		return Cell{Text: w.ClaimLong(f.Claim), Raw: string(f.Claim)}
	case ColumnElsewhere:
		raw := t.elsewhere(f.ID)
		return Cell{Text: cmp.Or(raw, w.Say("figure.second.none")), Raw: raw}
	default:
		raw := map[Column]string{
			ColumnFigure: f.Label, ColumnWording: q.Text, ColumnCounts: q.Counts, ColumnSpeaker: f.Speaker, ColumnCaution: f.Caution,
		}[c]
		return Cell{Text: w.Or(raw), Raw: raw}
	}
}

// elsewhere is what other sources say of a figure, in one cell.
func (t Table) elsewhere(figure string) string {
	if t.dossier == nil {
		return ""
	}
	var all []string
	for _, s := range t.dossier.SecondSourcesOf(figure) {
		all = append(all, said(t.dossier, t.words, s))
	}
	return strings.Join(all, "; ")
}

// rawPeriod is a period in the interval form of ISO 8601: "2013/2022", with
// two dots for an end that is not stated.
func rawPeriod(p data.Period) string {
	if p == (data.Period{}) {
		return ""
	}
	return cmp.Or(p.Start.String(), "..") + "/" + cmp.Or(p.End.String(), "..")
}

func numeric(v float64, w *wording.Words) Cell {
	return Cell{Text: w.Number(v, message.Full), Raw: strconv.FormatFloat(v, 'f', -1, 64), Number: v, Numeric: true}
}

// Sorted is the table by one of its columns, numbers by size and text without
// regard to case. Rows that are equal keep their order, cells without a number
// come last either way.
func (t Table) Sorted(column int, descending bool) Table {
	if column < 0 || column >= len(t.Headings) {
		return t
	}
	type key struct {
		at   int32
		last bool // it has no number
		by   float64
		text string
	}
	keys := make([]key, t.Len())
	byNumber := t.Headings[column].Numeric
	for i := range keys {
		at := int32(i) // #nosec G115 -- a dossier is smaller
		if t.order != nil {
			at = t.order[i]
		}
		c := t.cell(&t.figures[at], t.Headings[column].Column)
		if keys[i] = (key{at: at, text: strings.ToLower(c.Text)}); byNumber {
			keys[i] = key{at: at, by: c.Number, last: !c.Numeric}
		}
	}
	slices.SortStableFunc(keys, func(a, b key) int {
		order := cmp.Or(cmp.Compare(a.by, b.by), strings.Compare(a.text, b.text))
		switch {
		case a.last != b.last:
			return btoi(a.last) - btoi(b.last)
		case descending:
			return -order
		default:
			return order
		}
	})
	t.order = make([]int32, len(keys))
	for i, k := range keys {
		t.order[i] = k.at
	}
	return t
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
