package search

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"beltroad/data"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// line is a line of a list of results: the head of a group, or something that
// can be chosen.
type line struct {
	head  string                      // of the group that begins here; empty: the line can be chosen
	said  func() (mark, label string) // before the words: a paragraph, or a kind; and what a screen reader says
	words func() (title, body []ui.Run)
	do    func(beside bool)  // what it is for
	leads func() route.Route // the place that it opens, for its context menu; nil: none
}

// object shows the line. The Tab key passes it by where the keyboard is elsewhere.
func (l line) object(skip bool) fyne.CanvasObject {
	if l.do == nil {
		return ui.Inset(8, 0, 2, 0, ui.Label(strings.ToUpper(l.head), ui.SizeSmall, ui.ColorMuted))
	}
	mark, label := l.said()
	title, body := l.words()
	parts := ui.Column(1, ui.NewText(title...))
	before := ui.Gap(0)
	if mark != "" {
		before = ui.Label(mark, ui.SizeSmall, ui.ColorMuted)
	}
	if len(body) > 0 {
		parts.Add(ui.NewText(body...))
	}
	item := ui.NewListItem(label, ui.TopRow(10, 1, ui.Width(74, before), parts), func() { l.do(false) })
	item.OnPicked = func() { l.do(true) }
	if item.Air, item.Skip = 5, skip; l.leads != nil {
		item.Leads = l.leads()
	}
	return item
}

// lister makes lines of what was found.
type lister struct {
	dossier *data.Dossier
	words   *record.Words
	open    func(doc *find.Document, beside bool)
}

// groups are the hits of each kind below its head.
func (l lister) groups(all []find.Group) []line {
	var lines []line
	for _, g := range all {
		name := l.words.Say("found." + string(g.Kind))
		if n := len(g.Hits); n < g.Total {
			name = l.words.Say("find.some", map[string]any{"Kind": name, "Shown": n, "All": g.Total})
		}
		lines = append(lines, line{head: name})
		for _, h := range g.Hits {
			lines = append(lines, l.hit(h))
		}
	}
	return lines
}

// nothing is what is said where there is no hit.
func (l lister) nothing(r find.Results) string {
	switch {
	case r.Missing != "":
		all := l.dossier.Paragraphs()
		return l.words.Say("find.missing", map[string]any{"Paragraph": r.Missing, "First": record.Cite(all[0].N), "Last": record.Cite(all[len(all)-1].N)})
	case len(r.Query) == 0 && len(r.Filters) > 0:
		return l.words.Say("find.filtered")
	case len(r.Near) > 0:
		return l.words.Say("find.none")
	default:
		return l.words.Say("find.nothing")
	}
}

// near are hits that come near, whatever their kinds.
func (l lister) near(all []find.Hit) []line {
	if len(all) == 0 {
		return nil
	}
	lines := []line{{head: l.words.Say("find.near")}}
	for _, h := range all {
		lines = append(lines, l.hit(h))
	}
	return lines
}

// hit is the line of a hit. Of thousands, few are ever shown.
func (l lister) hit(h find.Hit) line {
	document := sync.OnceValue(h.Document)
	return line{
		said: func() (mark, label string) {
			doc := document()
			mark = l.mark(doc)
			return mark, strings.TrimSuffix(doc.Title+", "+mark, ", ")
		},
		words: func() (title, body []ui.Run) { return marked(h.Marked()) },
		do:    func(beside bool) { l.open(document(), beside) },
		leads: func() route.Route {
			r, _ := placeOf(l.dossier, document())
			return r
		},
	}
}

// marked are the words of a hit.
func marked(title, body find.Snippet) (inTitle, inBody []ui.Run) {
	return runs(title, ui.Run{Style: ui.Bold}), runs(body, ui.Run{Size: ui.SizeCaption, Color: ui.ColorMuted})
}

// mark is what stands before a title: its paragraph, or what kind of project or place it is.
func (l lister) mark(doc *find.Document) string {
	kind := ""
	for _, f := range doc.Facets {
		if f.Filter == find.ByKind {
			kind = f.Value
		}
	}
	switch {
	case doc.Kind == find.Project && kind != "":
		return l.words.Kind(kind)
	case doc.Kind == find.Place && kind != "":
		return l.words.PlaceKind(kind)
	case doc.Paragraph > 0:
		return record.Cite(doc.Paragraph)
	default:
		return ""
	}
}

// runs are a snippet's words in a style, with what matched bold on a ground of its own.
func runs(s find.Snippet, plain ui.Run) []ui.Run {
	var all []ui.Run
	at := 0
	add := func(text string, matched bool) {
		if text == "" {
			return
		}
		r := plain
		if r.Text = text; matched {
			r.Mark, r.Color, r.Style = ui.ColorFound, ui.ColorInk, ui.Bold
		}
		all = append(all, r)
	}
	for _, m := range s.Marks {
		add(s.Text[at:m.Start], false)
		add(s.Text[m.Start:m.End], true)
		at = m.End
	}
	add(s.Text[at:], false)
	return all
}

// stops are the lines that can be chosen, by their indexes.
func stops(lines []line) []int {
	var all []int
	for i, l := range lines {
		if l.do != nil {
			all = append(all, i)
		}
	}
	return all
}
