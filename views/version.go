package views

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"beltroad/views/route"
)

// commit is what packages are built from; packaging/compile sets it. Without it, go's own stamp tells.
var commit string

// VersionLine is the version of the app with the commit, Fyne's version and the platform.
func VersionLine(version string) string {
	from, fyneVersion := cmp.Or(commit, "unknown"), "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && commit == "" {
				from = s.Value
			}
		}
		for _, m := range info.Deps {
			if m.Path == "fyne.io/fyne/v2" {
				fyneVersion = m.Version
			}
		}
	}
	return fmt.Sprintf("beltroad %s (commit %s, Fyne %s, %s/%s)", version, from, fyneVersion, runtime.GOOS, runtime.GOARCH)
}

// CheckPlace tells what is wrong with the spelling of a route; empty is none.
func CheckPlace(place string) error {
	if place == "" {
		return nil
	}
	_, err := route.Parse(place)
	return err
}
