package draft

import (
	"fmt"

	"beltroad/data"
)

// cover tells which columns are missing that a dossier has to have, each once, and puts
// something that can be read into their cells, and into others that are told to be wrong:
// nothing that follows from them is told, and all else is. Nobody gets what is made of it.
func (m *made) cover() {
	for _, f := range forms() {
		t := m.found[f.name]
		if f.table == nil || !t.there() {
			continue
		}
		for k := range f.table.Columns {
			if c := &f.table.Columns[k]; c.Required {
				m.coverColumn(t, c)
			}
		}
	}
}

func (m *made) coverColumn(t *found, c *data.ColumnFormat) {
	lacks := false
	m.lines(t.name, func(t *found, l *line) {
		if t.get(l, c.Name) != "" {
			return
		}
		if !m.isTold(l, c.Name) {
			if t.has(c.Name) || t.name == pillars && c.Name == "paragraphs" { // which a row has of those that name it
				return // it is told where it is
			}
			lacks = true
			m.hush(l, c.Name)
		}
		t.put(l, c.Name, m.coverOf(c))
	})
	if lacks {
		m.problem(t.lacking(c.Name))
	}
}

// lacking is the problem that a sheet has no such column.
func (f *found) lacking(name string) data.Problem {
	p := data.Problem{File: f.sheet, Row: f.row, Column: f.header(name), Found: "no such column", Allowed: known().columnNames(f.form)}
	if near := data.Likely(p.Column, f.others); near != "" {
		p.Mend = fmt.Sprintf("call the column %s that", quoted(near))
	}
	return p
}

// coverOf is what a cell of a column may hold.
func (m *made) coverOf(c *data.ColumnFormat) string {
	if to := m.found[c.Refers]; to != nil && len(to.lines) > 0 {
		return to.get(&to.lines[0], to.table.Key[0])
	}
	if c.Enum != nil {
		return c.Enum[0]
	}
	switch c.Type {
	case data.IntegerCell, data.IntegersCell, data.NumberCell:
		return "1"
	case data.DateCell:
		return "2000"
	}
	return gap
}
