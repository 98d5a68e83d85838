// Command beltroad is an offline explorer of policy documents: every figure
// opens the paragraph that it comes from.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"beltroad/internal/fynecache"
	"beltroad/internal/memory"
	"beltroad/views"
)

func main() {
	fynecache.Done()
	debug.SetGCPercent(memory.Usual)
	a, err := parse(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		exitOn(err)
	case a.version:
		_, err := fmt.Println(views.VersionLine(app().Version))
		exitOn(err)
	case a.validate != "":
		exitOn(report(a.validate, os.Stdout))
	case a.create != "":
		exitOn(create(a.create, os.Stdout))
	case a.pack != "":
		exitOn(packed(a.pack, a.with, os.Stdout))
	case a.diff != "":
		diff(a.diff, a.with)
	case a.find != "":
		found, err := lookFor(a, os.Stdout)
		exitOn(err)
		if !found {
			fmt.Fprintln(os.Stderr, "beltroad: nothing found")
			os.Exit(1)
		}
	case a.tour != "":
		exitOn(drawTour(a))
	case a.spoken != "":
		exitOn(speakOf(a, os.Stdout))
	default:
		exitOn(views.CheckDump(whole(a.dump)))
		exitOn(views.CheckFrames(whole(a.frames)))
		openWindow(a)
	}
}
