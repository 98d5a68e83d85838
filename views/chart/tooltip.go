package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"beltroad/internal/plot"
	"beltroad/views/kit"
)

// tooltip says what the ledger knows of a row.
func tooltip(it *plot.Item) fyne.CanvasObject {
	line := func(key, value string) fyne.CanvasObject {
		return kit.NewText(kit.Run{Text: lang.L(key) + ": ", Size: kit.SizeSmall, Color: kit.ColorMuted}, kit.Run{Text: value, Size: kit.SizeSmall})
	}
	back := canvas.NewRectangle(kit.Colour(kit.ColorCard))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = kit.Colour(kit.ColorAccent), 1, 8
	return kit.Stack(back, kit.Inset(8, 12, 8, 12, kit.Column(1,
		kit.NewText(kit.Run{Text: it.Tip.Wording, Style: kit.Bold}, kit.Run{Text: " " + it.Tip.Comparator, Size: kit.SizeSmall, Color: kit.ColorMuted}),
		line("figure.counts", it.Tip.Counts),
		line("figure.period", it.Tip.Period),
		line("figure.asof", it.Tip.AsOf),
		line("figure.speaker", it.Tip.Speaker),
		line("figure.where", it.Tip.Cite+", "+it.Tip.Claim))))
}
