// Package memory gives back to the system what the program no longer needs.
package memory

import "runtime/debug"

// Release gives back all that is free. It takes some tens of milliseconds, beside
// everything else.
func Release() {
	debug.FreeOSMemory()
	trim()
}
