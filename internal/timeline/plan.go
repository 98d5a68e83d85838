package timeline

import (
	"cmp"
	"math"
	"slices"

	"beltroad/data"
	"beltroad/internal/drawing"
)

// Style is what a drawing of a timeline is measured by, in pixels.
type Style struct {
	Width float64 // of all
	Side  float64 // at the left, for the names of lanes; 0: they stand above
	Head  float64 // above the rows of a lane
	Pad   float64 // above and below a lane
	Row   float64 // height of a row
	Axis  float64 // height of the axis, above and below
	Dot   float64 // of a day; shorter signs are drawn as wide
	Gap   float64 // between a sign and its label
	Text
}

// Text is how a drawing of a timeline is lettered.
type Text struct {
	TextSize float64
	Measure  func(text string, bold bool) float64
	Name     func(d data.Date, withYear bool) string // of a tick
	LaneName func(Lane) string
}

// pitch is how far the lines of a label are apart, and high how high a row of so many is.
func (s *Style) pitch() float64         { return drawing.Font{Size: s.TextSize}.Height(1) }
func (s *Style) high(lines int) float64 { return s.Row + float64(lines-1)*s.pitch() }

func (s *Style) plotWidth() float64 { return max(s.Width-s.Side, 1) }

// Plan is where items stand in a drawing of some width, whatever the window:
// the row of each, so that nothing jumps while the window moves.
type Plan struct {
	Height float64
	Lanes  []drawing.Box

	timeline *Timeline
	style    Style
	places   []place
	counts   map[int]float64 // widths of counts
	rows     [][]row         // of each lane
}

// place is the row and the label of an item.
type place struct {
	known   bool // the label was measured
	side    side
	natural float64  // width of the whole label
	need    float64  // width that is kept free for it
	lines   []*Label // in one line, in two, ...: as far as that was asked for
	// narrowest tells that more lines make it no narrower.
	narrowest bool
}

// side is where the label of an item stands: in its sign where that is wide
// enough, else beside it.
type side int

const (
	after side = iota
	before
)

// row are items that do not overlap, from left to right. The crowd is what is
// left when a lane has no more rows: it is drawn as counts.
type row struct {
	items []int
	lines int // that its labels have at most
	crowd bool
}

// mostRows is how many rows a lane has at most for what happens, and as many
// for what lasts.
const mostRows = 6

// NewPlan finds rows for all items, seen all at once. In a shorter window they
// are farther apart, and still have room.
func NewPlan(t *Timeline, s Style) *Plan {
	const many = 4000 // items; the labels of fewer are measured in a moment
	if len(t.Items) > many {
		s.Measure = byLetter(s.Measure)
	}
	s.Measure = remembering(s.Measure)
	p := &Plan{timeline: t, style: s, places: make([]place, len(t.Items)), counts: map[int]float64{}, rows: make([][]row, len(t.Lanes))}
	y, next := s.Axis, 0
	for lane := range t.Lanes {
		var moments, periods, elsewhere []int
		for ; next < len(t.Items) && t.Items[next].Lane == lane; next++ {
			switch i := next; {
			case t.Items[i].Source != nil:
				elsewhere = append(elsewhere, i)
			case t.Items[i].IsPeriod():
				periods = append(periods, i)
			default:
				moments = append(moments, i)
			}
		}
		happened, crowd := p.pack(moments)
		lasted, more := p.pack(periods)
		rows := slices.Concat(happened, lasted)
		if crowd = append(crowd, more...); len(crowd) > 0 {
			rows = append(rows, row{p.byBegin(crowd), 1, true})
		}
		others, crowd := p.pack(elsewhere) // apart, so that no count mixes sources
		if rows = append(rows, others...); len(crowd) > 0 {
			rows = append(rows, row{p.byBegin(crowd), 1, true})
		}
		p.rows[lane] = rows
		h := s.Head + 2*s.Pad
		for i := range rows {
			p.deepen(&rows[i])
			h += s.high(rows[i].lines)
		}
		p.Lanes = append(p.Lanes, drawing.Box{Y: y, W: s.Width, H: h})
		y += h
	}
	p.Height = y + s.Axis
	return p
}

// remembering measures each text once: the same labels are measured for every
// window of time.
func remembering(measure func(text string, bold bool) float64) func(text string, bold bool) float64 {
	const most = 4096 // shortened labels come and go
	widths := [2]map[string]float64{{}, {}}
	return func(text string, bold bool) float64 {
		known := widths[0]
		if bold {
			known = widths[1]
		}
		w, ok := known[text]
		if !ok {
			if len(known) > most {
				clear(known)
			}
			w = measure(text, bold)
			known[text] = w
		}
		return w
	}
}

