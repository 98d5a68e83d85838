//go:build e2e && linux

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// minute is how long the app is watched while it is used.
const minute = time.Minute

// cannotProve ends a proof that this machine allows none of. What is released has
// to be proved, so that it is an error where the tests decide about that.
func cannotProve(t *testing.T, why string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(why, args...)
	}
	t.Skipf(why, args...)
}

// TestNoNetwork traces the app's system calls through a minute of use.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	traced, noNetwork := tracer(t)
	a := newUser(t)
	a.viewer()
	a.openBy(traced)
	rounds := 0
	for began := time.Now(); rounds == 0 || time.Since(began) < minute; rounds++ {
		a.useEverything()
	}
	t.Logf("everything was used %d times", rounds)
	a.quit()
	noNetwork()
}

// tracer is a launcher of the app, and what says, once the app has ended, where it has
// used the network.
func tracer(t *testing.T) (launcher []string, check func()) {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace.txt")
	launcher = []string{"strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", trace}
	if out, err := exec.Command(launcher[0], append(launcher[1:], "true")...).CombinedOutput(); err != nil {
		cannotProve(t, "strace cannot trace here: %v %s", err, out)
	}
	return launcher, func() {
		t.Helper()
		b, err := os.ReadFile(trace)
		must(t, err)
		if !strings.Contains(string(b), "AF_UNIX") {
			t.Error("the trace does not even show the connection to the display")
		}
		for line := range strings.Lines(string(b)) {
			if strings.Contains(line, "AF_INET") { // AF_INET6 too
				t.Error("the network is used:", line)
			}
		}
	}
}

// TestNoNetworkByTheDesktop names a session bus that is reached over the network: the
// app does without.
func TestNoNetworkByTheDesktop(t *testing.T) {
	t.Parallel()
	traced, noNetwork := tracer(t)
	a := newUser(t)
	a.display.env = append(a.display.env, "DBUS_SESSION_BUS_ADDRESS=tcp:host=127.0.0.1,port=9;nonce-tcp:host=127.0.0.1,port=9")
	a.openBy(traced)
	a.key("F5") // the desktop is asked to stay awake, too
	a.presented("1 of .*")
	a.key("Escape")
	a.presented("")
	a.quit()
	noNetwork()
}

// TestNoLoopback names a display whose socket is not there: the X library is not let
// look for it on the loopback.
func TestNoLoopback(t *testing.T) {
	t.Parallel()
	traced, noNetwork := tracer(t)
	const most = 59000 // displays have ports up from 6000
	for _, display := range []string{fmt.Sprintf(":%d", most), fmt.Sprintf(":%d.0", most)} {
		env := environment(t.TempDir(), display)
		c := exec.Command(traced[0], append(traced[1:], appFile)...)
		c.Env = env
		out, err := c.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "There is no display to open a window on.") {
			t.Errorf("%s: %v, printed:\n%s", display, err, out)
		}
		noNetwork()
	}
}

// TestStartsNoBus runs where no bus is named and none is there.
func TestStartsNoBus(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(fmt.Sprintf("/run/user/%d/bus", os.Getuid())); err == nil {
		t.Skip("there is one")
	}
	a := newUser(t)
	tools, started := t.TempDir(), filepath.Join(t.TempDir(), "started")
	must(t, os.WriteFile(filepath.Join(tools, "dbus-launch"), []byte("#!/bin/sh\necho $$ >"+started+"\n"), 0o700))
	a.display.env = append(a.display.env, "DBUS_SESSION_BUS_ADDRESS=", "PATH="+tools+":"+os.Getenv("PATH"))
	a.open()
	a.key("F5")
	a.presented("1 of .*")
	a.key("Escape")
	a.presented("")
	a.quit()
	if _, err := os.Stat(started); err == nil {
		t.Error("a bus was started")
	}
}

// TestWithoutNetwork uses the app where there is no network at all, not even
// that of the machine with itself.
func TestWithoutNetwork(t *testing.T) {
	t.Parallel()
	unshare := []string{"unshare", "--net"}
	if os.Getuid() != 0 {
		unshare = append(unshare, "--map-root-user")
	}
	if out, err := exec.Command(unshare[0], append(unshare[1:], "true")...).CombinedOutput(); err != nil {
		cannotProve(t, "no network of its own can be made here: %v %s", err, out)
	}
	a := newUser(t)
	a.viewer()
	a.openBy(unshare)
	a.useEverything()
	a.quit()
}

// useEverything goes through every page, searches, copies, prints, and saves a chart. At its end it can begin again.
func (a *app) useEverything() {
	a.t.Helper()
	texts := words(a.t)
	for _, item := range sidebar() {
		a.click(item.pattern)
		a.waitPlace(item.place)
	}
	a.palette()
	a.write("piraeus")
	a.see("Port of Piraeus, Port")
	a.key("End", "Return")
	a.waitPlace("search/piraeus")
	a.click("Overview")
	a.waitPlace("overview")
	a.key("F1")
	a.see("Keyboard shortcuts")
	a.click("Close")
	a.click(`US\$19\.1 trillion, .*`)
	a.waitPlace("overview#figure/trade-volume")
	printed := len(a.viewed())
	a.key("ctrl+p")
	a.prints(printed)
	a.key("ctrl+shift+c")
	a.see("Copied")
	a.until("the message going", func() bool { return len(all(a.now().Seen, "Copied")) == 0 })
	a.key("F5")
	a.presented(`[0-9]+ of .*`)
	a.key("Right", "Escape")
	a.presented("")

	a.key("ctrl+7")
	a.waitPlace("chart")
	a.key("t")
	a.see("Copy table")
	a.key("t")
	a.click(texts["chart.export"])
	a.click(regexp.QuoteMeta(texts["export.save"]))
	saved := a.savedAs()
	must(a.t, os.Remove(saved))
	a.until("the message going", func() bool { return len(all(a.now().Seen, "Saved as .*")) == 0 })
	a.click("Overview")
	a.waitPlace("overview")
}
