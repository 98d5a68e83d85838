// Package slidetest is what tests ask of slides: that a class can read them.
package slidetest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"beltroad/internal/drawing"
	"beltroad/internal/slide"
)

// fine is a distance, in pixels, that nobody sees.
const fine = 0.5

// Sizes are those that slides are tried at.
func Sizes() []slide.Size {
	var all []slide.Size
	for _, z := range []slide.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 720}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}, {Width: 3840, Height: 2160}} {
		for _, k := range []float64{1, 1.5, 2} {
			z.Scale = k
			all = append(all, z)
		}
	}
	return all
}

// Wrong lists what is wrong with a layout: texts that leave the slide or their
// visual, lie over one another, end in an ellipsis or are too small. They are as wide
// as they measure, or, without a measure, as the layout says.
func Wrong(l *slide.Layout, z slide.Size, measure drawing.Measure) []string {
	var wrong []string
	tell := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	var texts []drawing.Mark
	var boxes []drawing.Box // of their letters
	for i := range l.Marks {
		m := l.Marks[i]
		if m.Kind != drawing.Text || m.Text == "" {
			continue
		}
		if measure != nil {
			m = measured(m, measure)
		}
		room, where := drawing.Box{W: z.Width, H: z.Height}, "the slide"
		if i >= l.From && i < l.To {
			room, where = l.Room, "its visual"
		}
		letters := lettersOf(&m)
		if !holds(room, letters) {
			tell("%q leaves %s: %.1f in %.1f", m.Text, where, letters, room)
		}
		if strings.Contains(m.Text, "…") && !strings.Contains(l.Description, "…") {
			tell("%q is cut", m.Text)
		}
		least := z.Body()
		if i >= l.Foot.From && i < l.Foot.To {
			least = z.Foot() // the source is looked up, and not read along
		}
		if m.TextSize < least-0.01 {
			tell("%q is %.1f large, the least is %.1f", m.Text, m.TextSize, least)
		}
		texts, boxes = append(texts, m), append(boxes, letters)
	}
	return append(append(wrong, over(texts, boxes)...), crossed(l, texts, boxes)...)
}

// crossed tells of texts that a bar or a sign lies on. A map's have the land around
// them, and keep clear of signs in tests of their own.
func crossed(l *slide.Layout, texts []drawing.Mark, boxes []drawing.Box) (wrong []string) {
	for at := range l.Marks {
		m := &l.Marks[at]
		if m.Kind != drawing.Sign && m.Kind != drawing.Rect || m.Ink == drawing.InkGround && m.W == l.Width {
			continue
		}
		if at >= l.From && at < l.To && slices.ContainsFunc(l.Marks[l.From:l.To], func(k drawing.Mark) bool { return k.Ink == drawing.InkLand }) {
			continue
		}
		inner := drawing.Box{X: m.X + fine, Y: m.Y + fine, W: m.W - 2*fine, H: m.H - 2*fine}
		for i := range boxes {
			if boxes[i].Overlaps(inner) {
				wrong = append(wrong, fmt.Sprintf("%q lies on a mark at %.0f", texts[i].Text, m.Box))
			}
		}
	}
	return wrong
}

// holds tells whether one box lies within another.
func holds(room, b drawing.Box) bool {
	return b.X >= room.X-fine && b.Y >= room.Y-fine && b.X+b.W <= room.X+room.W+fine && b.Y+b.H <= room.Y+room.H+fine
}

// measured is a text as wide as it really is.
func measured(m drawing.Mark, measure drawing.Measure) drawing.Mark {
	w := measure(m.Text, m.TextSize, m.Bold)
	switch m.Anchor {
	case drawing.Middle:
		m.X += (m.W - w) / 2
	case drawing.End:
		m.X += m.W - w
	default:
	}
	m.W = w
	return m
}

// lettersOf is where the letters of a text stand, which is less than the height of
// its line: air between lines may be shared. They reach from the top of a "d", or of
// the accent on a capital, down to the line that they stand on, or to the foot of a "g".
func lettersOf(m *drawing.Mark) drawing.Box {
	const baseline, usual, accent, comma, foot = 0.387, 0.78, 0.98, 0.16, 0.25 // of the size; the first below the middle of the line
	up, down := usual, 0.02
	for _, r := range m.Text {
		switch {
		case r > unicode.MaxASCII && unicode.IsLetter(r):
			up, down = accent, foot
		case strings.ContainsRune("gjpqyQJ()[]{}|@_¶§", r):
			down = foot
		case strings.ContainsRune(",;$", r):
			down = max(down, comma)
		}
	}
	base := m.Y + m.H/2 + baseline*m.TextSize
	return drawing.Box{X: m.X, Y: base - up*m.TextSize, W: m.W, H: (up + down) * m.TextSize}
}

// over tells of texts that lie over one another.
func over(texts []drawing.Mark, boxes []drawing.Box) (wrong []string) {
	for i := range boxes {
		b := boxes[i]
		b.X, b.W = b.X+fine, b.W-2*fine
		b.Y, b.H = b.Y+fine, b.H-2*fine
		for k := range boxes[:i] {
			if boxes[k].Overlaps(b) {
				wrong = append(wrong, fmt.Sprintf("%q lies over %q", texts[i].Text, texts[k].Text))
			}
		}
	}
	return wrong
}

// Lost tells what of a slide is not on it, though it does not say so.
func Lost(s *slide.Slide, l *slide.Layout) (wrong []string) {
	var all strings.Builder
	for i := range l.Marks {
		all.WriteString(bare(l.Marks[i].Text))
	}
	there := all.String()
	says := []string{s.Kicker, s.Title, s.Lead, s.Plain, l.Badge, l.Rests, s.Of}
	for i := range s.Numerals {
		n := &s.Numerals[i]
		from := n.From
		if n.Brief != "" && !strings.Contains(there, bare(from)) {
			from = n.Brief
		}
		says = append(says, from, n.Number+n.Words, n.Below, n.Badge)
	}
	for _, line := range s.Lines[:len(s.Lines)-min(l.Left, len(s.Lines))] {
		says = append(says, line.Text+line.Cite)
	}
	for _, text := range says {
		if !strings.Contains(there, bare(text)) {
			wrong = append(wrong, fmt.Sprintf("%q is not there", text))
		}
	}
	if s.Visual != nil && l.Room.W == 0 {
		wrong = append(wrong, fmt.Sprintf("there is no room for its %s", s.Visual.Kind))
	}
	return wrong
}

// bare is a text without spaces, at which lines end.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), "")
}