// byLetter measures a text as the sum of its letters. Set together they are hardly narrower.
func byLetter(measure func(text string, bold bool) float64) func(text string, bold bool) float64 {
	letter := remembering(measure)
	return func(text string, bold bool) (sum float64) {
		for _, r := range text {
			sum += letter(string(r), bold)
		}
		return sum
	}
}

// x is where a time lies in a window, in pixels from the left of the plot.
func (p *Plan) x(w Span, t float64) float64 {
	return (t - w.From) / w.Length() * p.style.plotWidth()
}

// sign is the stretch that an item's sign takes: its time, but not less than a
// dot, which is the sign of a day.
func (p *Plan) sign(i int, w Span) (from, to float64) {
	it := &p.timeline.Items[i]
	from, to = p.x(w, it.Span.From), p.x(w, it.Span.To)
	if least := p.style.Dot; to-from < least || it.Date().Day > 0 {
		middle := (from + to) / 2
		from, to = middle-least/2, middle+least/2
	}
	return from, to
}

// byBegin puts items in the order in which their signs begin, seen all at once.
func (p *Plan) byBegin(items []int) []int {
	type begun struct {
		at   float64
		item int
	}
	all := make([]begun, len(items)) // thousands: each is asked once
	for n, i := range items {
		all[n].at, _ = p.sign(i, p.timeline.Bounds)
		all[n].item = i
	}
	slices.SortStableFunc(all, func(a, b begun) int { return cmp.Compare(a.at, b.at) })
	for n := range all {
		items[n] = all[n].item
	}
	return items
}

// label is the place of an item's label: it is measured, and the side with room
// for it found, when that is first asked for.
func (p *Plan) label(i int) *place {
	if !p.places[i].known {
		p.measure(i)
	}
	return &p.places[i]
}

func (p *Plan) measure(i int) {
	const share = 0.36 // of the plot, for one label
	it, pl := &p.timeline.Items[i], &p.places[i]
	pl.known = true
	pl.natural = p.style.Measure(it.Label(), false) + p.indent(it)
	plot := p.style.plotWidth()
	pl.need = max(share*plot, 4*p.style.Row)
	if pl.natural <= pl.need {
		pl.need = pl.natural
	} else {
		pl.need = max(pl.need, p.narrowest(i))
	}
	from, to := p.sign(i, p.timeline.Bounds)
	for _, width := range []float64{pl.natural, pl.need} {
		switch {
		case p.inside(i, from, to), to+p.style.Gap+width <= plot:
			return
		case from-p.style.Gap-width >= 0:
			pl.side = before
			return
		}
	}
}

// extent is the stretch of a row that an item takes, with its label.
func (p *Plan) extent(i int, from, to float64) (left, right float64) {
	pl, gap := p.label(i), p.style.Gap
	switch {
	case p.inside(i, from, to):
		return from, to
	case pl.side == before:
		return from - gap - pl.need, to
	default:
		return from, to + gap + pl.need
	}
}

// inside tells whether a sign has room for its label within, or fills the plot anyway.
func (p *Plan) inside(i int, from, to float64) bool {
	return to-from >= min(p.label(i).natural, p.style.plotWidth())+2*p.style.Gap
}

// stretch is a part of a row that is taken.
type stretch struct{ left, right float64 }

// pack finds rows for items of a lane, which come by time: the earliest stand
// at the top. The crowd is what finds none.
func (p *Plan) pack(items []int) (rows []row, crowd []int) {
	var taken [][]stretch // of each row
	free := func(left, right float64) int {
		return slices.IndexFunc(taken, func(row []stretch) bool {
			return !slices.ContainsFunc(row, func(s stretch) bool {
				return left < s.right+2*p.style.Gap && s.left < right+2*p.style.Gap
			})
		})
	}
	const tries = 3 // at one place: of thousands that stand there, no label may find room
	failedAt, failed := math.Inf(-1), 0
	for _, i := range items {
		from, to := p.sign(i, p.timeline.Bounds)
		if math.Abs(from-failedAt) >= 1 {
			failed = 0
		}
		if len(rows) == mostRows && (failed >= tries || free(from, to) < 0) { // not even for its sign is there room
			crowd = append(crowd, i)
			continue
		}
		left, right := p.extent(i, from, to)
		at := free(left, right)
		switch {
		case at >= 0:
		case len(rows) == mostRows:
			crowd = append(crowd, i)
			failedAt = from
			failed++
			continue
		default:
			at = len(rows)
			rows, taken = append(rows, row{lines: 1}), append(taken, nil)
		}
		rows[at].items = append(rows[at].items, i)
		taken[at] = append(taken[at], stretch{left, right})
	}
	for _, r := range rows { // from left to right; none overlap, so their middles tell
		slices.SortFunc(r.items, func(a, b int) int {
			return cmp.Compare(p.timeline.Items[a].Span.middle(), p.timeline.Items[b].Span.middle())
		})
	}
	return rows, crowd
}
