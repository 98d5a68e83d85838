package views

import (
	"testing"

	"golang.org/x/sys/unix"
)

// limitFiles has the system let the test open so many files until it ends.
func limitFiles(t *testing.T, most int) {
	t.Helper()
	var before unix.Rlimit
	must(t, unix.Getrlimit(unix.RLIMIT_NOFILE, &before))
	now := before
	now.Cur = uint64(most) // #nosec G115 -- a small number
	must(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &now))
	t.Cleanup(func() { must(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &before)) })
}
