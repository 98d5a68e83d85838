//go:build !linux

package views

import "time"

// threadTime is known on Linux alone.
func threadTime() time.Duration { return 0 }
