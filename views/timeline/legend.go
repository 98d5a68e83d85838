package timeline

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Legend explains the signs that a timeline uses.
func Legend(t *timeline.Timeline, w *record.Words) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, look := range timeline.Uses(t) {
		sign := paint.NewSwatch(func(scale float64) (drawing.Box, []drawing.Mark) {
			k := timeline.Sample(look, scale)
			return k.Box, k.Marks
		})
		all = append(all, ui.NewKeyed(SignOf(look), 7, sign, ui.OneLine(keyText(t, w, look), ui.SizeSmall, ui.ColorMuted)))
	}
	return ui.Flow(18, all...)
}

// SignOf names the sign of a look among those that are explained.
func SignOf(l timeline.Looks) string {
	if l == timeline.LookElsewhere {
		return "other"
	}
	return string(l)
}

// keyText says what a look means.
func keyText(t *timeline.Timeline, w *record.Words, l timeline.Looks) string {
	args := message.Args{}
	if l == timeline.LookAfter {
		args["Date"] = w.Date(t.Written)
	}
	return w.Say("timeline.legend."+string(l), args)
}
