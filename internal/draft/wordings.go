package draft

import (
	"fmt"
	"strings"

	"beltroad/data"
	"beltroad/internal/amount"
)

// guess asks the wording of a line for what its cells do not say.
func (m *made) guess(t *found, l *line, row *Row) {
	fill := func(name, value string) {
		if t.get(l, name) == "" && value != "" {
			t.put(l, name, value)
			row.Guessed = append(row.Guessed, name)
		}
	}
	text, value := t.get(l, "text"), t.get(l, "value")
	a, ok := amount.Guess(text)
	switch {
	case value != "" && (!ok || plainDigits(a.Value) != value): // the cell knows better
		fill("comparator", string(data.Exact))
	case value != "" && t.get(l, "comparator") != "": // that are as the wording has them, and said to be
	case !ok:
		row.Doubt, row.Part = a.Doubt, a.Part
		m.noNumber(t, l, text, a.Part)
		return
	default:
		row.Doubt, row.Part = a.Doubt, a.Part
	}
	if !ok {
		return
	}
	fill("comparator", string(a.Comparator))
	fill("value", plainDigits(a.Value))
	if bounded(data.Comparator(t.get(l, "comparator"))) && bounded(a.Comparator) {
		fill("value_max", plainDigits(a.Max))
	}
	fill("unit", m.unit(unitWord(a.Unit)))
	if row.Doubt != "" && len(m.wordings) < data.MaxProblems {
		m.wordings = append(m.wordings, inDoubt(t, l, row))
	}
}

// inDoubt tells what a wording was taken for, so that somebody looks.
func inDoubt(t *found, l *line, row *Row) data.Problem {
	taken := t.get(l, "comparator") + " " + t.get(l, "value")
	if most := t.get(l, "value_max"); most != "" {
		taken += " to " + most
	}
	p := data.Problem{File: l.sheet, Row: l.row, Column: t.header("text"), Found: unused(row.Written, row.Part) + ", taken for " + taken, Allowed: "that, if it is meant"}
	p.Mend = "or else write what is meant into " + t.header("comparator") + " and " + t.header("value")
	return p
}

// unused is a wording, and what of it was not used.
func unused(text, part string) string {
	if part == "" {
		return quoted(text)
	}
	return quoted(text) + ", of which " + quoted(part) + " is not understood"
}

// noNumber tells that a wording has no number, and that once: what else the row lacks
// would be known by it.
func (m *made) noNumber(t *found, l *line, text, part string) {
	switch {
	case text != "":
		m.wrong(t, l, "text", unused(text, part), "a wording with a number, like over 230 or 1.2 to 1.4 million", "write the number into "+t.header("value"))
	case t.has("text"):
		m.wrong(t, l, "text", "an empty cell", "the wording of the quantity, like over 230 or 1.2 to 1.4 million", "")
	}
	m.hush(l, "value", "comparator", "unit")
}

// severalNumbers tells where the two numbers of a range go that stand in one cell.
func (m *made) severalNumbers(t *found, l *line) {
	value := t.get(l, "value")
	if value == "" || strings.Trim(value, "0123456789.") == "" {
		return
	}
	if a, ok := amount.Guess(value); ok && bounded(a.Comparator) {
		m.wrong(t, l, "value", quoted(value), "one number", fmt.Sprintf("write %s here, %s into %s, and %s into %s",
			plainDigits(a.Value), plainDigits(a.Max), t.header("value_max"), known().choice("comparator", string(a.Comparator)), t.header("comparator")))
	}
}
