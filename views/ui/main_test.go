package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &Theme{Scheme: Light})) }

// english are the words of widgets.
var english = uitest.English()

// wearing gives the app a theme for one test.
func wearing(t testing.TB, th *Theme) {
	t.Helper()
	t.Cleanup(func() { test.NewApp().Settings().SetTheme(&Theme{Scheme: Light}) }) // for the tests that need no look
	test.NewTempApp(t).Settings().SetTheme(th)
}

// laidOut gives an object the width and the height that it needs for it.
func laidOut[T fyne.CanvasObject](o T, width float32) T {
	o.Resize(fyne.NewSize(width, HeightFor(o, width)))
	return o
}
