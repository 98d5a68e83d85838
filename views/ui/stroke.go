package ui

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Stroke is a straight line in a drawing.
func Stroke(from, to fyne.Position, col color.Color, width float32) fyne.CanvasObject {
	l := canvas.NewLine(col)
	l.StrokeWidth = width
	l.Position1, l.Position2 = from, to
	return l
}

// Dashed is a straight line of dashes, on long and off apart.
func Dashed(from, to fyne.Position, col color.Color, width, on, off float32) []fyne.CanvasObject {
	between := func(at float32) fyne.Position {
		return fyne.NewPos(from.X+(to.X-from.X)*at, from.Y+(to.Y-from.Y)*at)
	}
	var dashes []fyne.CanvasObject
	length := float32(math.Hypot(float64(to.X-from.X), float64(to.Y-from.Y)))
	for at := float32(0); at < length; at += on + off {
		dashes = append(dashes, Stroke(between(at/length), between(min(at+on, length)/length), col, width))
	}
	return dashes
}

// Faded is a colour of which only a share, 0 to 1, covers its ground.
func Faded(c color.Color, share float64) color.Color {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float64(n.A) * min(max(share, 0), 1)) // #nosec G115 -- at most 255
	return n
}
