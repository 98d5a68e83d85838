package mapview

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/paulmach/orb"

	"beltroad/internal/geo"
	"beltroad/views/ui"
)

// fly goes to another view, on a short way that the eye can follow where the
// user has not turned animation off.
func (m *Map) fly(to geo.View) {
	m.settle()
	if to == m.view {
		return
	}
	if !fyne.CurrentApp().Settings().ShowAnimations() || m.scene.land == nil {
		m.see(to)
		m.compose()
		return
	}
	from := m.view
	m.goal = to
	m.flight = fyne.NewAnimation(240*time.Millisecond, func(at float32) {
		if m.flight == nil {
			return // it was cut short
		}
		m.see(from.Between(to, float64(at)))
		if at >= 1 {
			m.flight = nil
			m.compose()
		}
	})
	m.flight.Curve = fyne.AnimationEaseInOut
	m.flight.Start()
}

// Arrive ends a flight at its goal, at once.
func (m *Map) Arrive() {
	if m.flight != nil {
		m.settle()
		m.see(m.goal)
		m.compose()
	}
}

// settle ends a flight where it is.
func (m *Map) settle() {
	if m.flight != nil {
		m.flight.Stop()
		m.flight = nil
	}
}

// Reveal moves the map so that a point can be seen, if it cannot.
func (m *Map) Reveal(p orb.Point) {
	air := float64(ui.Dp(24))
	free := m.Margins
	free.Top, free.Right, free.Bottom, free.Left = max(free.Top, air), max(free.Right, air), max(free.Bottom, air), max(free.Left, air)
	if m.view.Width > 0 {
		if to := m.view.Reveal(p, free); to.Centre != m.view.Centre {
			m.fly(to)
		}
	}
}

// Selected are the points of the marks of what stands open.
func (m *Map) Selected() []orb.Point {
	var all []orb.Point
	for _, k := range m.drawing.marks {
		if k.selected() {
			all = append(all, k.at.At)
		}
	}
	return all
}
