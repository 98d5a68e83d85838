package deck

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/ooxml"
	"beltroad/internal/plot"
	"beltroad/internal/scale"
)

// bars is a chart of figures of one unit, as other programs draw it: bars that
// they know, and over them, as shapes, what they have no bars for.
type bars struct {
	*tree

	plot  *plot.Plot
	rows  []data.Figure // from top to bottom
	loose []data.Figure // that have no place on an axis
	axis  scale.Scale
	alt   string
	room  drawing.Box // of the whole chart
	inner drawing.Box // of the bars
	size  float64     // of text

	marked  []string      // figures that the others are set beside; none: all are alike
	caveats []string      // what has to be known before comparing
	others  []data.Figure // that are not drawn, for the workbook
}

const (
	thick = 0.62 // the share of a row that its bar fills
	tail  = 36.0 // of an open end
)

// chart puts a chart into a room, and tells whether it did: figures that may not
// share an axis make none. It has as many rows as can be read from afar.
func (t *tree) chart(p *Page, alt string, room drawing.Box) bool {
	const most, few, readable = 12, 4, 20
	for rows := most; rows > 0; rows-- {
		drawnOn, refused := plot.Compute(p.Figures, plot.Options{
			Axis: axes[p.Visual.Scale], Width: room.W, Words: t.Words, Measure: t.Face.Measure, Pillars: plot.PillarOrders(t.Dossier), Rows: rows, Bare: true, Highlight: p.Visual.Highlight,
		})
		if refused != nil {
			return false
		}
		alt = strings.Replace(alt, t.Words.Say("chart.note.counts.many")+"\n", "", 1)
		c := &bars{tree: t, plot: drawnOn, alt: alt, room: room, marked: p.Visual.Highlight}
		c.take(p.Figures)
		if len(c.rows) == 0 {
			return false
		}
		below, high := c.notes(p.Lead, p.Source)
		if fits := c.measure(); rows > few && (!fits || c.size < readable) {
			continue
		}
		t.charts, t.caveats, t.rests = append(t.charts, c), c.caveats, p.Resting(c.seen())
		t.add(c.frame())
		c.over()
		if len(below) > 0 {
			t.add(t.box(drawing.Box{X: room.X, Y: room.Y + room.H - high, W: room.W, H: high}, flush("b"), below...))
		}
		return true
	}
	return false
}

// axes are the kinds of an axis by the state of a chart.
var axes = map[string]plot.Axis{"linear": plot.LinearAxis, "log": plot.LogAxis}

// take takes the figures that are drawn, in their order, and those of all that are not.
func (c *bars) take(all []data.Figure) {
	byID := map[string]data.Figure{}
	for _, f := range c.plot.Figures {
		byID[f.ID] = f
	}
	for _, item := range c.plot.Items {
		if f, ok := byID[item.Figure]; ok && item.Drawn {
			c.rows = append(c.rows, f)
		} else if ok {
			c.loose = append(c.loose, f)
		}
	}
	for _, f := range all {
		if _, drawn := byID[f.ID]; !drawn {
			c.others = append(c.others, f)
		}
	}
}

// seen are marks of the figures that the slide has.
func (c *bars) seen() []drawing.Mark {
	var all []drawing.Mark
	for _, f := range slices.Concat(c.rows, c.loose) {
		all = append(all, drawing.Mark{Of: f.ID})
	}
	return all
}

// limit says that only some of the figures are drawn, and where the others are; empty:
// all are drawn.
func (c *bars) limit() string {
	if len(c.others) == 0 {
		return ""
	}
	key := "deck.chart.largest"
	if len(c.marked) > 0 {
		key = "deck.chart.marked"
	}
	return c.Words.Say(key, message.Args{"Drawn": len(c.plot.Figures), "All": len(c.plot.Figures) + len(c.others)})
}

