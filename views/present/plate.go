package present

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/slide"
	"beltroad/views/paint"
)

// plate is a slide, ready to be shown in any size of its form.
type plate struct {
	says  slide.Slide
	hides bool // its figure, until the class has guessed
	lay   slide.Layout
	parts []part
	ready bool // its pictures are made

	filed bool       // warp is known
	warp  slide.Warp // of ink, from the form that files have it in
}

// ink leads from the form of slides in which ink is kept, 16:9 at the usual size of text,
// to that of the plate: what was drawn on a chart in one room marks the same in another.
func (p *plate) ink() slide.Warp {
	if p.filed || p.lay.Sheet == nil {
		return p.warp
	}
	p.filed = true
	const width, height = 1280, 720
	if p.lay.Width*height != p.lay.Height*width || p.lay.Scale != 1 {
		kept := p.says.Lay(slide.Size{Width: width, Height: height}, paint.Measure)
		p.warp = slide.WarpOf(&kept, &p.lay)
	}
	return p.warp
}

// part is what is drawn as one: marks, or a picture of those that have no objects on the screen.
type part struct {
	marks    []drawing.Mark
	pictured bool
	picture  *image.RGBA
	box      drawing.Box // of the picture
}

// form is what a plate is made for: when that changes, it is of no use.
type form struct {
	size  fyne.Size
	scale float32 // pixels of the display for each of ours
	look  paint.Look
	text  float64
}

// plates are the slides that were made. It makes the next one before it is asked for.
type plates struct {
	p    *Presentation
	form form
	all  map[int]*plate
	wait map[int]bool // those whose pictures are being made

	smalls map[smallOf]*image.RGBA // for the overview
}

// smallOf is a slide in small.
type smallOf struct {
	n     int
	hides bool
}

// around is how many plates are kept on either side of the slide that is shown.
const around = 2

func newPlates(p *Presentation) *plates {
	l := &plates{p: p, form: form{size: fyne.NewSize(1280, 720), scale: 1}}
	l.forget()
	return l
}

// fit takes up the size that slides are shown in.
func (l *plates) fit(size fyne.Size, scale float32) {
	f := form{size, scale, paint.LookOf(l.palette()), l.p.liked.Scale}
	if size.Width < 1 || size.Height < 1 || f == l.form {
		return
	}
	l.form = f
	l.forget()
}

// forget drops all plates.
func (l *plates) forget() {
	l.all, l.wait, l.smalls = map[int]*plate{}, map[int]bool{}, map[smallOf]*image.RGBA{}
}

func (l *plates) palette() drawing.Palette { return paint.Palette(l.p.theme.ColorOf) }

// of is the plate of the n-th slide. Its pictures may come later.
func (l *plates) of(n int) *plate {
	if made := l.all[n]; made != nil && made.hides == l.p.show.HidesAt(n) {
		return made
	}
	made := l.laid(n)
	l.all[n] = made
	for i := range l.all {
		if i < n-around-1 && i < l.p.show.At()-around || i > n+around+1 && i > l.p.show.At()+around {
			delete(l.all, i)
		}
	}
	l.paint(n, made)
	return made
}

// laid is the n-th slide, laid out.
func (l *plates) laid(n int) *plate {
	made := &plate{says: l.p.says(n), hides: l.p.show.HidesAt(n)}
	made.lay = l.p.lay(&made.says, l.form.size)
	made.parts = parted(made.lay.Marks)
	return made
}

// paint makes the pictures of a plate beside the windows.
func (l *plates) paint(n int, made *plate) {
	work := false
	for _, part := range made.parts {
		work = work || part.pictured
	}
	if made.ready = !work; !work {
		return
	}
	palette, scale := export.Frozen(made.lay.Sheet, l.palette()), float64(l.form.scale)
	parts := append([]part(nil), made.parts...)
	l.p.beside(func() func() {
		for i := range parts {
			parts[i].draw(palette, scale)
		}
		return func() {
			made.parts, made.ready = parts, true
			if l.all[n] == made {
				l.p.windows.refresh()
				l.p.ready()
			}
		}
	})
}

