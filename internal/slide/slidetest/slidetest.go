// Package slidetest is what tests ask of slides: that a class can read them.
package slidetest

import (
	"fmt"
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/slide"
)

// Wrong lists what is wrong with a layout: texts that leave the slide, lie over
// one another, end in an ellipsis or are too small.
func Wrong(l slide.Layout, z slide.Size) []string {
	var wrong []string
	tell := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	var texts []drawing.Mark
	const fine = 0.5
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind != drawing.Text || m.Text == "" {
			continue
		}
		if m.X < -fine || m.Y < -fine || m.X+m.W > z.Width+fine || m.Y+m.H > z.Height+fine {
			tell("%q leaves the slide: %.0f,%.0f %.0fx%.0f", m.Text, m.X, m.Y, m.W, m.H)
		}
		if strings.Contains(m.Text, "…") && !strings.Contains(l.Description, "…") {
			tell("%q is cut", m.Text)
		}
		least := z.Body()
		if m.Y > z.Height/2 && m.Ink == drawing.InkMuted && (i < l.From || i >= l.To) {
			least = z.Foot() // it may be what the slide rests on
		}
		if m.TextSize < least-0.01 {
			tell("%q is %.1f large, the least is %.1f", m.Text, m.TextSize, least)
		}
		texts = append(texts, *m)
	}
	return append(wrong, over(texts)...)
}

// over tells of texts that lie over one another.
func over(texts []drawing.Mark) (wrong []string) {
	for i := range texts {
		for k := range texts[:i] {
			if inner(texts[k].Box).Overlaps(inner(texts[i].Box)) {
				wrong = append(wrong, fmt.Sprintf("%q lies over %q", texts[i].Text, texts[k].Text))
			}
		}
	}
	return wrong
}

// inner is a box without the air above and below its letters.
func inner(b drawing.Box) drawing.Box {
	air := b.H * 0.06
	return drawing.Box{X: b.X + 0.5, Y: b.Y + air, W: b.W - 1, H: b.H - 2*air}
}
