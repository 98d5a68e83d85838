package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"beltroad/data"
	"beltroad/internal/amount"
)

// The sections of a text that says nothing of its own.
const (
	bodySection    = "body"
	pledgedSection = "pledged"
)

// anyUnit is what may stand in a column of units.
const anyUnit = "what is counted in, like people, km or %"

// gap stands for what nobody has written yet, in any language.
const gap = "…"

// fillFigures reads wordings, and fills in what a spreadsheet need not say.
func (m *made) fillFigures() {
	m.rows = make([]Row, 0, len(m.found[figures].lines))
	m.lines(figures, func(t *found, l *line) {
		row := Row{At: l.at(), Written: t.get(l, "text"), Guessed: nil}
		m.quantity(t, l, &row)
		for column, otherwise := range map[string]string{"claim": string(data.Reported), "counts": t.get(l, "label")} {
			if t.get(l, column) == "" {
				t.put(l, column, otherwise)
			}
		}
		if t.get(l, "label") == "" && t.get(l, "counts") != "" {
			t.put(l, "label", t.get(l, "counts"))
		}
		if t.get(l, "label") == "" {
			m.hush(l, "counts") // which it would be, too
		}
		if last := len(m.rows) - 1; last >= 0 && slices.Equal(m.rows[last].Guessed, row.Guessed) {
			row.Guessed = m.rows[last].Guessed // as in most rows
		}
		m.rows = append(m.rows, row)
	})
	m.lines("second_sources", func(t *found, l *line) {
		if t.get(l, "value")+t.get(l, "comparator")+t.get(l, "unit") == "" || !t.has("value") {
			return // it gives no number
		}
		m.quantity(t, l, &Row{Written: t.get(l, "text")})
	})
}

// quantity fills value, comparator and unit of a line: from its cells, or else from
// its wording.
func (m *made) quantity(t *found, l *line, row *Row) {
	get := func(name string) string { return t.get(l, name) }
	if get("text") == "" {
		t.put(l, "text", get("value"))
	}
	t.put(l, "unit", m.unit(get("unit")))
	m.severalNumbers(t, l)
	if get("value") == "" || get("comparator") == "" || get("unit") == "" {
		m.guess(t, l, row)
	}
	if data.Comparator(get("comparator")) == data.Rank {
		t.put(l, "unit", string(data.Rank))
	}
	if get("unit") == "" && get("value") != "" {
		m.wrong(t, l, "unit", "an empty cell", anyUnit, "")
	}
}

// unit is how a unit is spelled: as the sheet of units has it or, without such a sheet, as
// it is usually written.
func (m *made) unit(unit string) string {
	if unit == "" {
		return ""
	}
	usual := amount.Unit(unit)
	t := m.found[units]
	if t == nil {
		return usual
	}
	if slices.ContainsFunc(t.lines, func(l line) bool { return t.get(&l, "id") == unit }) {
		return unit
	}
	for i := range t.lines {
		if id := t.get(&t.lines[i], "id"); amount.Unit(id) == usual {
			return id
		}
	}
	return unit
}

// bounded tells whether a comparator goes from a number to another.
func bounded(c data.Comparator) bool { return c == data.Range || c == data.Order }

