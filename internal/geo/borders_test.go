package geo

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"beltroad/data"
	"beltroad/data/datatest"
)

// borders are countries by ISO 3166-1 alpha-3 codes; the file says whose.
func borders(t *testing.T) map[string]orb.MultiPolygon {
	t.Helper()
	b, err := os.ReadFile("testdata/borders.geojson")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Features []struct {
			Properties struct{ Iso string }
			Geometry   struct{ Coordinates orb.MultiPolygon }
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	all := map[string]orb.MultiPolygon{}
	for _, f := range file.Features {
		all[f.Properties.Iso] = f.Geometry.Coordinates
	}
	return all
}

// A line stays in the countries that its project names, and those of its places.
func TestRoutesStayInTheirCountries(t *testing.T) {
	const (
		earth     = 6371.0 // km
		mostAtSea = 6.0    // km: coasts are coarse
	)
	all := borders(t)
	d := datatest.Open(t, data.Builtin())
	for _, r := range d.Routes() {
		p, _ := d.Project(r.Project)
		own := slices.Clone(p.Countries)
		for _, at := range d.PlacesOfProject(p.ID) {
			place, _ := d.Place(at.Place)
			own = append(own, place.Country)
		}
		sea := 0.0
		for _, part := range Path(r.Line) {
			for i, b := range part[1:] {
				a := part[i]
				const step = 0.5 // km
				length := math.Hypot(b[0]-a[0], b[1]-a[1]) * earth
				n := max(1, int(length/step))
				for k := range n {
					share := (float64(k) + 0.5) / float64(n)
					lon, lat, _ := unproject(orb.Point{a[0] + share*(b[0]-a[0]), a[1] + share*(b[1]-a[1])})
					switch in := countryAt(all, orb.Point{lon, lat}); {
					case in == "":
						sea += length / float64(n)
					case !slices.Contains(own, in):
						t.Fatalf("the line of %s crosses %s at %.2f, %.2f", r.Project, in, lon, lat)
					}
				}
			}
		}
		if sea > mostAtSea {
			t.Errorf("%.1f km of the line of %s are in no country", sea, r.Project)
		}
	}
}

func countryAt(all map[string]orb.MultiPolygon, p orb.Point) string {
	for iso, area := range all {
		if planar.MultiPolygonContains(area, p) {
			return iso
		}
	}
	return ""
}
