package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/spoken"
	"beltroad/views/ui"
)

// Looking at a screen for assistive technology, ten times a second while there is any.
func BenchmarkTell(b *testing.B) {
	look := Look{Width: 1280, Height: 800, Scheme: ui.Light, TextScale: 1, Scale: 1}
	d := datatest.Open(b, data.Builtin())
	for _, at := range []string{"overview", "figure", "read/15", "map", "timeline"} {
		lookingAt(b, look)
		root, _ := screenOf(d, place(b, at), look)
		b.Run(at, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = 0
				for _, top := range ui.Tell(root, fyne.Position{}, nil) {
					top.Each(func(*spoken.Node) { n++ })
				}
			}
			b.ReportMetric(float64(n), "nodes")
		})
	}
}
