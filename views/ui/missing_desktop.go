//go:build !ci

package ui

import (
	"io"
	"log"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// lacking tells whether no font has a letter. Text is drawn on one goroutine, but
// tests have several.
func lacking(r rune) bool {
	if r < 0x250 || r >= 0x2010 && r <= 0x203A || r == utf8.RuneError { // Latin and its punctuation
		return false
	}
	if known, ok := lackingLetters.Load(r); ok {
		return known.(bool)
	}
	lacks := len(desktopFonts()) > 0 && // without any, Fyne does not look for one
		!slices.ContainsFunc(desktopFonts(), func(f fontscan.Footprint) bool { return f.Runes.Contains(r) }) &&
		!slices.ContainsFunc(fyneLetters(), func(c font.Cmap) bool {
			_, has := c.Lookup(r)
			return has
		})
	lackingLetters.Store(r, lacks)
	return lacks
}

var lackingLetters sync.Map // rune to bool

// desktopFonts are the fonts that Fyne may take a letter from. It has looked for
// them already: the list is shared.
var desktopFonts = sync.OnceValue(func() []fontscan.Footprint {
	all, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), "")
	if err != nil {
		return nil
	}
	return all
})
