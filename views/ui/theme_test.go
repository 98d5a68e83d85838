package ui

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestTextSizesGrowWithTheUsersChoice(t *testing.T) {
	sizes := []fyne.ThemeSizeName{SizeTitle, SizeValue, SizeFigure, SizeLead, SizeBody, SizeCaption, SizeSmall, theme.SizeNameHeadingText, theme.SizeNameSubHeadingText, theme.SizeNameInlineIcon}
	for _, scale := range []float32{1, 1.25, 1.5, 1.75, 2} {
		for _, n := range sizes {
			if got, want := (&Theme{TextScale: scale}).Size(n), (&Theme{}).Size(n)*scale; got != want || got == 0 {
				t.Errorf("%s at %g is %g, want %g", n, scale, got, want)
			}
		}
		for _, n := range []fyne.ThemeSizeName{theme.SizeNamePadding, theme.SizeNameInputRadius, theme.SizeNameSeparatorThickness} {
			if got, want := (&Theme{TextScale: scale}).Size(n), (&Theme{}).Size(n); got != want || got == 0 {
				t.Errorf("%s at %g is %g, want %g: it is no text", n, scale, got, want)
			}
		}
	}
	if got := (&Theme{}).Size(SizeSmall); got < 12 {
		t.Errorf("the smallest text is %g", got)
	}
}

func TestDpGrowsWithText(t *testing.T) {
	for _, scale := range []float32{0, 1, 1.5, 2} {
		th := &Theme{TextScale: scale}
		if got, want := th.Dp(100), 100*max(scale, 1); got != want {
			t.Errorf("at %g, 100 are %g, want %g", scale, got, want)
		}
	}
}

func TestSchemes(t *testing.T) {
	for _, c := range []struct {
		scheme Scheme
		system fyne.ThemeVariant
		want   fyne.ThemeVariant
	}{
		{Light, theme.VariantDark, theme.VariantLight},
		{Dark, theme.VariantLight, theme.VariantDark},
		{System, theme.VariantDark, theme.VariantDark},
		{System, theme.VariantLight, theme.VariantLight},
		{"", theme.VariantDark, theme.VariantDark},
	} {
		th := &Theme{Scheme: c.scheme}
		if got := th.Variant(c.system); got != c.want {
			t.Errorf("%q on %d shows %d, want %d", c.scheme, c.system, got, c.want)
		}
		for _, n := range colours() {
			if th.Color(n, c.system) != (&Theme{Scheme: System}).Color(n, c.want) {
				t.Errorf("%q on %d: the colour %s is not of the variant %d", c.scheme, c.system, n, c.want)
			}
		}
	}
	if !(&Theme{Scheme: Dark}).Dark() {
		t.Error("dark is not dark")
	}
	if (&Theme{Scheme: Light}).Dark() {
		t.Error("light is dark")
	}
}

// colours are all names that the app or Fyne's widgets ask for.
func colours() []fyne.ThemeColorName {
	names := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameDisabled, theme.ColorNameError, theme.ColorNameFocus,
		theme.ColorNameForeground, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning,
		theme.ColorNameHeaderBackground, theme.ColorNameHover, theme.ColorNameHyperlink, theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNamePlaceHolder, theme.ColorNamePressed, theme.ColorNamePrimary, theme.ColorNameScrollBar, theme.ColorNameScrollBarBackground,
		theme.ColorNameSelection, theme.ColorNameSeparator, theme.ColorNameShadow, theme.ColorNameSuccess, theme.ColorNameWarning,
		ColorSidebar, ColorCard, ColorSubtle,
	}
	for order := range len(pillarColors) + 2 {
		names = append(names, PillarColor(order), MarkColor(order))
	}
	return names
}

func TestEveryColourIsThereInBothSchemes(t *testing.T) {
	for _, s := range []Scheme{Light, Dark} {
		for _, n := range colours() {
			if c := (&Theme{Scheme: s}).Color(n, theme.VariantLight); c == nil {
				t.Errorf("%s has no %s", s, n)
			}
		}
	}
	for n := range lightTokens {
		if darkTokens[n] == nil {
			t.Errorf("dark lacks %s", n)
		}
	}
	for n := range darkTokens {
		if lightTokens[n] == nil {
			t.Errorf("light lacks %s", n)
		}
	}
	for from, to := range alias {
		if lightTokens[to] == nil {
			t.Errorf("%s stands for %s, which is no token", from, to)
		}
		if lightTokens[from] != nil {
			t.Errorf("%s is a token and stands for another", from)
		}
	}
}

