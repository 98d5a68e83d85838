package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// dice give the same numbers each time: a property that fails must fail again.
func dice() *rand.Rand { return rand.New(rand.NewPCG(2013, 2023)) }

func near(a, b orb.Point, by float64) bool {
	return math.Abs(a[0]-b[0]) <= by && math.Abs(a[1]-b[1]) <= by
}

// Another program computed where these positions are:
//
//	proj +proj=eqearth +R=1 +lon_0=11 -f %.12f
//
// of PROJ 9.1.1 (Debian 9.1.1-1+b1).
func TestProjectAsPROJ(t *testing.T) {
	for _, c := range []struct {
		name     string
		lon, lat float64
		want     orb.Point
	}{
		{"Beijing", 116.39723, 39.9075, orb.Point{1.405466831293, 0.773000959627}},
		{"Lagos", 3.39467, 6.45407, orb.Point{-0.114013696825, 0.130602531044}},
		{"New York", -74.00597, 40.71427, orb.Point{-1.127791008839, 0.787089802888}},
		{"Buenos Aires", -58.37723, -34.61315, orb.Point{-0.953861384164, -0.678290196742}},
		{"Cape Town", 18.42322, -33.92584, orb.Point{0.102430612531, -0.665728811178}},
		{"Sydney", 151.20732, -33.86785, orb.Point{1.935258232792, -0.664666368393}},
		{"Auckland", 174.76349, -36.84853, orb.Point{2.224021290991, -0.718736158943}},
		{"Anchorage", -149.90028, 61.21806, orb.Point{-1.800550118005, 1.104472892512}},
		{"Moscow", 37.61556, 55.75222, orb.Point{0.314045575832, 1.028835582327}},
		{"McMurdo Station", 166.66847, -77.84632, orb.Point{1.470091771016, -1.274748500520}},
		{"Honolulu", -157.85833, 21.30694, orb.Point{-2.455769743972, 0.426387931710}},
		{"the origin", 0, 0, orb.Point{-0.165405165670, 0}},
		{"the middle", 11, 0, orb.Point{0, 0}},
		{"the equator, a quarter east", 101, 0, orb.Point{1.353314991848, 0}},
		{"the equator, a quarter west", -79, 0, orb.Point{-1.353314991848, 0}},
		{"the North Pole", 11, 90, orb.Point{0, 1.317362759157}},
		{"the South Pole", 11, -90, orb.Point{0, -1.317362759157}},
		{"the North Pole from the east", 100, 90, orb.Point{0.792885498318, 1.317362759157}},
		{"near the North Pole", -120, 89.9, orb.Point{-1.167061284324, 1.317359775283}},
		{"the eastern edge", 190.999999, 0, orb.Point{2.706629968659, 0}},
		{"the eastern edge, north", 190.999999, 45, orb.Point{2.319708985319, 0.860231085522}},
		{"the western edge", -168.999999, 0, orb.Point{-2.706629968659, 0}},
		{"the western edge, south", -168.999999, -60, orb.Point{-2.039060076243, -1.088300835505}},
	} {
		got := Project(c.lon, c.lat)
		if !near(got, c.want, 1e-11) {
			t.Errorf("%s is at %v, want %v", c.name, got, c.want)
		}
		lon, lat, ok := unproject(c.want)
		// the sine is flat at the poles: a digit of it there is many of the angle
		if again := Project(lon, lat); !ok || !near(again, c.want, 1e-11) || math.Abs(lat-c.lat) > 1e-4 {
			t.Errorf("%s comes back as %v, %v, %v", c.name, lon, lat, ok)
		}
	}
}

// PROJ's own documentation has one value, for a map with Greenwich in its middle.
func TestProjectAsPROJSays(t *testing.T) {
	if got := Project(122+Meridian, 47); !near(got, orb.Point{1.55, 0.89}, 0.005) {
		t.Errorf("122° east of the middle and 47° north is at %v, want 1.55, 0.89", got)
	}
}

func TestUnprojectTurnsProjectRound(t *testing.T) {
	rnd := dice()
	for range 20_000 {
		lon, lat := rnd.Float64()*360-180, rnd.Float64()*180-90
		p := Project(lon, lat)
		gotLon, gotLat, ok := unproject(p)
		if !ok || math.Abs(Wrap(gotLon-lon)) > 1e-9 || math.Abs(lat) < 89.9 && math.Abs(gotLat-lat) > 1e-9 {
			t.Fatalf("%v, %v comes back as %v, %v, %v", lon, lat, gotLon, gotLat, ok)
		}
		if again := Project(gotLon, gotLat); !near(again, p, 1e-9) {
			t.Fatalf("%v, %v is at %v, then at %v", lon, lat, p, again)
		}
		if !Extent.Contains(p) {
			t.Fatalf("%v, %v is at %v, off the map", lon, lat, p)
		}
	}
}

