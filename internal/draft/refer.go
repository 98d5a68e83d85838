package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"beltroad/data"
)

// refer puts ids in the place of names, wherever a cell refers to a row of another
// table.
func (m *made) refer() {
	for _, to := range []string{pillars, "projects", "places", figures, statements} {
		target := target{name: to, ids: map[string]bool{}}
		m.lines(to, func(t *found, l *line) { target.ids[t.get(l, "id")] = true })
		if to == pillars && !m.found[to].has("id") { // of which the name is the key
			target.named = m.byNames(to)
			m.lines(to, func(t *found, l *line) { m.tellTwice(&target, fold(t.get(l, "name"))) })
		}
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
	named map[string]named // nil: nobody has asked for one yet
}

// named are the rows that have a name, in one column.
type named struct {
	column string
	id     string // of the first
	rows   []*line
}

// byNames are the rows of a table by their names. That of a column that comes first is
// meant: a short name is another's only where no row has it as its name.
func (m *made) byNames(table string) map[string]named {
	all := map[string]named{}
	for _, c := range []string{"id", "name", "label", "short_name", "also_known_as"} {
		m.lines(table, func(t *found, l *line) {
			for name := range strings.SplitSeq(t.get(l, c), ";") {
				if c != "id" {
					name = fold(name)
				}
				of, known := all[name]
				switch {
				case name == "":
				case !known:
					all[name] = named{c, t.get(l, "id"), []*line{l}}
				case of.column == c && c != "id" && c != "also_known_as" && of.rows[len(of.rows)-1] != l:
					of.rows = append(of.rows, l)
					all[name] = of
				}
			}
		})
	}
	return all
}

// tellTwice tells of each row that has the name of another, which cells mean by it.
func (m *made) tellTwice(in *target, name string) {
	of, t := in.named[name], m.found[in.name]
	for _, l := range of.rows[min(len(of.rows), 1):] {
		m.wrong(t, l, of.column, fmt.Sprintf("%s, as in row %d", quoted(t.get(l, of.column)), of.rows[0].row), "a name that no other row has: cells name rows by it", "")
	}
}

// byName is the id of the row that a name means; empty: of none. A name that several
// have is told where they stand, not where one is meant.
func (m *made) byName(in *target, name string) string {
	if in.named == nil {
		in.named = m.byNames(in.name)
	}
	if of, ok := in.named[name]; ok && of.column == "id" {
		return of.id
	}
	of, ok := in.named[fold(name)]
	if ok {
		m.tellTwice(in, fold(name))
	}
	return of.id
}

func (m *made) referCell(t *found, l *line, c *data.ColumnFormat, in *target) {
	cell := t.get(l, c.Name)
	if cell == "" || in.ids[cell] {
		return
	}
	if id := m.byName(in, cell); id != "" {
		t.put(l, c.Name, id)
		return
	}
	to := m.found[c.Refers]
	if len(m.problems) >= data.MaxProblems || to.isLost || !to.hasNames() {
		m.hush(l, c.Name) // it is told that there is no such sheet, or that it has no such column
		return
	}
	const most = 200 // that are looked at for what is meant
	var all []string
	for i := range to.lines[:min(len(to.lines), most)] {
		of := &to.lines[i]
		if name := cmp.Or(to.get(of, "name"), to.get(of, "label"), to.get(of, "id")); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	shown := strings.Join(all[:min(len(all), data.MostNamed)], ", ")
	if len(all) > data.MostNamed {
		shown += ", " + gap
	}
	m.wrong(t, l, c.Name, quoted(cell), cmp.Or(shown, "an empty cell, as there is no row to name"), data.Likely(cell, all))
}

// hasNames tells whether the rows of a sheet can be meant by something.
func (f *found) hasNames() bool {
	return f.row == 0 || f.has("id") || f.has("name") || f.has("label")
}
