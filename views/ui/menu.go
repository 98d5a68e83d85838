package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/spoken"
)

// Menu is a list of choices over the window, beside what opened it. It makes no
// more of them than can be seen. The arrows and the first letters go through it,
// Enter chooses, Escape and a click beside it close it.
type Menu struct {
	Base

	actions []Action
	chosen  int
	over    fyne.Canvas
	room    fyne.Size // of the window as the menu opened
	opener  fyne.CanvasObject
	at      *fyne.Position // of the window where it is shown; nil: below its opener
	list    *List
	scroll  *Scroller
	panel   *fyne.Container
	cursor  Cursor
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
	actions := make([]Action, len(names))
	for i, name := range names {
		actions[i] = Action{Name: name, Do: func() { choose(i) }}
	}
	(&Menu{actions: actions, chosen: chosen, over: over, opener: opener}).show()
}

// ShowActions shows what can be done below what opens the menu.
func ShowActions(opener fyne.Widget, actions []Action) {
	if over := fyne.CurrentApp().Driver().CanvasForObject(opener); over != nil && len(actions) > 0 {
		(&Menu{actions: actions, chosen: -1, over: over, opener: opener}).show()
	}
}

// ShowActionsAt shows what can be done at a point of the window of a widget.
func ShowActionsAt(opener fyne.Widget, at fyne.Position, actions []Action) {
	if over := fyne.CurrentApp().Driver().CanvasForObject(opener); over != nil {
		showActions(over, opener, at, actions)
	}
}

// showActions shows what can be done at a point of the window.
func showActions(over fyne.Canvas, opener fyne.Widget, at fyne.Position, actions []Action) {
	if len(actions) > 0 {
		(&Menu{actions: actions, chosen: -1, over: over, opener: opener, at: &at}).show()
	}
}

// show puts the menu over the window.
func (m *Menu) show() {
	m.cursor = NewCursor()
	m.cursor.Current = -1
	m.list = NewList(0, len(m.actions), m.item)
	m.scroll = NewScroller(m.list)
	ground := NewBox(ColorCard)
	ground.Edge, ground.Width, ground.Radius = ColorLine, 1, 8
	m.panel = Stack(ground, Inset(4, 4, 4, 4, m.scroll))
	m.ExtendBaseWidget(m)
	if t, ok := m.opener.(adopter); ok {
		Adopt(m, t.Given())
	}
	m.room = m.over.Size()
	m.over.Overlays().Add(m)
	m.over.Focus(m)
	m.scroll.RevealRow(m.list, max(m.chosen, 0))
}

// CloseMenu closes the menu that is open over a window, if one is.
func CloseMenu(over fyne.Canvas) {
	if m, ok := over.Overlays().Top().(*Menu); ok {
		m.pick(-1)
	}
}

// Children is the panel of the choices.
func (m *Menu) Children() []fyne.CanvasObject { return []fyne.CanvasObject{m.panel} }

// AccessibilityLabel implements [fyne.Accessible].
func (m *Menu) AccessibilityLabel() string { return m.actions[m.entered()].label() }

// AccessibilityRole implements [fyne.Accessible].
func (m *Menu) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Told implements [Teller]: the line that the keyboard is at has it.
func (m *Menu) Told(n *spoken.Node) {
	n.Role, n.Name = spoken.Menu, ""
	for _, line := range n.Children {
		if item, ok := line.Key.(*menuItem); ok && item.current {
			n.HandFocus(line)
		}
	}
}

// item is a line of the menu.
func (m *Menu) item(i int) fyne.CanvasObject {
	name := Run{Text: m.actions[i].Name}
	name.Style.Bold = i == m.chosen || m.actions[i].On
	o := &menuItem{text: NewText(name), current: i == m.cursor.Current, on: m.actions[i].On}
	o.Label, o.Skip, o.OnTapped = m.actions[i].label(), true, func() { m.pick(i) }
	o.ExtendBaseWidget(o)
	if m.actions[i].Apart {
		return Column(itemSide/2, Rule(), o)
	}
	return o
}

