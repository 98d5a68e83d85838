package present

import (
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
	pictures []*canvas.Image
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
	v := &slideView{factor: 1, shown: container.NewWithoutLayout()}
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
	own := v.Size()
	if v.plate == nil || v.plate.lay.Sheet == nil {
		return fyne.Position{}, own, 1
	}
	w, h := float32(v.plate.lay.Width), float32(v.plate.lay.Height)
	scale = min(own.Width/w, own.Height/h)
	size = fyne.NewSize(w*scale, h*scale)
	at = fyne.NewPos((own.Width-size.Width)/2, (own.Height-size.Height)/2)
	if v.factor != 1 {
		at.X -= float32(v.zoom[0]) * size.Width * (v.factor - 1)
		at.Y -= float32(v.zoom[1]) * size.Height * (v.factor - 1)
		scale *= v.factor
		size = fyne.NewSize(size.Width*v.factor, size.Height*v.factor)
	}
	return at, size, scale
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
	v.drawn = as
	at, _, scale := v.frame()
	var all []fyne.CanvasObject
	marked, pictured := 0, 0
	for i := range v.plate.parts {
		switch t := &v.plate.parts[i]; {
		case !t.pictured:
			if marked == len(v.painters) {
				v.painters = append(v.painters, &paint.Painter{})
			}
			all = append(all, v.painters[marked].Paint(scaled(t.marks, float64(scale), float64(at.X), float64(at.Y)), palette)...)
			marked++
		case t.picture != nil:
			if pictured == len(v.pictures) {
				v.pictures = append(v.pictures, &canvas.Image{ScaleMode: canvas.ImageScaleFastest})
			}
			img := v.pictures[pictured]
			img.Move(at.AddXY(float32(t.box.X)*scale, float32(t.box.Y)*scale))
			img.Resize(fyne.NewSize(float32(t.box.W)*scale, float32(t.box.H)*scale))
			if img.Image != t.picture {
				img.Image = t.picture
				img.Refresh()
			}
			all = append(all, img)
			pictured++
		}
	}
	if v.framed && v.factor == 1 {
		all = append(all, v.edged())
	}
	v.shown.Objects = all
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

func (r *slideRenderer) Destroy()                     {}
func (r *slideRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *slideRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.clip} }

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
