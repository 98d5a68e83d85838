// Package ui holds what pages are made of: the theme, text that flows,
// layouts that know their height for a width, cards, badges, links.
package ui

import (
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beyond Fyne's own names.
const (
	ColorSidebar fyne.ThemeColorName = "sidebar"
	ColorCard    fyne.ThemeColorName = "card"
	ColorSubtle  fyne.ThemeColorName = "subtle" // chips, and what the pointer is over
	ColorSea     fyne.ThemeColorName = "sea"
	ColorLand    fyne.ThemeColorName = "land"
	ColorCoast   fyne.ThemeColorName = "coast"
	ColorGrid    fyne.ThemeColorName = "grid" // meridians and parallels
	ColorOpen    fyne.ThemeColorName = "open" // a card of what is open
	ColorVeil    fyne.ThemeColorName = "veil" // over a page that something stands before
	// What stands out in a text, behind its words.
	ColorSelected fyne.ThemeColorName = "selected"
	ColorFound    fyne.ThemeColorName = "found"  // what was searched for
	ColorSpoken   fyne.ThemeColorName = "spoken" // the sentence that is read aloud
	ColorInk                          = theme.ColorNameForeground
	ColorMuted                        = theme.ColorNamePlaceHolder
	ColorLine                         = theme.ColorNameSeparator
	ColorAccent                       = theme.ColorNamePrimary
	ColorFocus                        = ColorInk // the ring around what has the focus: not the accent, which marks what stands open
)

// Text sizes beyond Fyne's own names.
const (
	SizeTitle   fyne.ThemeSizeName = "title"
	SizeValue   fyne.ThemeSizeName = "value"
	SizeFigure  fyne.ThemeSizeName = "figure"
	SizeLead    fyne.ThemeSizeName = "lead"
	SizeBody                       = theme.SizeNameText
	SizeCaption                    = theme.SizeNameCaptionText
	SizeSmall   fyne.ThemeSizeName = "small"
)

// Scheme is the user's choice of light and dark.
type Scheme string

// The schemes; System follows the desktop.
const (
	System Scheme = "system"
	Light  Scheme = "light"
	Dark   Scheme = "dark"
	Sepia  Scheme = "sepia" // light brown, for reading: of a page alone
)

// Theme is the look of a window or of an export. Windows share no theme, so
// that one may be dark and another large; whoever changes a theme that is on
// screen calls [Restyle].
type Theme struct {
	Scheme    Scheme
	TextScale float32     // multiplies every text size; 1, and 0, are 100 %
	Serif     bool        // texts for reading are set in one
	Projector bool        // light whatever the scheme is, and lines are thicker: for who sits far away
	Pillars   []ColorPair // the colours of the dossier's pillars, in order; those that it lacks have the defaults
	// Apart says that there are windows with other themes: Fyne's own widgets,
	// which have the app's, then have to be told of this one.
	Apart bool
}

// Same tells whether two themes look the same.
func (t *Theme) Same(other *Theme) bool {
	return t.Scheme == other.Scheme && t.TextScale == other.TextScale && t.Serif == other.Serif && t.Projector == other.Projector && slices.Equal(t.Pillars, other.Pillars)
}

// ColorPair is a colour for light grounds and one for dark grounds.
type ColorPair struct{ Light, Dark color.NRGBA }

var _ fyne.Theme = (*Theme)(nil)

type palette map[fyne.ThemeColorName]color.Color

// tokens returns the colours of the theme: the design's, light or dark, or sepia.
func (t *Theme) tokens(v fyne.ThemeVariant) palette {
	switch {
	case t.Scheme == Sepia && !t.Projector:
		return sepiaTokens
	case v == theme.VariantDark:
		return darkTokens
	default:
		return lightTokens
	}
}

var lightTokens = palette{
	theme.ColorNameBackground: rgb(0xFBFAF7), ColorSidebar: rgb(0xF1EEE7), ColorCard: rgb(0xFFFFFF),
	ColorInk: rgb(0x1B2430), ColorMuted: rgb(0x5B6672), ColorLine: rgb(0xE2DED5), ColorAccent: rgb(0x0F5C6E),
	ColorSubtle: rgb(0xF1EEE7), theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	MarkColor(0): rgb(0xECE9E2),
	ColorSea:     rgb(0xEAF1F3), ColorLand: rgb(0xF7F4EC), ColorCoast: rgb(0xB4C3C8), ColorGrid: rgb(0xDEE8EB),
	ColorOpen: rgb(0xDAE5E9), ColorSelected: rgb(0xC9E8F2), ColorFound: rgb(0xFFE58A), ColorSpoken: rgb(0xE0EEDD),
	theme.ColorNameError: rgb(0xA3262A), theme.ColorNameShadow: color.NRGBA{A: 0x18},
	theme.ColorNameScrollBar: color.NRGBA{R: 0x1B, G: 0x24, B: 0x30, A: 0x55},
}

var darkTokens = palette{
	theme.ColorNameBackground: rgb(0x12171D), ColorSidebar: rgb(0x171D25), ColorCard: rgb(0x1C242D),
	ColorInk: rgb(0xE9EDF1), ColorMuted: rgb(0x9AA7B4), ColorLine: rgb(0x2C3641), ColorAccent: rgb(0x5FB7CB),
	ColorSubtle: rgb(0x232C37), theme.ColorNameForegroundOnPrimary: rgb(0x12171D),
	MarkColor(0): rgb(0x2C3641),
	ColorSea:     rgb(0x16212B), ColorLand: rgb(0x26313B), ColorCoast: rgb(0x4A5965), ColorGrid: rgb(0x1E2A35),
	ColorOpen: rgb(0x1F3440), ColorSelected: rgb(0x17404C), ColorFound: rgb(0x463A10), ColorSpoken: rgb(0x233A2C),
	theme.ColorNameError: rgb(0xFF9A94), theme.ColorNameShadow: color.NRGBA{A: 0x60},
	theme.ColorNameScrollBar: color.NRGBA{R: 0xE9, G: 0xED, B: 0xF1, A: 0x55},
}

// sepiaTokens are those of light where they do not say otherwise.
var sepiaTokens = func() palette {
	p := maps.Clone(lightTokens)
	maps.Copy(p, palette{
		theme.ColorNameBackground: rgb(0xF4ECD8), ColorSidebar: rgb(0xF1E8D3), ColorCard: rgb(0xFAF4E6),
		ColorInk: rgb(0x3A2E20), ColorMuted: rgb(0x655540), ColorLine: rgb(0xDBCDAE), ColorAccent: rgb(0x0D5363),
		ColorSubtle: rgb(0xFBF6EA), ColorOpen: rgb(0xE2E4D6), MarkColor(0): rgb(0xE6DABD),
		theme.ColorNameScrollBar: color.NRGBA{R: 0x3A, G: 0x2E, B: 0x20, A: 0x55},
	})
	return p
}()

// alias gives the colours of Fyne's own widgets their place in the palette.
var alias = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameButton: ColorCard, theme.ColorNameDisabledButton: ColorSidebar,
	theme.ColorNameInputBackground: ColorCard, theme.ColorNameInputBorder: ColorLine,
	theme.ColorNameMenuBackground: ColorCard, theme.ColorNameOverlayBackground: ColorCard,
	theme.ColorNameHeaderBackground: ColorSidebar, theme.ColorNameHyperlink: ColorAccent,
	theme.ColorNameDisabled:          ColorMuted,
	theme.ColorNameForegroundOnError: ColorCard,
}

