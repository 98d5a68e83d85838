package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// anyView is a view as the window can have it.
func anyView(rnd *rand.Rand) View {
	v := View{}.Resized(100+rnd.Float64()*2000, 80+rnd.Float64()*1200)
	if rnd.IntN(2) == 0 {
		v.Covered = Margins{rnd.Float64() * 100, rnd.Float64() * 100, rnd.Float64() * 100, rnd.Float64() * 100}.within(v.Width, v.Height)
	}
	v = v.Zoom(math.Pow(60, rnd.Float64()), rnd.Float64()*v.Width, rnd.Float64()*v.Height)
	return v.Pan((rnd.Float64()-0.5)*v.Width*2, (rnd.Float64()-0.5)*v.Height*2)
}

// anyBound is a part of the world.
func anyBound(rnd *rand.Rand) orb.Bound {
	point := func() orb.Point {
		return orb.Point{(rnd.Float64()*2 - 1) * halfWidth, (rnd.Float64()*2 - 1) * halfHeight}
	}
	a := point()
	switch rnd.IntN(4) {
	case 0:
		return a.Bound()
	case 1:
		return orb.LineString{a, {a[0], point()[1]}}.Bound()
	default:
		return orb.LineString{a, point()}.Bound()
	}
}

// checkNotLost checks that a view has no more beside the map than it must.
func checkNotLost(t *testing.T, what string, v View) {
	t.Helper()
	m := v.Covered
	free := orb.Bound{Min: v.Plane(m.Left, v.Height-m.Bottom), Max: v.Plane(v.Width-m.Right, m.Top)} // what nothing covers
	for axis, half := range []float64{halfWidth, halfHeight} {
		switch size := free.Max[axis] - free.Min[axis]; {
		case size >= 2*half+1e-12: // all of the map is seen, in the middle
			if middle := (free.Min[axis] + free.Max[axis]) / 2; math.Abs(middle) > 1e-9 {
				t.Fatalf("%s: %+v is not in the middle", what, v)
			}
		case free.Min[axis] < -half-1e-9 || free.Max[axis] > half+1e-9:
			t.Fatalf("%s: %+v shows %v, beside the map", what, v, free)
		}
	}
	if v.Scale < v.Whole()-1e-9 || v.Scale > Closest {
		t.Fatalf("%s: the scale is %v", what, v.Scale)
	}
}

// held tells whether the edges of the map keep a view from moving freely.
func held(v View) bool {
	m := v.Covered
	free := orb.Bound{Min: v.Plane(m.Left, v.Height-m.Bottom), Max: v.Plane(v.Width-m.Right, m.Top)}
	for axis, half := range []float64{halfWidth, halfHeight} {
		if free.Min[axis] < -half+1e-9 || free.Max[axis] > half-1e-9 {
			return true
		}
	}
	return false
}

func TestPointIsWhereThePlaneSays(t *testing.T) {
	rnd := dice()
	for range 2000 {
		v := anyView(rnd)
		x, y := rnd.Float64()*v.Width, rnd.Float64()*v.Height
		if gotX, gotY := v.Point(v.Plane(x, y)); math.Abs(gotX-x) > 1e-6 || math.Abs(gotY-y) > 1e-6 {
			t.Fatalf("%+v: %v, %v comes back as %v, %v", v, x, y, gotX, gotY)
		}
		if b := v.Bound(); !near(b.Min, v.Plane(0, v.Height), 1e-12) || !near(b.Max, v.Plane(v.Width, 0), 1e-12) {
			t.Fatalf("%+v has the bound %v", v, b)
		}
	}
}

