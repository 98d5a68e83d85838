package plot

import (
	"cmp"
	"math"
	"slices"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/scale"
	"beltroad/internal/wording"
)

// Compute is the bar chart of some figures, or the reason why there is none.
// Exactly one of the two is not nil. A figure that is given twice is drawn once.
func Compute(figures []data.Figure, o Options) (*Plot, *Refusal) {
	return compute(figures, o, barChart)
}

// form is how a chart shows amounts.
type form uint8

const (
	barChart form = iota
	signChart
)

func compute(figures []data.Figure, o Options, as form) (*Plot, *Refusal) {
	figures = distinct(figures)
	c := newChart(o, as)
	if r := c.refuse(figures); r != nil {
		return nil, r
	}
	c.p.All = len(figures)
	c.draw(c.drawn(figures))
	return c.p, nil
}

// Told is a chart without its marks, which takes less: its items with what is said of
// them, its notes and its source.
func Told(figures []data.Figure, o Options, signs bool) (*Plot, *Refusal) {
	as := barChart
	if signs {
		as = signChart
	}
	figures = distinct(figures)
	c := newChart(o, as)
	if r := c.refuse(figures); r != nil {
		return nil, r
	}
	c.p.All = len(figures)
	figures = c.drawn(figures)
	rows := c.rowsOf(figures)
	c.entitle(figures)
	_, c.p.Axis = c.chooseAxis(rows)
	c.explain(figures, rows)
	for _, r := range rows {
		c.p.Items = append(c.p.Items, Item{Figure: r.figure.ID, Drawn: r.drawn, Tip: c.tip(r)})
	}
	return c.p, nil
}

// MostRows is how many figures a chart draws at most. More rows than these are
// not compared at a glance, and the table behind the chart has all.
const MostRows = 60

// drawn are the figures that a chart draws, in their order: all where they are
// few, else those that others are set beside, and the largest.
func (c *chart) drawn(figures []data.Figure) []data.Figure {
	most := cmp.Or(c.o.Rows, MostRows)
	if len(figures) <= most {
		return figures
	}
	type candidate struct {
		at    int
		rank  int // 0: set beside others, 1: has a place on the axis, 2: has none
		value float64
	}
	before := func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.value, a.value), cmp.Compare(a.at, b.at))
	}
	all := make([]candidate, 0, most+1) // the first so far, in their order
	for i := range figures {
		it := candidate{i, 2, figures[i].Quantity.Value}
		switch {
		case c.highlight[figures[i].ID]:
			it.rank = 0
		case c.drawable(figures[i].Quantity):
			it.rank = 1
		}
		if len(all) == most && before(it, all[most-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(all, it, before)
		all = slices.Insert(all, at, it)
		all = all[:min(len(all), most)]
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Compare(a.at, b.at) })
	some := make([]data.Figure, len(all))
	for i, it := range all {
		some[i] = figures[it.at]
	}
	return some
}

// metrics are the lengths of a chart, all of them from the size of its text.
type metrics struct {
	em     float64
	label  drawing.Font
	value  drawing.Font
	title  drawing.Font
	small  drawing.Font
	note   drawing.Font // what has to be known before comparing
	bar    float64      // height of a bar
	gap    float64      // between things side by side
	air    float64      // between rows
	tail   float64      // of an open end
	sign   float64      // side of a claim's sign
	swatch float64      // width of a bar in the legend
}

func metricsFor(em float64, far bool) metrics {
	m := metrics{
		em: em, label: drawing.Font{Size: em * 13 / 14}, value: drawing.Font{Size: em, Bold: true}, title: drawing.Font{Size: em, Bold: true}, small: drawing.Font{Size: em * 12 / 14}, note: drawing.Font{Size: em * 13 / 14},
		bar: em * 1.4, gap: em * 0.55, air: em * 0.5, tail: em * 2, sign: em * 0.57, swatch: em * 2.6,
	}
	if far {
		m.label.Size, m.small.Size, m.note.Size, m.bar, m.air = em, em, em, em*1.2, em*0.4
	}
	return m
}

// chart is one computation.
type chart struct {
	o         Options
	as        form
	words     *wording.Words
	set       drawing.Setter
	m         metrics
	p         *Plot
	y         float64 // how far down the chart has come
	highlight map[string]bool
	noLog     bool // a logarithmic axis was asked for, but cannot be
}

