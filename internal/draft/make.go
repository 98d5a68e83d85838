package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
)

// made is what a draft comes to.
type made struct {
	set      map[field]string
	samples  bool
	found    map[string]*found
	about    about
	workRows []line // of the sources, in their order
	titles   map[string]string
	rows     []Row
	lacks    bool           // a sheet that it takes is not there
	told     map[field]bool // cells of which nothing is told any more: it is, or it follows from what is
	problems data.Problems
	doubts   data.Problems
	wordings data.Problems // whose meaning is in doubt
	files    files
	dossier  *data.Dossier
}

func (d *Draft) make() *made {
	m := &made{set: d.set, samples: d.samples, about: about{texts: map[string]string{}, rows: map[string]int{}, items: map[string]string{}}, titles: map[string]string{}, told: map[field]bool{}}
	m.doubts = slices.Clone(d.book.Notes)
	m.find(&d.book)
	m.settle()
	for _, name := range []string{pillars, figures} {
		if m.found[name] == nil {
			m.lacks = true
			m.problem(data.Problem{File: known().title(name), Found: "no such sheet", Allowed: "a sheet of that name", Mend: "take the template"})
		}
	}
	for _, f := range forms() {
		if f.table != nil && m.found[f.name] == nil {
			m.found[f.name] = newFound(formOf(f.name), known().title(f.name))
			m.found[f.name].isLost = f.name == pillars || f.name == figures
		}
	}
	m.plain()
	m.identify()
	m.refer()
	m.fillFigures()
	m.fillStatements()
	m.fillParagraphs()
	m.fillPillars()
	m.describeRows()
	m.cover()
	m.pack()
	m.check()
	slices.SortStableFunc(m.problems, func(a, b data.Problem) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row)) })
	return m
}

func (m *made) problem(p data.Problem) {
	if len(m.problems) < data.MaxProblems {
		m.problems = append(m.problems, p)
	}
}

func (m *made) doubt(p data.Problem) {
	if len(m.doubts) < data.MaxProblems {
		m.doubts = append(m.doubts, p)
	}
}

// wrong tells what is wrong with a cell, once.
func (m *made) wrong(t *found, l *line, column, found, allowed, mend string) {
	if m.isTold(l, column) {
		return
	}
	m.hush(l, column)
	m.problem(data.Problem{File: l.sheet, Row: l.row, Column: t.header(column), Found: found, Allowed: allowed, Mend: mend})
}

// hush has nothing told of cells, as it follows from what is.
func (m *made) hush(l *line, columns ...string) {
	if len(m.problems) >= data.MaxProblems { // which are all that are told
		return
	}
	for _, c := range columns {
		m.told[field{l.at(), c}] = true
	}
}

func (m *made) isTold(l *line, column string) bool { return m.told[field{l.at(), column}] }

// lines calls a function for each line of a table.
func (m *made) lines(name string, each func(t *found, l *line)) {
	t := m.found[name]
	for i := range t.lines {
		each(t, &t.lines[i])
	}
}

// plain brings all cells into the form of their columns, and refuses what a formula
// could not find.
func (m *made) plain() {
	for _, f := range forms() {
		t := m.found[f.name]
		if t == nil {
			continue
		}
		for i := range t.lines {
			l := &t.lines[i]
			for k := range f.columns {
				switch cell := t.cell(l, k); {
				case isError(cell):
					m.wrong(t, l, f.columns[k], quoted(cell), "the result of the formula", "mend the formula, or write the result")
					t.set(l, k, "")
				case f.table != nil:
					t.set(l, k, plainCell(&f.table.Columns[k], cell))
				default:
					t.set(l, k, oneLine(cell))
				}
			}
		}
	}
}

// isError tells what a spreadsheet shows where a formula has no result.
func isError(cell string) bool {
	switch strings.TrimSpace(cell) {
	case "#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!":
		return true
	}
	return strings.HasPrefix(cell, "Err:5")
}

// identify gives each row of a table an id.
func (m *made) identify() {
	for table, by := range map[string][]string{
		pillars: {"name", "short_name"}, figures: {"label", "text"}, statements: {"text"}, "projects": {"name"},
		"events": {"label", "date"}, "places": {"name"}, "second_sources": {"figure", "source"}, "synonyms": {"words"},
	} {
		word := strings.TrimSuffix(strings.ReplaceAll(table, "_", "-"), "s")
		taken := ids{}
		m.lines(table, func(t *found, l *line) {
			if id := t.get(l, "id"); id != "" {
				taken[id]++ // a second one is refused
			}
		})
		m.lines(table, func(t *found, l *line) {
			if t.get(l, "id") != "" {
				return
			}
			name := ""
			for _, c := range by {
				if name = t.get(l, c); name != "" {
					break
				}
			}
			t.put(l, "id", taken.free(proposed(name, word)))
		})
	}
}

// entryOf is which entry of a list a member is in, as in [2].title; -1: none.
func entryOf(member string) int {
	inside, _, ok := strings.Cut(strings.TrimPrefix(member, "["), "]")
	i, err := strconv.Atoi(inside)
	if !ok || err != nil {
		return -1
	}
	return i
}

// cited is the number of a paragraph; 0: none that can be one.
func cited(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil || n < 1 || n > mostCited {
		return 0
	}
	return n
}
