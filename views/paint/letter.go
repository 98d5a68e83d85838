package paint

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"beltroad/internal/drawing"
	"beltroad/views/ui"
)

// Letter makes the shape of a text at a scale, with the fonts that the window
// would draw it with. It is to be asked on the UI goroutine alone.
func Letter(l drawing.Lettering, scale float64) *image.Alpha {
	t := ui.PlainLine(l.Text, Whole(l.TextSize), fyne.TextStyle{Bold: l.Bold})
	t.Color = color.White
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(float32(scale))
	c.SetContent(t)
	c.Resize(t.MinSize())
	img := c.Capture()
	mask := image.NewAlpha(img.Bounds())
	for y := mask.Rect.Min.Y; y < mask.Rect.Max.Y; y++ {
		for x := mask.Rect.Min.X; x < mask.Rect.Max.X; x++ {
			_, _, _, a := img.At(x, y).RGBA()
			mask.SetAlpha(x, y, color.Alpha{A: uint8(a >> 8)}) // #nosec G115 -- 16 bits
		}
	}
	return mask
}