func TestNothingIsBesideTheMap(t *testing.T) {
	for _, p := range []orb.Point{
		{halfWidth + 1e-6, 0},
		{-halfWidth - 1e-6, 0},
		{0, halfHeight + 1e-9},
		{0, -halfHeight - 1e-9},
		{2.6, 1.2},
		{-2.6, -1.2}, // in the corners
		{math.NaN(), 0},
		{0, math.NaN()},
		{math.Inf(1), 0},
		{math.Inf(-1), 1},
		{0, math.Inf(1)},
		{0, math.Inf(-1)},
		{1e308, 1e-308},
	} {
		if lon, lat, ok := unproject(p); ok || lon != 0 || lat != 0 {
			t.Errorf("%v is found at %v, %v", p, lon, lat)
		}
	}
	rnd := dice()
	for range 20_000 {
		p := orb.Point{(rnd.Float64()*2 - 1) * 3, (rnd.Float64()*2 - 1) * 1.5}
		lon, lat, ok := unproject(p)
		inside := math.Abs(p[1]) <= halfHeight && math.Abs(p[0]) <= math.Pi*stretch(parametric(p[1]))
		if ok != inside {
			t.Fatalf("%v beside the map: %v", p, !ok)
		}
		if ok && !near(Project(lon, lat), p, 1e-9) {
			t.Fatalf("%v is %v, %v, and that is at %v", p, lon, lat, Project(lon, lat))
		}
	}
}

func TestProjectTakesAnything(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 1e-320, 180, -180, 540, -540, 91, -91, 0}
	for _, lon := range odd {
		for _, lat := range odd {
			p := Project(lon, lat)
			onMap := math.Abs(p[0]) <= halfWidth+1e-12 && math.Abs(p[1]) <= halfHeight // false for NaN
			if number := !math.IsNaN(lon-lon) && !math.IsNaN(lat); number != onMap {
				t.Errorf("%v, %v is at %v", lon, lat, p)
			}
			for _, v := range []float64{Wrap(lon), Wrap(lat)} {
				if v < -180 || v > 180 {
					t.Errorf("%v or %v becomes %v", lon, lat, v)
				}
			}
		}
	}
}

// Equal areas on the Earth are equal areas on the map.
func TestAreasAreEqual(t *testing.T) {
	const d = 1e-4 // degrees
	rnd := dice()
	for range 2000 {
		lon, lat := rnd.Float64()*350-175+Meridian, rnd.Float64()*178-89
		a, b, c := Project(lon, lat), Project(lon+d, lat), Project(lon, lat+d)
		if math.Abs(b[0]-a[0]) > 1 {
			continue // the edge of the map lies between them
		}
		area := (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0])
		degree := math.Pi / 180
		want := d * degree * (math.Sin((lat+d)*degree) - math.Sin(lat*degree))
		if math.Abs(area/want-1) > 1e-4 {
			t.Fatalf("at %v, %v an area of %v takes up %v", lon, lat, want, area)
		}
	}
}

func TestEdgeGoesAroundTheMap(t *testing.T) {
	edge := Edge()
	if b := edge.Bound(); !near(b.Min, Extent.Min, 1e-12) || !near(b.Max, Extent.Max, 1e-12) {
		t.Errorf("the edge has the bound %v, the world %v", b, Extent)
	}
	for _, p := range edge {
		if _, _, ok := unproject(orb.Point{p[0] * (1 - 1e-12), p[1] * (1 - 1e-12)}); !ok {
			t.Errorf("%v is beside the map", p)
		}
		if _, _, ok := unproject(orb.Point{p[0] * 1.001, p[1]}); ok {
			t.Errorf("%v is not at the edge", p)
		}
	}
}

// unproject finds the position of a point on the plane; ok is false beside the map.
func unproject(p orb.Point) (lon, lat float64, ok bool) {
	if !(math.Abs(p[1]) <= halfHeight) {
		return 0, 0, false
	}
	t := parametric(p[1])
	east := p[0] / stretch(t) * 180 / math.Pi
	if !(math.Abs(east) <= 180) {
		return 0, 0, false
	}
	lat = math.Asin(max(-1, min(2*math.Sin(t)/rootThree, 1))) * 180 / math.Pi
	return Wrap(east + Meridian), lat, true
}
