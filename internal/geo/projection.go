// Package geo turns places on the Earth into places on a map: a projection, a
// window onto it, land as pictures, lines along great circles, marks that do
// not cover one another.
//
// Positions on the Earth are degrees, east and north, WGS 84 taken as a sphere.
// The plane is that of the projection: a globe of radius 1, x to the right, y
// upwards. Pixels run from the top left.
package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Meridian is the longitude in the middle of the map. The map's edges are then
// at 169° W, where they part Asia from America and cross hardly any land.
const Meridian = 11.0

// The coefficients of the Equal Earth projection: B. Šavrič, T. Patterson and
// B. Jenny, "The Equal Earth map projection", International Journal of
// Geographical Information Science 33 (2019), 454-465, equations 9 and 10.
const (
	a1 = 1.340264
	a2 = -0.081106
	a3 = 0.000893
	a4 = 0.003796
)

var (
	rootThree = math.Sqrt(3)
	// Extent is that of the whole map on the plane.
	Extent = orb.Bound{Min: orb.Point{-halfWidth, -halfHeight}, Max: orb.Point{halfWidth, halfHeight}}
)

const (
	halfWidth  = 2.7066299836960743 // of 180° on the equator
	halfHeight = 1.317362759157413  // of the pole
)

// slope is the derivative of the plane's y by the parametric latitude.
func slope(t float64) float64 {
	t2 := t * t
	t6 := t2 * t2 * t2
	return a1 + 3*a2*t2 + t6*(7*a3+9*a4*t2)
}

// height is the plane's y at a parametric latitude.
func height(t float64) float64 {
	t2 := t * t
	t6 := t2 * t2 * t2
	return t * (a1 + a2*t2 + t6*(a3+a4*t2))
}

// Project puts a position on the plane. Longitudes are wrapped; latitudes are
// at most 90.
func Project(lon, lat float64) orb.Point {
	return project(Wrap(lon-Meridian), lat)
}

// project is Project for a longitude counted from the middle of the map, which
// keeps the side of the edge that it has.
func project(east, lat float64) orb.Point {
	lat = max(-90, min(lat, 90))
	t := math.Asin(rootThree / 2 * math.Sin(lat*math.Pi/180))
	return orb.Point{east * math.Pi / 180 * stretch(t), height(t)}
}

// stretch is how far on the plane one radian of longitude reaches.
func stretch(t float64) float64 { return 2 * rootThree * math.Cos(t) / (3 * slope(t)) }

// parametric finds the parametric latitude of a height by Newton's method.
func parametric(y float64) float64 {
	t := max(-math.Pi/3, min(y/a1, math.Pi/3))
	for range 12 {
		d := (height(t) - y) / slope(t)
		t = max(-math.Pi/3, min(t-d, math.Pi/3))
		if math.Abs(d) < 1e-13 {
			break
		}
	}
	return t
}

// Wrap brings a longitude into -180 to 180; both bounds stay as they are.
func Wrap(lon float64) float64 {
	if lon >= -180 && lon <= 180 {
		return lon
	}
	return math.Mod(math.Mod(lon+180, 360)+360, 360) - 180
}

// Edge is the edge of the whole map on the plane.
func Edge() orb.LineString {
	const step = 2.5 // degrees
	var east, west orb.LineString
	for lat := -90.0; lat <= 90; lat += step {
		east = append(east, project(180, lat))
		west = append(west, project(-180, -lat))
	}
	return append(east, west...)
}

// Graticule are the meridians and parallels of a view, at angles that suit its scale.
func Graticule(v View) []orb.LineString {
	const fine = 2.5 // degrees between neighbouring points
	step := graticuleStep(v.Scale)
	var all []orb.LineString
	for lat := -90 + step; lat < 90; lat += step {
		all = append(all, orb.LineString{project(-180, lat), project(180, lat)})
	}
	for lon := math.Ceil((Meridian-180)/step) * step; lon < Meridian+180; lon += step {
		var line orb.LineString
		for lat := -90.0; lat <= 90; lat += fine {
			line = append(line, project(lon-Meridian, lat))
		}
		all = append(all, line)
	}
	return all
}

// graticuleStep is the angle between the lines of the graticule, in degrees.
func graticuleStep(scale float64) float64 {
	for _, d := range []float64{30, 15, 10} {
		if d*math.Pi/180*scale < 260 {
			return d
		}
	}
	return 5
}
