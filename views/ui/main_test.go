package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &Theme{Scheme: Light})) }

// english are the words of widgets.
var english = uitest.English()

// laidOut gives an object the width and the height that it needs for it.
func laidOut[T fyne.CanvasObject](o T, width float32) T {
	o.Resize(fyne.NewSize(width, HeightFor(o, width)))
	return o
}
