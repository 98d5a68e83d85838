package mapview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Explorer is a map that can be moved and enlarged, by pointer and keyboard.
type Explorer struct {
	Map

	ring    *canvas.Rectangle
	focused bool
	clicked bool // the keyboard came by a click, which needs no ring to be seen
	dragged bool
}

var (
	_ fyne.Widget         = (*Explorer)(nil)
	_ fyne.Draggable      = (*Explorer)(nil)
	_ fyne.Scrollable     = (*Explorer)(nil)
	_ fyne.DoubleTappable = (*Explorer)(nil)
	_ fyne.Focusable      = (*Explorer)(nil)
)

// NewExplorer makes a map of what a filter shows.
func NewExplorer(f *mapdata.Features, w *record.Words, host Host, c mapdata.Filter) *Explorer {
	e := &Explorer{ring: canvas.NewRectangle(color.Transparent)}
	e.start(f, w, host, c, e)
	e.keys = e.TypedKey
	return e
}

// ZoomBy enlarges the map about its middle.
func (e *Explorer) ZoomBy(factor float64) {
	e.camera.fly(e.camera.view.Zoom(factor, e.camera.view.Width/2, e.camera.view.Height/2))
}

// ZoomStep is what a button, a key and a double click enlarge the map by.
const ZoomStep = 2

// Dragged implements [fyne.Draggable].
func (e *Explorer) Dragged(d *fyne.DragEvent) {
	e.camera.settle()
	if !e.dragged {
		e.take()
	}
	e.dragged = true
	e.camera.show(e.camera.view.Pan(float64(d.Dragged.DX), float64(d.Dragged.DY)))
}

// DragEnd implements [fyne.Draggable].
func (e *Explorer) DragEnd() { e.dragged = false }

// Scrolled implements [fyne.Scrollable]: the wheel zooms about the pointer.
func (e *Explorer) Scrolled(s *fyne.ScrollEvent) {
	const notch = 25 // what a step of a wheel scrolls
	by := float64(s.Scrolled.DY)
	if by == 0 {
		return
	}
	e.point(Target{}) // what it tells of is about to be elsewhere
	e.camera.settle()
	factor := math.Pow(math.Sqrt2, max(-3, min(by/notch, 3)))
	e.camera.show(e.camera.view.Zoom(factor, float64(s.Position.X), float64(s.Position.Y)))
}

// Tapped implements [fyne.Tappable]: the keyboard follows the pointer.
func (e *Explorer) Tapped(p *fyne.PointEvent) {
	e.take()
	e.Map.Tapped(p)
}

// take takes the keyboard, as the pointer has been used here.
func (e *Explorer) take() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		e.clicked = true
		c.Focus(e)
	}
}

// DoubleTapped implements [fyne.DoubleTappable].
func (e *Explorer) DoubleTapped(p *fyne.PointEvent) {
	e.camera.fly(e.camera.view.Zoom(ZoomStep, float64(p.Position.X), float64(p.Position.Y)))
}

// FocusGained implements [fyne.Focusable].
func (e *Explorer) FocusGained() {
	e.focused = true
	e.Refresh()
}

// FocusLost implements [fyne.Focusable].
func (e *Explorer) FocusLost() {
	e.focused, e.clicked = false, false
	e.Refresh()
}

// TypedRune implements [fyne.Focusable].
func (e *Explorer) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (e *Explorer) TypedKey(k *fyne.KeyEvent) {
	if !e.Key(k.Name) && !ui.ContextByKey(e, k.Name, 0, route.Route{}, e.Actions...) {
		ui.ForwardKey(e, k)
	}
}

// Key moves or enlarges the map by a key, and tells whether the key does that. The page
// keys do not: those are what a clicker sends to go on.
func (e *Explorer) Key(name fyne.KeyName) bool {
	const by = 90 // pixels
	switch name {
	case fyne.KeyLeft:
		e.camera.fly(e.camera.view.Pan(by, 0))
	case fyne.KeyRight:
		e.camera.fly(e.camera.view.Pan(-by, 0))
	case fyne.KeyUp:
		e.camera.fly(e.camera.view.Pan(0, by))
	case fyne.KeyDown:
		e.camera.fly(e.camera.view.Pan(0, -by))
	case fyne.KeyPlus, fyne.KeyEqual:
		e.ZoomBy(ZoomStep)
	case fyne.KeyMinus:
		e.ZoomBy(1.0 / ZoomStep)
	case fyne.KeyHome, fyne.Key0:
		e.Fit()
	default:
		return false
	}
	return true
}

// Cursor implements [desktop.Cursorable].
func (e *Explorer) Cursor() desktop.Cursor {
	if e.dragged {
		return desktop.CrosshairCursor
	}
	return e.Map.Cursor()
}

// CreateRenderer implements [fyne.Widget].
func (e *Explorer) CreateRenderer() fyne.WidgetRenderer {
	return &explorerRenderer{renderer: renderer{m: &e.Map, objects: []fyne.CanvasObject{e.ground, e.clip, e.ring}}, e: e}
}

type explorerRenderer struct {
	renderer

	e *Explorer
}

func (r *explorerRenderer) Refresh() {
	r.e.ring.StrokeColor, r.e.ring.StrokeWidth = color.Transparent, 0
	if r.e.focused && !r.e.clicked {
		r.e.ring.StrokeColor, r.e.ring.StrokeWidth = r.e.ColorOf(ui.ColorFocus), 2
	}
	r.e.ring.Refresh()
	r.renderer.Refresh()
}
