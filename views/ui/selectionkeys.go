package ui

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/route"
)

// modifiers are the keys that are held beside another one; tests have their own.
var modifiers = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Shifted tells whether the Shift key is held, and no other of its kind.
func Shifted() bool { return modifiers() == fyne.KeyModifierShift }

// Disabled keeps the Tab key away from an area that is not in use.
func (a *SelectionArea) Disabled() bool { return !a.focused && !a.taking }

// Enable implements [fyne.Disableable].
func (a *SelectionArea) Enable() {}

// Disable implements [fyne.Disableable].
func (a *SelectionArea) Disable() {}

// Focused tells whether the area has the keyboard.
func (a *SelectionArea) Focused() bool { return a.focused }

// FocusGained implements [fyne.Focusable].
func (a *SelectionArea) FocusGained() {
	a.focused = true
	a.paint()
}

// FocusLost implements [fyne.Focusable]. What is selected stays.
func (a *SelectionArea) FocusLost() {
	a.focused = false
	a.paint()
}

// TypedRune implements [fyne.Focusable].
func (a *SelectionArea) TypedRune(rune) {}

// farther is the key that moves a caret by words.
func farther() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

// moves tells whether a key moves a caret.
func moves(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		return true
	default:
		return false
	}
}

// TypedKey implements [fyne.Focusable]. With Shift the arrows select; without it
// they move the caret where there is one, and are the window's where there is none.
func (a *SelectionArea) TypedKey(e *fyne.KeyEvent) {
	shift := modifiers()&fyne.KeyModifierShift != 0
	switch {
	case moves(e.Name) && a.focus.at != nil && (shift || a.caret):
		a.move(e.Name, shift, false)
	case e.Name == fyne.KeyEscape && (a.Any() || a.caret):
		a.escape()
	case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && a.caret:
		a.open()
	default:
		at, height := a.caretPlace()
		if !contextKey(e.Name) || !ShowContext(a, at.AddXY(0, height), a.caretLeads()) {
			ForwardKey(a, e)
		}
	}
}

// escape selects nothing, or takes the caret away.
func (a *SelectionArea) escape() {
	switch {
	case !a.Any():
		a.SetCaret(false)
	case a.caret:
		a.Clear()
	default:
		a.Clear()
		a.letGo()
	}
}

// LeadsTo implements [Leader].
func (a *SelectionArea) LeadsTo() route.Route { return a.caretLeads() }

// caretLeads is the place of the record of the passage that the caret is in.
func (a *SelectionArea) caretLeads() route.Route {
	if t, ok := a.textOf(a.focus.at); ok {
		return a.passageOf(t.Text)
	}
	return route.Route{}
}

// caretPlace is where in the window the caret stands, or would.
func (a *SelectionArea) caretPlace() (fyne.Position, float32) {
	l, ok := a.textOf(a.focus.at)
	if !ok {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(a), 0
	}
	at, height := l.caretAt(a.focus.offset)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(l.Text).Add(at), height
}