func TestPillarsHaveAsManyColoursAsThereArePillars(t *testing.T) {
	var got []fyne.ThemeColorName
	for order := range 3 {
		got = append(got, PillarColor(order), MarkColor(order))
	}
	if want := []fyne.ThemeColorName{ColorMuted, "mark0", "pillar1", "mark1", "pillar2", "mark2"}; !slices.Equal(got, want) {
		t.Errorf("colours %s", got)
	}
	if fmt.Sprint(PillarColor(-1), MarkColor(-1)) != fmt.Sprint(ColorMuted, "mark0") {
		t.Error("an order below 1 is no pillar")
	}
	own := ColorPair{rgb(0x123456), rgb(0xABCDEF)}
	th := &Theme{Pillars: []ColorPair{own}}
	for v, want := range map[fyne.ThemeVariant]color.NRGBA{theme.VariantLight: own.Light, theme.VariantDark: own.Dark} {
		if got := th.Color(PillarColor(1), v); got != want {
			t.Errorf("the dossier's colour is %v, want %v", got, want)
		}
		if th.Color(MarkColor(1), v) == (&Theme{}).Color(MarkColor(1), v) {
			t.Error("a mark does not have the dossier's colour")
		}
		if got, want := th.Color(PillarColor(2), v), (&Theme{}).Color(PillarColor(2), v); got != want {
			t.Errorf("a pillar without a colour has %v, want %v", got, want)
		}
		for _, n := range []int{1, len(pillarColors) - 1} { // beyond the last they come again
			if th.Color(PillarColor(n+len(pillarColors)), v) != (&Theme{}).Color(PillarColor(n), v) {
				t.Errorf("pillar %d does not share a colour with pillar %d", n+len(pillarColors), n)
			}
		}
	}
}

// oklab is a colour where equal distances look equally far apart:
// https://bottosson.github.io/posts/oklab/
func oklab(c color.NRGBA) [3]float64 {
	linear := func(v uint8) float64 {
		if s := float64(v) / 255; s > 0.04045 {
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return [3]float64{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, 1.9779984951*l - 2.4285922050*m + 0.4505937099*s, 0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

func TestPillarsCanBeToldApart(t *testing.T) {
	if len(pillarColors) < 12 {
		t.Errorf("there are colours for %d pillars", len(pillarColors))
	}
	const least = 0.095 // the design's own five keep 0.107 apart
	for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		var names []fyne.ThemeColorName
		for i := range pillarColors {
			names = append(names, PillarColor(i+1))
		}
		for i, a := range names {
			for _, b := range names[:i] {
				p, q := oklab(nrgba((&Theme{}).Color(a, v))), oklab(nrgba((&Theme{}).Color(b, v)))
				if d := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2]); d < least {
					t.Errorf("%s and %s are only %.3f apart on variant %d", a, b, d, v)
				}
			}
		}
	}
}

// Where the system states nothing it is light, and a choice of the user holds.
func TestLightWhereTheSystemStatesNothing(t *testing.T) {
	t.Cleanup(func() { SystemIsSilent(false) })
	for _, c := range []struct {
		silent bool
		scheme Scheme
		system fyne.ThemeVariant
		want   fyne.ThemeVariant
	}{
		{true, System, theme.VariantDark, theme.VariantLight},
		{false, System, theme.VariantDark, theme.VariantDark},
		{false, System, theme.VariantLight, theme.VariantLight},
		{true, Dark, theme.VariantDark, theme.VariantDark},
		{true, Light, theme.VariantDark, theme.VariantLight},
	} {
		SystemIsSilent(c.silent)
		if got := (&Theme{Scheme: c.scheme}).Variant(c.system); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

// A window that was blurred once, behind a dialog, keeps a picture of itself.
func TestNothingIsBlurred(t *testing.T) {
	w := test.NewTempWindow(t, widget.NewLabel("behind"))
	widget.NewModalPopUp(widget.NewLabel("before"), w.Canvas()).Show()
	blurs := 0
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if b, ok := o.(*canvas.Blur); ok {
			blurs++
			if b.Radius != 0 {
				t.Errorf("it is blurred by %v", b.Radius)
			}
		}
	}
	if blurs == 0 {
		t.Error("Fyne has no blur behind a dialog any more")
	}
}
