// Package scale maps values to places on an axis, and finds the round numbers
// that an axis is labelled with.
package scale

import "math"

// Smallest and Largest bound the magnitudes that an axis can show. What lies
// beyond is no figure of any ledger, and would overflow on the way to a pixel.
const (
	Smallest = 1e-100
	Largest  = 1e100
)

// Fits reports whether an axis can show v: a number that is neither infinite
// nor absurdly large or small. Zero fits a linear axis only.
func Fits(v float64) bool {
	a := math.Abs(v)
	return v == 0 || a >= Smallest && a <= Largest
}

// Scale maps values to the unit interval and back.
type Scale interface {
	// At is where a value lies: 0 at the first tick, 1 at the last.
	At(v float64) float64
	// Value is what lies at t, the inverse of At.
	Value(t float64) float64
	// Ticks are the round values that label the axis, ascending. The first is
	// at 0 and the last at 1.
	Ticks() []float64
}

// Linear is a scale on which equal lengths are equal amounts.
type Linear struct{ ticks []float64 }

var _ Scale = Linear{}

// NewLinear is a linear scale over about n ticks that covers lo to hi and
// zero: a bar that starts elsewhere would lie about its length.
func NewLinear(lo, hi float64, n int) Linear {
	return Linear{LinearTicks(min(lo, hi, 0), max(lo, hi, 0), n)}
}

// At implements [Scale].
func (s Linear) At(v float64) float64 {
	lo, hi := ends(s.ticks)
	return (v - lo) / (hi - lo)
}

// Value implements [Scale].
func (s Linear) Value(t float64) float64 {
	lo, hi := ends(s.ticks)
	return lo + t*(hi-lo)
}

// Ticks implements [Scale].
func (s Linear) Ticks() []float64 { return s.ticks }

// Log is a scale on which equal lengths are equal ratios.
type Log struct{ ticks []float64 }

var _ Scale = Log{}

// NewLog is a logarithmic scale over about n ticks that covers lo to hi. It
// begins below lo, so that the bar of the smallest value can be seen. Both
// must be positive: a logarithmic axis has no zero.
func NewLog(lo, hi float64, n int) Log {
	const visible = 0.8 // of the smallest value
	return Log{LogTicks(min(lo, hi)*visible, max(lo, hi), n)}
}

// At implements [Scale]. What is not positive lies at 0.
func (s Log) At(v float64) float64 {
	if v <= 0 {
		return 0
	}
	lo, hi := ends(s.ticks)
	return math.Log(v/lo) / math.Log(hi/lo)
}

// Value implements [Scale].
func (s Log) Value(t float64) float64 {
	lo, hi := ends(s.ticks)
	return lo * math.Pow(hi/lo, t)
}

// Ticks implements [Scale].
func (s Log) Ticks() []float64 { return s.ticks }

func ends(ticks []float64) (lo, hi float64) { return ticks[0], ticks[len(ticks)-1] }
