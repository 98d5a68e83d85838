package scale

// Thin picks labels that do not touch. Label i takes the place from starts[i]
// to starts[i]+widths[i]; starts ascend. It keeps every label, or every second,
// every fifth ... so that what is left is evenly spread, begins with the
// first, and keeps the gap. It returns the kept indices.
func Thin(starts, widths []float64, gap float64) []int {
	n := min(len(starts), len(widths))
	if n == 0 {
		return nil
	}
	for stride := 1; stride < n; stride = wider(stride) {
		if apart(starts, widths, gap, n, stride) {
			return every(n, stride)
		}
	}
	return []int{0}
}

// wider is the next stride of 1, 2, 5, 10, 20, 50 ...: of labels at round
// numbers these leave round numbers.
func wider(stride int) int {
	lead := stride
	for lead >= 10 {
		lead /= 10
	}
	if lead == 2 {
		return stride / 2 * 5
	}
	return stride * 2
}

func apart(starts, widths []float64, gap float64, n, stride int) bool {
	for i := stride; i < n; i += stride {
		if starts[i] < starts[i-stride]+widths[i-stride]+gap {
			return false
		}
	}
	return true
}

func every(n, stride int) []int {
	kept := make([]int, 0, (n+stride-1)/stride)
	for i := 0; i < n; i += stride {
		kept = append(kept, i)
	}
	return kept
}
