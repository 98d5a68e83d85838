package ui

import (
	"strings"
	"unicode/utf8"
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
