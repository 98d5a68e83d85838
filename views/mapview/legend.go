package mapview

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/geo"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Statuses are those of the atlas's lines, in the order of the legend.
func (w *World) Statuses() []string {
	var all []string
	for _, s := range []string{"operating", "under-construction", "planned", ""} {
		for _, l := range w.Atlas.Lines {
			if l.Status == s && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// Legend explains how lines are drawn; the signs of places stand on the chips
// that hide them.
func Legend(w *World) fyne.CanvasObject { return ui.Flow(14, samples(w)...) }

// samples are the kinds of lines with their names.
func samples(w *World) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range w.Statuses() {
		rows = append(rows, ui.Row(6, -1, newSample(s), ui.OneLine(record.Status(s), ui.SizeSmall, ui.ColorMuted)))
	}
	return rows
}

// newSample is a short piece of a line as the map draws it.
func newSample(status string) fyne.CanvasObject {
	const wide, high = 30, 12
	box := canvas.NewRectangle(color.Transparent)
	box.SetMinSize(fyne.NewSize(wide, high))
	objs := []fyne.CanvasObject{box}
	for _, s := range sampled(wide, high/2, Dashes(status)) {
		l := canvas.NewLine(ui.Colour(ui.ColorInk))
		l.StrokeWidth = lineWidth
		l.Position1, l.Position2 = fyne.NewPos(float32(s.X1), float32(s.Y1)), fyne.NewPos(float32(s.X2), float32(s.Y2))
		objs = append(objs, l)
	}
	return &fyne.Container{Layout: still{fyne.NewSize(wide, high)}, Objects: objs}
}

// sampled are the strokes of a straight line.
func sampled(wide, y float64, d geo.Dashes) []geo.Stroke {
	v := geo.View{Scale: 1, Width: wide, Height: 2 * y}
	return geo.Strokes(geo.Straight(v), v, d)
}

// still leaves its objects where they are.
type still struct{ size fyne.Size }

func (s still) MinSize([]fyne.CanvasObject) fyne.Size      { return s.size }
func (still) Layout(objs []fyne.CanvasObject, _ fyne.Size) { objs[0].Resize(objs[0].MinSize()) }
