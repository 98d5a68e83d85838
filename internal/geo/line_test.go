package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// checkPath checks what every line on the plane must be: without jumps, on the
// map, and parted only where it goes over the edge.
func checkPath(t *testing.T, name string, line [][2]float64, parts []orb.LineString) {
	t.Helper()
	const longest = 0.12 // of a step of 2° on the equator it is 0.03; near a pole 2° are many meridians
	for i, part := range parts {
		if len(part) < 2 {
			t.Errorf("%s: part %d has %d points", name, i, len(part))
		}
		for j, p := range part {
			if !near(p, orb.Point{}, halfWidth+1e-9) || math.Abs(p[1]) > halfHeight+1e-9 {
				t.Fatalf("%s: part %d has a point %v, off the map", name, i, p)
			}
			if j > 0 && math.Hypot(p[0]-part[j-1][0], p[1]-part[j-1][1]) > longest && math.Abs(p[1]) < 1.25 {
				t.Errorf("%s: part %d jumps from %v to %v", name, i, part[j-1], p)
			}
		}
		if i == 0 {
			continue
		}
		from, to := parts[i-1][len(parts[i-1])-1], part[0]
		if !near(from, orb.Point{-to[0], to[1]}, 1e-9) || !atEdge(from) || !atEdge(to) {
			t.Errorf("%s: it leaves the map at %v and comes back at %v", name, from, to)
		}
	}
	if first, last := line[0], line[len(line)-1]; len(parts) > 0 {
		end := parts[len(parts)-1]
		if !near(parts[0][0], Project(first[0], first[1]), 1e-9) || !near(end[len(end)-1], Project(last[0], last[1]), 1e-9) {
			t.Errorf("%s: it goes from %v to %v", name, parts[0][0], end[len(end)-1])
		}
	}
}

func TestPath(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  [][2]float64
		parts int
	}{
		{"a railway", [][2]float64{{106.84513, -6.21462}, {107.60694, -6.92222}}, 1},
		{"over the 180th meridian", [][2]float64{{170, 10}, {-175, 20}}, 1},
		{"over the edge eastwards", [][2]float64{{170, 10}, {-150, 20}}, 2},
		{"over the edge westwards", [][2]float64{{-150, 20}, {170, 10}}, 2},
		{"over the edge and back", [][2]float64{{170, 10}, {-150, 20}, {175, 30}}, 3},
		{"around the world", [][2]float64{{-60, 0}, {60, 0}, {179, 0}, {-60, 0}}, 2},
		{"around the pole", [][2]float64{{0, 70}, {90, 75}, {180, 70}, {-90, 75}, {0, 70}}, 2},
		{"around the South Pole", [][2]float64{{0, -70}, {90, -75}, {180, -70}, {-90, -75}, {0, -70}}, 2},
		{"over the pole", [][2]float64{{30, 60}, {-150, 60}}, 1},
		{"past the pole", [][2]float64{{30, 60}, {-160, 60}}, 2},
		{"from pole to pole", [][2]float64{{30, 90}, {40, 0}, {30, -90}}, 1},
		{"along the edge", [][2]float64{{-169, 40}, {-169, -40}}, 1},
		{"to the edge and back", [][2]float64{{-150, 0}, {-169, 0}, {-150, 5}}, 1},
		{"the same point twice", [][2]float64{{20, 20}, {20, 20}}, 1},
		{"a single point", [][2]float64{{20, 20}}, 0},
		{"ten metres", [][2]float64{{20, 20}, {20.0001, 20}}, 1},
	} {
		parts := Path(c.line)
		if len(parts) != c.parts {
			t.Errorf("%s: %d parts, want %d: %v", c.name, len(parts), c.parts, parts)
		}
		checkPath(t, c.name, c.line, parts)
	}
	if parts := Path(nil); len(parts) != 0 {
		t.Errorf("no line gives %v", parts)
	}
}

// Points opposite one another have no shortest way: any is right that can be drawn.
func TestPathToTheOtherSideOfTheEarth(t *testing.T) {
	for _, line := range [][][2]float64{
		{{0, 0}, {180, 0}}, {{11, 0}, {-169, 0}}, {{-79, 0}, {101, 0}}, {{20, 50}, {-160, -50}}, {{0, 90}, {0, -90}}, {{20, 50}, {-160, -50.0000001}},
	} {
		for _, part := range Path(line) {
			for _, p := range part {
				if !near(p, orb.Point{}, halfWidth+1e-9) {
					t.Errorf("%v has a point %v", line, p)
				}
			}
		}
	}
}

func TestPathAnywhere(t *testing.T) {
	rnd := dice()
	for range 5000 {
		line := make([][2]float64, 2+rnd.IntN(6))
		for i := range line {
			line[i] = [2]float64{rnd.Float64()*360 - 180, rnd.Float64()*170 - 85}
		}
		checkPath(t, "random", line, Path(line))
		if t.Failed() {
			t.Fatal(line)
		}
	}
}

// Legs are great circles: no point is off the plane of its ends, and the way is
// no longer than it has to be.
func TestPathIsTheShortestWay(t *testing.T) {
	rnd := dice()
	for range 500 {
		from := [2]float64{rnd.Float64()*360 - 180, rnd.Float64()*160 - 80}
		to := [2]float64{rnd.Float64()*360 - 180, rnd.Float64()*160 - 80}
		a, b := towards(from[0], from[1]), towards(to[0], to[1])
		straight := math.Acos(a.dot(b))
		if straight > 3 {
			continue
		}
		way := 0.0
		parts := Path([][2]float64{from, to})
		for _, part := range parts {
			for i := 1; i < len(part); i++ {
				way += math.Acos(max(-1, min(at(part[i-1]).dot(at(part[i])), 1)))
			}
		}
		// where it leaves the map it is parted on a straight line
		if math.Abs(way-straight) > 1e-5 && len(parts) == 1 || way-straight > 0.02 {
			t.Fatalf("%v to %v: %v long in %d parts, want %v", from, to, way, len(parts), straight)
		}
	}
}

// at is the direction of a point on the plane.
func at(p orb.Point) direction {
	lon, lat, _ := unproject(orb.Point{p[0] * (1 - 1e-13), p[1] * (1 - 1e-13)})
	return towards(lon, lat)
}

// A dossier holds none of these; what does not come out of a file must not hang either.
func TestPathTakesAnything(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, 181, -999, 0}
	for _, a := range odd {
		for _, b := range odd {
			for _, part := range Path([][2]float64{{0, 0}, {a, b}, {20, 20}, {b, a}, {a, a}}) {
				if len(part) > 1000 {
					t.Errorf("%v, %v: %d points", a, b, len(part))
				}
				for _, p := range part {
					if !near(p, orb.Point{}, halfWidth+1e-9) { // not a number is near nothing
						t.Errorf("%v, %v: a point %v", a, b, p)
					}
				}
			}
		}
	}
}
