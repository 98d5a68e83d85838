package route

// Navigator is where a window has been and is, like a browser's. It knows no
// widgets, so that each window has one of its own.
type Navigator struct {
	// Exists tells whether there is such a place.
	Exists func(Route) bool
	// State is how the page on screen stands.
	State func() string
	// Show brings a place on screen; as it was: it stands as its state says, though
	// that may be the usual one.
	Show func(r Route, asItWas bool)
	// Refuse is told of a place that does not exist.
	Refuse func(Route)

	visits  []Route
	at      int    // index of the present visit
	arrived string // how the page stood once the place was shown
}

// most is how many places are kept.
const most = 500

// Here is the place on screen, as its page stood when it was shown.
func (n *Navigator) Here() Route {
	if len(n.visits) == 0 {
		return Route{}
	}
	return n.visits[n.at]
}

// Now is the place on screen, as its page stands.
func (n *Navigator) Now() Route {
	if len(n.visits) == 0 {
		return Route{}
	}
	return n.Here().In(n.State())
}

// Last is the latest of the places up to the one on screen that is wanted; none is the
// zero route.
func (n *Navigator) Last(wanted func(Route) bool) Route {
	for i := n.at; i >= 0 && i < len(n.visits); i-- {
		r := n.visits[i]
		if i == n.at {
			r = n.Now()
		}
		if wanted(r) {
			return r
		}
	}
	return Route{}
}

// Go shows a place and remembers the last one. A place that does not exist is
// refused, and nothing changes; where nothing is shown yet, the overview is.
func (n *Navigator) Go(r Route) {
	if !n.Exists(r) {
		n.Refuse(r)
		if len(n.visits) > 0 {
			return
		}
		r = To(Overview, "")
	}
	switch here := n.Here(); {
	case len(n.visits) == 0:
		n.visits = []Route{r}
	case r.Place() == here.Place():
	case r.Kind == Search && here.Kind == Search:
		n.visits[n.at] = r // each letter typed is not a place of its own
	default:
		n.remember()
		n.push(r)
	}
	n.show(r, false)
}

// show brings a place on screen, and keeps how its page stands then.
func (n *Navigator) show(r Route, asItWas bool) {
	n.Show(r, asItWas)
	n.arrived = n.State()
}

// push goes to a new place and forgets what lay ahead.
func (n *Navigator) push(r Route) {
	n.visits = append(n.visits[:n.at+1], r)
	if len(n.visits) > most {
		n.visits = append([]Route(nil), n.visits[1:]...)
	}
	n.at = len(n.visits) - 1
}

// remember keeps how the page on screen stands.
func (n *Navigator) remember() { n.visits[n.at] = n.Now() }

// Back goes to the place before this one, and tells whether there was one.
func (n *Navigator) Back() bool { return n.step(-1) }

// Forward goes to the place that Back came from, and tells whether there was one.
func (n *Navigator) Forward() bool { return n.step(+1) }

func (n *Navigator) step(by int) bool {
	to := n.at + by
	if len(n.visits) == 0 || to < 0 || to >= len(n.visits) {
		return false
	}
	n.remember()
	n.at = to
	n.show(n.Here(), true)
	return true
}

// Close closes the record beside the page. That is no new place: where the
// record was opened from the page, it is the way back, and the page stands as it
// did unless it was moved meanwhile.
func (n *Navigator) Close() {
	now := n.Now()
	if now.Pane == (Ref{}) {
		return
	}
	page := now.Page()
	still := now.State == n.arrived
	n.remember()
	if n.at > 0 && n.visits[n.at-1].Place() == page.Place() {
		n.at--
		if still {
			page = n.Here()
		}
	} else {
		still = false
	}
	n.visits[n.at] = page
	if !still {
		page = page.Place()
	}
	n.show(page, still)
}

// Leave goes back, or to the overview where there is no place before this one.
func (n *Navigator) Leave() {
	if !n.Back() {
		n.Go(To(Overview, ""))
	}
}
