//go:build !ci && !mobile && !wasm && !js && cgo

package views

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// The buttons at a mouse's thumb.
const (
	mouseBack    = glfw.MouseButton4
	mouseForward = glfw.MouseButton5
)

// thumbButtons is an invisible object that makes a mouse's thumb buttons go
// back and forward. Fyne reports both as "no button", so the presses are
// taken from GLFW, and all others are passed on. GLFW's window is only within
// reach while its graphics context is current: when Fyne draws a raster.
func thumbButtons(back, forward func()) fyne.CanvasObject {
	taken := false
	return canvas.NewRaster(func(int, int) image.Image {
		if w := glfw.GetCurrentContext(); w != nil && !taken {
			taken = true
			var rest glfw.MouseButtonCallback
			rest = w.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, a glfw.Action, m glfw.ModifierKey) {
				switch {
				case b == mouseBack && a == glfw.Press:
					fyne.Do(back)
				case b == mouseForward && a == glfw.Press:
					fyne.Do(forward)
				case b != mouseBack && b != mouseForward && rest != nil:
					rest(w, b, a, m)
				}
			})
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
}
