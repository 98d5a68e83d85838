package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestTextSizesGrowWithTheUsersChoice(t *testing.T) {
	sizes := []fyne.ThemeSizeName{SizeTitle, SizeValue, SizeFigure, SizeLead, SizeBody, SizeCaption, SizeSmall, SizeTiny, theme.SizeNameHeadingText, theme.SizeNameSubHeadingText, theme.SizeNameInlineIcon}
	for _, scale := range []float32{1, 1.25, 1.5, 1.75, 2} {
		for _, n := range sizes {
			if got, want := (Theme{TextScale: scale}).Size(n), (Theme{}).Size(n)*scale; got != want || got == 0 {
				t.Errorf("%s at %g is %g, want %g", n, scale, got, want)
			}
		}
		for _, n := range []fyne.ThemeSizeName{theme.SizeNamePadding, theme.SizeNameInputRadius, theme.SizeNameSeparatorThickness} {
			if got, want := (Theme{TextScale: scale}).Size(n), (Theme{}).Size(n); got != want || got == 0 {
				t.Errorf("%s at %g is %g, want %g: it is no text", n, scale, got, want)
			}
		}
	}
	if got := (Theme{}).Size(SizeTiny); got < 11 {
		t.Errorf("the smallest text is %g", got)
	}
}

func TestDpGrowsWithText(t *testing.T) {
	for _, scale := range []float32{0, 1, 1.5, 2} {
		wearing(t, Theme{TextScale: scale})
		if got, want := Dp(100), 100*max(scale, 1); got != want {
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
		th := Theme{Scheme: c.scheme}
		if got := th.Variant(c.system); got != c.want {
			t.Errorf("%q on %d shows %d, want %d", c.scheme, c.system, got, c.want)
		}
		for _, n := range colours() {
			if th.Color(n, c.system) != (Theme{Scheme: System}).Color(n, c.want) {
				t.Errorf("%q on %d: the colour %s is not of the variant %d", c.scheme, c.system, n, c.want)
			}
		}
	}
	wearing(t, Theme{Scheme: Dark})
	if !IsDark() {
		t.Error("dark is not dark")
	}
	wearing(t, Theme{Scheme: Light})
	if IsDark() {
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
	for order := range 8 {
		names = append(names, PillarColor(order), MarkColor(order))
	}
	return names
}

func TestEveryColourIsThereInBothSchemes(t *testing.T) {
	for _, s := range []Scheme{Light, Dark} {
		for _, n := range colours() {
			if c := (Theme{Scheme: s}).Color(n, theme.VariantLight); c == nil {
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

func TestPillarsBeyondTheFifthShareColours(t *testing.T) {
	var got []fyne.ThemeColorName
	for order := range 8 {
		got = append(got, PillarColor(order), MarkColor(order))
	}
	want := []fyne.ThemeColorName{
		ColorMuted, "mark0", "pillar1", "mark1", "pillar2", "mark2", "pillar3", "mark3", "pillar4", "mark4", "pillar5", "mark5", "pillar1", "mark1", "pillar2", "mark2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("colours %s", got)
	}
	if fmt.Sprint(PillarColor(-1), MarkColor(-1)) != fmt.Sprint(ColorMuted, "mark0") {
		t.Error("an order below 1 is no pillar")
	}
}
