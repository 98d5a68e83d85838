package present

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/slide"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

// live is what of a slide's chart, map or timeline answers to the pointer. It is
// gone when the slide is left: that is as planned when it comes again.
type live struct {
	of   *plate
	at   string            // what the pointer is over, by [drawing.Mark.Of]; empty: nothing
	ring *canvas.Rectangle // around it

	explorer *mapview.Explorer // a map that can be moved, over the drawn one; nil: nobody has asked for it
	there    drawing.Box       // where on it is what the pointer is over, whose name is at
}

// point shows the name of what a point of the slide, in its own pixels, is over,
// and tells whether that is something else than before.
func (l *live) point(p *plate, x, y float64) bool {
	before := l.at
	if l.explorer != nil {
		room := l.of.lay.Room
		by := float64(l.explorer.Size().Width) / room.W
		if l.at, l.there = "", (drawing.Box{}); room.Contains(x, y) {
			l.at, l.there = l.explorer.NameAt(fyne.NewPos(float32((x-room.X)*by), float32((y-room.Y)*by)))
		}
		return l.at != before
	}
	l.of, l.at = p, ""
	if p != nil && p.lay.Room.Contains(x, y) {
		l.at = markAt(&p.lay, x, y)
	}
	return l.at != before
}

// markAt is what stands at a point of a visual, the topmost mark that has a name.
func markAt(lay *slide.Layout, x, y float64) string {
	const near = 4
	for i := lay.To - 1; i >= lay.From; i-- {
		m := &lay.Marks[i]
		if m.Of == "" || lay.Names[m.Of] == "" {
			continue
		}
		box := m.Box
		if m.Kind == drawing.Path || m.Kind == drawing.Area {
			if m.Kind == drawing.Path && !onPath(m.Parts, x, y, m.Stroke/2+near) {
				continue
			}
			box = bounds(*m)
		}
		box = drawing.Box{X: min(box.X, box.X+box.W) - near, Y: min(box.Y, box.Y+box.H) - near, W: math.Abs(box.W) + 2*near, H: math.Abs(box.H) + 2*near}
		if box.Contains(x, y) {
			return m.Of
		}
	}
	return ""
}

// onPath tells whether a point is near a line.
func onPath(parts [][]drawing.Point, x, y, near float64) bool {
	for _, line := range parts {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			dx, dy := b.X-a.X, b.Y-a.Y
			t := 0.0
			if d := dx*dx + dy*dy; d > 0 {
				t = max(0, min(((x-a.X)*dx+(y-a.Y)*dy)/d, 1))
			}
			if math.Hypot(x-a.X-t*dx, y-a.Y-t*dy) <= near {
				return true
			}
		}
	}
	return false
}

// boxOf is where the marks are that stand for something.
func boxOf(lay *slide.Layout, of string) drawing.Box {
	var all drawing.Box
	first := true
	for i := lay.From; i < lay.To; i++ {
		m := lay.Marks[i]
		if m.Of != of || m.Kind == drawing.Text {
			continue
		}
		box := m.Box
		if m.Kind == drawing.Path || m.Kind == drawing.Area {
			box = bounds(m)
		}
		if first {
			all, first = box, false
		}
		all = all.And(box)
	}
	return all
}

// rowOf is a box with the texts that stand for the same.
func rowOf(lay *slide.Layout, of string, box drawing.Box) drawing.Box {
	for i := lay.From; i < lay.To; i++ {
		if m := &lay.Marks[i]; m.Of == of && m.Kind == drawing.Text {
			box = box.And(m.Box)
		}
	}
	return box
}

// objects are the ring and the name of what the pointer is over, for a frame of the slide.
func (l *live) objects(b *board, at fyne.Position, scale float32) []fyne.CanvasObject {
	if l.at == "" || l.of == nil || b.slide.plate != l.of {
		return nil
	}
	lay := &l.of.lay
	said := lay.Names[l.at]
	var box drawing.Box
	if l.explorer == nil {
		box = rowOf(lay, l.at, boxOf(lay, l.at)) // what it is called is seen beside what is said of it
	} else {
		by := float64(scale)
		said, box = l.at, drawing.Box{X: lay.Room.X + l.there.X/by, Y: lay.Room.Y + l.there.Y/by, W: l.there.W / by, H: l.there.H / by}
	}
	const air = 3
	if l.ring == nil {
		l.ring = canvas.NewRectangle(nil)
	}
	l.ring.FillColor, l.ring.StrokeColor, l.ring.StrokeWidth, l.ring.CornerRadius = ui.Faint(b.ColorOf(ui.ColorInk), 0), b.ColorOf(ui.ColorInk), 2, 4
	l.ring.Move(at.AddXY(float32(box.X-air)*scale, float32(box.Y-air)*scale))
	l.ring.Resize(fyne.NewSize(float32(box.W+2*air)*scale, float32(box.H+2*air)*scale))

	name := ui.Label(said, ui.SizeBody, ui.ColorInk)
	back := ui.NewBox(ui.ColorCard)
	back.Edge, back.Width, back.Radius = ui.ColorLine, 1, 8
	tip := ui.Dress(ui.Stack(back, ui.ScaledInset(4, 8, 4, 8, name)), func(t *ui.Theme) { t.TextScale = float32(lay.Text) * scale / 14 })
	ui.Adopt(tip, b.p.theme)
	room := fyne.NewSize(float32(lay.Room.W)*scale, float32(lay.Room.H)*scale)
	width := min(room.Width, name.NaturalWidth()+float32(lay.Text)*scale*1.3)
	height := name.HeightFor(width-float32(lay.Text)*scale*1.2) + float32(lay.Text)*scale*0.7
	x := min(float32(box.X)*scale, float32(lay.Room.X)*scale+room.Width-width)
	y := float32(box.Y)*scale - height - 6
	if y < 0 {
		y = float32(box.Y+box.H)*scale + 6
	}
	ui.Place(tip, at.X+max(0, x), at.Y+y, width, height)
	return []fyne.CanvasObject{l.ring, tip}
}

