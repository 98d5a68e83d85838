package slide

import (
	"image/color"

	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
)

// MarkerAlpha is how much a marker covers.
const MarkerAlpha = 0.38

// InkWidth is the width of a tool, as a share of the slide's height.
func InkWidth(t lesson.Tool) float64 {
	const pen, marker = 1.0 / 150, 1.0 / 20
	if t == lesson.Marker {
		return marker
	}
	return pen
}

// InkColor is the colour of a tool, seen on light slides or dark ones.
func InkColor(t lesson.Tool, dark bool) color.NRGBA {
	switch {
	case t == lesson.Marker && dark:
		return color.NRGBA{R: 0xFF, G: 0xE1, B: 0x4D, A: 0xFF}
	case t == lesson.Marker:
		return color.NRGBA{R: 0xFF, G: 0xC8, B: 0x00, A: 0xFF}
	case dark:
		return color.NRGBA{R: 0xFF, G: 0x6B, B: 0x6B, A: 0xFF}
	default:
		return color.NRGBA{R: 0xD6, G: 0x20, B: 0x3A, A: 0xFF}
	}
}

// Inked is a palette of slides with the inks of tools, as they are seen on its ground.
func Inked(p drawing.Palette) drawing.Palette {
	return func(i drawing.Ink) color.Color {
		const middle = 0x8000
		if i != drawing.InkPen && i != drawing.InkMarker {
			return p(i)
		}
		red, green, blue, _ := p(drawing.InkGround).RGBA()
		tool := lesson.Pen
		if i == drawing.InkMarker {
			tool = lesson.Marker
		}
		return InkColor(tool, (red+green+blue)/3 < middle)
	}
}

// Ink are strokes as marks on a slide that fills a box, in the inks of their tools.
func Ink(strokes []lesson.Stroke, on drawing.Box) []drawing.Mark {
	var all []drawing.Mark
	for _, k := range strokes {
		m := drawing.Mark{Kind: drawing.Path, Ink: drawing.InkPen, Alpha: 1, Stroke: InkWidth(k.Tool) * on.H}
		if k.Tool == lesson.Marker {
			m.Ink, m.Alpha = drawing.InkMarker, MarkerAlpha
		}
		var line []drawing.Point
		for i := 0; i+1 < len(k.Points); i += 2 {
			line = append(line, drawing.Point{X: on.X + k.Points[i]*on.W, Y: on.Y + k.Points[i+1]*on.H})
		}
		if len(line) == 1 {
			m.Kind, m.Shape = drawing.Sign, drawing.Disc
			m.Box = drawing.Box{X: line[0].X - m.Stroke/2, Y: line[0].Y - m.Stroke/2, W: m.Stroke, H: m.Stroke}
		} else {
			m.Parts = [][]drawing.Point{line}
		}
		all = append(all, m)
	}
	return all
}
