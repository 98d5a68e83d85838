package slides

import (
	"math"
	"slices"
	"sort"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/internal/slide"
	"beltroad/views/chart"
	"beltroad/views/route"
)

// charted is a chart as its state has it.
func (m *Maker) charted(r route.Route, st route.State) (slide.Slide, bool) {
	set, title, ok := m.setOf(r)
	if !ok {
		return slide.Slide{}, false
	}
	hidden, marked := chart.IDs(st[chart.HiddenState]), chart.IDs(st[chart.MarkedState])
	if len(marked) == 0 {
		marked = set.Highlight
	}
	if r.Pane.Kind == route.Figure {
		marked = []string{r.Pane.ID}
	}
	figures := chart.Without(chart.Figures(m.dossier, set.Figures), hidden)
	if len(figures) == 0 {
		return slide.Slide{}, false
	}
	less := ""
	if n := len(set.Figures) - len(figures); n > 0 {
		less = m.words.Count("slide.hidden", n)
	}
	return m.chartOf(title, set, figures, marked, st, less), true
}

// setOf are the figures of a chart, and its title.
func (m *Maker) setOf(r route.Route) (set plot.Set, title string, ok bool) {
	if list, compared := r.Compared(); compared {
		figures := chart.Figures(m.dossier, list)
		return plot.Set{Figures: list}, m.words.Say("chart.compared"), len(figures) == len(list) && len(list) > 0
	}
	if r.ID == "" {
		set, ok = plot.NewSuggestions(m.dossier).First()
	} else {
		set, ok = plot.Find(m.dossier, r.ID)
	}
	if !ok {
		return set, "", false
	}
	return set, chart.Title(m.dossier, m.words, set), true
}

// chartOf is a chart of figures; less says how many are hidden.
func (m *Maker) chartOf(title string, set plot.Set, figures []data.Figure, marked []string, st route.State, less string) slide.Slide {
	s := slide.Slide{Title: title, Figures: figures}
	if set.Topic == plot.TopicPillar {
		m.pillar(&s, set.About)
	}
	o := m.options(marked, st)
	made, refusal := plot.Told(figures, o, st.Flag("signs"))
	if refusal != nil {
		m.restOn(&s, figures, less)
		s.Plain = refusal.Reason
		return s
	}
	const few = 4 // figures, which leave room for a sentence above
	note := ""
	for _, n := range made.Notes {
		switch {
		case len(n.Details) > 0: // it is shortened
			continue
		case len(figures) <= few:
			s.Lead = n.Text
		default:
			note = n.Text
		}
		break
	}
	restOn := func(s *slide.Slide, figures []data.Figure) {
		others := ""
		if o.Elsewhere != nil {
			others = m.elsewhere(figures)
		}
		m.restOn(s, figures, note, others, less)
	}
	restOn(&s, figures)
	s.Rests = func(s *slide.Slide, drawn []string) {
		restOn(s, slices.DeleteFunc(slices.Clone(figures), func(f data.Figure) bool { return !slices.Contains(drawn, f.ID) }))
	}
	told := made.Sheet()
	o.Untold = true
	s.Visual = &slide.Visual{Kind: slide.Chart, Alt: told.Description, Draw: func(r slide.Room) *drawing.Sheet {
		p := m.fitted(figures, o, st.Flag("signs"), r)
		if p == nil {
			return nil
		}
		return &drawing.Sheet{Width: p.Width, Height: p.Height, Title: p.Title, Names: told.Names, Marks: p.Marks}
	}}
	s.Visual.Scale = st["axis"]
	s.Visual.Highlight, s.Visual.Shapes = marked, st.Flag("signs") || o.Elsewhere != nil
	return s
}

// restOn sets what a chart of figures rests on, and what else is to be said of it.
func (m *Maker) restOn(s *slide.Slide, figures []data.Figure, more ...string) {
	var claims []data.Claim
	var cited []int
	for _, f := range figures {
		claims, cited = append(claims, f.Claim), append(cited, f.Paragraph)
	}
	s.Claim, s.Badge = "", ""
	m.claims(s, claims...)
	s.Source = rests(append([]string{m.source(cited...)}, more...)...)
}

// options are those of a chart as its state has it.
func (m *Maker) options(marked []string, st route.State) plot.Options {
	o := plot.Options{Bare: true, Far: true, Words: m.words, Highlight: marked, Pillars: plot.PillarOrders(m.dossier)}
	o.Axis = map[string]plot.Axis{"linear": plot.LinearAxis, "log": plot.LogAxis}[st["axis"]]
	if st.Flag("others") {
		o.Elsewhere = m.dossier
	}
	return o
}

func compute(figures []data.Figure, o plot.Options, signs bool) (*plot.Plot, *plot.Refusal) {
	if signs {
		return plot.Pictogram(figures, o)
	}
	return plot.Compute(figures, o)
}

// enough is how many rows a chart has at least where there is room for them; of larger
// text, which whoever sits far away needs, less are enough.
const enough, fewest = 8, 4

// leastRows is how many rows of all a chart in a room has at least.
func leastRows(all int, r slide.Room) int {
	switch {
	case r.Poor:
		return 1
	case r.Scale > 1:
		return min(all, fewest)
	default:
		return min(all, enough)
	}
}

