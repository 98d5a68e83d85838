package timeline

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/uitest"
)

var opened *data.Dossier

func builtin(b *testing.B) *Drawing {
	b.Helper()
	if opened == nil {
		var err error
		if opened, err = data.Open(data.Builtin()); err != nil {
			b.Fatal(err)
		}
	}
	d := opened
	return NewDrawing(timeline.New(d), record.NewWords(uitest.English(), d), nil)
}

// BenchmarkDrawing lays a timeline out and draws it.
func BenchmarkDrawing(b *testing.B) {
	d := builtin(b)
	size := fyne.NewSize(900, d.HeightFor(900))
	b.ReportAllocs()
	for b.Loop() {
		uitest.OnCanvas(builtin(b), size).Capture()
	}
}

// BenchmarkPan moves the window of time to and fro.
func BenchmarkPan(b *testing.B) {
	d := builtin(b)
	uitest.OnCanvas(d, fyne.NewSize(900, d.HeightFor(900)))
	d.Zoom(ZoomStep)
	step := 0.01
	b.ReportAllocs()
	for b.Loop() {
		d.pan(step)
		step = -step
	}
}

// BenchmarkHover moves the pointer from item to item.
func BenchmarkHover(b *testing.B) {
	d := builtin(b)
	uitest.OnCanvas(d, fyne.NewSize(900, d.HeightFor(900)))
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		d.MouseMoved(over(d, d.Timeline.Items[i%len(d.Timeline.Items)].ID()))
		i++
	}
}