func TestZoomKeepsThePointUnderThePointer(t *testing.T) {
	rnd := dice()
	kept := 0
	for range 5000 {
		v := anyView(rnd)
		x, y := rnd.Float64()*v.Width, rnd.Float64()*v.Height
		factor := math.Pow(8, rnd.Float64()*2-1)
		zoomed := v.Zoom(factor, x, y)
		checkNotLost(t, "zoomed", zoomed)
		if want := min(max(v.Scale*factor, v.Whole()), Closest); math.Abs(zoomed.Scale/want-1) > 1e-12 {
			t.Fatalf("%+v by %v has the scale %v", v, factor, zoomed.Scale)
		}
		if held(zoomed) {
			continue
		}
		kept++
		if now := zoomed.Plane(x, y); !near(now, v.Plane(x, y), 1e-9) {
			t.Fatalf("%+v by %v at %v, %v: %v lies where %v was", v, factor, x, y, now, v.Plane(x, y))
		}
	}
	if kept < 500 {
		t.Errorf("only %d views could be zoomed freely", kept)
	}
}

func TestPanThereAndBack(t *testing.T) {
	rnd := dice()
	free := 0
	for range 5000 {
		v := anyView(rnd)
		dx, dy := (rnd.Float64()-0.5)*v.Width, (rnd.Float64()-0.5)*v.Height
		there := v.Pan(dx, dy)
		checkNotLost(t, "panned", there)
		if held(there) {
			continue
		}
		free++
		p := v.Plane(0, 0)
		if x, y := there.Point(p); math.Abs(x-dx) > 1e-6 || math.Abs(y-dy) > 1e-6 {
			t.Fatalf("%+v by %v, %v moved by %v, %v", v, dx, dy, x, y)
		}
		if back := there.Pan(-dx, -dy); !near(back.Centre, v.Centre, 1e-9) || back.Scale != v.Scale {
			t.Fatalf("%+v comes back as %+v", v, back)
		}
	}
	if free < 500 {
		t.Errorf("only %d views could be panned freely", free)
	}
}

// Whatever is done, the map is not lost.
func TestNoViewIsLost(t *testing.T) {
	rnd := dice()
	huge := []float64{1e6, -1e6, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN(), 0}
	pick := func() float64 { return huge[rnd.IntN(len(huge))] }
	for range 5000 {
		v := anyView(rnd)
		checkNotLost(t, "panned far", v.Pan(pick(), pick()))
		checkNotLost(t, "zoomed far", v.Zoom(pick(), rnd.Float64()*v.Width, rnd.Float64()*v.Height))
		checkNotLost(t, "zoomed about nowhere", v.Zoom(2, pick(), pick()))
		checkNotLost(t, "resized", v.Resized(1+rnd.Float64()*3000, 1+rnd.Float64()*3000))
		checkNotLost(t, "fitted", v.Fit(anyBound(rnd), Margins{rnd.Float64() * 900, rnd.Float64() * 900, rnd.Float64() * 900, rnd.Float64() * 900}))
		checkNotLost(t, "fitted to nothing", v.Fit(orb.Bound{Min: orb.Point{pick(), pick()}, Max: orb.Point{pick(), pick()}}, Margins{}))
		checkNotLost(t, "revealed", v.Reveal(orb.Point{pick(), pick()}, Margins{50, 50, 50, 50}))
	}
}

func TestFitShowsAllOfIt(t *testing.T) {
	rnd := dice()
	free := 0
	for range 5000 {
		v := View{}.Resized(300+rnd.Float64()*1500, 300+rnd.Float64()*1000)
		m := Margins{rnd.Float64() * 100, rnd.Float64() * 100, rnd.Float64() * 100, rnd.Float64() * 100}
		b := anyBound(rnd)
		fitted := v.Fit(b, m)
		left, bottom := fitted.Point(b.Min)
		right, top := fitted.Point(b.Max)
		if left < -1e-6 || top < -1e-6 || right > v.Width+1e-6 || bottom > v.Height+1e-6 {
			t.Fatalf("%v in %+v is out of view: %v, %v to %v, %v", b, fitted, left, top, right, bottom)
		}
		if held(fitted) {
			continue // the sea beside the map is not shown for a margin's sake
		}
		free++
		if left < m.Left-1e-6 || top < m.Top-1e-6 || right > v.Width-m.Right+1e-6 || bottom > v.Height-m.Bottom+1e-6 {
			t.Fatalf("%v in %+v is in the margins %+v: %v, %v to %v, %v", b, fitted, m, left, top, right, bottom)
		}
		if tight := max((right-left)/(v.Width-m.Left-m.Right), (bottom-top)/(v.Height-m.Top-m.Bottom)); fitted.Scale < Closest && max(b.Right()-b.Left(), b.Top()-b.Bottom()) > 0.1 && tight < 0.999 {
			t.Fatalf("%v in %+v fills only %v of it", b, fitted, tight)
		}
	}
	if free < 500 {
		t.Errorf("only %d views could be fitted freely", free)
	}
}

