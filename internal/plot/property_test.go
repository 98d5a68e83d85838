package plot

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/drawing"
)

// slack is what rounding may cost, in pixels.
const slack = 0.01

func testOptions(width float64) Options {
	return Options{
		Width: width, Source: "Zheng Shanjie, Qiushi, 2024", Dossier: "beltroad 1.0", Words: english,
		Pillars: map[string]int{"policy": 1, "infrastructure": 2, "trade": 3, "finance": 4, "people": 5},
	}
}

// right is where a mark ends, and left where it begins.
func right(m *drawing.Mark) float64 {
	if m.Kind == drawing.Line {
		return max(m.X, m.X+m.W)
	}
	return m.X + m.W
}

func left(m *drawing.Mark) float64 {
	if m.Kind == drawing.Line {
		return min(m.X, m.X+m.W)
	}
	return m.X
}

// check holds a plot against what every plot has to be.
func check(t *testing.T, p *Plot, figures []data.Figure) {
	t.Helper()
	checkMarks(t, p)
	checkItems(t, p, figures)
	checkTexts(t, p)
	if p.Amount == 0 {
		checkBars(t, p, figures)
	}
}

func checkMarks(t *testing.T, p *Plot) {
	t.Helper()
	for i := range p.Marks {
		m := &p.Marks[i]
		for _, v := range []float64{m.X, m.Y, m.W, m.H, m.Stroke, m.Radius, m.Alpha, m.TextSize} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("no number: %+v", *m)
			}
		}
		if m.Kind != drawing.Line && (m.W < 0 || m.H < 0) || m.Alpha < 0 || m.Alpha > 1 {
			t.Fatalf("impossible: %+v", *m)
		}
		bottom := max(m.Y, m.Y+m.H)
		if left(m) < -slack || right(m) > p.Width+slack || m.Y < -slack || bottom > p.Height+slack {
			t.Fatalf("leaves the plot of %v × %v: %+v", p.Width, p.Height, *m)
		}
	}
}

// checkItems: every figure once, in rows that do not overlap.
func checkItems(t *testing.T, p *Plot, figures []data.Figure) {
	t.Helper()
	seen := map[string]int{}
	below := 0.0
	for _, i := range p.Items {
		seen[i.Figure]++
		if i.Hit.Y < below-slack || i.Hit.Y+i.Hit.H > p.Height+slack {
			t.Fatalf("rows overlap, or leave the plot: %+v", i)
		}
		below = i.Hit.Y + i.Hit.H
		if got, ok := p.ItemAt(p.Width/2, i.Hit.Y+i.Hit.H/2); !ok || got.Figure != i.Figure {
			t.Fatalf("%s is not found in its middle, but %q", i.Figure, got.Figure)
		}
	}
	for _, f := range figures {
		if seen[f.ID] != 1 {
			t.Fatalf("%s appears %d times", f.ID, seen[f.ID])
		}
	}
	if len(seen) != len(figures) {
		t.Fatalf("%d items for %d figures", len(seen), len(figures))
	}
	badges := 0
	for i := range p.Marks {
		if p.Marks[i].Part == PartBadge {
			badges++
		}
	}
	if badges != len(figures) {
		t.Fatalf("%d badges for %d figures", badges, len(figures))
	}
}

func overlap(a, b *drawing.Mark) bool {
	return a.X < b.X+b.W-slack && b.X < a.X+a.W-slack && a.Y < b.Y+b.H-slack && b.Y < a.Y+a.H-slack
}

// checkTexts: no text lies over another, no wording over a bar.
func checkTexts(t *testing.T, p *Plot) {
	t.Helper()
	var boxes []*drawing.Mark
	for i := range p.Marks {
		if m := &p.Marks[i]; m.Kind == drawing.Text || m.Kind == drawing.Rect && m.W > 0 {
			boxes = append(boxes, m)
		}
	}
	slices.SortFunc(boxes, func(a, b *drawing.Mark) int { return int(math.Copysign(1, a.Y-b.Y)) })
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if b.Y >= a.Y+a.H {
				break // and so does what follows
			}
			if (a.Kind == drawing.Text || b.Kind == drawing.Text) && overlap(a, b) {
				t.Fatalf("overlap:\n%+v\n%+v", *a, *b)
			}
		}
	}
}

// checkBars: in the order of values, as long as stated at least, and open ends
// beyond that.
func checkBars(t *testing.T, p *Plot, figures []data.Figure) {
	t.Helper()
	byID := map[string]data.Quantity{}
	for _, f := range figures {
		byID[f.ID] = f.Quantity
	}
	value := math.Inf(1)
	ended := false
	for _, i := range p.Items {
		q := byID[i.Figure]
		if !i.Drawn {
			ended = true
			continue
		}
		if ended || q.Comparator == data.Rank {
			t.Fatalf("%s is drawn below rows of text, or is a rank", i.Figure)
		}
		if q.Value > value {
			t.Fatalf("%s with %v stands below %v", i.Figure, q.Value, value)
		}
		value = q.Value
		checkEnds(t, p, i, q)
	}
}

