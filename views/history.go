package views

import "beltroad/views/route"

// visit is a place with what its page wants to remember of it.
type visit struct {
	Route   route.Route
	Memento any
}

// history is where the user has been, like a browser's. The zero history is empty.
type history struct {
	visits []visit
	at     int // index of the present visit
}

// now is the present visit.
func (h *history) now() *visit {
	if len(h.visits) == 0 {
		return &visit{}
	}
	return &h.visits[h.at]
}

// push goes to a new place and forgets what lay ahead.
func (h *history) push(r route.Route) {
	if len(h.visits) > 0 {
		h.visits = h.visits[:h.at+1]
	}
	const most = 500
	if len(h.visits) == most {
		h.visits = h.visits[1:]
	}
	h.visits = append(h.visits, visit{Route: r})
	h.at = len(h.visits) - 1
}

// replace puts another place where the present one is.
func (h *history) replace(r route.Route) { *h.now() = visit{Route: r} }

// step goes back (-1) or forward (+1), and tells whether there was such a place.
func (h *history) step(by int) bool {
	to := h.at + by
	if to < 0 || to >= len(h.visits) {
		return false
	}
	h.at = to
	return true
}
