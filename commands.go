package main

import (
	"fmt"
	"os"

	"beltroad/data"
	"beltroad/internal/alert"
	"beltroad/views"
	"beltroad/views/ui"
)

// openWindow is the app itself, until its user closes it.
func openWindow(place, dump, frames string) {
	open := func() (*data.Dossier, error) { return data.Open(data.Builtin()) }
	w := views.New(views.Options{Version: version(), Place: place, Dump: dump, Frames: frames, Open: open})
	if err := w.Run(); err != nil {
		alert.Show(w.Name(), err.Error())
		os.Exit(1)
	}
}

// report checks a dossier, prints every problem or a summary, and returns the
// exit code.
func report(folder string) int {
	d, err := data.OpenDir(folder)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	m := d.Metadata()
	fmt.Println("valid:", m.Title, m.Version)
	for _, c := range d.Summary() {
		fmt.Printf("%7d %s\n", c.Records, c.Table)
	}
	return 0
}

// drawTour draws every screen as the flags say.
func drawTour(dir, size, theme string, scale, text float64) error {
	look := views.Look{Scheme: ui.Scheme(theme), Scale: float32(scale), TextScale: float32(text)}
	if _, err := fmt.Sscanf(size, "%gx%g", &look.Width, &look.Height); err != nil || look.Width < 320 || look.Height < 240 || look.Width > 8192 || look.Height > 8192 {
		return fmt.Errorf("--size %s: it is written like 1280x800, from 320x240 to 8192x8192", size)
	}
	switch {
	case look.Scheme != ui.Light && look.Scheme != ui.Dark:
		return fmt.Errorf("--theme %s: it is light or dark", theme)
	case scale < 0.5 || scale > 8:
		return fmt.Errorf("--scale %g: it is from 0.5 to 8", scale)
	case text < 1 || text > 2:
		return fmt.Errorf("--text %g: it is from 1 to 2", text)
	}
	d, err := data.Open(data.Builtin())
	if err != nil {
		return err
	}
	return views.Tour(d, dir, look, func(file string) { fmt.Println(file) })
}