// notes stand below the chart: what a reader has to know before comparing, and
// figures that have no place on its axis. What the slide says elsewhere is not said
// again; what lists its bars is for the page of notes.
func (c *bars) notes(said ...string) (pars []*ooxml.Node, high float64) {
	var texts []string
	for _, f := range c.loose {
		texts = append(texts, f.Label+": "+f.Quantity.Text)
	}
	if l := c.limit(); l != "" {
		texts = append(texts, l)
	}
	c.caveats = slices.Clone(texts)
	for _, n := range c.plot.Notes {
		if n.Text == c.plot.Limit() {
			continue
		}
		if n.Text == c.Words.Say("chart.note.counts.many") { // it speaks of a table, which this file has not
			c.caveats = append(c.caveats, n.Details...)
		} else {
			c.caveats = append(c.caveats, n.Text)
		}
		if len(n.Details) == 0 && !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, strings.TrimSuffix(n.Text, ".")) }) {
			texts = append(texts, n.Text)
		}
	}
	if len(texts) == 0 {
		return nil, 0
	}
	// The shortest say it best; the page of notes has all.
	slices.SortStableFunc(texts, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	for most := c.room.H * 0.3; ; texts = texts[:len(texts)-1] {
		text := strings.Join(texts, " ")
		var size float64
		if size, high = c.fit([]string{text}, false, c.room.W, most, 20, 18); high <= most || len(texts) == 1 {
			c.room.H -= high + between/2
			return []*ooxml.Node{par(c.run(text, style{size: size, ink: drawing.InkMuted}))}, high
		}
	}
}

func ends(q data.Quantity) (lo, hi float64) {
	if bounded(q) {
		return q.Value, q.Max
	}
	return q.Value, q.Value
}

func bounded(q data.Quantity) bool { return q.Comparator == data.Range || q.Comparator == data.Order }

// measure decides the axis and where the bars stand in the chart, and tells
// whether there is room for their labels.
func (c *bars) measure() (fits bool) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, f := range c.rows {
		a, b := ends(f.Quantity)
		lo, hi = min(lo, a), max(hi, b)
	}
	const ticks, axis = 4, 3.2 // em of what stands below the bars
	if c.plot.Axis == plot.LogAxis {
		c.axis = scale.NewLog(lo, hi, ticks)
	} else {
		c.axis = scale.NewLinear(lo, hi, ticks)
	}
	for _, c.size = range []float64{24, 22, 20, 18, 16, 14} {
		if fits = c.place(axis); fits {
			break
		}
	}
	set := drawing.Setter{Measure: c.Face.Measure}
	// What stands behind a bar must have room there.
	width := c.inner.W - c.size
	for i := range c.rows {
		_, hi := ends(c.rows[i].Quantity)
		need := set.Width(c.wording(&c.rows[i]), c.font()) + c.size + open(c.rows[i].Quantity)
		if at := c.axis.At(hi); at > 0 {
			width = min(width, (c.inner.W-need)/at)
		}
	}
	c.inner.W = max(width, c.inner.W*0.3)
	return fits
}

// place gives labels and bars their room, and tells whether the labels have it.
func (c *bars) place(axis float64) bool {
	const most = 0.4 // share of the labels
	set := drawing.Setter{Measure: c.Face.Measure}
	f := drawing.Font{Size: c.size}
	labels := 0.0
	for i := range c.rows {
		labels = max(labels, set.Width(label(&c.rows[i]), f)+c.size)
	}
	labels = min(labels, most*c.room.W)
	c.inner = drawing.Box{X: c.room.X + labels, Y: c.room.Y, W: c.room.W - labels, H: c.room.H - axis*c.size}
	const thickest = 84.0 // row
	c.inner.H = min(c.inner.H, thickest*float64(len(c.rows)))
	for i := range c.rows {
		lines := set.Wrap(label(&c.rows[i]), f, labels-c.size, 20)
		if f.Height(len(lines)) > c.inner.H/float64(len(c.rows)) {
			return false
		}
	}
	return true
}

func (c *bars) font() drawing.Font { return drawing.Font{Size: c.size, Bold: true} }

// open is how far a bar goes on behind its value.
func open(q data.Quantity) float64 {
	switch q.Comparator {
	case data.Over:
		return tail
	case data.About, data.Order:
		return tail / 2
	default:
		return 0
	}
}

// strength is how much of its colour a figure has.
func (c *bars) strength(f *data.Figure) float64 {
	const dim = 0.45
	if len(c.marked) > 0 && !slices.Contains(c.marked, f.ID) {
		return dim
	}
	return 1
}

func label(f *data.Figure) string { return strings.TrimSpace(sign(f.Claim) + " " + f.Label) }

// wording is the source's own.
func (c *bars) wording(f *data.Figure) string {
	return cmp.Or(f.Quantity.Text, c.Words.Quantity(f.Quantity.Value, f.Quantity.Unit))
}

