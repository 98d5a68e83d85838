package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/views/ui"
)

// pad takes the pointer over a board: what is drawn there is drawn on the other, too.
type pad struct {
	ui.Base

	p       *Presentation
	board   *board
	stirred func()     // is told when the pointer moves; nil: nothing is
	away    func(bool) // is told whether it has left; nil: nothing is
	at      fyne.Position
}

var (
	_ desktop.Hoverable = (*pad)(nil)
	_ desktop.Mouseable = (*pad)(nil)
	_ fyne.Draggable    = (*pad)(nil)
	_ fyne.Scrollable   = (*pad)(nil)
)

func newPad(p *Presentation, b *board) *pad {
	d := &pad{p: p, board: b}
	d.ExtendBaseWidget(d)
	return d
}

// Decorates tells that there is nothing to say of the widget.
func (*pad) Decorates() {}

// Cursor implements [desktop.Cursorable].
func (d *pad) Cursor() desktop.Cursor {
	switch {
	case d.stirred != nil && d.p.show.Has(show.Spot):
		return desktop.HiddenCursor
	case d.p.show.Holding() != "":
		return desktop.CrosshairCursor
	default:
		return desktop.DefaultCursor
	}
}

// MouseIn implements [desktop.Hoverable].
func (d *pad) MouseIn(e *desktop.MouseEvent) {
	if d.away != nil {
		d.away(false)
	}
	d.MouseMoved(e)
}

// MouseMoved implements [desktop.Hoverable].
func (d *pad) MouseMoved(e *desktop.MouseEvent) {
	if e.Position != d.at { // else the mouse is where it was
		d.at = e.Position
		d.stir()
	}
	d.p.pointed(d.board, e.Position)
}

func (d *pad) stir() {
	if d.stirred != nil {
		d.stirred()
	}
}

// MouseOut implements [desktop.Hoverable].
func (d *pad) MouseOut() {
	if d.away != nil {
		d.stir() // else it stays hidden where there is something to press
		d.away(true)
	}
	d.p.unpointed()
}

// MouseDown implements [desktop.Mouseable].
func (d *pad) MouseDown(e *desktop.MouseEvent) {
	d.stir()
	d.p.down(d.board, e)
}

// MouseUp implements [desktop.Mouseable].
func (d *pad) MouseUp(*desktop.MouseEvent) { d.p.up() }

// Dragged implements [fyne.Draggable].
func (d *pad) Dragged(e *fyne.DragEvent) {
	d.stir()
	d.p.dragged(d.board, e)
}

// Scrolled implements [fyne.Scrollable].
func (d *pad) Scrolled(e *fyne.ScrollEvent) { d.p.scrolled(d.board, e) }

// DragEnd implements [fyne.Draggable].
func (d *pad) DragEnd() { d.p.up() }

// CreateRenderer implements [fyne.Widget].
func (d *pad) CreateRenderer() fyne.WidgetRenderer { return bare{} }

// bare is the renderer of what shows nothing.
type bare struct{}

func (bare) Destroy()                     {}
func (bare) Layout(fyne.Size)             {}
func (bare) MinSize() fyne.Size           { return fyne.Size{} }
func (bare) Objects() []fyne.CanvasObject { return nil }
func (bare) Refresh()                     {}
