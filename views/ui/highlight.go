package ui

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// highlightColors are the grounds of highlights, by their kind: yellow, green,
// red, blue, violet.
var highlightColors = [...]ColorPair{
	{rgb(0xF7E9AE), rgb(0x4A3F14)}, {rgb(0xD3E9D3), rgb(0x22402B)}, {rgb(0xF7D7D8), rgb(0x4D262B)}, {rgb(0xD3E2F2), rgb(0x1F3A52)}, {rgb(0xE4DAF1), rgb(0x3A2D4F)},
}

// highlightLines are how their words are underlined, for those who cannot tell
// the colours apart.
var highlightLines = [len(highlightColors)]Underline{ThickUnderline, ThinUnderline, DoubleUnderline, Framed, NoUnderline}

const highlightPrefix = "highlight"

// HighlightColor is the ground of the n-th kind of highlights, from 0; it is a
// plain one where n is none.
func HighlightColor(n int) fyne.ThemeColorName {
	if n < 0 || n >= len(highlightColors) {
		return ColorSubtle
	}
	return fyne.ThemeColorName(highlightPrefix + strconv.Itoa(n))
}

// HighlightMark is how a passage of the n-th kind stands out in a text. One
// without a kind has a thin line.
func HighlightMark(n, start, end int) Mark {
	m := Mark{Start: start, End: end, Ground: HighlightColor(n), Line: ColorMuted, Under: ThinUnderline}
	if n >= 0 && n < len(highlightLines) {
		m.Under = highlightLines[n]
	}
	return m
}

// highlight is the colour of a name that [HighlightColor] gives.
func highlight(name fyne.ThemeColorName, v fyne.ThemeVariant) (color.Color, bool) {
	number, ok := strings.CutPrefix(string(name), highlightPrefix)
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 || n >= len(highlightColors) {
		return nil, false
	}
	return highlightColors[n].in(v), true
}
