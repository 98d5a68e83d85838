package ui

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/uitest"
)

// luminance is the relative luminance of an opaque colour, as WCAG 2.2 defines it:
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is the contrast ratio of two colours, 1 to 21:
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// over is what the eye sees of a translucent colour on an opaque one.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round((float64(a)*float64(c.A) + float64(b)*float64(255-c.A)) / 255))
	}
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

func TestContrastFormula(t *testing.T) {
	white, black := color.NRGBA{255, 255, 255, 255}, color.NRGBA{A: 255}
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{white, black, 21},
		{white, white, 1},
		// Known from WebAIM's contrast checker: the lightest greys on white that pass, and that fail.
		{color.NRGBA{0x76, 0x76, 0x76, 255}, white, 4.54},
		{color.NRGBA{0x77, 0x77, 0x77, 255}, white, 4.48},
		{color.NRGBA{0, 0, 255, 255}, white, 8.59},
		{color.NRGBA{255, 0, 0, 255}, white, 4.00},
	} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 || contrast(c.b, c.a) != got {
			t.Errorf("contrast of %v and %v is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
	if got := over(color.NRGBA{0, 0, 0, 51}, white); got != (color.NRGBA{204, 204, 204, 255}) {
		t.Errorf("a fifth of black on white is %v", got)
	}
}

// layers are grounds on one another, the lowest first and opaque.
type layers []fyne.ThemeColorName

func (l layers) in(th *Theme) color.NRGBA {
	ground := nrgba(th.Color(l[0], theme.VariantLight))
	for _, n := range l[1:] {
		ground = over(nrgba(th.Color(n, theme.VariantLight)), ground)
	}
	return ground
}

// Least contrasts of WCAG 2.2, level AA.
const (
	leastText = 4.5 // 1.4.3: text below 24 px, or 18.66 px bold
	leastSign = 3   // 1.4.11: what shows a state, such as the ring of the focus
)

// hoverShowsOnOpenRow tells whether a table draws both grounds at once.
func hoverShowsOnOpenRow(t *testing.T) bool {
	t.Helper()
	uitest.Wear(t, &Theme{Scheme: Light})
	table := NewTable([]TableColumn{{Title: "A", Share: 1}}, func(string) {}, func(int) {})
	table.SetRows([]TableRow{{ID: "a", Cells: []fyne.CanvasObject{Label("a", SizeBody, ColorInk)}}})
	table.SetOpen("a")
	r, _ := test.WidgetRenderer(table).(*tableRenderer)
	table.Resize(fyne.NewSize(300, table.HeightFor(300)))
	table.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, table.HeightFor(300)-rowAir-5)}})
	if !r.open.Visible() || table.cursor.Hovered != 0 {
		t.Fatalf("the row is open: %t, under the pointer: %d", r.open.Visible(), table.cursor.Hovered)
	}
	return r.hover.Visible()
}

