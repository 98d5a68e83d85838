package mapdata

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"beltroad/internal/geo"
)

func TestSetsOfTheSameLayersAreEqual(t *testing.T) {
	s := SetOf("rail", "ports", "rail", "")
	if s != SetOf("ports", "rail") || s != SetOf().With("rail", true).With("ports", true).With("ports", true) {
		t.Errorf("the set is %q", s)
	}
	for id, want := range map[string]bool{"rail": true, "ports": true, "port": false, "": false, "ports;rail": false} {
		if s.Has(id) != want {
			t.Errorf("that %q has %q: %v", s, id, !want)
		}
	}
	if s = s.With("rail", false).With("nowhere", false); s != SetOf("ports") {
		t.Errorf("left is %q", s)
	}
	if s = s.With("ports", false); s != LayerSet("") || s != (Filter{}).Hidden {
		t.Errorf("nothing is %q", s)
	}
}

func TestStateIsReadAsItWasWritten(t *testing.T) {
	view := geo.View{Centre: orb.Point{1.23456789, -0.5}, Scale: 345.67891, Width: 787.6, Height: 640}
	for name, s := range map[string]State{
		"nothing":    {},
		"a view":     StateOf(Filter{}, view),
		"one source": {Filter: Filter{Only: true}},
		"a year":     {Filter: Filter{Year: 2019}},
		"a pillar":   {Filter: Filter{Pillar: "trade"}},
		"no pillar":  {Filter: Filter{Pillar: NoPillar}},
		"a project":  {Filter: Filter{Project: "aiib"}},
		"layers":     {Filter: Filter{Hidden: SetOf("ports", "rail & road", "Häfen")}},
		"all of it":  StateOf(Filter{Hidden: SetOf("a", "b"), Pillar: "trade", Year: 2013}, view),
		"the middle": StateOf(Filter{}, geo.View{Centre: orb.Point{-1e-9, 0}, Scale: 150}),
	} {
		if got := StateFrom(s.Values()); got != s {
			t.Errorf("%s: %+v is read as %+v", name, s, got)
		}
	}
	want := map[string]string{"x": "1.234568", "y": "-0.5", "scale": "345.679", "size": "788x640", "year": "2013", "hide": "a;b", "pillar": "trade"}
	if got := StateOf(Filter{Hidden: SetOf("b", "a"), Pillar: "trade", Year: 2013}, view).Values(); !maps.Equal(got, want) {
		t.Errorf("it is written %v, want %v", got, want)
	}
}

// A view that is read again in the same size is the same view, to less than a
// hundredth of a pixel, and is then written in the same way.
func TestViewsAreFoundAgain(t *testing.T) {
	for _, v := range []geo.View{
		geo.View{}.Resized(1024, 700),
		geo.View{}.Resized(1280, 760).Zoom(3.7, 300, 200),
		geo.View{}.Resized(333, 777).Zoom(100, 20, 20).Pan(1e6, -1e6), // in a corner
		geo.View{}.Resized(1031, 384).Fit(geo.Extent, geo.Margins{Top: 120, Right: 80, Bottom: 90, Left: 60}).Zoom(1.7, 300, 200), // held by an edge
		geo.View{}.Resized(900, 600).Fit(geo.Extent, geo.Margins{Top: 120, Right: 90, Bottom: 200, Left: 30}),
	} {
		s := StateOf(Filter{}, v)
		again := StateFrom(s.Values()).View(v)
		for _, x := range []float64{0, v.Width} {
			for _, y := range []float64{0, v.Height} {
				if ax, ay := again.Point(v.Plane(x, y)); math.Hypot(ax-x, ay-y) > 0.01 {
					t.Errorf("%+v: what was at %v, %v is at %v, %v", v, x, y, ax, ay)
				}
			}
		}
		if twice := StateOf(Filter{}, again); twice != s {
			t.Errorf("%+v is written as %+v, then as %+v", v, s, twice)
		}
	}
}

