package mapview

import (
	"context"
	"image"
	"io"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"beltroad/internal/export"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/ui"
)

var _ export.Source = (*Map)(nil)

// ExportName implements [export.Source].
func (m *Map) ExportName() string {
	if m.filter.Year != 0 {
		return lang.L("map.title.year", map[string]any{"Year": m.filter.Year})
	}
	return lang.L("map.title")
}

// Formats implements [export.Source].
func (m *Map) Formats() []export.Format {
	picture := func(scale float32) func(io.Writer) error {
		return func(w io.Writer) error { return export.PNG(w, m.Picture(scale)) }
	}
	return []export.Format{
		{Name: "export.png2", End: ".png", Write: picture(2)},
		{Name: "export.png4", End: ".png", Write: picture(4)},
		{Name: "export.svg", End: ".svg", Write: func(w io.Writer) error { return export.MapSVG(w, m.sheet()) }},
	}
}

// inline does work at once: a picture waits for all that is on it.
type inline struct{ scale float32 }

// Pixels implements [Desk].
func (i inline) Pixels() float64 { return float64(i.scale) }

// Background implements [Desk].
func (inline) Background(work func(context.Context) func()) { work(context.Background())() }

// Picture draws what the map shows, with legend and credits below it; scale is
// the pixels for each of ours.
func (m *Map) Picture(scale float32) image.Image {
	whole := New(&World{Atlas: m.world.Atlas, desk: inline{scale}, land: m.world.land}, m.filter)
	whole.kept, whole.framed = m.view, nil
	size := fyne.NewSize(float32(m.view.Width), float32(m.view.Height))
	below := ui.Inset(8, 16, 10, 16, ui.Column(6,
		ui.Strong(m.ExportName(), ui.SizeBody, ui.ColorInk),
		ui.Flow(14, append(m.signs(), samples(m.world)...)...),
		ui.Words(Credits(), ui.SizeSmall, ui.ColorMuted)))
	high := ui.HeightFor(below, size.Width)
	page := &fyne.Container{Layout: stacked{size.Height}, Objects: []fyne.CanvasObject{whole, below}}
	return ui.Draw(ui.Ground(ui.ColorCard, page), fyne.NewSize(size.Width, size.Height+high), scale)
}

// stacked gives the first object a height and the second the rest.
type stacked struct{ first float32 }

func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 100) }

func (l stacked) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	objs[0].Resize(fyne.NewSize(s.Width, l.first))
	objs[1].Move(fyne.NewPos(0, l.first))
	objs[1].Resize(fyne.NewSize(s.Width, s.Height-l.first))
}

// Credits says what the map does not, and whose land and places it shows.
func Credits() string { return lang.L("map.credits") }

// layersShown are the layers that have a place on the map.
func (m *Map) layersShown() []mapdata.Layer {
	var all []mapdata.Layer
	for _, l := range mapdata.Layers() {
		for _, p := range m.places {
			if p.Projects[0].Layer == l {
				all = append(all, l)
				break
			}
		}
	}
	return all
}

// signs explain the shapes of the marks.
func (m *Map) signs() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, l := range m.layersShown() {
		sign := &fyne.Container{Layout: layout.NewGridWrapLayout(fyne.NewSquareSize(ui.Dp(10))), Objects: []fyne.CanvasObject{Sign(Look{Layer: l})}}
		all = append(all, ui.Row(6, -1, sign, ui.OneLine(LayerName(l), ui.SizeSmall, ui.ColorMuted)))
	}
	return all
}

// sheet is the map as a drawing.
func (m *Map) sheet() export.Map {
	o := m.order()
	o.region, o.avoid = m.view, m.avoid(m.view, nil)
	sheet := export.Map{
		Title: m.ExportName(), View: m.view, Land: m.world.land().Level(2 * m.view.Scale), Paint: o.paint,
		Ink: ui.Colour(ui.ColorInk), Ground: ui.Colour(ui.ColorCard), Credits: []string{Credits()},
	}
	for _, l := range m.lines {
		col := ui.Colour(ui.PillarColor(l.Project.Order))
		if l.Project.Layer == mapdata.Corridors {
			sheet.Lines = append(sheet.Lines, export.MapLine{Title: l.Project.Name, Parts: l.Parts, Colour: col, Width: bandWidth, Alpha: bandShare})
		}
		sheet.Lines = append(sheet.Lines, export.MapLine{Title: l.Project.Name, Parts: l.Parts, Colour: col, Width: lineWidth, Alpha: 1, Dashes: Dashes(l.Status)})
	}
	for _, g := range o.place() {
		sheet.Marks = append(sheet.Marks, m.drawn(g))
	}
	for _, l := range m.layersShown() {
		sheet.Legend = append(sheet.Legend, export.MapMark{Title: LayerName(l), Shape: outline(l), Size: diameter(l), Colour: ui.Colour(ui.ColorMuted)})
	}
	for _, status := range m.world.Statuses() {
		sheet.Samples = append(sheet.Samples, export.MapLine{Title: record.Status(status), Colour: ui.Colour(ui.ColorInk), Width: lineWidth, Dashes: Dashes(status)})
	}
	return sheet
}

// drawn is a mark as a drawing has it.
func (m *Map) drawn(g geo.Mark) export.MapMark {
	places := placesOf(g, m.places)
	first := places[0]
	p := first.Projects[0]
	x, y := m.view.Point(g.At)
	k := export.MapMark{
		Title: strings.Join(names(places), ", "), Shape: outline(p.Layer), X: x, Y: y, Size: diameter(p.Layer),
		Colour: ui.Colour(ui.PillarColor(p.Order)), Count: len(g.Sites),
	}
	if k.Count > 1 {
		k.Size = 22
	}
	if at := g.Label.Moved(x, y); g.Side != geo.NoSide && m.view.Holds(at) {
		k.Label, k.Box = first.Name, g.Label
		k.Box.X += labelAir
	}
	return k
}

// outline is the shape of a layer's sign.
func outline(l mapdata.Layer) export.MapShape {
	if l == mapdata.Places {
		return export.MapShape{Corners: 4, Flat: true}
	}
	return export.MapShape{Corners: int(cornersOf(l))} // #nosec G115 -- a small number
}

// diameter is the size of a layer's sign, from corner to corner.
func diameter(l mapdata.Layer) float64 {
	d := 12 * float64(l.Swell())
	if l == mapdata.Places {
		d *= math.Sqrt2
	}
	return d
}
