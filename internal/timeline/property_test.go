package timeline

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"beltroad/data"
	"beltroad/internal/drawing"
)

// slack is what rounding may cost, in pixels.
const slack = 0.01

func testStyle(width float64) Style {
	return Style{
		Width: width, Side: 120, Pad: 6, Row: 22, Axis: 24, Dot: 10, Gap: 6,
		Text: Text{
			TextSize: 12, LaneName: func(l Lane) string { return l.Name },
			Measure: func(text string, bold bool) float64 {
				return float64(utf8.RuneCountInString(text)) * map[bool]float64{false: 6.1, true: 6.7}[bold]
			},
			Name: func(d data.Date, withYear bool) string {
				if !withYear && d.Month > 0 && d.Day == 0 {
					return fmt.Sprintf("month %d", d.Month)
				}
				return d.String()
			},
		},
	}
}

// randomTimeline has n items of all kinds in some lanes.
func randomTimeline(r *rand.Rand, n int) *Timeline {
	t := &Timeline{Written: data.Date{Year: 2023}}
	lanes := 1 + r.IntN(4)
	for l := range lanes {
		t.Lanes = append(t.Lanes, Lane{Name: fmt.Sprint("lane ", l), Order: l})
	}
	first, years := 1+r.IntN(9000), 1+r.IntN(40)
	date := func() data.Date {
		year, month, day := first+r.IntN(years), 0, 0
		if r.IntN(2) == 0 {
			month = 1 + r.IntN(12)
			if r.IntN(2) == 0 {
				day = 1 + r.IntN(28)
			}
		}
		return data.DateOf(year, month, day)
	}
	for i := range n {
		id := fmt.Sprint(i)
		label := strings.Repeat("words and ", r.IntN(9)) + id
		it, d, e := Item{Lane: r.IntN(lanes)}, date(), date()
		switch r.IntN(3) {
		case 0:
			it.Event, it.Span = &data.Event{ID: id, Label: label, Date: d}, Of(d)
		case 1:
			it.Figure = &data.Figure{ID: id, Label: label, AsOf: d, Quantity: data.Quantity{Text: fmt.Sprint(r.IntN(1e6), " million")}}
			it.Span = Of(d)
		default:
			if Of(e).From < Of(d).From {
				d, e = e, d
			}
			it.Figure = &data.Figure{ID: id, Label: label, Period: data.Period{Start: d, End: e}, Quantity: data.Quantity{Text: "over 7"}}
			it.Span = Span{Of(d).From, max(Of(e).To, Of(d).From+1)}
		}
		it.Ahead = r.IntN(5) == 0
		t.Items = append(t.Items, it)
	}
	slices.SortStableFunc(t.Items, func(a, b Item) int { return a.Lane - b.Lane })
	t.measure()
	return t
}

// randomWindow is what someone may have zoomed and panned to.
func randomWindow(r *rand.Rand, t *Timeline) Span {
	w := t.Bounds
	for range r.IntN(12) {
		if r.IntN(3) == 0 {
			w = w.Pan(r.Float64()*4-2, t.Bounds)
		} else {
			w = w.Zoom(math.Exp(r.Float64()*3-2), r.Float64(), Shortest, t.Bounds)
		}
	}
	return w
}

func overlap(a, b drawing.Box) bool {
	return a.X+a.W > b.X+slack && b.X+b.W > a.X+slack && a.Y+a.H > b.Y+slack && b.Y+b.H > a.Y+slack
}

// check holds a frame against what every frame has to be.
func check(t *testing.T, tl *Timeline, p *Plan, f *Frame, s Style) {
	t.Helper()
	checkMarks(t, tl, p, f, s)
	checkApart(t, tl, f)
	checkAxis(t, tl, f, s)
	// Each item in the window is there, once.
	seen := map[int]int{}
	for _, m := range f.Marks {
		for _, i := range m.Items {
			seen[i]++
		}
	}
	for i := range tl.Items {
		span := tl.Items[i].Span
		if tl.Items[i].Date().Day > 0 { // a disc at noon
			span = Span{span.middle(), span.middle()}
		}
		in := span.To > f.Window.From && span.From < f.Window.To
		if n := seen[i]; n > 1 || in && n == 0 {
			t.Fatalf("item %d, %+v, is %d times in %+v", i, tl.Items[i], n, f.Window)
		}
	}
}

func checkMarks(t *testing.T, tl *Timeline, p *Plan, f *Frame, s Style) {
	t.Helper()
	for _, m := range f.Marks {
		lane := p.Lanes[tl.Items[m.Items[0]].Lane]
		for _, b := range []drawing.Box{m.Box, m.Text, m.Hit} {
			for _, v := range []float64{b.X, b.Y, b.W, b.H} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("no number: %+v", m)
				}
			}
			if b != (drawing.Box{}) && (b.X < s.Side-slack || b.X+b.W > s.Width+slack || b.W < 0 || b.Y < lane.Y+s.Head-slack || b.Y+b.H > lane.Y+lane.H+slack) {
				t.Fatalf("leaves its lane of %+v: %+v in %+v", lane, b, m)
			}
		}
		if m.Label != nil && !overlapsHit(m) {
			t.Fatalf("cannot be hit: %+v", m)
		}
		checkLabel(t, &tl.Items[m.Items[0]], m, s)
	}
}