// open puts a map that can be moved over the drawn one.
func (l *live) open(b *board, of *plate) {
	_, _, scale := b.slide.frame()
	here := of.lay // as large as on this board
	by := float64(scale)
	here.Room, here.Text = drawing.Box{X: here.Room.X * by, Y: here.Room.Y * by, W: here.Room.W * by, H: here.Room.H * by}, here.Text*by
	if e := b.p.maker.Live(&of.says, &here, *b.p.theme, mapHost{p: b.p}); e != nil {
		l.of, l.at, l.explorer = of, "", e
	}
}

// close takes it away, once another slide is shown.
func (l *live) close() { *l = live{} }

// over is what can be moved at a point of a board: a map or a timeline; empty: nothing.
func (b *board) over(p fyne.Position) slide.VisualKind {
	plate := b.slide.plate
	if plate == nil || plate.says.Visual == nil || b.p.show.Holding() != "" {
		return ""
	}
	if _, _, zoomed := b.p.show.ZoomAt(); zoomed || !plate.lay.Room.Contains(b.inSlide(p)) {
		return ""
	}
	if k := plate.says.Visual.Kind; k == slide.Map || k == slide.Timeline {
		return k
	}
	return ""
}

// inSlide is a point of a board in the slide's own pixels.
func (b *board) inSlide(p fyne.Position) (x, y float64) {
	at, _, scale := b.slide.frame()
	return float64((p.X - at.X) / scale), float64((p.Y - at.Y) / scale)
}

// moveMap moves the map of a slide on all boards as it is moved on one.
func (p *Presentation) moveMap(b *board, move func(*mapview.Explorer)) {
	if b.live.explorer == nil {
		for _, each := range p.windows.boards() {
			each.live.open(each, each.slide.plate)
			each.show()
		}
	}
	if b.live.explorer == nil {
		return
	}
	move(b.live.explorer)
	for _, each := range p.windows.boards() {
		if each.live.at != "" { // it is elsewhere now
			each.live.at = ""
			each.drawAbove()
		}
		if each != b && each.live.explorer != nil {
			s := b.live.explorer.State()
			s.Scale *= float64(each.live.explorer.Size().Width / max(1, b.live.explorer.Size().Width))
			each.live.explorer.SetState(s)
		}
	}
}

// moved is a slide whose timeline was moved, in the place of the one as planned.
type moved struct{ from, to *plate }

// plate is the slide that is shown, as it is by now.
func (p *Presentation) plate() *plate {
	planned := p.plates.of(p.show.At())
	if p.moved.from == planned {
		return p.moved.to
	}
	return planned
}

// moveTime moves the timeline of a slide in all windows, see [slides.Maker.Moved].
func (p *Presentation) moveTime(pan, factor, about float64) {
	now := p.plate()
	says, ok := p.maker.Moved(now.says, pan, factor, about)
	if !ok {
		return
	}
	made := &plate{says: says, hides: now.hides, ready: true}
	made.lay = p.lay(&made.says, p.plates.form.size)
	made.parts = parted(made.lay.Marks)
	p.moved = moved{p.plates.of(p.show.At()), made}
	p.windows.refresh()
}

// nearer has a map show less in more detail, or more, or a timeline less time; ok
// is false where the slide has none.
func (p *Presentation) nearer(closer bool) (ok bool) {
	b := p.windows.screen.board
	_, _, zoomed := p.show.ZoomAt()
	plate := p.plate()
	if plate.says.Visual == nil || plate.lay.Room.W == 0 || zoomed {
		return false
	}
	switch plate.says.Visual.Kind {
	case slide.Map:
		by := float64(mapview.ZoomStep)
		if !closer {
			by = 1 / by
		}
		p.moveMap(b, func(m *mapview.Explorer) { v := m.View(); m.SetView(v.Zoom(by, v.Width/2, v.Height/2)) })
	case slide.Timeline:
		by := timeline.ZoomStep
		if !closer {
			by = 1 / by
		}
		p.moveTime(0, by, 0.5)
	default:
		return false
	}
	return true
}

// mapHost is what is around a map that is presented.
type mapHost struct {
	record.Host // nobody is asked for anything else

	p *Presentation
}

// Go implements [route.Nav]: a slide leads nowhere.
func (mapHost) Go(route.Route) {}

// Background implements [mapview.Host].
func (h mapHost) Background(work func(context.Context) func()) {
	h.p.beside(func() func() { return work(context.Background()) })
}

// Pixels implements [mapview.Host].
func (mapHost) Pixels() float64 { return 0 }
