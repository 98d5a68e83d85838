package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Legend explains the signs that a timeline uses.
func Legend(t *timeline.Timeline) fyne.CanvasObject {
	var all []fyne.CanvasObject
	explain := func(words string, it *timeline.Item, width float32) {
		used := false
		for i := range t.Items {
			used = used || sameSign(&t.Items[i], it)
		}
		if used {
			all = append(all, entry(sample(it, width), words))
		}
	}
	years := data.Period{Start: data.Date{Year: 1}, End: data.Date{Year: 2}}
	explain(lang.L("timeline.legend.day"), &timeline.Item{Date: data.Date{Year: 1, Month: 1, Day: 1}}, 10)
	explain(lang.L("timeline.legend.vague"), &timeline.Item{Date: data.Date{Year: 1}}, 26)
	explain(lang.L("timeline.legend.period"), &timeline.Item{Period: years}, 26)
	explain(lang.L("timeline.legend.open"), &timeline.Item{Period: years, OpenEnd: true}, 34)
	explain(lang.L("timeline.legend.ahead"), &timeline.Item{Period: years, Ahead: true}, 34)
	if written := timeline.Of(t.Written); !t.Written.IsZero() && written.To < t.Bounds.To {
		w, h := ui.Dp(26), ui.Dp(18)
		swatch := &fyne.Container{Layout: asPlaced{fyne.NewSize(w, h)}, Objects: []fyne.CanvasObject{rect(canvas.NewRectangle(ui.Colour(ui.ColorSubtle)), 0, 0, w, h)}}
		swatch.Objects = append(swatch.Objects, ui.Dashed(fyne.NewPos(0, 0), fyne.NewPos(0, h), ui.Colour(ui.ColorMuted), 1, 2, 4)...)
		all = append(all, entry(swatch, lang.L("timeline.legend.after", map[string]any{"Date": record.Date(t.Written)})))
	}
	return ui.Flow(18, all...)
}

// sameSign tells whether two items are drawn alike.
func sameSign(a, b *timeline.Item) bool {
	switch {
	case a.Ahead || b.Ahead:
		return a.Ahead == b.Ahead
	case a.IsPeriod() || b.IsPeriod():
		return a.IsPeriod() == b.IsPeriod() && (a.OpenStart || a.OpenEnd) == (b.OpenStart || b.OpenEnd)
	default:
		return a.Date.Day > 0 == (b.Date.Day > 0)
	}
}

func entry(sign fyne.CanvasObject, words string) fyne.CanvasObject {
	return ui.Row(7, -1, sign, ui.OneLine(words, ui.SizeSmall, ui.ColorMuted))
}

// sample is the sign of an item alone, of no pillar's colour.
func sample(it *timeline.Item, width float32) fyne.CanvasObject {
	w, h := ui.Dp(width), ui.Dp(18)
	s := sign{
		ink: ui.Colour(ui.ColorMuted), tint: ui.Colour(ui.MarkColor(0)), dot: ui.Dp(10),
		box: timeline.Box{W: float64(w), H: float64(h)},
	}
	return &fyne.Container{Layout: asPlaced{fyne.NewSize(w, h)}, Objects: s.item(nil, it)}
}

// asPlaced leaves objects where they are.
type asPlaced struct{ size fyne.Size }

func (l asPlaced) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }
func (asPlaced) Layout([]fyne.CanvasObject, fyne.Size)   {}
