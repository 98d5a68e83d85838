package compare

import (
	"strconv"
	"strings"

	"beltroad/data"
	diff "beltroad/internal/compare"
)

// said is a cell as people read it: what is a word of the format or an id in the
// table is the name that the app has for it.
func (l *list) said(table, field, cell string) string {
	if cell == "" {
		return ""
	}
	if name, ok := l.word(table, field, cell); ok {
		return name
	}
	switch field {
	case "claims":
		return l.each(cell, func(c string) string { return l.words.Claim(data.Claim(c)) })
	case "countries":
		return l.each(cell, l.words.Country)
	case "headline":
		return l.each(cell, func(id string) string {
			f, ok := l.dossier.Figure(id)
			return nameOr(f.Label, id, ok)
		})
	case "paragraph":
		return "¶" + cell
	case "paragraphs":
		return l.each(cell, func(n string) string { return "¶" + n })
	case "start", "period_start", "period_end", "as_of", "date", "issued", "original-date", "accessed":
		if d, err := data.ParseDate(cell); err == nil {
			return l.words.Date(d)
		}
	case "value", "value_max":
		if x, err := strconv.ParseFloat(cell, 64); err == nil {
			return l.words.Fixed(x, digitsAfter(cell))
		}
	}
	return cell
}

// word is the name of a word of the format, of the dossier's own or of a record.
func (l *list) word(table, field, cell string) (string, bool) {
	d, w := l.dossier, l.words
	if say, ok := map[string]func(string) string{
		"claim": func(c string) string { return w.Claim(data.Claim(c)) }, "status": w.Status, "unit": w.Unit, "country": w.Country,
		"section": w.Section, "layer": w.Layer,
	}[field]; ok {
		return say(cell), true
	}
	switch field {
	case "comparator", "relation", "independence":
		return w.Say(field + "." + cell), true
	case "role":
		if table == diff.ProjectPlaces {
			return w.Role(cell), true
		}
		return w.Say("compare.role." + cell), true
	case "kind":
		return l.kind(table, cell), true
	case "line", "form", "shape", "band", "overview", "schematic":
		if key := "compare.cell." + cell; w.Has(key) {
			return w.Say(key), true
		}
	}
	return recordNamed(d, field, cell)
}

// kind is the name of a kind of project, place or paragraph.
func (l *list) kind(table, cell string) string {
	switch table {
	case diff.Projects:
		return l.words.Kind(cell)
	case diff.Places:
		return l.words.PlaceKind(cell)
	}
	return l.words.Say("compare.paragraph." + cell)
}

// recordNamed is the name of the record that a column refers to, in the open dossier.
func recordNamed(d *data.Dossier, field, id string) (string, bool) {
	switch field {
	case "pillar":
		p, ok := d.Pillar(id)
		return p.ShortName, ok
	case "project":
		p, ok := d.Project(id)
		return p.Name, ok
	case "figure":
		f, ok := d.Figure(id)
		return f.Label, ok
	case "place":
		p, ok := d.Place(id)
		return p.Name, ok
	case "parent":
		s, ok := d.Statement(id)
		return s.Text, ok
	case "source", "presented":
		s, ok := d.Source(id)
		return s.Title, ok
	}
	return "", false
}

// each has the items of a list said.
func (l *list) each(cell string, say func(string) string) string {
	var all []string
	for item := range strings.SplitSeq(cell, ";") {
		all = append(all, say(strings.TrimSpace(item)))
	}
	return strings.Join(all, "; ")
}

func nameOr(name, id string, ok bool) string {
	if !ok {
		return id
	}
	return name
}

// digitsAfter is how many digits a number has after its point.
func digitsAfter(number string) int {
	_, after, _ := strings.Cut(number, ".")
	return len(after)
}
