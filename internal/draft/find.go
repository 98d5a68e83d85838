package draft

import (
	"fmt"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/sheet"
)

// found is a sheet whose header was found: which of its columns is which of its form.
type found struct {
	*form
	sheet   string
	title   string   // the sheet's own name, without that of the spreadsheet
	row     int      // that of the header; 0: it has none
	columns []int    // of the spreadsheet, for each of the form; -1: not there
	headers []string // as the spreadsheet calls them
	others  []string // columns that are none of the form
	isLost  bool     // it is told that there is none, or that its header is not found
	lines   []line
}

// newFound is a sheet of a form, none of whose columns is known yet.
func newFound(f *form, name string) *found {
	return &found{form: f, sheet: name, title: name, columns: slices.Repeat([]int{-1}, len(f.columns)), headers: make([]string, len(f.columns))}
}

// line is a row with the cells that the form has.
type line struct {
	row   int // as the spreadsheet counts; 0: made up
	sheet string
	raw   []string // the row of the spreadsheet
	own   []string // the cells of the form, once one says something else; nil: none does
}

func (l *line) at() At { return At{l.sheet, l.row} }

// column is where a column stands in the cells of a line.
func (f *form) column(name string) int { return slices.Index(f.columns, name) }

// get is a cell of a line.
func (f *found) get(l *line, name string) string {
	if i := f.column(name); i >= 0 {
		return f.cell(l, i)
	}
	return ""
}

// put sets a cell of a line.
func (f *found) put(l *line, name, value string) {
	if i := f.column(name); i >= 0 {
		f.set(l, i, value)
	}
}

// cell is that of a column of the form.
func (f *found) cell(l *line, i int) string {
	if l.own != nil {
		return l.own[i]
	}
	if k := f.columns[i]; k >= 0 && k < len(l.raw) {
		return l.raw[k]
	}
	return ""
}

// set sets the cell of a column of the form. The spreadsheet stays as it is.
func (f *found) set(l *line, i int, value string) {
	if f.cell(l, i) == value {
		return
	}
	if l.own == nil {
		own := make([]string, len(f.columns))
		for k := range own {
			own[k] = f.cell(l, k)
		}
		l.own, l.raw = own, nil
	}
	l.own[i] = value
}

// header is what the spreadsheet calls a column, or else what the template does.
func (f *found) header(name string) string {
	if i := f.column(name); i >= 0 && f.headers[i] != "" {
		return f.headers[i]
	}
	return known().column(f.name, name)
}

// there tells whether the spreadsheet has the sheet.
func (f *found) there() bool {
	return slices.ContainsFunc(f.columns, func(k int) bool { return k >= 0 })
}

// has tells whether the spreadsheet has a column.
func (f *found) has(name string) bool {
	i := f.column(name)
	return i >= 0 && f.columns[i] >= 0
}

// headerRows are the first rows of a sheet, one of which has its columns' names.
const headerRows = 30

// find finds the sheets of the forms, by their names or else by their columns.
func (m *made) find(book *sheet.Book) {
	m.found = map[string]*found{}
	var rest []*sheet.Sheet
	for i := range book.Sheets {
		s := &book.Sheets[i]
		switch form, _ := known().sheetForm(s.Name); {
		case len(s.Rows) == 0:
		case form == "":
			rest = append(rest, s)
		default:
			m.take(s, formOf(form))
		}
	}
	for _, s := range rest {
		if form := m.formByHeader(s); form != nil {
			m.take(s, form)
		} else {
			m.doubt(data.Problem{File: s.Name, Found: "a sheet that is none of a dossier, which is left out", Allowed: m.sheetNames()})
		}
	}
}

func (m *made) sheetNames() string {
	var all []string
	for _, f := range forms() {
		if f.table != nil || f.name == About || f.name == sources {
			all = append(all, known().title(f.name))
		}
	}
	return "one of: " + strings.Join(all, ", ")
}

// formByHeader is the form that is not there yet and has most of the columns of a
// sheet: at least two, and at least half of them.
func (m *made) formByHeader(s *sheet.Sheet) *form {
	var best *form
	most := 1
	all := forms()
	for i := range all {
		f := &all[i]
		if m.found[f.name] != nil || f.table == nil && f.name != About {
			continue
		}
		row, n := headerOf(s, f)
		if f.name == About {
			n = aboutScore(s)
		} else if filled := count(s.Rows, row); n*2 < filled {
			continue
		}
		if n > most {
			best, most = f, n
		}
	}
	return best
}

func count(rows [][]string, row int) int {
	n := 0
	if row >= 0 && row < len(rows) {
		for _, c := range rows[row] {
			if strings.TrimSpace(c) != "" {
				n++
			}
		}
	}
	return n
}

