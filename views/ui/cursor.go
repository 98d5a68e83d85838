package ui

import "fyne.io/fyne/v2"

// Cursor is where the pointer and the keyboard are among the items of a widget
// that draws many: a table, a chart, a timeline.
type Cursor struct {
	Hovered int  // the item under the pointer, -1 for none
	Current int  // the item that the keyboard is at
	Focused bool // the keyboard is in the widget
	Clicked bool // it came there by a click, and was not used yet: nothing shows where it is
}

// NewCursor is the cursor of a widget that nobody points at.
func NewCursor() Cursor { return Cursor{Hovered: -1} }

// Hover takes up what the pointer is over, -1 for nothing, and tells whether
// that is another item than before.
func (c *Cursor) Hover(item int) bool {
	if c.Hovered == item {
		return false
	}
	c.Hovered = item
	return true
}

// Take gives the keyboard to the widget that was clicked; nothing scrolls for that.
func (c *Cursor) Take(w interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	Pressed(w)
	if over := fyne.CurrentApp().Driver().CanvasForObject(w); over != nil && over.Focused() != fyne.Focusable(w) {
		c.Clicked = true
		over.Focus(w)
	}
}

// Lose takes note that the keyboard has left the widget.
func (c *Cursor) Lose() { c.Focused, c.Clicked = false, false }

// At is the item that the user means: the one under the pointer, else the one
// that the keyboard is at; -1 for none of n.
func (c *Cursor) At(n int) int {
	switch {
	case c.Hovered >= 0 && c.Hovered < n:
		return c.Hovered
	case c.Focused && !c.Clicked && c.Current < n:
		return c.Current
	default:
		return -1
	}
}

// Ring is the item that is to show that it has the focus, -1 for none.
func (c *Cursor) Ring() int {
	if c.Focused && !c.Clicked {
		return c.Current
	}
	return -1
}

// Move goes through n items by a key, in steps of a page with the page keys
// where page is not 0. It tells whether the key does that. What the keyboard is
// at counts then, until the pointer moves to another item.
func (c *Cursor) Move(key fyne.KeyName, n, page int) bool {
	at := c.Current
	switch {
	case key == fyne.KeyDown:
		at++
	case key == fyne.KeyUp:
		at--
	case key == fyne.KeyPageDown && page > 0:
		at += page
	case key == fyne.KeyPageUp && page > 0:
		at -= page
	case key == fyne.KeyHome:
		at = 0
	case key == fyne.KeyEnd:
		at = n
	default:
		return false
	}
	c.Current, c.Hovered, c.Clicked = max(0, min(at, n-1)), -1, false
	return true
}
