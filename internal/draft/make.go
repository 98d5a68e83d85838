package draft

import (
	"cmp"
	"errors"
	"fmt"
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
	lacks    bool // a sheet that it takes is not there
	problems data.Problems
	doubts   data.Problems
	files    files
	dossier  *data.Dossier
}

func (d *Draft) make() *made {
	m := &made{set: d.set, samples: d.samples, about: about{texts: map[string]string{}, rows: map[string]int{}, items: map[string]string{}}, titles: map[string]string{}}
	m.doubts = slices.Clone(d.book.Notes)
	m.find(&d.book)
	m.settle()
	for _, name := range []string{pillars, figures} {
		if m.found[name] == nil {
			m.lacks = true
			m.problem(data.Problem{File: name, Found: "no such sheet", Allowed: "a sheet of that name", Mend: "take the template"})
		}
	}
	for _, f := range forms() {
		if f.table != nil && m.found[f.name] == nil {
			m.found[f.name] = &found{form: formOf(f.name), sheet: f.name, columns: slices.Repeat([]int{-1}, len(f.columns)), headers: make([]string, len(f.columns))}
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

// wrong tells what is wrong with a cell.
func (m *made) wrong(t *found, l *line, column, found, allowed, mend string) {
	m.problem(data.Problem{File: l.sheet, Row: l.row, Column: t.header(column), Found: found, Allowed: allowed, Mend: mend})
}

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

// refer puts ids in the place of names, wherever a cell refers to a row of another
// table.
func (m *made) refer() {
	for _, to := range []string{pillars, "projects", "places", figures, statements} {
		target := target{name: to, ids: map[string]bool{}}
		m.lines(to, func(t *found, l *line) { target.ids[t.get(l, "id")] = true })
		for _, f := range forms() {
			if f.table == nil {
				continue
			}
			for k := range f.table.Columns {
				if c := &f.table.Columns[k]; c.Refers == to {
					m.lines(f.name, func(t *found, l *line) { m.referCell(t, l, c, &target) })
				}
			}
		}
	}
}

// target is a table that others refer to.
type target struct {
	name  string
	ids   map[string]bool
	names map[string]string // ids by names; nil: nobody has asked for one yet
}

// byNames are the ids of a table by the names of its rows; empty where two have one.
func (m *made) byNames(table string) map[string]string {
	all := map[string]string{}
	m.lines(table, func(t *found, l *line) {
		id := t.get(l, "id")
		all[id] = id
		for _, c := range []string{"name", "short_name", "label", "also_known_as"} {
			for name := range strings.SplitSeq(t.get(l, c), ";") {
				switch name = fold(name); {
				case name == "" || all[name] == id:
				case all[name] != "" && c != "also_known_as":
					all[name] = "" // two have it
				default:
					all[name] = id
				}
			}
		}
	})
	return all
}

func (m *made) referCell(t *found, l *line, c *data.ColumnFormat, in *target) {
	cell := t.get(l, c.Name)
	if cell == "" || in.ids[cell] {
		return
	}
	if in.names == nil {
		in.names = m.byNames(in.name)
	}
	if id := in.names[fold(cell)]; id != "" {
		t.put(l, c.Name, id)
		return
	}
	to := m.found[c.Refers]
	if len(m.problems) >= data.MaxProblems || m.lacks && !to.there() {
		return // it was told that there is no such sheet
	}
	const most = 200 // that are looked at for what is meant
	var all []string
	for i := range to.lines[:min(len(to.lines), most)] {
		of := &to.lines[i]
		all = append(all, cmp.Or(to.get(of, "name"), to.get(of, "label"), to.get(of, "id")))
	}
	shown := strings.Join(all[:min(len(all), 10)], ", ")
	m.wrong(t, l, c.Name, quoted(cell), cmp.Or(shown, "an empty cell, as there is no row to name"), data.Nearest(cell, all))
}

// check reads what was made as a dossier, and tells what is wrong with it by where it
// comes from.
func (m *made) check() {
	if m.lacks || len(m.problems) >= data.MaxProblems {
		return
	}
	var err error
	m.dossier, err = data.Open(m.files.open())
	ps, ok := errors.AsType[data.Problems](err)
	switch {
	case err == nil:
		return
	case !ok:
		m.problem(data.Problem{File: m.aboutSheet(), Found: err.Error(), Allowed: "a spreadsheet that a dossier can be made of"})
		return
	}
	told := map[string]bool{}
	for _, p := range m.problems {
		told[placeOf(p)] = true
	}
	for _, madeUp := range []bool{false, true} {
		if madeUp && len(m.problems) > 0 {
			return // what is made of cells that are wrong is wrong, too
		}
		for _, p := range ps {
			if m.isMadeUp(p) != madeUp {
				continue
			}
			if p = m.home(p); !told[placeOf(p)] {
				told[placeOf(p)] = true
				m.problem(p)
			}
		}
	}
}

// isMadeUp tells whether a problem is about what the spreadsheet does not say itself: a row
// of a sheet that it has not, or a cell that was filled in from others.
func (m *made) isMadeUp(p data.Problem) bool {
	name, table := strings.CutSuffix(p.File, ".csv")
	t, i := m.found[name], p.Row-2
	if !table || t == nil || i < 0 || i >= len(t.lines) {
		return false
	}
	return !t.there() || !t.has(p.Column) && t.get(&t.lines[i], p.Column) != ""
}

func placeOf(p data.Problem) string { return fmt.Sprintf("%s|%d|%s", p.File, p.Row, p.Column) }

// home is a problem of the files that were made, as one of the spreadsheet.
func (m *made) home(p data.Problem) data.Problem {
	p.Safe = false // which is for files
	switch name := strings.TrimSuffix(p.File, ".csv"); {
	case name != p.File && m.found[name] != nil:
		t := m.found[name]
		if name == paragraphs && !t.there() && len(t.lines) == 0 { // nothing cites one
			return data.Problem{File: m.found[figures].sheet, Found: "no rows", Allowed: "at least one figure, with the paragraph that it stands in"}
		}
		p.File = t.sheet
		if i := p.Row - 2; i >= 0 && i < len(t.lines) {
			p.File, p.Row = t.lines[i].sheet, t.lines[i].row
		}
		p.Column = t.header(p.Column)
	case p.File == data.SourcesFile:
		var at At
		at, p.Column = m.whereWork(p.Column)
		p.File, p.Row = at.Sheet, at.Row
	case p.File == data.RoutesFile && m.found[routes] != nil:
		p = m.homeList(p, "features", routes)
	case p.File == data.DescriptorFile:
		list, _, _ := strings.Cut(p.Column, "[")
		if m.found[list] != nil {
			return m.homeList(p, list, list)
		}
		p.File, p.Row = m.aboutSheet(), cmp.Or(m.about.rows[list], m.about.rows[strings.Replace(list, "licenses", "licence", 1)])
	case p.File != "":
		p.File = m.aboutSheet()
	}
	return p
}

// homeList is a problem of an entry of a list, as one of the sheet that it comes from.
func (m *made) homeList(p data.Problem, list, name string) data.Problem {
	t := m.found[name]
	p.File = t.sheet
	if i := entryOf(strings.TrimPrefix(p.Column, list)); i >= 0 && i < len(t.lines) {
		p.Row = t.lines[i].row
		p.Column = p.Column[strings.LastIndexByte(p.Column, '.')+1:]
	}
	return p
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
