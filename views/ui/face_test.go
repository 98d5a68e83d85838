package ui

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
)

// A text that names its font gets no letters from another: it may do so only
// where that font has them all.
func TestBoldSourceHasEveryLetterItIsGiven(t *testing.T) {
	bold := boldSource("a", Bold)
	if bold == nil {
		t.Fatal("no font is named for bold Latin")
	}
	f, err := sfnt.Parse(bold.Content())
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	named := 0
	for r := rune(0x20); r <= 0x2FFFF; r++ {
		if r >= 0x7F && r < 0xA0 || boldSource(string(r), Bold) == nil {
			continue // no letter, or left to Fyne
		}
		named++
		if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
			t.Errorf("%q (U+%04X) is to be drawn with %s, which has no such letter", r, r, bold.Name())
		}
	}
	if named < 500 {
		t.Errorf("only %d letters get the named font", named)
	}
	for _, s := range []fyne.TextStyle{{}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}} {
		if boldSource("a", s) != nil {
			t.Errorf("style %+v gets the bold font", s)
		}
	}
	if boldSource("一带一路", Bold) != nil || boldSource("a 带", Bold) != nil {
		t.Error("Chinese gets a font without it")
	}
}

// Bold texts of both fonts stand on one screen, so they look the same.
func TestBoldIsFynesBold(t *testing.T) {
	app := fyne.CurrentApp()
	for _, text := range []string{"AVATAR", "over 230 To fi", "Österreich, Türkiye", "US$19.1 trillion", "“Čapek”… 10–20 ‰"} {
		source := boldSource(text, Bold)
		got, line := app.Driver().RenderedTextSize(text, 28, Bold, source)
		want, wantLine := app.Driver().RenderedTextSize(text, 28, Bold, theme.DefaultTextBoldFont())
		if source == nil || got != want || line != wantLine {
			t.Errorf("%q is %v with its line at %v, in Fyne's bold %v at %v", text, got, line, want, wantLine)
		}
	}
}

// Fyne's own bold words get no emoji, which are 5 MB for each style; all that somebody
// may write gets them.
func TestEmojiAreForWhatMayHaveThem(t *testing.T) {
	th := &Theme{}
	for _, c := range []struct {
		style fyne.TextStyle
		want  bool
	}{
		{fyne.TextStyle{}, true},
		{Bold, false},
		{fyne.TextStyle{Monospace: true}, false},
		{WrittenBold, true},
		{PlainLine("🚂", 14, Bold).TextStyle, true},
		{PlainLine("🚂", 14, fyne.TextStyle{Italic: true}).TextStyle, true},
		{fyne.TextStyle{}, true},
	} {
		th.Font(c.style)
		if got := len(theme.DefaultEmojiFont().Content()) == len(wholeEmoji); got != c.want {
			t.Errorf("%+v: %t", c.style, got)
		}
	}
	if text := PlainLine("over 230", 14, Bold); text.TextStyle != Bold {
		t.Errorf("what has a font of its own is %+v", text.TextStyle)
	}
}

// A width of tabs that Fyne takes anyway changes nothing but what [giveEmoji] is told.
func TestStyledLooksTheSame(t *testing.T) {
	for _, s := range []fyne.TextStyle{Bold, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}} {
		for _, text := range []string{"over 230", "Οδός", "a\tb", "", "国"} {
			size, line := fyne.CurrentApp().Driver().RenderedTextSize(text, 28, s, nil)
			got, gotLine := fyne.CurrentApp().Driver().RenderedTextSize(text, 28, styled(s, nil), nil)
			if got != size || gotLine != line {
				t.Errorf("%q in %+v is %v at %v, not %v at %v", text, s, got, gotLine, size, line)
			}
		}
	}
}

// What is remembered of a text is what Fyne measures of it, in each font and size,
// and no more is remembered than there is room for.
func TestMeasuredTextsAreRemembered(t *testing.T) {
	for range 2 {
		for _, source := range []fyne.Resource{nil, serif()} {
			for _, size := range []float32{14, 28} {
				for _, bold := range []bool{false, true} {
					for _, text := range []string{"", "M", "Vientiane–Boten", "一带一路"} {
						s := fyne.TextStyle{Bold: bold}
						got, base := measureIn(source, text, size, s)
						want, wantBase := fyneMeasure(source, text, size, s)
						if got != want || base != wantBase {
							t.Fatalf("%q at %v, bold %v, serif %v: %v on %v, not %v on %v", text, size, bold, source != nil, got, base, want, wantBase)
						}
					}
				}
			}
		}
	}
	for i := range 20_000 {
		measureIn(nil, strconv.Itoa(i), 14, fyne.TextStyle{})
	}
	if n := len(measured.of); n > 8192 {
		t.Errorf("%d texts are remembered", n)
	}
	ForgetSizes()
	if n := len(measured.of); n > 0 {
		t.Errorf("%d texts are remembered after all", n)
	}
	if got := textWidth("19999", 14, fyne.TextStyle{}); got <= 0 {
		t.Errorf("a text that was forgotten is %v wide", got)
	}
}
