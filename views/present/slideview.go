package present

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"beltroad/internal/drawing"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// slideView shows a plate as large as it is, in the middle.
type slideView struct {
	ui.Base

	plate    *plate
	zoom     [2]float64 // what stays where it is, in shares
	factor   float32    // 1: nothing is zoomed
	painters []*paint.Painter
	pictures map[*image.RGBA]*canvas.Image
	ahead    ahead
	shown    *fyne.Container
	drawn    drawnAs
	framed   bool // it has an edge
	edge     *canvas.Rectangle
}

// drawnAs is what was drawn last: while it is the same, nothing is to do.
type drawnAs struct {
	plate  *plate
	ready  bool
	size   fyne.Size
	zoom   [2]float64
	factor float32
	look   paint.Look
}

var (
	_ fyne.Widget     = (*slideView)(nil)
	_ fyne.Accessible = (*slideView)(nil)
)

func newSlideView() *slideView {
	v := &slideView{factor: 1, shown: container.NewWithoutLayout(), pictures: map[*image.RGBA]*canvas.Image{}, ahead: newAhead()}
	v.ExtendBaseWidget(v)
	return v
}

// set shows a plate, zoomed by a factor around a point.
func (v *slideView) set(p *plate, factor float32, zoom [2]float64) {
	if p != nil {
		v.plate, v.factor, v.zoom = p, factor, zoom
		v.Refresh()
	}
}

// frame is where the slide is within the view, and how much larger than it was laid out.
func (v *slideView) frame() (at fyne.Position, size fyne.Size, scale float32) {
	return zoomedFrame(v.plate, v.Size(), v.factor, v.zoom)
}

// zoomedFrame is [frameOf] of a slide that is zoomed by a factor around a point.
func zoomedFrame(p *plate, own fyne.Size, factor float32, zoom [2]float64) (at fyne.Position, size fyne.Size, scale float32) {
	at, size, scale = frameOf(p, own)
	if factor != 1 {
		at.X -= float32(zoom[0]) * size.Width * (factor - 1)
		at.Y -= float32(zoom[1]) * size.Height * (factor - 1)
		scale *= factor
		size = fyne.NewSize(size.Width*factor, size.Height*factor)
	}
	return at, size, scale
}

// frameOf is where a plate is within a size, and how much larger than it was laid out.
func frameOf(p *plate, own fyne.Size) (at fyne.Position, size fyne.Size, scale float32) {
	if p == nil || p.lay.Sheet == nil {
		return fyne.Position{}, own, 1
	}
	w, h := float32(p.lay.Width), float32(p.lay.Height)
	scale = min(own.Width/w, own.Height/h)
	size = fyne.NewSize(w*scale, h*scale)
	return fyne.NewPos((own.Width-size.Width)/2, (own.Height-size.Height)/2), size, scale
}

// share is a point of the view as shares of the slide.
func (v *slideView) share(p fyne.Position) (x, y float64) {
	at, size, _ := v.frame()
	return float64((p.X - at.X) / max(size.Width, 1)), float64((p.Y - at.Y) / max(size.Height, 1))
}

// paint makes the objects.
func (v *slideView) paint() {
	palette := paint.Palette(v.ColorOf)
	as := drawnAs{v.plate, v.plate != nil && v.plate.ready, v.Size(), v.zoom, v.factor, paint.LookOf(palette)}
	if v.plate == nil || as == v.drawn {
		return
	}
	if as.plate != v.drawn.plate {
		v.ahead.objects.Objects, v.ahead.drawn = nil, drawnAs{}
	}
	v.drawn = as
	at, _, scale := v.frame()
	var all []fyne.CanvasObject
	marked := 0
	kept := make(map[*image.RGBA]*canvas.Image, len(v.pictures))
	for i := range v.plate.parts {
		switch t := &v.plate.parts[i]; {
		case !t.pictured:
			if marked == len(v.painters) {
				v.painters = append(v.painters, &paint.Painter{})
			}
			all = append(all, v.painters[marked].Paint(scaled(t.marks, float64(scale), float64(at.X), float64(at.Y)), palette)...)
			marked++
		case t.picture != nil:
			img := v.pictureOf(t, scale)
			img.Move(at.AddXY(float32(t.box.X)*scale, float32(t.box.Y)*scale))
			kept[t.picture] = img
			all = append(all, img)
		}
	}
	if v.framed && v.factor == 1 {
		all = append(all, v.edged())
	}
	for _, o := range v.ahead.objects.Objects {
		if img, ok := o.(*canvas.Image); ok {
			if of, ok := img.Image.(*image.RGBA); ok {
				kept[of] = img
			}
		}
	}
	v.pictures, v.shown.Objects = kept, all
}

// edged is the edge of the slide.
func (v *slideView) edged() fyne.CanvasObject {
	if v.edge == nil {
		v.edge = canvas.NewRectangle(color.Transparent)
	}
	at, size, _ := v.frame()
	v.edge.StrokeColor, v.edge.StrokeWidth = v.ColorOf(ui.ColorLine), 1
	ui.Place(v.edge, at.X, at.Y, size.Width, size.Height)
	return v.edge
}

// AccessibilityLabel implements [fyne.Accessible].
func (v *slideView) AccessibilityLabel() string {
	if v.plate == nil || v.plate.lay.Sheet == nil {
		return ""
	}
	return v.plate.lay.Title + "\n" + v.plate.lay.Description
}

// AccessibilityRole implements [fyne.Accessible].
func (v *slideView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements [fyne.Widget].
func (v *slideView) CreateRenderer() fyne.WidgetRenderer {
	return &slideRenderer{v, container.NewClip(v.shown)}
}

type slideRenderer struct {
	v    *slideView
	clip *container.Clip
}

func (r *slideRenderer) Destroy()           {}
func (r *slideRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *slideRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.ahead.hole, r.clip}
}

func (r *slideRenderer) Layout(s fyne.Size) {
	r.clip.Resize(s)
	r.v.shown.Resize(s)
	r.v.paint()
}

func (r *slideRenderer) Refresh() {
	r.v.paint()
	canvas.Refresh(r.v)
}

// scaled are marks in another size, moved.
func scaled(marks []drawing.Mark, by, dx, dy float64) []drawing.Mark {
	if by == 1 && dx == 0 && dy == 0 {
		return marks
	}
	all := make([]drawing.Mark, len(marks))
	for i := range marks {
		m := marks[i]
		m.Box = drawing.Box{X: m.X*by + dx, Y: m.Y*by + dy, W: m.W * by, H: m.H * by}
		if m.Kind != drawing.Rect || m.Edge != drawing.InkNone {
			m.Stroke *= by
		}
		m.Radius *= by
		m.TextSize *= by
		m.Dashes = times(m.Dashes, by)
		parts := make([][]drawing.Point, len(m.Parts))
		for k, line := range m.Parts {
			parts[k] = make([]drawing.Point, len(line))
			for n, p := range line {
				parts[k][n] = drawing.Point{X: p.X*by + dx, Y: p.Y*by + dy}
			}
		}
		m.Parts = parts
		all[i] = m
	}
	return all
}

func times(all []float64, by float64) []float64 {
	if len(all) == 0 {
		return nil
	}
	out := make([]float64, len(all))
	for i, v := range all {
		out[i] = v * by
	}
	return out
}
