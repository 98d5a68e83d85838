package search

import (
	"fyne.io/fyne/v2"

	"beltroad/views/route"
)

// room is how much more the field takes, in place of what is selected. Nobody
// looks for more text than a place can carry.
func (f *field) room() int {
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

// beginning is as much of a text as there is room for. A whole book on the
// clipboard would hold the window.
func beginning(text string, room int) string {
	for i, r := range text {
		if room -= weight(r); room < 0 {
			return text[:i]
		}
	}
	return text
}

// board is a clipboard that gives as much of its text as there is room for.
type board struct {
	fyne.Clipboard
	room int
}

// Content implements [fyne.Clipboard].
func (b board) Content() string { return beginning(b.Clipboard.Content(), b.room) }
