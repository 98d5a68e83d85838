package ui

import (
	"image"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// AtFirstPaint is an invisible object that calls do when it is painted for the
// first time, on the goroutine that paints. Fyne tells of an app's start, but
// not of a window's first frame.
func AtFirstPaint(do func()) fyne.CanvasObject {
	var once sync.Once
	var r *canvas.Raster
	r = canvas.NewRaster(func(int, int) image.Image {
		once.Do(func() {
			r.Hidden = true // it has nothing to paint
			do()
		})
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
	r.Resize(fyne.NewSize(1, 1))
	return container.NewWithoutLayout(r)
}
