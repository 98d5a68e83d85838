package geo

import (
	"math"

	"github.com/paulmach/orb"

	"beltroad/internal/drawing"
)

// View is a window onto the plane: what of the map is seen, and how large. It
// is a value; what changes it returns another one, which is never lost beside
// the map.
type View struct {
	Centre        orb.Point // on the plane
	Scale         float64   // pixels for each unit of the plane
	Width, Height float64   // pixels
	Covered       Margins   // what lies on the view at its edges: the map may come in that far
}

// Closest is how far one can zoom in: pixels for each unit of the plane, at
// which a pixel is about 700 m. The land has no more detail than that.
const Closest = 9000

// Margins are widths along a view's edges, in pixels.
type Margins struct{ Top, Right, Bottom, Left float64 }

// within are the margins as narrow as leaves a quarter of a size free.
func (m Margins) within(width, height float64) Margins {
	narrow := func(a, b *float64, size float64) {
		if most := size * 3 / 4; *a+*b > most {
			*a, *b = *a*most/(*a+*b), *b*most/(*a+*b)
		}
	}
	narrow(&m.Left, &m.Right, width)
	narrow(&m.Top, &m.Bottom, height)
	return m
}

// Point is where a point of the plane is seen.
func (v View) Point(p orb.Point) (x, y float64) {
	return (p[0]-v.Centre[0])*v.Scale + v.Width/2, (v.Centre[1]-p[1])*v.Scale + v.Height/2
}

// Plane is the point of the plane that is seen at a place.
func (v View) Plane(x, y float64) orb.Point {
	return orb.Point{v.Centre[0] + (x-v.Width/2)/v.Scale, v.Centre[1] - (y-v.Height/2)/v.Scale}
}

// Bound is what of the plane is seen.
func (v View) Bound() orb.Bound {
	return orb.Bound{Min: v.Plane(0, v.Height), Max: v.Plane(v.Width, 0)}
}

// Holds tells whether all of a box is in the view.
func (v View) Holds(b drawing.Box) bool {
	return b.X >= 0 && b.Y >= 0 && b.X+b.W <= v.Width && b.Y+b.H <= v.Height
}

// Pan moves the map by so many pixels.
func (v View) Pan(dx, dy float64) View {
	v.Centre[0] -= dx / v.Scale
	v.Centre[1] += dy / v.Scale
	return v.clamped()
}

// Zoom enlarges the map; what is at x, y stays there as far as the edges let it.
func (v View) Zoom(factor, x, y float64) View {
	at := v.Plane(x, y)
	v.Scale = v.within(v.Scale * factor)
	v.Centre[0] = at[0] - (x-v.Width/2)/v.Scale
	v.Centre[1] = at[1] + (y-v.Height/2)/v.Scale
	return v.clamped()
}

// Resized is the view in another size. The map stays where it is from the top
// left, so that nothing jumps when something opens at the right.
func (v View) Resized(width, height float64) View {
	if v.Scale == 0 {
		return View{Width: width, Height: height}.Fit(Extent, Margins{})
	}
	corner := v.Plane(0, 0)
	v.Width, v.Height, v.Covered = width, height, v.Covered.within(width, height)
	v.Scale = v.within(v.Scale)
	v.Centre = orb.Point{corner[0] + width/2/v.Scale, corner[1] - height/2/v.Scale}
	return v.clamped()
}

// Fit shows a part of the plane as large as it goes inside the margins. A part
// without extent is shown with its surroundings.
func (v View) Fit(b orb.Bound, m Margins) View {
	least := 0.08 // of the plane: about 3° of latitude
	if b.Min == b.Max {
		least = 0.45
	}
	b = b.Pad(max(0, least-max(b.Right()-b.Left(), b.Top()-b.Bottom())) / 2)
	v.Covered = m.within(v.Width, v.Height)
	m = v.Covered
	v.Scale = v.within(min((v.Width-m.Left-m.Right)/(b.Right()-b.Left()), (v.Height-m.Top-m.Bottom)/(b.Top()-b.Bottom())))
	v.Centre = b.Center()
	v.Centre[0] += (m.Right - m.Left) / 2 / v.Scale
	v.Centre[1] += (m.Top - m.Bottom) / 2 / v.Scale
	return v.clamped()
}

// Reveal moves the map as little as shows a point inside the margins.
func (v View) Reveal(p orb.Point, m Margins) View {
	x, y := v.Point(p)
	return v.Pan(into(x, m.Left, v.Width-m.Right), into(y, m.Top, v.Height-m.Bottom))
}

// into is how far a place has to move to lie between two others.
func into(at, from, to float64) float64 {
	switch {
	case from > to:
		return (from+to)/2 - at
	case at < from:
		return from - at
	case at > to:
		return to - at
	default:
		return 0
	}
}

// Between is the view on the way from v to w, at a share from 0 to 1. Scales
// change evenly to the eye.
func (v View) Between(w View, at float64) View {
	if at >= 1 || v.Scale <= 0 {
		return w
	}
	between := w
	between.Scale = v.Scale * math.Pow(w.Scale/v.Scale, at)
	share := at
	if d := 1/w.Scale - 1/v.Scale; math.Abs(d*v.Scale) > 1e-9 {
		share = (1/between.Scale - 1/v.Scale) / d // what stays in place under a zoom stays there on the way
	}
	for i := range between.Centre {
		between.Centre[i] = v.Centre[i] + (w.Centre[i]-v.Centre[i])*share
	}
	return between
}

// Whole is the smallest scale: all of the map is seen, and nothing covers it.
func (v View) Whole() float64 {
	m := v.Covered
	return max(1, min((v.Width-m.Left-m.Right)/(2*halfWidth), (v.Height-m.Top-m.Bottom)/(2*halfHeight)))
}

func (v View) within(scale float64) float64 {
	if !(scale > 0) {
		return v.Whole()
	}
	return min(max(scale, v.Whole()), Closest)
}

// clamped keeps the map in view: no edge of it comes further in than to the
// view's own or what covers it, and where the map is smaller than the view it
// is in the middle.
func (v View) clamped() View {
	keep := func(centre, half, room, before, after float64) float64 {
		least, most := -half+(room/2-before)/v.Scale, half-(room/2-after)/v.Scale
		if least < most && !math.IsNaN(centre) {
			return min(max(centre, least), most)
		}
		return (least + most) / 2
	}
	v.Centre[0] = keep(v.Centre[0], halfWidth, v.Width, v.Covered.Left, v.Covered.Right)
	v.Centre[1] = keep(v.Centre[1], halfHeight, v.Height, v.Covered.Bottom, v.Covered.Top)
	return v
}
