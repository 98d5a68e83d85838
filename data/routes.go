package data

import (
	"fmt"
	"slices"
	"strings"

	"beltroad/data/internal/schema"
)

// maxVertices is how many points all routes of a dossier may have together.
const maxVertices = 20_000

// collection is a GeoJSON feature collection of routes. Pointers tell what is
// missing or null from what is zero.
type collection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type     string `json:"type"`
	Geometry *struct {
		Type        string       `json:"type"`
		Coordinates [][]*float64 `json:"coordinates"`
	} `json:"geometry"`
	Properties *struct {
		Project   string  `json:"project"`
		Status    *string `json:"status"`
		Schematic bool    `json:"schematic"`
	} `json:"properties"`
}

// routesReader reports what is wrong with a file of routes.
type routesReader struct {
	*reader
	file     string
	vertices int
}

func (r *reader) readRoutes() []Route {
	file := r.paths[schema.Routes]
	if file == "" {
		return nil
	}
	b, ok := r.readFile(file, maxJSON)
	if !ok {
		return nil
	}
	return (&routesReader{reader: r, file: file}).parse(b)
}

func (r *routesReader) problem(member, found, allowed string) {
	r.add(Problem{File: r.file, Column: member, Found: found, Allowed: allowed})
}

func (r *routesReader) parse(b []byte) []Route {
	var c collection
	if p := decode(b, &c); p != (Problem{}) {
		p.File = r.file
		r.add(p)
		return nil
	}
	if c.Type != "FeatureCollection" || c.Features == nil {
		r.problem("type", quoted(c.Type), "a FeatureCollection with features")
	}
	routes := make([]Route, len(c.Features))
	for i := range c.Features {
		routes[i] = r.route(fmt.Sprintf("features[%d]", i), &c.Features[i])
	}
	if r.vertices > maxVertices {
		r.problem("features", fmt.Sprintf("%d points", r.vertices), fmt.Sprintf("at most %d together", maxVertices))
	}
	return routes
}

func (r *routesReader) route(member string, f *feature) Route {
	if f.Type != "Feature" {
		r.problem(member+".type", quoted(f.Type), "Feature")
	}
	if f.Geometry == nil || f.Properties == nil {
		r.problem(member, "no geometry or no properties", "both")
		return Route{}
	}
	route := Route{Project: f.Properties.Project, Schematic: f.Properties.Schematic}
	if !route.Schematic {
		r.problem(member+".properties.schematic", "false or nothing", "true, as no line here is surveyed")
	}
	if s := f.Properties.Status; s != nil {
		route.Status = *s
		switch {
		case r.statuses != nil && !slices.Contains(r.statuses, *s):
			r.addNear(Problem{
				File: r.file, Column: member + ".properties.status", Found: quoted(*s),
				Allowed: strings.Join(r.statuses, ", ") + ", or null",
			}, *s, r.statuses)
		case strings.TrimSpace(*s) != *s, *s == "", !isPlain(*s):
			r.problem(member+".properties.status", quoted(*s), "text on one line, or null")
		}
	}
	projects := r.tables[schema.Projects]
	if _, ok := projects.keys[route.Project]; !ok && (projects.complete || !isID(route.Project)) {
		r.problem(member+".properties.project", quoted(route.Project), "id of a row in "+projects.file)
	}
	if f.Geometry.Type != "LineString" {
		r.problem(member+".geometry.type", quoted(f.Geometry.Type), "LineString")
		return route
	}
	route.Line = r.line(member+".geometry.coordinates", f.Geometry.Coordinates)
	return route
}

func (r *routesReader) line(member string, coordinates [][]*float64) []([2]float64) {
	if len(coordinates) < 2 {
		r.problem(member, count(len(coordinates), "point"), "at least 2")
		return nil
	}
	r.vertices += len(coordinates)
	line := make([][2]float64, len(coordinates))
	for i, p := range coordinates {
		if len(p) != 2 || p[0] == nil || p[1] == nil {
			r.problem(fmt.Sprintf("%s[%d]", member, i), "no pair of numbers", "[longitude, latitude]")
			continue
		}
		line[i] = [2]float64{*p[0], *p[1]}
		if lon, lat := *p[0], *p[1]; lon < -180 || lon > 180 || lat < -90 || lat > 90 {
			r.problem(fmt.Sprintf("%s[%d]", member, i), fmt.Sprintf("[%v, %v]", lon, lat), "longitude from -180 to 180, latitude from -90 to 90")
		}
	}
	return line
}
