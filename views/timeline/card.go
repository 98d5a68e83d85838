package timeline

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/cite"
	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// when is the time of an item in words, and how precisely the source states it.
func when(w *record.Words, it *timeline.Item) string {
	switch {
	case it.IsPeriod():
		return w.Period(it.Period())
	case it.Date().Month == 0:
		return w.Say("timeline.year", message.Args{"Date": w.Date(it.Date())})
	case it.Date().Day == 0:
		return w.Say("timeline.month", message.Args{"Date": w.Date(it.Date())})
	default:
		return w.Date(it.Date())
	}
}

// what is an item in words.
func what(it *timeline.Item) string {
	if it.Value() != "" {
		return it.Value() + ", " + it.Label()
	}
	return it.Label()
}

// sentence is an item as it is told, with the lane that it stands in.
func sentence(w *record.Words, t *timeline.Timeline, i int) string {
	it := &t.Items[i]
	s := LaneName(w, t.Lanes[it.Lane]) + ", " + when(w, it) + ": " + what(it)
	if it.Claim != "" {
		s += ", " + w.Claim(it.Claim)
	}
	if it.Paragraph() > 0 {
		s += ", " + record.Cite(it.Paragraph())
	}
	if it.Source != nil {
		s += ", " + elsewhere(w, it)
	}
	return s
}

// elsewhere says that another source dates an item.
func elsewhere(w *record.Words, it *timeline.Item) string {
	return w.Say("timeline.elsewhere", message.Args{"Source": cite.Short(*it.Source)})
}

// card tells of the items of a mark.
func (d *Drawing) card(items []int) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if len(items) == 1 {
		parts = d.about(&d.Timeline.Items[items[0]])
	} else {
		parts = d.list(items)
	}
	return ui.Tip(3, parts...)
}

func (d *Drawing) about(it *timeline.Item) []fyne.CanvasObject {
	muted := func(text string) fyne.CanvasObject { return ui.Label(text, ui.SizeSmall, ui.ColorMuted) }
	parts := []fyne.CanvasObject{muted(when(d.words, it))}
	if it.Value() != "" {
		parts = append(parts, record.Quantity(it.Value(), ui.SizeLead, ui.SizeBody), ui.Label(it.Label(), ui.SizeCaption, ui.ColorInk))
	} else {
		parts = append(parts, ui.Strong(it.Label(), ui.SizeBody, ui.ColorInk))
	}
	if it.Told() != "" {
		parts = append(parts, muted(it.Told()))
	}
	if it.Ahead {
		parts = append(parts, muted(d.words.Say("timeline.ahead", message.Args{"Date": d.words.Date(d.Timeline.Written)})))
	}
	var evidence []fyne.CanvasObject
	if it.Claim != "" {
		evidence = append(evidence, record.NewBadge(it.Claim, d.words.Claim(it.Claim)))
	}
	if it.Paragraph() > 0 {
		evidence = append(evidence, ui.Inset(2, 0, 0, 0, ui.OneLine(record.Cite(it.Paragraph()), ui.SizeSmall, ui.ColorMuted)))
	}
	parts = append(parts, ui.Gap(1), ui.Flow(6, evidence...))
	if it.Source != nil { // below, as it may take more than a line
		parts = append(parts, muted(d.words.Sentence(elsewhere(d.words, it))))
	}
	return parts
}

// list names the items of a count, as far as there is room.
func (d *Drawing) list(items []int) []fyne.CanvasObject {
	const most = 6
	parts := []fyne.CanvasObject{ui.Strong(d.words.Count("timeline.here", len(items)), ui.SizeBody, ui.ColorInk)}
	for _, i := range items[:min(most, len(items))] {
		it := &d.Timeline.Items[i]
		parts = append(parts, ui.NewText(
			ui.Run{Text: when(d.words, it) + "  ", Size: ui.SizeSmall, Color: ui.ColorMuted}, ui.Run{Text: what(it), Size: ui.SizeSmall}))
	}
	if more := len(items) - most; more > 0 {
		parts = append(parts, ui.Label(d.words.Say("timeline.more", message.Args{"Count": more}), ui.SizeSmall, ui.ColorMuted))
	}
	return parts
}
