package geo

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"beltroad/internal/drawing"
)

func usual() Sizes { return Sizes{Apart: 14, Mark: 19, Many: 24, Height: 20, Gap: 1, Most: 150} }

// marksOf are marks with their labels; widths are those of the labels.
func marksOf(sites []Site, widths []float64, lines []orb.LineString, avoid []drawing.Box, v View, s Sizes) []Mark {
	marks := Marks(sites, v, s)
	NewLabels(marks, lines, avoid, v, s).Place(marks, func(site int) float64 { return widths[site] })
	return marks
}

// someWidths are those of labels, none for some.
func someWidths(rnd *rand.Rand, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = float64(rnd.IntN(5)) * 30
	}
	return all
}

// someSites are sites in clumps and alone, as places are.
func someSites(rnd *rand.Rand, n int) []Site {
	sites := make([]Site, n)
	var clump orb.Point
	for i := range sites {
		if i%7 == 0 {
			clump = Project(rnd.Float64()*360-180, math.Asin(rnd.Float64()*2-1)*180/math.Pi)
		}
		wide := math.Pow(10, -rnd.Float64()*4)
		at := orb.Point{clump[0] + rnd.NormFloat64()*wide, clump[1] + rnd.NormFloat64()*wide}
		if rnd.IntN(10) == 0 {
			at = clump // several at the very same point
		}
		sites[i] = Site{At: at, Weight: rnd.IntN(20)}
	}
	return sites
}

// checkMarks checks what holds for marks of any sites in any view.
func checkMarks(t *testing.T, sites []Site, widths []float64, marks []Mark, v View, s Sizes) {
	t.Helper()
	in := map[int]int{}
	var boxes, labels []drawing.Box
	for _, m := range marks {
		if m.At != sites[m.Sites[0]].At {
			t.Fatalf("a mark is at %v, its first site at %v", m.At, sites[m.Sites[0]].At)
		}
		last := math.MaxInt
		for _, i := range m.Sites {
			in[i]++
			if sites[i].Weight > last {
				t.Fatalf("in %v a heavier site comes later", m.Sites)
			}
			last = sites[i].Weight
		}
		x, y := v.Point(m.At)
		side := s.Mark
		if len(m.Sites) > 1 {
			side = s.Many
		}
		boxes = append(boxes, drawing.Box{X: x - side/2, Y: y - side/2, W: side, H: side})
		if (m.Side == NoSide) != (m.Label == drawing.Box{}) {
			t.Fatalf("a label %v on side %v", m.Label, m.Side)
		}
		if m.Side != NoSide {
			if m.Label.W != widths[m.Sites[0]] || m.Label.H != s.Height {
				t.Fatalf("a label of %v x %v", m.Label.W, m.Label.H)
			}
			labels = append(labels, drawing.Box{X: m.Label.X + x, Y: m.Label.Y + y, W: m.Label.W, H: m.Label.H})
		}
	}
	for i, at := range sites {
		if in[i] > 1 || in[i] == 0 && v.Bound().Contains(at.At) {
			t.Fatalf("a site at %v is in %d marks of %v", at.At, in[i], v.Bound())
		}
	}
	for i, l := range labels {
		for _, other := range slices.Concat(boxes, labels[:i]) {
			wide := min(l.X+l.W, other.X+other.W) - max(l.X, other.X)
			high := min(l.Y+l.H, other.Y+other.H) - max(l.Y, other.Y)
			if wide > 1e-6 && high > 1e-6 {
				t.Fatalf("the label %v covers %v", l, other)
			}
		}
	}
	if len(marks) > s.Most {
		t.Fatalf("%d marks", len(marks))
	}
}

func TestMarksCoverNothing(t *testing.T) {
	rnd := dice()
	lines := Path([][2]float64{{-30, -20}, {10, 40}, {60, 35}, {140, -30}})
	panels := []drawing.Box{{W: 200, H: 300}}
	for range 300 {
		sites := someSites(rnd, rnd.IntN(400))
		widths := someWidths(rnd, len(sites))
		v := anyView(rnd)
		s := usual()
		s.Most = 20 + rnd.IntN(200)
		marks := marksOf(sites, widths, lines, panels, v, s)
		checkMarks(t, sites, widths, marks, v, s)
		if again := marksOf(sites, widths, lines, panels, v, s); !reflect.DeepEqual(again, marks) {
			t.Fatal("the same sites give other marks")
		}
	}
}

func TestMarksOfVeryManySites(t *testing.T) {
	rnd := dice()
	sites := someSites(rnd, 10_000)
	widths := someWidths(rnd, len(sites))
	for _, zoom := range []float64{1, 2.5, 20} {
		v := View{}.Resized(1280, 800).Zoom(zoom, 600, 300)
		marks := marksOf(sites, widths, nil, nil, v, usual())
		checkMarks(t, sites, widths, marks, v, usual())
		if len(marks) < 10 {
			t.Errorf("at %v there are %d marks", zoom, len(marks))
		}
	}
}

// Where there are few sites, a pan changes neither marks nor what they stand for.
func TestMarksStayAfterAPan(t *testing.T) {
	rnd := dice()
	for range 300 {
		sites := someSites(rnd, 60)
		v := anyView(rnd)
		panned := v.Pan((rnd.Float64()-0.5)*v.Width, (rnd.Float64()-0.5)*v.Height)
		before := map[orb.Point][]int{}
		for _, m := range Marks(sites, v, usual()) {
			before[m.At] = m.Sites
		}
		for _, m := range Marks(sites, panned, usual()) {
			if was, ok := before[m.At]; v.Bound().Contains(m.At) && (!ok || !slices.Equal(was, m.Sites)) {
				t.Fatalf("a mark at %v stood for %v and stands for %v", m.At, was, m.Sites)
			}
		}
	}
}

