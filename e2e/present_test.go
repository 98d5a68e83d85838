//go:build e2e && linux

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// newTwoDisplays starts a server with two displays beside each other, which ends with the test.
func newTwoDisplays(t *testing.T, home string) *display {
	t.Helper()
	for _, program := range []string{"Xorg", "xrandr"} {
		if _, err := exec.LookPath(program); err != nil {
			cannotProve(t, "two displays: %v - see script/setup", err)
		}
	}
	script, err := filepath.Abs("../script/two-displays")
	must(t, err)
	out, err := exec.Command(script, t.TempDir()).Output()
	if err != nil {
		cannotProve(t, "two displays cannot be started here: %v", err)
	}
	name, pid, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	id, err := strconv.Atoi(pid)
	must(t, err)
	t.Cleanup(func() { _ = syscall.Kill(id, syscall.SIGTERM) })
	d := &display{name: name, env: environment(home, name)}
	return d.managed(t, "openbox")
}

// onTwoDisplays opens the app on two displays.
func onTwoDisplays(t *testing.T) *app {
	t.Helper()
	a := strangerAt(t, func(home string) *display { return newTwoDisplays(t, home) })
	a.open()
	return a
}

// presented waits until what is presented stands as a pattern says.
func (a *app) presented(pattern string) {
	a.t.Helper()
	re := regexp.MustCompile("^(?:" + pattern + ")$")
	last := ""
	defer func() {
		if a.t.Failed() {
			a.t.Logf("presented is %q", last)
		}
	}()
	a.until("presenting "+pattern, func() bool {
		last = strings.TrimSuffix(a.now().Presented, " nomouse")
		return !strings.HasSuffix(last, " making") && re.MatchString(last)
	})
}

// mouseHidden tells whether the mouse is not seen over what is presented.
func (a *app) mouseHidden() bool { return strings.HasSuffix(a.now().Presented, " nomouse") }

// windowNamed is the number of a window by the end of its name.
func (a *app) windowNamed(end string) string {
	a.t.Helper()
	found := ""
	a.until("the window "+end, func() bool {
		out, err := a.display.run("xdotool", "search", "--onlyvisible", "--name", end+"$")
		found = strings.TrimSpace(out)
		return err == nil && found != "" && !strings.Contains(found, "\n")
	})
	return found
}

// fills waits until a window fills a part of the screen: "1280,0 1280x720".
func (a *app) fills(end, part string) {
	a.t.Helper()
	re := regexp.MustCompile(`Position: (\d+,\d+)[^G]*Geometry: (\d+x\d+)`)
	a.until(end+" filling "+part, func() bool {
		out, _ := a.display.run("xdotool", "search", "--onlyvisible", "--name", end+"$", "getwindowgeometry")
		m := re.FindStringSubmatch(out)
		return m != nil && m[1]+" "+m[2] == part
	})
}

// focus gives the keyboard to a window.
func (a *app) focus(end string) {
	a.t.Helper()
	window := a.windowNamed(end)
	a.xdotool("windowfocus", window)
	a.until("the keyboard in "+end, func() bool {
		out, _ := a.display.run("xdotool", "getwindowfocus")
		return strings.TrimSpace(out) == window
	})
}

const (
	audience  = ": slides"
	presenter = ": notes and clock"
)

// keysOfPresenting are keys with what they make of a presentation of 24 slides, one after the other.
var keysOfPresenting = []struct{ keys, state string }{
	{"Right", "2 of 24,.*"},
	{"Down", "3 of 24,.*"},
	{"Left", "2 of 24,.*"},
	{"Up", "1 of 24,.*"},
	{"space", "2 of 24,.*"},
	{"Next", "3 of 24,.*"},
	{"Prior", "2 of 24,.*"},
	{"Return", "3 of 24,.*"},
	{"BackSpace", "2 of 24,.*"},
	{"End", "24 of 24,.*"},
	{"Home", "1 of 24,.*"},
	{"1 7 Return", "17 of 24,.*"},
	{"1 2", ".* digits.*"},
	{"Escape", "17 of 24, [^d]*displays,( notes)?"},
	{"9 9 Return", "17 of 24, [^d]*displays,( notes)?"},
	{"shift+F5", "1 of 24,.*"},
	{"b", ".* black.*"},
	{"b", ".*displays,( notes)?"},
	{"period", ".* black.*"},
	{"w", ".* white.*"},
	{"comma", ".*displays,( notes)?"},
	{"o", ".* overview.*"},
	{"Down Right Return", "8 of 24, .*displays,( notes)?"},
	{"p", ".* pointer.*"},
	{"d", ".* pen.*"},
	{"h", ".* marker.*"},
	{"e", ".* eraser.*"},
	{"e", ".*displays,( notes)?"},
	{"z", ".* zoom.*"},
	{"Escape", ".*displays,( notes)?"},
	{"t", ".* table.*"},
	{"t", ".*displays,( notes)?"},
	{"question", ".* help.*"},
	{"F5", "8 of 24, .*displays,( notes)?"},
	{"v", ".* check.*"},
	{"Escape", ".*displays,( notes)?"},
	{"4 Return", "4 of 24, .*hidden.*"},
	{"g", ".* guess.*"},
	{"3 0 0 Return", ".* 1 guesses,.*"},
	{"Up Up Return", ".* 2 guesses,.*"},
	{"u", ".* 1 guesses,.*"},
	{"r", "4 of 24, 0 strokes, 1 guesses, . displays,( notes)?"},
	{"c", "4 of 24,.*"},
	{"shift+c", "4 of 24,.*"},
	{"shift+c", "4 of 24,.*"},
	{"plus", "4 of 24,.*"},
	{"minus", "4 of 24,.*"},
	{"r u", "4 of 24, 0 strokes, 0 guesses, .*hidden.*"}, // as it was
	{"Home", "1 of 24,.*"},
}

