package scale

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLinearTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []float64
	}{
		{0, 150, 5, []float64{0, 50, 100, 150}},
		{0, 19.1e12, 5, []float64{0, 5e12, 10e12, 15e12, 20e12}},
		{0, 0.3, 6, []float64{0, 0.1, 0.2, 0.3}},
		{-3, 8, 4, []float64{-5, 0, 5, 10}},
		{0, 0, 3, []float64{0, 0.5, 1}},
		{105, 543, 5, []float64{100, 200, 300, 400, 500, 600}}, // Heckbert's own example
	} {
		if got := LinearTicks(c.lo, c.hi, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []float64
	}{
		{43.6e9, 19.1e12, 6, []float64{1e10, 1e11, 1e12, 1e13, 1e14}},
		{17, 150, 8, []float64{10, 20, 50, 100, 200}},
		{1, 1, 4, []float64{1, 2}},
		{1, 1e12, 4, []float64{1, 1e4, 1e8, 1e12}},
		{0.7, 2.9, 8, []float64{0.5, 1, 2, 5}},
	} {
		if got := LogTicks(c.lo, c.hi, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
}

// anyNumber is a number of any size an axis can show, or beyond.
func anyNumber(r *rand.Rand) float64 {
	v := (r.Float64()*2 - 1) * math.Pow10(r.IntN(220)-110)
	switch r.IntN(8) {
	case 0:
		return 0
	case 1:
		return math.Trunc(v)
	case 2:
		return math.Pow10(r.IntN(200) - 100)
	}
	return v
}

func checkTicks(t *testing.T, ticks []float64, lo, hi float64, most int) {
	t.Helper()
	if len(ticks) < 2 || len(ticks) > most {
		t.Fatalf("%v to %v: %d ticks", lo, hi, len(ticks))
	}
	if ticks[0] > lo || ticks[len(ticks)-1] < hi {
		t.Fatalf("%v to %v: %v do not cover it", lo, hi, ticks)
	}
	for i, v := range ticks {
		if math.IsNaN(v) || math.IsInf(v, 0) || i > 0 && v <= ticks[i-1] {
			t.Fatalf("%v to %v: %v do not ascend", lo, hi, ticks)
		}
	}
}

func TestTicksCoverAndAscend(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		a, b, n := anyNumber(r), anyNumber(r), r.IntN(12)
		a, b = min(clean(a), clean(b)), max(clean(a), clean(b))
		checkTicks(t, LinearTicks(a, b, n), a, b, 3*max(n, 2)+3)
		if a > 0 {
			checkTicks(t, LogTicks(a, b, n), a, b, 3*max(n, 2)+3)
		}
	}
}

func TestScalesGoThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		a, b := math.Abs(clean(anyNumber(r))), math.Abs(clean(anyNumber(r)))
		scales := []Scale{NewLinear(a, b, 6)}
		if a > 0 && b > 0 {
			scales = append(scales, NewLog(a, b, 6))
		}
		for _, s := range scales {
			ticks := s.Ticks()
			if s.At(ticks[0]) != 0 || s.At(ticks[len(ticks)-1]) != 1 {
				t.Fatalf("%v: ends at %v and %v", ticks, s.At(ticks[0]), s.At(ticks[len(ticks)-1]))
			}
			for _, v := range []float64{a, b} {
				at := s.At(v)
				if at < 0 || at > 1 || math.IsNaN(at) {
					t.Fatalf("%v lies at %v on %v", v, at, ticks)
				}
				if back := s.Value(at); math.Abs(s.At(back)-at) > 1e-9 {
					t.Fatalf("%v comes back as %v on %v", v, back, ticks)
				}
			}
			if s.At(min(a, b)) > s.At(max(a, b)) {
				t.Fatalf("%v turns %v and %v round", ticks, a, b)
			}
		}
	}
}

func TestLogOfNothing(t *testing.T) {
	s := NewLog(10, 1000, 5)
	if s.At(0) != 0 || s.At(-3) != 0 || s.At(10) <= 0 {
		t.Error(s.At(0), s.At(-3), s.At(10))
	}
}

func TestNiceAbove(t *testing.T) {
	for v, want := range map[float64]float64{1: 1, 1.1: 2, 3: 5, 5.1: 10, 0.02: 0.02, 9.55e11: 1e12, 0: 1, -4: 1, math.Inf(1): 1} {
		if got := NiceAbove(v); got != want {
			t.Errorf("%v: %v, want %v", v, got, want)
		}
	}
}

func TestThinnedLabelsNeverCollide(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 5000 {
		n := r.IntN(40)
		starts, widths := make([]float64, n), make([]float64, n)
		for i := range n {
			if i > 0 {
				starts[i] = starts[i-1] + r.Float64()*30
			}
			widths[i] = r.Float64() * 60
		}
		kept := Thin(starts, widths, 4)
		if (len(kept) == 0) != (n == 0) || n > 0 && kept[0] != 0 {
			t.Fatalf("%d labels: %v", n, kept)
		}
		for i := 1; i < len(kept); i++ {
			if a, b := kept[i-1], kept[i]; starts[a]+widths[a]+4 > starts[b] {
				t.Fatalf("%d and %d touch: %v %v", a, b, starts, widths)
			}
		}
	}
}
