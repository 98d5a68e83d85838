//go:build e2e && linux

package e2e

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The random user, for script/monkey.
var (
	monkeySeed    = flag.Uint64("monkey.seed", 1, "what the random user does")
	monkeyMinutes = flag.Float64("monkey.minutes", 0, "how long the random user is there; 0: for a few actions")
)

// mostGrowth is how much more memory than at its start the app may have, in MB,
// once it has been at rest.
const mostGrowth = 40

// monkey is somebody who does anything.
type monkey struct {
	*app
	*rand.Rand
	width, height int
}

// TestMonkey lets the random user do what comes to their mind. The app neither
// ends nor keeps the memory of what has gone.
func TestMonkey(t *testing.T) {
	t.Parallel()
	a := newUser(t)
	a.viewer()
	a.openUndumped()
	m := &monkey{a, rand.New(rand.NewPCG(*monkeySeed, 9)), 1280, 800}
	before := a.memory()
	actions, most := 0, 150
	until := time.Now().Add(time.Duration(*monkeyMinutes * float64(time.Minute)))
	for *monkeyMinutes == 0 && actions < most || time.Now().Before(until) {
		what := m.act()
		actions++
		if *monkeyMinutes > 0 {
			fmt.Printf("%s %5d %6.1f MB  %s\n", time.Now().Format(time.TimeOnly), actions, a.memory(), what)
		} else {
			t.Log(actions, what)
		}
		if a.ended() {
			t.Fatalf("action %d, %q, ended the app\n%s", actions, what, a.log())
		}
	}
	full := a.memory()
	m.goHome()
	a.staysSmall(before)
	fmt.Fprintf(os.Stderr, "seed %d, %d actions: %.1f MB at the start, %.1f MB after them, %.1f MB after a rest\n", *monkeySeed, actions, before, full, a.memory())
	if !t.Failed() { // or its picture would be of no window
		a.crash()
	}
}

// staysSmall waits, for a minute at most, until the app has given back what it
// took since it had so much memory.
func (a *app) staysSmall(before float64) {
	a.t.Helper()
	const rest, pause = time.Minute, time.Second
	now := a.memory()
	for end := time.Now().Add(rest); now > before+mostGrowth && time.Now().Before(end); time.Sleep(pause) {
		now = a.memory()
	}
	if now > before+mostGrowth {
		a.t.Errorf("at its start the app had %.1f MB, after a minute's rest it has %.1f MB", before, now)
	}
}

// goHome makes the window as it was at first, so that its memory can be compared.
func (m *monkey) goHome() {
	m.key("Escape", "Escape", "ctrl+1", "ctrl+0", "Home")
	m.xdotool("windowsize", m.window, "1280", "800")
}

// act does one thing, and says what.
func (m *monkey) act() string {
	keys := []string{
		"ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+8", "ctrl+9", "alt+Left", "alt+Right", "alt+Left", "ctrl+shift+d",
		"ctrl+plus", "ctrl+minus", "ctrl+0", "Tab", "Tab", "shift+Tab", "Return", "space", "Escape", "Page_Down", "Page_Up", "Home", "End",
		"Up", "Down", "Left", "Right", "ctrl+w", "t", "F1", "ctrl+shift+c", "plus", "minus",
	}
	words := []string{"rail", "port", "国务院", "🚂", "19.1", "x", "sdgf ", "bank"}
	switch m.IntN(10) {
	case 0, 1, 2:
		key := keys[m.IntN(len(keys))]
		m.key(key)
		return key
	case 3, 4, 5:
		x, y := m.point()
		m.xdotool("mousemove", x, y, "click", "1")
		return "click at " + x + ", " + y
	case 6:
		x, y := m.point()
		button := 4 + m.IntN(2)
		m.xdotool("mousemove", x, y, "click", "--repeat", strconv.Itoa(1+m.IntN(8)), "--delay", "10", strconv.Itoa(button))
		return fmt.Sprint("wheel ", button, " at ", x, ", ", y)
	case 7:
		fromX, fromY := m.point()
		toX, toY := m.point()
		m.xdotool("mousemove", fromX, fromY, "mousedown", "1", "mousemove", toX, toY, "mouseup", "1")
		return strings.Join([]string{"drag from", fromX, fromY, "to", toX, toY}, " ")
	case 8:
		word := words[m.IntN(len(words))]
		m.key("ctrl+k")
		m.write(word)
		return "look for " + word
	default:
		if m.IntN(4) > 0 {
			x, y := m.point()
			m.xdotool("mousemove", x, y)
			return "point at " + x + ", " + y
		}
		sizes := [][2]int{{1280, 800}, {1024, 768}, {800, 600}, {1600, 1000}}
		size := sizes[m.IntN(len(sizes))]
		m.width, m.height = size[0], size[1]
		m.xdotool("windowsize", m.window, strconv.Itoa(m.width), strconv.Itoa(m.height))
		return fmt.Sprint("size ", m.width, " x ", m.height)
	}
}

// point is anywhere in the window but in its menu, which would end the app.
func (m *monkey) point() (x, y string) {
	const menu = 40
	return strconv.Itoa(m.IntN(m.width)), strconv.Itoa(menu + m.IntN(m.height-menu))
}