func (a *app) pressThrough() {
	a.t.Helper()
	for _, c := range keysOfPresenting {
		a.key(strings.Fields(c.keys)...)
		a.presented(c.state)
	}
}

// TestPresentOnTwoDisplays presents the first lesson with the slides on the
// second display: every key in both windows, all slides, and the display
// unplugged and plugged in again meanwhile.
func TestPresentOnTwoDisplays(t *testing.T) {
	a := onTwoDisplays(t)
	a.key("shift+F5")
	a.presented("1 of 24, 0 strokes, 0 guesses, 2 displays, notes")
	a.fills(presenter, "0,0 1280x800")
	a.fills(audience, "1280,0 1280x720")
	for _, window := range []string{presenter, audience} {
		a.focus(window)
		a.pressThrough()
	}

	// The keyboard goes elsewhere and comes back: the slide stays.
	a.key("6", "Return")
	a.presented("6 of 24,.*")
	a.focus("Belt and Road Explorer")
	a.key("Down")
	a.focus(audience)
	a.key("Right", "Left")
	a.presented("6 of 24, 0 strokes,.*")
	// Either window ends it, as the window manager asks.
	for _, window := range []string{presenter, audience} {
		a.focus(window)
		a.key("alt+F4")
		a.presented("")
		a.focus("Belt and Road Explorer")
		a.key("shift+F5")
		a.presented("1 of 24, 0 strokes, 0 guesses, 2 displays, notes")
	}

	a.key("6", "Return", "d")
	a.presented("6 of 24, 0 strokes, .*pen.*")
	a.line(1400, 200, 2200, 500)
	a.presented("6 of 24, 1 strokes, .*pen.*")
	a.xrandr("--output", "DUMMY1", "--off")
	a.presented("6 of 24, 1 strokes, 0 guesses, 1 displays, pen.*")
	a.fills(audience, "0,0 1280x800")
	a.key("Right", "Left")
	a.presented("6 of 24, 1 strokes, 0 guesses, 1 displays, pen.*")
	a.xrandr("--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
	a.xrandr()
	a.presented("6 of 24, 1 strokes, 0 guesses, 2 displays, pen notes.*")
	a.fills(audience, "1280,0 1280x720")
	a.key("s")
	a.fills(audience, "0,0 1280x800")
	a.fills(presenter, "1280,0 1280x720")
	a.key("s", "Escape", "Home")
	a.presented("1 of 24, 0 strokes, 0 guesses, 2 displays, notes.*")
	for n := 1; n <= 24; n++ {
		a.presented(strconv.Itoa(n) + " of 24,.*")
		a.photograph(strconv.Itoa(n))
		if strings.Contains(a.now().Presented, "hidden") {
			a.key("Next")
			a.presented(strconv.Itoa(n) + " of 24, [^h]*")
			a.photograph(strconv.Itoa(n) + "-revealed")
		}
		a.key("Next")
	}
	a.key("Escape")
	a.presented("")
	a.see("You have drawn on slides.*")
	a.quit()
}

// TestPresentOnOneDisplay presents with one display: the presenter's notes come when they
// are asked for, in a window of their own and in a strip beside the slide.
func TestPresentOnOneDisplay(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.key("shift+F5")
	a.presented("1 of 24, 0 strokes, 0 guesses, 1 displays,")
	a.fills(audience, "0,0 1600x1000")
	a.pressThrough()
	for _, key := range []string{"s", "shift+s"} {
		a.key(key)
		a.presented("1 of 24, .* notes.*")
		if key == "s" {
			a.focus(presenter)
		}
		a.key("Right")
		a.presented("2 of 24, .* notes.*")
		a.key("Left", "s")
		a.presented("1 of 24, 0 strokes, 0 guesses, 1 displays,.*")
		a.focus(audience)
	}
	a.xdotool("mousemove", "300", "300")
	a.xdotool("mousemove", "310", "310")
	a.until("the mouse being seen", func() bool { return !a.mouseHidden() })
	a.until("the mouse being hidden after a while", a.mouseHidden)
	a.xdotool("mousemove", "400", "310")
	a.until("the mouse being seen again", func() bool { return !a.mouseHidden() })
	a.mouseAlone()
	a.stands()
	a.heldDown()
	a.key("Escape")
	a.presented("")
	a.see("You have drawn on slides.*")
	a.dialogKeeps()
	a.quit()
}

// mouseAlone goes through what a mouse does without a keyboard.
func (a *app) mouseAlone() {
	a.t.Helper()
	at := func(x, y int) {
		a.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(y))
		a.xdotool("mousemove", strconv.Itoa(x+1), strconv.Itoa(y))
	}
	at(800, 40)
	a.mouse(1)
	a.presented("2 of 24,.*displays,")
	at(300, 300)
	a.mouse(3)
	a.photograph("menu")
	a.key("Down", "Down", "Return") // of the menu, which has the keyboard
	a.presented("1 of 24,.*displays,")
	a.key("t")
	a.presented(".* table")
	at(800, 40)
	a.mouse(1)
	a.presented("1 of 24,.*displays,")
}

