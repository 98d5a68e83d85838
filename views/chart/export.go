package chart

import (
	"image"
	"io"

	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/views/ui"
)

var _ export.Source = (*Chart)(nil)

// ExportName implements [export.Source].
func (c *Chart) ExportName() string { return c.Options.Title }

// Formats implements [export.Source].
func (c *Chart) Formats() []export.Format {
	picture := func(scale float32) func(io.Writer) error {
		return func(w io.Writer) error { return export.PNG(w, Picture(c, scale)) }
	}
	return []export.Format{
		{Name: "export.png1", End: ".png", Write: picture(1)},
		{Name: "export.png2", End: ".png", Write: picture(2)},
		{Name: "export.png4", End: ".png", Write: picture(4)},
		{Name: "export.svg", End: ".svg", Write: func(w io.Writer) error { return drawing.SVG(w, c.whole().Drawing(ExportWidth).Sheet(), palette()) }},
		{Name: "export.csv", End: ".csv", Write: func(w io.Writer) error { return export.CSV(w, c.Sheet()) }},
	}
}

// ExportWidth is how wide an exported chart is, in device-independent pixels.
const ExportWidth = 960

// whole is the chart as it is exported: all of it, and not as it happens to
// stand in the window.
func (c *Chart) whole() *Chart {
	whole := New(c.Figures, c.Options, nil)
	whole.Signs = c.Signs
	return whole
}

// Picture draws a chart on its ground.
func Picture(c *Chart, scale float32) image.Image {
	const air = 24
	whole := c.whole()
	height := whole.HeightFor(ExportWidth - 2*air)
	return ui.Draw(ui.Ground(ui.ColorCard, ui.Inset(air, air, air, air, whole)), fyne.NewSize(ExportWidth, height+2*air), scale)
}
