package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/internal/timeline"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Legend explains the signs that a timeline uses.
func Legend(t *timeline.Timeline) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, k := range timeline.Key(t, float64(ui.Dp(1))) {
		sign := paint.NewSwatch(k.Box, k.Marks)
		all = append(all, ui.Row(7, -1, sign, ui.OneLine(keyText(t, k.Look), ui.SizeSmall, ui.ColorMuted)))
	}
	return ui.Flow(18, all...)
}

// keyText says what a look means.
func keyText(t *timeline.Timeline, l timeline.Looks) string {
	return lang.L("timeline.legend."+string(l), map[string]any{"Date": record.Date(t.Written)})
}