// fitted is a chart of as many rows as there is room for, which says so where they
// are not all; nil: there is no room for enough. Labels stand beside bars, or above
// thin ones where that needs less height.
func (m *Maker) fitted(figures []data.Figure, o plot.Options, signs bool, r slide.Room) *plot.Plot {
	const row, axis = 1.7, 2.7 // of the text; less is never high enough
	all, least := len(figures), leastRows(len(figures), r)
	if !signs && (row*float64(least)+axis)*r.Text > r.Height {
		return nil
	}
	o.Width, o.TextSize, o.Measure = r.Width, r.Text, r.Measure
	rows := func(n int, o plot.Options) *plot.Plot {
		o.Rows = n
		return m.rows(figures, o, signs)
	}
	p := rows(all, o)
	if dense := o; !signs && o.Elsewhere == nil && (p == nil || p.Height > r.Height) {
		dense.Dense = true
		if d := rows(all, dense); d != nil && (p == nil || d.Height < p.Height) {
			p, o = d, dense
		}
	}
	if p == nil || p.Height <= r.Height {
		return p
	}
	about := func(n int) bool { // fits so many, by the height of all
		return (p.Height-axis*r.Text)*float64(n)/float64(all)+axis*r.Text <= r.Height
	}
	guess := sort.Search(all-1, func(i int) bool { return !about(i + 1) })
	return mostRows(max(guess, least), least, all-1, func(n int) *plot.Plot {
		if some := rows(n, o); some != nil && some.Height <= r.Height {
			return some
		}
		return nil
	})
}

// mostRows is the chart of the most rows that there is room for, near a guess; nil:
// not even the least have room.
func mostRows(guess, least, most int, fitting func(n int) *plot.Plot) (best *plot.Plot) {
	n := guess
	for ; n <= most; n++ {
		more := fitting(n)
		if more == nil {
			break
		}
		best = more
	}
	for n--; best == nil && n >= least; n-- {
		best = fitting(n)
	}
	return best
}

// rows is a chart of so many rows; nil: its labels have no room.
func (m *Maker) rows(figures []data.Figure, o plot.Options, signs bool) *plot.Plot {
	p, refusal := compute(figures, o, signs)
	if refusal != nil {
		return nil
	}
	if p.Width > o.Width+1 || slices.ContainsFunc(p.Marks, func(k drawing.Mark) bool { return k.Kind == drawing.Text && strings.Contains(k.Text, "…") }) {
		return nil
	}
	if o.Rows < len(figures) {
		m.limit(p, m.left(p, figures, o.Highlight), slide.Room{Text: o.TextSize, Measure: o.Measure})
	}
	return p
}

// left says how many rows of a chart are drawn, and which: the largest, unless what is
// marked is among them and is none of those.
func (m *Maker) left(p *plot.Plot, all []data.Figure, marked []string) string {
	drawn := map[string]bool{}
	for i := range p.Items {
		drawn[p.Items[i].Figure] = true
	}
	largest := math.Inf(-1) // of those that are not drawn
	for i := range all {
		if !drawn[all[i].ID] {
			largest = max(largest, all[i].Quantity.Value)
		}
	}
	says := "slide.largest"
	for i := range all {
		if drawn[all[i].ID] && all[i].Quantity.Value < largest && slices.Contains(marked, all[i].ID) {
			says = "slide.largest.marked"
		}
	}
	return m.words.Say(says, message.Args{"Drawn": len(p.Items), "All": len(all)})
}

// limit says in a chart that not all rows are drawn: beside the name of its axis, or
// below that where there is no room.
func (m *Maker) limit(p *plot.Plot, text string, r slide.Room) {
	f := drawing.Font{Size: r.Text}
	w := drawing.Setter{Measure: r.Measure}.Width(text, f)
	box := drawing.Box{X: p.Width - w, W: w, H: f.Height(1)}
	for i := range p.Marks {
		if k := &p.Marks[i]; k.Kind == drawing.Text {
			box.Y = max(box.Y, k.Y)
		}
	}
	if slices.ContainsFunc(p.Marks, func(k drawing.Mark) bool { return k.Kind == drawing.Text && k.X+k.W+r.Text > box.X && k.Y+k.H > box.Y }) {
		box.Y = p.Height
		p.Height += box.H
	}
	p.Marks = append(p.Marks, drawing.Mark{
		Kind: drawing.Text, Ink: drawing.InkMuted, Alpha: 1, Box: box, Lettering: drawing.Lettering{Text: text, TextSize: f.Size},
	})
}

// elsewhere names the other sources of some figures.
func (m *Maker) elsewhere(figures []data.Figure) string {
	var names []string
	for _, f := range figures {
		for _, o := range m.dossier.SecondSourcesOf(f.ID) {
			if src, ok := m.dossier.Source(o.Source); ok && plot.Shares(f, o) && !slices.Contains(names, cite.Short(src)) {
				names = append(names, cite.Short(src))
			}
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > 2:
		return m.words.Count("slide.others", len(names))
	}
	return m.words.Say("elsewhere.sources", message.Args{"Sources": strings.Join(names, "; ")})
}
