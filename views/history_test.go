package views

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"beltroad/views/route"
)

func find(text string) route.Route { return route.To(route.Find, text) }

func TestHistoryStartsEmpty(t *testing.T) {
	var h history
	if v := h.now(); v.Route != (route.Route{}) || v.Memento != nil {
		t.Errorf("an empty history is at %+v", v)
	}
	for _, by := range []int{-1, 0, +1} {
		if h.step(by) {
			t.Errorf("an empty history steps by %d", by)
		}
	}
	h.now().Memento = 1 // no place to keep it
	if h.now().Memento != nil {
		t.Error("an empty history remembers")
	}
}

func TestHistoryGoesBackAndForward(t *testing.T) {
	var h history
	for _, s := range []string{"a", "b", "c"} {
		h.push(find(s))
		h.now().Memento = "of " + s
	}
	for _, c := range []struct {
		by   int
		ok   bool
		here string
	}{{+1, false, "c"}, {-1, true, "b"}, {-1, true, "a"}, {-1, false, "a"}, {+1, true, "b"}, {+1, true, "c"}, {+1, false, "c"}} {
		if ok := h.step(c.by); ok != c.ok {
			t.Errorf("step %+d: %t", c.by, ok)
		}
		if v := h.now(); v.Route != find(c.here) || v.Memento != "of "+c.here {
			t.Errorf("after step %+d at %+v, want %s", c.by, v, c.here)
		}
	}
}

func TestHistoryForgetsWhatLayAhead(t *testing.T) {
	var h history
	for _, s := range []string{"a", "b", "c"} {
		h.push(find(s))
	}
	h.step(-1)
	h.step(-1)
	h.push(find("d"))
	if h.step(+1) {
		t.Errorf("there is %s ahead of a new place", h.now().Route)
	}
	if !h.step(-1) || h.now().Route != find("a") {
		t.Errorf("before it is %s", h.now().Route)
	}
	// What was forgotten is not written over: another history may share it.
	if h.step(+1); h.now().Route != find("d") {
		t.Errorf("ahead is %s", h.now().Route)
	}
}

func TestHistoryReplaces(t *testing.T) {
	var h history
	h.push(find("a"))
	h.push(find("b"))
	h.now().Memento = "of b"
	h.replace(find("bc"))
	if v := h.now(); v.Route != find("bc") || v.Memento != nil {
		t.Errorf("after replacing at %+v", v)
	}
	if !h.step(-1) || h.now().Route != find("a") || !h.step(+1) || h.now().Route != find("bc") {
		t.Error("replacing moved other places")
	}
}

func TestHistoryKeepsTheLast(t *testing.T) {
	const most = 500
	var h history
	for i := range most + 7 {
		h.push(find(fmt.Sprint(i)))
	}
	back := 0
	for h.step(-1) {
		back++
	}
	if back != most-1 || h.now().Route != find("7") {
		t.Errorf("%d steps back to %s", back, h.now().Route)
	}
}

// model is the plainest history there is: what lies behind, here, and ahead.
type model struct{ behind, ahead []visit }

func (m *model) push(v visit) {
	m.behind, m.ahead = append(m.behind, v), nil
	if len(m.behind) > 500 {
		m.behind = m.behind[1:]
	}
}

func (m *model) step(by int) bool {
	switch {
	case by < 0 && len(m.behind) > 1:
		last := len(m.behind) - 1
		m.ahead = append(m.ahead, m.behind[last])
		m.behind = m.behind[:last]
	case by > 0 && len(m.ahead) > 0:
		last := len(m.ahead) - 1
		m.behind = append(m.behind, m.ahead[last])
		m.ahead = m.ahead[:last]
	default:
		return false
	}
	return true
}

func (m *model) now() *visit {
	if len(m.behind) == 0 {
		return &visit{}
	}
	return &m.behind[len(m.behind)-1]
}

func TestHistoryIsLikeItsModel(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 1)) // #nosec G404 -- the same each time
		var h history
		var m model
		var done []string
		for i := range 1200 {
			place := find(fmt.Sprint(i))
			switch did := random.IntN(10); {
			case did < 4:
				done = append(done, "push "+place.ID)
				h.push(place)
				m.push(visit{Route: place})
			case did < 5 && len(m.behind) > 0:
				done = append(done, "replace "+place.ID)
				h.replace(place)
				*m.now() = visit{Route: place}
			case did < 6 && len(m.behind) > 0:
				done = append(done, "remember")
				h.now().Memento, m.now().Memento = i, i
			default:
				by := 1 - 2*random.IntN(2)
				if seed%2 == 0 && did == 9 {
					by = +1
				}
				done = append(done, fmt.Sprintf("step %+d", by))
				if got, want := h.step(by), m.step(by); got != want {
					t.Fatalf("seed %d: step %+d is %t, want %t, after %q", seed, by, got, want, done)
				}
			}
			if *h.now() != *m.now() {
				t.Fatalf("seed %d: at %+v, want %+v, after %q", seed, *h.now(), *m.now(), done)
			}
		}
		var rest []visit
		for h.step(-1) {
			rest = append(rest, *h.now())
		}
		want := slices.Clone(m.behind[:max(0, len(m.behind)-1)])
		slices.Reverse(want)
		if !slices.Equal(rest, want) {
			t.Fatalf("seed %d: behind lies %+v, want %+v", seed, rest, want)
		}
	}
}