// checkLabel: a label is whole, and has the room that its lines take.
func checkLabel(t *testing.T, it *Item, m Mark, s Style) {
	t.Helper()
	if m.Label == nil {
		if m.Text != (drawing.Box{}) {
			t.Fatalf("room without a label: %+v", m)
		}
		return
	}
	if len(m.Items) > 1 {
		t.Fatalf("the label of a count: %+v", m)
	}
	if got, want := strings.Join(strings.Fields(strings.Join(m.Label.Lines, " ")), " "), strings.Join(strings.Fields(it.Label()), " "); got != want {
		t.Fatalf("of %q only %q is seen", want, got)
	}
	width, indent := 0.0, 0.0
	if it.Value() != "" {
		indent = s.Measure(it.Value(), true) + s.Gap
	}
	for k, line := range m.Label.Lines {
		w := s.Measure(line, false)
		if k == 0 {
			w += indent
		}
		width = max(width, w)
	}
	if math.Abs(width-m.Text.W) > slack {
		t.Fatalf("the label is %v wide, and has %v: %+v", width, m.Text.W, m)
	}
}

func overlapsHit(m Mark) bool {
	return m.Hit.X <= m.Box.X && m.Hit.X <= m.Text.X && m.Hit.X+m.Hit.W >= m.Box.X+m.Box.W-slack && m.Hit.X+m.Hit.W >= m.Text.X+m.Text.W-slack
}

// checkApart: labels and signs of different items do not lie on one another,
// nor do labels lie on their own points.
func checkApart(t *testing.T, tl *Timeline, f *Frame) {
	t.Helper()
	byRow := map[float64][]Mark{}
	for _, m := range f.Marks {
		byRow[m.Box.Y] = append(byRow[m.Box.Y], m)
		if it := tl.Items[m.Items[0]]; m.Text.W > 0 && it.Date().Day > 0 && overlap(m.Box, m.Text) {
			t.Fatalf("a label lies on its point: %+v", m)
		}
	}
	for _, marks := range byRow {
		slices.SortFunc(marks, func(a, b Mark) int { return int(math.Copysign(1, a.Hit.X-b.Hit.X)) })
		for i := range marks[1:] {
			if overlap(marks[i].Hit, marks[i+1].Hit) {
				t.Fatalf("overlap in %+v:\n%+v\n%+v", f.Window, marks[i], marks[i+1])
			}
		}
	}
}

func checkAxis(t *testing.T, tl *Timeline, f *Frame, s Style) {
	t.Helper()
	if most := int(s.Width/10) + 3; len(f.Lines) > most || len(f.Names) > most {
		t.Fatalf("%d lines and %d names in %+v", len(f.Lines), len(f.Names), f.Window)
	}
	if !slices.IsSorted(f.Lines) || len(f.Lines) > 0 && (f.Lines[0] < s.Side || f.Lines[len(f.Lines)-1] > s.Width+slack) {
		t.Fatalf("lines are not in order: %v", f.Lines)
	}
	right := s.Side
	for _, n := range f.Names {
		if n.X < right-slack || n.X+s.Measure(n.Text, false) > s.Width+slack {
			t.Fatalf("names of the axis overlap, or leave it: %+v", f.Names)
		}
		right = n.X + s.Measure(n.Text, false)
	}
	if len(tl.Items) > 0 && len(f.Names) == 0 && s.plotWidth() > 400 {
		t.Fatal("the axis has no name")
	}
}

func checkSeed(t *testing.T, seed uint64, n int, width float64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 4))
	tl := randomTimeline(r, n)
	s := testStyle(width)
	if r.IntN(2) == 0 {
		s.Side, s.Head = 0, 20
	}
	p := NewPlan(tl, s)
	for range 6 {
		w := randomWindow(r, tl)
		check(t, tl, p, p.Frame(w), s)
	}
	if all := p.Frame(tl.Bounds); n > 0 && len(all.Marks) == 0 {
		t.Fatal("nothing is seen at first")
	}
}

func TestRandomTimelines(t *testing.T) {
	for seed := range uint64(300) {
		n := []int{0, 1, 2, 7, 25, 120, 700}[seed%7]
		for _, width := range []float64{260, 500, 700, 1400} {
			t.Run(fmt.Sprintf("%d of %d in %g", seed, n, width), func(t *testing.T) { checkSeed(t, seed, n, width) })
		}
	}
}

func FuzzTimeline(f *testing.F) {
	f.Add(uint64(1), uint(3), 500.0)
	f.Add(uint64(7), uint(300), 1.0)
	f.Fuzz(func(t *testing.T, seed uint64, n uint, width float64) {
		if !(width >= 250 && width <= 1e5) { // less has no room for a single label of the axis
			width = 250
		}
		checkSeed(t, seed, int(n%400), width)
	})
}

// Zooming in never takes a label away from what stays in the middle of the window,
// and never makes a count of what stood alone.
func TestZoomOpensCounts(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 5))
		tl := randomTimeline(r, 300)
		p := NewPlan(tl, testStyle(800))
		w := tl.Bounds
		at := tl.Items[r.IntN(len(tl.Items))].Span.middle()
		alone := map[int]bool{}
		for range 20 {
			f := p.Frame(w)
			for _, m := range f.Marks {
				for _, i := range m.Items {
					if len(m.Items) > 1 && alone[i] && !m.CutLeft && !m.CutRight && m.Box.X > p.style.Side && m.Box.X+m.Box.W < p.style.Width {
						t.Fatalf("seed %d: zoomed in, item %d becomes one of %d", seed, i, len(m.Items))
					}
					alone[i] = alone[i] || len(m.Items) == 1
				}
			}
			w = w.Zoom(0.7, (at-w.From)/w.Length(), Shortest, tl.Bounds)
		}
	}
}

func TestPlanIsTheSameEachTime(t *testing.T) {
	for seed := range uint64(20) {
		tl := randomTimeline(rand.New(rand.NewPCG(seed, 6)), 100)
		s := testStyle(700)
		if !reflect.DeepEqual(NewPlan(tl, s).Frame(tl.Bounds), NewPlan(tl, s).Frame(tl.Bounds)) {
			t.Fatal("two plans of the same differ")
		}
	}
}
