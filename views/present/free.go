package present

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/show"
)

// free is where, on a screen of a size, there is room for something that is said over
// the slide: where a guess is set, above its axis; else as far down as nothing stands
// there, or at least no text. ok is false where there is no such place.
func (p *Presentation) free(size, said fyne.Size) (at fyne.Position, ok bool) {
	factor := float32(1)
	x, y, zoomed := p.show.ZoomAt()
	if zoomed {
		factor = show.ZoomFactor
	}
	plate := p.plate()
	from, _, scale := zoomedFrame(plate, size, factor, [2]float64{x, y})
	middle := (size.Width - said.Width) / 2
	if p.show.Has(show.Guessing) && plate.lay.Line.W > 0 && !zoomed {
		return fyne.NewPos(middle, from.Y+float32(plate.lay.Room.Y)*scale), true
	}
	marks, texts := obstacles(plate, from, float64(scale))
	air := size.Height / 80
	for _, boxes := range [][]drawing.Box{append(marks, texts...), texts} {
		for y := size.Height - said.Height - air; y >= air; y -= air {
			for _, x := range []float32{middle, air, size.Width - said.Width - air} {
				if apart(boxes, drawing.Box{X: float64(x), Y: float64(y), W: float64(said.Width), H: float64(said.Height)}) {
					return fyne.NewPos(x, y), true
				}
			}
		}
	}
	return fyne.NewPos(middle, size.Height-said.Height-air), false
}

// obstacles are where marks of a slide are on a screen, its texts apart. What is as large
// as half of the slide is a ground.
func obstacles(p *plate, from fyne.Position, scale float64) (marks, texts []drawing.Box) {
	if p.lay.Sheet == nil {
		return nil, nil
	}
	ground := p.lay.Width * p.lay.Height / 2
	for _, m := range p.lay.Marks {
		box := m.Box
		if len(m.Parts) > 0 {
			box = bounds(m)
		}
		on := drawing.Box{X: float64(from.X) + box.X*scale, Y: float64(from.Y) + box.Y*scale, W: box.W * scale, H: box.H * scale}
		switch _, lettered := m.Lettered(); {
		case lettered:
			texts = append(texts, on)
		case m.Kind != drawing.Clip && box.W*box.H < ground:
			marks = append(marks, on)
		}
	}
	return marks, texts
}

// apart tells whether a box overlaps none of some.
func apart(boxes []drawing.Box, box drawing.Box) bool {
	return !slices.ContainsFunc(boxes, box.Overlaps)
}
