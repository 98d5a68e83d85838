package mapview

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Legend explains how lines are drawn, and what is hollow; the signs of places
// stand on the chips that hide them, and the colours of pillars in the sidebar.
func Legend(f *mapdata.Features, w *record.Words) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range f.Statuses {
		rows = append(rows, ui.NewKeyed("dashes", 6, newSample(s.Style), ui.OneLine(w.Status(s.ID), ui.SizeSmall, ui.ColorMuted)))
	}
	if f.Elsewhere() {
		rows = append(rows, ui.NewKeyed("other", 6, Sign(Look{Other: true}), ui.OneLine(w.Say("map.elsewhere"), ui.SizeSmall, ui.ColorMuted)))
	}
	return ui.Flow(14, rows...)
}

// Line is a short piece of a line of a style, for who explains it.
func Line(style data.LineStyle) fyne.CanvasObject { return newSample(style) }

// Several is the sign of places that share a mark.
func Several(count int) fyne.CanvasObject {
	return newSign(fyne.NewSquareSize(manySide), func(in drawing.Box, unit float64) []drawing.Mark {
		return manyMarks(in, count, drawing.InkText, min(in.W, in.H), unit)
	})
}

// newSample is a short piece of a line as the map draws it.
func newSample(style data.LineStyle) fyne.CanvasObject {
	const wide, high = 30, 12
	return newSign(fyne.NewSize(wide, high), func(in drawing.Box, _ float64) []drawing.Mark {
		return []drawing.Mark{{Kind: drawing.Line, Box: drawing.Box{Y: in.H / 2, W: in.W}, Ink: drawing.InkText, Alpha: 1, Stroke: lineWidth, Dashes: Dashes(style)}}
	})
}

// Sign is the sign of a place.
func Sign(l Look) fyne.CanvasObject {
	return newSign(fyne.NewSquareSize(8), func(in drawing.Box, unit float64) []drawing.Mark {
		return l.marks(in, min(in.W, in.H), unit)
	})
}
