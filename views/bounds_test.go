package views

import (
	"context"
	"runtime"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// thriftyFrame counts what is allocated beside the window apart.
type thriftyFrame struct {
	pictureFrame
	beside *uint64
}

func (f thriftyFrame) Background(work func(context.Context) func()) {
	before := allocated()
	finish := work(context.Background())
	*f.beside += allocated() - before
	finish()
}

// allocated is how many objects were, since the start.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// cost is what the window has to do for a place: how many objects are on its
// page, and how many were allocated for that. Steps are not counted, but what
// walks over all records and keeps something of each shows here.
type cost struct{ nodes, allocated int }

// costs are those of the first places of each kind in the tour.
func costs(d *data.Dossier) map[route.Kind]cost {
	const places = 3
	all := map[route.Kind]cost{}
	for _, e := range table() {
		tour := []route.Route{route.To(e.kind, "")}
		if e.tour != nil {
			tour = e.tour(d)
		}
		for _, r := range tour[:min(places, len(tour))] {
			if !exists(d, r) {
				continue
			}
			beside := uint64(0)
			s := shown(d, thriftyFrame{beside: &beside}, 1280, 800)
			s.Go(route.To(route.Read, ""))
			beside = 0
			before := allocated()
			s.Go(r)
			c := cost{len(nodes(s.page.Content())), int(allocated() - before - beside)}
			all[e.kind] = cost{max(all[e.kind].nodes, c.nodes), max(all[e.kind].allocated, c.allocated)}
		}
	}
	return all
}

// The window has as much to do in a dossier of 20,985 projects and 62,955 figures
// as in one of a fifth of that: what it makes is bounded by what is on screen.
func TestSizeAsksNoMoreOfTheWindow(t *testing.T) {
	const mostNodes, mostTimes = 1400, 1.5
	fifth := datatest.Synthetic(t, 4000)
	whole, err := large()
	if err != nil {
		t.Fatal(err)
	}
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	small, big := costs(fifth), costs(whole)
	for range 2 { // what other tests have left running allocates, too: the least counts
		for kind, c := range costs(whole) {
			big[kind] = cost{c.nodes, min(c.allocated, big[kind].allocated)}
		}
	}
	for kind, c := range big {
		t.Logf("%s: %+v, of a fifth %+v", kind, c, small[kind])
		if c.nodes > mostNodes {
			t.Errorf("%s has %d objects", kind, c.nodes)
		}
		if float64(c.allocated) > mostTimes*float64(small[kind].allocated) {
			t.Errorf("%s allocates %d objects, and %d for a fifth of the records", kind, c.allocated, small[kind].allocated)
		}
	}
}
