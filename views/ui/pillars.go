package ui

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the colours of pillars, and of the grounds of marked passages
// that belong to one, begin so; the order of the pillar follows, from 1.
const (
	pillarPrefix = "pillar"
	markPrefix   = "mark"
)

// PillarColor is the colour of the pillar with that order, counted from 1.
// Order 0 stands for "no pillar".
func PillarColor(order int) fyne.ThemeColorName {
	if order < 1 {
		return ColorMuted
	}
	return fyne.ThemeColorName(pillarPrefix + strconv.Itoa(order))
}

// MarkColor is the ground of a marked passage that belongs to the pillar with that order.
func MarkColor(order int) fyne.ThemeColorName {
	return fyne.ThemeColorName(markPrefix + strconv.Itoa(max(order, 0)))
}

// pillarColors are what pillars have where the dossier names no colours; the
// first five are the design's, the others keep as far from them and from one
// another as those do. Beyond the last they come again.
var pillarColors = [...]ColorPair{
	{rgb(0x6B4A9C), rgb(0xB79AE6)},
	{rgb(0xB0481B), rgb(0xE58A5E)},
	{rgb(0x0B6B80), rgb(0x5FB7CB)},
	{rgb(0x7A5C00), rgb(0xD9B24A)},
	{rgb(0xA32A57), rgb(0xE8799F)},
	{rgb(0x154F27), rgb(0x66AD56)},
	{rgb(0x1251B4), rgb(0xA3CFFD)},
	{rgb(0x5E2024), rgb(0xFBB6B5)},
	{rgb(0x137738), rgb(0x89D298)},
	{rgb(0x053279), rgb(0x5B96FA)},
	{rgb(0x541860), rgb(0xFEA8F6)},
	{rgb(0x5B4935), rgb(0xFED081)},
}

// markColors are the design's; others are made from the pillar's colour.
var markColors = []ColorPair{
	{rgb(0xEAE3F3), rgb(0x332D48)}, {rgb(0xF7E3DA), rgb(0x432D23)}, {rgb(0xDCECEF), rgb(0x1D3A44)}, {rgb(0xEFE9D6), rgb(0x3D3520)}, {rgb(0xF5DFE8), rgb(0x452B38)},
}

func (p ColorPair) in(v fyne.ThemeVariant) color.NRGBA {
	if v == theme.VariantDark {
		return p.Dark
	}
	return p.Light
}

// pillar is the colour of a name that begins as the pillars' or the marks' do.
func (t *Theme) pillar(n fyne.ThemeColorName, v fyne.ThemeVariant) (color.Color, bool) {
	if order, ok := orderIn(n, pillarPrefix); ok {
		return t.pair(order).in(v), true
	}
	order, ok := orderIn(n, markPrefix)
	if !ok {
		return nil, false
	}
	if t.Scheme == Sepia { // the others are made for white
		const tint = 0.2 // of the pillar's colour, on the ground
		return Blend(t.pair(order).Light, sepiaTokens[theme.ColorNameBackground], tint), true
	}
	if order <= len(markColors) && t.pair(order) == pillarColors[order-1] {
		return markColors[order-1].in(v), true
	}
	const tint = 0.14 // of the pillar's colour, on a card
	return Blend(t.pair(order).in(v), t.tokens(v)[ColorCard], tint), true
}

func (t *Theme) pair(order int) ColorPair {
	if order <= len(t.Pillars) {
		return t.Pillars[order-1]
	}
	return pillarColors[(order-1)%len(pillarColors)]
}

// orderIn is the number, at least 1, after a prefix.
func orderIn(n fyne.ThemeColorName, prefix string) (int, bool) {
	rest, ok := strings.CutPrefix(string(n), prefix)
	if !ok {
		return 0, false
	}
	order, err := strconv.Atoi(rest)
	return order, err == nil && order > 0
}