func TestStatesThatCannotBeRead(t *testing.T) {
	for name, values := range map[string]map[string]string{
		"no numbers":       {"x": "a", "y": "b", "scale": "c", "year": "d"},
		"no view":          {"x": "1", "y": "1"},
		"half a place":     {"x": "1", "scale": "300"},
		"infinite":         {"x": "Inf", "y": "NaN", "scale": "300"},
		"too close":        {"x": "1", "y": "1", "scale": "1e9"},
		"no scale":         {"x": "1", "y": "1", "scale": "0"},
		"turned round":     {"x": "1", "y": "1", "scale": "-300"},
		"before the years": {"year": "-5"},
		"after the years":  {"year": "123456"},
		"of another page":  {"scroll": "120"},
		"no layers":        {"hide": ";;"},
		"a size alone":     {"size": "788x640"},
	} {
		if got := StateFrom(values); got != (State{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A size that cannot be read is none; the view is found without it.
func TestSizesThatCannotBeRead(t *testing.T) {
	for _, size := range []string{"", "788", "788x", "x640", "0x640", "-1x640", "1e3x640", "788x640x2", "788x1000000"} {
		got := StateFrom(map[string]string{"x": "1", "y": "1", "scale": "300", "size": size})
		if want := (State{Centre: orb.Point{1, 1}, Scale: 300}); got != want {
			t.Errorf("%q: %+v", size, got)
		}
	}
}

// What is seen in one size is seen in another, and no more than its shape makes
// needful: one of the sides is as long as it was.
func TestTheSameIsSeenInAnotherSize(t *testing.T) {
	for _, page := range [][2]float64{{1024 - 236, 768}, {1000, 700}, {1680, 990}, {420, 700}} {
		view := geo.View{}.Resized(page[0], page[1]).Zoom(6, page[0]*0.6, page[1]*0.4)
		seen := view.Bound()
		for _, room := range [][2]float64{{1120, 480}, {560, 400}, {952, 560}, {1180, 420}, {300, 600}} {
			s := StateFrom(StateOf(Filter{}, view).Values()).Sized(room[0], room[1])
			again := s.View(geo.View{Width: room[0], Height: room[1]}).Bound()
			const fine = 1e-3 // of the plane: less than a pixel
			if !again.Pad(fine).Contains(seen.Min) || !again.Pad(fine).Contains(seen.Max) {
				t.Errorf("of %v on a page of %v, %v is seen in %v", seen, page, again, room)
			}
			wide, high := (again.Right()-again.Left())/(seen.Right()-seen.Left()), (again.Top()-again.Bottom())/(seen.Top()-seen.Bottom())
			if min(wide, high) > 1.001 {
				t.Errorf("a page of %v comes out %.3f as wide and %.3f as high in %v", page, wide, high, room)
			}
		}
	}
}

// Whatever text is read, the state is one that is written and read again.
func FuzzState(f *testing.F) {
	f.Add("1.5", "-0.25", "300", "788x640", "2019", "rail;ports", "trade", "")
	f.Add("NaN", "1e300", "1e-9", "0x", "-1", ";", "-", "aiib")
	f.Fuzz(func(t *testing.T, x, y, scale, size, year, hide, pillar, project string) {
		s := StateFrom(map[string]string{"x": x, "y": y, "scale": scale, "size": size, "year": year, "hide": hide, "pillar": pillar, "project": project})
		if again := StateFrom(s.Values()); again != s {
			t.Fatalf("%+v is read again as %+v", s, again)
		}
		if s.Scale == 0 {
			return
		}
		v := s.View(geo.View{Width: 800, Height: 500})
		if b := v.Bound(); !(b.Max[0] > b.Min[0]) || !(b.Max[1] > b.Min[1]) || v.Scale < 1 || v.Scale > geo.Closest || math.IsNaN(v.Centre[0]+v.Centre[1]) {
			t.Fatalf("%+v is the view %+v", s, v)
		}
		ids := strings.Split(string(s.Hidden), ";")
		if !slices.IsSorted(ids) {
			t.Fatalf("hidden are %q", ids)
		}
	})
}
