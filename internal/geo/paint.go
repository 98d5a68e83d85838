package geo

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"math"

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
	if scale < finely || l.Fine == nil {
		return l.Coarse
	}
	return l.Fine()
}

// Picture draws what of the land a view shows, a pixel of the picture for each
// of the view; nil where the context ends before it is done.
func (l *Land) Picture(ctx context.Context, v View, p Paint) *image.RGBA {
	width, height := int(math.Ceil(v.Width)), int(math.Ceil(v.Height))
	mask := l.mask(width, height)
	defer l.masks.Put(mask)
	if !l.Level(v.Scale).fill(ctx, v, mask) {
		return nil
	}
	s := shader{view: v, mask: mask, img: l.picture(width, height), paint: p}
	if !s.draw(ctx) {
		l.Release(s.img)
		return nil
	}
	return s.img
}

// Release gives back a picture that nobody looks at any more: the next one is
// drawn in its memory.
func (l *Land) Release(img *image.RGBA) {
	if img != nil {
		l.pictures.Put(img)
	}
}

// fill draws the rings that a view shows into a mask of the view's size, and
// tells whether it came to the end.
func (r Rings) fill(ctx context.Context, v View, mask *image.Alpha) bool {
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
	if ctx.Err() != nil {
		return false
	}
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return ctx.Err() == nil
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
	tones [256][4]uint8
}

// draw colours the picture, and tells whether it came to the end.
func (s *shader) draw(ctx context.Context) bool {
	const often = 64 // rows, which take a fraction of a millisecond
	size := s.img.Rect.Size()
	s.mix()
	grid, beside := rgba(s.paint.Grid), rgba(s.paint.Beside)
	step := graticuleStep(s.view.Scale)
	sea, land := s.plain(0, size.X), s.plain(255, size.X)
	above := s.mask.Pix[:size.X] // the first row has no other above it
	for y := range size.Y {
		if y%often == 0 && ctx.Err() != nil {
			return false
		}
		row := s.img.Pix[y*s.img.Stride:][:4*size.X]
		mask := s.mask.Pix[y*s.mask.Stride:][:size.X]
		copy(row, sea)
		s.lines(row, y, step, grid)
		s.land(row, mask, above, land)
		s.beside(row, y, beside)
		above = mask
	}
	return true
}

// mix finds the colour for each coverage of land; in between is the coast.
func (s *shader) mix() {
	sea, land, coast := rgba(s.paint.Sea), rgba(s.paint.Land), rgba(s.paint.Coast)
	for a := range s.tones {
		share := float64(a) / 255
		edge := min(1, 3.2*share*(1-share)) // strongest where half is land
		for c := range 4 {
			ground := float64(sea[c])*(1-share) + float64(land[c])*share
			s.tones[a][c] = uint8(math.Round(ground*(1-edge) + float64(coast[c])*edge))
		}
	}
}

// plain is a row of one coverage.
func (s *shader) plain(coverage uint8, width int) []uint8 {
	row := make([]uint8, 4*width)
	fillRow(row, 0, width, s.tones[coverage])
	return row
}

// land colours the land and the coast of a row; plain is a row of land.
func (s *shader) land(row, mask, above, plain []uint8) {
	for x := 0; x < len(mask); {
		a := mask[x]
		if a != 0 && a != 255 {
			s.dot(row, x, a)
			x++
			continue
		}
		end := x + equal(mask[x:])
		if a == 255 {
			copy(row[4*x:4*end], plain)
		}
		s.between(row[4*x:], above[x:end], x > 0 && mask[x-1] == ^a, ^a)
		x = end
	}
}

// between draws the coast where it runs between pixels, and none is partly
// land: where the other is above, or at the left of the first.
func (s *shader) between(row, above []uint8, left bool, other uint8) {
	const half = 128
	if left {
		s.dot(row, 0, half)
	}
	for x := 0; ; x++ {
		next := bytes.IndexByte(above[x:], other)
		if next < 0 {
			return
		}
		x += next
		s.dot(row, x, half)
	}
}

func (s *shader) dot(row []uint8, x int, coverage uint8) {
	copy(row[4*x:4*x+4], s.tones[coverage][:])
}

// equal is how many bytes at the beginning are the same: eight at a time, as
// most of a map is land or sea.
func equal(b []uint8) int {
	eight, n := uint64(b[0])*0x0101010101010101, 1
	for n+8 <= len(b) && binary.LittleEndian.Uint64(b[n:]) == eight {
		n += 8
	}
	for n < len(b) && b[n] == b[0] {
		n++
	}
	return n
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
	first := math.Ceil((-180-Meridian)/step) * step
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
	if from >= to {
		return
	}
	part := row[4*from : 4*to]
	for n := copy(part, ink[:]); n < len(part); n *= 2 {
		copy(part[n:], part[:n])
	}
}

// beside colours what of a row lies beside the map.
func (s *shader) beside(row []uint8, y int, ground [4]uint8) {
	at := s.view.Plane(0, float64(y)+0.5)[1]
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

// mask is one of that size, whatever is on it.
func (l *Land) mask(width, height int) *image.Alpha {
	if kept, ok := l.masks.Get().(*image.Alpha); ok && cap(kept.Pix) >= width*height {
		return &image.Alpha{Pix: kept.Pix[:width*height], Stride: width, Rect: image.Rect(0, 0, width, height)}
	}
	return image.NewAlpha(image.Rect(0, 0, width, height))
}

// picture is one of that size, whatever is on it. The memory of a much larger
// one is left to another.
func (l *Land) picture(width, height int) *image.RGBA {
	need := 4 * width * height
	if kept, ok := l.pictures.Get().(*image.RGBA); ok && cap(kept.Pix) >= need && cap(kept.Pix) <= 2*need {
		return &image.RGBA{Pix: kept.Pix[:need], Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	}
	return image.NewRGBA(image.Rect(0, 0, width, height))
}
