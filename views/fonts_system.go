//go:build !ci && !js

package views

import (
	"io"
	"log"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// systemFonts are the fonts of the system, as Fyne finds them, too.
var systemFonts = sync.OnceValue(func() *fontscan.FontMap {
	m := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if m.UseSystemFonts("") != nil {
		return nil
	}
	return m
})

// systemFont finds a font of the system that has a character. It is not to be
// asked twice at once.
func systemFont(r rune) *font.Face {
	m := systemFonts()
	if m == nil {
		return nil
	}
	m.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
	m.SetScript(language.LookupScript(r))
	return m.ResolveFace(r)
}
