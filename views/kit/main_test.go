package kit

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"beltroad/assets"
)

func TestMain(m *testing.M) {
	words, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, l := range []fyne.Locale{"en", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(words, l); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	test.NewApp().Settings().SetTheme(Theme{Scheme: Light})
	os.Exit(m.Run())
}

// wearing gives the app a theme for one test.
func wearing(t testing.TB, th Theme) {
	t.Helper()
	t.Cleanup(func() { test.NewApp().Settings().SetTheme(Theme{Scheme: Light}) }) // for the tests that need no look
	test.NewTempApp(t).Settings().SetTheme(th)
}

// laidOut gives an object the width and the height that it needs for it.
func laidOut[T fyne.CanvasObject](o T, width float32) T {
	o.Resize(fyne.NewSize(width, HeightFor(o, width)))
	return o
}
