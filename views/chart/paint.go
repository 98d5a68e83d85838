// Package chart draws charts of the ledger on screen: the marks that
// internal/plot computes, with what pointer and keyboard can do on them.
package chart

import (
	"math"

	"beltroad/internal/drawing"
	"beltroad/internal/plot"
)

// grows tells whether a mark has a part in the entry animation.
func grows(m *drawing.Mark) bool { return m.Part == plot.PartBar || m.Part == plot.PartTail }

// onScreen are the marks of a plot as they stand on the screen: bars between
// whole pixels, and only a share of them while they grow from their base.
func onScreen(p *plot.Plot, grown float64) []drawing.Mark {
	marks := make([]drawing.Mark, len(p.Marks))
	for i := range marks {
		m := p.Marks[i]
		if grows(&m) {
			if grown < 1 {
				m.X, m.W = p.Base+(m.X-p.Base)*grown, m.W*grown
			}
			if m.Kind == drawing.Rect {
				m.X, m.W = snapped(m.X, m.W)
			}
		}
		marks[i] = m
	}
	return marks
}

// snapped is a stretch between whole pixels: parts of a bar that meet between
// two would show a seam where they are translucent.
func snapped(x, w float64) (left, width float64) {
	left = math.Round(x)
	if right := math.Round(x + w); right > left || w == 0 {
		return left, right - left
	}
	return left, 1
}

// picks are what shows that a row is picked: a ground below it, and a ring
// around it if it has the keyboard.
func picks(b drawing.Box, focused bool) (ground, ring []drawing.Mark) {
	const round = 6
	ground = []drawing.Mark{{Kind: drawing.Rect, Box: b, Ink: drawing.InkHover, Alpha: 1, Radius: round}}
	if focused {
		ring = []drawing.Mark{{Kind: drawing.Rect, Box: b, Edge: drawing.InkFocus, Stroke: 2, Alpha: 1, Radius: round}}
	}
	return ground, ring
}
