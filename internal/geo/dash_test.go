package geo

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func (s Stroke) length() float64 { return math.Hypot(s.X2-s.X1, s.Y2-s.Y1) }

// level is a line from left to right through the middle of the map.
func level(points int) orb.LineString {
	line := make(orb.LineString, points)
	for i := range line {
		line[i] = orb.Point{-2 + 4*float64(i)/float64(points-1), 0}
	}
	return line
}

func TestDashesHaveTheirLengths(t *testing.T) {
	v := View{Scale: 300, Width: 1600, Height: 400} // the whole line is 1200 pixels long, from x = 200
	for _, points := range []int{2, 3, 7, 1001} {
		for _, d := range []Dashes{{9, 5}, {2.5, 4}, {9, 4, 2.5, 4}, {7}, {8, 0}} {
			strokes := Strokes(level(points), v, d)
			drawn, at := 0.0, 200.0
			for i, s := range strokes {
				if s.X1 < at-1e-6 || s.Y1 != 200 || s.Y2 != 200 {
					t.Fatalf("%v, %d points: stroke %d is %+v after %v", d, points, i, s, at)
				}
				drawn, at = drawn+s.length(), s.X2
			}
			inked, whole := 0.0, 0.0
			for i, by := range slices.Concat(d, d) {
				if whole += by; i%2 == 0 {
					inked += by
				}
			}
			if want := 1200 * inked / whole; math.Abs(drawn-want) > whole {
				t.Errorf("%v, %d points: %v pixels are drawn, want about %v", d, points, drawn, want)
			}
		}
	}
	if strokes := Strokes(level(2), v, Dashes{9, 5}); len(strokes) != 86 || math.Abs(strokes[1].X1-214) > 1e-6 || math.Abs(strokes[1].X2-223) > 1e-6 {
		t.Errorf("%d dashes, the second is %+v", len(strokes), strokes[1])
	}
	if strokes := Strokes(level(3), v, nil); len(strokes) != 2 || math.Abs(strokes[0].X1-200) > 1e-6 || math.Abs(strokes[1].X2-1400) > 1e-6 {
		t.Errorf("without dashes: %+v", strokes)
	}
}

// A dash that is seen in two views has the same place on the plane in both.
func TestDashesKeepStillWhileTheMapMoves(t *testing.T) {
	rnd := dice()
	line := Path([][2]float64{{-30, -20}, {10, 40}, {60, 35}, {140, -30}})[0]
	for _, d := range []Dashes{{9, 5}, {9, 4, 2.5, 4}, {7}} {
		v := View{}.Resized(800, 500).Zoom(3, 400, 250)
		whole := map[[2]int]bool{} // the middles of dashes, in hundredths of a pixel of the plane
		middle := func(v View, s Stroke) [2]int {
			p := v.Plane((s.X1+s.X2)/2, (s.Y1+s.Y2)/2)
			return [2]int{int(math.Round(p[0] * v.Scale * 100)), int(math.Round(p[1] * v.Scale * 100))}
		}
		wide := v
		wide.Width, wide.Height = 40_000, 40_000
		for _, s := range Strokes(line, wide, d) {
			m := middle(wide, s)
			for dx := -1; dx <= 1; dx++ {
				for dy := -1; dy <= 1; dy++ {
					whole[[2]int{m[0] + dx, m[1] + dy}] = true
				}
			}
		}
		seen := 0
		for range 200 {
			v := v.Pan((rnd.Float64()-0.5)*3000, (rnd.Float64()-0.5)*3000)
			for _, s := range Strokes(line, v, d) {
				if min(s.X1, s.X2, s.Y1, s.Y2) < 0 || max(s.X1, s.X2) > v.Width || max(s.Y1, s.Y2) > v.Height {
					continue // cut at the view's edge
				}
				seen++
				if !whole[middle(v, s)] {
					t.Fatalf("%v: %+v of %+v is not where it was", d, s, v)
				}
			}
		}
		if seen < 500 {
			t.Errorf("%v: only %d dashes are seen", d, seen)
		}
	}
}

