package views

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
)

// firstLetters is a text of at most so many letters, with a sign where it was cut.
func firstLetters(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// TypedRune implements [fyne.Focusable]: nobody looks for more text than this.
func (f *searchField) TypedRune(r rune) {
	if f.room() > 0 {
		f.Entry.TypedRune(r)
	}
}

// TypedShortcut implements [fyne.Shortcutable]: of what is pasted, the field
// takes what it has room for. A whole book on the clipboard would hold the window.
func (f *searchField) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		s = &fyne.ShortcutPaste{Clipboard: beginning{paste.Clipboard, f.room()}}
	}
	f.Entry.TypedShortcut(s)
}

// room is how many letters more the field takes, in place of what is selected.
func (f *searchField) room() int {
	return route.LongestID - utf8.RuneCountInString(f.Text) + utf8.RuneCountInString(f.SelectedText())
}

// beginning is a clipboard that gives the first letters of its text alone.
type beginning struct {
	fyne.Clipboard
	letters int
}

// Content implements [fyne.Clipboard].
func (b beginning) Content() string {
	text := b.Clipboard.Content()
	letters := b.letters
	for i := range text {
		if letters--; letters < 0 {
			return text[:i]
		}
	}
	return text
}
