package mapview

import (
	"image/color"
	"maps"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
)

// colours are those of the inks of a map's picture, taken in the window, so that
// they can be asked beside it.
type colours map[drawing.Ink]color.Color

// coloursOf are those of a palette, with those of so many pillars.
func coloursOf(p drawing.Palette, pillars int) colours {
	c := colours{}
	for _, i := range []drawing.Ink{drawing.InkGround, drawing.InkSea, drawing.InkLand, drawing.InkCoast, drawing.InkGrid, drawing.InkMuted, drawing.InkCard, drawing.InkText} {
		c[i] = p(i)
	}
	for order := range pillars {
		i := drawing.Pillar(order + 1)
		c[i] = p(i)
	}
	return c
}

// of is the colours as a [drawing.Palette].
func (c colours) of(i drawing.Ink) color.Color { return c[i] }

// same tells whether two sets of colours give the same picture.
func (c colours) same(d colours) bool { return maps.Equal(c, d) }

// ground are the colours of what lies below places and lines.
func (c colours) ground() geo.Paint {
	return geo.Paint{
		Beside: c[drawing.InkGround], Sea: c[drawing.InkSea], Land: c[drawing.InkLand], Coast: c[drawing.InkCoast], Grid: c[drawing.InkGrid],
	}
}
