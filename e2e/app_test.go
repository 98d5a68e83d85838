//go:build e2e && linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// app is the running app, its user and its display.
type app struct {
	t       *testing.T
	display *display
	program string // the app's file
	home    string
	dump    string // file that the app keeps up to date with what is on screen
	logFile string
	window  string // the window's number
	command *exec.Cmd
	exit    chan error // gets how the app ended
	over    bool       // the app has ended as it should
}

// start opens the app for a new user.
func start(t *testing.T, args ...string) *app {
	t.Helper()
	a := newUser(t)
	a.open(args...)
	return a
}

// newUser is someone with an empty home but for what a first start has said once:
// its strip would be among what tests look for.
func newUser(t *testing.T) *app {
	t.Helper()
	a := stranger(t)
	kept := filepath.Join(a.home, ".config", "fyne", "org.beltroad.explorer")
	must(t, os.MkdirAll(kept, 0o700))
	must(t, os.WriteFile(filepath.Join(kept, "settings.json"), []byte(`{"version": 1, "told": true}`), 0o600))
	return a
}

// stranger is someone with an empty home, before the app's first start.
func stranger(t *testing.T) *app {
	t.Helper()
	return strangerAt(t, func(home string) *display { return newDisplay(t, home) })
}

// strangerAt is one at displays of their own.
func strangerAt(t *testing.T, displays func(home string) *display) *app {
	t.Helper()
	home := t.TempDir()
	must(t, os.Mkdir(filepath.Join(home, ".run"), 0o700))
	a := &app{t: t, program: appFile, home: home, dump: filepath.Join(home, "dump.json"), logFile: filepath.Join(home, "log.txt")}
	a.display = displays(home)
	t.Cleanup(a.end)
	return a
}

// open starts the app and waits until it can be used.
func (a *app) open(args ...string) { a.t.Helper(); a.openBy(nil, args...) }

// openBy starts the app through another program.
func (a *app) openBy(launcher []string, args ...string) {
	a.t.Helper()
	_ = os.Remove(a.dump)
	a.launch(append(append(append([]string{}, launcher...), a.program, "--dump", a.dump), args...))
	a.wait("the first page", func(s screen) bool { return s.Place != "" && !s.covered() })
	a.until("the first page being drawn as a whole", func() bool {
		before := a.now()
		return reflect.DeepEqual(a.next(1), before)
	})
	a.findWindow()
}

// openUndumped starts the app without the list of what is on screen, which costs
// it memory and time, and waits until it is at rest.
func (a *app) openUndumped(args ...string) {
	a.t.Helper()
	a.launch(append([]string{a.program}, args...))
	a.findWindow()
	a.rests()
}

// savedAs is the file that the app says it has saved.
func (a *app) savedAs() string {
	a.t.Helper()
	return strings.Trim(strings.TrimPrefix(a.see("Saved as .*").Label, "Saved as "), "“”")
}

