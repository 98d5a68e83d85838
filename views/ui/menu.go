package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Menu is a list of choices over the window, beside what opened it. It makes no
// more of them than can be seen. The arrows and the first letters go through it,
// Enter chooses, Escape and a click beside it close it.
type Menu struct {
	Base

	names  []string
	chosen int
	choose func(int)
	over   fyne.Canvas
	opener fyne.CanvasObject
	list   *List
	scroll *Scroller
	panel  *fyne.Container
	cursor Cursor
}

var (
	_ fyne.Widget     = (*Menu)(nil)
	_ fyne.Accessible = (*Menu)(nil)
	_ fyne.Focusable  = (*Menu)(nil)
	_ fyne.Tappable   = (*Menu)(nil)
)

// ShowMenu shows choices below what opens them, in its theme, or above where
// there is no room. Chosen is the present one, -1 for none.
func ShowMenu(opener fyne.Widget, names []string, chosen int, choose func(int)) {
	over := fyne.CurrentApp().Driver().CanvasForObject(opener)
	if over == nil {
		return
	}
	m := &Menu{names: names, chosen: chosen, choose: choose, over: over, opener: opener, cursor: NewCursor()}
	m.cursor.Current = -1
	m.list = NewList(0, len(names), m.item)
	m.scroll = NewScroller(m.list)
	ground := NewBox(ColorCard)
	ground.Edge, ground.Width, ground.Radius = ColorLine, 1, 8
	m.panel = Stack(ground, Inset(4, 4, 4, 4, m.scroll))
	m.ExtendBaseWidget(m)
	if t, ok := opener.(adopter); ok {
		Adopt(m, t.Given())
	}
	over.Overlays().Add(m)
	over.Focus(m)
	m.scroll.RevealRow(m.list, max(chosen, 0))
}

// Adopted hands the theme on.
func (m *Menu) Adopted() { Adopt(m.panel, m.given) }

// AccessibilityLabel implements [fyne.Accessible].
func (m *Menu) AccessibilityLabel() string { return m.names[max(0, m.cursor.Current)] }

// AccessibilityRole implements [fyne.Accessible].
func (m *Menu) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// item is a line of the menu.
func (m *Menu) item(i int) fyne.CanvasObject {
	name := Run{Text: m.names[i]}
	name.Style.Bold = i == m.chosen
	o := &menuItem{text: NewText(name), current: i == m.cursor.Current}
	o.Label, o.Skip, o.OnTapped = m.names[i], true, func() { m.pick(i) }
	o.ExtendBaseWidget(o)
	return o
}

// pick closes the menu with a choice; -1 is none.
func (m *Menu) pick(i int) {
	m.over.Overlays().Remove(m)
	if f, ok := m.opener.(fyne.Focusable); ok {
		m.over.Focus(f)
	}
	if i >= 0 {
		m.choose(i)
	}
}

// Tapped implements [fyne.Tappable]: beside the choices.
func (m *Menu) Tapped(*fyne.PointEvent) { m.pick(-1) }

// FocusGained implements [fyne.Focusable].
func (m *Menu) FocusGained() {}

// FocusLost implements [fyne.Focusable].
func (m *Menu) FocusLost() {}

// TypedRune implements [fyne.Focusable]: it goes to the next choice that begins so.
func (m *Menu) TypedRune(r rune) {
	for n := range m.names {
		at := (max(m.cursor.Current, 0) + n + 1) % len(m.names)
		if strings.HasPrefix(strings.ToLower(m.names[at]), string(unicode.ToLower(r))) && r != ' ' {
			m.cursor.Current = at
			m.mark()
			return
		}
	}
}

// TypedKey implements [fyne.Focusable].
func (m *Menu) TypedKey(e *fyne.KeyEvent) {
	const page = 8
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.pick(m.cursor.Current)
	case fyne.KeyEscape:
		m.pick(-1)
	default:
		if m.cursor.Move(e.Name, len(m.names), page) {
			m.mark()
		}
	}
}

// mark shows where the keyboard is.
func (m *Menu) mark() {
	m.scroll.RevealRow(m.list, m.cursor.Current)
	m.list.Each(func(i int, o fyne.CanvasObject) {
		if item, ok := o.(*menuItem); ok {
			item.current = i == m.cursor.Current
			item.Refresh()
		}
	})
}

// CreateRenderer implements [fyne.Widget].
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return menuRenderer{m} }

type menuRenderer struct{ m *Menu }

func (menuRenderer) Destroy()                       {}
func (r menuRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.m.panel} }
func (menuRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r menuRenderer) Refresh()                     { r.m.panel.Refresh() }

// Layout puts the choices below what opened them, where there is more room above it there.
func (r menuRenderer) Layout(s fyne.Size) {
	const air = 4
	m := r.m
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(m.opener).Subtract(d.AbsolutePositionForObject(m))
	width := min(max(m.opener.Size().Width, m.Dp(160)), s.Width-2*air)
	x := max(air, min(at.X, s.Width-air-width))
	need := HeightFor(m.list, width-8) + 8
	below := s.Height - air - (at.Y + m.opener.Size().Height)
	y := at.Y + m.opener.Size().Height
	if above := at.Y - air; need > below && above > below {
		below = above
		y = at.Y - min(need, above)
	}
	Place(m.panel, x, y, width, max(0, min(need, below)))
}

// menuItem is a line of a menu.
type menuItem struct {
	Pressable

	text    *Text
	current bool // the keyboard is there
}

var (
	_ fyne.Widget       = (*menuItem)(nil)
	_ HeightForWidth    = (*menuItem)(nil)
	_ desktop.Hoverable = (*menuItem)(nil)
)

const (
	itemAir  = 6
	itemSide = 8
)

// Children is the name.
func (m *menuItem) Children() []fyne.CanvasObject { return []fyne.CanvasObject{m.text} }

// HeightFor implements [HeightForWidth].
func (m *menuItem) HeightFor(width float32) float32 {
	return m.text.HeightFor(width-2*itemSide) + 2*itemAir
}

// CreateRenderer implements [fyne.Widget].
func (m *menuItem) CreateRenderer() fyne.WidgetRenderer {
	r := &itemRenderer{m: m, back: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = 6
	r.Refresh()
	return r
}

type itemRenderer struct {
	m    *menuItem
	back *canvas.Rectangle
}

func (r *itemRenderer) Destroy()                     {}
func (r *itemRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.m.text} }

func (r *itemRenderer) MinSize() fyne.Size {
	return r.m.text.MinSize().AddWidthHeight(2*itemSide, 2*itemAir)
}

func (r *itemRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.m.text, itemSide, itemAir, s.Width-2*itemSide, s.Height-2*itemAir)
}

func (r *itemRenderer) Refresh() {
	r.back.FillColor, r.back.StrokeWidth = transparent, 0
	if r.m.hovered || r.m.current {
		r.back.FillColor = r.m.ColorOf(ColorSubtle)
	}
	if r.m.current {
		r.back.StrokeColor, r.back.StrokeWidth = r.m.ColorOf(ColorFocus), focusWidth
	}
	r.back.Refresh()
}
