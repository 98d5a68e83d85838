package views

import (
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/spoken"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Speak writes what assistive technology is told of a place, found without a
// display; id names the app to the desktop.
func Speak(d *data.Dossier, id, place string, to io.Writer) error {
	r, err := route.Parse(place)
	if err != nil {
		return err
	}
	if !exists(d, r) {
		return fmt.Errorf("%.200q: the dossier has no such place", place)
	}
	look := Look{Width: 1280, Height: 800, Scheme: ui.Light, TextScale: 1, Scale: 1}
	at, _ := newLocation(id) // no setting is kept
	prepare(at.fyne, look)
	return spoken.Write(to, spokenOf(d, r, look))
}

// spokenOf is what is told of a place.
func spokenOf(d *data.Dossier, r route.Route, look Look) []*spoken.Node {
	root, _ := screenOf(d, r, look)
	return ui.Tell(root, fyne.Position{}, nil)
}

// screenOf is a place on a canvas of its own, as a window shows it.
func screenOf(d *data.Dossier, r route.Route, look Look) (root fyne.CanvasObject, on fyne.Canvas) {
	_, on = shellAt(d, r, look)
	return on.Content(), on
}

// shellAt is a shell that shows a place on a canvas of its own.
func shellAt(d *data.Dossier, r route.Route, look Look) (s *Shell, on fyne.Canvas) {
	return shellOf(materialOf(d), r, look)
}

// shellOf is shellAt for who shows more than one place of a dossier.
func shellOf(m *material, r route.Route, look Look) (s *Shell, on fyne.Canvas) {
	th := look.theme(m.dossier)
	s = newShell(m, look.words(), pictureFrame{scale: look.Scale, theme: th})
	root := ui.Stack(ui.NewBox(theme.ColorNameBackground), s.Content())
	ui.Adopt(root, th)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(look.Scale)
	c.Resize(fyne.NewSize(look.Width, look.Height))
	c.SetContent(root)
	root.Resize(fyne.NewSize(look.Width, look.Height))
	s.Go(r)
	return s, c
}
