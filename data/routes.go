package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// maxVertices is how many points all routes of a dossier may have together.
const maxVertices = 20_000

// feature is a GeoJSON feature of a route. Pointers tell what is missing or null
// from what is zero.
type feature struct {
	Type     string `json:"type"`
	Geometry *struct {
		Type        string     `json:"type"`
		Coordinates lineString `json:"coordinates"`
	} `json:"geometry"`
	Properties *struct {
		Project   string  `json:"project"`
		Status    *string `json:"status"`
		Schematic bool    `json:"schematic"`
		Paragraph int     `json:"paragraph"`
		Source    string  `json:"source"`
	} `json:"properties"`
}

// lineString are the points of a line. Those of a line that has more than all
// together may have are counted and not kept.
type lineString struct {
	count  int
	points []point
}

// UnmarshalJSON takes an array of positions; anything else has none.
func (l *lineString) UnmarshalJSON(b []byte) error {
	if b[0] != '[' {
		return nil
	}
	commas := bytes.Count(b, []byte(","))
	if l.count = bytes.Count(b, []byte("[")) - 1; commas > 3*maxVertices { // more elements than points have numbers
		l.count = max(l.count, commas/3)
	}
	if l.count > maxVertices {
		return nil
	}
	for _, e := range elements(b, 0) {
		l.points = append(l.points, pointOf(e.raw))
	}
	l.count = len(l.points)
	return nil
}

// point is a position of GeoJSON: longitude and latitude, and perhaps a height,
// which a map does not need.
type point struct {
	at [2]float64
	ok bool
}

// pointOf takes an array of two or three numbers; anything else is no point,
// and told as such.
func pointOf(b []byte) point {
	if b[0] != '[' {
		return point{}
	}
	p, n := point{ok: true}, 0
	for _, e := range elements(b, 0) {
		x, err := strconv.ParseFloat(string(e.raw), 64)
		p.ok = p.ok && err == nil && !math.IsInf(x, 0) && !math.IsNaN(x)
		if n < len(p.at) {
			p.at[n] = x
		}
		n++
	}
	p.ok = p.ok && (n == 2 || n == 3)
	return p
}

// featureCollection is a file of routes, as it is written.
type featureCollection struct {
	Type     string           `json:"type"`
	Features []decodedFeature `json:"-"`
	is       bool             // it could be read
}

// decodedFeature is a feature, or why it is none.
type decodedFeature struct {
	feature

	problem *Problem
}

// readRoutes reads the file of routes, and holds it against nothing yet.
func (r *reader) readRoutes() featureCollection {
	file := r.paths[schema.Routes]
	if file == "" {
		return featureCollection{}
	}
	b, ok := r.readFile(file, maxJSON)
	if !ok {
		return featureCollection{}
	}
	defer r.finish(int64(len(b)))
	return r.decodeRoutes(file, b)
}

// decodeRoutes decodes a file of routes, as far as there are not too many
// features that are none.
func (r *reader) decodeRoutes(file string, b []byte) featureCollection {
	var c featureCollection
	p := decode(b, &c)
	if p.Found != "" {
		if clean := r.withoutCommas(file, b); clean != nil {
			b, p = clean, decode(clean, &c)
		}
	}
	if p != (Problem{}) {
		p.File = file
		r.add(p)
		return featureCollection{}
	}
	c.is = true
	start := memberStart(b, pastSpace(b, 0), "features")
	if !isArray(b, start) {
		return c
	}
	c.Features = []decodedFeature{}
	none := 0
	for i, e := range elements(b, start) {
		if none == MaxProblems || !r.goesOn(i) {
			break
		}
		var f decodedFeature
		if p := jsonProblem(json.Unmarshal(e.raw, &f.feature), b, e.start); p != (Problem{}) {
			f.problem = &p
		}
		if f.problem != nil || f.Geometry == nil || f.Properties == nil {
			none++
		}
		c.Features = append(c.Features, f)
	}
	return c
}

// routesChecker reports what is wrong with routes.
type routesChecker struct {
	*reader
	file     string
	known    second
	vertices int
}

