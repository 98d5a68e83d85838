//go:build ci || mobile || wasm || js || !cgo

package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// thumbButtons does nothing where there is no GLFW window.
func thumbButtons(_, _ func()) fyne.CanvasObject { return canvas.NewRectangle(nil) }
