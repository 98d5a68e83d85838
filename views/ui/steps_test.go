package ui

import (
	"slices"
	"testing"
)

func TestSteps(t *testing.T) {
	var told []int
	tell := Steps(func(percent int) { told = append(told, percent) })
	for _, share := range []float64{0, 0.01, 0.06, 0.07, 0.5, 0.52, 1} {
		tell(share)
	}
	if want := []int{5, 50, 100}; !slices.Equal(told, want) {
		t.Errorf("told are %v, not %v", told, want)
	}
}
