package search

import (
	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// invite are lines while nothing is asked for: what was looked for last, and what
// may be. Ask is told the text of one that is chosen.
func invite(d *data.Dossier, w *record.Words, last Memory, ask func(text string), forgotten func()) []line {
	var lines []line
	add := func(head string, texts []string) {
		if len(texts) > 0 {
			lines = append(lines, line{head: w.Say(head)})
		}
		for _, text := range texts {
			lines = append(lines, plain(text, func() { ask(text) }))
		}
	}
	before := last.Searches()
	if add("find.last", before); len(before) > 0 {
		lines = append(lines, plain(w.Say("find.forget"), func() {
			last.Forget()
			forgotten()
		}))
	}
	add("find.examples", examples(d, w))
	return lines
}

// plain is a line of words that does something.
func plain(words string, do func()) line {
	return line{said: func() (mark, label string) { return "", words }, words: func() (title, body []ui.Run) { return []ui.Run{{Text: words}}, nil }, do: func(bool) { do() }}
}

// examples are texts that find something in a dossier: another name of a project,
// a country, the largest number, a paragraph, and a filter.
func examples(d *data.Dossier, w *record.Words) []string {
	var all []string
	country := ""
	for _, p := range d.Projects() {
		if len(all) == 0 && len(p.AlsoKnownAs) > 0 {
			all = append(all, p.AlsoKnownAs[0])
		}
		if n := len(p.Countries); country == "" && n > 1 {
			country = w.Country(p.Countries[n-1])
		}
	}
	if country != "" {
		all = append(all, country)
	}
	var largest data.Figure
	for _, f := range d.Figures() {
		if f.Quantity.Value > largest.Quantity.Value {
			largest = f
		}
	}
	if largest.ID != "" {
		all = append(all, largest.Quantity.Text, record.Cite(largest.Paragraph))
	}
	return append(all, w.Say("find.by.in")+":"+w.Say("find.in.figure"))
}
