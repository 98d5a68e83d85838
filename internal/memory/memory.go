// Package memory gives back to the system what the program no longer needs.
package memory

import (
	"runtime"
	"runtime/debug"
)

// Release gives back all that is free. It takes some tens of milliseconds, beside
// everything else.
func Release() {
	unmapClean()
	runtime.GC() // what a pool keeps is let go by the second collection
	debug.FreeOSMemory()
	trim()
}
