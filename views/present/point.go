package present

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/internal/slide"
	"beltroad/views/mapview"
	"beltroad/views/timeline"
	"beltroad/views/ui"
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

// hand is what the pointer is doing.
type hand struct {
	guessing bool // it sets a guess down
	pressed  bool // on a slide, where nothing else meant the press
	dragged  bool // since then
	at       fyne.Position
	board    *board
}

// shaky is how far a hand moves the mouse that clicks.
const shaky = 6

// down is told of a press on a board: the tool in hand is set down, or the slider.
func (p *Presentation) down(b *board, e *desktop.MouseEvent) {
	if p.ended {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		p.openMenu(b, e.AbsolutePosition)
		return
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	p.hand = hand{at: e.Position, board: b}
	switch v, guess := b.value(e.Position); {
	case p.covered() != "":
		p.hand.pressed = true
	case p.show.Holding() != "":
		p.show.BeginStroke(b.kept(b.slide.share(e.Position)))
		p.windows.point()
	case guess && p.show.Hides():
		if !p.show.Has(show.Guessing) {
			p.show.Do(show.Guess)
		}
		p.show.SetSlider(v)
		p.hand.guessing = true
		p.windows.refresh()
	default:
		p.hand.pressed = b == p.windows.screen.board && !p.show.Has(show.Guessing)
	}
}

// covered is what stands over the slide and is left by a click; empty: nothing does.
func (p *Presentation) covered() show.Command {
	for _, c := range []struct {
		layer show.Layer
		leave show.Command
	}{
		{show.Helping, show.Help},
		{show.Tabled, show.Table},
		{show.Checking, show.Check},
		{show.Dark, show.Black},
		{show.Bright, show.White},
	} {
		if p.show.Has(c.layer) {
			return c.leave
		}
	}
	return ""
}

// click is told of a press that came to an end where it began: it leaves what stands
// over the slide, and else goes on.
func (p *Presentation) click(b *board, at fyne.Position) {
	switch c := p.covered(); {
	case c == show.Check:
		p.clickCheck(b, at)
	case c != "":
		p.do(c)
	case p.show.Has(show.Zoomed):
		p.do(show.Zoom)
	case !p.show.Has(show.Overlook):
		p.do(show.Next)
	}
}

// dragged is told where the pointer is dragged to.
func (p *Presentation) dragged(b *board, e *fyne.DragEvent) {
	if p.ended {
		return
	}
	x, y := b.slide.share(e.Position)
	p.show.Point(x, y)
	moved := e.Position.Subtract(p.hand.at)
	p.hand.dragged = p.hand.dragged || math.Hypot(float64(moved.X), float64(moved.Y)) > shaky
	_, _, zoomed := p.show.ZoomAt()
	by := e.Dragged
	switch v, guess := b.value(e.Position); {
	case p.covered() != "":
	case p.show.Holding() != "":
		p.show.Stroke(b.kept(x, y))
	case guess && p.show.Has(show.Guessing):
		p.show.SetSlider(v)
		p.windows.refresh()
		return
	case b.over(e.Position) == slide.Map:
		p.moveMap(b, func(m *mapview.Explorer) { // which keeps the keyboard here
			m.SetView(m.View().Pan(float64(by.DX), float64(by.DY)))
		})
		return
	case b.over(e.Position) == slide.Timeline:
		p.moveTime(-float64(by.DX)/b.room(), 1, 0)
		return
	case zoomed:
		size := b.Size()
		p.show.Pan(float64(by.DX/size.Width), float64(by.DY/size.Height))
	}
	p.windows.point()
}

// kept is a point of the slide as ink is kept, see [plate.ink].
func (b *board) kept(x, y float64) (float64, float64) {
	if b.slide.plate == nil {
		return x, y
	}
	return b.slide.plate.ink().Back().Point(x, y)
}

// room is how wide the visual of the slide is on a board.
func (b *board) room() float64 {
	_, _, scale := b.slide.frame()
	return max(1, b.slide.plate.lay.Room.W*float64(scale))
}

// up is told that the press ends.
func (p *Presentation) up() {
	if p.ended {
		return
	}
	was := p.hand
	p.hand = hand{}
	p.show.EndStroke()
	switch {
	case was.guessing && p.show.Hides(): // where it is let go
		p.show.AddGuess(p.show.Slider())
		p.windows.refresh()
	case was.pressed && !was.dragged:
		p.click(was.board, was.at)
		return
	}
	p.windows.point()
}

// scrolled is told of the wheel: it zooms a map or a timeline about the pointer.
func (p *Presentation) scrolled(b *board, e *fyne.ScrollEvent) {
	if p.ended || p.covered() != "" {
		return
	}
	switch b.over(e.Position) {
	case slide.Map:
		p.moveMap(b, func(m *mapview.Explorer) {
			turned := *e
			turned.Position = e.Position.Subtract(m.Position())
			m.Scrolled(&turned)
		})
	case slide.Timeline:
		const notch = 25 // what a step of a wheel scrolls
		x, _ := b.inSlide(e.Position)
		room := b.slide.plate.lay.Room
		p.moveTime(0, math.Pow(timeline.ZoomStep, max(-3, min(float64(e.Scrolled.DY)/(2*notch), 3))), (x-room.X)/room.W)
	default:
	}
}

// named is the key of what a command is called in the menu.
func (p *Presentation) named(c show.Command) string {
	switch {
	case c != show.Display:
		return "present.do." + string(c)
	case p.windows.second != nil:
		return "present.menu.swap"
	default:
		return "present.menu.notes"
	}
}

// openMenu shows what can be done, for those who have a mouse alone.
func (p *Presentation) openMenu(b *board, at fyne.Position) {
	var all []ui.Action
	add := func(apart bool, commands ...show.Command) {
		for i, c := range commands {
			name := p.words.Say("present.menu", map[string]any{"What": p.words.Say(p.named(c)), "Key": p.keyText(show.KeyOf(c))})
			l, _ := show.LayerOf(c)
			all = append(all, ui.Action{Name: name, Apart: apart && i == 0, On: l != "" && p.show.Has(l), Do: func() { p.do(c) }})
		}
	}
	add(false, show.Next, show.Back, show.Overview)
	if p.show.Here().Predict != nil {
		add(false, show.Guess, show.Reveal)
	}
	add(true, show.Pointer, show.Draw, show.Mark, show.Erase, show.Undo, show.Wipe)
	add(true, show.Zoom, show.Table, show.Black, show.White)
	add(true, show.Display, show.FullScreen, show.Pause, show.Reset, show.Check, show.Help)
	all = append(all, ui.Action{Name: p.words.Say("present.end"), Apart: true, Do: p.End})
	ui.ShowActionsAt(b, at, all)
}