// Variant is the variant the theme shows when the desktop asks for system.
func (t *Theme) Variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch {
	case t.Projector || t.Scheme == Light || t.Scheme == Sepia || t.Scheme != Dark && systemSilent:
		return theme.VariantLight
	case t.Scheme == Dark:
		return theme.VariantDark
	}
	return system
}

// systemSilent says that the system states neither light nor dark. Light can be seen
// when it is projected.
var systemSilent bool

// SystemIsSilent notes whether the system states neither light nor dark.
func SystemIsSilent(is bool) { systemSilent = is }

// Color implements [fyne.Theme].
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.Variant(v)
	p := t.tokens(v)
	if c, ok := p[name]; ok {
		return c
	}
	if a, ok := alias[name]; ok {
		return p[a]
	}
	if c, ok := t.pillar(name, v); ok {
		return c
	}
	if c, ok := highlight(name, v); ok {
		return c
	}
	switch name {
	case ColorVeil:
		return Faint(p[theme.ColorNameBackground], 0xA0)
	case theme.ColorNameHover:
		return Faint(p[ColorInk], 0x0F)
	case theme.ColorNamePressed, theme.ColorNameSelection, theme.ColorNameFocus: // Fyne's own controls fill with it
		return Faint(p[ColorAccent], 0x28)
	default:
		return theme.DefaultTheme().Color(name, v)
	}
}

