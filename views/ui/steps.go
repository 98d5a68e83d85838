package ui

import "math"

// Steps has how far long work has come told in per cent, not more often than it
// is read.
func Steps(tell func(percent int)) func(share float64) {
	const step = 5
	last := 0
	return func(share float64) {
		percent := int(math.Floor(share*100/step)) * step
		if percent != last {
			last = percent
			tell(percent)
		}
	}
}
