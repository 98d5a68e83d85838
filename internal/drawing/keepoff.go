package drawing

import (
	"cmp"
	"slices"
)

// KeepOff breaks upright lines of the ground where texts lie on them, and returns all
// marks: a text that a line crosses is hard to read. Nothing of it stays between two
// lines of text that lie closer than either is high: crumbs say nothing, and each is drawn.
func KeepOff(marks []Mark, ground func(*Mark) bool) []Mark {
	const air = 3
	var texts []Box
	for i := range marks {
		if m := &marks[i]; m.Kind == Text && m.Text != "" {
			high := min(m.H, 1.3*m.TextSize)
			texts = append(texts, Box{X: m.X - air, Y: m.Y + (m.H-high)/2, W: m.W + 2*air, H: high})
		}
	}
	slices.SortFunc(texts, func(a, b Box) int { return cmp.Compare(a.Y, b.Y) })
	all := make([]Mark, 0, len(marks))
	for i := range marks {
		if m := marks[i]; m.Kind == Line && m.W == 0 && ground(&m) {
			all = append(all, m.between(texts)...)
		} else {
			all = append(all, m)
		}
	}
	return all
}

// between are the pieces of an upright line that no text lies on, of texts from the top down.
func (m *Mark) between(texts []Box) (pieces []Mark) {
	from, end := m.Y, m.Y+m.H
	piece := func(to float64) {
		p := *m
		p.Y, p.H = from, to-from
		pieces = append(pieces, p)
	}
	for _, t := range texts {
		if m.X <= t.X || m.X >= t.X+t.W || t.Y+t.H <= from || t.Y >= end {
			continue
		}
		if crumb := from > m.Y && t.Y-from < t.H; t.Y > from && !crumb {
			piece(t.Y)
		}
		from = t.Y + t.H
	}
	if from < end {
		piece(end)
	}
	return pieces
}
