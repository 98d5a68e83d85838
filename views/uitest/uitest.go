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
	"fyne.io/fyne/v2/test"

	"beltroad/assets"
	"beltroad/internal/message"
)

var update = flag.Bool("update", false, "write what widgets look like now as what they are to look like")

// Run runs a package's tests in that theme, and returns
// the code to exit with. It is called by TestMain.
func Run(m *testing.M, t fyne.Theme) int {
	test.NewApp().Settings().SetTheme(t)
	return m.Run()
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

// Updating tells whether what things look like now is to be kept as what they
// are to look like.
func Updating() bool { return *update }
