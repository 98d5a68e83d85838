//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// proc reads a file about the app's process.
func (a *app) proc(name string) string {
	a.t.Helper()
	b, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(a.command.Process.Pid), name))
	if err != nil {
		a.t.Fatalf("%v\n%s", err, a.log())
	}
	return string(b)
}

// worked is how many hundredths of a second of processors the app has used.
func (a *app) worked() int {
	a.t.Helper()
	stat := a.proc("stat")
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:]) // from the third one on
	var user, system int
	_, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system)
	must(a.t, err)
	return user + system
}

// rests waits until the app does nothing.
func (a *app) rests() {
	a.t.Helper()
	const pause, little = time.Second, 10 // hundredths of a second
	before := a.worked()
	a.until("the app being at rest", func() bool {
		time.Sleep(pause)
		last := before
		before = a.worked()
		return before-last < little
	})
}

// memory is what the app takes for itself, in MB. What it shares with other
// programs, its own file among that, is left out: that part grows and
// shrinks with how many of them run.
func (a *app) memory() float64 {
	a.t.Helper()
	for line := range strings.Lines(a.proc("smaps_rollup")) {
		var kB int
		if _, err := fmt.Sscanf(line, "Pss_Anon: %d kB", &kB); err == nil {
			return float64(kB) / 1024
		}
	}
	a.t.Skip("this kernel does not tell a process's own memory")
	return 0
}

// hold is a time in which the window did not answer; see views/frames.go.
type hold struct {
	At   time.Time `json:"at"`
	Held float64   `json:"held"` // milliseconds
}

// holds are those that the app has written down since a time.
func holds(t *testing.T, file string, since time.Time) []hold {
	t.Helper()
	f, err := os.Open(file)
	must(t, err)
	defer f.Close()
	var all []hold
	for lines := json.NewDecoder(f); lines.More(); {
		var h hold
		if lines.Decode(&h) != nil { // it is being written
			break
		}
		if h.At.After(since) {
			all = append(all, h)
		}
	}
	return all
}