// pick closes the menu with a choice; -1 is none.
func (m *Menu) pick(i int) {
	if i >= 0 && m.actions[i].Stays {
		m.actions[i].Do()
		return
	}
	m.over.Overlays().Remove(m)
	if f, ok := m.opener.(fyne.Focusable); ok && m.at == nil { // else the keyboard is where it was
		m.over.Focus(f)
	}
	if i >= 0 {
		m.actions[i].Do()
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
	for n := range m.actions {
		at := (max(m.cursor.Current, 0) + n + 1) % len(m.actions)
		if strings.HasPrefix(strings.ToLower(m.actions[at].Name), string(unicode.ToLower(r))) && r != ' ' {
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
		m.pick(m.entered())
	case fyne.KeyEscape:
		m.pick(-1)
	default:
		if e.Name == fyne.KeyUp && m.cursor.Current < 0 { // from nowhere it goes round
			m.cursor.Current = len(m.actions)
		}
		if m.cursor.Move(e.Name, len(m.actions), page) {
			m.mark()
		}
	}
}

// entered is the line that Enter chooses: until the keyboard is at one, the present
// choice, or the first.
func (m *Menu) entered() int {
	if m.cursor.Current < 0 {
		return max(m.chosen, 0)
	}
	return m.cursor.Current
}

// mark shows where the keyboard is.
func (m *Menu) mark() {
	m.scroll.RevealRow(m.list, m.cursor.Current)
	m.list.Each(func(i int, o fyne.CanvasObject) {
		Walk(o, func(o fyne.CanvasObject) bool {
			if item, ok := o.(*menuItem); ok {
				item.current = i == m.cursor.Current
				item.Refresh()
			}
			return true
		})
	})
}

// CreateRenderer implements [fyne.Widget].
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return menuRenderer{m} }

type menuRenderer struct{ m *Menu }

func (menuRenderer) Destroy()                       {}
func (r menuRenderer) Objects() []fyne.CanvasObject { return r.m.Children() }
func (menuRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r menuRenderer) Refresh()                     { r.m.panel.Refresh() }

// Layout puts the choices below what opened them, where there is more room above it
// there; those at a point stand as high as all of them are seen.
func (r menuRenderer) Layout(s fyne.Size) {
	const air = 4
	m := r.m
	if m.over.Size() != m.room { // what opened it is about to be elsewhere
		CloseMenu(m.over)
		return
	}
	at, opener := m.place()
	width := min(max(opener.Width, m.Dp(160)), s.Width-2*air)
	x := max(air, min(at.X, s.Width-air-width))
	need := HeightFor(m.list, width-8) + 8
	below := s.Height - air - (at.Y + opener.Height)
	y := at.Y + opener.Height
	if all := s.Height - 2*air; m.at != nil && need > below && need <= all {
		y, below = s.Height-air-need, need
	}
	if above := at.Y - air; need > below && above > below {
		below = above
		y = at.Y - min(need, above)
	}
	Place(m.panel, x, y, width, max(0, min(need, below)))
}

// place is where what the menu belongs to is, and its size, at least as wide as
// the longest line.
func (m *Menu) place() (fyne.Position, fyne.Size) {
	d := fyne.CurrentApp().Driver()
	origin := d.AbsolutePositionForObject(m)
	if m.at == nil {
		size := m.opener.Size()
		size.Width = max(size.Width, min(m.widest(), m.Dp(mostBelow)))
		return d.AbsolutePositionForObject(m.opener).Subtract(origin), size
	}
	return m.at.Subtract(origin), fyne.NewSize(m.widest(), 0)
}

// mostBelow is how wide a menu below what opened it grows with its lines.
const mostBelow = 320

// widest is the width of the longest line.
func (m *Menu) widest() float32 {
	const sides = 2*itemSide + 8 + 2
	wide := float32(0)
	for _, a := range m.actions {
		style, more := fyne.TextStyle{}, float32(0)
		if a.On {
			style, more = Bold, m.Dp(itemDot)+itemSide
		}
		wide = max(wide, textWidth(a.Name, m.SizeOf(SizeBody), style)+sides+more)
	}
	return wide
}

// menuItem is a line of a menu.
type menuItem struct {
	Pressable

	text    *Text
	current bool // the keyboard is there
	on      bool // what it stands for is so
}

var (
	_ fyne.Widget       = (*menuItem)(nil)
	_ HeightForWidth    = (*menuItem)(nil)
	_ desktop.Hoverable = (*menuItem)(nil)
)

const (
	itemAir  = 6
	itemSide = 8
	itemDot  = 6
)

// Children is the name.
func (m *menuItem) Children() []fyne.CanvasObject { return []fyne.CanvasObject{m.text} }

// Told implements [Teller].
func (m *menuItem) Told(n *spoken.Node) {
	if n.Role = spoken.MenuItem; m.on {
		n.State |= spoken.Selected
	}
}

// HeightFor implements [HeightForWidth].
func (m *menuItem) HeightFor(width float32) float32 {
	return m.text.HeightFor(m.room(width)) + 2*itemAir
}

// room is how wide the name may be.
func (m *menuItem) room(width float32) float32 {
	if m.on {
		width -= m.Dp(itemDot) + itemSide
	}
	return width - 2*itemSide
}

// CreateRenderer implements [fyne.Widget].
func (m *menuItem) CreateRenderer() fyne.WidgetRenderer {
	r := &itemRenderer{m: m, back: canvas.NewRectangle(transparent), dot: canvas.NewCircle(transparent)}
	r.back.CornerRadius = 6
	r.Refresh()
	return r
}

type itemRenderer struct {
	m    *menuItem
	back *canvas.Rectangle
	dot  *canvas.Circle // says that it is so
}

func (r *itemRenderer) Destroy() {}

// Objects implements [fyne.WidgetRenderer]; what is transparent Fyne would draw, too.
func (r *itemRenderer) Objects() []fyne.CanvasObject {
	if r.m.on {
		return []fyne.CanvasObject{r.back, r.m.text, r.dot}
	}
	return []fyne.CanvasObject{r.back, r.m.text}
}

func (r *itemRenderer) MinSize() fyne.Size {
	return r.m.text.MinSize().AddWidthHeight(2*itemSide, 2*itemAir)
}

func (r *itemRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	Place(r.m.text, itemSide, itemAir, r.m.room(s.Width), s.Height-2*itemAir)
	d := r.m.Dp(itemDot)
	Place(r.dot, s.Width-itemSide-d, (s.Height-d)/2, d, d)
}

func (r *itemRenderer) Refresh() {
	r.back.FillColor, r.back.StrokeWidth = transparent, 0
	if r.m.hovered || r.m.current {
		r.back.FillColor = r.m.ColorOf(ColorSubtle)
	}
	if r.m.current {
		r.back.StrokeColor, r.back.StrokeWidth = r.m.ColorOf(ColorFocus), focusWidth
	}
	r.dot.FillColor = r.m.ColorOf(ColorAccent)
	r.dot.Refresh()
	r.back.Refresh()
}
