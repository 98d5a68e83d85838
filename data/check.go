package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"beltroad/data/internal/schema"
)

// checkRefs reports cells that refer to nothing, in a table that was read after
// them.
func (r *reader) checkRefs() {
	for _, ref := range r.refs {
		ref.check(r.tables[ref.column.Refers])
	}
}

// check tells whether a cell refers to a row, and reports it if there is none.
// A table that could not be read whole refutes no cell: the row may be the one
// that is broken.
func (r ref) check(target *table) bool {
	if !target.complete {
		return false
	}
	_, ok := target.keys[r.key]
	if !ok {
		r.report.add(Problem{
			File: r.file, Row: r.row, Column: r.column.Name,
			Found: quoted(r.key), Allowed: target.Key[0] + " of a row in " + target.file, Mend: nearestKey(r.key, target.keys),
		})
	}
	return ok
}

// nearestKey is the key that is most like another, in a table that is small
// enough to look through.
func nearestKey(key string, keys map[string]int32) string {
	const few = 2000
	if len(keys) > few || strings.Trim(key, "0123456789") == "" { // any number is like others
		return ""
	}
	return nearest(key, slices.Sorted(maps.Keys(keys)))
}

// checkCycles reports statements that stand under themselves, each cycle once.
func (r *reader) checkCycles(statements []Statement) {
	parents := make(map[string]string, len(statements))
	for i := range statements {
		parents[statements[i].ID] = statements[i].Parent
	}
	seenFrom := make(map[string]int, len(statements)) // the walk that met it, from 1
	for i := range statements {
		id := statements[i].ID
		for ; id != "" && seenFrom[id] == 0; id = parents[id] {
			seenFrom[id] = i + 1
		}
		if id != "" && seenFrom[id] == i+1 {
			r.reportCycle(parents, id)
		}
	}
}

func (r *reader) reportCycle(parents map[string]string, start string) {
	const shown = 5 // statements; enough to find the others
	chain := []string{start}
	for id := parents[start]; ; id = parents[id] {
		chain = append(chain, id)
		if id == start {
			break
		}
		if len(chain) == shown {
			chain = append(chain, "…")
			break
		}
	}
	t := r.tables[schema.Statements]
	t.add(int(t.keys[start]), "parent", "a circle: "+strings.Join(chain, " under "), "a statement that does not stand under this one")
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
			r.descriptorProblem(fmt.Sprintf("headline[%d]", i), quoted(id), "id of a row in "+figures.file)
		}
	}
}
