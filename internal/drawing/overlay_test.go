package drawing

import (
	"context"
	"image"
	"image/color"
	"math"
	"testing"
)

func TestOverlayKeepsWhatItDoesNotCover(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 20, 20))
	below := color.RGBA{R: 9, G: 9, B: 9, A: 255}
	for i := range 400 {
		img.SetRGBA(i%20, i/20, below)
	}
	red := color.RGBA{R: 255, A: 255}
	p := func(Ink) color.Color { return red }
	line := Mark{Kind: Path, Ink: InkText, Alpha: 1, Stroke: 2, Parts: [][]Point{{{0, 5}, {10, 5}}, {{5, 0}, {5, 10}}}} // they cross
	line.Alpha = 0.5
	if err := Overlay(context.Background(), img, []Mark{line}, p, 2); err != nil {
		t.Fatal(err)
	}
	if got := img.RGBAAt(2, 2); got != below {
		t.Errorf("beside the line it is %v", got)
	}
	if on, crossing := img.RGBAAt(2, 10), img.RGBAAt(10, 10); on != crossing || on == below {
		t.Errorf("on the line it is %v, where it crosses itself %v", on, crossing)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Overlay(ctx, img, []Mark{line}, p, 2); err == nil {
		t.Error("it goes on after its end")
	}
}

// The edge of a disc is as dark on all sides.
func TestTheEdgeOfADiscIsEven(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 60, 60))
	disc := Mark{Kind: Sign, Shape: Disc, Edge: InkText, Stroke: 3, Alpha: 1, Box: Box{X: 10, Y: 10, W: 40, H: 40}}
	black := func(Ink) color.Color { return color.Black }
	if err := Overlay(context.Background(), img, []Mark{disc}, black, 1); err != nil {
		t.Fatal(err)
	}
	for turn := range 64 {
		sin, cos := math.Sincos(2 * math.Pi * float64(turn) / 64)
		sum := 0.0
		for r := 15.0; r < 25; r += 0.25 {
			sum += float64(img.RGBAAt(int(30+cos*r), int(30+sin*r)).A) / 255 / 4
		}
		if sum < 2.4 || sum > 3.6 {
			t.Errorf("at turn %d of 64 the edge is %.2f wide", turn, sum)
		}
	}
}
