package slides

import (
	"beltroad/internal/lesson"
	"beltroad/internal/slide"
	"beltroad/views/route"
)

// place is what a slide says of a place; ok is false where the dossier lacks it.
func (m *Maker) place(r route.Route) (s slide.Slide, ok bool) {
	if r.Pane.Kind == route.Figure {
		f, ok := m.dossier.Figure(r.Pane.ID)
		return m.figure(f), ok
	}
	return slide.Slide{}, false
}

func (m *Maker) revealed(*slide.Slide, *lesson.Predict) {}
