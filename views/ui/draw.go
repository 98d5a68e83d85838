package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
)

// Draw makes a picture of an object at a size, in the app's present theme;
// scale is the pixels of the picture for each of ours.
func Draw(o fyne.CanvasObject, size fyne.Size, scale float32) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(o)
	c.Resize(size) // what flows may have asked for the height of a narrower picture
	return c.Capture()
}
