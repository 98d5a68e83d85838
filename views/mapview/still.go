package mapview

import (
	"context"
	"image"
	"slices"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
)

// Still is a map as a drawing of a size, with no text smaller than one: what a
// state shows, all of it, or all that its filter shows.
func Still(f *mapdata.Features, w *record.Words, s mapdata.State, width, height, text float64, m drawing.Measure) *drawing.Sheet {
	unit := text / 17 // signs are read from afar more easily than letters
	c := newChoice(f, s.Filter)
	sized := geo.View{Width: width, Height: height}
	v := sized.Fit(c.bound(), geo.Margins{Top: 1.4 * text, Right: 3 * text, Bottom: 1.4 * text, Left: 2 * text})
	if s = s.Sized(width, height); s.Scale > 0 {
		v = s.View(sized)
	}
	o := order{
		view: v, region: v, still: true, pixels: 1, choice: c, avoid: beside(v, v),
		land: &image.RGBA{}, // it is drawn as an area
		style: style{
			Sizes: geo.Sizes{Apart: 24 * unit, Mark: 19 * unit, Many: 30 * unit, Height: 1.4 * text, Gap: unit, Most: mostMarks},
			unit:  unit, label: text,
		},
	}
	made, _ := o.draw(context.Background(), land())
	set := drawing.Setter{Measure: m}
	made.labels.Place(made.marks, func(site int) float64 {
		return set.Width(c.places[site].Name, drawing.Font{Size: text}) + 2*labelAir
	})
	drawn := sheet{words: w, view: v, land: land().Level(2 * v.Scale), scene: made}
	out := drawn.draw()
	for i := range out.Marks { // the numbers of marks that stand for several places
		if k := &out.Marks[i]; k.Kind == drawing.Text && k.W == 0 {
			k.TextSize = max(k.TextSize, text)
			k.W, k.H = set.Width(k.Text, drawing.Font{Size: k.TextSize, Bold: k.Bold}), text
			k.X, k.Y = k.X-k.W/2, k.Y-k.H/2
		}
	}
	out.Marks = slices.DeleteFunc(out.Marks, func(k drawing.Mark) bool { return k.Kind == drawing.Text && !v.Holds(k.Box) })
	return out
}