func TestEveryTextCanBeReadOnItsGround(t *testing.T) {
	texts := []fyne.ThemeColorName{ColorInk, ColorMuted, ColorAccent, theme.ColorNameError}
	marks := []layers{{MarkColor(0)}}
	for i := range pillarColors {
		texts, marks = append(texts, PillarColor(i+1)), append(marks, layers{MarkColor(i + 1)})
	}
	plain := []layers{{theme.ColorNameBackground}, {ColorSidebar}, {ColorCard}, {ColorSubtle}}
	over := []layers{
		{ColorCard, theme.ColorNameSelection}, {ColorCard, theme.ColorNameHover}, {ColorCard, theme.ColorNamePressed},
	}
	if hoverShowsOnOpenRow(t) {
		over = append(over, layers{ColorCard, theme.ColorNameHover, theme.ColorNameSelection})
	}
	hovered := []layers{{theme.ColorNameBackground, theme.ColorNameHover}, {ColorSidebar, theme.ColorNameHover}}

	type pair struct {
		text   fyne.ThemeColorName
		ground layers
		least  float64
	}
	var pairs []pair
	all := func(texts []fyne.ThemeColorName, grounds []layers, least float64) {
		for _, text := range texts {
			for _, g := range grounds {
				pairs = append(pairs, pair{text, g, least})
			}
		}
	}
	all(texts, plain, leastText)
	all(texts[:3], over, leastText)
	all([]fyne.ThemeColorName{ColorInk, ColorMuted}, hovered, leastText)
	all([]fyne.ThemeColorName{ColorInk}, marks, leastText)
	for n := range highlightColors {
		all([]fyne.ThemeColorName{ColorInk}, []layers{{HighlightColor(n)}}, leastText)
	}
	all([]fyne.ThemeColorName{ColorInk, ColorMuted, theme.ColorNameError}, []layers{{ColorOpen}}, leastText)
	all([]fyne.ThemeColorName{ColorFocus, ColorAccent}, []layers{{ColorOpen}}, leastSign)
	all(texts[:3], []layers{{ColorSelected}, {ColorFound}, {ColorSpoken}}, leastText)
	all([]fyne.ThemeColorName{theme.ColorNameForegroundOnPrimary}, []layers{{ColorAccent}}, leastText)
	all([]fyne.ThemeColorName{theme.ColorNameForegroundOnError}, []layers{{theme.ColorNameError}}, leastText)
	all([]fyne.ThemeColorName{theme.ColorNameBackground}, []layers{{ColorInk}}, leastText) // the toast
	all([]fyne.ThemeColorName{theme.ColorNameDisabled, theme.ColorNameHyperlink}, plain, leastText)
	all([]fyne.ThemeColorName{ColorFocus}, plain, leastSign)
	all([]fyne.ThemeColorName{ColorFocus}, over, leastSign)

	for _, scheme := range []Scheme{Light, Dark, Sepia} {
		for _, p := range pairs {
			t.Run(fmt.Sprintf("%s %s on %s", scheme, p.text, p.ground), func(t *testing.T) {
				th := &Theme{Scheme: scheme}
				text, ground := nrgba(th.Color(p.text, theme.VariantLight)), p.ground.in(th)
				if text.A != 255 || ground.A != 255 {
					t.Fatalf("the text is %v, the ground %v: neither may be translucent", text, ground)
				}
				if got := contrast(text, ground); got < p.least {
					t.Errorf("#%02X%02X%02X on #%02X%02X%02X has contrast %.2f, needs %.1f", text.R, text.G, text.B, ground.R, ground.G, ground.B, got, p.least)
				}
			})
		}
	}
}

// The tokens are the design's; what is derived from them may change.
func TestTokensAreTheDesigns(t *testing.T) {
	for name, want := range map[fyne.ThemeColorName][2]uint32{
		theme.ColorNameBackground: {0xFBFAF7, 0x12171D},
		ColorSidebar:              {0xF1EEE7, 0x171D25},
		ColorCard:                 {0xFFFFFF, 0x1C242D},
		ColorInk:                  {0x1B2430, 0xE9EDF1},
		ColorMuted:                {0x5B6672, 0x9AA7B4},
		ColorLine:                 {0xE2DED5, 0x2C3641},
		ColorAccent:               {0x0F5C6E, 0x5FB7CB},
		PillarColor(1):            {0x6B4A9C, 0xB79AE6},
		PillarColor(2):            {0xB0481B, 0xE58A5E},
		PillarColor(3):            {0x0B6B80, 0x5FB7CB},
		PillarColor(4):            {0x7A5C00, 0xD9B24A},
		PillarColor(5):            {0xA32A57, 0xE8799F},
	} {
		for i, scheme := range []Scheme{Light, Dark} {
			if got := (&Theme{Scheme: scheme}).Color(name, theme.VariantLight); got != rgb(want[i]) {
				t.Errorf("%s %s is %v, the design says #%06X", scheme, name, got, want[i])
			}
		}
	}
}
