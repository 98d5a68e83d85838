package views

import "testing"

// The tour itself needs Fyne's real driver, so the tests of the whole program
// take it; what it draws is under test here, screen by screen.

func TestCheckPlace(t *testing.T) {
	for p, ok := range map[string]bool{"": true, "overview": true, "figure/trade-volume": true, "figure/not-there": true, "nowhere": false, "pillar": false, "read/": false} {
		if err := CheckPlace(p); (err == nil) != ok {
			t.Errorf("%q: %v", p, err)
		}
	}
}
