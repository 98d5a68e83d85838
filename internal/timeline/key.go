package timeline

import (
	"beltroad/data"
	"beltroad/internal/drawing"
)

// Looks are the ways in which items are drawn that a key explains.
type Looks string

// The looks, which are the ends of the keys of their translations.
const (
	LookDay    Looks = "day"
	LookVague  Looks = "vague" // a month or a year
	LookPeriod Looks = "period"
	LookOpen   Looks = "open" // an end is not stated
	LookAhead  Looks = "ahead"
	LookAfter  Looks = "after" // the time after the text
	// LookElsewhere is a date that another source gives.
	LookElsewhere Looks = "elsewhere"
)

// samples are items of each look, with the width at which they are shown.
func samples() []sample {
	day := Record{Event: &data.Event{Date: data.Date{Year: 1, Month: 1, Day: 1}}}
	years := Record{Figure: &data.Figure{Period: data.Period{Start: data.Date{Year: 1}, End: data.Date{Year: 2}}}}
	return []sample{
		{LookDay, Item{Record: day}, 10},
		{LookVague, Item{Record: Record{Event: &data.Event{Date: data.Date{Year: 1}}}}, 26},
		{LookPeriod, Item{Record: years}, 26},
		{LookOpen, Item{Record: years, OpenEnd: true}, 34},
		{LookAhead, Item{Record: years, Ahead: true}, 34},
		{LookElsewhere, Item{Record: day, Source: &data.Source{}}, 10},
	}
}

type sample struct {
	look  Looks
	item  Item
	width float64
}

// Uses are the looks of a timeline's items, in the order in which a key has them.
func Uses(t *Timeline) []Looks { return t.sum().looks }

func looksOf(t *Timeline) []Looks {
	var all []Looks
	for _, s := range samples() {
		for i := range t.Items {
			if sameLook(&t.Items[i], &s.item) {
				all = append(all, s.look)
				break
			}
		}
	}
	if written := Of(t.Written); !t.Written.IsZero() && written.To < t.Bounds.To {
		all = append(all, LookAfter)
	}
	return all
}

// Sample shows a look at a scale of text, in no pillar's colour. Its text is left empty.
func Sample(l Looks, scale float64) drawing.KeyEntry {
	for _, at := range samples() {
		if at.look == l {
			box := drawing.Box{W: at.width * scale, H: 18 * scale}
			s := sign{ink: drawing.Pillar(0), tint: drawing.Tint(0), alpha: 1, dot: 10 * scale, box: box}
			s.item(&at.item)
			return drawing.KeyEntry{Box: box, Marks: s.marks}
		}
	}
	box := drawing.Box{W: 26 * scale, H: 18 * scale}
	return drawing.KeyEntry{Box: box, Marks: []drawing.Mark{
		{Kind: drawing.Rect, Box: box, Ink: drawing.InkSubtle, Alpha: 1},
		{Kind: drawing.Line, Box: drawing.Box{H: box.H}, Ink: drawing.InkMuted, Stroke: 1, Dashes: []float64{2, 4}, Alpha: 1},
	}}
}

// sameLook tells whether two items are drawn alike.
func sameLook(a, b *Item) bool {
	switch {
	case a.Source != nil || b.Source != nil:
		return a.Source != nil && b.Source != nil
	case a.Ahead || b.Ahead:
		return a.Ahead == b.Ahead
	case a.IsPeriod() || b.IsPeriod():
		return a.IsPeriod() == b.IsPeriod() && (a.OpenStart || a.OpenEnd) == (b.OpenStart || b.OpenEnd)
	default:
		return a.Date().Day > 0 == (b.Date().Day > 0)
	}
}
