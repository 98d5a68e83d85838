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
	fyneVersion := "unknown"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	for _, m := range info.Deps {
		if m.Path == "fyne.io/fyne/v2" {
			fyneVersion = m.Version
		}
	}
	from := cmp.Or(commit, stamped(info.Settings), "unknown")
	return fmt.Sprintf("beltroad %s (commit %s, Fyne %s, %s/%s)", version, from, fyneVersion, runtime.GOOS, runtime.GOARCH)
}

// stamped is the commit as go build notes it, with what git describe adds
// where files were changed since; empty if it did not.
func stamped(settings []debug.BuildSetting) string {
	var revision, changed string
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "-dirty"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + changed
}

// CheckPlace tells what is wrong with the spelling of a route; empty is none.
func CheckPlace(place string) error {
	if place == "" {
		return nil
	}
	_, err := route.Parse(place)
	return err
}
