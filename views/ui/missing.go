package ui

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// drawable is a text with the sign for a missing letter in place of those that
// no font has. Fyne draws the same, but it looks through all fonts for each of
// them, and for one font more each time: a page of Chinese where no Chinese font
// is installed would soon hold the window for minutes.
func drawable(text string) string { return without(text, lacking) }

func without(text string, lacking func(rune) bool) string {
	if !strings.ContainsFunc(text, lacking) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if lacking(r) {
			return utf8.RuneError
		}
		return r
	}, text)
}

// fyneLetters are those of the fonts that come with Fyne. Of a font they are a few
// kilobytes: as a whole, emoji among them, the three take 6 MB.
var fyneLetters = sync.OnceValue(func() []font.Cmap {
	var all []font.Cmap
	for _, file := range [][]byte{theme.DefaultTextFont().Content(), theme.DefaultSymbolFont().Content(), wholeEmoji} {
		if has, err := coverage(file); err == nil {
			all = append(all, has)
		}
	}
	return all
})

// coverage are the letters that a font has.
func coverage(file []byte) (font.Cmap, error) {
	loader, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	table, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil, err
	}
	all, _, err := tables.ParseCmap(table)
	if err != nil {
		return nil, err
	}
	has, _, err := font.ProcessCmap(all, tables.FPNone)
	return has, err
}
