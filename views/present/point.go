package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/views/mapview"
)

// pointed is told where the pointer is on a board.
func (p *Presentation) pointed(b *board, at fyne.Position) {
	p.show.Point(b.slide.share(at))
	changed := false
	x, y := b.inSlide(at)
	if p.show.Holding() != "" {
		x, y = -1, -1 // a name would cover what is drawn
	}
	for _, each := range p.windows.boards() {
		changed = each.live.point(each.slide.plate, x, y) || changed
	}
	if changed || p.show.Has(show.Spot) {
		p.windows.point()
	}
}

// unpointed is told that the pointer left.
func (p *Presentation) unpointed() {
	p.show.PointNowhere()
	changed := false
	for _, each := range p.windows.boards() {
		changed = each.live.point(each.slide.plate, -1, -1) || changed
	}
	if changed || p.show.Has(show.Spot) {
		p.windows.point()
	}
}

// down is told of a press on a board: the tool in hand is set down, or the slider.
func (p *Presentation) down(b *board, e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || p.ended {
		return
	}
	switch v, guess := b.value(e.Position); {
	case p.show.Holding() != "":
		p.show.BeginStroke(b.slide.share(e.Position))
		p.windows.point()
	case guess && p.show.Hides():
		if !p.show.Has(show.Guessing) {
			p.show.Do(show.Guess)
		}
		p.show.SetSlider(v)
		p.guessed = true
		p.windows.refresh()
	}
}

// dragged is told where the pointer is dragged to.
func (p *Presentation) dragged(b *board, e *fyne.DragEvent) {
	if p.ended {
		return
	}
	x, y := b.slide.share(e.Position)
	p.show.Point(x, y)
	_, _, zoomed := p.show.ZoomAt()
	switch v, guess := b.value(e.Position); {
	case p.show.Holding() != "":
		p.show.Stroke(x, y)
	case guess && p.show.Has(show.Guessing):
		p.show.SetSlider(v)
		p.windows.refresh()
		return
	case b.mapped(e.Position):
		p.moveMap(b, e.Position, func(m *mapview.Explorer, _ fyne.Position) { // which keeps the keyboard here
			m.SetView(m.View().Pan(float64(e.Dragged.DX), float64(e.Dragged.DY)))
		})
		return
	case zoomed:
		size := b.Size()
		p.show.Pan(float64(e.Dragged.DX/size.Width), float64(e.Dragged.DY/size.Height))
	}
	p.windows.point()
}

// up is told that the press ends.
func (p *Presentation) up() {
	if p.ended {
		return
	}
	p.show.EndStroke()
	if p.guessed && p.show.Hides() { // where it is let go
		p.show.AddGuess(p.show.Slider())
		p.windows.refresh()
	}
	p.guessed = false
	p.windows.point()
}

// scrolled is told of the wheel: it zooms a map about the pointer.
func (p *Presentation) scrolled(b *board, e *fyne.ScrollEvent) {
	if p.ended || !b.mapped(e.Position) {
		return
	}
	p.moveMap(b, e.Position, func(m *mapview.Explorer, at fyne.Position) {
		turned := *e
		turned.Position = at
		m.Scrolled(&turned)
	})
}
