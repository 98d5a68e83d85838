package sheet

import (
	"slices"
	"strings"

	"beltroad/data"
)

// odsReader reads OpenDocument, whose tables stand in one part.
type odsReader struct {
	*folder

	styles odsStyles
	sheet  *open // nil outside

	row, repeat   int
	columnStyles  []repeated
	cells         []string
	column, width int // of the cell: the first, and how many
	spans         int
	merged        []area

	kind, style, value string
	paragraphs         int
	text               strings.Builder
}

type repeated struct {
	style string
	times int
}

// odsStyles are the styles of a file, by name.
type odsStyles struct {
	name  string            // the one that is read
	data  map[string]string // what dates show: letters of year, month and day
	cells map[string]string // names of those, of cells
	off   map[string]bool   // tables that are not shown
}

// take reads what of a style matters.
func (o *odsStyles) take(s *scanner) {
	switch s.name {
	case "date-style":
		o.name = s.attr("name")
	case "year", "month", "day":
		if len(o.data[o.name]) < len("ymd")*3 {
			o.data[o.name] += s.name[:1]
		}
	case "style":
		o.name = s.attr("name")
		if d := s.attr("data-style-name"); d != "" {
			o.cells[o.name] = d
		}
	case "table-properties":
		o.off[o.name] = s.attr("display") == "false"
	}
}

func (f *folder) ods() error {
	if r, err := f.open("META-INF/manifest.xml"); err == nil {
		_ = r.Close()
		locked := false
		if err := f.scan("META-INF/manifest.xml", func(s *scanner, p piece) error {
			locked = locked || p == startTag && s.name == "encryption-data"
			return nil
		}); err != nil {
			return err
		}
		if locked {
			return f.mend("a file with a password", "take the password off and save it again")
		}
	}
	r := &odsReader{folder: f, styles: odsStyles{data: map[string]string{}, cells: map[string]string{}, off: map[string]bool{}}}
	isSheet := false
	for _, part := range []string{"styles.xml", "content.xml"} {
		if part == "styles.xml" && f.files[part] == nil {
			continue
		}
		if err := f.scan(part, func(s *scanner, p piece) error {
			isSheet = isSheet || p == startTag && s.name == "spreadsheet"
			return r.piece(s, p)
		}); err != nil {
			return err
		}
	}
	if !isSheet {
		return f.mend("a text, a presentation or another office file", saveAsXLSX)
	}
	return nil
}

func (r *odsReader) piece(s *scanner, p piece) error {
	switch p {
	case startTag:
		return r.start(s)
	case endTag:
		return r.end(s)
	case someText:
		if r.paragraphs > 0 && r.inParagraph(s) {
			r.text.Write(s.body)
		}
		if r.text.Len() > longestText {
			return errLong
		}
	}
	return nil
}

func (r *odsReader) inParagraph(s *scanner) bool {
	for _, name := range slices.Backward(s.stack) {
		switch name {
		case "p":
			return true
		case "table-cell", "covered-table-cell":
			return false
		}
	}
	return false
}

func (r *odsReader) start(s *scanner) error {
	switch s.name {
	case "tracked-changes", "annotation", "shapes", "dde-links", "label-ranges", "content-validations", "ruby-text":
		return s.pass() // no cells, though they may look like some
	case "table":
		return r.startTable(s)
	case "table-column":
		if r.sheet != nil && len(r.columnStyles) < maxRows {
			r.columnStyles = append(r.columnStyles, repeated{s.attr("default-cell-style-name"), number(s, "number-columns-repeated")})
		}
	case "table-row":
		r.repeat = number(s, "number-rows-repeated")
		r.cells, r.column, r.width = r.cells[:0], 0, 0
	case "table-cell", "covered-table-cell":
		r.column += r.width
		r.width = number(s, "number-columns-repeated")
		r.kind, r.style, r.value = s.attr("value-type"), s.attr("style-name"), odsValue(s)
		r.spans = number(s, "number-rows-spanned")
		r.paragraphs = 0
		r.text.Reset()
	case "p":
		if r.paragraphs++; r.paragraphs > 1 {
			r.text.WriteByte('\n')
		}
	case "s":
		r.text.WriteString(strings.Repeat(" ", min(number(s, "c"), maxCell)))
	case "tab":
		r.text.WriteByte('\t')
	case "line-break":
		r.text.WriteByte('\n')
	default:
		if r.sheet == nil {
			r.styles.take(s)
		}
	}
	return nil
}

