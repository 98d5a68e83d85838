//go:build e2e && linux

package e2e

import (
	"strconv"
	"testing"
	"time"
)

// TestRepeatsKeepNoMemory does the same again and again: light and dark, sizes of text,
// pages, searches, a map made larger and smaller, slides; each 200 times with -long. What the
// app takes for it, it gives back.
func TestRepeatsKeepNoMemory(t *testing.T) {
	t.Parallel()
	times := 8
	if *long {
		times = 200
	}
	a := newUser(t)
	a.openUndumped()
	before := a.memory()
	const drawn = 40 * time.Millisecond // longer than most frames, so that each is on screen
	press := func(keys ...string) {
		for _, k := range keys {
			a.key(k)
			time.Sleep(drawn)
		}
	}
	again := func(what string, do func(n int)) {
		for n := range times {
			do(n)
			if a.ended() {
				t.Fatalf("%s ended the app, the %d. time\n%s", what, n+1, a.log())
			}
		}
		t.Logf("%s: %.1f MB at the start, %.1f MB now", what, before, a.memory())
	}
	again("light and dark", func(int) { press("ctrl+shift+d", "ctrl+shift+d") })
	again("sizes of text", func(int) { press("ctrl+plus", "ctrl+plus", "ctrl+0") })
	again("pages", func(n int) { press("ctrl+" + strconv.Itoa(1+n%9)) })
	again("searches", func(n int) {
		press("ctrl+k")
		a.write("rail " + strconv.Itoa(n))
		time.Sleep(drawn)
		press("Escape", "Escape")
	})
	press("ctrl+8")
	a.xdotool("mousemove", "760", "400") // on the map
	again("the map's zoom", func(int) {
		const up, down = 4, 5 // of the wheel
		for _, button := range []int{up, up, down, down} {
			a.mouse(button)
			time.Sleep(drawn)
		}
	})
	again("presentations", func(int) {
		press("F5")
		a.windowNamed("slides")
		a.until("the end of the slides", func() bool {
			press("Escape")
			_, err := a.display.run("xdotool", "search", "--onlyvisible", "--name", "slides$")
			return err != nil // there is none
		})
	})
	press("Escape", "ctrl+0", "ctrl+1", "Home")
	a.staysSmall(before)
	t.Logf("at rest %.1f MB", a.memory())
	a.crash()
}
