package mapview

import (
	"image/color"
	"maps"

	"fyne.io/fyne/v2/theme"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/views/ui"
)

// colours are those of a map's inks, taken in the window, so that they can be
// asked beside it.
type colours map[drawing.Ink]color.Color

// coloursNow are the present ones, with those of so many pillars.
func coloursNow(pillars int) colours {
	c := colours{
		drawing.InkText: ui.Colour(ui.ColorInk), drawing.InkMuted: ui.Colour(ui.ColorMuted), drawing.InkLine: ui.Colour(ui.ColorLine),
		drawing.InkCard: ui.Colour(ui.ColorCard), drawing.InkAccent: ui.Colour(ui.ColorAccent), drawing.InkFocus: ui.Colour(ui.ColorFocus),
		drawing.InkGround: ui.Colour(theme.ColorNameBackground), drawing.InkSea: ui.Colour(ui.ColorSea), drawing.InkLand: ui.Colour(ui.ColorLand),
		drawing.InkCoast: ui.Colour(ui.ColorCoast), drawing.InkGrid: ui.Colour(ui.ColorGrid),
	}
	for order := range pillars {
		c[drawing.Pillar(order+1)] = ui.Colour(ui.PillarColor(order + 1))
	}
	return c
}

// of is the colours as a [drawing.Palette].
func (c colours) of(i drawing.Ink) color.Color {
	if col, ok := c[i]; ok {
		return col
	}
	return color.Transparent
}

// same tells whether two sets of colours give the same picture.
func (c colours) same(d colours) bool { return maps.Equal(c, d) }

// ground are the colours of what lies below places and lines.
func (c colours) ground() geo.Paint {
	return geo.Paint{
		Beside: c[drawing.InkGround], Sea: c[drawing.InkSea], Land: c[drawing.InkLand], Coast: c[drawing.InkCoast], Grid: c[drawing.InkGrid],
	}
}
