package chart

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// tooltip says what the ledger knows of a row.
func tooltip(w *record.Words, it *plot.Item) fyne.CanvasObject {
	line := func(key, value string) fyne.CanvasObject {
		return ui.NewText(ui.Run{Text: w.Say(key) + ": ", Size: ui.SizeSmall, Color: ui.ColorMuted}, ui.Run{Text: value, Size: ui.SizeSmall})
	}
	parts := []fyne.CanvasObject{
		ui.NewText(ui.Run{Text: it.Tip.Wording, Style: ui.Bold}, ui.Run{Text: " " + it.Tip.Comparator, Size: ui.SizeSmall, Color: ui.ColorMuted}),
		line("figure.counts", it.Tip.Counts),
		line("figure.period", it.Tip.Period),
		line("figure.asof", it.Tip.AsOf),
		line("figure.speaker", it.Tip.Speaker),
		line("figure.where", it.Tip.Cite+", "+it.Tip.Claim),
	}
	for _, says := range it.Tip.Elsewhere {
		parts = append(parts, line("chart.column.elsewhere", says))
	}
	return ui.Tip(1, parts...)
}
