// Package memory says how much the program may take, and gives back to the system
// what it no longer needs.
package memory

import (
	"runtime"
	"runtime/debug"
)

// What may lie beside what is in use before it is collected, in percent of that.
const (
	// Usual is low as most of the heap is fonts, which stay: what lies beside them costs the
	// window no time (measured over 225 pages), and a high heap leaves room that is never given back.
	Usual = 25
	// Starting is for the time up to the first frame: what is made then stays, and the
	// window waits for the processors that would go through it again and again.
	Starting = 400
)

// Release gives back all that is free. It takes some tens of milliseconds, beside
// everything else.
func Release() {
	unmapClean()
	runtime.GC() // what a pool keeps is let go by the second collection
	debug.FreeOSMemory()
	trim()
}
