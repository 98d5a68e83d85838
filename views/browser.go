package views

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// inBrowser tells whether the app is a page. A page has no folders to save
// into: what it saves is downloaded.
const inBrowser = runtime.GOOS == "js"

// forBrowser leaves out what a page cannot do, and the key that closes it.
func forBrowser(groups []group) []group {
	cannot := func(c command) bool {
		return c.name == "menu.quit" || c.name == "menu.fullscreen" || strings.HasPrefix(c.name, "present.")
	}
	for i, g := range groups {
		left := slices.DeleteFunc(g.commands, cannot)
		for n := range left {
			if left[n].key == fyne.KeyW {
				left[n].key, left[n].mod = "", 0
			}
		}
		for len(left) > 0 && left[len(left)-1].name == "" { // nothing is left to separate
			left = left[:len(left)-1]
		}
		groups[i].commands = left
	}
	return slices.DeleteFunc(groups, func(g group) bool { return len(g.commands) == 0 })
}
