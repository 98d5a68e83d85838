//go:build ci || mobile || wasm || js || !cgo

package views

// takeThumbButtons does nothing where there is no GLFW window.
func takeThumbButtons(_, _ func()) {}
