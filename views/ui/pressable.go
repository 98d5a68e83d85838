package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/spoken"
	"beltroad/views/route"
)

// Pressable is the part that all pressable widgets share: pointer, keyboard,
// focus and a name for assistive technology. It is embedded, never shown.
type Pressable struct {
	Base

	// Label is what a screen reader says.
	Label string
	// Role is the widget's role; empty means a button.
	Role fyne.AccessibleRole
	// OnTapped is called by a click, Enter and the space bar.
	OnTapped func()
	// OnPicked is called by a click with Ctrl (Cmd on macOS) held; nil: as OnTapped.
	OnPicked func()
	// Leads is the place that it opens, of which its context menu tells; zero: none.
	Leads route.Route
	// OnKey has the first look at a key, and tells whether it has used it; nil: it does not.
	OnKey func(fyne.KeyName) bool
	// Own is what its context menu offers beside that; nil: nothing.
	Own func() []Action
	// Skip makes the Tab key pass the widget by; the pointer still reaches it.
	Skip bool

	hovered, focused bool
	shown            fyne.Widget // the widget that embeds this
}

var (
	_ fyne.Tappable          = (*Pressable)(nil)
	_ fyne.SecondaryTappable = (*Pressable)(nil)
	_ fyne.Focusable         = (*Pressable)(nil)
	_ fyne.Accessible        = (*Pressable)(nil)
	_ fyne.Disableable       = (*Pressable)(nil)
	_ desktop.Hoverable      = (*Pressable)(nil)
	_ desktop.Cursorable     = (*Pressable)(nil)
)

// ExtendBaseWidget tells the press which widget it is part of.
func (p *Pressable) ExtendBaseWidget(w fyne.Widget) {
	p.shown = w
	p.BaseWidget.ExtendBaseWidget(w)
}

// Tapped implements [fyne.Tappable].
func (p *Pressable) Tapped(*fyne.PointEvent) {
	HideTip()
	if f, ok := p.shown.(fyne.Focusable); ok {
		Pressed(f)
	}
	switch {
	case p.OnPicked != nil && Picking():
		p.OnPicked()
	case p.OnTapped != nil:
		p.OnTapped()
	}
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (p *Pressable) TappedSecondary(e *fyne.PointEvent) {
	if a := areaAround(p.shown); a != nil && p.Own == nil {
		a.context(p.shown, e, p.Leads)
		return
	}
	ShowContext(p.shown, e.AbsolutePosition, p.Leads, p.own()...)
}

func (p *Pressable) own() []Action {
	if p.Own == nil {
		return nil
	}
	return p.Own()
}

// LeadsTo implements [Leader].
func (p *Pressable) LeadsTo() route.Route { return p.Leads }

// Picking tells whether the key for picking several is held.
func Picking() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0
}

// Disabled tells Fyne's focus to pass the widget by.
func (p *Pressable) Disabled() bool { return p.Skip }

// Enable implements [fyne.Disableable].
func (p *Pressable) Enable() { p.Skip = false }

// Disable implements [fyne.Disableable].
func (p *Pressable) Disable() { p.Skip = true }

// Hovered tells whether the pointer is over the widget.
func (p *Pressable) Hovered() bool { return p.hovered }

// Focused tells whether the widget has the keyboard.
func (p *Pressable) Focused() bool { return p.focused }

// FocusGained implements [fyne.Focusable].
func (p *Pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	if !p.hovered { // by keyboard: a click needs no scrolling
		Reveal(p.shown)
		tipFor(p.shown)
	}
}

// FocusLost implements [fyne.Focusable].
func (p *Pressable) FocusLost() {
	p.focused = false
	HideTip()
	p.Refresh()
}

// TypedRune implements [fyne.Focusable].
func (p *Pressable) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (p *Pressable) TypedKey(e *fyne.KeyEvent) {
	switch {
	case p.OnKey != nil && p.OnKey(e.Name):
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		p.Tapped(nil)
	default:
		if !selectFrom(p.shown, e) && !ContextByKey(p.shown, e.Name, p.Size().Height, p.Leads, p.own()...) {
			ForwardKey(p.shown, e)
		}
	}
}

// MouseIn implements [desktop.Hoverable].
func (p *Pressable) MouseIn(e *desktop.MouseEvent) {
	p.hovered = true
	TipAt(p.shown, e)
	p.Refresh()
}

// MouseMoved implements [desktop.Hoverable].
func (p *Pressable) MouseMoved(e *desktop.MouseEvent) { TipAt(p.shown, e) }

// MouseOut implements [desktop.Hoverable].
func (p *Pressable) MouseOut() {
	p.hovered = false
	HideTip()
	p.Refresh()
}

// Cursor implements [desktop.Cursorable].
func (p *Pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements [fyne.Accessible].
func (p *Pressable) AccessibilityLabel() string { return p.Label }

// AccessibilityRole implements [fyne.Accessible].
func (p *Pressable) AccessibilityRole() fyne.AccessibleRole {
	if p.Role == "" {
		return fyne.AccessibleRoleButton
	}
	return p.Role
}

// Selectable is a pressable widget that can be marked as the way to what stands open.
type Selectable struct {
	Pressable

	Selected bool
}

// SetSelected marks the widget, or takes the mark away.
func (s *Selectable) SetSelected(on bool) {
	if s.Selected != on {
		s.Selected = on
		s.Refresh()
	}
}

// Told implements [Teller].
func (s *Selectable) Told(n *spoken.Node) {
	if s.Selected {
		n.State |= spoken.Selected
	}
}

// focusWidth is the thickness of the ring around what has the focus.
const focusWidth = 2

// edge is the outline of a pressable: a ring when focused, else the given colour.
func (p *Pressable) edge(r *canvas.Rectangle, plain color.Color) {
	r.StrokeColor, r.StrokeWidth = plain, 1
	if plain == transparent {
		r.StrokeWidth = 0 // Fyne blends towards black where a colour is not there
	}
	if p.focused {
		r.StrokeColor, r.StrokeWidth = p.ColorOf(ColorFocus), focusWidth
	}
}

var transparent = color.Transparent

// ForwardKey gives a key that the focused object has no use for to the window.
func ForwardKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}
