//go:build e2e && linux

package e2e

import (
	"image/color"
	"strconv"
	"strings"
	"testing"
)

// another opens one more window, and makes it the one that the user works in.
func (a *app) another() (first string) {
	a.t.Helper()
	first = a.window
	a.key("ctrl+n")
	a.until("another window", func() bool {
		out, _ := a.display.run("xdotool", "getactivewindow")
		a.window = strings.TrimSpace(out)
		return a.window != "" && a.window != first
	})
	return first
}

// activate makes a window the one that the user works in.
func (a *app) activate(window string) {
	a.t.Helper()
	a.window = window
	a.xdotool("windowactivate", "--sync", window)
}

// place puts the window somewhere on the display.
func (a *app) place(x, width, height int) {
	a.t.Helper()
	a.xdotool("windowsize", a.window, strconv.Itoa(width), strconv.Itoa(height))
	a.xdotool("windowmove", a.window, strconv.Itoa(x), "0")
	a.wait("the new size", func(s screen) bool { return int(s.Width*s.Scale) == width && int(s.Height*s.Scale) == height })
}

// grounds tells whether the pages in both halves of the display have these grounds: so many pixels of them.
func (a *app) grounds(left, right color.NRGBA) bool {
	const half, height = 640, 600
	pic := a.display.picture(a.t)
	count := func(from int, want color.NRGBA) (n int) {
		for y := 40; y < height; y += 3 {
			for x := from; x < from+half; x += 3 {
				got := pic.NRGBAAt(x, y)
				if got.R-want.R <= 2 && got.G-want.G <= 2 && got.B-want.B <= 2 { // see waitGround
					n++
				}
			}
		}
		return n
	}
	const most = half * height / 9
	return count(0, left) > most/5 && count(half, right) > most/5
}

// TestTwoWindows has two windows side by side that look different and are at
// different places. Neither changes the other.
func TestTwoWindows(t *testing.T) {
	t.Parallel()
	a := start(t, "pillar/trade")
	a.waitGround(lightGround) // as a window is where the desktop states nothing
	a.place(0, 640, 700)
	small := a.see("Overview").H

	first := a.another()
	second := a.window
	a.waitPlace("pillar/trade") // where the first one is
	a.place(640, 640, 700)
	a.key("ctrl+shift+d")
	for range 4 {
		a.key("ctrl+plus")
	}
	a.wait("text of 200 %", func(s screen) bool {
		items := all(s.Seen, "Overview")
		return len(items) > 0 && items[0].H > 1.4*small
	})
	a.key("ctrl+3")
	a.waitPlace("figure")
	a.until("one window light and one dark", func() bool { return a.grounds(lightGround, darkGround) })

	a.activate(first)
	a.waitPlace("pillar/trade")
	if got := a.see("Overview").H; got != small {
		t.Errorf("an item of the first window is %g high, and was %g", got, small)
	}
	a.click("Infrastructure.*")
	a.waitPlace("pillar/infrastructure")
	a.key("alt+Left")
	a.waitPlace("pillar/trade")
	a.until("one window light and one dark, still", func() bool { return a.grounds(lightGround, darkGround) })

	a.activate(second)
	a.waitPlace("figure")
	a.key("alt+F4")
	a.window = first
	a.activate(first)
	a.waitPlace("pillar/trade")
	a.key("ctrl+6")
	a.waitPlace("read")
	a.quit()
}
