package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/route"
)

// SelectionArea lets the user select what the texts in it say: by pointer
// across several of them, and by keyboard. What is pressed in it (links, cards)
// still answers to a click; a drag selects.
type SelectionArea struct {
	Base

	Content fyne.CanvasObject
	// OnSelected is called once what is selected is another stretch, or nothing.
	OnSelected func()
	// OnMark is called by a click on a mark of a text, and by Enter there.
	OnMark func(*Text, Mark)

	anchor, focus spot // where the selection began, and where it goes to
	wide          spot // the other end of the word or the text that it began with
	unit          unit
	goal          float32 // x that the caret wants to keep from line to line
	caret         bool    // the arrows move a caret
	focused       bool
	taking        bool // it is about to be focused
	press         press
	over          bool // the pointer is over a text
	opener        fyne.Focusable
	found, spoken func(shownText) []Mark // what passes over the texts; nil: nothing
}

// unit is what a selection grows by.
type unit uint8

const (
	byLetter unit = iota
	byWord
	byText
)

// press is how the pointer was pressed last.
type press struct {
	down, drags bool
	clicks      int
	at          fyne.Position
	when        time.Time
}

var (
	_ fyne.Widget            = (*SelectionArea)(nil)
	_ fyne.Accessible        = (*SelectionArea)(nil)
	_ fyne.Focusable         = (*SelectionArea)(nil)
	_ fyne.Disableable       = (*SelectionArea)(nil)
	_ fyne.Draggable         = (*SelectionArea)(nil)
	_ fyne.Tappable          = (*SelectionArea)(nil)
	_ fyne.SecondaryTappable = (*SelectionArea)(nil)
	_ fyne.Shortcutable      = (*SelectionArea)(nil)
	_ desktop.Mouseable      = (*SelectionArea)(nil)
	_ desktop.Hoverable      = (*SelectionArea)(nil)
	_ desktop.Cursorable     = (*SelectionArea)(nil)
	_ HeightForWidth         = (*SelectionArea)(nil)
)

// NewSelectionArea makes the texts in the content selectable.
func NewSelectionArea(content fyne.CanvasObject) *SelectionArea {
	a := &SelectionArea{Content: content}
	a.ExtendBaseWidget(a)
	return a
}

// AccessibilityLabel implements [fyne.Accessible].
func (a *SelectionArea) AccessibilityLabel() string { return "" }

// AccessibilityRole implements [fyne.Accessible].
func (a *SelectionArea) AccessibilityRole() fyne.AccessibleRole {
	return fyne.AccessibleRoleContainer
}

// Children is the content.
func (a *SelectionArea) Children() []fyne.CanvasObject { return []fyne.CanvasObject{a.Content} }

// HeightFor implements [HeightForWidth].
func (a *SelectionArea) HeightFor(width float32) float32 { return HeightFor(a.Content, width) }

// Quote is what is selected, each text on a line of its own.
func (a *SelectionArea) Quote() string {
	var all []string
	for _, s := range a.Selected() {
		all = append(all, s.Quote())
	}
	return strings.Join(all, "\n")
}

// HasText tells whether the caret is in a text.
func (a *SelectionArea) HasText() bool {
	_, ok := a.textOf(a.focus.at)
	return ok
}

// Select selects a stretch of a text in the area, in bytes. It tells whether the
// text is there.
func (a *SelectionArea) Select(t *Text, start, end int) bool {
	for _, l := range a.texts() {
		if l.Text == t {
			a.unit, a.wide, a.goal = byLetter, spot{}, 0
			a.anchor, a.focus = spot{l.at, start}, spot{l.at, end}
			a.tell()
			return true
		}
	}
	return false
}

