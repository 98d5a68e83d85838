package ui

import (
	"reflect"

	"fyne.io/fyne/v2"
)

// FocusMark is where the keyboard is among objects that are about to go. What
// stands in its place later gets it.
type FocusMark struct {
	kind  reflect.Type // of what has it; nil: the keyboard is elsewhere
	label string
	nth   int // of those of its type
}

// lastPressed is what was clicked last. Fyne takes the keyboard away from what had it
// then and gives it to nothing, so that is where the user is.
var lastPressed fyne.Focusable

// Pressed notes what was clicked.
func Pressed(o fyne.Focusable) { lastPressed = o }

// HoldsPressed tells whether what was clicked last is in a root.
func HoldsPressed(root fyne.CanvasObject) bool {
	return lastPressed != nil && holdsFocusable(root, lastPressed)
}

// MarkFocus notes what in a root has the keyboard, or was clicked where nothing has it.
func MarkFocus(root fyne.CanvasObject) FocusMark {
	c := fyne.CurrentApp().Driver().CanvasForObject(root)
	if c == nil {
		return FocusMark{}
	}
	at := c.Focused()
	if _, text := at.(*SelectionArea); text || at == nil {
		at = lastPressed
	}
	var m FocusMark
	before := map[reflect.Type]int{}
	eachFocusable(root, func(f fyne.Focusable) {
		kind := reflect.TypeOf(f)
		if f == at {
			m = FocusMark{kind, labelOf(f), before[kind]}
		}
		before[kind]++
	})
	return m
}

// Return gives the keyboard to what is in a root now in place of what was marked,
// if nothing that can be seen has it: what has its name, or else its place, or else the
// first of all. Over is the canvas, which Fyne does not know yet of what is new.
func (m FocusMark) Return(over fyne.Canvas, root fyne.CanvasObject) {
	if m.kind == nil || over == nil || holdsFocusable(over.Content(), over.Focused()) {
		return
	}
	var first, placed, named fyne.Focusable
	nth := 0
	eachFocusable(root, func(f fyne.Focusable) {
		if first == nil {
			first = f
		}
		if reflect.TypeOf(f) != m.kind {
			return
		}
		if nth == m.nth {
			placed = f
		}
		if nth++; named == nil && labelOf(f) == m.label {
			named = f
		}
	})
	for _, f := range []fyne.Focusable{named, placed, first} {
		if f != nil {
			over.Focus(f)
			return
		}
	}
}

// FocusIn gives the keyboard to an object in a root, or to the first one there where
// it is gone, and tells whether there is any.
func FocusIn(over fyne.Canvas, root fyne.CanvasObject, last fyne.Focusable) bool {
	if last == nil || !holdsFocusable(root, last) {
		last = nil
		eachFocusable(root, func(f fyne.Focusable) {
			if last == nil {
				last = f
			}
		})
	}
	if last != nil {
		over.Focus(last)
	}
	return last != nil
}

// FocusRow gives the keyboard to a row of a list in a scroller, to the first in it that
// can have it: what comes in the place of a row that was removed is not removed by the
// same key again.
func FocusRow(s *Scroller, l *List, i int) {
	s.RevealRow(l, i)
	if over := fyne.CurrentApp().Driver().CanvasForObject(s); over != nil && l.Live(i) != nil {
		FocusIn(over, l.Live(i), nil)
	}
}

// eachFocusable visits what in a root the Tab key stops at.
func eachFocusable(root fyne.CanvasObject, visit func(fyne.Focusable)) {
	Walk(root, func(o fyne.CanvasObject) bool {
		d, can := o.(fyne.Disableable)
		if f, ok := o.(fyne.Focusable); ok && (!can || !d.Disabled()) {
			visit(f)
		}
		return true
	})
}

func holdsFocusable(root fyne.CanvasObject, f fyne.Focusable) bool {
	found := false
	eachFocusable(root, func(other fyne.Focusable) { found = found || other == f })
	return found
}

func labelOf(f fyne.Focusable) string {
	if a, ok := f.(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}