// TypedShortcut implements [fyne.Shortcutable]. What the area has no use for is the window's.
func (a *SelectionArea) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if a.Copy() {
			return
		}
	case *fyne.ShortcutSelectAll:
		a.SelectText()
		return
	case *desktop.CustomShortcut:
		if mod := s.Modifier &^ fyne.KeyModifierShift; mod == farther() && moves(s.KeyName) && a.focus.at != nil {
			a.move(s.KeyName, s.Modifier != mod, true)
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(a).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// SelectText selects the text that the caret is in.
func (a *SelectionArea) SelectText() {
	l, ok := a.textOf(a.focus.at)
	if !ok {
		return
	}
	a.unit, a.wide = byLetter, spot{}
	a.anchor, a.focus = spot{l.at, 0}, spot{l.at, len(l.String())}
	a.tell()
}

// move moves the caret, and with Shift goes on with what is selected.
func (a *SelectionArea) move(k fyne.KeyName, shift, far bool) {
	from, to := a.ends()
	if a.wide.at != nil { // the unit that the pointer chose is a plain selection from now on
		a.anchor, a.wide = a.other(from, to), spot{}
	}
	a.unit = byLetter
	switch {
	case !shift && a.Any() && k == fyne.KeyLeft && !far:
		a.focus = from
	case !shift && a.Any() && k == fyne.KeyRight && !far:
		a.focus = to
	default:
		if s, ok := a.step(k, far); ok {
			a.focus = s
		}
	}
	if !shift {
		a.anchor = a.focus
	}
	a.alone()
	a.tell()
	if l, ok := a.textOf(a.focus.at); ok {
		at, height := l.caretAt(a.focus.offset)
		a.revealPart(l.Text, at.Y, at.Y+height)
	}
}

// other is that end of what is selected where the caret is not.
func (a *SelectionArea) other(from, to spot) spot {
	if a.focus.compare(from) == 0 {
		return to
	}
	return from
}

// step is where a key takes the caret.
func (a *SelectionArea) step(k fyne.KeyName, far bool) (spot, bool) {
	all := a.texts()
	i, ok := slices.BinarySearchFunc(all, a.focus.at, func(l shownText, at place) int { return slices.Compare(l.at, at) })
	if !ok {
		return spot{}, false
	}
	l, offset, text := all[i], a.focus.offset, all[i].String()
	if k == fyne.KeyUp || k == fyne.KeyDown {
		return a.stepLine(all, i, k == fyne.KeyDown)
	}
	a.goal = 0
	switch {
	case k == fyne.KeyLeft && offset == 0:
		if i == 0 {
			return spot{}, false
		}
		return spot{all[i-1].at, len(all[i-1].String())}, true
	case k == fyne.KeyRight && offset >= len(text):
		if i == len(all)-1 {
			return spot{}, false
		}
		return spot{all[i+1].at, 0}, true
	default:
		return spot{l.at, l.stepIn(text, offset, k, far)}, true
	}
}

// stepIn is where a key takes the caret in a text.
func (t *Text) stepIn(text string, offset int, k fyne.KeyName, far bool) int {
	first, last := t.lineEnds(offset)
	if far {
		first, last = 0, len(text)
	}
	switch {
	case k == fyne.KeyHome:
		return first
	case k == fyne.KeyEnd:
		return last
	case k == fyne.KeyLeft && far:
		return wordBefore(text, offset)
	case k == fyne.KeyLeft:
		return letterBefore(text, offset)
	case far:
		return wordAfter(text, offset)
	default:
		return letterAfter(text, offset)
	}
}

// stepLine is a line down, or up, also into the next text.
func (a *SelectionArea) stepLine(all []shownText, i int, down bool) (spot, bool) {
	l := all[i]
	if a.goal == 0 {
		at, _ := l.caretAt(a.focus.offset)
		a.goal = l.pos.X + at.X
	}
	next, to := l.lineAbove, i-1
	if down {
		next, to = l.lineBelow, i+1
	}
	if offset, ok := next(a.focus.offset, a.goal-l.pos.X); ok {
		return spot{l.at, offset}, true
	}
	if to < 0 || to == len(all) {
		return spot{}, false
	}
	other, n := all[to], 0
	if !down {
		n = len(other.laid().rows) - 1
	}
	offset, _ := other.lineFrom(n, a.goal-other.pos.X)
	return spot{other.at, offset}, true
}

// SetCaret shows a caret that the arrows move, or takes it away and gives the
// keyboard back to what had it.
func (a *SelectionArea) SetCaret(on bool) {
	a.caret = on
	if !on {
		a.paint()
		a.letGo()
		return
	}
	if _, ok := a.textOf(a.focus.at); !ok || a.focus.at == nil {
		a.anchor, a.focus, a.wide = a.firstInView(), a.firstInView(), spot{}
	}
	a.alone()
	a.tell()
}

// firstInView is the beginning of the first text that can be seen.
func (a *SelectionArea) firstInView() spot {
	all := a.texts()
	if len(all) == 0 {
		return spot{}
	}
	top := float32(0)
	d := fyne.CurrentApp().Driver()
	if s := around(a); len(s) > 0 {
		inner := s[len(s)-1]
		top = d.AbsolutePositionForObject(inner).Y - d.AbsolutePositionForObject(a).Y
	}
	for _, l := range all {
		if l.pos.Y >= top {
			return spot{l.at, 0}
		}
	}
	return spot{all[0].at, 0}
}

// letGo gives the keyboard back.
func (a *SelectionArea) letGo() {
	c := fyne.CurrentApp().Driver().CanvasForObject(a)
	if c == nil || !a.focused {
		return
	}
	c.Unfocus()
	if a.opener != nil {
		c.Focus(a.opener)
		a.opener = nil
	}
}

// open opens the mark or the link at the caret.
func (a *SelectionArea) open() {
	l, ok := a.textOf(a.focus.at)
	if !ok {
		return
	}
	at, height := l.caretAt(a.focus.offset)
	if m, ok := l.MarkAt(at.AddXY(1, height/2)); ok && a.OnMark != nil {
		a.OnMark(l.Text, m)
		return
	}
	begin := 0
	for _, r := range l.Runs {
		if begin += len(r.Text); a.focus.offset < begin {
			if r.OnOpen != nil {
				r.OnOpen()
			}
			return
		}
	}
}

// selectFrom begins a selection at the first text of an object that has the
// keyboard, by an arrow with Shift. It tells whether the key did that.
func selectFrom(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	if modifiers() != fyne.KeyModifierShift || !moves(e.Name) {
		return false
	}
	a := areaAround(o)
	if a == nil || !a.caretTo(o) {
		return false
	}
	a.move(e.Name, true, false)
	return true
}

// caretTo puts the caret at the beginning of an object in the area: a link in a
// text, a text, or what holds texts.
func (a *SelectionArea) caretTo(o fyne.CanvasObject) bool {
	var first *Text
	leaves(o, place{}, fyne.Position{}, func(l shownText) {
		if first == nil {
			first = l.Text
		}
	}, func(*List) {})
	for _, l := range a.texts() {
		offset := 0
		if link, ok := o.(*Link); ok && slices.Contains(l.parts, o) {
			for _, r := range l.Runs[:link.run] {
				offset += len(r.Text)
			}
		} else if l.Text != first {
			continue
		}
		a.anchor, a.wide = spot{l.at, offset}, spot{}
		a.focus = a.anchor
		return true
	}
	return false
}

// areaAround is the innermost area that holds an object on screen, nil for none.
func areaAround(o fyne.CanvasObject) *SelectionArea {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	var found *SelectionArea
	for _, around := range pathTo(c.Content(), o) {
		if a, ok := around.(*SelectionArea); ok && around != o {
			found = a
		}
	}
	return found
}

// areas visits the areas of a window.
func areas(c fyne.Canvas, visit func(*SelectionArea)) {
	Walk(c.Content(), func(o fyne.CanvasObject) bool {
		if a, ok := o.(*SelectionArea); ok {
			visit(a)
		}
		return true
	})
}

// SelectedText is what is selected on a page.
func SelectedText(page fyne.CanvasObject) string {
	text := ""
	Walk(page, func(o fyne.CanvasObject) bool {
		if a, ok := o.(*SelectionArea); ok && a.Any() {
			text = a.Quote()
		}
		return true
	})
	return text
}

// CopySelection copies what is selected in a window, and tells whether something is.
func CopySelection(c fyne.Canvas) bool {
	done := false
	areas(c, func(a *SelectionArea) { done = done || a.Copy() })
	return done
}

// ClearSelection selects nothing in a window, and tells whether something was.
func ClearSelection(c fyne.Canvas) bool {
	done := false
	areas(c, func(a *SelectionArea) {
		if a.Any() {
			a.Clear()
			done = true
		}
	})
	return done
}

// ToggleCaret puts a caret into the texts around what has the keyboard, or else
// into the first that can be selected, or takes it away.
func ToggleCaret(c fyne.Canvas) {
	var a *SelectionArea
	if own, ok := c.Focused().(*SelectionArea); ok {
		a = own
	} else if o, ok := c.Focused().(fyne.CanvasObject); ok {
		if a = areaAround(o); a != nil && !a.caret {
			a.caretTo(o)
		}
	}
	if a == nil {
		areas(c, func(first *SelectionArea) {
			if a == nil {
				a = first
			}
		})
	}
	if a != nil {
		a.SetCaret(!a.caret)
	}
}
