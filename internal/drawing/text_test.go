package drawing

import (
	"strings"
	"testing"
)

// The estimate of widths errs to the wide side; see the pictures of the export.
func TestTextIsBrokenWhereItMay(t *testing.T) {
	s := Setter{func(text string, _ float64, _ bool) float64 { return float64(len([]rune(text))) }}
	for _, c := range []struct {
		text  string
		width float64
		lines int
		want  string
	}{
		{"trade of China", 8, 3, "trade of|China"},
		{"trade  of China", 5, 2, "trade|of C…"},
		{"Eisenbahnknoten", 6, 3, "Eisenb|ahnkno|ten"},
		{"China–Laos", 7, 2, "China–|Laos"},
		{"一带一路", 2, 2, "一带|一路"},
		{"anything", 0, 2, ""},
		{"", 10, 2, ""},
	} {
		var got []string
		for _, l := range s.Wrap(c.text, Font{Size: 1}, c.width, c.lines) {
			got = append(got, l.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// However long a text is, what is measured grows with the lines alone.
func TestLongTextIsNotMeasuredWhole(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 1<<20), strings.Repeat("word ", 1<<18), strings.Repeat("图", 1<<19), strings.Repeat("\u200b", 1<<19)} {
		measured := 0
		s := Setter{func(text string, _ float64, _ bool) float64 {
			measured += len(text)
			return float64(len([]rune(text))) * 7
		}}
		lines := s.Wrap(text, Font{Size: 12}, 400, 3)
		if len(lines) != 3 || measured > 1<<19 {
			t.Errorf("%.6q…: %d lines, %d bytes measured", text, len(lines), measured)
		}
		for _, l := range lines {
			if l.W > 400 {
				t.Errorf("%.6q…: a line of %g", text, l.W)
			}
		}
	}
}
