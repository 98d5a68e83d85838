package slides

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/internal/plot"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	timelineview "beltroad/views/timeline"
	"beltroad/views/ui"
)

// What widgets are made of.
type (
	liveMap   mapdata.State
	liveChart struct {
		figures []data.Figure
		options plot.Options
		signs   bool
	}
	liveTime struct {
		timeline *timeline.Timeline
		window   timeline.Span
		year     int
	}
)

// Live is a slide's visual as a widget that can be hovered and moved, to stand in the
// room of a layout, lettered as large; nil: the slide has none that can. The look is
// that of the slides; size of text aside.
func (m *Maker) Live(s *slide.Slide, l *slide.Layout, look ui.Theme, host record.Host) fyne.CanvasObject {
	if s.Visual == nil || l.Room.W == 0 {
		return nil
	}
	size := fyne.NewSize(float32(l.Room.W), float32(l.Room.H))
	scaled := func(usual float64) *ui.Theme {
		th := look
		th.TextScale = float32(l.Text / usual)
		return &th
	}
	var made fyne.CanvasObject
	switch v := s.Visual.Live.(type) {
	case liveChart:
		_, how := m.fitted(v.figures, v.options, v.signs, slide.Room{Width: l.Room.W, Height: l.Room.H, Text: l.Text, Poor: true, Measure: paint.Measure})
		v.options.Rows, v.options.Dense = how.Rows, how.Dense
		c := chart.New(v.figures, v.options, func(id string) { host.Go(route.To(route.Figure, id)) })
		c.Signs, c.Dossier = v.signs, m.dossier
		ui.Adopt(c, scaled(13))
		for c.HeightFor(size.Width) > size.Height && c.Options.Rows > 1 { // a theme's sizes are rounded
			c.Change(func(c *chart.Chart) { c.Options.Rows-- })
		}
		made = c
	case liveMap:
		e := mapview.NewExplorer(m.places, m.words, host, v.Filter)
		ui.Adopt(e, scaled(13))
		e.Resize(size)
		e.SetState(mapview.Sized(mapdata.State(v), l.Room.W, l.Room.H))
		made = e
	case liveTime:
		d := timelineview.NewDrawing(v.timeline, m.words, func(*timeline.Item) {})
		d.ShowYear(v.year)
		th := scaled(12)
		for ui.Adopt(d, th); d.HeightFor(size.Width) > size.Height && th.TextScale > 1; ui.Adopt(d, th) {
			smaller := *th // it has all lanes, which a slide's drawing leaves unnamed
			smaller.TextScale = max(1, smaller.TextScale*0.85)
			th = &smaller
		}
		d.SetWindow(v.window)
		made = d
	default:
		return nil
	}
	made.Resize(size)
	made.Move(fyne.NewPos(float32(l.Room.X), float32(l.Room.Y)))
	return made
}
