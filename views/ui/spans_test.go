package ui

import (
	"math"
	"math/rand/v2"
	"testing"
)

func near(a, b float32) bool { return math.Abs(float64(a-b)) < 0.5 }

func TestSpansAddUp(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4)) // #nosec G404 -- the same each time
	for range 50 {
		rows := random.IntN(300)
		var s spans
		s.reset(rows, 20)
		heights := make([]float32, rows)
		for i := range heights {
			heights[i] = 20
		}
		for range rows {
			i := random.IntN(rows)
			heights[i] = 1 + random.Float32()*60
			s.set(i, heights[i])
		}
		y := float32(0)
		for i, h := range heights {
			if !near(s.top(i), y) || !near(s.height(i), h) {
				t.Fatalf("row %d of %d begins at %g and is %g high, want %g and %g", i, rows, s.top(i), s.height(i), y, h)
			}
			if got := s.at(y + h/2); got != i {
				t.Fatalf("at %g is row %d, want %d", y+h/2, got, i)
			}
			y += h
		}
		if !near(s.top(rows), y) {
			t.Fatalf("%d rows are %g high, want %g", rows, s.top(rows), y)
		}
		if rows > 0 && (s.at(-5) != 0 || s.at(y+99) != rows-1) {
			t.Fatalf("beside the rows are %d and %d", s.at(-5), s.at(y+99))
		}
	}
}

// Wherever one jumps, what can be seen is live and measured, little else is,
// and what was seen before does not move on screen.
func TestStripKeepsWhatIsSeenInPlace(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6)) // #nosec G404 -- the same each time
	for range 30 {
		const rows, view = 5000, 600
		heights := make([]float32, rows)
		for i := range heights {
			heights[i] = 15 + float32(random.IntN(90))
		}
		measured := 0
		measure := func(i int) float32 {
			measured++
			return heights[i]
		}
		var s strip
		s.start(rows, measure)
		y := float32(0)
		for range 200 {
			switch random.IntN(3) {
			case 0: // the wheel
				y += float32(random.IntN(400) - 200)
			case 1:
				y += float32(random.IntN(80) - 60)
			default:
				if random.IntN(10) == 0 { // the bar
					y = random.Float32() * s.top(rows)
				}
			}
			y = max(0, min(y, s.top(rows)-view))
			seen := map[int]float32{}
			for i := s.first; i < s.last; i++ {
				if top := s.top(i); top >= y && top < y+view {
					seen[i] = top - y
				}
			}
			s.from, s.to, s.told = y, y+view, true
			y += s.fill(measure)
			for i, at := range seen {
				if i >= s.first && i < s.last && !near(s.top(i)-y, at) {
					t.Fatalf("row %d stood at %g on screen, and now at %g", i, at, s.top(i)-y)
				}
			}
			if s.top(s.first) > max(y, 0)+0.5 || s.last < rows && s.top(s.last) < y+view-0.5 {
				t.Fatalf("rows from %g to %g are live, %g to %g can be seen", s.top(s.first), s.top(s.last), y, y+view)
			}
			for i := s.first; i < s.last; i++ {
				if !s.measured(i) {
					t.Fatalf("row %d is live and not measured", i)
				}
			}
			if s.last-s.first > view/15+4 {
				t.Fatalf("%d rows are live", s.last-s.first)
			}
		}
		if measured > rows*2/3 {
			t.Fatalf("%d of %d rows were measured", measured, rows)
		}
	}
}