// checkRoutes makes routes of features, and holds them against the sources and the
// tables.
func (r *reader) checkRoutes(c featureCollection, sources []Source) []Route {
	if !c.is {
		return nil // which is reported
	}
	check := &routesChecker{reader: r, file: r.paths[schema.Routes], known: secondOf(sources)}
	var routes []Route
	for i := range c.Features {
		if r.stopped() || !r.goesOn(i) {
			break
		}
		member, f := fmt.Sprintf("features[%d]", i), &c.Features[i]
		if p := f.problem; p != nil {
			p.File, p.Column = check.file, strings.TrimSuffix(member+"."+p.Column, ".")
			r.add(*p)
			continue
		}
		routes = append(routes, check.route(member, &f.feature))
	}
	if c.Type != "FeatureCollection" || c.Features == nil {
		check.problem("type", quoted(c.Type), "a FeatureCollection with features")
	}
	if check.vertices > maxVertices {
		check.problem("features", fmt.Sprintf("%d points", check.vertices), fmt.Sprintf("at most %d together", maxVertices))
	}
	return slices.Clip(routes)
}

func (r *routesChecker) problem(member, found, allowed string) {
	r.add(Problem{File: r.file, Column: member, Found: found, Allowed: allowed})
}

func (r *routesChecker) route(member string, f *feature) Route {
	if f.Type != "Feature" {
		r.problem(member+".type", quoted(f.Type), "Feature")
	}
	if f.Geometry == nil || f.Properties == nil {
		r.problem(member, "no geometry or no properties", "both")
		return Route{}
	}
	route := Route{
		Project: f.Properties.Project, Schematic: f.Properties.Schematic,
		Paragraph: f.Properties.Paragraph, Source: f.Properties.Source,
	}
	r.checkRests(member+".properties", route)
	if !route.Schematic {
		r.problem(member+".properties.schematic", "false or nothing", "true, as no line here is surveyed")
	}
	if s := f.Properties.Status; s != nil {
		route.Status = *s
		switch {
		case r.statuses != nil && !slices.Contains(r.statuses, *s):
			route.Status = r.wordOf(Problem{
				File: r.file, Column: member + ".properties.status", Allowed: strings.Join(r.statuses, ", ") + ", or null",
			}, *s, r.statuses)
		case strings.TrimSpace(*s) != *s, !isName(*s):
			route.Status = r.member(Problem{
				File: r.file, Column: member + ".properties.status", Allowed: "text on one line, or null",
			}, *s, plainLine(*s))
		}
	}
	projects := r.tables[schema.Projects]
	if _, ok := projects.keys[route.Project]; !ok && (projects.complete || !isID(route.Project)) {
		meant := plainID(route.Project)
		if _, ok := projects.keys[meant]; !ok {
			meant = ""
		}
		route.Project = r.member(Problem{
			File: r.file, Column: member + ".properties.project", Allowed: projects.keyOfRow(), Mend: projects.likelyKey(route.Project),
		}, route.Project, meant)
	}
	if f.Geometry.Type != "LineString" {
		r.problem(member+".geometry.type", quoted(f.Geometry.Type), "LineString")
		return route
	}
	route.Line = r.line(member+".geometry.coordinates", f.Geometry.Coordinates)
	return route
}

// checkRests holds what a line rests on against paragraphs and sources. A line
// without either is the presented source's.
func (r *routesChecker) checkRests(member string, route Route) {
	n := strconv.Itoa(route.Paragraph)
	paragraphs := r.tables[schema.Paragraphs]
	_, ok := paragraphs.keys[n]
	switch s := route.Source; {
	case route.Paragraph != 0 && s != "":
		r.problem(member+".paragraph, source", n+" and "+quoted(s), "one of the two: source is for what the presented source does not say")
	case s != "" && !r.known.has(s):
		r.known.refuse(&r.report, Problem{File: r.file, Column: member + ".source"}, s)
	case route.Paragraph != 0 && !ok && paragraphs.complete:
		r.problem(member+".paragraph", n, paragraphs.keyOfRow())
	}
}

func (r *routesChecker) line(member string, coordinates lineString) [][2]float64 {
	if coordinates.count < 2 {
		r.problem(member, count(coordinates.count, "point"), "at least 2")
		return nil
	}
	if r.vertices += coordinates.count; r.vertices > maxVertices {
		return nil // and reported at the end
	}
	line := make([][2]float64, len(coordinates.points))
	for i, p := range coordinates.points {
		line[i] = p.at
		switch lon, lat := p.at[0], p.at[1]; {
		case !p.ok:
			r.problem(fmt.Sprintf("%s[%d]", member, i), "no position", "[longitude, latitude]")
		case lon < -180 || lon > 180 || lat < -90 || lat > 90:
			r.problem(fmt.Sprintf("%s[%d]", member, i), fmt.Sprintf("[%v, %v]", lon, lat), "longitude from -180 to 180, latitude from -90 to 90")
		}
	}
	return line
}
