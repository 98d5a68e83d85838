package scale

import (
	"math"
	"strconv"
)

// LinearTicks are about n round numbers, at equal distances, that cover lo to
// hi. The distance is 1, 2 or 5 times a power of ten, by "loose labelling" in
// P. S. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990),
// pages 61 to 63. There are at least two ticks.
func LinearTicks(lo, hi float64, n int) []float64 {
	lo, hi = clean(lo), clean(hi)
	if lo > hi {
		lo, hi = hi, lo
	}
	if lo == hi { // no extent of its own: as far as zero, or one step
		switch {
		case lo > 0:
			lo = 0
		case lo < 0:
			hi = 0
		default:
			hi = 1
		}
	}
	if hi-lo < 1e-12*max(math.Abs(lo), math.Abs(hi)) { // the numbers between have no digits left
		lo, hi = min(lo, 0), max(hi, 0)
	}
	n = max(n, 2)
	step := nice(nice((hi-lo), up).float()/float64(n-1), nearest)
	d := step.float()
	first, last := math.Floor(lo/d), math.Ceil(hi/d)
	// A quotient may be rounded to the wrong side of a whole number.
	if step.times(first) > lo {
		first--
	}
	if step.times(last) < hi {
		last++
	}
	ticks := make([]float64, 0, int(last-first)+1)
	for k := first; k <= last; k++ {
		ticks = append(ticks, step.times(k))
	}
	return ticks
}

// LogTicks are round numbers that cover lo to hi on a logarithmic axis: powers
// of ten, with 2 and 5 times as much where there is room for about n, and only
// every second, third ... power where there is not. There are at least two.
// Both ends must be positive; what is not is taken for the other end.
func LogTicks(lo, hi float64, n int) []float64 {
	lo, hi = positive(lo, hi), positive(hi, lo)
	if lo > hi {
		lo, hi = hi, lo
	}
	n = max(n, 2)
	first, last := floorPower(lo), floorPower(hi)
	if math.Pow10(last) < hi {
		last++
	}
	if last == first {
		last++
	}
	if decades := last - first; 3*decades+1 <= n {
		return within(lo, hi, first, last)
	} else if decades+1 > n {
		stride := (decades + n - 2) / (n - 1)
		last = first + stride*((decades+stride-1)/stride)
		ticks := make([]float64, 0, n)
		for e := first; e <= last; e += stride {
			ticks = append(ticks, math.Pow10(e))
		}
		return ticks
	}
	ticks := make([]float64, 0, last-first+1)
	for e := first; e <= last; e++ {
		ticks = append(ticks, math.Pow10(e))
	}
	return ticks
}

// within are 1, 2 and 5 times the powers of ten that just cover lo to hi.
func within(lo, hi float64, first, last int) []float64 {
	var all []float64
	for e := first; e <= last; e++ {
		for _, m := range []float64{1, 2, 5} {
			all = append(all, round{m, e}.float())
		}
	}
	from, to := 0, len(all)-1
	for from+1 < len(all) && all[from+1] <= lo {
		from++
	}
	for to > from+1 && all[to-1] >= hi {
		to--
	}
	return all[from : to+1]
}

// NiceAbove is the smallest of 1, 2 or 5 times a power of ten that is not
// below v, for amounts that one sign stands for. It is 1 where v is not positive.
func NiceAbove(v float64) float64 {
	if v <= 0 || !Fits(v) {
		return 1
	}
	e := floorPower(v)
	for _, m := range []float64{1, 2, 5} {
		if f := (round{m, e}).float(); f >= v {
			return f
		}
	}
	return math.Pow10(e + 1)
}

// round is m × 10^e. Written so, its multiples are the floating-point numbers
// nearest to the decimal ones: 3 steps of 0.1 are 0.3, not 0.30000000000000004.
type round struct {
	m float64
	e int
}

func (n round) float() float64 { return n.times(1) }

func (n round) times(k float64) float64 {
	// Reading a numeral is the one conversion that is exact at every power.
	numeral := strconv.FormatFloat(k*n.m, 'f', -1, 64) + "e" + strconv.Itoa(n.e)
	v, err := strconv.ParseFloat(numeral, 64)
	if err != nil || v == 0 {
		return 0 // and never minus zero
	}
	return v
}

// rounding is how [nice] picks its number.
type rounding int

const (
	up rounding = iota
	nearest
)

// nice is a number like 1, 2, 5 or 10 times a power of ten near v, which is positive.
func nice(v float64, r rounding) round {
	e := floorPower(v)
	f := v / math.Pow10(e)
	limits := [3]float64{1, 2, 5}
	if r == nearest {
		limits = [3]float64{1.5, 3, 7} // Heckbert's thresholds
	}
	switch {
	case f <= limits[0]:
		return round{1, e}
	case f <= limits[1]:
		return round{2, e}
	case f <= limits[2]:
		return round{5, e}
	default:
		return round{1, e + 1}
	}
}

// floorPower is the exponent of the largest power of ten that is not above v.
func floorPower(v float64) int {
	e := int(math.Floor(math.Log10(v)))
	// The logarithm of a power of ten may be rounded down, or up.
	if math.Pow10(e+1) <= v {
		e++
	}
	if math.Pow10(e) > v {
		e--
	}
	return e
}

// clean is v, or 0 where an axis cannot show it.
func clean(v float64) float64 {
	if !Fits(v) {
		return 0
	}
	return v
}

// positive is v, or else the other end, or else 1.
func positive(v, other float64) float64 {
	for _, x := range []float64{v, other} {
		if x > 0 && Fits(x) {
			return x
		}
	}
	return 1
}
