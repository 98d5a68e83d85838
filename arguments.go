package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"beltroad/views"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// arguments are what the command line says.
type arguments struct {
	version  bool
	validate string // dossier to check
	find     string // text to look for
	tour     string // folder of pictures
	spoken   string // place to be spoken of
	look     views.Look
	diff     string // dossier to compare
	create   string // folder to make a dossier in
	pack     string // dossier to pack
	with     string // what it is compared with, or packed into
	lesson   string // file of a lesson to open, or whose slides the tour draws
	dump     string
	frames   string
	dossier  string // what to open; empty: the built-in dossier
	place    string // route to open at
}

// mostPixels are those of the largest picture of the tour: a quarter of a
// gigabyte while it is drawn.
const mostPixels = 1 << 26

// parse reads a command line. What it does not understand whole is an error.
func parse(args []string, out io.Writer) (arguments, error) {
	var a arguments
	var size, theme string
	var scale, text float64
	flags := flag.NewFlagSet("beltroad", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.StringVar(&a.tour, "tour", "", "write a picture of every screen into the `folder`, without a display")
	flags.StringVar(&size, "size", "1280x800", "size of the tour's pictures, `width x height`")
	flags.StringVar(&theme, "theme", "light", "`light, dark or projector`, for the tour")
	flags.Float64Var(&scale, "scale", 1, "pixels of the tour's pictures for each point of the screen")
	flags.Float64Var(&text, "text", 1, "size of the tour's text, 1 to 2")
	flags.StringVar(&a.lesson, "lesson", "", "draw the slides of the lesson in the `file`, for the tour")
	flags.StringVar(&a.dossier, "dossier", "", "draw the tour of a `dossier`, look for a text in it, or speak of it")
	flags.StringVar(&a.find, "find", "", "print what is found first for a `text`: kind, id, paragraph and title, with tabs between them, in the order of the search; \"near\" before what only comes near")
	flags.StringVar(&a.spoken, "spoken", "", "print what a screen reader is told at a `place`, in the order of reading, without a display")
	flags.StringVar(&a.validate, "validate", "", "check a `dossier` and report every problem: a folder, a .zip, a .dossier or a spreadsheet")
	flags.StringVar(&a.create, "new", "", "make a `folder` with an example of a dossier, and a spreadsheet to make one of your own")
	flags.StringVar(&a.pack, "pack", "", "`DOSSIER FILE`: check a dossier, and pack it into one file, whose name should end with .dossier")
	flags.StringVar(&a.diff, "diff", "", "`A B`: print in what two dossiers differ, as Markdown; as diff does, end with 0 if in nothing, 1 if in something, 2 if one of them cannot be read")
	flags.StringVar(&a.dump, "dump", "", "keep a list of what is on screen in the `file`, for tests")
	flags.StringVar(&a.frames, "frames", "", "write into a new `file` each time that the window does not answer for a frame, for tests")
	flags.BoolVar(&a.version, "version", false, "print the version")
	flags.Usage = func() {
		_, _ = fmt.Fprintln(out, "beltroad [FLAGS] [DOSSIER | ROUTE] [ROUTE | FILE.lesson.json], for example: beltroad figure/trade-volume")
		_, _ = fmt.Fprintln(out, "A dossier is a folder, a .zip, a .dossier or a spreadsheet.")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return a, err
	}
	if err := checkFlags(flags); err != nil {
		return a, err
	}
	var err error
	switch {
	case a.tour != "":
		a.look, err = lookOf(size, theme, scale, text)
	case a.spoken != "":
		err = views.CheckPlace(a.spoken)
	case a.diff != "", a.pack != "":
		a.with = flags.Arg(0)
	case a.find == "":
		rest := flags.Args()
		if last := len(rest) - 1; last >= 0 && isLessonFile(rest[last]) {
			a.lesson, rest = rest[last], rest[:last]
		}
		a.dossier, a.place, err = toOpen(rest)
	}
	return a, err
}

// checkFlags refuses flags without a value, and those that do not go together.
func checkFlags(flags *flag.FlagSet) error {
	var commands, ofTour, ofWindow []string
	ofDossier := false
	var empty error
	flags.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "tour", "validate", "version", "find", "spoken", "diff", "new", "pack":
			commands = append(commands, "--"+f.Name)
		case "dossier":
			ofDossier = true
		case "dump", "frames":
			ofWindow = append(ofWindow, "--"+f.Name)
		case "size", "theme", "scale", "text", "lesson":
			ofTour = append(ofTour, "--"+f.Name)
		}
		if f.Value.String() == "" {
			empty = fmt.Errorf("--%s: it needs a value", f.Name)
		}
	})
	switch {
	case empty != nil:
		return empty
	case len(commands) > 1:
		return fmt.Errorf("%s: one at a time", strings.Join(commands, " "))
	case len(ofTour) > 0 && !slices.Contains(commands, "--tour"):
		return fmt.Errorf("%s: only with --tour", strings.Join(ofTour, " "))
	case len(commands) == 0 && ofDossier:
		return errOfDossier
	case len(commands) == 0:
		return nil
	}
	return checkCommand(commands[0], ofDossier, ofWindow, flags.Args())
}