// Font implements [fyne.Theme].
func (*Theme) Font(s fyne.TextStyle) fyne.Resource {
	giveEmoji(s)
	return theme.DefaultTheme().Font(s)
}

// Icon implements [fyne.Theme].
func (*Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// bodySize is the size of most text, in device-independent pixels.
const bodySize = 14

// textSize is a size of text at 100 %; 0: it is none. Every text asks for one.
func textSize(n fyne.ThemeSizeName) float32 {
	switch n {
	case SizeBody:
		return bodySize
	case SizeSmall:
		return 12
	case SizeCaption:
		return 13
	case SizeLead, theme.SizeNameSubHeadingText:
		return 16
	case SizeFigure, theme.SizeNameHeadingText:
		return 20
	case SizeTitle:
		return 28
	case SizeValue:
		return 30
	}
	return 0
}

var otherSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding: 4, theme.SizeNameInnerPadding: 8, theme.SizeNameLineSpacing: 4,
	theme.SizeNameInputRadius: 8, theme.SizeNameButtonRadius: 8, theme.SizeNameSelectionRadius: 6,
	theme.SizeNameScrollBar: 10, theme.SizeNameScrollBarSmall: 4,
	// Fyne blurs a window behind its dialogs by 1.5 px, which is hardly seen. For that it
	// keeps a picture of the whole window as long as this is there (4 MB at 1280x800), and
	// goes through it twice in each frame.
	theme.SizeNameModalBlurRadius: 0,
}

// Size implements [fyne.Theme].
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	scale := t.TextScale
	if scale == 0 {
		scale = 1
	}
	if s := textSize(n); s > 0 {
		return s * scale
	}
	if n == theme.SizeNameInlineIcon {
		return 18 * scale
	}
	if s, ok := otherSizes[n]; ok {
		return s
	}
	return theme.DefaultTheme().Size(n)
}

// ColorOf is a colour of the theme, as the desktop has it where the scheme follows that.
func (t *Theme) ColorOf(n fyne.ThemeColorName) color.Color {
	return t.Color(n, fyne.CurrentApp().Settings().ThemeVariant())
}

// Dp is a length in density-independent pixels that grows with the text size.
func (t *Theme) Dp(v float32) float32 { return v * t.Size(SizeBody) / bodySize }

// Dark tells whether the theme shows dark.
func (t *Theme) Dark() bool {
	return t.Variant(fyne.CurrentApp().Settings().ThemeVariant()) == theme.VariantDark
}

// ParseColor reads a colour as it is written on the web: "#6B4A9C". What is none is black.
func ParseColor(s string) color.NRGBA {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil {
		return color.NRGBA{A: 0xFF}
	}
	return rgb(uint32(v)) // #nosec G115 -- 24 bits
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8 & 0xFF), B: uint8(v & 0xFF), A: 0xFF} // #nosec G115 -- masked to a byte
}

// Faint is a colour that lets its ground through: of strength a, 0xFF is all.
func Faint(c color.Color, a uint8) color.Color {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = a
	return n
}

// Blend is a mixture of two opaque colours; share is the first one's.
func Blend(a, b color.Color, share float64) color.Color {
	x, _ := color.NRGBAModel.Convert(a).(color.NRGBA)
	y, _ := color.NRGBAModel.Convert(b).(color.NRGBA)
	mix := func(p, q uint8) uint8 { return uint8(float64(p)*share + float64(q)*(1-share) + 0.5) }
	return color.NRGBA{R: mix(x.R, y.R), G: mix(x.G, y.G), B: mix(x.B, y.B), A: 0xFF}
}
