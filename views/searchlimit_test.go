package views

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
)

func TestSearchTakesWhatItHasRoomFor(t *testing.T) {
	s, _ := open(t, dossier(t))
	f := s.sidebar.search
	for name, text := range map[string]string{
		"Chinese": strings.Repeat("一带一路", 1250),
		"letters": strings.Repeat("x", 100_000),
		"emoji":   strings.Repeat("🚂", 5_000),
	} {
		f.SetText("")
		board := test.NewClipboard()
		board.SetContent(text)
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
		if n := utf8.RuneCountInString(f.Text); n != route.LongestID || !strings.HasPrefix(text, f.Text) {
			t.Errorf("%s: the field takes %d letters: %.40q...", name, n, f.Text)
		}
		if got := s.Here(); got != route.To(route.Search, f.Text) {
			t.Errorf("%s: pasted, the app is at %.40s", name, got)
		}
		if _, err := route.Parse(s.Here().String()); err != nil {
			t.Errorf("%s: its place cannot be opened again: %v", name, err)
		}
		if board.Content() != text {
			t.Errorf("%s: the clipboard has changed", name)
		}
	}
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

func TestFirstLetters(t *testing.T) {
	for s, want := range map[string]string{"": "", "rail": "rail", "railway": "rail…", "一带一路": "一带一路", "一带一路。": "一带一路…"} {
		if got := firstLetters(s, 4); got != want {
			t.Errorf("of %q, the first letters are %q, want %q", s, got, want)
		}
	}
}
