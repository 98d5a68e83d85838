package mapview

import (
	"context"
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

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
		c := uitest.OnCanvas(o, usual)
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
	c := uitest.OnCanvas(e, usual)
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
			uitest.OnCanvas(e, usual)
			e.SetView(e.View().Zoom(2, 640, 400))
			by := float32(8)
			for b.Loop() {
				by = -by
				e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by, by/2)})
			}
		})
	}
}

// apart is a host whose work beside the window is not counted.
type apart struct {
	uitest.Host

	b *testing.B
}

// Background does the work while the clock stands still.
func (h *apart) Background(work func(context.Context) func()) {
	h.b.StopTimer()
	finish := work(context.Background())
	h.b.StartTimer()
	finish()
}

// BenchmarkWindow is what the window itself has to do for a step of the user's,
// with very many places and with a dossier of very many projects; what is done
// beside the window is not counted.
func BenchmarkWindow(b *testing.B) {
	for name, f := range map[string]*mapdata.Features{"places=20000": scattered(b, 20_000), "projects=20985": synthetic(b, 20_985)} {
		start := func(b *testing.B) (*Explorer, fyne.Canvas) {
			b.Helper()
			e := NewExplorer(f, words(b), &apart{b: b}, f.Overview())
			c := uitest.OnCanvas(e, usual)
			c.Capture()
			return e, c
		}
		steps := map[string]func(e *Explorer, i int){
			"year":  func(e *Explorer, i int) { e.SetFilter(mapdata.Filter{Year: 2000 + i%20}) },
			"layer": func(e *Explorer, i int) { e.SetFilter(mapdata.Filter{Hidden: mapdata.SetOf(fmt.Sprint(i % 2))}) },
			"zoom":  func(e *Explorer, i int) { e.SetView(e.View().Zoom([]float64{2, 0.5}[i%2], 640, 400)) },
			"pan":   func(e *Explorer, i int) { e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(float32(16*(i%2)-8), 0)}) },
			"point": func(e *Explorer, i int) {
				e.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(100+7*i%1000), 400)}})
			},
			"mark":   func(e *Explorer, i int) { e.point(e.stage.marks[i%len(e.stage.marks)].target) },
			"select": func(e *Explorer, i int) { e.Select(f.Places[i%len(f.Places)].Projects[0].ID, "") },
			"fit":    func(e *Explorer, i int) { e.choice.bound() },
		}
		for step, do := range steps {
			b.Run(name+"/"+step, func(b *testing.B) {
				e, _ := start(b)
				e.SetView(e.View().Zoom(2, 640, 400))
				i := 0
				for b.Loop() {
					do(e, i)
					i++
				}
			})
		}
	}
}

// BenchmarkSheet is what the window has to do before a map is saved beside it.
func BenchmarkSheet(b *testing.B) {
	for name, f := range map[string]*mapdata.Features{"dossier": features(b), "places=20000": scattered(b, 20_000), "projects=20985": synthetic(b, 20_985)} {
		for _, zoom := range []float64{1, 3, 24} {
			b.Run(fmt.Sprintf("%s/%vx", name, zoom), func(b *testing.B) {
				e := NewExplorer(f, words(b), &apart{b: b}, f.Overview())
				uitest.OnCanvas(e, usual)
				e.SetView(e.View().Zoom(zoom, 640, 400))
				for b.Loop() {
					e.Sheet()
				}
			})
		}
	}
}