// row is where the bar of a row stands.
func (c *bars) row(i int) drawing.Box {
	high := c.inner.H / float64(len(c.rows))
	return drawing.Box{X: c.inner.X, Y: c.inner.Y + high*(float64(i)+0.5-thick/2), W: c.inner.W, H: high * thick}
}

// over are the shapes over the bars: ends that are open or soft, and the wordings.
func (c *bars) over() {
	var marks []drawing.Mark
	for i := range c.rows {
		f := &c.rows[i]
		b := c.row(i)
		ink := drawing.Pillar(plot.PillarOrders(c.Dossier)[f.Pillar])
		lo, hi := ends(f.Quantity)
		from, to := b.X+b.W*c.axis.At(lo), b.X+b.W*c.axis.At(hi)
		fade := func(x, w float64, p drawing.Pattern) {
			marks = append(marks, drawing.Mark{Kind: drawing.Rect, Pattern: p, Ink: ink, Alpha: c.strength(f), Box: drawing.Box{X: x, Y: b.Y, W: w, H: b.H}})
		}
		switch f.Quantity.Comparator {
		case data.Over, data.About:
			fade(to, open(f.Quantity), drawing.FadeRight)
		case data.Order:
			fade(to, open(f.Quantity), drawing.FadeRight)
			fade(from-tail/2, tail/2, drawing.FadeLeft)
		default: // closed
		}
		text := c.wording(f)
		w := drawing.Setter{Measure: c.Face.Measure}.Width(text, c.font())
		marks = append(marks, drawing.Mark{
			Kind: drawing.Text, Ink: drawing.InkText, Alpha: 1, Box: drawing.Box{X: max(to, b.X) + open(f.Quantity) + c.size/3, Y: b.Y, W: w, H: b.H},
			Lettering: drawing.Lettering{Text: text, TextSize: c.size, Bold: true},
		})
	}
	c.add(c.group("Ends", c.Words.Say("deck.chart.over"), c.room, marks))
}

// frame is where the chart stands on its slide.
func (c *bars) frame() *ooxml.Node {
	id := c.file.Link(c.part, "chart", chartPart(len(c.charts)))
	return ooxml.El("p:graphicFrame").Add(
		ooxml.El("p:nvGraphicFramePr").Add(c.named("Chart", c.alt), ooxml.El("p:cNvGraphicFramePr").Add(ooxml.El("a:graphicFrameLocks", "noGrp", "1")), ooxml.El("p:nvPr")),
		at("p:xfrm", c.room),
		ooxml.El("a:graphic").Add(ooxml.El("a:graphicData", "uri", chartSpace).Add(
			ooxml.El("c:chart", "xmlns:c", chartSpace, "r:id", id))))
}

// table are the rows of the workbook behind the chart: those that are drawn, then the
// others, for who has room for more.
func (c *bars) table() [][]ooxml.Cell {
	w := c.Words
	rows := [][]ooxml.Cell{{ooxml.Words(w.Say("chart.column.label")), ooxml.Words(w.Say("chart.column.value")), ooxml.Words(w.Say("deck.chart.upto")), ooxml.Words(w.Say("chart.column.text")), ooxml.Words(w.Say("chart.column.counts")), ooxml.Words(w.Say("chart.column.claim")), ooxml.Words(w.Say("chart.column.paragraph"))}}
	for _, f := range slices.Concat(c.rows, c.others) {
		wide := ooxml.Cell{Empty: true}
		if bounded(f.Quantity) {
			wide = ooxml.Value(f.Quantity.Max - f.Quantity.Value)
		}
		rows = append(rows, []ooxml.Cell{
			ooxml.Words(label(&f)), ooxml.Value(f.Quantity.Value), wide, ooxml.Words(f.Quantity.Text), ooxml.Words(f.Quantity.Counts), ooxml.Words(w.ClaimLong(f.Claim)), ooxml.Words("¶" + strconv.Itoa(f.Paragraph)),
		})
	}
	return rows
}

// format is how numbers of the axis are written.
func (c *bars) format() string {
	ticks := c.axis.Ticks()
	most := slices.Max(ticks)
	for power, commas := 1e12, 4; commas >= 2; power, commas = power/1000, commas-1 {
		if most < power {
			continue
		}
		word, ok := strings.CutPrefix(c.Words.Number(power, message.Short), "1")
		if !ok || strings.ContainsAny(word, `"0123456789`) {
			break
		}
		return "0.##" + strings.Repeat(",", commas) + `"` + word + `"`
	}
	return "General"
}
