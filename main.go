// Command beltroad is an offline explorer of policy documents: every figure
// opens the paragraph that it comes from.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"beltroad/internal/fynecache"
	"beltroad/views"
)

func main() {
	fynecache.Done()
	// Most of the heap is fonts, which stay: collecting sooner halves what lies around beside them.
	debug.SetGCPercent(50)
	tour := flag.String("tour", "", "write a picture of every screen into the `folder`, without a display")
	size := flag.String("size", "1280x800", "size of the tour's pictures, `width x height`")
	theme := flag.String("theme", "light", "`light or dark`, for the tour")
	scale := flag.Float64("scale", 1, "pixels of the tour's pictures for each point of the screen")
	text := flag.Float64("text", 1, "size of the tour's text, 1 to 2")
	validate := flag.String("validate", "", "check the dossier in the `folder` and report every problem")
	dump := flag.String("dump", "", "keep a list of what is on screen in the `file`, for tests")
	frames := flag.String("frames", "", "write into the `file` each time that the window does not answer for a frame, for tests")
	showVersion := flag.Bool("version", false, "print the version")
	flag.Usage = usage
	flag.Parse()

	switch {
	case *showVersion:
		fmt.Println(views.VersionLine(version()))
	case *validate != "":
		os.Exit(report(*validate))
	case *tour != "":
		exitOn(drawTour(*tour, *size, *theme, *scale, *text))
	default:
		exitOn(views.CheckPlace(flag.Arg(0)))
		openWindow(flag.Arg(0), *dump, *frames)
	}
}

func usage() {
	fmt.Fprintln(flag.CommandLine.Output(), "beltroad [flags] [ROUTE], for example: beltroad figure/trade-volume")
	flag.PrintDefaults()
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "beltroad:", err)
		os.Exit(1)
	}
}
