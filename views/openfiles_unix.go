//go:build unix

package views

import "golang.org/x/sys/unix"

// openFiles is how many files the system lets the program have open.
func openFiles() (most int, limited bool) {
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_NOFILE, &limit) != nil {
		return 0, false
	}
	return int(min(uint64(limit.Cur), 1<<30)), true //nolint:unconvert // FreeBSD has another type; #nosec G115 -- it fits
}
