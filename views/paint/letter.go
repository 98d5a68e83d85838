package paint

import (
	"image"
	"image/color"
	"image/draw"

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
	if n, ok := img.(*image.NRGBA); ok && n.Stride == 4*mask.Stride {
		for i := range mask.Pix {
			mask.Pix[i] = n.Pix[4*i+3]
		}
		return mask
	}
	draw.Draw(mask, mask.Rect, img, mask.Rect.Min, draw.Src)
	return mask
}