// MarkSpoken marks a sentence that is read aloud where it stands, and brings it
// into view; empty: none is.
func (a *SelectionArea) MarkSpoken(sentence string) {
	a.spoken = nil
	if sentence != "" {
		a.spoken = func(t shownText) []Mark {
			at := strings.Index(t.String(), sentence)
			if at < 0 {
				return nil
			}
			return []Mark{{Start: at, End: at + len(sentence), Ground: ColorSpoken, Under: ThinUnderline}}
		}
	}
	a.paint()
	if a.spoken == nil {
		return
	}
	for _, t := range a.texts() {
		if marks := a.spoken(t); marks != nil {
			from, _ := t.caretAt(marks[0].Start)
			to, height := t.caretAt(marks[0].End)
			a.revealPart(t.Text, from.Y, to.Y+height)
			return
		}
	}
}

// Clear selects nothing.
func (a *SelectionArea) Clear() {
	a.anchor, a.wide = a.focus, spot{}
	a.tell()
}

// tell shows what is selected, and tells the owner.
func (a *SelectionArea) tell() {
	a.paint()
	if a.OnSelected != nil {
		a.OnSelected()
	}
}

// Copy puts what is selected on the clipboard, and tells whether something is.
func (a *SelectionArea) Copy() bool {
	if !a.Any() {
		return false
	}
	fyne.CurrentApp().Clipboard().SetContent(a.Quote())
	return true
}

// local is a point of the window in the area: while that scrolls, Fyne's own
// would lag behind.
func (a *SelectionArea) local(p fyne.Position) fyne.Position {
	return p.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(a))
}

// MouseDown implements [desktop.Mouseable]: one click puts the caret, two select
// a word, three a text. With Shift a click ends what is selected there.
func (a *SelectionArea) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	const again, near = 500 * time.Millisecond, 4
	p, now := a.local(e.AbsolutePosition), clock()
	if d := p.Subtract(a.press.at); now.Sub(a.press.when) > again || max(abs(d.X), abs(d.Y)) > near || a.press.clicks == 3 {
		a.press.clicks = 0
	}
	a.press = press{down: true, clicks: a.press.clicks + 1, at: p, when: now}
	if e.Modifier&fyne.KeyModifierShift != 0 && a.anchor.at != nil {
		a.alone()
		a.extend(p)
		return
	}
	a.begin(p, unit(a.press.clicks-1)) // #nosec G115 -- 1 to 3
}

// clock tells the time; tests have their own.
var clock = time.Now

func abs(v float32) float32 { return max(v, -v) }

// begin selects what the unit has at a point.
func (a *SelectionArea) begin(p fyne.Position, u unit) {
	had := a.Any()
	s, l, ok := a.spotAt(p)
	if !ok {
		return
	}
	a.unit, a.anchor, a.focus, a.wide = u, s, s, spot{}
	if from, to := unitAround(l.String(), s.offset, u); from < to {
		a.anchor.offset, a.focus.offset = from, to
		a.wide = a.focus
	}
	a.goal = 0
	switch {
	case a.Any():
		a.alone()
		a.paint()
	case had:
		a.tell()
	default:
		a.paint()
	}
}

// unitAround is the stretch of a unit at a position; for letters it is empty.
func unitAround(text string, offset int, u unit) (from, to int) {
	switch u {
	case byWord:
		return wordAround(text, offset)
	case byText:
		return 0, len(text)
	default:
		return offset, offset
	}
}

// extend goes on to a point with what is selected.
func (a *SelectionArea) extend(p fyne.Position) {
	s, l, ok := a.spotAt(p)
	if !ok {
		return
	}
	if from, to := unitAround(l.String(), s.offset, a.unit); from < to {
		s.offset = to
		if (spot{s.at, from}).compare(a.anchor) < 0 {
			s.offset = from
		}
	}
	a.focus = s
	a.paint()
}

// alone takes the keyboard, and has no other area keep a selection.
func (a *SelectionArea) alone() {
	c := fyne.CurrentApp().Driver().CanvasForObject(a)
	if c == nil {
		return
	}
	Walk(c.Content(), func(o fyne.CanvasObject) bool {
		if other, ok := o.(*SelectionArea); ok && other != a && other.Any() {
			other.Clear()
		}
		return true
	})
	if !a.focused {
		if a.opener = c.Focused(); a.opener == fyne.Focusable(a) {
			a.opener = nil
		}
		a.taking = true
		c.Focus(a)
		a.taking = false
	}
}

