package atspi

import (
	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// What the places of a call are counted from.
const (
	fromScreen = 0
	fromWindow = 1
	fromParent = 2
)

type component struct{ b *bridge }

// box is a place in pixels.
type box struct{ X, Y, W, H int32 }

// box is where a thing is, counted from something.
func (c component) box(i *item, from uint32) box {
	w := i.window()
	if w == nil {
		return box{}
	}
	in := func(v float32) int32 { return int32(v*w.Scale + 0.5) }
	x, y := i.At.X, i.At.Y
	if i == w {
		x, y = 0, 0
	}
	switch {
	case from == fromScreen:
		x, y = x+w.At.X, y+w.At.Y
	case from == fromParent && i.parent != w && i != w:
		x, y = x-i.parent.At.X, y-i.parent.At.Y
	}
	return box{in(x), in(y), in(i.At.W), in(i.At.H)}
}

func (b box) holds(x, y int32) bool { return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H }

func (c component) GetExtents(m dbus.Message, from uint32) (box, *dbus.Error) {
	i, err := c.b.of(m)
	if err != nil {
		return box{}, err
	}
	return c.box(i, from), nil
}

func (c component) GetPosition(m dbus.Message, from uint32) (x, y int32, err *dbus.Error) {
	r, err := c.GetExtents(m, from)
	return r.X, r.Y, err
}

func (c component) GetSize(m dbus.Message) (w, h int32, err *dbus.Error) {
	r, err := c.GetExtents(m, fromWindow)
	return r.W, r.H, err
}

func (c component) Contains(m dbus.Message, x, y int32, from uint32) (bool, *dbus.Error) {
	r, err := c.GetExtents(m, from)
	return r.holds(x, y), err
}

// GetAccessibleAtPoint gives the innermost thing that can be seen at a point.
func (c component) GetAccessibleAtPoint(m dbus.Message, x, y int32, from uint32) (reference, *dbus.Error) {
	i, err := c.b.of(m)
	if err != nil {
		return reference{"", nullPath}, err
	}
	at := i
	i.Each(func(n *spoken.Node) {
		if kid := c.b.now.Load().keys[n.Key]; kid != nil && !n.Is(spoken.Hidden) && c.box(kid, from).holds(x, y) {
			at = kid
		}
	})
	return c.b.ref(at.path), nil
}

// GetLayer says that things lie in a window, or are one.
func (c component) GetLayer(m dbus.Message) (uint32, *dbus.Error) {
	const widget, window = 3, 7
	i, err := c.b.of(m)
	if err == nil && i.Role == spoken.Window {
		return window, nil
	}
	return widget, err
}

func (c component) GetMDIZOrder(m dbus.Message) (int16, *dbus.Error) {
	_, err := c.b.of(m)
	return 0, err
}

func (c component) GetAlpha(m dbus.Message) (float64, *dbus.Error) {
	_, err := c.b.of(m)
	return 1, err
}

func (c component) GrabFocus(m dbus.Message) (bool, *dbus.Error) {
	i, err := c.b.of(m)
	if err != nil || i.Focus == nil {
		return false, err
	}
	c.b.soon(i.Focus)
	return true, nil
}

// ScrollTo is done by giving the keyboard, where that can be had.
func (c component) ScrollTo(m dbus.Message, _ uint32) (bool, *dbus.Error) { return c.GrabFocus(m) }
