package views

import (
	"bytes"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"

	"beltroad/internal/atomicfile"
)

// fontVariables name the fonts that Fyne takes in place of its own, and the files
// beside them for bold and slanted text.
var fontVariables = map[string][]string{
	"FYNE_FONT":           {"Regular", "Bold", "Italic", "BoldItalic"},
	"FYNE_FONT_MONOSPACE": {"Regular"},
	"FYNE_FONT_SYMBOL":    {"Regular"},
}

// keepFonts sees to it that what is no font is not taken for one: Fyne panics with it.
func keepFonts() {
	for variable, variants := range fontVariables {
		path := os.Getenv(variable)
		for _, variant := range variants {
			file := strings.ReplaceAll(path, "Regular", variant)
			if err := isFont(file); path != "" && err != nil && (variant == "Regular" || !os.IsNotExist(err)) {
				fyne.LogError("the font "+file+" is not taken", err)
				_ = os.Unsetenv(variable) // its name is good
				break
			}
		}
	}
}

// isFont tells why a file is no font that text can be drawn with.
func isFont(path string) error {
	const most = 64 << 20 // bytes
	b, err := atomicfile.Read(path, most)
	if err == nil {
		_, err = font.ParseTTF(bytes.NewReader(b))
	}
	return err
}
