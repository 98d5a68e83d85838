//go:build !ci && !mobile && !wasm && !js && cgo

package views

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// The buttons at a mouse's thumb.
const (
	mouseBack    = glfw.MouseButton4
	mouseForward = glfw.MouseButton5
)

// takeButtons makes a mouse's thumb buttons go back and forward, and the first one, where
// it is held, ask for a context menu, by a click of the second at that place. Fyne
// reports thumb buttons as "no button" and knows no long press, so presses are taken
// from GLFW, and passed on. It must be called while the window paints: only then
// is GLFW's window within reach, through its graphics context.
func takeButtons(back, forward func(), long *longPress) {
	w := glfw.GetCurrentContext()
	if w == nil {
		return
	}
	var rest glfw.MouseButtonCallback
	rest = w.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, a glfw.Action, m glfw.ModifierKey) {
		if long.up(); b == glfw.MouseButtonLeft && a == glfw.Press && m == 0 {
			long.down(w.GetCursorPos())
		}
		switch {
		case b == mouseBack && a == glfw.Press:
			fyne.Do(back)
		case b == mouseForward && a == glfw.Press:
			fyne.Do(forward)
		case b != mouseBack && b != mouseForward && rest != nil:
			rest(w, b, a, m)
		}
	})
	long.ask = func() {
		if rest != nil {
			rest(w, glfw.MouseButtonRight, glfw.Press, 0)
			rest(w, glfw.MouseButtonRight, glfw.Release, 0)
		}
	}
	var moved glfw.CursorPosCallback
	moved = w.SetCursorPosCallback(func(w *glfw.Window, x, y float64) {
		long.moved(x, y)
		if moved != nil {
			moved(w, x, y)
		}
	})
}

// takeKeys has keys looked at before Fyne gives them to what has the keyboard; take
// tells whether it has used one. It must be called while the window paints.
func takeKeys(take func(fyne.KeyName) bool) {
	w := glfw.GetCurrentContext()
	if w == nil {
		return
	}
	names := map[glfw.Key]fyne.KeyName{glfw.KeyEscape: fyne.KeyEscape, glfw.KeyEnter: fyne.KeyReturn, glfw.KeyKPEnter: fyne.KeyEnter}
	var rest glfw.KeyCallback
	rest = w.SetKeyCallback(func(w *glfw.Window, k glfw.Key, code int, a glfw.Action, m glfw.ModifierKey) {
		if name := names[k]; name != "" && a == glfw.Press && m == 0 && take(name) {
			return
		}
		if rest != nil {
			rest(w, k, code, a, m)
		}
	})
}

// onFocus calls do when the window that paints gets the keyboard, and when it loses
// it. Fyne tells that of the app alone.
func onFocus(do func(focused bool)) {
	w := glfw.GetCurrentContext()
	if w == nil {
		return
	}
	var rest glfw.FocusCallback
	rest = w.SetFocusCallback(func(w *glfw.Window, focused bool) {
		fyne.Do(func() { do(focused) })
		if rest != nil {
			rest(w, focused)
		}
	})
}

// inFront tells whether the window that paints has the keyboard.
func inFront() bool {
	w := glfw.GetCurrentContext()
	return w != nil && w.GetAttrib(glfw.Focused) == glfw.True
}

// onMove calls do with where on the screen the window that paints stands, now and
// when it moves. Not every desktop tells.
func onMove(do func(x, y int)) {
	w := glfw.GetCurrentContext()
	if w == nil {
		return
	}
	do(w.GetPos())
	var rest glfw.PosCallback
	rest = w.SetPosCallback(func(w *glfw.Window, x, y int) {
		do(x, y)
		if rest != nil {
			rest(w, x, y)
		}
	})
}

// onEnter calls do when the pointer comes to the window that paints. Fyne does
// not ask GLFW for that.
func onEnter(do func()) {
	if w := glfw.GetCurrentContext(); w != nil {
		w.SetCursorEnterCallback(func(_ *glfw.Window, entered bool) {
			if entered {
				do() // GLFW tells of events on the goroutine that Fyne draws on
			}
		})
	}
}

// hasDisplay tells why there is no display to open a window on; nil: there is
// one. Where Fyne has set GLFW up, doing so once more has no effect.
func hasDisplay() error { return glfw.Init() }

// hasWindow tells whether a window that was to be shown is there.
func hasWindow(win fyne.Window) bool {
	there := true
	if native, ok := win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.X11WindowContext:
				there = c.WindowHandle != 0
			case driver.WaylandWindowContext:
				there = c.WaylandSurface != 0
			case driver.WindowsWindowContext:
				there = c.HWND != 0
			case driver.MacWindowContext:
				there = c.NSWindow != 0
			}
		})
	}
	return there
}

// room is where a window's content can be on the main screen, in GLFW's
// screen coordinates: the screen without its bars and the window's frame. It
// must be called while the window paints.
func room() (r image.Rectangle, ok bool) {
	w, screen := glfw.GetCurrentContext(), glfw.GetPrimaryMonitor()
	if w == nil || screen == nil {
		return image.Rectangle{}, false
	}
	x, y, width, height := screen.GetWorkarea()
	left, top, right, bottom := w.GetFrameSize()
	return image.Rect(x+left, y+top, x+width-right, y+height-bottom), true
}
