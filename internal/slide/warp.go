package slide

import "beltroad/internal/drawing"

// Warp leads from a layout of a slide to another one, for what was drawn on it: what
// stands on the visual stays there. Points are shares of width and height. The zero Warp
// leaves all where it is.
type Warp struct{ x, y stretch }

// stretch leads along one axis: from where the visual begins and ends to where it does there.
type stretch struct{ from, to [2]float64 }

// WarpOf is the way from a layout to another. Where the visual stands elsewhere there, as
// words are above it and not beside, no way is better than none.
func WarpOf(from, to *Layout) Warp {
	a, b := shares(from), shares(to)
	both := drawing.Box{X: max(a.X, b.X), Y: max(a.Y, b.Y)}
	both.W, both.H = min(a.X+a.W, b.X+b.W)-both.X, min(a.Y+a.H, b.Y+b.H)-both.Y
	const alike = 0.5 // of the larger one
	if both.W <= 0 || both.H <= 0 || both.W*both.H < alike*max(a.W*a.H, b.W*b.H) {
		return Warp{}
	}
	return Warp{stretch{[2]float64{a.X, a.X + a.W}, [2]float64{b.X, b.X + b.W}}, stretch{[2]float64{a.Y, a.Y + a.H}, [2]float64{b.Y, b.Y + b.H}}}
}

// shares is where the visual of a layout stands.
func shares(l *Layout) drawing.Box {
	if l.Sheet == nil || l.Width <= 0 || l.Height <= 0 {
		return drawing.Box{}
	}
	return drawing.Box{X: l.Room.X / l.Width, Y: l.Room.Y / l.Height, W: l.Room.W / l.Width, H: l.Room.H / l.Height}
}

// Point is where a point comes to.
func (w Warp) Point(x, y float64) (float64, float64) { return w.x.at(x), w.y.at(y) }

// Back is the way back.
func (w Warp) Back() Warp {
	return Warp{stretch{w.x.to, w.x.from}, stretch{w.y.to, w.y.from}}
}

// at is where a share comes to: before, within and behind the visual each share keeps its
// order, and the edges stay.
func (s stretch) at(v float64) float64 {
	from, to := [4]float64{0, s.from[0], s.from[1], 1}, [4]float64{0, s.to[0], s.to[1], 1}
	if s == (stretch{}) {
		return v
	}
	for i := 1; i < len(from); i++ {
		if width := from[i] - from[i-1]; v <= from[i] && width > 0 {
			return to[i-1] + (v-from[i-1])*(to[i]-to[i-1])/width
		}
	}
	return v
}
