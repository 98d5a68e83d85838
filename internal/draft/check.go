package draft

import (
	"errors"
	"fmt"
	"strings"

	"beltroad/data"
)

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
			if m.isMadeUp(p) != madeUp || m.follows(p) {
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
	t, l := m.lineOf(p)
	switch {
	case p.File == data.DescriptorFile:
		list := listOf(p.Column)
		return m.about.rows[list] == 0 && m.found[list] == nil
	case l == nil:
		return m.saysNothing(p)
	case t.name == pillars && p.Column == "paragraphs" && t.get(l, p.Column) == "":
		return true // those of what names it
	}
	return !t.there() || !t.has(p.Column) && t.get(l, p.Column) != ""
}

// saysNothing tells a problem that no paragraph is cited.
func (m *made) saysNothing(p data.Problem) bool {
	t := m.found[paragraphs]
	return p.File == paragraphs+".csv" && !t.there() && len(t.lines) == 0
}

// lineOf is the line that a problem of the files that were made is about; nil: none.
func (m *made) lineOf(p data.Problem) (*found, *line) {
	name, table := strings.CutSuffix(p.File, ".csv")
	t, i := m.found[name], p.Row-2
	if !table || t == nil || i < 0 || i >= len(t.lines) {
		return nil, nil
	}
	return t, &t.lines[i]
}

// follows tells whether a problem is told already, or follows from one that is.
func (m *made) follows(p data.Problem) bool {
	_, l := m.lineOf(p)
	return l != nil && m.isTold(l, p.Column)
}

func placeOf(p data.Problem) string { return fmt.Sprintf("%s|%d|%s", p.File, p.Row, p.Column) }

// home is a problem of the files that were made, as one of the spreadsheet.
func (m *made) home(p data.Problem) data.Problem {
	p.Safe = false // which is for files
	switch name := strings.TrimSuffix(p.File, ".csv"); {
	case m.saysNothing(p):
		return data.Problem{File: m.found[figures].sheet, Found: "no rows", Allowed: "at least one figure, with the paragraph that it stands in"}
	case name != p.File && m.found[name] != nil:
		p = m.homeTable(p, m.found[name])
	case p.File == data.SourcesFile:
		var at At
		at, p.Column = m.whereWork(p.Column)
		p.File, p.Row = at.Sheet, at.Row
		if t := m.found[sources]; t != nil && p.File == t.sheet && t.column(p.Column) >= 0 && !t.has(p.Column) {
			return t.lacking(p.Column)
		}
	case p.File == data.RoutesFile && m.found[routes] != nil:
		p = m.homeList(p, "features", routes)
	case p.File == data.DescriptorFile:
		list := listOf(p.Column)
		if m.found[list] != nil {
			return m.homeList(p, list, list)
		}
		p.File, p.Row, p.Column = m.aboutSheet(), m.about.rows[list], m.about.header(list)
	case p.File != "":
		p.File = m.aboutSheet()
	}
	return p
}

// listOf is the list that a member of the descriptor is in, or the line of the sheet about
// that tells it.
func listOf(member string) string {
	list, _, _ := strings.Cut(member, "[")
	if list == "licenses" {
		return "licence"
	}
	return list
}

// homeTable is a problem of a table, as one of the sheet that it comes from.
func (m *made) homeTable(p data.Problem, t *found) data.Problem {
	_, l := m.lineOf(p)
	p.File = t.sheet
	if l != nil {
		p.File, p.Row = l.sheet, l.row
	}
	_, c := t.table.Column(p.Column)
	p.Column = t.header(p.Column)
	if c == nil {
		return p
	}
	switch {
	case known().said[c.Name+"."+p.Mend] != "":
		p.Allowed, p.Mend = known().choices(c), known().said[c.Name+"."+p.Mend]
	case known().words[c.Name] != nil:
		p.Allowed = known().choices(c)
	case c.Words == data.UnitWords && m.found[units] == nil: // of which there are those that are used
		p.Allowed, p.Mend = anyUnit, ""
	case c.Refers != "":
		p.Allowed = strings.Replace(p.Allowed, c.Refers+".csv", m.found[c.Refers].sheet, 1)
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
		if t.column(p.Column) >= 0 && !t.has(p.Column) {
			return t.lacking(p.Column)
		}
	}
	return p
}
