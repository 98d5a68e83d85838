// Package uitest is what the tests of widgets share: an app with a
// theme, words, and markup that is kept.
package uitest

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"beltroad/assets"
	"beltroad/internal/message"
)

var update = flag.Bool("update", false, "write what widgets look like now as what they are to look like")

// Run runs a package's tests in that theme, and returns
// the code to exit with. It is called by TestMain.
func Run(m *testing.M, t fyne.Theme) int {
	usual = t
	test.NewApp().Settings().SetTheme(t)
	return m.Run()
}

// usual is the theme that the package's tests are run in.
var usual fyne.Theme

// Wear gives the app a theme for one test.
func Wear(t testing.TB, th fyne.Theme) {
	t.Helper()
	t.Cleanup(func() { test.NewApp().Settings().SetTheme(usual) }) // for the tests that need no window
	test.NewTempApp(t).Settings().SetTheme(th)
}

// InWindow shows an object in a window of that size, without padding.
func InWindow(t testing.TB, o fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w.Canvas()
}

// OnCanvas puts an object on a canvas of that size, without padding, drawn in software.
func OnCanvas(o fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(o)
	c.Resize(size)
	return c
}

// English writes in English. What is missing is shown as its key.
func English() *message.Printer {
	all, err := fs.Sub(assets.Translations, "translations")
	if err == nil {
		var p *message.Printer
		if p, err = message.Open(all, message.Base); err == nil {
			return p
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return message.Keys()
}

// Looks compares an object's markup with the one kept in testdata/markup.
func Looks(t *testing.T, name string, o fyne.CanvasObject) {
	t.Helper()
	file := filepath.Join("markup", name+".xml")
	if *update {
		path := filepath.Join("testdata", file)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(test.RenderObjectToMarkup(o)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	test.AssertObjectRendersToMarkup(t, file, o)
}

// NoTwoLookTheSame fails where two kept markups are the same, or where fewer are
// kept: two states that look the same tell the user nothing.
func NoTwoLookTheSame(t *testing.T, least int) {
	t.Helper()
	seen := map[string]string{}
	files, err := filepath.Glob("testdata/markup/*.xml")
	if err != nil || len(files) < least {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file) // #nosec G304 -- our own
		if err != nil {
			t.Fatal(err)
		}
		if other := seen[string(b)]; other != "" {
			t.Errorf("%s looks like %s", file, other)
		}
		seen[string(b)] = file
	}
}

// Updating tells whether what things look like now is to be kept as what they
// are to look like.
func Updating() bool { return *update }
