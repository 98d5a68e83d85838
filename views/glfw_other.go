//go:build ci || mobile || wasm || js || !cgo

package views

import (
	"image"

	"fyne.io/fyne/v2"
)

// hasDisplay knows of nothing that is amiss there.
func hasDisplay() error { return nil }

// hasWindow neither.
func hasWindow(fyne.Window) bool { return true }

// takeButtons does nothing where there is no GLFW window.
func takeButtons(_, _ func(), _ *longPress) {}

// takeKeys neither.
func takeKeys(func(fyne.KeyName) bool) {}

// onFocus neither: there is one window.
func onFocus(func(focused bool)) {}

// inFront is always so.
func inFront() bool { return true }

// onMove neither.
func onMove(func(x, y int)) {}

// onEnter neither.
func onEnter(func()) {}

// room is not known there.
func room() (r image.Rectangle, ok bool) { return image.Rectangle{}, false }
