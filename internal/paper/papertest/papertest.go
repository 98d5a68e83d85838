// Package papertest is what holds of every page of paper.
package papertest

import (
	"testing"

	"beltroad/internal/drawing"
)

// Sound fails the test where a text of a page is beside its margins, or on another one.
func Sound(t testing.TB, number int, margin float64, s *drawing.Sheet) {
	t.Helper()
	const slack = 0.6
	var boxes []drawing.Mark
	for _, m := range s.Marks {
		if m.Kind != drawing.Text || m.Text == "" {
			continue
		}
		if m.X < margin-slack || m.X+m.W > s.Width-margin+slack || m.Y < margin-slack || m.Y+m.H > s.Height-margin/2+slack {
			t.Errorf("page %d: %.40q is at %v", number, m.Text, m.Box)
		}
		for _, o := range boxes {
			if m.X+slack < o.X+o.W && o.X+slack < m.X+m.W && m.Y+slack < o.Y+o.H && o.Y+slack < m.Y+m.H {
				t.Errorf("page %d: %.40q at %v lies on %.40q at %v", number, m.Text, m.Box, o.Text, o.Box)
			}
		}
		boxes = append(boxes, m)
	}
}
