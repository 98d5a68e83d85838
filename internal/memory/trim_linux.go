//go:build cgo

package memory

// The C library keeps what OpenGL's drivers have freed, page upon page with holes:
// after an hour of use that is more than all the rest.

/*
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
static void release(void) { malloc_trim(0); }
#else
static void release(void) {}
#endif
*/
import "C"

func trim() { C.release() }
