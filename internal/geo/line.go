package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// step is the angle between neighbouring points of a drawn line, in radians.
const step = 2 * math.Pi / 180

// direction points from the middle of the Earth.
type direction [3]float64

func towards(lon, lat float64) direction {
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	return direction{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (v direction) position() (lon, lat float64) {
	return math.Atan2(v[1], v[0]) * 180 / math.Pi, math.Atan2(v[2], math.Hypot(v[0], v[1])) * 180 / math.Pi
}

func (v direction) dot(w direction) float64 { return v[0]*w[0] + v[1]*w[1] + v[2]*w[2] }

// Path puts a line of positions (longitude, latitude) on the plane. Its legs
// follow great circles, the shortest ways; where one leaves the map at an edge
// the line is parted, and goes on at the other edge. Positions that are no
// numbers are left out.
func Path(line [][2]float64) []orb.LineString {
	var p path
	var last [2]float64
	for _, at := range line {
		if math.IsNaN(at[0]-at[0]) || math.IsNaN(at[1]-at[1]) { // infinite ones, too
			continue
		}
		if len(p.part) > 0 {
			p.between(last, at)
		}
		p.add(at[0], at[1])
		last = at
	}
	return p.parts()
}

// path is a line on the plane in the making.
type path struct {
	done []orb.LineString
	part orb.LineString
	east float64 // of the last point, from the middle of the map
	lat  float64
}

// between adds the points of a great circle between two positions.
func (p *path) between(from, to [2]float64) {
	a, b := towards(from[0], from[1]), towards(to[0], to[1])
	angle := math.Acos(max(-1, min(a.dot(b), 1)))
	if math.Sin(angle) < 1e-9 {
		return // the same, or opposite: any way is the shortest
	}
	for n, i := int(angle/step), 1; i <= n; i++ {
		t := float64(i) / float64(n+1)
		u, w := math.Sin((1-t)*angle)/math.Sin(angle), math.Sin(t*angle)/math.Sin(angle)
		p.add(direction{u*a[0] + w*b[0], u*a[1] + w*b[1], u*a[2] + w*b[2]}.position())
	}
}

// add goes on to a position, over the edge of the map if that is the shorter way.
func (p *path) add(lon, lat float64) {
	east := Wrap(lon - Meridian)
	if len(p.part) > 0 && math.Abs(east-p.east) > 180 {
		side := math.Copysign(180, p.east)
		left, gone := 180-math.Abs(p.east), 180-math.Abs(east)
		at := p.lat
		if whole := left + gone; whole > 0 {
			at += (lat - p.lat) * left / whole
		}
		p.part = append(p.part, project(side, at))
		p.done = append(p.done, p.part)
		p.part = orb.LineString{project(-side, at)}
	}
	p.part = append(p.part, project(east, lat))
	p.east, p.lat = east, lat
}

// parts are the lines with at least two points.
func (p *path) parts() []orb.LineString {
	var all []orb.LineString
	for _, part := range append(p.done, p.part) {
		if len(part) > 1 {
			all = append(all, part)
		}
	}
	return all
}
