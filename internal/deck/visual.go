package deck

import (
	"cmp"

	"beltroad/internal/drawing"
	"beltroad/internal/slide"
)

// visual puts a drawing into a room, and tells whether it did: a chart that other
// programs can change, or shapes.
func (t *tree) visual(p *Page, room drawing.Box) bool {
	alt := cmp.Or(p.Visual.Alt, t.name(p))
	if p.Visual.Kind == slide.Chart && !p.Visual.Shapes && t.chart(p, alt, room) {
		return true
	}
	marks, w, h := t.drawn(p, room)
	if len(marks) == 0 {
		return false
	}
	t.rests = p.Resting(marks)
	b := drawing.Box{X: room.X, Y: room.Y, W: w, H: h}
	moved := make([]drawing.Mark, len(marks))
	for i := range marks {
		moved[i] = marks[i].Moved(room.X, room.Y)
	}
	t.add(t.group("Drawing", alt, b, moved))
	return true
}

// drawn are the marks of a drawing for a room, from its corner, and their size.
func (t *tree) drawn(p *Page, room drawing.Box) (marks []drawing.Mark, w, h float64) {
	const text = 20
	if p.Visual.Draw != nil {
		if s := p.Visual.Draw(slide.Room{Width: room.W, Height: room.H, Text: text, Poor: true, Measure: t.Face.Measure}); s != nil {
			by := min(1, room.W/max(s.Width, 1), room.H/max(s.Height, 1))
			s = s.Scaled(by)
			return s.Marks, s.Width, s.Height
		}
	}
	// What the slide's own layout has: its room is another one.
	l := p.Lay(slide.Size{Width: width, Height: height}, t.Face.Measure)
	if l.From >= l.To || l.Room.W <= 0 || l.Room.H <= 0 {
		return nil, 0, 0
	}
	by := min(room.W/l.Room.W, room.H/l.Room.H, 1)
	part := &drawing.Sheet{Width: l.Room.W, Height: l.Room.H}
	part.Add(-l.Room.X, -l.Room.Y, l.Marks[l.From:l.To]...)
	part = part.Scaled(by)
	return part.Marks, part.Width, part.Height
}
