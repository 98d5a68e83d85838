package ui

import (
	"image/color"
)

// Faded is a colour of which only a share, 0 to 1, covers its ground.
func Faded(c color.Color, share float64) color.Color {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float64(n.A) * min(max(share, 0), 1)) // #nosec G115 -- at most 255
	return n
}
