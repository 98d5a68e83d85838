package geo

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"golang.org/x/image/vector"
)

// Paint are the colours of the map's ground.
type Paint struct {
	Beside color.Color // where the map ends
	Sea    color.Color
	Land   color.Color
	Coast  color.Color
	Grid   color.Color // meridians and parallels, on the sea alone
}

// finely is the scale from which on the detailed land is drawn: below it, its
// points are closer than pixels.
const finely = 420

// Level is the land that suits a scale, in pixels for each unit of the plane.
func (l *Land) Level(scale float64) Rings {
	if scale < finely {
		return l.Coarse
	}
	return l.Fine
}

// Picture draws what of the land a view shows, a pixel of the picture for each
// of the view.
func (l *Land) Picture(v View, p Paint) *image.RGBA {
	width, height := int(math.Ceil(v.Width)), int(math.Ceil(v.Height))
	mask := masks.get(width, height)
	defer masks.put(mask)
	l.Level(v.Scale).fill(v, mask)
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	s := shader{view: v, mask: mask, img: img, paint: p}
	s.draw()
	return img
}

// fill draws the rings that a view shows into a mask of the view's size.
func (r Rings) fill(v View, mask *image.Alpha) {
	size := mask.Rect.Size()
	z := vector.NewRasterizer(size.X, size.Y)
	z.DrawOp = draw.Src
	seen := v.Bound().Pad(2 / v.Scale)
	for i := range r {
		if !seen.Intersects(r[i].Bound) {
			continue
		}
		ring := r[i].Ring
		if !within(seen, r[i].Bound) && len(ring) > 64 {
			ring = clip.Ring(seen, ring.Clone())
		}
		outline(z, v, ring)
	}
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
}

func within(outer, inner orb.Bound) bool {
	return outer.Contains(inner.Min) && outer.Contains(inner.Max)
}

// outline adds a ring to what is filled.
func outline(z *vector.Rasterizer, v View, ring orb.Ring) {
	if len(ring) < 3 {
		return
	}
	x0, y0 := v.Point(orb.Point{})
	for i, p := range ring {
		x, y := float32(x0+p[0]*v.Scale), float32(y0-p[1]*v.Scale)
		if i == 0 {
			z.MoveTo(x, y)
		} else {
			z.LineTo(x, y)
		}
	}
	z.ClosePath()
}

// shader colours a mask of land.
type shader struct {
	view  View
	mask  *image.Alpha
	img   *image.RGBA
	paint Paint
}

func (s *shader) draw() {
	size := s.img.Rect.Size()
	tones := s.tones()
	grid := rgba(s.paint.Grid)
	step := s.step()
	sea := make([]uint8, 4*size.X)
	for x := range size.X {
		copy(sea[4*x:], tones[0][:])
	}
	for y := range size.Y {
		row := s.img.Pix[y*s.img.Stride : y*s.img.Stride+4*size.X]
		copy(row, sea)
		s.lines(row, y, step, grid)
		s.land(row, y, &tones)
		s.beside(row, y)
	}
}

// tones are the colours for each coverage of land; in between is the coast.
func (s *shader) tones() [256][4]uint8 {
	var t [256][4]uint8
	sea, land, coast := rgba(s.paint.Sea), rgba(s.paint.Land), rgba(s.paint.Coast)
	for a := range t {
		share := float64(a) / 255
		edge := min(1, 3.2*share*(1-share)) // strongest where half is land
		for c := range 4 {
			ground := float64(sea[c])*(1-share) + float64(land[c])*share
			t[a][c] = uint8(math.Round(ground*(1-edge) + float64(coast[c])*edge))
		}
	}
	return t
}