// ahead makes the slides ready that may be asked for next, one at a time.
func (l *plates) ahead() {
	for _, n := range []int{l.p.show.At(), l.p.show.At() + 1, l.p.show.At() + 2, l.p.show.At() - 1} {
		if n < 0 || n >= l.p.show.Len() || l.all[n] != nil || l.wait[n] {
			continue
		}
		l.wait[n] = true
		form := l.form
		l.p.beside(func() func() { // once what is asked for now is on the screen
			return func() {
				if delete(l.wait, n); l.form == form {
					l.of(n)
					l.ahead()
				}
			}
		})
		return
	}
	l.p.ready()
}

// draw makes the picture of a part that has none.
func (t *part) draw(palette drawing.Palette, scale float64) {
	if !t.pictured || t.picture != nil {
		return
	}
	at := image.Rect(
		int(math.Floor(t.box.X*scale)), int(math.Floor(t.box.Y*scale)),
		int(math.Ceil((t.box.X+t.box.W)*scale)), int(math.Ceil((t.box.Y+t.box.H)*scale)))
	img := image.NewRGBA(at)
	_ = drawing.Overlay(context.Background(), img, t.marks, palette, scale) // it ends when it is done
	t.box = drawing.Box{X: float64(at.Min.X) / scale, Y: float64(at.Min.Y) / scale, W: float64(at.Dx()) / scale, H: float64(at.Dy()) / scale}
	img.Rect = img.Rect.Sub(at.Min)
	t.picture = img
}

// parted parts marks into those that the screen has objects for, and those that
// are drawn as a picture: areas, and what is seen within a box alone. Texts
// among the latter stand above them.
func parted(marks []drawing.Mark) []part {
	c := parting{}
	for i := range marks {
		c.mark(marks[i])
	}
	c.unclip()
	return c.parts
}

// parting is the parting of marks.
type parting struct {
	parts []part
	clip  *drawing.Mark
	texts []drawing.Mark // that wait until what is clipped is done
}

func (c *parting) mark(m drawing.Mark) {
	_, lettered := m.Lettered()
	switch {
	case m.Kind == drawing.Clip:
		if c.unclip(); m.W > 0 {
			c.clip = &m
			c.add(m, true, m.Box)
		}
	case c.clip == nil && m.Kind != drawing.Area:
		c.add(m, false, m.Box)
	case lettered && c.clip == nil:
		c.add(m, false, m.Box)
	case lettered:
		if m.Overlaps(c.clip.Box) {
			c.texts = append(c.texts, m)
		}
	case c.clip != nil:
		c.add(m, true, c.clip.Box)
	default:
		c.add(m, true, bounds(m))
	}
}

// unclip ends what is clipped.
func (c *parting) unclip() {
	if c.clip == nil {
		return
	}
	c.add(drawing.Mark{Kind: drawing.Clip}, true, c.clip.Box)
	for _, t := range c.texts {
		c.add(t, false, t.Box)
	}
	c.clip, c.texts = nil, nil
}

func (c *parting) add(m drawing.Mark, pictured bool, box drawing.Box) {
	if n := len(c.parts); n > 0 && c.parts[n-1].pictured == pictured {
		last := &c.parts[n-1]
		last.marks = append(last.marks, m)
		last.box = last.box.And(box)
		return
	}
	c.parts = append(c.parts, part{marks: []drawing.Mark{m}, pictured: pictured, box: box})
}

// bounds is where an area is.
func bounds(m drawing.Mark) drawing.Box {
	var b drawing.Box
	first := true
	for _, line := range m.Parts {
		for _, p := range line {
			at := drawing.Box{X: p.X - m.Stroke, Y: p.Y - m.Stroke, W: 2 * m.Stroke, H: 2 * m.Stroke}
			if first {
				b, first = at, false
			}
			b = b.And(at)
		}
	}
	return b
}
