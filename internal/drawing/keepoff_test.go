package drawing

import (
	"fmt"
	"strings"
	"testing"
)

func TestLinesKeepOffTexts(t *testing.T) {
	grid := Mark{Kind: Line, Ink: InkLine, Box: Box{X: 50, Y: 0, H: 100}, Alpha: 1}
	text := func(x, y, w float64) Mark {
		return Mark{Kind: Text, Box: Box{X: x, Y: y, W: w, H: 20}, Lettering: Lettering{Text: "text", TextSize: 10 / 1.3}, Alpha: 1}
	}
	other := grid
	other.Ink = InkMuted
	slope := Mark{Kind: Line, Ink: InkLine, Box: Box{X: 0, Y: 0, W: 100, H: 100}, Alpha: 1}
	for name, c := range map[string]struct {
		marks []Mark
		want  string
	}{
		"alone":      {[]Mark{grid}, "0-100"},
		"beside":     {[]Mark{grid, text(60, 40, 30)}, "0-100"},
		"across":     {[]Mark{grid, text(30, 40, 40)}, "0-45 55-100"},
		"two":        {[]Mark{grid, text(30, 60, 40), text(20, 10, 40)}, "0-15 25-65 75-100"},
		"overlapped": {[]Mark{grid, text(30, 40, 40), text(30, 46, 40)}, "0-45 61-100"},
		"a crumb":    {[]Mark{grid, text(30, 40, 40), text(30, 56, 40)}, "0-45 71-100"},
		"at the top": {[]Mark{grid, text(30, -8, 40)}, "7-100"},
		"the end":    {[]Mark{grid, text(30, 90, 40)}, "0-95"},
		"no ground":  {[]Mark{other, text(30, 40, 40)}, "0-100"},
		"no upright": {[]Mark{slope, text(30, 40, 40)}, "0-100"},
	} {
		var got []string
		for _, m := range KeepOff(c.marks, func(m *Mark) bool { return m.Ink == InkLine }) {
			if m.Kind == Line {
				got = append(got, fmt.Sprintf("%.0f-%.0f", m.Y, m.Y+m.H))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
