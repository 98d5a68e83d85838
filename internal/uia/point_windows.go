//go:build cgo

package uia

/*
#include <stdint.h>

// Go gets no floating-point numbers from who calls it. UI Automation gives a point of the
// screen in two.
typedef intptr_t (*at)(void *, intptr_t, intptr_t, void **);
static at whole;

static intptr_t from_point(void *this, double x, double y, void **out) {
	return whole(this, (intptr_t)x, (intptr_t)y, out);
}

static uintptr_t point(uintptr_t to) {
	whole = (at)to;
	return (uintptr_t)from_point;
}
*/
import "C"

import "golang.org/x/sys/windows"

// fromPoint is the function that finds the thing at a point.
func fromPoint() uintptr { return uintptr(C.point(C.uintptr_t(windows.NewCallback(at)))) }
