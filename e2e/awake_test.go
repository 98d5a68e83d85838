//go:build e2e && linux

package e2e

import (
	"bufio"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/godbus/dbus/v5"
)

// saver is the service of a desktop that blanks the screen.
type saver struct{ inhibited, let atomic.Int32 }

// Inhibit is asked for by a program that wants the screen to stay on.
func (s *saver) Inhibit(_, _ string) (uint32, *dbus.Error) {
	s.inhibited.Add(1)
	return 7, nil
}

// UnInhibit ends that.
func (s *saver) UnInhibit(cookie uint32) *dbus.Error {
	if cookie == 7 {
		s.let.Add(1)
	}
	return nil
}

// joinBus starts a session's bus that ends with the test, and has the user's programs use
// it. It starts services that are asked for as one of them.
func (a *app) joinBus() (address string) {
	t := a.t
	t.Helper()
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		cannotProve(t, "a bus: %v - see script/setup", err)
	}
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	daemon.Env = a.display.env
	out, err := daemon.StdoutPipe()
	must(t, err)
	launch(t, daemon)
	address, err = bufio.NewReader(out).ReadString('\n')
	must(t, err)
	address = strings.TrimSpace(address)
	a.display.env = append(a.display.env, "DBUS_SESSION_BUS_ADDRESS="+address) // the last one counts
	return address
}

// newSaver is the service of a screen saver on a bus.
func newSaver(t *testing.T, address string) *saver {
	t.Helper()
	c, err := dbus.Connect(address)
	must(t, err)
	t.Cleanup(func() { _ = c.Close() })
	s := &saver{}
	must(t, c.Export(s, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"))
	_, err = c.RequestName("org.freedesktop.ScreenSaver", dbus.NameFlagDoNotQueue)
	must(t, err)
	return s
}

// TestStaysAwake presents: the desktop is asked to let the screen be, and told
// when that is over.
func TestStaysAwake(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	s := newSaver(t, a.joinBus())
	a.open()
	if s.inhibited.Load() != 0 {
		t.Error("the screen stays on though nothing is presented")
	}
	for range 2 {
		before := s.let.Load()
		a.key("F5")
		a.presented("1 of .*")
		a.until("the screen staying on", func() bool { return s.inhibited.Load() == before+1 })
		a.key("Escape")
		a.presented("")
		a.until("the screen being let", func() bool { return s.let.Load() == before+1 })
	}
	a.quit()
}
