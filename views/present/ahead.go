package present

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"beltroad/internal/drawing"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// ahead is what a view will show next, drawn where it is not seen. Fyne makes a text's
// picture, and hands a picture to the graphics card, when it is drawn for the first
// time; so that is done before the slide is asked for.
type ahead struct {
	painter paint.Painter
	objects *fyne.Container
	hole    *hole
	drawn   drawnAs
}

func newAhead() ahead {
	objects := container.NewWithoutLayout()
	h := &hole{clip: container.NewClip(objects)}
	h.ExtendBaseWidget(h)
	return ahead{objects: objects, hole: h}
}

// hole is of one point, below the middle of a slide's ground: what is in it is drawn, and not seen.
type hole struct {
	ui.Base

	clip *container.Clip
}

// Decorates tells that there is nothing to say of the widget.
func (*hole) Decorates() {}

// Unseen tells, for tests, that what is in it lies on nothing.
func (*hole) Unseen() {}

// CreateRenderer implements [fyne.Widget].
func (h *hole) CreateRenderer() fyne.WidgetRenderer { return holeRenderer{h} }

type holeRenderer struct{ h *hole }

func (holeRenderer) Destroy()                       {}
func (holeRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r holeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.h.clip} }
func (r holeRenderer) Layout(s fyne.Size)           { r.h.clip.Resize(s) }
func (r holeRenderer) Refresh()                     { canvas.Refresh(r.h) }

// prepare draws what a plate will need, and tells whether there was anything to do.
func (v *slideView) prepare(p *plate) bool {
	if p == nil || !p.ready || v.plate == nil || v.Size().Width < 1 {
		return false
	}
	palette := paint.Palette(v.ColorOf)
	as := drawnAs{p, true, v.Size(), [2]float64{}, 1, paint.LookOf(palette)}
	if v.ahead.drawn == as || v.drawn == as {
		return false
	}
	v.ahead.drawn = as
	_, _, scale := frameOf(p, v.Size())
	var texts []drawing.Mark
	var all []fyne.CanvasObject
	for i := range p.parts {
		t := &p.parts[i]
		if t.picture != nil {
			all = append(all, v.pictureOf(t, scale))
			continue
		}
		for k := range t.marks {
			if m, lettered := t.marks[k].Lettered(); lettered {
				m.Kind, m.Box = drawing.Text, drawing.Box{}
				texts = append(texts, m)
			}
		}
	}
	all = append(all, v.ahead.painter.Paint(scaled(texts, float64(scale), 0, 0), palette)...)
	v.ahead.objects.Objects = all
	v.ahead.hole.Move(fyne.NewPos(v.Size().Width/2, v.Size().Height/2))
	v.ahead.hole.Resize(fyne.NewSquareSize(1))
	for _, o := range all {
		o.Move(fyne.Position{})
	}
	canvas.Refresh(v.ahead.hole)
	return true
}

// pictureOf is the object that shows the picture of a part: it keeps what the graphics
// card was given.
func (v *slideView) pictureOf(t *part, scale float32) *canvas.Image {
	img := v.pictures[t.picture]
	if img == nil {
		img = &canvas.Image{ScaleMode: canvas.ImageScaleFastest, Image: t.picture}
		v.pictures[t.picture] = img
	}
	img.Resize(fyne.NewSize(float32(t.box.W)*scale, float32(t.box.H)*scale))
	return img
}

// ready gets ready what the windows show of the next slide, once what is asked for
// now is on the screen; one view after another, each in a frame of its own.
func (p *Presentation) ready() {
	const frame = time.Second / 50
	if p.readying {
		return
	}
	p.readying = true
	p.beside(func() func() {
		if !p.atOnce {
			time.Sleep(frame)
		}
		return func() {
			p.readying = false
			if p.prepare() {
				p.ready()
			}
		}
	})
}

// prepare gets one view ready, and tells whether one was not.
func (p *Presentation) prepare() bool {
	next, later := p.plates.all[p.show.At()+1], p.plates.all[p.show.At()+2]
	w := p.windows
	if c := w.console; c != nil && (c.board.slide.prepare(next) || c.next.prepare(later)) {
		return true
	}
	return w.screen != nil && w.screen.board.slide.prepare(next)
}
