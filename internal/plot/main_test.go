package plot

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/wording"
)

// english are the words of the built-in dossier.
var english *wording.Words

func TestMain(m *testing.M) {
	translations, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p, err := message.Open(translations, message.Base)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	d, err := data.Open(data.Builtin())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	english = wording.New(p, d)
	os.Exit(m.Run())
}
