package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"beltroad/internal/timeline"
	"beltroad/views/kit"
)

// when is the time of an item in words, and how precisely the source states it.
func when(it *timeline.Item) string {
	switch {
	case it.IsPeriod():
		return kit.Period(it.Period)
	case it.Date.Month == 0:
		return lang.L("timeline.year", map[string]any{"Date": kit.Date(it.Date)})
	case it.Date.Day == 0:
		return lang.L("timeline.month", map[string]any{"Date": kit.Date(it.Date)})
	default:
		return kit.Date(it.Date)
	}
}

// what is an item in words.
func what(it *timeline.Item) string {
	if it.Value != "" {
		return it.Value + ", " + it.Label
	}
	return it.Label
}

// sentence is an item as it is told, with the lane that it stands in.
func sentence(t *timeline.Timeline, i int) string {
	it := &t.Items[i]
	s := laneName(t.Lanes[it.Lane]) + ", " + when(it) + ": " + what(it)
	if it.Claim != "" {
		s += ", " + kit.Claim(it.Claim)
	}
	if it.Paragraph > 0 {
		s += ", " + kit.Cite(it.Paragraph)
	}
	return s
}

// card tells of the items of a mark.
func (d *Drawing) card(items []int) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if len(items) == 1 {
		parts = d.about(&d.Timeline.Items[items[0]])
	} else {
		parts = d.list(items)
	}
	back := canvas.NewRectangle(kit.Colour(kit.ColorCard))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = kit.Colour(kit.ColorAccent), 1, 8
	return kit.Stack(back, kit.Inset(8, 12, 8, 12, kit.Column(3, parts...)))
}

func (d *Drawing) about(it *timeline.Item) []fyne.CanvasObject {
	muted := func(text string) fyne.CanvasObject { return kit.Words(text, kit.SizeSmall, kit.ColorMuted) }
	parts := []fyne.CanvasObject{muted(when(it))}
	if it.Value != "" {
		parts = append(parts, kit.Quantity(it.Value, kit.SizeLead, kit.SizeBody), kit.Words(it.Label, kit.SizeCaption, kit.ColorInk))
	} else {
		parts = append(parts, kit.Strong(it.Label, kit.SizeBody, kit.ColorInk))
	}
	if it.Event != "" {
		parts = append(parts, muted(it.Event))
	}
	if it.Ahead {
		parts = append(parts, muted(lang.L("timeline.ahead", map[string]any{"Date": kit.Date(d.Timeline.Written)})))
	}
	var evidence []fyne.CanvasObject
	if it.Claim != "" {
		evidence = append(evidence, kit.NewBadge(it.Claim, kit.Claim(it.Claim)))
	}
	if it.Paragraph > 0 {
		evidence = append(evidence, kit.Inset(2, 0, 0, 0, kit.OneLine(kit.Cite(it.Paragraph), kit.SizeSmall, kit.ColorMuted)))
	}
	return append(parts, kit.Gap(1), kit.Flow(6, evidence...))
}

// list names the items of a count, as far as there is room.
func (d *Drawing) list(items []int) []fyne.CanvasObject {
	const most = 6
	parts := []fyne.CanvasObject{kit.Strong(kit.Count("timeline.here", len(items)), kit.SizeBody, kit.ColorInk)}
	for _, i := range items[:min(most, len(items))] {
		it := &d.Timeline.Items[i]
		parts = append(parts, kit.NewText(
			kit.Run{Text: when(it) + "  ", Size: kit.SizeSmall, Color: kit.ColorMuted}, kit.Run{Text: what(it), Size: kit.SizeSmall}))
	}
	if more := len(items) - most; more > 0 {
		parts = append(parts, kit.Words(lang.L("timeline.more", map[string]any{"Count": more}), kit.SizeSmall, kit.ColorMuted))
	}
	return parts
}