// land colours the land and the coast of a row.
func (s *shader) land(row []uint8, y int, tones *[256][4]uint8) {
	mask := s.mask.Pix[y*s.mask.Stride : y*s.mask.Stride+len(row)/4]
	above := mask
	if y > 0 {
		above = s.mask.Pix[(y-1)*s.mask.Stride:]
	}
	last := mask[0]
	for x, a := range mask {
		tone := a
		if a == 0 || a == 255 {
			// a coast that runs between pixels has none of its own
			if apart := max(last, above[x]) - min(last, above[x]); a == last && a == above[x] || apart > 0 && apart < 255 {
				if a == 0 {
					last = a
					continue
				}
			} else {
				tone = 128
			}
		}
		copy(row[4*x:4*x+4], tones[tone][:])
		last = a
	}
}

// step is the angle between the lines of the grid, in degrees.
func (s *shader) step() float64 {
	for _, d := range []float64{30, 15, 10, 5} {
		if d*math.Pi/180*s.view.Scale < 260 {
			return d
		}
	}
	return 5
}

// lines draws the meridians and the parallel of a row.
func (s *shader) lines(row []uint8, y int, step float64, ink [4]uint8) {
	top, bottom := s.view.Plane(0, float64(y))[1], s.view.Plane(0, float64(y+1))[1]
	if top > halfHeight || bottom < -halfHeight {
		return
	}
	tTop, tBottom := parametric(min(top, halfHeight)), parametric(max(bottom, -halfHeight))
	if latTop, latBottom := latitude(tTop), latitude(tBottom); math.Floor(latTop/step) != math.Floor(latBottom/step) {
		fillRow(row, 0, len(row)/4, ink)
		return
	}
	middle, _ := s.view.Point(orb.Point{})
	unit := stretch(tTop) * s.view.Scale * math.Pi / 180
	next := stretch(tBottom) * s.view.Scale * math.Pi / 180
	first := math.Ceil((-180-Meridian)/step)*step - 0
	for lon := first; lon <= 180+Meridian; lon += step {
		east := lon - Meridian
		if east <= -180 || east >= 180 {
			continue
		}
		from, to := middle+east*unit, middle+east*next
		from, to = min(from, to), max(from, to)
		fillRow(row, int(math.Floor(from)), int(math.Floor(max(to, from+1))), ink)
	}
}

func latitude(t float64) float64 {
	return math.Asin(max(-1, min(2*math.Sin(t)/rootThree, 1))) * 180 / math.Pi
}

// fillRow colours the pixels from one place to another.
func fillRow(row []uint8, from, to int, ink [4]uint8) {
	from, to = max(from, 0), min(to, len(row)/4)
	for x := from; x < to; x++ {
		copy(row[4*x:4*x+4], ink[:])
	}
}

// beside colours what of a row lies beside the map.
func (s *shader) beside(row []uint8, y int) {
	at := s.view.Plane(0, float64(y)+0.5)[1]
	ground := rgba(s.paint.Beside)
	if math.Abs(at) > halfHeight {
		fillRow(row, 0, len(row)/4, ground)
		return
	}
	middle, _ := s.view.Point(orb.Point{})
	half := stretch(parametric(at)) * math.Pi * s.view.Scale
	left, right := middle-half, middle+half
	fillRow(row, 0, int(math.Ceil(left)), ground)
	fillRow(row, int(math.Floor(right)), len(row)/4, ground)
}

func rgba(c color.Color) [4]uint8 {
	if c == nil {
		return [4]uint8{}
	}
	v, _ := color.RGBAModel.Convert(c).(color.RGBA)
	return [4]uint8{v.R, v.G, v.B, v.A}
}

// maskPool keeps a mask for the next picture: they are large.
type maskPool struct{ sync.Pool }

func (m *maskPool) get(width, height int) *image.Alpha {
	if kept, ok := m.Get().(*image.Alpha); ok && cap(kept.Pix) >= width*height {
		return &image.Alpha{Pix: kept.Pix[:width*height], Stride: width, Rect: image.Rect(0, 0, width, height)}
	}
	return image.NewAlpha(image.Rect(0, 0, width, height))
}

func (m *maskPool) put(a *image.Alpha) { m.Put(a) }

var masks maskPool // shared: a picture at a time uses one
