//go:build e2e && linux

package e2e

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"testing"
)

var update = flag.Bool("update", false, "keep what assistive technology is told now as what it is to be told")

// python is the system's, which has the packages of the system.
const python = "/usr/bin/python3"

// TestAssistiveTechnology reads the app through the bus of assistive technology, with a
// real registry: to a figure, its record, a list, the search and a menu. What it is
// told is kept. All that is told goes through sockets of the machine.
func TestAssistiveTechnology(t *testing.T) {
	t.Parallel()
	if out, err := exec.Command(python, "-c", "import pyatspi").CombinedOutput(); err != nil {
		cannotProve(t, "no client of AT-SPI is here, see script/setup: %v %s", err, out)
	}
	a := newUser(t)
	a.display.env = append(a.display.env, "GSETTINGS_BACKEND=memory")
	a.joinBus()
	traced, noNetwork := tracer(t)
	a.openBy(traced, harbour, "overview")
	out, err := a.display.run(python, "testdata/atspi.py")
	t.Log("\n" + out)
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		t.Fatalf("%v\n%s\n%s", err, failed.Stderr, a.log())
	}
	must(t, err)

	const file = "testdata/atspi.txt"
	if *update {
		must(t, os.WriteFile(file, []byte(out), 0o600))
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if out != string(want) {
		t.Errorf("it is told something else than in %s; -update keeps it", file)
	}
	a.quitBy("ctrl+q")
	noNetwork()
}
