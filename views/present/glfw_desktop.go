//go:build !ci && !mobile && !wasm && !js && cgo

package present

import (
	"github.com/go-gl/glfw/v3.4/glfw"
)

// mouseOf hides the mouse over the window that paints, or shows it. Fyne asks for
// another cursor only when the mouse moves.
func mouseOf() func(hide bool) {
	w := glfw.GetCurrentContext()
	if w == nil {
		return nil
	}
	return func(hide bool) {
		mode := glfw.CursorNormal
		if hide {
			mode = glfw.CursorHidden
		}
		w.SetInputMode(glfw.CursorMode, mode)
		tellMouse(w)
	}
}

// tellMouse tells a window where the mouse is. As the cursor's mode changes, GLFW takes
// up the place that the mouse has by then, and says nothing of the way there: a
// press that has come with it would be the end of a line.
func tellMouse(w *glfw.Window) {
	moved := w.SetCursorPosCallback(nil)
	w.SetCursorPosCallback(moved)
	if moved != nil {
		x, y := w.GetCursorPos()
		moved(w, x, y)
	}
}

// displayAt is a point of the first or the second display. A window that is there
// fills that one, also where the desktop does not heed which display it was to be.
func displayAt(second bool) (x, y int, ok bool) {
	const within = 40
	first := glfw.GetPrimaryMonitor()
	if first == nil {
		return 0, 0, false
	}
	fx, fy := first.GetPos()
	if !second {
		return fx + within, fy + within, true
	}
	for _, m := range glfw.GetMonitors() {
		if x, y := m.GetPos(); x != fx || y != fy {
			return x + within, y + within, true
		}
	}
	return 0, 0, false
}
