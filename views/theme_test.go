package views

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/views/ui"
)

// garish is a theme that nothing of ours may show.
type garish struct{}

var loud = color.NRGBA{R: 0xFF, B: 0xFE, A: 0xFF}

const huge = 41

func (garish) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return loud }
func (garish) Font(s fyne.TextStyle) fyne.Resource                      { return theme.DefaultTheme().Font(s) }

func (garish) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }
func (garish) Size(fyne.ThemeSizeName) float32         { return huge }

// ownFrame is a frame with a theme of its own.
type ownFrame struct {
	pictureFrame
	theme *ui.Theme
}

func (f ownFrame) Theme() *ui.Theme { return f.theme }

// loudness tells what an object shows of the garish theme.
func loudness(o fyne.CanvasObject) string {
	var seen []color.Color
	var lengths []float32
	switch o := o.(type) {
	case *canvas.Text:
		seen, lengths = append(seen, o.Color), append(lengths, o.TextSize)
	case *canvas.Rectangle:
		seen, lengths = append(seen, o.FillColor, o.StrokeColor), append(lengths, o.CornerRadius)
	case *canvas.Circle:
		seen = append(seen, o.FillColor, o.StrokeColor)
	case *canvas.Line:
		seen = append(seen, o.StrokeColor)
	case *canvas.RegularPolygon:
		seen = append(seen, o.FillColor, o.StrokeColor)
	case *canvas.Image:
		if o.Resource != nil && strings.Contains(string(o.Resource.Content()), "#ff00fe") {
			return "an icon is loud"
		}
	}
	if slices.Contains(seen, color.Color(loud)) {
		return fmt.Sprintf("a %T is loud", o)
	}
	if slices.Contains(lengths, huge) {
		return fmt.Sprintf("a %T is huge", o)
	}
	return ""
}

func TestNothingOnScreenHasTheAppsTheme(t *testing.T) {
	d := dossier(t)
	app := test.NewTempApp(t)
	prepare(app, Look{Scheme: ui.Light, TextScale: 1})
	app.Settings().SetTheme(garish{})
	for _, r := range Screens(d) {
		s := shown(d, ownFrame{theme: &ui.Theme{Scheme: ui.Light}}, 1280, 800)
		s.Go(r)
		s.Pick("trade-volume")
		found := map[string]int{}
		for _, n := range nodes(s.Content()) {
			if what := loudness(n.object); what != "" {
				in := what
				for p := n.parent; p != nil; p = p.parent {
					if name := reflect.TypeOf(p.object).String(); name != "*fyne.Container" {
						in += " in a " + name
						break
					}
				}
				found[in]++
			}
		}
		for what, n := range found {
			t.Errorf("%s: %s, %d times", r, what, n)
		}
	}
}

// styled is a shell with a theme of its own, on a canvas of its own.
func styled(d *data.Dossier, th *ui.Theme, size fyne.Size) (*Shell, fyne.Canvas) {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.Resize(size)
	s := newShell(materialOf(d), inEnglish, ownFrame{theme: th})
	c.SetContent(s.Content())
	s.Content().Resize(size)
	return s, c
}

// pixels is a picture of all that a window shows on its own ground.
func pixels(c fyne.Canvas) []byte {
	m, _ := c.Capture().(*image.NRGBA)
	return m.Pix
}

func TestTwoWindowsEachShowTheirTheme(t *testing.T) {
	d := dossier(t)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	light, dark := &ui.Theme{Scheme: ui.Light, TextScale: 1, Apart: true}, &ui.Theme{Scheme: ui.Dark, TextScale: 2, Apart: true}
	size := fyne.NewSize(1280, 800)
	for _, p := range []string{"overview", "figure", "map", "timeline"} {
		r := place(t, p)
		alone := func(th *ui.Theme) []byte {
			s, c := styled(d, th, size)
			s.Go(r)
			return pixels(c)
		}
		first, second := alone(light), alone(dark)
		a, atA := styled(d, light, size)
		b, atB := styled(d, dark, size)
		b.Go(r)
		a.Go(r)
		b.Content().Refresh()
		a.Content().Refresh()
		if !bytes.Equal(pixels(atB), second) {
			t.Errorf("%s: beside a light window the dark one looks otherwise", r)
		}
		if !bytes.Equal(pixels(atA), first) {
			t.Errorf("%s: beside a dark window the light one looks otherwise", r)
		}
	}
}

// A window that was light, and made dark and large, looks as one that was so from the start.
func TestRestyledLooksAsMadeSo(t *testing.T) {
	d := dossier(t)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	size := fyne.NewSize(1280, 800)
	for _, p := range []string{"pillar/trade#figure/trade-volume", "figure", "read"} { // those without a map, which keeps its view
		r := place(t, p)
		th := &ui.Theme{Scheme: ui.Light, TextScale: 1, Apart: true}
		s, c := styled(d, th, size)
		s.Go(r)
		was := pixels(c)
		for _, to := range []ui.Theme{{Scheme: ui.Dark, TextScale: 1}, {Scheme: ui.Dark, TextScale: 2}, {Scheme: ui.Light, TextScale: 1}} {
			th.Scheme, th.TextScale = to.Scheme, to.TextScale
			s.Restyle()
			want := was
			if to.Scheme == ui.Dark {
				fresh, at := styled(d, &ui.Theme{Scheme: to.Scheme, TextScale: to.TextScale}, size)
				fresh.Go(r)
				want = pixels(at)
			}
			if !bytes.Equal(pixels(c), want) {
				t.Errorf("%s: made %s at %g it does not look as if it had been so", r, to.Scheme, to.TextScale)
			}
		}
	}
}

