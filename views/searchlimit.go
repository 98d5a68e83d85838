package views

import (
	"fyne.io/fyne/v2"

	"beltroad/views/route"
)

// TypedRune implements [fyne.Focusable]: nobody looks for more text than this.
func (f *searchField) TypedRune(r rune) {
	if weight(r) <= f.room() {
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

// room is how much more the field takes, in place of what is selected.
func (f *searchField) room() int {
	room := route.LongestID
	for _, r := range f.Text {
		room -= weight(r)
	}
	for _, r := range f.SelectedText() {
		room += weight(r)
	}
	return room
}

// weight is how much a letter counts. Fyne draws the whole field anew for each
// letter, and a picture takes it as long as many of the Latin ones.
func weight(r rune) int {
	switch {
	case r >= 0x1F000:
		return 8
	case r >= 0x2E80: // Chinese and other wide letters
		return 2
	default:
		return 1
	}
}

// beginning is a clipboard that gives the first letters of its text alone.
type beginning struct {
	fyne.Clipboard
	room int
}

// Content implements [fyne.Clipboard].
func (b beginning) Content() string {
	text := b.Clipboard.Content()
	room := b.room
	for i, r := range text {
		if room -= weight(r); room < 0 {
			return text[:i]
		}
	}
	return text
}