// launch starts the app's process.
func (a *app) launch(line []string) {
	a.t.Helper()
	log, err := os.OpenFile(a.logFile, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	must(a.t, err)
	a.command = exec.Command(line[0], line[1:]...)
	a.command.Env, a.command.Stdout, a.command.Stderr = a.display.env, log, log
	a.command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	must(a.t, a.command.Start())
	must(a.t, log.Close())
	a.exit, a.over = make(chan error, 1), false
	go func(c *exec.Cmd, exit chan<- error) { exit <- c.Wait() }(a.command, a.exit)
}

// findWindow waits until the app's window is there and has the keyboard.
func (a *app) findWindow() {
	a.t.Helper()
	a.until("the window", func() bool {
		out, err := a.display.run("xdotool", "search", "--onlyvisible", "--name", "Belt and Road Explorer$")
		a.window = strings.TrimSpace(out)
		return err == nil && a.window != ""
	})
	a.until("the window having the keyboard", func() bool {
		out, _ := a.display.run("xdotool", "getactivewindow")
		return strings.TrimSpace(out) == a.window
	})
}

// ended tells whether the app has ended, though nobody asked it to.
func (a *app) ended() bool {
	if a.over || a.command == nil {
		return false
	}
	select {
	case err := <-a.exit:
		a.exit <- err
		return true
	default:
		return false
	}
}

// quit closes the window as the user does, by its close button's message.
func (a *app) quit() { a.t.Helper(); a.quitBy("alt+F4") }

// quitBy ends the app with a key and waits until it has ended well.
func (a *app) quitBy(key string) {
	a.t.Helper()
	a.key(key)
	a.over = true
	a.until("the app's end", func() bool {
		select {
		case err := <-a.exit:
			if err != nil {
				a.t.Errorf("the app ended badly: %v\n%s", err, a.log())
			}
			return true
		default:
			return false
		}
	})
}

// crash ends the app at once, without a chance to save anything.
func (a *app) crash() {
	a.over = true
	_ = syscall.Kill(-a.command.Process.Pid, syscall.SIGKILL) // its group, for it may run under strace
	if err := <-a.exit; err == nil {
		a.t.Error("the app had ended before")
	}
}

// end is the end of the test.
func (a *app) end() {
	a.keepPicture()
	if a.command != nil && !a.over {
		if a.ended() {
			a.t.Errorf("the app ended by itself\n%s", a.log())
			return
		}
		a.crash()
	}
	for _, bad := range []string{"panic:", "DATA RACE", "fatal error:", "Error in Fyne call thread"} {
		if strings.Contains(a.log(), bad) {
			a.t.Errorf("%s in the app's log:\n%s", bad, a.log())
		}
	}
}

// log is what the app printed.
func (a *app) log() string {
	b, _ := os.ReadFile(a.logFile)
	return string(b)
}

// key presses keys, one after the other: "alt+Left", "Tab".
func (a *app) key(keys ...string) {
	a.t.Helper()
	a.xdotool(append([]string{"key"}, keys...)...)
}

// write types a text.
func (a *app) write(text string) {
	a.t.Helper()
	a.xdotool("type", text)
}

// mouse clicks with a button where the pointer is.
func (a *app) mouse(button int) {
	a.t.Helper()
	a.xdotool("click", strconv.Itoa(button))
}

func (a *app) xdotool(args ...string) string {
	a.t.Helper()
	out, err := a.display.run("xdotool", args...)
	if err != nil {
		a.t.Fatalf("xdotool %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// click clicks on the item whose label matches the pattern.
func (a *app) click(pattern string) { a.t.Helper(); a.clickIn(everything, pattern) }

// clickIn clicks on an item in a part of the screen, and scrolls there if need be.
func (a *app) clickIn(part func(screen) []item, pattern string) {
	a.t.Helper()
	target := a.reach(part, pattern)
	x, y := target.center()
	a.clickAt(x, y)
}

// clickAt clicks on a point of the window.
func (a *app) clickAt(x, y float32) {
	a.t.Helper()
	a.xdotool("mousemove", "--window", a.window, a.pixels(x), a.pixels(y), "click", "1")
}

// pixels is a length of the window in pixels of the display.
func (a *app) pixels(v float32) string { return strconv.Itoa(int(v*a.now().Scale + 0.5)) }

// search turns the wheel down until the item is there: what is far out of view
// is not made yet.
func (a *app) search(part func(screen) []item, pattern string) item {
	a.t.Helper()
	const turns, settled = 60, 5 // the screen is told a few times until a new place is there
	for n := range turns {
		if found := all(part(a.next(1)), pattern); len(found) > 0 {
			return found[0]
		}
		if n >= settled {
			a.turnWheel(a.now().Width/2, 5)
		}
	}
	return a.seeIn(part, pattern)
}

// reach turns the wheel until the item is in view and at rest.
func (a *app) reach(part func(screen) []item, pattern string) item {
	a.t.Helper()
	const turns = 60
	target := a.search(part, pattern)
	for range turns {
		s := a.next(1)
		now := a.seeIn(part, pattern)
		x, y := now.center()
		switch {
		case now.Hidden && y < s.Height/2:
			a.turnWheel(x, 4)
		case now.Hidden:
			a.turnWheel(x, 5)
		case now == target:
			return now
		}
		target = now
	}
	a.t.Fatalf("%s does not come into view; it is at %+v", pattern, target)
	return target
}

// turnWheel turns the wheel a little, the pointer in the middle of the height.
func (a *app) turnWheel(x float32, button int) {
	a.t.Helper()
	a.xdotool("mousemove", "--window", a.window, a.pixels(x), a.pixels(a.now().Height/2), "click", "--repeat", "3", "--delay", "5", strconv.Itoa(button))
}

// resize gives the window another size, in pixels, and waits for it.
func (a *app) resize(width, height float32) screen {
	a.t.Helper()
	a.xdotool("windowsize", a.window, strconv.Itoa(int(width)), strconv.Itoa(int(height)))
	a.wait("the new size", func(s screen) bool { return s.Width*s.Scale == width && s.Height*s.Scale == height })
	return a.next(1)
}

// clipboard is what the app has put on the clipboard.
func (a *app) clipboard() string {
	out, _ := a.display.run("xclip", "-o", "-selection", "clipboard") // an empty clipboard is an error of xclip's
	return out
}
