package paint

import (
	"image/color"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

func colours(i drawing.Ink) color.Color {
	return color.NRGBA{R: uint8(i), G: uint8(i >> 8), B: 1, A: 0xFF} // #nosec G115 -- a byte each
}

// some are marks of every kind, moved.
func some(x float64) []drawing.Mark {
	all := []drawing.Mark{
		{Kind: drawing.Rect, Ink: drawing.InkCard, Box: drawing.Box{W: 90, H: 40}, Radius: 4, Square: drawing.TopLeft, Edge: drawing.InkLine, Stroke: 1},
		{Kind: drawing.Rect, Ink: drawing.Pillar(2), Box: drawing.Box{W: 20, H: 10}, Pattern: drawing.FadeRight},
		{Kind: drawing.Rect, Ink: drawing.Pillar(2), Box: drawing.Box{W: 20, H: 10}, Pattern: drawing.Hatch},
		{Kind: drawing.Line, Ink: drawing.InkLine, Box: drawing.Box{W: 30}, Stroke: 1, Dashes: []float64{4, 3}},
		{Kind: drawing.Path, Ink: drawing.InkLine, Parts: [][]drawing.Point{{{X: 1}, {X: 5}, {X: 9, Y: 4}}}, Stroke: 1},
		{Kind: drawing.Text, Ink: drawing.InkText, Box: drawing.Box{W: 40, H: 16}, Lettering: drawing.Lettering{Text: "words", TextSize: 12, Anchor: drawing.End}},
	}
	for _, s := range []drawing.Shape{drawing.Disc, drawing.Diamond, drawing.Arrow, drawing.Quote, drawing.Square, drawing.Triangle, drawing.Pentagon} {
		all = append(all, drawing.Mark{Kind: drawing.Sign, Shape: s, Ink: drawing.InkText, Box: drawing.Box{W: 8, H: 8}})
	}
	for i := range all {
		all[i].Alpha = 1
		all[i] = all[i].Moved(x, 0)
	}
	return all
}

// Painted again, moved or not, the same objects are used, and nothing is allocated for them.
func TestPaintingAgainMakesNoObjects(t *testing.T) {
	var p Painter
	first := slices.Clone(p.Paint(some(0), colours))
	if len(first) < 18 {
		t.Fatalf("%d objects", len(first))
	}
	again := p.Paint(some(25), colours)
	if !slices.Equal(first, again) {
		t.Error("other objects are drawn")
	}
	r, ok := again[0].(*canvas.Rectangle)
	if !ok || r.Position() != fyne.NewPos(25, 0) || r.TopLeftCornerRadius != 0 || r.TopRightCornerRadius != 4 {
		t.Errorf("the box is %+v", r)
	}
}

// What is drawn of few marks does not keep the objects of many.
func TestPainterLetsGo(t *testing.T) {
	var p Painter
	var many []drawing.Mark
	for range 500 {
		many = append(many, some(0)...)
	}
	p.Paint(many, colours)
	p.Paint(some(0), colours)
	if n := len(p.lines.all) + len(p.rects.all); n > 200 {
		t.Errorf("it keeps %d objects", n)
	}
}

// Each look is drawn in the colours of its palette.
func TestPainterTakesOtherColours(t *testing.T) {
	var p Painter
	p.Paint(some(0), colours)
	red := color.NRGBA{R: 0xFF, A: 0xFF}
	for _, o := range p.Paint(some(0), func(drawing.Ink) color.Color { return red }) {
		var got color.Color
		switch o := o.(type) {
		case *canvas.Rectangle:
			got = o.FillColor
		case *canvas.Line:
			got = o.StrokeColor
		case *canvas.Text:
			got = o.Color
		case *canvas.Circle:
			got = o.FillColor
		case *canvas.RegularPolygon:
			got = o.FillColor
		case *canvas.LinearGradient:
			got = o.StartColor
		}
		if got != red {
			t.Errorf("a %T is %v", o, got)
		}
	}
}

func TestEveryInkHasAColour(t *testing.T) {
	for i := drawing.InkText; i <= drawing.InkGrid; i++ {
		if Name(i) == "" {
			t.Errorf("ink %d has none", i)
		}
	}
	if Name(drawing.Pillar(3)) != ui.PillarColor(3) || Name(drawing.Tint(3)) != ui.MarkColor(3) || Name(drawing.Tint(0)) != ui.MarkColor(0) {
		t.Error("pillars have other colours than in the theme")
	}
}

// The shape of a text is as large as the text at its scale, and has ink in it.
func TestLetter(t *testing.T) {
	l := drawing.Lettering{Text: "Words, ¶15", TextSize: 13, Bold: true}
	for _, scale := range []float64{1, 2, 4} {
		mask := Letter(l, scale)
		want := Measure(l.Text, l.TextSize, l.Bold) * scale
		if got := float64(mask.Rect.Dx()); got < want-2 || got > want+scale+2 {
			t.Errorf("at %g it is %g wide, want %g", scale, got, want)
		}
		if slices.Max(mask.Pix) < 200 {
			t.Errorf("at %g there is no ink", scale)
		}
	}
}

func TestLongTextIsMeasuredInPart(t *testing.T) {
	one := Measure(strings.Repeat("x", 1000), 12, false)
	long := Measure(strings.Repeat("x", 1<<20), 12, false)
	if ratio := long / one / (1 << 20) * 1000; ratio < 0.99 || ratio > 1.01 {
		t.Errorf("it is %g times as wide as it is", ratio)
	}
	if w := Measure(strings.Repeat("图", 5000), 12, false); !(w > 1000) {
		t.Errorf("Chinese is %g wide", w)
	}
}
