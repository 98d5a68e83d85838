//go:build ci || mobile || wasm || js || !cgo

package present

// mouseOf hides no mouse where there is no GLFW window.
func mouseOf() func(hide bool) { return nil }

// displayAt is not known there.
func displayAt(bool) (x, y int, ok bool) { return 0, 0, false }