// odsValue is the value of a cell that has more than a text.
func odsValue(s *scanner) string {
	switch s.attr("value-type") {
	case "date":
		return s.attr("date-value")
	case "boolean":
		return s.attr("boolean-value")
	case "float", "percentage":
		return s.attr("value")
	case "currency":
		return s.attr("currency") + " " + s.attr("value")
	case "string":
		return s.attr("string-value")
	}
	return ""
}

// number is how often something is repeated: once, if nothing that can be is said.
func number(s *scanner, attr string) int {
	const most = 1 << 24
	return min(max(whole(s.attr(attr)), 1), most)
}

func (r *odsReader) startTable(s *scanner) error {
	if r.sheet != nil {
		return s.pass() // one inside a cell
	}
	name := s.attr("name")
	if r.styles.off[s.attr("style-name")] {
		r.note(data.Problem{File: cut(name), Found: "a hidden sheet, which is left out", Allowed: "sheets that can be seen"})
		return s.pass()
	}
	o, err := r.begin(name)
	r.sheet, r.row, r.columnStyles, r.merged = o, 0, r.columnStyles[:0], r.merged[:0]
	return err
}

func (r *odsReader) end(s *scanner) error {
	if r.sheet == nil {
		return nil
	}
	switch s.name {
	case "table-cell", "covered-table-cell":
		r.paragraphs = 0
		return r.endCell(s.name == "table-cell")
	case "table-row":
		return r.endRow()
	case "table":
		o := r.sheet
		r.sheet = nil
		if err := o.fill(r.merged); err != nil {
			return err
		}
		o.end()
	}
	return nil
}

// endCell puts a cell into its row, as often as it is repeated.
func (r *odsReader) endCell(seen bool) error {
	text := r.cell()
	if text == "" || !seen {
		return nil
	}
	if err := r.sheet.check(r.row, r.column+r.width-1, text); err != nil {
		return err
	}
	if r.spans > 1 && len(r.merged) < maxRows {
		r.merged = append(r.merged, area{r.row, r.column, r.row + r.spans - 1})
	}
	for len(r.cells) < r.column {
		r.cells = append(r.cells, "")
	}
	for range r.width {
		r.cells = append(r.cells, text)
	}
	return nil
}

func (r *odsReader) endRow() error {
	from := r.row
	r.row = min(r.row+r.repeat, 1<<30)
	if len(r.cells) == 0 {
		return nil
	}
	for row := from; row < r.row; row++ {
		if err := r.sheet.put(row, r.cells); err != nil {
			return err
		}
	}
	return nil
}

// cell is the text of the cell that was read.
func (r *odsReader) cell() string {
	switch r.kind {
	case "float":
		return format{}.show(r.value, false)
	case "percentage":
		return format{look: asPercent}.show(r.value, false)
	case "currency":
		code, value, _ := strings.Cut(r.value, " ")
		sign := currency(r.text.String(), "") // as it is shown
		if sign == "" && code != "" {
			sign = code + " "
		}
		return format{sign: sign}.show(value, false)
	case "boolean":
		return boolean(r.value)
	case "date":
		return r.date()
	}
	if r.text.Len() == 0 {
		return r.value
	}
	return r.text.String()
}

// date is a date as far as the style of its cell, or else of its column, shows it.
func (r *odsReader) date() string {
	style, column := r.style, 0
	for _, c := range r.columnStyles {
		if column += c.times; style == "" && column > r.column {
			style = c.style
		}
	}
	date := isoDate(r.value)
	shown := r.styles.data[r.styles.cells[style]]
	switch {
	case !strings.Contains(shown, "y"), strings.Contains(shown, "d"):
	case strings.Contains(shown, "m") && len(date) >= len("2006-01"):
		return date[:len("2006-01")]
	case !strings.Contains(shown, "m") && len(date) >= len("2006"):
		return date[:len("2006")]
	}
	return date
}