func plainDigits(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// unitWord is the unit that a wording names, if it is short enough to be one.
func unitWord(unit string) string {
	const longest = 40
	unit = strings.TrimSpace(unit)
	if utf8.RuneCountInString(unit) > longest {
		return ""
	}
	return unit
}

// describeRows tells how the figures are understood in the end.
func (m *made) describeRows() {
	t, p := m.found[figures], m.found[pillars]
	names := map[string]string{}
	for i := range p.lines {
		names[p.get(&p.lines[i], "id")] = p.get(&p.lines[i], "name")
	}
	for i := range t.lines {
		l, r := &t.lines[i], &m.rows[i]
		value, bad := strconv.ParseFloat(t.get(l, "value"), 64)
		most, open := strconv.ParseFloat(t.get(l, "value_max"), 64) // 0 where there is none
		r.ID, r.Label = t.get(l, "id"), t.get(l, "label")
		r.Quantity = data.Quantity{
			Text: t.get(l, "text"), Value: value, Max: most, Comparator: data.Comparator(t.get(l, "comparator")),
			Unit: t.get(l, "unit"), Counts: t.get(l, "counts"),
		}
		r.Valued = bad == nil
		c := r.Quantity.Comparator
		r.Understood = r.Valued && c != "" && r.Quantity.Unit != "" && (open == nil || !bounded(c))
		r.Pillar, r.Claim, r.Paragraph = names[t.get(l, "pillar")], data.Claim(t.get(l, "claim")), cited(t.get(l, "paragraph"))
	}
}

// fillStatements makes promises of what nothing else is said of.
func (m *made) fillStatements() {
	m.lines(statements, func(t *found, l *line) {
		if t.get(l, "claim") == "" {
			t.put(l, "claim", string(data.Commitment))
		}
		if t.get(l, "section") == "" {
			section := bodySection
			if t.get(l, "claim") == string(data.Commitment) {
				section = pledgedSection
				m.titles[section] = t.title
			}
			t.put(l, "section", section)
		}
	})
}

// fillPillars gives pillars an order, a short name and the paragraphs that speak of
// them.
func (m *made) fillPillars() {
	citing := map[string][]int{}
	for _, name := range []string{figures, statements, "projects"} {
		m.lines(name, func(t *found, l *line) {
			p := t.get(l, "pillar")
			for n := range strings.SplitSeq(t.get(l, "paragraph")+t.get(l, "paragraphs"), ";") {
				if n := cited(n); n > 0 && p != "" {
					citing[p] = append(citing[p], n)
				}
			}
		})
	}
	next := 0
	m.lines(pillars, func(t *found, l *line) {
		if n, err := strconv.Atoi(t.get(l, "order")); err == nil {
			next = max(next, n)
		}
	})
	m.lines(pillars, func(t *found, l *line) {
		name := t.get(l, "name")
		if name == "" {
			m.hush(l, "short_name") // which it would be, too
		}
		if t.get(l, "order") == "" {
			next++
			t.put(l, "order", strconv.Itoa(next))
		}
		if t.get(l, "short_name") == "" {
			t.put(l, "short_name", short(name))
		}
		if t.get(l, "summary") == "" {
			t.put(l, "summary", cmp.Or(name, gap))
			m.doubt(data.Problem{File: l.sheet, Row: l.row, Column: t.header("summary"), Found: "an empty cell", Allowed: "what the text says about it, in your own words"})
		}
		if t.get(l, "paragraphs") == "" {
			all := citing[t.get(l, "id")]
			slices.Sort(all)
			t.put(l, "paragraphs", joined(slices.Compact(all)))
		}
	})
}

func joined(numbers []int) string {
	const most = 100
	parts := make([]string, 0, len(numbers))
	for _, n := range numbers[:min(len(numbers), most)] {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, ";")
}

// short is the beginning of a name, to the end of a word.
func short(name string) string {
	const longest = 24
	runes := []rune(name)
	if len(runes) <= longest {
		return name
	}
	cut := string(runes[:longest])
	if i := strings.LastIndexByte(cut, ' '); i > longest/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-") + gap
}

// citation is what the spreadsheet says of a paragraph that it has no row for.
type citation struct {
	at       At
	pillars  []string
	sections []string
	texts    []string
}

// fillParagraphs makes a row for each paragraph from the first to the last that is
// cited, out of what rests on it.
func (m *made) fillParagraphs() {
	t := m.found[paragraphs]
	have := map[int]bool{}
	for i := range t.lines {
		l := &t.lines[i]
		if t.get(l, "n") == "" {
			t.put(l, "n", strconv.Itoa(i+1))
		}
		have[cited(t.get(l, "n"))] = true
		m.fillParagraph(t, l, nil)
	}
	citations := map[int]*citation{}
	last := 0
	for _, f := range forms() {
		if m.found[f.name] == nil || f.name == paragraphs {
			continue
		}
		m.lines(f.name, func(of *found, l *line) {
			for _, column := range []string{"paragraph", "paragraphs"} {
				for item := range strings.SplitSeq(of.get(l, column), ";") {
					if n := cited(item); n > 0 {
						last = max(last, n)
						cite(citations, n, of, l)
					} else if _, err := strconv.Atoi(item); err == nil && !t.there() {
						m.wrong(of, l, column, quoted(item), fmt.Sprintf("the number of a paragraph, from 1 to %d", mostCited), "")
					}
				}
			}
		})
	}
	made := false
	for n := 1; n <= last; n++ {
		if have[n] {
			continue
		}
		made = true
		c := citations[n]
		if c == nil {
			c = &citation{}
		}
		l := line{row: c.at.Row, sheet: cmp.Or(c.at.Sheet, t.sheet), own: make([]string, len(t.form.columns))}
		t.put(&l, "n", strconv.Itoa(n))
		m.fillParagraph(t, &l, c)
		t.lines = append(t.lines, l)
	}
	if made {
		slices.SortStableFunc(t.lines, func(a, b line) int { return cmp.Compare(cited(t.get(&a, "n")), cited(t.get(&b, "n"))) })
	}
}

func cite(citations map[int]*citation, n int, t *found, l *line) {
	c := citations[n]
	if c == nil {
		c = &citation{at: l.at()}
		citations[n] = c
	}
	const most = 20 // of a paragraph
	if len(c.texts) >= most {
		return
	}
	if p := t.get(l, "pillar"); p != "" {
		c.pillars = append(c.pillars, p)
	}
	switch t.name {
	case figures:
		c.texts = append(c.texts, sentence(t.get(l, "label")+": "+t.get(l, "text")))
		c.sections = append(c.sections, bodySection)
	case statements:
		c.texts = append(c.texts, sentence(t.get(l, "text")))
		c.sections = append(c.sections, t.get(l, "section"))
	}
}

// sentence is a text with its end, as long as somebody reads.
func sentence(s string) string {
	const longest = 600
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + gap
	}
	if r, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?。！？…", r) {
		return s
	}
	return s + "."
}

// fillParagraph fills in what a row does not say; c is nil for one of a sheet, whose
// author has to say what stands there.
func (m *made) fillParagraph(t *found, l *line, c *citation) {
	fill := func(column, value string) {
		if t.get(l, column) == "" {
			t.put(l, column, value)
		}
	}
	section := bodySection
	if c != nil {
		if len(c.sections) > 0 && !slices.Contains(c.sections, bodySection) {
			section = c.sections[0]
		}
		if len(c.pillars) > 0 && !slices.ContainsFunc(c.pillars, func(p string) bool { return p != c.pillars[0] }) {
			fill("pillar", c.pillars[0])
		}
		fill("summary", cmp.Or(strings.Join(c.texts, " "), gap))
	}
	fill("section", section)
	fill("kind", "body")
}