// stands looks whether anything moves by itself.
func (a *app) stands() {
	a.t.Helper()
	a.until("the mouse being hidden", a.mouseHidden)
	before := a.display.picture(a.t)
	a.until("the display being drawn", func() bool {
		last := before
		a.next(2)
		before = a.display.picture(a.t)
		return bytes.Equal(before.Pix, last.Pix)
	})
	time.Sleep(2 * time.Second) // in which the clock goes on
	if after := a.display.picture(a.t); !bytes.Equal(before.Pix, after.Pix) {
		a.t.Error("something moves by itself")
	}
	if !a.mouseHidden() {
		a.t.Error("the mouse comes back by itself")
	}
}

// heldDown holds keys down: what was drawn is where it was.
func (a *app) heldDown() {
	a.t.Helper()
	a.key("d")
	a.presented("1 of 24,.* pen")
	a.line(400, 700, 900, 800)
	a.presented("1 of 24, 1 strokes,.* pen")
	a.xdotool("key", "--repeat", "100", "--delay", "5", "Right")
	a.presented("24 of 24, 0 strokes,.* pen")
	a.xdotool("key", "--repeat", "100", "--delay", "5", "Left")
	a.presented("1 of 24, 1 strokes,.* pen")
	a.key("e")
	a.presented("1 of 24, 1 strokes,.* eraser")
	a.xdotool("mousemove", "602", "742", "mousedown", "1", "mousemove", "604", "743", "mouseup", "1") // at once
	a.presented("1 of 24, 0 strokes,.* eraser")
	a.key("u", "e")
	a.presented("1 of 24, 1 strokes,.*displays,")
}

// dialogKeeps opens a dialog: F5 is none of its keys, and nothing is presented behind it.
func (a *app) dialogKeeps() {
	a.t.Helper()
	a.key("ctrl+s")
	a.see("Cancel")
	a.key("F5", "shift+F5")
	a.next(2)
	if now := a.now().Presented; now != "" {
		a.t.Errorf("with a dialog open it presents: %s", now)
	}
	a.key("Escape")
	a.wait("the dialog being gone", func(s screen) bool { return len(all(s.Seen, "Cancel")) == 0 })
	a.key("shift+F5")
	a.presented("1 of 24, 1 strokes,.*")
	a.key("Escape")
	a.presented("")
}

// TestPresentFromHere presents a place that the lesson has, and one that it lacks.
func TestPresentFromHere(t *testing.T) {
	t.Parallel()
	a := start(t, "figure/cooperation-documents")
	a.key("F5")
	a.presented("4 of 24,.*")
	a.key("Escape")
	a.presented("")
	a.click(`Projects \d+`)
	a.waitPlace("project")
	a.key("F5")
	a.presented("1 of 25,.*")
	a.key("Right")
	a.presented("2 of 25,.*")
	a.key("Escape")
	a.presented("")
	a.quit()
}

// line draws a line with the pointer, on the display.
func (a *app) line(fromX, fromY, toX, toY int) {
	a.t.Helper()
	const steps = 12
	a.xdotool("mousemove", strconv.Itoa(fromX), strconv.Itoa(fromY), "mousedown", "1")
	for i := 1; i <= steps; i++ {
		a.xdotool("mousemove", strconv.Itoa(fromX+(toX-fromX)*i/steps), strconv.Itoa(fromY+(toY-fromY)*i/steps))
	}
	a.xdotool("mouseup", "1")
}

func (a *app) xrandr(args ...string) {
	a.t.Helper()
	if _, err := a.display.run("xrandr", args...); err != nil {
		a.t.Fatalf("xrandr %v: %v", args, err)
	}
}

// photograph keeps a picture of both displays where pictures are asked for.
func (a *app) photograph(name string) {
	dir := os.Getenv("E2E_PICTURES")
	if dir == "" {
		return
	}
	time.Sleep(300 * time.Millisecond)
	if _, err := a.display.run("import", "-window", "root", filepath.Join(dir, strings.ReplaceAll(a.t.Name(), "/", "-")+"-"+name+".png")); err != nil {
		a.t.Logf("no picture: %v", err)
	}
}
