package ui

import (
	"bytes"
	"testing"
	"unicode"

	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
)

func TestWithoutMissingLetters(t *testing.T) {
	lacks := func(r rune) bool { return r == '国' || r == '\U0010FFFD' }
	for s, want := range map[string]string{"": "", "over 230": "over 230", "中国 🚂": "中� 🚂", "\U0010FFFD\U0010FFFD": "��"} {
		if got := without(s, lacks); got != want {
			t.Errorf("%q would be drawn as %q, want %q", s, got, want)
		}
	}
	// The letters that every screen has are never looked for.
	for _, s := range []string{"over 230 – “a”", "Côte d’Ivoire", "0.7%–2.9%", "¶15", "A–, A+"} {
		if got := drawable(s); got != s {
			t.Errorf("%q would be drawn as %q", s, got)
		}
	}
}

// What is read of a font's letters alone says what the font says.
func TestCoverage(t *testing.T) {
	for _, r := range [][]byte{theme.DefaultTextFont().Content(), theme.DefaultSymbolFont().Content(), wholeEmoji} {
		whole, err := font.ParseTTF(bytes.NewReader(r))
		if err != nil {
			t.Fatal(err)
		}
		has, err := coverage(r)
		if err != nil {
			t.Fatal(err)
		}
		for c := range unicode.MaxRune {
			_, want := whole.NominalGlyph(c)
			if _, got := has.Lookup(c); got != want {
				t.Fatalf("%U: %t", c, got)
			}
		}
	}
	if len(fyneLetters()) != 3 {
		t.Error("a font that comes with Fyne is left out")
	}
	for _, broken := range [][]byte{nil, []byte("OTTO"), theme.DefaultTextFont().Content()[:100]} {
		if _, err := coverage(broken); err == nil {
			t.Errorf("%d bytes have letters", len(broken))
		}
	}
}
