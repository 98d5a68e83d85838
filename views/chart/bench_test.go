package chart

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// many makes a chart that has about so many marks.
func many(tb testing.TB, marks int) *Chart {
	tb.Helper()
	const each = 4 // label, badge, bar, wording
	figures := make([]data.Figure, 0, marks/each+1)
	for i := range max(1, (marks-20)/each) {
		figures = append(figures, figure(fmt.Sprint(i), func(f *data.Figure) {
			f.Quantity.Value = float64(1000 + i*37%911)
			f.Quantity.Text = fmt.Sprint(f.Quantity.Value)
		}))
	}
	c := bare(plot.LinearAxis, figures...)
	c.Options.Rows = len(figures) // a chart draws fewer by itself
	return c
}

// BenchmarkChart lays a chart out and draws it, from its figures to the
// picture, at a few numbers of marks; plain is as many plain rectangles in the
// places of the marks, on a picture of the same size; ground is that picture
// with nothing on it.
func BenchmarkChart(b *testing.B) {
	for _, marks := range []int{10, 100, 1000, 10000} {
		c := laidOut(many(b, marks), 900)
		size := c.Size()
		b.Run(fmt.Sprintf("marks=%d", len(c.plot.Marks)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				uitest.OnCanvas(laidOut(many(b, marks), 900), size).Capture()
			}
		})
		b.Run(fmt.Sprintf("ground=%d", len(c.plot.Marks)), func(b *testing.B) {
			for b.Loop() {
				uitest.OnCanvas(&fyne.Container{}, size).Capture()
			}
		})
		b.Run(fmt.Sprintf("plain=%d", len(c.plot.Marks)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				all := &fyne.Container{}
				for i := range c.plot.Marks {
					m := &c.plot.Marks[i]
					r := canvas.NewRectangle((&ui.Theme{}).ColorOf(ui.ColorInk))
					r.Move(fyne.NewPos(float32(m.X), float32(m.Y)))
					r.Resize(fyne.NewSize(float32(max(m.W, 1)), float32(max(m.H, 1))))
					all.Objects = append(all.Objects, r)
				}
				uitest.OnCanvas(all, size).Capture()
			}
		})
	}
}

// BenchmarkHover moves the pointer from row to row.
func BenchmarkHover(b *testing.B) {
	c := laidOut(many(b, 1000), 900)
	uitest.OnCanvas(c, c.Size())
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		c.MouseMoved(over(c, i%len(c.plot.Items)))
		i++
	}
}