func TestResizedKeepsTheCorner(t *testing.T) {
	rnd := dice()
	free := 0
	for range 5000 {
		v := anyView(rnd)
		w, h := 100+rnd.Float64()*2000, 80+rnd.Float64()*1200
		resized := v.Resized(w, h)
		if resized.Width != w || resized.Height != h {
			t.Fatalf("%+v is %v x %v", resized, w, h)
		}
		if held(resized) || resized.Scale != v.Scale {
			continue
		}
		free++
		if !near(resized.Plane(0, 0), v.Plane(0, 0), 1e-9) {
			t.Fatalf("%+v and %+v begin elsewhere", v, resized)
		}
	}
	if free < 500 {
		t.Errorf("only %d views kept their corner", free)
	}
}

func TestRevealMovesNoMoreThanItMust(t *testing.T) {
	rnd := dice()
	m := Margins{20, 30, 40, 50}
	for range 5000 {
		v := anyView(rnd)
		p := orb.Point{(rnd.Float64()*2 - 1) * halfWidth, (rnd.Float64()*2 - 1) * halfHeight}
		shown := v.Reveal(p, m)
		x, y := shown.Point(p)
		if x < -1e-6 || y < -1e-6 || x > v.Width+1e-6 || y > v.Height+1e-6 || shown.Scale != v.Scale {
			t.Fatalf("%v is at %v, %v of %+v", p, x, y, shown)
		}
		if !held(shown) && (x < m.Left-1e-6 || y < m.Top-1e-6 || x > v.Width-m.Right+1e-6 || y > v.Height-m.Bottom+1e-6) {
			t.Fatalf("%v is in the margins: at %v, %v of %+v", p, x, y, shown)
		}
		if again := shown.Reveal(p, m); !near(again.Centre, shown.Centre, 1e-9) {
			t.Fatalf("%v is revealed twice: %+v, %+v", p, shown, again)
		}
	}
}

func TestBetweenEndsAtItsEnds(t *testing.T) {
	rnd := dice()
	for range 2000 {
		v := anyView(rnd)
		w := v.Zoom(math.Pow(8, rnd.Float64()*2-1), rnd.Float64()*v.Width, rnd.Float64()*v.Height)
		if rnd.IntN(3) == 0 {
			w.Scale = v.Scale
		}
		if start := v.Between(w, 0); !near(start.Centre, v.Centre, 1e-9) || math.Abs(start.Scale/v.Scale-1) > 1e-12 {
			t.Fatalf("from %+v to %+v it starts at %+v", v, w, start)
		}
		if end := v.Between(w, 1); end != w {
			t.Fatalf("from %+v to %+v it ends at %+v", v, w, end)
		}
		last := v.Scale
		for share := 0.1; share < 1; share += 0.1 {
			on := v.Between(w, share)
			if (on.Scale-last)*(w.Scale-v.Scale) < 0 || math.IsNaN(on.Centre[0]+on.Centre[1]) {
				t.Fatalf("from %+v to %+v: %+v at %v", v, w, on, share)
			}
			last = on.Scale
		}
	}
}

// What is under the pointer stays there on the whole way of a zoom.
func TestBetweenKeepsThePointUnderThePointer(t *testing.T) {
	v := View{}.Resized(1280, 800).Zoom(4, 640, 400)
	w := v.Zoom(3, 300, 500)
	want := v.Plane(300, 500)
	for share := 0.0; share <= 1; share += 0.125 {
		if got := v.Between(w, share).Plane(300, 500); !near(got, want, 1e-9) {
			t.Errorf("at %v, %v lies where %v was", share, got, want)
		}
	}
}
