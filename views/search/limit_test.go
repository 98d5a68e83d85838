package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
)

func TestSearchTakesWhatItHasRoomFor(t *testing.T) {
	p, _, _ := opened(t, "")
	f := p.field
	for name, tc := range map[string]struct {
		text string
		want int // letters that are taken
	}{
		"Chinese": {strings.Repeat("一带一路", 1250), 100},
		"letters": {strings.Repeat("x", 100_000), 200},
		"emoji":   {strings.Repeat("🚂", 5_000), 25},
	} {
		text := tc.text
		f.SetText("")
		board := test.NewClipboard()
		board.SetContent(text)
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
		if n := utf8.RuneCountInString(f.Text); n != tc.want || !strings.HasPrefix(text, f.Text) {
			t.Errorf("%s: the field takes %d letters: %.40q...", name, n, f.Text)
		}
		if p.asker.wanted != f.Text {
			t.Errorf("%s: pasted, the palette looks for %.40q", name, p.asker.wanted)
		}
		if _, err := route.Parse(route.To(route.Search, f.Text).String()); err != nil {
			t.Errorf("%s: its place cannot be opened again: %v", name, err)
		}
		if board.Content() != text {
			t.Errorf("%s: the clipboard has changed", name)
		}
		f.write(text)
		if n := utf8.RuneCountInString(f.Text); n != tc.want {
			t.Errorf("%s: written by the app, the field takes %d letters", name, n)
		}
	}
	f.SetText(strings.Repeat("y", route.LongestID))
	full := f.Text
	f.TypedRune('y')
	if f.Text != full {
		t.Errorf("full, the field takes one more letter: %d", utf8.RuneCountInString(f.Text))
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedRune('y')
	if f.Text != "y" {
		t.Errorf("typed over what is selected, the field holds %.40q", f.Text)
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	board := test.NewClipboard()
	board.SetContent("rail")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if f.Text != "rail" {
		t.Errorf("pasted over what is selected, the field holds %.40q", f.Text)
	}
}
