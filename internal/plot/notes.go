package plot

import (
	"cmp"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/wording"
)

// group are figures that agree in something.
type group struct {
	key     string
	figures []data.Figure
}

// groupsBy sorts figures by what they agree in, in the order of their first.
func groupsBy(figures []data.Figure, key func(*data.Figure) string) []group {
	var groups []group
	at := map[string]int{}
	for i := range figures {
		k := key(&figures[i])
		n, ok := at[k]
		if !ok {
			n = len(groups)
			at[k] = n
			groups = append(groups, group{key: k})
		}
		groups[n].figures = append(groups[n].figures, figures[i])
	}
	return groups
}

// notes is what a reader has to know before comparing, from the ledger alone.
func (c *chart) notes(figures []data.Figure) []Note {
	w := c.words
	periods := groupsBy(figures, func(f *data.Figure) string { return w.Period(f.Period) })
	dates := groupsBy(figures, func(f *data.Figure) string { return w.Or(w.Date(f.AsOf)) })
	var notes []Note
	add := func(n Note) {
		if n.Text != "" {
			notes = append(notes, n)
		}
	}
	if undated(figures) {
		add(Note{Text: w.Say("chart.note.undated")})
	} else {
		add(c.same(periods, "chart.note.period", "chart.note.periods"))
		if stated := slices.ContainsFunc(figures, func(f data.Figure) bool { return !f.AsOf.IsZero() }); stated {
			add(c.same(dates, "chart.note.date", "chart.note.dates"))
		}
	}
	if c.p.All > len(figures) {
		notes = slices.Insert(notes, 0, c.limit(len(figures)))
	}
	add(c.counts(figures))
	if claims := groupsBy(figures, func(f *data.Figure) string { return w.ClaimLong(f.Claim) }); len(claims) > 1 {
		add(c.mixed(claims, "chart.note.claims"))
	}
	if c.noLog {
		add(Note{Text: w.Say("chart.note.nolog")})
	}
	if len(figures) > 1 {
		add(Note{Text: w.Say("chart.note.sum")})
	}
	return notes
}

// limit says that only some of the figures are drawn.
func (c *chart) limit(drawn int) Note {
	key := "chart.note.largest"
	if len(c.highlight) > 0 {
		key = "chart.note.beside"
	}
	return Note{Text: c.words.Say(key, message.Args{"Drawn": drawn, "All": c.p.All})}
}

// Limit says that only some of the figures are drawn; empty: all are.
func (p *Plot) Limit() string {
	if p.All > len(p.Figures) {
		return p.Notes[0].Text
	}
	return ""
}

func undated(figures []data.Figure) bool {
	return !slices.ContainsFunc(figures, func(f data.Figure) bool { return f.Period != data.Period{} || !f.AsOf.IsZero() })
}

// group words what a group agrees in, and who is in it.
func (c *chart) group(what, figures string) string {
	return c.words.Say("chart.group", message.Args{"What": what, "Figures": figures})
}

// joined are groups as one text.
func (c *chart) joined(groups []string) string {
	return strings.Join(groups, c.words.Say("chart.group.between"))
}

// same is the note on what all figures agree in, by the message of one key, or
// on the groups that they fall into, by that of the other.
func (c *chart) same(groups []group, one, several string) Note {
	if len(groups) == 1 {
		return Note{Text: c.words.Say(one, message.Args{"When": groups[0].key})}
	}
	return c.mixed(groups, several)
}

// mixed lists groups. The note names a few figures of a group and counts
// many; its details name all.
func (c *chart) mixed(groups []group, key string) Note {
	const few, shown = 3, 6
	var short, full []string
	for _, g := range groups {
		all := c.words.Series(labels(g.figures))
		full = append(full, c.group(g.key, all))
		if len(g.figures) > few {
			all = c.words.Count("count.figures", len(g.figures))
		}
		short = append(short, c.group(g.key, all))
	}
	if len(short) > shown {
		short = append(short[:shown], "…")
	}
	return Note{Text: c.words.Say(key, message.Args{"Groups": c.joined(short)}), Details: full}
}

// counts says that figures of one unit count different things.
func (c *chart) counts(figures []data.Figure) Note {
	const few = 4
	if !slices.ContainsFunc(figures, func(f data.Figure) bool { return f.Quantity.Counts != figures[0].Quantity.Counts }) {
		return Note{}
	}
	var each []string
	for _, f := range figures {
		each = append(each, c.group(f.Label, c.words.Or(f.Quantity.Counts)))
	}
	if len(figures) > few {
		return Note{Text: c.words.Say("chart.note.counts.many"), Details: each}
	}
	return Note{Text: c.words.Say("chart.note.counts", message.Args{"Groups": c.joined(each)}), Details: each}
}

func labels(figures []data.Figure) []string {
	all := make([]string, len(figures))
	for i, f := range figures {
		all[i] = f.Label
	}
	return all
}

// sourceLine names the work, the paragraphs, the dossier and other sources in the chart.
func (c *chart) sourceLine(figures []data.Figure, rows []*row) string {
	numbers := make([]int, len(figures))
	for i, f := range figures {
		numbers[i] = f.Paragraph
	}
	line := c.words.Series(wording.Cites(numbers))
	if c.o.Source != "" {
		line = c.words.Say("chart.source", message.Args{"Source": c.o.Source, "Cites": line})
	}
	if c.o.Dossier != "" {
		line += " · " + c.words.Say("chart.dossier", message.Args{"Dossier": c.o.Dossier})
	}
	if names := c.othersOf(rows); len(names) > 0 {
		line += " · " + c.words.Say("elsewhere.sources", message.Args{"Sources": strings.Join(names, "; ")})
	}
	return line
}

// tip is what a tooltip says of a row.
func (c *chart) tip(r *row) Tip {
	f, w := r.figure, c.words
	return Tip{
		Label: f.Label, Wording: cmp.Or(f.Quantity.Text, r.text), Comparator: w.Comparator(f.Quantity.Comparator),
		Counts: w.Or(f.Quantity.Counts), Claim: w.ClaimLong(f.Claim), Period: w.Period(f.Period),
		AsOf: w.Or(w.Date(f.AsOf)), Speaker: w.Or(f.Speaker), Cite: wording.Cite(f.Paragraph), Elsewhere: c.says(r),
		When: w.When(f), Who: cmp.Or(f.Speaker, w.Say("figure.unattributed")),
	}
}
