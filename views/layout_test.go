package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/message"
	"beltroad/views/ui"
)

// inEnglish are the words of the window.
var inEnglish = printerOf(languages(), message.Base)

// dossier is the built-in one.
func dossier(t testing.TB) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

// lookingAt starts an app with that look, as the tour does.
func lookingAt(t testing.TB, look Look) {
	t.Helper()
	prepare(test.NewTempApp(t), look)
	// Fyne counts the age of its renderers from the last picture that was drawn: if
	// that was a minute ago, what is made now would be gone before it is drawn.
	software.NewCanvas().Capture()
}

// shown is a shell on a canvas of that size.
func shown(d *data.Dossier, frame Frame, width, height float32) *Shell {
	return shownIn(d, inEnglish, frame, width, height)
}

// shownIn is a shell in a language.
func shownIn(d *data.Dossier, words *message.Printer, frame Frame, width, height float32) *Shell {
	size := fyne.NewSize(width, height)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.Resize(size)
	s := newShell(materialOf(d), words, frame)
	c.SetContent(s.Content())
	s.Content().Resize(size)
	return s
}

// The windows that the design names, and a small one.
var windows = []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}, {Width: 800, Height: 600}, {Width: 1366, Height: 768}, {Width: 1920, Height: 1080}}

func TestNothingIsMisplaced(t *testing.T) {
	d := dossier(t)
	for _, scale := range []float32{1, 1.5, 2} {
		for _, size := range windows {
			t.Run(fmt.Sprintf("%gx%g at %g%%", size.Width, size.Height, scale*100), func(t *testing.T) {
				lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
				for _, r := range Screens(d) {
					s := shown(d, pictureFrame{}, size.Width, size.Height)
					s.Go(r)
					for _, problem := range misplaced(s.Content()) {
						t.Errorf("%s: %s", r, problem)
					}
				}
			})
		}
	}
}
