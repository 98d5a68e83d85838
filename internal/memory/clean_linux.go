package memory

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// A program and its libraries are files that are mapped as they are read, and what
// only the start has needed stays mapped: compilers of shaders, what fonts and a
// dossier are read by. Whoever needs it again finds it in the system's own cache.

// stretch is a part of the address space.
type stretch struct{ from, to uintptr }

// unmapClean gives back what is mapped from files and was never changed.
func unmapClean() {
	smaps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // it is not told everywhere
	}
	all := clean(smaps)
	_ = smaps.Close()
	for _, s := range all {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, s.from, s.to-s.from, unix.MADV_DONTNEED)
	}
}

// clean are the stretches that hold code or constants of a file, none of which was
// written to: a page that was has nothing in the file to come back from. See proc_pid_smaps(5).
func clean(smaps io.Reader) []stretch {
	var all []stretch
	var at stretch
	lines := bufio.NewScanner(smaps)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		switch {
		case len(f) >= 5 && strings.Contains(f[0], "-"):
			at = stretch{}
			if len(f) >= 6 && strings.HasPrefix(f[5], "/") && (f[1] == "r-xp" || f[1] == "r--p") {
				at = span(f[0])
			}
		case len(f) >= 2 && f[0] == "Anonymous:" && f[1] == "0" && at.to > at.from:
			all = append(all, at)
		}
	}
	return all
}

func span(s string) stretch {
	from, to, _ := strings.Cut(s, "-")
	a, err := strconv.ParseUint(from, 16, 64)
	b, err2 := strconv.ParseUint(to, 16, 64)
	if err != nil || err2 != nil {
		return stretch{}
	}
	return stretch{uintptr(a), uintptr(b)}
}
