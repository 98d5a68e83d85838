package show

import "time"

// Clock is a time that runs, and stands while it is paused.
type Clock struct {
	now    func() time.Time
	ran    time.Duration // until it was last started
	since  time.Time     // when that was; zero: it is paused
	before time.Duration // what a reset has taken away
	undone bool          // the next reset takes the last one back
}

func newClock(now func() time.Time) Clock { return Clock{now: now, since: now()} }

// Elapsed is how long it ran.
func (c *Clock) Elapsed() time.Duration {
	if c.since.IsZero() {
		return c.ran
	}
	return c.ran + max(0, c.now().Sub(c.since))
}

// Paused tells whether it stands.
func (c *Clock) Paused() bool { return c.since.IsZero() }

// pause has it stand, or run on.
func (c *Clock) pause() {
	if c.Paused() {
		c.since = c.now()
		return
	}
	c.ran, c.since = c.Elapsed(), time.Time{}
}

// zero has it begin anew, running or not.
func (c *Clock) zero() {
	c.ran = 0
	if !c.Paused() {
		c.since = c.now()
	}
}

// reset has it begin anew. Done once more, it is as if that had not been.
func (c *Clock) reset() {
	if c.undone {
		c.ran += c.before
		c.before, c.undone = 0, false
		return
	}
	c.before, c.undone = c.Elapsed(), true
	c.zero()
}

// Times is what the presenter's display says about time.
type Times struct {
	Elapsed time.Duration
	Paused  bool
	WasZero bool          // the clock was reset, which can be undone
	Planned time.Duration // from the slide on that it began with; 0: nothing is planned
	OnSlide time.Duration
	Slide   time.Duration // planned for this one
	Late    time.Duration // behind the plan; less than 0: ahead of it
}

// Times are those of now.
func (s *Show) Times() Times {
	t := Times{Elapsed: s.clock.Elapsed(), Paused: s.clock.Paused(), WasZero: s.clock.undone, OnSlide: s.onSlide.Elapsed()}
	var begins time.Duration // this slide, by the plan; less than 0: it is before the first that was shown
	timed := false
	for n := range s.shown {
		planned := time.Duration(s.Slide(n).Minutes * float64(time.Minute))
		timed = timed || planned > 0
		if n == s.at {
			t.Slide = planned
		}
		if n >= s.began {
			t.Planned += planned
		}
		switch {
		case n >= s.began && n < s.at:
			begins += planned
		case n < s.began && n >= s.at:
			begins -= planned
		}
	}
	switch ends := begins + t.Slide; {
	case !timed:
	case t.Elapsed < begins:
		t.Late = t.Elapsed - begins
	case t.Elapsed > ends:
		t.Late = t.Elapsed - ends
	}
	return t
}
