package mapview

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/mapdata"
	"beltroad/views/uitest"
)

var usual = fyne.NewSize(1280, 800)

// BenchmarkPan moves a map to and fro by a step of a drag and draws it, with
// the dossier's places and with more and more others; blit is a plain picture of the
// same size that is drawn.
func BenchmarkPan(b *testing.B) {
	b.Run("blit", func(b *testing.B) {
		img := image.NewRGBA(image.Rect(0, 0, int(usual.Width), int(usual.Height)))
		for i := range img.Pix {
			img.Pix[i] = 0xFF
		}
		o := &canvas.Image{Image: img, ScaleMode: canvas.ImageScaleFastest}
		c := onCanvas(o, usual)
		for b.Loop() {
			c.Capture()
		}
	})
	f := features(b)
	b.Run("dossier", func(b *testing.B) { pan(b, NewExplorer(f, words(b), &uitest.Host{}, mapdata.Filter{})) })
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("places=%d", n), func(b *testing.B) { pan(b, NewExplorer(scattered(b, n), words(b), &uitest.Host{}, mapdata.Filter{})) })
	}
}

// pan moves an explorer by steps that its scene is good for.
func pan(b *testing.B, e *Explorer) {
	b.Helper()
	c := onCanvas(e, usual)
	e.SetView(e.View().Zoom(2, 640, 400))
	by := float32(8)
	for b.Loop() {
		by = -by
		e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by, by/2)})
		c.Capture()
	}
}

// BenchmarkPanStep is the map's own share of a step: what is drawn is not.
func BenchmarkPanStep(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprintf("places=%d", n), func(b *testing.B) {
			e := NewExplorer(scattered(b, n), words(b), &uitest.Host{}, mapdata.Filter{})
			onCanvas(e, usual)
			e.SetView(e.View().Zoom(2, 640, 400))
			by := float32(8)
			for b.Loop() {
				by = -by
				e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by, by/2)})
			}
		})
	}
}
