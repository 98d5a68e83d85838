// Command bare is the least that a Fyne program can be: a window as large as
// the app's, with one label. The app's start is held against it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.beltroad.bare").NewWindow("Bare")
	w.SetContent(widget.NewLabel("A bare window"))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
