package slides

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// What moves.
type (
	liveMap  mapdata.State
	liveTime struct {
		timeline *timeline.Timeline
		window   timeline.Span
		picked   picked
	}
)

// Live is a slide's map as a widget that can be moved, to stand in the room of a
// layout, lettered as large; nil: the slide has none. The look is that of the
// slides; size of text aside.
func (m *Maker) Live(s *slide.Slide, l *slide.Layout, look ui.Theme, host record.Host) *mapview.Explorer {
	if s.Visual == nil || l.Room.W == 0 {
		return nil
	}
	v, ok := s.Visual.Live.(liveMap)
	if !ok {
		return nil
	}
	const usual = 13 // size of a map's text
	look.TextScale = float32(l.Text / usual)
	e := mapview.NewExplorer(m.places, m.words, host, v.Filter)
	ui.Adopt(e, &look)
	e.Resize(fyne.NewSize(float32(l.Room.W), float32(l.Room.H)))
	e.SetState(mapdata.State(v).Sized(l.Room.W, l.Room.H))
	e.Move(fyne.NewPos(float32(l.Room.X), float32(l.Room.Y)))
	return e
}

// Moved is a slide with its timeline in another stretch of time: panned by a share
// of it, then made so many times as long about a point, from 0 to 1. What is said
// beside it stays. ok is false where the slide has no timeline.
func (m *Maker) Moved(s slide.Slide, pan, factor, about float64) (moved slide.Slide, ok bool) {
	if s.Visual == nil {
		return s, false
	}
	v, ok := s.Visual.Live.(liveTime)
	if !ok {
		return s, false
	}
	w := v.window.Pan(pan, v.timeline.Bounds).Zoom(factor, about, timeline.Shortest, v.timeline.Bounds)
	s.Visual = m.band(v.timeline, w, v.picked, s.Visual.Alt)
	return s, true
}
