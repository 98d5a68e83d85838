package present

import (
	"time"

	"beltroad/views/ui"
	"fyne.io/fyne/v2"
)

// screen is what the audience sees.
type screen struct {
	ui.Base

	p      *Presentation
	win    fyne.Window
	board  *board
	over   *over
	layers *fyne.Container

	moved  time.Time // when the mouse was, last
	away   bool      // the mouse left the slide
	hidden bool
	mouse  func(hide bool) // hides the mouse, or shows it; nil: it cannot be done
}

var (
	_ fyne.Widget     = (*screen)(nil)
	_ fyne.Accessible = (*screen)(nil)
)

func newScreen(p *Presentation, win fyne.Window) *screen {
	s := &screen{p: p, win: win, board: newBoard(p), over: newOver(p), moved: time.Now()}
	pad := newPad(p, s.board)
	pad.stirred, pad.away = s.stirred, func(away bool) { s.away = away }
	s.layers = ui.Stack(s.board, pad, s.over.layer)
	s.ExtendBaseWidget(s)
	ui.Adopt(s, p.theme)
	return s
}

// Children implements [ui.Parent].
func (s *screen) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.layers} }

// show shows the state.
func (s *screen) show() {
	s.p.plates.fit(formOf(s.Size()), s.win.Canvas().Scale())
	s.board.show()
	s.over.show(s.Size(), true)
	appear(s.board, s.over.content == nil)
}

// formOf is the form of slides on a screen: one that is higher than usual has some air.
func formOf(size fyne.Size) fyne.Size {
	const highest = 3.0 / 4
	return fyne.NewSize(size.Width, min(size.Height, size.Width*highest))
}

// Resize implements [fyne.CanvasObject].
func (s *screen) Resize(size fyne.Size) {
	if s.BaseWidget.Resize(size); size.Width > 1 && size.Height > 1 {
		s.p.refresh()
	}
}

// stillFor is how long the mouse is seen after it was moved.
const stillFor = 3 * time.Second

// rest hides the mouse once it has not been moved for a while.
func (s *screen) rest() {
	if over := s.win.Canvas().Overlays().Top(); over != nil { // a menu is pointed at
		s.stirred()
		return
	}
	if !s.hidden && !s.away && time.Since(s.moved) > stillFor {
		s.hide(true)
	}
}

func (s *screen) hide(hide bool) {
	if s.hidden = hide; s.mouse != nil {
		s.mouse(hide)
	}
}

// stirred notes that the mouse was moved.
func (s *screen) stirred() {
	if s.moved = time.Now(); s.hidden {
		s.hide(false)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (s *screen) AccessibilityLabel() string { return s.p.words.Say("present.slide") }

// AccessibilityRole implements [fyne.Accessible].
func (s *screen) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements [fyne.Widget].
func (s *screen) CreateRenderer() fyne.WidgetRenderer { return &screenRenderer{s} }

type screenRenderer struct{ s *screen }

func (*screenRenderer) Destroy()                       {}
func (*screenRenderer) MinSize() fyne.Size             { return fyne.NewSize(320, 200) }
func (r *screenRenderer) Objects() []fyne.CanvasObject { return r.s.Children() }
func (r *screenRenderer) Layout(size fyne.Size)        { r.s.layers.Resize(size) }
func (r *screenRenderer) Refresh()                     { r.s.layers.Refresh() }