// A site that is heavier than all near it keeps its own place, at every scale.
func TestHeavySitesKeepTheirPlace(t *testing.T) {
	near := max(usual().Apart, legibleApart*usual().Many)
	rnd := dice()
	for range 300 {
		sites := someSites(rnd, 100)
		v := anyView(rnd)
		marks := Marks(sites, v, usual())
		for i, site := range sites {
			alone := v.Bound().Contains(site.At)
			for j, other := range sites {
				apart := math.Hypot(other.At[0]-site.At[0], other.At[1]-site.At[1]) * v.Scale
				alone = alone && (i == j || apart > near+1e-6 || other.Weight < site.Weight)
			}
			if alone && !slices.ContainsFunc(marks, func(m Mark) bool { return m.Sites[0] == i }) {
				t.Fatalf("site %d, %+v, has no mark of its own", i, site)
			}
		}
	}
}

func TestSitesThatAreCloseShareAMark(t *testing.T) {
	v := View{Scale: 100, Width: 400, Height: 300}
	sites := []Site{
		{At: orb.Point{0.1, 0}, Weight: 1}, // 10 pixels from the heavy one
		{At: orb.Point{0, 0}, Weight: 5},
		{At: orb.Point{-1, 0.5}, Weight: 1},
	}
	marks := marksOf(sites, []float64{40, 50, 0}, nil, nil, v, usual())
	want := []Mark{
		{At: orb.Point{0, 0}, Sites: []int{1, 0}, Side: Right, Label: drawing.Box{X: 13, Y: -10, W: 50, H: 20}},
		{At: orb.Point{-1, 0.5}, Sites: []int{2}},
	}
	if !reflect.DeepEqual(marks, want) {
		t.Errorf("got %+v, want %+v", marks, want)
	}
	if closer := Marks(sites, v.Zoom(2, 200, 150), usual()); len(closer) != 3 {
		t.Errorf("20 pixels apart: %+v", closer)
	}
}

// A label goes to the first side where it covers nothing, and to a line only if
// it must.
func TestLabelsChooseTheirSide(t *testing.T) {
	v := View{Scale: 100, Width: 400, Height: 300}
	type labelled struct {
		Site
		label float64
	}
	site := func(x, y float64, weight int, label float64) labelled {
		return labelled{Site{At: orb.Point{x / 100, y / 100}, Weight: weight}, label}
	}
	line := func(x1, y1, x2, y2 float64) orb.LineString {
		return orb.LineString{{x1 / 100, y1 / 100}, {x2 / 100, y2 / 100}}
	}
	for _, c := range []struct {
		name  string
		sites []labelled
		lines []orb.LineString
		boxes []drawing.Box
		want  Side
	}{
		{name: "alone", sites: []labelled{site(0, 0, 9, 50)}, want: Right},
		{name: "without a name", sites: []labelled{site(0, 0, 9, 0)}, want: NoSide},
		{name: "a mark at the right", sites: []labelled{site(0, 0, 9, 50), site(30, 0, 1, 0)}, want: Left},
		{name: "a line at the right", sites: []labelled{site(0, 0, 9, 50)}, lines: []orb.LineString{line(0, 0, 150, 0)}, want: Left},
		{name: "a panel at the right", sites: []labelled{site(0, 0, 9, 50)}, boxes: []drawing.Box{{X: 240, W: 160, H: 300}}, want: Left},
		{name: "a line through it", sites: []labelled{site(0, 0, 9, 50)}, lines: []orb.LineString{line(-150, 0, 150, 0)}, want: Below},
		{name: "marks at both sides", sites: []labelled{site(0, 0, 9, 50), site(30, 0, 1, 0), site(-30, 0, 1, 0)}, want: Below},
		{name: "and below", sites: []labelled{site(0, 0, 9, 50), site(30, 0, 1, 0), site(-30, 0, 1, 0), site(0, -20, 1, 0)}, want: Above},
		{name: "all around", sites: []labelled{site(0, 0, 9, 50), site(30, 0, 1, 0), site(-30, 0, 1, 0), site(0, -20, 1, 0), site(0, 20, 1, 0)}, want: NoSide},
		{name: "lines everywhere", sites: []labelled{site(0, 0, 9, 50)}, lines: []orb.LineString{line(-150, 0, 150, 0), line(0, -100, 0, 100)}, want: Right},
		{name: "beyond the left edge", sites: []labelled{site(-210, 0, 9, 50)}, want: NoSide},
		{name: "below the lower edge", sites: []labelled{site(0, -155, 9, 50)}, want: NoSide},
		{name: "a panel over all", sites: []labelled{site(0, 0, 9, 50)}, boxes: []drawing.Box{{W: 400, H: 300}}, want: Right},
	} {
		var sites []Site
		var widths []float64
		for _, s := range c.sites {
			sites, widths = append(sites, s.Site), append(widths, s.label)
		}
		marks := marksOf(sites, widths, c.lines, c.boxes, v, usual())
		if got := marks[0].Side; got != c.want {
			t.Errorf("%s: the label is at side %d, want %d", c.name, got, c.want)
		}
	}
	if marks := Marks(nil, v, usual()); len(marks) != 0 {
		t.Errorf("no sites give %v", marks)
	}
}