// A menu that is open is made dark and large with its window, and goes with its place.
func TestRestyledMenu(t *testing.T) {
	_, w := appOf(t, dossier(t))
	w.shell.Go(place(t, "figure"))
	filter, c := all[*ui.Filter](w.shell.page.Content())[0], w.win.Canvas()
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	filter.OnTapped()
	for _, change := range []func(){func() {}, w.SwitchScheme, func() { w.ScaleText(1) }, w.SwitchScheme} {
		change()
		top := c.Overlays().Top()
		if _, ok := top.(*ui.Menu); !ok {
			t.Fatalf("over the window is %T", top)
		}
		texts := all[*canvas.Text](top)
		if len(texts) < 3 {
			t.Fatalf("the menu has %d texts", len(texts))
		}
		for _, text := range texts {
			if want := w.theme.Color(ui.ColorInk, variant); !sameColor(text.Color, want) || text.TextSize != w.theme.Size(ui.SizeBody) {
				t.Errorf("%q is drawn in %v at %g", text.Text, text.Color, text.TextSize)
			}
		}
		if ground := all[*ui.Box](top)[0]; !sameColor(all[*canvas.Rectangle](ground)[0].FillColor, w.theme.Color(ui.ColorCard, variant)) {
			t.Errorf("the ground is %v", all[*canvas.Rectangle](ground)[0].FillColor)
		}
	}
	w.shell.Go(place(t, "overview"))
	if len(c.Overlays().List()) > 0 {
		t.Error("the menu stays where its filter is no more")
	}
}

func sameColor(a, b color.Color) bool {
	return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
}

// What the user does stays as it is, when the window is made dark or large.
func TestRestyledKeepsFocusAndScroll(t *testing.T) {
	d := dossier(t)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for _, p := range []string{"project", "read", "commitments", "pillar/trade"} {
		th := &ui.Theme{Scheme: ui.Light, TextScale: 1}
		s, c := styled(d, th, fyne.NewSize(1024, 500))
		s.Go(place(t, p))
		page := s.page.Content()
		sc := all[*ui.Scroller](page)[len(all[*ui.Scroller](page))-1]
		scrolled, top, seen := float32(400), "", float32(0)
		for ; top == "" || seen < 16; scrolled -= 10 { // a drawing has no text of ours, and a last pixel may go
			sc.ScrollTo(scrolled)
			top, seen = topText(sc)
		}
		scrolled = sc.Offset()
		var at fyne.Focusable
		for at == nil || !inPage(page, at) {
			c.FocusNext()
			at = c.Focused()
		}
		sc.ScrollTo(scrolled)
		for _, to := range []ui.Theme{{Scheme: ui.Dark, TextScale: 1}, {Scheme: ui.Dark, TextScale: 1.5}} {
			th.Scheme, th.TextScale = to.Scheme, to.TextScale
			s.Restyle()
			if s.page.Content() != page || c.Focused() != at {
				t.Errorf("%s: made %s at %g, the page is another or the keyboard is at %T, not %T", p, to.Scheme, to.TextScale, c.Focused(), at)
			}
			if got, _ := topText(sc); got != top && !besideTop(sc, top) {
				t.Errorf("%s: made %s at %g, %q stands at the top, not %q", p, to.Scheme, to.TextScale, got, top)
			}
		}
	}
}

// topText is the first text that ends below the top of a scroller, and how far below.
func topText(sc *ui.Scroller) (text string, below float32) {
	for _, n := range nodes(sc) {
		if t, ok := n.object.(*canvas.Text); ok && t.Text != "" && n.box.bottom > 1 {
			return firstWord(n), n.box.bottom
		}
	}
	return "", 0
}

// besideTop tells whether a text stands in the same row as the first one: a grid has
// other rows where text is larger.
func besideTop(sc *ui.Scroller, text string) bool {
	first := float32(-1)
	for _, n := range nodes(sc) {
		t, ok := n.object.(*canvas.Text)
		if !ok || t.Text == "" || n.box.bottom <= 1 {
			continue
		}
		if first < 0 {
			first = n.box.top
		}
		if firstWord(n) == text {
			return n.box.top-first < 2*t.TextSize
		}
	}
	return false
}

// firstWord is the first word of the text that a line is part of.
func firstWord(n *node) string {
	for p := n; p != nil; p = p.parent {
		if t, ok := p.object.(*ui.Text); ok {
			return t.String()
		}
	}
	return ""
}

func inPage(page fyne.CanvasObject, f fyne.Focusable) bool {
	for _, n := range nodes(page) {
		if any(n.object) == any(f) {
			return true
		}
	}
	return false
}
