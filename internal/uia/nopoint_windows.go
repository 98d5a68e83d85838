//go:build !cgo

package uia

import "golang.org/x/sys/windows"

// fromPoint is the function that finds the thing at a point: none, as the numbers of the
// point cannot be read.
func fromPoint() uintptr {
	return windows.NewCallback(func(_ *face, _, _ uintptr, out *uintptr) uintptr { return embedded(nil, out) })
}
