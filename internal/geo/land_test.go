package geo

import (
	"bytes"
	"compress/flate"
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/data/datatest"
)

func theLand(t testing.TB) *Land {
	t.Helper()
	levels := make([]Rings, 2)
	for i, file := range [][]byte{assets.CoarseLand, assets.FineLand} {
		var err error
		if levels[i], err = ReadRings(file); err != nil {
			t.Fatal(err)
		}
	}
	return &Land{Coarse: levels[0], Fine: func() Rings { return levels[1] }}
}

type position struct {
	name     string
	lon, lat float64
}

// gazetteer are places of all continents that do not lie at a coast.
func gazetteer(t *testing.T) []position {
	t.Helper()
	f, err := os.Open("testdata/places.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []position
	for _, row := range rows[1:] {
		lon, wrongLon := strconv.ParseFloat(row[2], 64)
		lat, wrongLat := strconv.ParseFloat(row[3], 64)
		if wrongLon != nil || wrongLat != nil {
			t.Fatal(row)
		}
		all = append(all, position{row[0] + ", " + row[1], lon, lat})
	}
	return all
}

func TestPlacesAreOnLand(t *testing.T) {
	land, all := theLand(t), gazetteer(t)
	coarse := 0
	for _, p := range all {
		if !land.Fine().Holds(p.lon, p.lat) {
			t.Errorf("%s is in the sea", p.name)
		}
		if land.Coarse.Holds(p.lon, p.lat) {
			coarse++
		}
	}
	t.Logf("%d places, %d of them on the coarse land, too", len(all), coarse)
	if len(all) <= 100 || coarse < len(all)*9/10 {
		t.Errorf("%d of %d places are on the coarse land", coarse, len(all))
	}
}

// The middle of Lagos, on the mainland. The gazetteer's point is on Lagos
// Island, which the land of Natural Earth does not part from the lagoon.
func TestLagosIsOnLand(t *testing.T) {
	land := theLand(t)
	for level, rings := range map[string]Rings{"coarse": land.Coarse, "fine": land.Fine()} {
		if !rings.Holds(3.3792, 6.5244) {
			t.Errorf("%s: Lagos is in the sea", level)
		}
		if !onLand(rings, 3.39467, 6.45407, 5) {
			t.Errorf("%s: Lagos Island is far from land", level)
		}
	}
}

func TestSeaIsNoLand(t *testing.T) {
	land := theLand(t)
	for _, p := range []position{
		{"0/0", 0, 0},
		{"North Atlantic", -40, 35},
		{"South Atlantic", -15, -30},
		{"North Pacific", -170, 35},
		{"South Pacific", -120, -35},
		{"the Pacific at the dateline", 180, 0},
		{"the same from the other side", -180, 0},
		{"the map's edge", -169, -20},
		{"just west of it", -169.001, -20},
		{"just east of it", -168.999, -20},
		{"Indian Ocean", 80, -30},
		{"Southern Ocean", 100, -58},
		{"the North Pole", 0, 90},
		{"Chukchi Sea", -172, 69},
		{"Caspian Sea, south", 51, 38.5},
		{"Caspian Sea, north", 50.5, 43},
		{"Mediterranean Sea", 18, 35},
		{"Black Sea", 34, 43.3},
		{"Baltic Sea", 20, 58},
		{"Red Sea", 38, 20},
		{"Persian Gulf", 51.5, 27},
		{"Hudson Bay", -86, 60},
		{"Gulf of Mexico", -90, 25},
		{"Great Barrier Reef", 147, -18},
		{"Bass Strait", 146, -39.8},
		{"Tasman Sea", 160, -40},
		{"Coral Sea", 155, -15},
		{"South China Sea", 114, 13},
		{"Bay of Bengal", 88, 14},
		{"Sea of Okhotsk", 150, 54},
		{"Bering Sea", 178, 57},
		{"Weddell Sea", -40, -70},
		{"Ross Sea", -175, -75},
		{"Drake Passage", -65, -58},
		{"Baffin Bay", -65, 73},
	} {
		if land.Coarse.Holds(p.lon, p.lat) || land.Fine().Holds(p.lon, p.lat) {
			t.Errorf("%s is land", p.name)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if land.Fine().Holds(v, 20) || land.Fine().Holds(v, v) || math.IsNaN(v) && land.Fine().Holds(20, v) {
			t.Errorf("there is land at %v", v)
		}
	}
}

// Land that the edge of the map or the 180th meridian goes through.
func TestLandAtTheEdges(t *testing.T) {
	land := theLand(t)
	for _, p := range []position{
		{"Chukotka", -175, 67},
		{"Chukotka at 180°", 179.99, 68},
		{"Chukotka beyond 180°", -179.99, 68},
		{"Wrangel Island", 179.5, 71.2},
		{"Wrangel Island beyond 180°", -179.5, 71.2},
		{"Viti Levu", 178, -17.8},
		{"Vanua Levu", 179.2, -16.6},
		{"Alaska", -160, 66},
		{"Antarctica east of the edge", -168.99, -87},
		{"Antarctica west of the edge", -169.01, -87},
		{"Antarctica at 180°", 180, -87},
		{"Antarctica at the pole", 45, -89.999},
	} {
		if !land.Fine().Holds(p.lon, p.lat) {
			t.Errorf("%s is in the sea", p.name)
		}
	}
}

// onLand tells whether there is land within some kilometres.
func onLand(r Rings, lon, lat, km float64) bool {
	const degree = 111.2
	for away := 0.0; away <= km; away += km / 4 {
		for turn := range 24 {
			sin, cos := math.Sincos(float64(turn) * math.Pi / 12)
			if r.Holds(Wrap(lon+away*cos/degree/math.Cos(lat*math.Pi/180)), lat+away*sin/degree) {
				return true
			}
		}
	}
	return false
}

func TestPlacesOfTheDossierAreAtLand(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	land := theLand(t)
	for _, p := range d.Places() {
		const km = 30
		if !onLand(land.Fine(), p.Lon, p.Lat, km) {
			t.Errorf("%s is more than %d km from land", p.Name, km)
		}
	}
}

// atEdge tells whether a point lies on the edge of the map.
func atEdge(p orb.Point) bool {
	const reach = 1e-6
	return math.Abs(p[1]) > halfHeight-reach || math.Abs(p[0]) > math.Pi*stretch(parametric(p[1]))-reach
}

// A ring that went around the world the wrong way would have an edge across the
// map. The longest that are meant are coasts of the Antarctic ice.
func TestNoRingGoesAcrossTheMap(t *testing.T) {
	land := theLand(t)
	for _, c := range []struct {
		name  string
		rings Rings
		most  float64 // share of the map's width
	}{{"coarse", land.Coarse, 0.02}, {"fine", land.Fine(), 0.01}} {
		for _, o := range c.rings {
			if o.Ring[0] != o.Ring[len(o.Ring)-1] {
				t.Errorf("%s: a ring at %v is not closed", c.name, o.Ring[0])
			}
			if !within(Extent.Pad(1e-12), o.Bound) {
				t.Errorf("%s: a ring leaves the map: %v", c.name, o.Bound)
			}
			for i, b := range o.Ring[1:] {
				a := o.Ring[i]
				if length := math.Hypot(b[0]-a[0], b[1]-a[1]) / (2 * halfWidth); length > c.most && (!atEdge(a) || !atEdge(b)) {
					t.Errorf("%s: an edge from %v to %v takes up %.3f of the map", c.name, a, b, length)
				}
			}
		}
	}
}

// An edge along the map's own is drawn as straight as it is here.
func TestLandKeepsToTheMapsEdge(t *testing.T) {
	land := theLand(t)
	for _, rings := range []Rings{land.Coarse, land.Fine()} {
		for _, o := range rings {
			for i, b := range o.Ring[1:] {
				a := o.Ring[i]
				if !atEdge(a) || !atEdge(b) || math.Abs(a[1]) > halfHeight-1e-6 && math.Abs(b[1]) > halfHeight-1e-6 {
					continue
				}
				middle := orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}
				away := math.Abs(math.Abs(middle[0]) - math.Pi*stretch(parametric(middle[1])))
				if a[0]*b[0] < 0 || away > 0.002 {
					t.Errorf("between %v and %v land is %v from the edge", a, b, away)
				}
			}
		}
	}
}

// square is a ring around a position.
func square(east, north, half float64) orb.Ring {
	return orb.Ring{
		{east - half, north - half}, {east + half, north - half}, {east + half, north + half}, {east - half, north + half}, {east - half, north - half},
	}
}

func written(t testing.TB, rings []orb.Ring) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteRings(&b, rings); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLandIsReadAsItIsWritten(t *testing.T) {
	lake := square(20, 10, 2)
	slices.Reverse(lake)
	rings := []orb.Ring{square(20.002, 10, 5.124), lake, square(-178, -88, 2), square(178, 88, 2)}
	got, err := ReadRings(written(t, rings))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(rings) {
		t.Fatalf("%d rings, want %d", len(got), len(rings))
	}
	for j, ring := range rings {
		for k, p := range ring {
			if want := project(p[0], p[1]); len(got[j].Ring) != len(ring) || !near(got[j].Ring[k], want, 1e-9) {
				t.Errorf("ring %d, point %d: %v, want %v", j, k, got[j].Ring[k], want)
			}
		}
		if got[j].Bound != got[j].Ring.Bound() {
			t.Errorf("ring %d has the bound %v", j, got[j].Bound)
		}
	}
	for p, want := range map[orb.Point]bool{{20, 10}: false, {23, 10}: true, {20, 14}: true, {26, 10}: false, {179, 89}: true, {-179, -89}: true, {179, -89}: false} {
		if got := got.Holds(p[0]+Meridian, p[1]); got != want {
			t.Errorf("land at %v: %v", p, got)
		}
	}
	if again, err := ReadRings(written(t, nil)); err != nil || len(again) > 0 {
		t.Errorf("no land is read as %v, %v", again, err)
	}
}

// deflated are the bytes that a file of land with such content has.
func deflated(t testing.TB, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// badLand are files that are refused.
func badLand(t testing.TB) map[string][]byte {
	t.Helper()
	whole := written(t, []orb.Ring{square(0, 0, 3)})
	one := func(r orb.Ring) []byte { return written(t, []orb.Ring{r}) }
	return map[string][]byte{
		"empty":              {},
		"no-deflate":         []byte("land"),
		"cut-off":            whole[:len(whole)-3],
		"goes-on":            append(slices.Clone(whole), 0),
		"goes-on-inside":     deflated(t, []byte{0, 0}),
		"nothing-inside":     deflated(t, nil),
		"bomb":               deflated(t, make([]byte, mostBytes+1)),
		"three-points":       one(square(0, 0, 3)[:3]),
		"east-of-the-edge":   one(square(178, 0, 3)),
		"beyond-the-pole":    one(square(0, 89, 3)),
		"too-many-rings":     deflated(t, []byte{0xFF, 0xFF, 0x7F}),
		"too-many-points":    deflated(t, []byte{1, 0xFF, 0xFF, 0xFF, 0x7F}),
		"number-without-end": deflated(t, bytes.Repeat([]byte{0xFF}, 20)),
		"far-away":           deflated(t, []byte{1, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, 0, 0, 0, 0}),
	}
}

func TestReadRingsRefuses(t *testing.T) {
	for name, b := range badLand(t) {
		if land, err := ReadRings(b); err == nil || land != nil {
			t.Errorf("%s: %v, %v", name, land, err)
		}
	}
}

// FuzzReadRings reads anything. What is taken lies on the Earth.
func FuzzReadRings(f *testing.F) {
	for _, b := range badLand(f) {
		if len(b) < 1000 {
			f.Add(b)
		}
	}
	f.Add([]byte{2, 4, 0, 0, 2, 0, 0, 2, 1, 1, 4, 0, 0, 2, 0, 0, 2, 1, 1})
	f.Add(written(f, []orb.Ring{square(0, 0, 3), square(-177, 87, 3), square(177, -87, 3)}))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, read := range []func([]byte) (Rings, error){ReadRings, inflated} { // hardly anything else would get as far as rings
			land, err := read(b)
			if err != nil {
				continue
			}
			for _, o := range land {
				if len(o.Ring) < 4 || !within(Extent.Pad(1e-9), o.Bound) {
					t.Errorf("a ring of %d points in %v", len(o.Ring), o.Bound)
				}
			}
			land.Holds(12, 34)
		}
	})
}