func newChart(o Options, as form) *chart {
	const textSize, smallest, largest, narrowest = 14, 5, 500, 8 // pixels, and em
	if o.TextSize <= 0 || math.IsNaN(o.TextSize) {
		o.TextSize = textSize
	}
	o.TextSize = min(max(o.TextSize, smallest), largest)
	width := max(o.Width, narrowest*o.TextSize)
	if math.IsNaN(width) || width > 1e6 {
		width = narrowest * o.TextSize
	}
	c := &chart{
		o: o, as: as, words: o.Words, set: drawing.Setter{Measure: o.Measure},
		m: metricsFor(o.TextSize, o.Far), p: &Plot{Width: width, Axis: LinearAxis}, highlight: map[string]bool{},
	}
	if c.o.Dense {
		c.thin()
	}
	for _, id := range o.Highlight {
		c.highlight[id] = true
	}
	return c
}

// thin makes the bars of a chart thin, unless other sources' signs stand on them.
func (c *chart) thin() {
	if c.o.Dense = c.as == barChart && c.o.Elsewhere == nil; c.o.Dense {
		c.m.bar, c.m.air = c.m.em*0.45, c.m.em*0.3
	}
}

// distinct are the figures, each id once: the same slice where that is so already.
func distinct(figures []data.Figure) []data.Figure {
	seen := make(map[string]bool, len(figures))
	for i := range figures {
		if id := figures[i].ID; id != "" {
			seen[id] = true
		}
	}
	if len(seen) == len(figures) {
		return figures
	}
	clear(seen)
	once := make([]data.Figure, 0, len(figures))
	for _, f := range figures {
		if f.ID == "" || !seen[f.ID] {
			once = append(once, f)
		}
		seen[f.ID] = true
	}
	return once
}

// draw computes the whole chart, from top to bottom.
func (c *chart) draw(figures []data.Figure) {
	const marks = 10 // that a figure may need
	c.p.Marks = make([]drawing.Mark, 0, marks*len(figures)+40)
	c.p.Items = make([]Item, 0, len(figures))
	rows := c.rowsOf(figures)
	c.entitle(figures)
	extent, axis := c.chooseAxis(rows)
	c.p.Axis = axis
	if !c.o.Untold {
		c.explain(figures, rows)
	}
	if !c.o.Bare {
		c.paragraph(c.p.Title, c.m.title, PartTitle, drawing.InkText)
		for _, n := range c.p.Notes {
			c.paragraph(n.Text, c.m.note, PartNote, drawing.InkMuted)
		}
		c.y += c.m.gap
	}
	if c.as == signChart {
		c.signs(rows)
	} else {
		c.bars(rows, extent)
	}
	if !c.o.Far {
		c.legend(rows)
	}
	if !c.o.Bare {
		c.paragraph(c.p.Source, c.m.small, PartSource, drawing.InkMuted)
	}
	c.p.Height = math.Ceil(c.y)
	c.p.Marks = drawing.KeepOff(c.p.Marks, func(m *drawing.Mark) bool { return m.Part == PartGrid })
}

// entitle says what a chart is of.
func (c *chart) entitle(figures []data.Figure) {
	c.p.Unit, c.p.Figures = unitOf(figures), figures
	c.p.Title = cmp.Or(c.o.Title, c.words.Say("chart.title", message.Args{"Unit": c.words.Unit(cmp.Or(c.p.Unit, figures[0].Quantity.Unit))}))
}

// explain says what has to be known of a chart, once its axis was chosen.
func (c *chart) explain(figures []data.Figure, rows []*row) {
	c.p.Source, c.p.Notes = c.sourceLine(figures, rows), c.notes(figures)
}

// row is a figure on its way to becoming marks.
type row struct {
	figure data.Figure
	drawn  bool    // it has a place on the axis
	lo, hi float64 // the stated bounds; equal unless a range or an order
	pillar int
	dim    bool // others are highlighted
	bold   bool // it is highlighted
	text   string
	others []data.SecondSource // that stand on the axis, too

	label, value []drawing.TextLine
	beside       bool // above the bar, the wording stands beside the label
	y, h         float64
}