func TestNothingIsDrawnOutOfView(t *testing.T) {
	rnd := dice()
	line := Path([][2]float64{{-30, -20}, {10, 40}, {60, 35}, {140, -30}})[0]
	for range 500 {
		v := anyView(rnd)
		for _, d := range []Dashes{nil, {9, 5}} {
			for _, s := range Strokes(line, v, d) {
				if min(s.X1, s.X2) < -4.001 || min(s.Y1, s.Y2) < -4.001 || max(s.X1, s.X2) > v.Width+4.001 || max(s.Y1, s.Y2) > v.Height+4.001 {
					t.Fatalf("%+v is drawn out of %+v", s, v)
				}
			}
		}
	}
	beside := View{Centre: orb.Point{0, 1}, Scale: 1000, Width: 500, Height: 500}
	if strokes := Strokes(level(100), beside, Dashes{9, 5}); len(strokes) > 0 {
		t.Errorf("%d strokes of a line that is not in view", len(strokes))
	}
}

// A line of very many points is drawn to its end, in few strokes; and one that
// is longer than can be seen does not fill the memory.
func TestLinesOfAMillionPoints(t *testing.T) {
	v := View{Scale: 300, Width: 1600, Height: 400}
	for _, d := range []Dashes{nil, {9, 5}} {
		strokes := Strokes(level(1_000_000), v, d)
		if len(strokes) == 0 || len(strokes) >= mostStrokes || math.Abs(strokes[len(strokes)-1].X2-1400) > 5 {
			t.Errorf("%v: %d strokes", d, len(strokes))
		}
	}
	rnd := dice()
	scribble := make(orb.LineString, 1_000_000)
	for i := range scribble {
		scribble[i] = orb.Point{(rnd.Float64()*2 - 1) * halfWidth, (rnd.Float64()*2 - 1) * halfHeight}
	}
	for _, scale := range []float64{300, Closest} {
		v.Scale = scale
		for _, d := range []Dashes{nil, {9, 5}, {0, 0}, {1e-12}, {0, 1e-3}} {
			if strokes := Strokes(scribble, v, d); len(strokes) == 0 || len(strokes) > mostStrokes {
				t.Errorf("scale %v, %v: %d strokes", scale, d, len(strokes))
			}
		}
	}
}

func TestStrokesOfOddLines(t *testing.T) {
	v := View{Scale: 300, Width: 1600, Height: 400}
	nan := math.NaN()
	for name, line := range map[string]orb.LineString{
		"none": nil, "one point": {{0, 0}}, "a point twice": {{0, 0}, {0, 0}}, "no numbers": {{0, 0}, {nan, nan}, {1, nan}, {nan, 1}},
		"infinite": {{0, 0}, {math.Inf(1), 0}, {0, math.Inf(-1)}},
	} {
		for _, d := range []Dashes{nil, {9, 5}, {}} {
			for _, s := range Strokes(line, v, d) {
				if length := s.length(); !(length < 1) {
					t.Errorf("%s: %+v", name, s)
				}
			}
		}
	}
	if got := Strokes(orb.LineString{{-1, 0}, {nan, 0}, {0, 0}, {1, 0}}, v, nil); len(got) != 1 || math.Abs(got[0].X2-1100) > 1e-9 {
		t.Errorf("after what is no number: %v", got)
	}
}

func TestStrokesAreMeasured(t *testing.T) {
	s := Stroke{10, 20, 30, 20}
	for _, c := range []struct{ x, y, want float64 }{{20, 20, 0}, {20, 25, 5}, {5, 20, 5}, {33, 24, 5}} {
		if got := s.Distance(c.x, c.y); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v, %v is %v away, want %v", c.x, c.y, got, c.want)
		}
	}
	if got := (Stroke{10, 20, 10, 20}).Distance(13, 24); got != 5 {
		t.Errorf("a point is %v away", got)
	}
	if got := s.Longer(2); got != (Stroke{8, 20, 32, 20}) {
		t.Errorf("longer: %v", got)
	}
	if got := (Stroke{1, 2, 1, 2}).Longer(2); got != (Stroke{1, 2, 1, 2}) {
		t.Errorf("a longer point: %v", got)
	}
}
