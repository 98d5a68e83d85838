package data

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"beltroad/data/internal/schema"
)

// checkRefs reports cells that refer to nothing, in a table that was read after
// them.
func (r *reader) checkRefs() {
	waiting := r.refs[:0]
	for i, ref := range r.refs {
		if !r.goesOn(i) {
			return
		}
		if target := r.tables[ref.column.Refers]; target.read {
			ref.check(target)
		} else {
			waiting = append(waiting, ref)
		}
	}
	r.refs = waiting
}

// check tells whether a cell refers to a row, and reports it if there is none,
// or if it is no key and means one. A table that could not be read whole refutes
// no cell: the row may be the one that is broken.
func (r ref) check(target *table) bool {
	_, ok := target.keys[r.key]
	switch {
	case r.cell != "" && (ok || !target.complete):
		r.report.add(Problem{
			File: r.file, Row: r.row, Column: r.column.Name, Found: quoted(r.cell), Allowed: allowed(r.column), Mend: r.key, Safe: ok,
		})
	case !ok && target.complete:
		r.report.add(Problem{
			File: r.file, Row: r.row, Column: r.column.Name,
			Found: quoted(cmp.Or(r.cell, r.key)), Allowed: target.keyOfRow(), Mend: target.likelyKey(r.key),
		})
	}
	return ok
}

// rowOfKey is the row of a position.
func (t *table) rowOfKey(position int32) int { return t.moved.row(int(position) - firstRow) }

// keyOfRow is what refers to a row: its key, and which there are, if they are few.
func (t *table) keyOfRow() string {
	said := t.Key[0] + " of a row in " + t.file
	if len(t.keys) == 0 || len(t.keys) > MostNamed {
		return said
	}
	all := slices.SortedFunc(maps.Keys(t.keys), func(a, b string) int { return cmp.Compare(t.keys[a], t.keys[b]) })
	return said + ": " + strings.Join(all, ", ")
}

// likelyKey is the key that another likely means, if the table is small enough to look
// through.
func (t *table) likelyKey(key string) string {
	const few = 2000
	if t.report.mends || len(t.keys) > few || strings.Trim(key, "0123456789") == "" { // any number is like others
		return ""
	}
	return likely(key, slices.Sorted(maps.Keys(t.keys)))
}

// checkCycles reports statements that stand under themselves, each cycle once.
func (r *reader) checkCycles(statements []Statement) {
	parents := make([]int32, len(statements)) // -1: none
	for i := range statements {
		if !r.goesOn(i) || r.stopped() {
			return
		}
		parents[i] = -1
		if at, ok := r.tables[schema.Statements].keys[statements[i].Parent]; ok {
			parents[i] = at - firstRow
		}
	}
	seenFrom := make([]int, len(statements)) // the walk that met it, from 1
	for i := range statements {
		if !r.goesOn(i) {
			return
		}
		at := int32(i) // #nosec G115 -- no file is large enough for more
		for ; at >= 0 && seenFrom[at] == 0; at = parents[at] {
			seenFrom[at] = i + 1
		}
		if at >= 0 && seenFrom[at] == i+1 {
			r.reportCycle(statements, parents, at)
		}
	}
}

func (r *reader) reportCycle(statements []Statement, parents []int32, start int32) {
	const shown = 5 // statements; enough to find the others
	chain := []string{statements[start].ID}
	for at := parents[start]; ; at = parents[at] {
		chain = append(chain, statements[at].ID)
		if at == start {
			break
		}
		if len(chain) == shown {
			chain = append(chain, "…")
			break
		}
	}
	t := r.tables[schema.Statements]
	t.add(t.moved.row(int(start)), "parent", "a circle: "+strings.Join(chain, " under "), "a statement that does not stand under this one")
}

// checkHeadline reports the figures that the descriptor puts first but the
// ledger does not have.
func (r *reader) checkHeadline(headline []string) {
	figures := r.tables[schema.Figures]
	first := make(map[string]int, len(headline))
	for i, id := range headline {
		if r.stopped() {
			return
		}
		if j, ok := first[id]; ok {
			r.descriptorProblem(fmt.Sprintf("headline[%d]", i), fmt.Sprintf("%s, as in headline[%d]", quoted(id), j), "each figure once")
			continue
		}
		first[id] = i
		if _, ok := figures.keys[id]; !ok && figures.complete {
			meant := plainID(id)
			if _, ok := figures.keys[meant]; !ok || slices.Contains(headline, meant) {
				meant = ""
			}
			headline[i] = r.member(Problem{File: descriptorFile, Column: fmt.Sprintf("headline[%d]", i), Allowed: figures.keyOfRow(), Mend: figures.likelyKey(id)}, id, meant)
		}
	}
}
