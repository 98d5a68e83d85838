package geo

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/vector"
)

func paint() Paint {
	return Paint{
		Beside: color.NRGBA{0xFB, 0xFA, 0xF7, 0xFF}, Sea: color.NRGBA{0xE4, 0xEC, 0xF0, 0xFF}, Land: color.NRGBA{0xF3, 0xEF, 0xE4, 0xFF},
		Coast: color.NRGBA{0xA9, 0xB4, 0xB8, 0xFF}, Grid: color.NRGBA{0xD6, 0xE0, 0xE5, 0xFF},
	}
}

// BenchmarkLand draws the land, and for comparison fills the same rings with one
// colour, as a program would that knows nothing of maps.
func BenchmarkLand(b *testing.B) {
	land := theLand(b)
	whole := View{}.Resized(1280, 800)
	for _, c := range []struct {
		name string
		zoom float64
	}{{"world", 1}, {"2.5x", 2.5}, {"20x", 20}} {
		x, y := whole.Point(Project(110, 10))
		v := whole.Zoom(c.zoom, x, y)
		b.Run(c.name+"/map", func(b *testing.B) {
			for b.Loop() {
				land.Picture(context.Background(), v, paint())
			}
		})
		b.Run(c.name+"/vector", func(b *testing.B) {
			rings := land.Level(v.Scale)
			for b.Loop() {
				z := vector.NewRasterizer(1280, 800)
				for i := range rings {
					for j, p := range rings[i].Ring {
						if x, y := v.Point(p); j == 0 {
							z.MoveTo(float32(x), float32(y))
						} else {
							z.LineTo(float32(x), float32(y))
						}
					}
					z.ClosePath()
				}
				img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
				z.Draw(img, img.Rect, image.NewUniform(paint().Land), image.Point{})
			}
		})
	}
}

// BenchmarkMarks places marks and labels for a view of the whole world and for
// one close to.
func BenchmarkMarks(b *testing.B) {
	whole := View{}.Resized(1280, 800)
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		sites := someSites(dice(), n)
		widths := someWidths(dice(), n)
		for _, zoom := range []float64{1, 20} {
			v := whole.Zoom(zoom, 640, 300)
			b.Run(fmt.Sprintf("%d/%vx", n, zoom), func(b *testing.B) {
				for b.Loop() {
					marksOf(sites, widths, nil, nil, v, usual())
				}
			})
		}
	}
}

// BenchmarkStrokes draws dashes along a line with as many points as a dossier
// may have.
func BenchmarkStrokes(b *testing.B) {
	v := View{}.Resized(1280, 800)
	line := make([][2]float64, 20_000)
	for i := range line {
		t := float64(i) / 2000
		line[i] = [2]float64{170 * math.Sin(t), 80 * math.Sin(7*t)}
	}
	parts := Path(line)
	for _, zoom := range []float64{1, 20} {
		v := v.Zoom(zoom, 640, 300)
		b.Run(fmt.Sprintf("%vx", zoom), func(b *testing.B) {
			for b.Loop() {
				for _, part := range parts {
					Strokes(part, v, Dashes{9, 5})
				}
			}
		})
	}
}
