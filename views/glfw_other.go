//go:build ci || mobile || wasm || js || !cgo

package views

import "image"

// takeThumbButtons does nothing where there is no GLFW window.
func takeThumbButtons(_, _ func()) {}

// room is not known there.
func room() (r image.Rectangle, ok bool) { return image.Rectangle{}, false }
