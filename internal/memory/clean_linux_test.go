package memory

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// resident is how much of a file's mapping this program holds, in kB.
func resident(t *testing.T, file string) (kb int) {
	t.Helper()
	smaps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	_, after, found := strings.Cut(string(smaps), file+"\n")
	if !found {
		t.Fatalf("%s is not mapped", file)
	}
	_, after, _ = strings.Cut(after, "Rss:")
	if _, err := fmt.Sscan(after, &kb); err != nil {
		t.Fatal(err)
	}
	return kb
}

// What is mapped from a file is given back, and is there when it is read again.
// What was written to stays.
func TestReleaseGivesBackWhatAFileHas(t *testing.T) {
	const size = 4 << 20
	written := bytes.Repeat([]byte{7}, size)
	for _, c := range []struct {
		name   string
		change bool
	}{{"read", false}, {"written", true}} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "mapped")
			if err := os.WriteFile(file, written, 0o600); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			m, err := unix.Mmap(int(f.Fd()), 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = unix.Munmap(m) }()
			want := slices.Clone(written)
			if c.change {
				m[size/2], want[size/2] = 8, 8
			}
			if err := unix.Mprotect(m, unix.PROT_READ); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(m, want) || resident(t, file) != size/1024 {
				t.Fatalf("%d kB are resident", resident(t, file))
			}
			Release()
			if kept := resident(t, file); (kept == 0) == c.change {
				t.Errorf("%d kB are resident", kept)
			}
			if !bytes.Equal(m, want) {
				t.Error("it is not what it was")
			}
		})
	}
}

func TestClean(t *testing.T) {
	const maps = `00400000-00403000 r-xp 00000000 fe:00 1   /usr/bin/beltroad
Rss:                  12 kB
Anonymous:             0 kB
00403000-00404000 r--p 00003000 fe:00 1   /usr/lib/a b.so
Anonymous:             4 kB
00404000-00405000 r--p 00003000 fe:00 1   /usr/lib/a b.so
Anonymous:             0 kB
00405000-00406000 rw-p 00003000 fe:00 1   /usr/lib/a b.so
Anonymous:             0 kB
00406000-00407000 r--s 00003000 fe:00 1   /dev/dri/card0
Anonymous:             0 kB
00407000-00408000 r--p 00000000 00:00 0
Anonymous:             0 kB
00408000-00409000 r-xp 00000000 00:00 0   [vdso]
Anonymous:             0 kB
odd
`
	want := []stretch{{0x400000, 0x403000}, {0x404000, 0x405000}}
	if got := clean(strings.NewReader(maps)); !slices.Equal(got, want) {
		t.Errorf("%x", got)
	}
}
