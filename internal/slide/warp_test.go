package slide

import (
	"math"
	"math/rand/v2"
	"testing"

	"beltroad/internal/drawing"
)

func laid(w, h float64, room drawing.Box) *Layout {
	return &Layout{Sheet: &drawing.Sheet{Width: w, Height: h}, Room: room}
}

func TestInkStaysOnTheVisual(t *testing.T) {
	wide := laid(1600, 900, drawing.Box{X: 100, Y: 200, W: 1400, H: 600})
	high := laid(1024, 768, drawing.Box{X: 64, Y: 250, W: 896, H: 420})
	w := WarpOf(wide, high)
	for _, c := range [][2]float64{{0, 0}, {0.5, 0.25}, {1, 1}} { // shares of the visual
		x, y := w.Point((100+1400*c[0])/1600, (200+600*c[1])/900)
		if math.Abs(x*1024-(64+896*c[0])) > 1e-6 || math.Abs(y*768-(250+420*c[1])) > 1e-6 {
			t.Errorf("%v of the visual comes to %g, %g", c, x*1024, y*768)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	last := math.Inf(-1)
	for i := range 1000 {
		v := float64(i) / 999
		x, y := w.Point(v, r.Float64())
		if x < last || x < 0 || x > 1 || y < 0 || y > 1 {
			t.Fatalf("%g comes to %g, after %g", v, x, last)
		}
		last = x
		if back, _ := w.Back().Point(x, y); math.Abs(back-v) > 1e-9 {
			t.Errorf("%g comes back to %g", v, back)
		}
	}
	beside := laid(1024, 768, drawing.Box{X: 500, Y: 100, W: 460, H: 600})
	below := laid(1600, 900, drawing.Box{X: 100, Y: 600, W: 1400, H: 200})
	for _, c := range [][2]*Layout{{wide, wide}, {below, beside}, {wide, laid(10, 10, drawing.Box{})}, {{}, wide}} {
		if x, y := WarpOf(c[0], c[1]).Point(0.3, 0.8); math.Abs(x-0.3) > 1e-9 || math.Abs(y-0.8) > 1e-9 {
			t.Errorf("from %+v to %+v it moves to %g, %g", c[0].Room, c[1].Room, x, y)
		}
	}
}
