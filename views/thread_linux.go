package views

import (
	"time"

	"golang.org/x/sys/unix"
)

// threadTime is how long the calling thread has worked so far.
func threadTime() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t) != nil {
		return 0
	}
	return time.Duration(t.Nano())
}
