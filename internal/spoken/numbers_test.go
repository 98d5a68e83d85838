package spoken

import (
	"slices"
	"testing"
)

// A thing keeps its number while it is there; what has gone is forgotten, and what comes
// later gets another.
func TestNumbers(t *testing.T) {
	var n Numbers
	var had [][]int32
	for _, there := range []string{"ab", "b", "ba"} {
		n.Renew()
		var all []int32
		for _, key := range there {
			all = append(all, n.Of(key))
		}
		if len(n.given) != len(there) {
			t.Errorf("%q: %d numbers are kept", there, len(n.given))
		}
		had = append(had, all)
	}
	if want := [][]int32{{1, 2}, {2}, {2, 3}}; !slices.EqualFunc(had, want, slices.Equal[[]int32]) {
		t.Errorf("the numbers are %v, want %v", had, want)
	}
}