func checkEnds(t *testing.T, p *Plot, i Item, q data.Quantity) {
	t.Helper()
	reach, back := i.From, i.From // of the marks of the figure
	for k := range p.Marks {
		if m := &p.Marks[k]; m.Of == i.Figure && (m.Part == PartBar || m.Part == PartTail) {
			reach, back = max(reach, right(m)), min(back, left(m))
		}
	}
	away := math.Copysign(1, q.Value)
	if away > 0 && reach < i.To-slack || away < 0 && back > i.To+slack {
		t.Fatalf("%s is shorter than stated: %v to %v, reaches %v and %v", i.Figure, i.From, i.To, back, reach)
	}
	if q.Comparator == data.Over && (away > 0 && reach < i.To+5 || away < 0 && back > i.To-5) {
		t.Fatalf("%s has no open end: %v, reaches %v and %v", i.Figure, i.To, back, reach)
	}
	if (q.Comparator == data.Exact || q.Comparator == data.Under) && (reach > max(i.From, i.To)+slack || back < min(i.From, i.To)-slack) {
		t.Fatalf("%s is exact, but longer than stated: %v to %v, reaches %v and %v", i.Figure, i.From, i.To, back, reach)
	}
}

// randomFigures are figures of one unit, with ranks among them, of any size.
func randomFigures(r *rand.Rand, n int) []data.Figure {
	comparators := []data.Comparator{data.Exact, data.Over, data.Under, data.About, data.Range, data.Order, data.Rank}
	claims := []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion}
	pillars := []string{"", "policy", "trade", "people", "elsewhere"}
	words := strings.Fields("trade of countries with incomprehensibilities 中国与共建国家 – ¶ a Eisenbahnknotenpunktentwicklung")
	phrase := func(most int) string {
		var all []string
		for range r.IntN(most) {
			all = append(all, words[r.IntN(len(words))])
		}
		return strings.Join(all, " ")
	}
	negative, spread := r.IntN(4) == 0, r.IntN(20)
	figures := make([]data.Figure, n)
	for i := range figures {
		v := math.Trunc(r.Float64()*1000) / 10 * math.Pow10(r.IntN(spread+1))
		if negative && r.IntN(3) == 0 {
			v = -v
		}
		q := data.Quantity{Text: phrase(8), Value: v, Comparator: comparators[r.IntN(len(comparators))], Unit: "tons", Counts: phrase(4)}
		if bounded(q) {
			q.Max = q.Value + 1 + math.Abs(q.Value)*r.Float64()*10
		}
		if q.Comparator == data.Rank {
			q.Unit = "rank"
		}
		figures[i] = data.Figure{
			ID: fmt.Sprint("f", i), Label: phrase(12), Quantity: q, Claim: claims[r.IntN(len(claims))], Pillar: pillars[r.IntN(len(pillars))],
			Paragraph: r.IntN(67) + 1,
		}
		if r.IntN(3) == 0 {
			figures[i].Period = data.Period{Start: data.Date{Year: 2013}, End: data.DateOf(2013+r.IntN(10), 0, 0)}
		}
	}
	return figures
}

func randomOptions(r *rand.Rand) Options {
	o := testOptions(r.Float64() * 1400)
	o.Axis = Axis(r.IntN(3))
	o.TextSize = []float64{0, 10, 14, 21, 28}[r.IntN(5)]
	o.Bare, o.Far, o.Dense = r.IntN(2) == 0, r.IntN(3) == 0, r.IntN(3) == 0
	if r.IntN(4) == 0 {
		o.Rows = 10
	}
	if r.IntN(3) == 0 {
		o.Highlight = []string{"f0", "f3"}
	}
	if r.IntN(2) == 0 {
		share := 0.3 + r.Float64()
		o.Measure = func(text string, size float64, bold bool) float64 { return float64(len(text)) * size * share }
	}
	return o
}

