//go:build e2e && linux

package e2e

import (
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

const crashed = "Last time the app ended because of an error; .*"

// endBy sends the app a signal and waits for its end.
func (a *app) endBy(s syscall.Signal) {
	a.t.Helper()
	a.over = true
	must(a.t, a.command.Process.Signal(s))
	a.until("the app's end", func() bool {
		select {
		case err := <-a.exit:
			a.t.Logf("%v: %v", s, err)
			return true
		default:
			return false
		}
	})
}

// TestCrash lets Go's own handler of a signal end the app with a trace, as an
// error of its own would.
func TestCrash(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	a.endBy(syscall.SIGABRT)

	a.open()
	notice := a.see(crashed)
	if kept, ok := strings.CutPrefix(notice.Label[strings.LastIndex(notice.Label, "“")+len("“"):], a.home); !ok || !strings.HasSuffix(kept, "/crash/last.log”.") {
		t.Errorf("the notice names no log at home: %s", notice.Label)
	}
	if page := a.see("Figures"); page.Y < notice.Y+notice.H {
		t.Errorf("the notice lies over the page: %+v, %+v", notice, page)
	}
	a.key("ctrl+shift+d") // it is drawn anew
	a.see(crashed)
	a.click("Copy details")
	a.until("the details", func() bool { return strings.Contains(a.clipboard(), "goroutine ") })
	details := a.clipboard()
	head := regexp.MustCompile(`^beltroad [0-9.]+ \(commit .*, Fyne v2\..*, linux/.*\)\nStarted 20.*Z\nEnded 20.*Z\n\nSIGABRT`)
	if !head.MatchString(details) {
		t.Errorf("the details begin with\n%.300s", details)
	}
	kept, err := filepath.Glob(filepath.Join(a.home, ".config", "fyne", "*", "crash", "last.log"))
	must(t, err)
	if b, err := os.ReadFile(strings.Join(kept, " and ")); err != nil || string(b) != details {
		t.Errorf("the log kept is not what was copied: %v", err)
	}
	a.click("Close")
	a.wait("the notice's end", func(s screen) bool { return len(all(s.Seen, crashed)) == 0 })
	a.quit()
	a.open()
	a.tellsOfNoCrash("a crash that was told already")
}

// TestNoCrash ends the app in ways that are no crash.
func TestNoCrash(t *testing.T) {
	t.Parallel()
	a := start(t)
	for name, s := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT, "SIGHUP": syscall.SIGHUP, "SIGKILL": syscall.SIGKILL} {
		if signal.Ignored(s) {
			continue // as under nohup, and the app would ignore it, too
		}
		a.endBy(s)
		a.open()
		a.tellsOfNoCrash(name)
	}
}

func (a *app) tellsOfNoCrash(after string) {
	a.t.Helper()
	if s := a.next(1); len(all(s.Seen, crashed)) > 0 {
		a.t.Errorf("after %s, the app tells of a crash", after)
	}
}
