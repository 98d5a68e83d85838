package views

import (
	"testing"
	"time"
)

// handClock is a clock that is moved by hand.
type handClock struct {
	at     time.Time
	alarms map[int]alarm
	next   int
}

type alarm struct {
	at time.Time
	do func()
}

func (c *handClock) later(pause time.Duration, do func()) func() {
	c.next++
	id := c.next
	c.alarms[id] = alarm{c.at.Add(pause), do}
	return func() { delete(c.alarms, id) }
}

func (c *handClock) move(by time.Duration) {
	const step = time.Millisecond
	for ; by > 0; by -= step {
		c.at = c.at.Add(step)
		for id, a := range c.alarms {
			if !c.at.Before(a.at) {
				delete(c.alarms, id)
				a.do()
			}
		}
	}
}

// A button that is held asks for the menu, once; a click, a drag, a second press, another
// button, or one that comes too soon does not.
func TestALongPressAsksForTheMenu(t *testing.T) {
	const ms = time.Millisecond
	for name, c := range map[string]struct {
		steps func(h *longPress, c *handClock)
		want  int
	}{
		"held":          {func(h *longPress, c *handClock) { h.down(10, 10); c.move(600 * ms) }, 1},
		"held for long": {func(h *longPress, c *handClock) { h.down(10, 10); c.move(600 * ms); c.move(5000 * ms); h.up() }, 1},
		"not yet":       {func(h *longPress, c *handClock) { h.down(10, 10); c.move(599 * ms) }, 0},
		"a click":       {func(h *longPress, c *handClock) { h.down(10, 10); c.move(100 * ms); h.up(); c.move(900 * ms) }, 0},
		"a hand shakes": {func(h *longPress, c *handClock) { h.down(10, 10); h.moved(13, 7); c.move(600 * ms) }, 1},
		"a drag":        {func(h *longPress, c *handClock) { h.down(10, 10); h.moved(15, 10); h.moved(10, 10); c.move(900 * ms) }, 0},
		"a late drag":   {func(h *longPress, c *handClock) { h.down(10, 10); c.move(570 * ms); h.moved(20, 10); c.move(900 * ms) }, 0},
		"a late click":  {func(h *longPress, c *handClock) { h.down(10, 10); c.move(570 * ms); h.up(); c.move(900 * ms) }, 0},
		"a drag down":   {func(h *longPress, c *handClock) { h.down(10, 10); h.moved(10, 15); c.move(900 * ms) }, 0},
		"a double click": {func(h *longPress, c *handClock) {
			h.down(10, 10)
			h.up()
			c.move(200 * ms)
			h.down(10, 10)
			c.move(900 * ms)
		}, 0},
		"a later press": {func(h *longPress, c *handClock) {
			h.down(10, 10)
			h.up()
			c.move(500 * ms)
			h.down(10, 10)
			c.move(900 * ms)
		}, 1},
		"twice": {func(h *longPress, c *handClock) {
			h.down(1, 1)
			c.move(700 * ms)
			h.up()
			h.down(1, 1)
			c.move(700 * ms)
		}, 2},
		"nothing": {func(h *longPress, c *handClock) { h.moved(50, 50); h.up(); c.move(900 * ms) }, 0},
	} {
		clock, asked := &handClock{at: time.Unix(1e9, 0), alarms: map[int]alarm{}}, 0
		h := &longPress{ask: func() { asked++ }, later: clock.later, now: func() time.Time { return clock.at }}
		if c.steps(h, clock); asked != c.want {
			t.Errorf("%s: the menu was asked for %d times, not %d", name, asked, c.want)
		}
	}
}

// What was called off does nothing, though its time has come already.
func TestALongPressThatIsCalledOff(t *testing.T) {
	var due func()
	h := &longPress{ask: func() { t.Error("it asks for the menu") }, now: time.Now, later: func(_ time.Duration, do func()) func() {
		due = do
		return func() {}
	}}
	h.down(1, 1)
	h.up()
	due()
}
