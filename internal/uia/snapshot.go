// Package uia tells assistive technology on Windows what is in the program's windows: it
// answers UI Automation where somebody asks, and raises its events where somebody
// listens. It knows no toolkit.
//
// All answers come from the last snapshot, on whatever thread they are asked for: who asks
// never holds the windows up, and is answered whatever has gone since.
package uia

import (
	"slices"
	"time"

	"beltroad/internal/spoken"
)

// Window is a window of the program, and what is told of it.
type Window struct {
	*spoken.Node

	Handle uintptr
}

// Program is what is told of.
type Program struct {
	// Look finds what is in the windows now. Nil means that it is not known any more.
	Look func() []Window
	// Do does something on the thread of the windows, soon.
	Do func(func())
}

// item is a node with its place in a snapshot.
type item struct {
	*spoken.Node

	id     int32 // 0: it is a window
	handle uintptr
	parent *item // nil: it is a window
	index  int   // among its parent's
	kids   []*item
}

// window is the window that the item is in.
func (i *item) window() *item {
	for i.parent != nil {
		i = i.parent
	}
	return i
}

// beside is the item so many places further among those of its parent, nil for none.
func (i *item) beside(by int) *item {
	if i.parent == nil {
		return nil
	}
	return i.parent.kid(i.index + by)
}

// kid is what is in the item at a place, nil for nothing.
func (i *item) kid(n int) *item {
	if n < 0 || n >= len(i.kids) {
		return nil
	}
	return i.kids[n]
}

// under is the innermost item that is seen at a point of its window, nil for none.
func (i *item) under(x, y float32) *item {
	for _, kid := range slices.Backward(i.kids) {
		if found := kid.under(x, y); found != nil {
			return found
		}
	}
	at := i.At
	if i.parent == nil || i.Is(spoken.Hidden) || x < at.X || y < at.Y || x >= at.X+at.W || y >= at.Y+at.H {
		return nil
	}
	return i
}

// focus is the item of a window that has the keyboard, nil for none.
func (i *item) focus() *item {
	for _, kid := range i.kids {
		if kid.Is(spoken.Focused) {
			return kid
		}
		if found := kid.focus(); found != nil {
			return found
		}
	}
	return nil
}

// snapshot is what there was at one moment. It does not change.
type snapshot struct {
	when    time.Time
	windows map[uintptr]*item
	at      map[int32]*item
	keys    map[any]*item
}

// find is an item by its number, or a window by its handle, nil where it has gone.
func (s *snapshot) find(id int32, handle uintptr) *item {
	if id == 0 {
		return s.windows[handle]
	}
	return s.at[id]
}

// focus is the item that has the keyboard in the window in use, nil for none.
func (s *snapshot) focus() *item {
	for _, w := range s.windows {
		if w.Is(spoken.Active) {
			return w.focus()
		}
	}
	return nil
}

// numbers are those of the things in windows.
type numbers struct{ spoken.Numbers }

// take makes a snapshot of windows, and forgets what has gone.
func (p *numbers) take(windows []Window, when time.Time) *snapshot {
	s := &snapshot{when: when, windows: map[uintptr]*item{}, at: map[int32]*item{}, keys: map[any]*item{}}
	p.Renew()
	var add func(to *item)
	add = func(to *item) {
		for _, n := range to.Children {
			if s.keys[n.Key] != nil { // it cannot be at two places
				continue
			}
			i := &item{Node: n, id: p.Of(n.Key), handle: to.handle, parent: to, index: len(to.kids)}
			to.kids = append(to.kids, i)
			s.at[i.id], s.keys[n.Key] = i, i
			add(i)
		}
	}
	for _, w := range windows {
		i := &item{Node: w.Node, handle: w.Handle}
		s.windows[w.Handle], s.keys[w.Key] = i, i
		add(i)
	}
	return s
}
