package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"beltroad/internal/geo"
)

// camera is from where a map looks: a view, and the way to another one.
type camera struct {
	view    geo.View
	margins geo.Margins             // kept free when something is fitted into the view
	framed  func(geo.View) geo.View // what to look at once there is a size; nil: it is looked at
	steady  bool                    // the same is looked at in each size
	goal    geo.View                // of the flight
	flight  *fyne.Animation

	moves  func() bool // the eye is to follow a flight
	moved  func()      // the view is another one
	rested func()      // and is not about to change again at once
}

// see takes up a view.
func (c *camera) see(v geo.View) {
	c.view = v
	c.moved()
}

// show takes up a view that stays.
func (c *camera) show(v geo.View) {
	c.see(v)
	c.rested()
}

// frame flies to a view that depends on the present one. Without a size it waits
// for one.
func (c *camera) frame(to func(geo.View) geo.View) {
	if c.view.Width == 0 {
		c.framed = to
		return
	}
	c.fly(to(c.view))
}

// fit frames a part of the plane.
func (c *camera) fit(b func() orb.Bound) {
	c.frame(func(v geo.View) geo.View { return v.Fit(b(), c.margins) })
}

// set shows a view at once, in the present size or the one that is to come.
func (c *camera) set(to func(sized geo.View) geo.View) {
	c.settle()
	if c.framed = nil; c.view.Width == 0 {
		c.framed = to
		return
	}
	c.show(to(c.view))
}

// resize takes up a size, and tells whether it is another one.
func (c *camera) resize(s fyne.Size) bool {
	width, height := float64(s.Width), float64(s.Height)
	if width < 1 || height < 1 || width == c.view.Width && height == c.view.Height {
		return false
	}
	c.settle()
	v := c.view
	v.Covered = c.margins
	v = v.Resized(width, height)
	if c.framed != nil {
		v = c.framed(v)
		if !c.steady {
			c.framed = nil
		}
	}
	c.show(v)
	return true
}

// fly goes to another view, on a short way that the eye can follow.
func (c *camera) fly(to geo.View) {
	c.settle()
	if to == c.view {
		return
	}
	if !c.moves() {
		c.show(to)
		return
	}
	from := c.view
	c.goal = to
	c.flight = fyne.NewAnimation(240*time.Millisecond, func(at float32) {
		if c.flight == nil {
			return // it was cut short
		}
		c.see(from.Between(to, float64(at)))
		if at >= 1 {
			c.flight = nil
			c.rested()
		}
	})
	c.flight.Curve = fyne.AnimationEaseInOut
	c.flight.Start()
}

// arrive ends a flight at its goal, at once.
func (c *camera) arrive() {
	if c.flight != nil {
		c.settle()
		c.show(c.goal)
	}
}

// settle ends a flight where it is.
func (c *camera) settle() {
	if c.flight != nil {
		c.flight.Stop()
		c.flight = nil
	}
}

// reveal moves the view so that a point can be seen with some room around it,
// if it cannot.
func (c *camera) reveal(p orb.Point, air float64) {
	free := c.margins
	free.Top, free.Right, free.Bottom, free.Left = max(free.Top, air), max(free.Right, air), max(free.Bottom, air), max(free.Left, air)
	if c.view.Width > 0 {
		if to := c.view.Reveal(p, free); to.Centre != c.view.Centre {
			c.fly(to)
		}
	}
}
