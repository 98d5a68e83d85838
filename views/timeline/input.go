package timeline

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/timeline"
	"beltroad/views/route"
	"beltroad/views/ui"
)

const (
	// ZoomStep is how much of the window is left after one step in.
	ZoomStep = 0.6
	panStep  = 0.15 // of the window
	notch    = 25   // what Fyne calls one step of a wheel
)

// at is the mark at a position, -1 for none.
func (d *Drawing) at(p fyne.Position) int {
	if d.frame == nil {
		return -1
	}
	return d.frame.At(float64(p.X), float64(p.Y))
}

// share is where in the window a position lies, 0 to 1.
func (d *Drawing) share(x float32) float64 {
	plot := d.style.Width - d.style.Side
	return max(0, min((float64(x)-d.style.Side)/max(plot, 1), 1))
}

// Tapped implements [fyne.Tappable]: it opens what is there. A second click
// beside everything zooms in. Fyne's own double click would hold every single
// one back.
func (d *Drawing) Tapped(e *fyne.PointEvent) {
	d.cursor.Take(d)
	if m := d.at(e.Position); m >= 0 {
		d.lastTap = time.Time{}
		d.cursor.Current = d.frame.Marks[m].Items[0]
		d.open(d.frame.Marks[m].Items)
		return
	}
	const near = 8
	delay := fyne.CurrentApp().Driver().DoubleTapDelay()
	off := e.Position.Subtract(d.tappedAt)
	if time.Since(d.lastTap) < delay && math.Hypot(float64(off.X), float64(off.Y)) < near && float64(e.Position.X) >= d.style.Side {
		d.lastTap = time.Time{}
		d.zoomAt(ZoomStep, d.share(e.Position.X))
		return
	}
	d.lastTap, d.tappedAt = time.Now(), e.Position
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (d *Drawing) TappedSecondary(e *fyne.PointEvent) {
	leads := route.Route{}
	if m := d.at(e.Position); m >= 0 {
		leads = d.leads(d.frame.Marks[m].Items[0])
	}
	ui.HidePopover(d)
	ui.ShowContext(d, e.AbsolutePosition, leads, d.Actions...)
}

// LeadsTo implements [ui.Leader].
func (d *Drawing) LeadsTo() route.Route { return d.leads(d.cursor.Current) }

// leads is the place of an item.
func (d *Drawing) leads(item int) route.Route {
	if d.Leads == nil || item < 0 || item >= len(d.Timeline.Items) {
		return route.Route{}
	}
	return d.Leads(&d.Timeline.Items[item])
}

// contextByKey shows what can be done with the item that has the keyboard, if a key asks for that.
func (d *Drawing) contextByKey(k fyne.KeyName) bool {
	bottom := float32(0)
	if d.frame != nil {
		if i := d.frame.Of(d.cursor.Current); i >= 0 {
			b := d.frame.Marks[i].Hit
			bottom = float32(b.Y + b.H)
		}
	}
	return ui.ContextByKey(d, k, bottom, d.LeadsTo(), d.Actions...)
}

// open opens an item, or a count of several: it zooms in as far as that shows
// them apart. Those that nothing parts are opened one after the other.
func (d *Drawing) open(items []int) {
	if len(items) > 1 && d.Timeline.Opens(items) {
		const room = 1.4
		s := d.Timeline.Spread(items)
		wide := max(s.Length()*room, timeline.Shortest)
		if wide < d.window.Length()*0.9 {
			middle := s.From + s.Length()/2
			d.SetWindow(timeline.Span{From: middle - wide/2, To: middle + wide/2})
			return
		}
	}
	i := 0
	if len(items) > 1 {
		i = d.nth % len(items)
		d.nth++
	}
	d.cursor.Current = items[i]
	if d.OnOpen != nil {
		d.OnOpen(&d.Timeline.Items[items[i]])
	}
}

// Dragged implements [fyne.Draggable].
func (d *Drawing) Dragged(e *fyne.DragEvent) {
	if plot := d.style.Width - d.style.Side; plot > 0 {
		d.pan(-float64(e.Dragged.DX) / plot)
	}
}

// DragEnd implements [fyne.Draggable].
func (d *Drawing) DragEnd() {}

// Wheel implements [ui.Wheeled]: it zooms about the pointer. Beside the plot, and
// where there is nothing more to zoom out to, the page scrolls.
func (d *Drawing) Wheel(e *fyne.ScrollEvent) bool {
	beside := float64(e.Position.X) < d.style.Side
	done := d.whole() && (e.Scrolled.DY < 0 || ui.ScrolledDown(d))
	switch {
	case e.Scrolled.DX != 0 && e.Scrolled.DY == 0:
		d.pan(-float64(e.Scrolled.DX) / max(d.style.Width-d.style.Side, 1))
	case beside || done:
		return false
	default:
		d.zoomAt(math.Pow(ZoomStep, float64(e.Scrolled.DY)/(2*notch)), d.share(e.Position.X))
	}
	return true
}

// MouseIn implements [desktop.Hoverable].
func (d *Drawing) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (d *Drawing) MouseMoved(e *desktop.MouseEvent) {
	if d.cursor.Hover(d.at(e.Position)) {
		d.nth = 0
		d.point()
	}
}

// MouseOut implements [desktop.Hoverable].
func (d *Drawing) MouseOut() {
	d.cursor.Hovered = -1
	d.point()
}

// Cursor implements [desktop.Cursorable].
func (d *Drawing) Cursor() desktop.Cursor {
	if d.cursor.Hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// picked is the mark that the card tells of, -1 for none.
func (d *Drawing) picked() int {
	switch {
	case d.frame == nil:
		return -1
	case d.cursor.Hovered >= 0 && d.cursor.Hovered < len(d.frame.Marks):
		return d.cursor.Hovered
	case d.cursor.Focused && !d.cursor.Clicked:
		return d.frame.Of(d.cursor.Current)
	default:
		return -1
	}
}

// point marks what is picked, and tells of it.
func (d *Drawing) point() {
	d.Refresh()
	i := d.picked()
	if i < 0 {
		ui.HidePopover(d)
		return
	}
	const air = 3
	m := &d.frame.Marks[i]
	card := d.card(m.Items)
	if d.cursor.Hovered < 0 { // the keyboard goes through those of a count, too
		card = d.card([]int{d.cursor.Current})
	}
	ui.ShowPopover(d, card, float32(m.Hit.X), float32(m.Hit.Y)-air, float32(m.Hit.Y+m.Hit.H)+air, d.Dp(340))
}

// FocusGained implements [fyne.Focusable].
func (d *Drawing) FocusGained() {
	d.cursor.Focused = true
	d.show()
}

// FocusLost implements [fyne.Focusable].
func (d *Drawing) FocusLost() {
	d.cursor.Lose()
	d.point()
}

// TypedRune implements [fyne.Focusable]. Runes, not keys: plus is elsewhere on each keyboard.
func (d *Drawing) TypedRune(r rune) {
	switch r {
	case '+', '=':
		d.Zoom(ZoomStep)
	case '-', '_':
		d.Zoom(1 / ZoomStep)
	case '0':
		d.Fit()
	}
}

// TypedKey implements [fyne.Focusable].
func (d *Drawing) TypedKey(e *fyne.KeyEvent) {
	n := len(d.Timeline.Items)
	switch {
	case n == 0:
		ui.ForwardKey(d, e)
	case e.Name == fyne.KeyLeft:
		d.pan(-panStep)
	case e.Name == fyne.KeyRight:
		d.pan(panStep)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		d.open([]int{d.cursor.Current})
	case d.contextByKey(e.Name):
	case d.cursor.Move(e.Name, n, 0):
		d.show()
	default:
		ui.ForwardKey(d, e)
	}
}

// show brings the item of the keyboard into view, unless the pointer is there.
func (d *Drawing) show() {
	if d.cursor.Hovered >= 0 || d.cursor.Clicked || d.frame == nil || d.cursor.Current >= len(d.Timeline.Items) {
		d.point()
		return
	}
	d.reveal(d.cursor.Current)
	if i := d.frame.Of(d.cursor.Current); i >= 0 {
		b := d.frame.Marks[i].Hit
		ui.RevealPart(d, float32(b.Y), float32(b.Y+b.H))
	}
	d.point()
}

// reveal brings the item at an index into the window of time.
func (d *Drawing) reveal(item int) {
	if d.frame.Of(item) < 0 {
		d.window = d.window.Reveal(d.Timeline.Items[item].Span, d.Timeline.Bounds)
		d.place()
	}
}