// rowsOf are the rows from top to bottom: bars by value, the largest first,
// and after them what has no place on an axis.
func (c *chart) rowsOf(figures []data.Figure) []*row {
	all := make([]row, len(figures))
	rows := make([]*row, len(figures))
	for i, f := range figures {
		r := &all[i]
		*r = row{figure: f, drawn: c.drawable(f.Quantity), pillar: c.o.Pillars[f.Pillar]}
		r.lo, r.hi = ends(f.Quantity)
		r.bold = c.highlight[f.ID]
		r.dim = len(c.highlight) > 0 && !r.bold
		r.text = c.wording(f.Quantity)
		r.others = c.others(r)
		rows[i] = r
	}
	slices.SortStableFunc(rows, func(a, b *row) int {
		switch {
		case a.drawn && b.drawn:
			return cmp.Compare(b.lo, a.lo)
		case a.drawn:
			return -1
		case b.drawn:
			return 1
		default:
			return 0
		}
	})
	return rows
}

// bounded reports whether a quantity has two bounds.
func bounded(q data.Quantity) bool {
	return q.Comparator == data.Range || q.Comparator == data.Order
}

// drawable reports whether a quantity has a place on an axis.
func (c *chart) drawable(q data.Quantity) bool {
	if q.Comparator == data.Rank || !scale.Fits(q.Value) {
		return false
	}
	if c.as == signChart && q.Value < 0 {
		return false
	}
	return !bounded(q) || scale.Fits(q.Max) && q.Max >= q.Value
}

// wording is the source's own, with the number where that is a word: "eight (8)".
func (c *chart) wording(q data.Quantity) string {
	switch {
	case q.Text == "" && bounded(q):
		return c.words.Range(q.Value, q.Max, q.Unit)
	case q.Text == "":
		return c.words.Quantity(q.Value, q.Unit)
	case bounded(q), q.Comparator == data.Rank, hasDigit(q.Text):
		return q.Text
	default:
		return q.Text + " (" + c.words.Number(q.Value, message.Short) + ")"
	}
}

func hasDigit(s string) bool {
	return slices.ContainsFunc([]rune(s), func(r rune) bool { return r >= '0' && r <= '9' })
}

// chooseAxis is the scale of the bars, nil where there are none. A logarithmic
// one has no place for zero or less.
func (c *chart) chooseAxis(rows []*row) (scale.Scale, Axis) {
	lo, hi := math.Inf(1), math.Inf(-1)
	order := false
	for _, r := range rows {
		if r.drawn {
			lo, hi = min(lo, r.least()), max(hi, r.most())
			order = order || r.figure.Quantity.Comparator == data.Order
		}
	}
	if lo > hi {
		return nil, LinearAxis
	}
	wanted := c.as == barChart && (c.o.Axis == LogAxis || c.o.Axis == Auto && order)
	c.noLog = wanted && lo <= 0
	const between = 4.5 // em between two ticks; labels that touch are thinned later
	n := min(max(int(c.p.Width*0.6/(between*c.m.em)), 3), 8)
	if wanted && lo > 0 {
		return scale.NewLog(lo, hi, n), LogAxis
	}
	return scale.NewLinear(lo, hi, n), LinearAxis
}

// paragraph sets a text over the full width and moves below it.
func (c *chart) paragraph(text string, f drawing.Font, part drawing.Part, ink drawing.Ink) {
	for _, l := range c.set.Wrap(text, f, c.p.Width, mostLines) {
		c.text(l, 0, c.y, f, part, ink, drawing.Start)
		c.y += f.Height(1)
	}
}

// text adds a line whose box begins at x.
func (c *chart) text(l drawing.TextLine, x, y float64, f drawing.Font, part drawing.Part, ink drawing.Ink, a drawing.Anchor) *drawing.Mark {
	c.p.Marks = append(c.p.Marks, drawing.Mark{
		Kind: drawing.Text, Part: part, Ink: ink, Box: drawing.Box{X: x, Y: y, W: l.W, H: f.Height(1)}, Alpha: 1,
		Lettering: drawing.Lettering{Text: l.Text, TextSize: f.Size, Bold: f.Bold, Anchor: a},
	})
	return &c.p.Marks[len(c.p.Marks)-1]
}

// add adds marks that stand for a row's figure.
func (c *chart) add(r *row, marks ...drawing.Mark) {
	for _, m := range marks {
		m.Of = r.figure.ID
		c.p.Marks = append(c.p.Marks, m)
	}
}