// headerOf is the row of a sheet that has most columns of a form, and how many.
func headerOf(s *sheet.Sheet, f *form) (row, most int) {
	row = -1
	names := known().columns[f.name]
	for i := range min(len(s.Rows), headerRows) {
		seen := map[string]bool{}
		for _, c := range s.Rows[i] {
			if name := names[fold(c)]; name != "" {
				seen[name] = true
			}
		}
		if len(seen) > most {
			row, most = i, len(seen)
		}
	}
	return row, most
}

// take reads the lines of a sheet.
func (m *made) take(s *sheet.Sheet, f *form) {
	if other := m.found[f.name]; other != nil {
		m.problem(data.Problem{File: s.Name, Found: "a second sheet of " + known().title(f.name), Allowed: "one: " + other.sheet})
		return
	}
	t := newFound(f, s.Name)
	m.found[f.name] = t
	if _, before := known().sheetForm(s.Name); before != "" {
		t.title = oneLine(strings.TrimLeft(s.Name[len(before):], "-_."))
	}
	if f.name == About {
		m.takeAbout(s, t)
		return
	}
	row, n := headerOf(s, f)
	if least := min(2, len(f.columns)); n < least {
		m.problem(data.Problem{File: s.Name, Found: "no row with the names of the columns", Allowed: known().columnNames(f)})
		t.isLost = true
		return
	}
	t.row = row + 1
	m.takeHeader(s, t, row)
	m.takeLines(s, t, row+1)
}

// takeHeader learns which column is which.
func (m *made) takeHeader(s *sheet.Sheet, t *found, row int) {
	for k, cell := range s.Rows[row] {
		title := oneLine(cell)
		name := known().columns[t.name][fold(cell)]
		i := t.column(name)
		switch {
		case title == "":
		case name == "" || i < 0:
			t.others = append(t.others, title)
			m.doubt(data.Problem{File: s.Name, Row: row + 1, Column: title, Found: "a column that is none of a dossier, which is left out", Allowed: known().columnNames(t.form)})
		case t.columns[i] >= 0:
			m.problem(data.Problem{File: s.Name, Row: row + 1, Column: title, Found: "a second column of that meaning", Allowed: "each column once", Mend: "take one of them out"})
		default:
			t.columns[i], t.headers[i] = k, title
		}
	}
}

// takeLines reads the rows below a header. A single cell below an empty row is a note
// for readers of the spreadsheet.
func (m *made) takeLines(s *sheet.Sheet, t *found, from int) {
	blank := false
	cells := make([]string, len(t.columns))
	t.lines = make([]line, 0, len(s.Rows)-from)
	for row := from; row < len(s.Rows); row++ {
		l := line{row: row + 1, sheet: s.Name, raw: s.Rows[row]}
		filled := 0
		for i, k := range t.columns {
			t.set(&l, i, m.corrected(l.at(), t.form.columns[i], t.cell(&l, i)))
			cells[i] = t.cell(&l, i)
			if k >= 0 && strings.TrimSpace(cells[i]) != "" {
				filled++
			}
		}
		if filled == 0 {
			blank = blank || row > from
			continue
		}
		if !m.samples && known().samples[sampleKeyOf(t.form, cells)] {
			continue
		}
		if blank && filled == 1 && len(t.columns) > 2 && len(t.lines) > 0 {
			m.doubt(data.Problem{File: s.Name, Row: row + 1, Found: "a note below the table, which is left out: " + quoted(strings.Join(cells, "")), Allowed: "rows of the table"})
			continue
		}
		t.lines = append(t.lines, l)
	}
}

// sampleKeyOf is a row as examples are remembered.
func sampleKeyOf(f *form, cells []string) string {
	var b strings.Builder
	b.WriteString(f.name)
	for i, c := range cells {
		if c = fold(c); c != "" {
			fmt.Fprintf(&b, "|%s=%s", f.columns[i], c)
		}
	}
	return b.String()
}

// sampleOf is the example of a form, as it is remembered.
func sampleOf(name string, say func(key string) string) string {
	f := formOf(name)
	cells := make([]string, len(f.columns))
	for i, c := range f.columns {
		cells[i] = say(sampleKey + name + "." + c)
	}
	return sampleKeyOf(f, cells)
}

// corrected is what a cell says, or what it was set to.
func (m *made) corrected(at At, name, cell string) string {
	if len(m.set) == 0 {
		return cell
	}
	if value, ok := m.set[field{at, name}]; ok {
		return value
	}
	return cell
}

// oneLine is a cell on one line, without spaces around it.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n\t\v\f\u2028\u2029") {
		return strings.TrimSpace(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\r\n\t\v\f\u2028\u2029", r) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// quoted is a value as a problem shows it.
func quoted(s string) string {
	const longest = 60
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