var errOfDossier = errors.New("--dossier: only with --tour, --find or --spoken")

// checkCommand refuses what does not go with a flag that opens no window.
func checkCommand(command string, ofDossier bool, ofWindow, rest []string) error {
	switch {
	case len(ofWindow) > 0:
		return fmt.Errorf("%s: not with %s, which opens no window", strings.Join(ofWindow, " "), command)
	case ofDossier && !slices.Contains([]string{"--tour", "--find", "--spoken"}, command):
		return errOfDossier
	case command == "--diff" && len(rest) == 0:
		return errors.New("--diff: it needs two dossiers")
	case command == "--pack" && (len(rest) == 0 || rest[0] == ""):
		return errors.New("--pack: it needs a dossier, and a file to pack it into")
	case command == "--diff", command == "--pack":
		rest = rest[1:]
	}
	if len(rest) > 0 {
		return fmt.Errorf("%q: nothing may follow %s", rest[0], command)
	}
	return nil
}

// isLessonFile tells whether an argument names a lesson's file that is there. What
// is in it, the app says.
func isLessonFile(arg string) bool {
	info, err := os.Stat(arg)
	return views.IsLesson(arg) && err == nil && info.Mode().IsRegular()
}

// toOpen is what is to be opened: a dossier, a place, or a dossier and a place in
// it. An argument that can be a place is one; ./overview is a folder.
func toOpen(args []string) (dossier, place string, err error) {
	if len(args) > 2 {
		return "", "", fmt.Errorf("%q: there is nothing to open after a dossier and a place", args[2])
	}
	if len(args) == 0 || len(args) == 1 && args[0] == "" {
		return "", "", nil
	}
	_, noPlace := route.Parse(args[0])
	if len(args) == 1 && noPlace == nil {
		return "", args[0], nil
	}
	if _, err := os.Stat(args[0]); err != nil && noPlace != nil {
		return "", "", fmt.Errorf("%.200q is neither a dossier (%w) nor a place (%w)", args[0], notRead(args[0], err), cmp.Or(errors.Unwrap(noPlace), noPlace))
	}
	if len(args) == 1 {
		return args[0], "", nil
	}
	return args[0], args[1], views.CheckPlace(args[1])
}

// lookOf is how the tour's pictures are to be drawn.
func lookOf(size, theme string, scale, text float64) (views.Look, error) {
	look := views.Look{Scheme: ui.Scheme(theme), Scale: float32(scale), TextScale: float32(text), Projector: theme == "projector"}
	if look.Projector {
		look.Scheme = ui.Light
	}
	wide, high, _ := strings.Cut(size, "x")
	w, badWidth := strconv.ParseFloat(wide, 32)
	h, badHeight := strconv.ParseFloat(high, 32)
	look.Width, look.Height = float32(w), float32(h)
	within := func(x, least, most float64) bool { return x >= least && x <= most } // and is a number
	switch {
	case badWidth != nil || badHeight != nil || !within(w, 320, 8192) || !within(h, 240, 8192):
		return look, fmt.Errorf("--size %s: it is written like 1280x800, from 320x240 to 8192x8192", size)
	case look.Scheme != ui.Light && look.Scheme != ui.Dark:
		return look, fmt.Errorf("--theme %s: it is light, dark or projector", theme)
	case !within(scale, 0.5, 8):
		return look, fmt.Errorf("--scale %g: it is from 0.5 to 8", scale)
	case !within(text, 1, 2):
		return look, fmt.Errorf("--text %g: it is from 1 to 2", text)
	case w*scale*h*scale > mostPixels:
		return look, fmt.Errorf("--size %s --scale %g: a picture has at most %d pixels", size, scale, mostPixels)
	}
	return look, nil
}