// checkLimit tests which figures of many a chart draws: as many as it may, those
// that are highlighted, and no smaller one than those that it leaves out.
func checkLimit(t *testing.T, p *Plot, figures []data.Figure, o Options) {
	t.Helper()
	most := cmp.Or(o.Rows, MostRows)
	if p.All != len(figures) || len(p.Figures) != min(len(figures), most) || len(p.Items) != len(p.Figures) {
		t.Fatalf("%d of %d figures are drawn, and %d rows", len(p.Figures), p.All, len(p.Items))
	}
	drawn := map[string]bool{}
	for _, f := range p.Figures {
		drawn[f.ID] = true
	}
	for _, id := range o.Highlight {
		if !drawn[id] && slices.ContainsFunc(figures, func(f data.Figure) bool { return f.ID == id }) {
			t.Errorf("%s is highlighted and not drawn", id)
		}
	}
	least, left := math.Inf(1), math.Inf(-1)
	c := newChart(o, map[bool]form{false: barChart, true: signChart}[p.Amount > 0])
	for _, f := range figures {
		switch {
		case slices.Contains(o.Highlight, f.ID) || !c.drawable(f.Quantity):
		case drawn[f.ID]:
			least = min(least, f.Quantity.Value)
		default:
			left = max(left, f.Quantity.Value)
		}
	}
	if left > least {
		t.Errorf("%v is left out and %v is not", left, least)
	}
	said := len(p.Notes) > 0 && strings.Contains(p.Notes[0].Text, "are drawn")
	if said != (len(figures) > most) || said != (p.Limit() != "") {
		t.Errorf("of %d figures, the notes say %q and the limit %q", len(figures), p.Notes, p.Limit())
	}
}

// What is told of a chart is the same with its marks and without them, and its marks
// are the same untold.
func checkTold(t *testing.T, figures []data.Figure, o Options, signs bool, p *Plot, refusal *Refusal) {
	t.Helper()
	told, refused := Told(figures, o, signs)
	if !reflect.DeepEqual(refused, refusal) || (told == nil) != (p == nil) {
		t.Fatalf("it is refused for %+v, and %+v", refused, refusal)
	}
	if p == nil {
		return
	}
	if a, b := told.Sheet(), p.Sheet(); a.Title != b.Title || a.Description != b.Description || !maps.Equal(a.Names, b.Names) {
		t.Errorf("it says %q %q, drawn %q %q", a.Title, a.Description, b.Title, b.Description)
	}
	if o.Untold = true; !o.Bare {
		return
	}
	compute := Compute
	if signs {
		compute = Pictogram
	}
	if bare, _ := compute(figures, o); bare.Height != p.Height || !reflect.DeepEqual(bare.Marks, p.Marks) || bare.Notes != nil {
		t.Errorf("untold, it has %d marks, not %d", len(bare.Marks), len(p.Marks))
	}
}

func checkSeed(t *testing.T, seed uint64, n int) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 9))
	figures, o := randomFigures(r, n), randomOptions(r)
	p, refusal := Compute(figures, o)
	if (p == nil) == (refusal == nil) || refusal != nil && n > 0 {
		t.Fatalf("%d figures: plot %v, refusal %+v", n, p != nil, refusal)
	}
	if p != nil {
		check(t, p, p.Figures)
		checkLimit(t, p, figures, o)
	}
	checkTold(t, figures, o, false, p, refusal)
	p, refusal = Pictogram(figures, o)
	if p != nil {
		check(t, p, p.Figures)
		checkLimit(t, p, figures, o)
	}
	checkTold(t, figures, o, true, p, refusal)
}

func TestRandomCharts(t *testing.T) {
	for seed := range uint64(400) {
		n := []int{1, 2, 5, 12, 40, 300}[seed%6]
		t.Run(fmt.Sprintf("%d of %d", seed, n), func(t *testing.T) { checkSeed(t, seed, n) })
	}
}

func FuzzChart(f *testing.F) {
	f.Add(uint64(1), uint(1), 0.0, 0.0)
	f.Add(uint64(2), uint(7), 1e300, -1e-300)
	f.Add(uint64(3), uint(300), math.NaN(), math.Inf(1))
	f.Fuzz(func(t *testing.T, seed uint64, n uint, a, b float64) {
		r := rand.New(rand.NewPCG(seed, 9))
		figures, o := randomFigures(r, int(n%64)+1), randomOptions(r)
		figures[0].Quantity.Value, figures[len(figures)-1].Quantity.Max = a, b
		if seed%5 == 0 {
			o.Width, o.TextSize = a, b
		}
		for _, compute := range []func([]data.Figure, Options) (*Plot, *Refusal){Compute, Pictogram} {
			p, refusal := compute(figures, o)
			if (p == nil) == (refusal == nil) {
				t.Fatal("neither a plot nor a refusal, or both")
			}
			if p != nil {
				check(t, p, p.Figures)
				checkLimit(t, p, figures, o)
			}
		}
	})
}

func TestTicksOfAChartCoverItsValues(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 11))
		c := newChart(testOptions(600), barChart)
		rows := c.rowsOf(randomFigures(r, 12))
		s, _ := c.chooseAxis(rows)
		for _, row := range rows {
			if s != nil && row.drawn && (s.At(row.lo) < 0 || s.At(row.hi) > 1) {
				t.Fatalf("%v to %v is not on %v", row.lo, row.hi, s.Ticks())
			}
		}
	}
}
