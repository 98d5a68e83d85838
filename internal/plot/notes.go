package plot

import (
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
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
	periods := groupsBy(figures, func(f *data.Figure) string { return w.period(f.Period) })
	dates := groupsBy(figures, func(f *data.Figure) string { return w.date(f.AsOf) })
	var notes []Note
	add := func(n Note) {
		if n.Text != "" {
			notes = append(notes, n)
		}
	}
	if undated(figures) {
		add(Note{Text: w.Undated})
	} else {
		add(c.same(periods, w.PeriodSame, "period", w.PeriodsMixed))
		if stated := slices.ContainsFunc(figures, func(f data.Figure) bool { return !f.AsOf.IsZero() }); stated {
			add(c.same(dates, w.AsOfSame, "date", w.AsOfMixed))
		}
	}
	add(c.counts(figures))
	if claims := groupsBy(figures, func(f *data.Figure) string { return or(w.Claims[f.Claim], string(f.Claim)) }); len(claims) > 1 {
		add(c.mixed(claims, w.ClaimsMixed))
	}
	if c.noLog {
		add(Note{Text: w.NoLog})
	}
	if len(figures) > 1 {
		add(Note{Text: w.NotAdded})
	}
	return notes
}

func undated(figures []data.Figure) bool {
	return !slices.ContainsFunc(figures, func(f data.Figure) bool { return f.Period != data.Period{} || !f.AsOf.IsZero() })
}

// same words one group by one pattern, and several by another.
func (c *chart) same(groups []group, one, name, several string) Note {
	if len(groups) == 1 {
		return Note{Text: fill(one, name, groups[0].key)}
	}
	return c.mixed(groups, several)
}

// mixed lists groups. The note names a few figures of a group and counts
// many; its details name all.
func (c *chart) mixed(groups []group, pattern string) Note {
	const few, shown = 3, 6
	var short, full []string
	for _, g := range groups {
		all := strings.Join(labels(g.figures), c.words.And)
		full = append(full, fill(c.words.Group, "what", g.key, "figures", all))
		if len(g.figures) > few {
			all = fill(c.words.Figures, "n", strconv.Itoa(len(g.figures)))
		}
		short = append(short, fill(c.words.Group, "what", g.key, "figures", all))
	}
	if len(short) > shown {
		short = append(short[:shown], "…")
	}
	return Note{Text: fill(pattern, "groups", strings.Join(short, c.words.Groups)), Details: full}
}

// counts says that figures of one unit count different things.
func (c *chart) counts(figures []data.Figure) Note {
	const few = 4
	if !slices.ContainsFunc(figures, func(f data.Figure) bool { return f.Quantity.Counts != figures[0].Quantity.Counts }) {
		return Note{}
	}
	var each []string
	for _, f := range figures {
		each = append(each, fill(c.words.Group, "what", f.Label, "figures", c.words.stated(f.Quantity.Counts)))
	}
	if len(figures) > few {
		return Note{Text: c.words.CountsMany, Details: each}
	}
	return Note{Text: fill(c.words.CountsMixed, "groups", strings.Join(each, c.words.Groups)), Details: each}
}

func labels(figures []data.Figure) []string {
	all := make([]string, len(figures))
	for i, f := range figures {
		all[i] = f.Label
	}
	return all
}

// sourceLine names the work, the paragraphs and the dossier.
func (c *chart) sourceLine(figures []data.Figure) string {
	var parts []string
	if c.o.Source != "" {
		parts = append(parts, fill(c.words.Source, "source", c.o.Source, "cites", citesOf(figures, c.words.And)))
	} else {
		parts = append(parts, citesOf(figures, c.words.And))
	}
	if c.o.Dossier != "" {
		parts = append(parts, fill(c.words.Dossier, "dossier", c.o.Dossier))
	}
	return strings.Join(parts, " · ")
}

// citesOf are the paragraphs of figures: "¶15, ¶19–21".
func citesOf(figures []data.Figure, and string) string {
	numbers := make([]int, len(figures))
	for i, f := range figures {
		numbers[i] = f.Paragraph
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var all []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		one := cite(numbers[i])
		if j > i {
			one += "–" + strconv.Itoa(numbers[j])
		}
		all = append(all, one)
		i = j + 1
	}
	return strings.Join(all, and)
}

// tip is what a tooltip says of a row.
func (c *chart) tip(r *row) Tip {
	f, w := r.figure, c.words
	return Tip{
		Label: f.Label, Wording: or(f.Quantity.Text, r.text), Comparator: or(w.Comparators[f.Quantity.Comparator], string(f.Quantity.Comparator)),
		Counts: w.stated(f.Quantity.Counts), Claim: or(w.Claims[f.Claim], string(f.Claim)), Period: w.period(f.Period),
		AsOf: w.date(f.AsOf), Speaker: w.stated(f.Speaker), Cite: cite(f.Paragraph),
	}
}
