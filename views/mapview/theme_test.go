package mapview

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// garish is a theme that nothing on screen is to show.
type garish struct{ fyne.Theme }

var pink = color.NRGBA{R: 0xFF, B: 0xFF, A: 0xFF}

func (garish) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return pink }

// A map looks as its own theme says, whatever the app's is, and takes up other
// colours and another text size without being made anew.
func TestTheMapLooksAsItsOwnThemeSays(t *testing.T) {
	uitest.Wear(t, garish{theme.DefaultTheme()})
	e := NewExplorer(features(t), words(t), &uitest.Host{}, mapdata.Filter{})
	legend := Legend(e.choice.features, e.words)
	th := &ui.Theme{Scheme: ui.Light, TextScale: 1}
	content := ui.Frame(ui.Gap(0), e, ui.Ground(ui.ColorCard, legend))
	ui.Adopt(content, th)
	c := uitest.InWindow(t, content, handy)
	piraeus := markOf(t, &e.Map, "piraeus")
	c.Focus(piraeus)
	e.Select("port-of-gwadar", "")
	view := e.View()
	for _, look := range []struct {
		scheme ui.Scheme
		text   float32
	}{{ui.Light, 1}, {ui.Dark, 1}, {ui.Dark, 2}, {ui.Light, 1}} {
		th.Scheme, th.TextScale = look.scheme, look.text
		ui.Restyle(content)
		img := c.Capture()
		for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
			for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
				if r, g, b, _ := img.At(x, y).RGBA(); r == 0xFFFF && g == 0 && b == 0xFFFF {
					t.Fatalf("%v: at %d, %d is the app's colour", look, x, y)
				}
			}
		}
		at := geo.Project(103, 46) // in Mongolia
		x, y := e.Where(at)
		if got, want := color.NRGBAModel.Convert(img.At(int(x), int(y))), color.NRGBAModel.Convert(th.ColorOf(ui.ColorLand)); got != want {
			t.Errorf("%v: the land is %v, not %v", look, got, want)
		}
		if side := markOf(t, &e.Map, "lagos").Size().Width; side != 28*look.text {
			t.Errorf("%v: a mark has room of %v", look, side)
		}
		if k, ok := c.Focused().(*mark); !ok || !k.target.holds("piraeus") {
			t.Errorf("%v: the keyboard is at %v", look, c.Focused())
		}
		if !near(e.View(), view) && look.text == 1 {
			t.Errorf("%v: the view went from %v to %v", look, view, e.View())
		}
	}
}

// near tells whether two views are the same but for rounding.
func near(a, b geo.View) bool {
	const rounding = 1e-9 // pixels
	x, y := a.Point(b.Centre)
	was, wasY := b.Point(b.Centre)
	return a.Scale == b.Scale && math.Abs(x-was) < rounding && math.Abs(y-wasY) < rounding
}