// MouseUp implements [desktop.Mouseable].
func (a *SelectionArea) MouseUp(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if a.press.down && !a.press.drags && a.Any() {
		a.tell()
	}
	a.press.down = false
}

// Tapped implements [fyne.Tappable]: a click on a mark opens what it stands for.
func (a *SelectionArea) Tapped(e *fyne.PointEvent) { a.openMark(e.AbsolutePosition) }

// openMark opens the mark at a point of the window, and tells whether there is one.
func (a *SelectionArea) openMark(at fyne.Position) bool {
	p := a.local(at)
	l, ok := a.nearest(p)
	if !ok || a.OnMark == nil || a.Any() {
		return false
	}
	m, ok := l.MarkAt(p.Subtract(l.pos))
	if ok {
		a.OnMark(l.Text, m)
	}
	return ok
}

// TappedSecondary implements [fyne.SecondaryTappable]. What is clicked beside the
// selection gets the caret first.
func (a *SelectionArea) TappedSecondary(e *fyne.PointEvent) { a.context(a, e, route.Route{}) }

// context shows what can be done with an object in the area.
func (a *SelectionArea) context(o fyne.Widget, e *fyne.PointEvent, leads route.Route) {
	a.press = press{} // after a long press, the button is let go of over the menu
	s, t, ok := a.spotAt(a.local(e.AbsolutePosition))
	if ok && !a.holds(s) {
		a.begin(a.local(e.AbsolutePosition), byLetter)
	}
	if ok && leads == (route.Route{}) {
		leads = a.passageOf(t.Text)
	}
	ShowContext(o, e.AbsolutePosition, leads)
}

// passageOf is the place of the record of the passage that a text is in.
func (a *SelectionArea) passageOf(t *Text) route.Route {
	for _, around := range pathTo(a.Content, t) {
		if p, ok := around.(*Passage); ok {
			return p.Leads
		}
	}
	return route.Route{}
}

// holds tells whether a position is within what is selected.
func (a *SelectionArea) holds(s spot) bool {
	from, to := a.ends()
	return a.Any() && from.compare(s) <= 0 && s.compare(to) <= 0
}

// Dragged implements [fyne.Draggable].
func (a *SelectionArea) Dragged(e *fyne.DragEvent) {
	p := a.local(e.AbsolutePosition)
	if !a.press.drags {
		if !a.press.down { // on something that is pressed itself
			a.begin(p.SubtractXY(e.Dragged.DX, e.Dragged.DY), byLetter)
		}
		a.press.down, a.press.drags = true, true
		a.alone()
	}
	a.extend(p)
	if s := around(a); len(s) > 0 {
		s[len(s)-1].RevealPart(a, p.Y, p.Y)
	}
}

// DragEnd implements [fyne.Draggable].
func (a *SelectionArea) DragEnd() {
	a.press.down, a.press.drags, a.press.clicks = false, false, 0
	a.tell()
}

// MouseIn implements [desktop.Hoverable].
func (a *SelectionArea) MouseIn(e *desktop.MouseEvent) { a.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (a *SelectionArea) MouseMoved(e *desktop.MouseEvent) {
	TipAt(a, e)
	a.over = false
	if l, ok := a.nearest(e.Position); ok {
		p, s := e.Position.Subtract(l.pos), l.Size()
		a.over = p.X >= 0 && p.Y >= 0 && p.X < s.Width && p.Y < s.Height
	}
}

// MouseOut implements [desktop.Hoverable].
func (a *SelectionArea) MouseOut() {
	HideTip()
	a.over = false
}

// Cursor implements [desktop.Cursorable].
func (a *SelectionArea) Cursor() desktop.Cursor {
	if a.over {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements [fyne.Widget].
func (a *SelectionArea) CreateRenderer() fyne.WidgetRenderer {
	return holderRenderer{&a.Base, a.Content}
}
