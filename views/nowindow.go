package views

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// bareWindow makes a window without anything in it. Fyne panics where the system
// refuses GLFW what it needs; then there is none.
func (a *App) bareWindow() (win fyne.Window, why string) {
	defer func() {
		if r := recover(); r != nil {
			why = fmt.Sprint(r)
		}
	}()
	return a.fyne.NewWindow(""), ""
}

// show opens the window. Fyne itself goes on without one if it cannot, and
// only prints why.
func (w *Window) show() (err error) {
	if err := hasDisplay(); err != nil {
		return w.app.noWindow("nowindow.display", err.Error())
	}
	var printed bytes.Buffer
	log.SetOutput(io.MultiWriter(&printed, os.Stderr))
	defer log.SetOutput(os.Stderr)
	defer func() {
		if r := recover(); r != nil { // so does Fyne where OpenGL refuses what it is given
			err = w.app.noWindow("nowindow.graphics", fmt.Sprint(r))
		}
	}()
	w.win.Show()
	if !hasWindow(w.win) {
		return w.app.noWindow("nowindow.graphics", cause(printed.String()))
	}
	return nil
}

// cause is that of the first error that Fyne has printed.
func cause(printed string) string {
	_, after, _ := strings.Cut(printed, "Cause: ")
	line, _, _ := strings.Cut(after, "\n")
	return cmp.Or(line, "?")
}

// noWindow says why there is no window, and what to do about it.
func (a *App) noWindow(key, why string) error {
	const enough = 64 // a window and its graphics need about 20
	if most, limited := openFiles(); limited && most < enough {
		return errors.New(a.words.Say("nowindow.files", map[string]any{"Most": most, "Why": why}) + "\n\n- " + a.words.Say("nowindow.tour"))
	}
	text := a.words.Say(key, map[string]any{"Why": why}) + "\n"
	if key == "nowindow.graphics" {
		switch runtime.GOOS {
		case "windows":
			text += "\n- " + a.words.Say("nowindow.driver") + "\n- " + a.words.Say("nowindow.windows")
		case "darwin":
			text += "\n- " + a.words.Say("nowindow.mac")
		default:
			text += "\n- " + a.words.Say("nowindow.driver") + "\n- " + a.words.Say("nowindow.software")
		}
	}
	return errors.New(text + "\n- " + a.words.Say("nowindow.tour"))
}
