package present

import (
	"context"
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/slide"
	"beltroad/views/ui"
)

// markerCover is how much a marker covers, of 0xFF.
const markerCover = 0x61

// inkView shows the ink of a slide over it. What is drawn just now is lines; once
// a stroke is done it is part of a picture, so that much ink is shown as quickly as little.
type inkView struct {
	ui.Base

	over    *slideView
	beside  func(work func() (finish func()))
	strokes []lesson.Stroke
	open    bool // the last stroke is being drawn

	pictured []lesson.Stroke // that the picture has
	making   bool            // another picture is
	in       inkFrame        // that the picture was made for
	picture  *canvas.Image
	lines    []*canvas.Line
	shown    *fyne.Container
}

// inkFrame is where ink is drawn.
type inkFrame struct {
	at   fyne.Position
	size fyne.Size
	view fyne.Size
	dark bool
	warp slide.Warp
}

var _ fyne.Widget = (*inkView)(nil)

func newInkView(over *slideView, beside func(work func() (finish func()))) *inkView {
	v := &inkView{over: over, beside: beside, picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, shown: container.NewWithoutLayout()}
	v.picture.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// Decorates tells that there is nothing to say of the widget.
func (*inkView) Decorates() {}

// set shows strokes; open tells that the last one is being drawn.
func (v *inkView) set(strokes []lesson.Stroke, open bool) {
	v.strokes, v.open = strokes, open
	v.draw()
}

func (v *inkView) frame() inkFrame {
	at, size, _ := v.over.frame()
	r, g, b, _ := v.ColorOf(ui.ColorInk).RGBA()
	in := inkFrame{at: at, size: size, view: v.Size(), dark: r+g+b > 3*0x8000}
	if len(v.strokes) > 0 && v.over.plate != nil {
		in.warp = v.over.plate.ink()
	}
	return in
}

// begins tells whether strokes begin with others.
func begins(all, with []lesson.Stroke) bool {
	if len(with) > len(all) {
		return false
	}
	for i := range with {
		if len(all[i].Points) != len(with[i].Points) || &all[i].Points[0] != &with[i].Points[0] {
			return false
		}
	}
	return true
}

// draw shows what is there, and has a picture made of what is done.
func (v *inkView) draw() {
	in := v.frame()
	good := in == v.in && begins(v.strokes, v.pictured)
	live := v.strokes
	if good {
		live = v.strokes[len(v.pictured):]
	}
	v.picture.Hidden = !good || len(v.pictured) == 0
	v.drawLive(in, live)
	v.shown.Objects = []fyne.CanvasObject{v.picture}
	for _, l := range v.lines {
		v.shown.Objects = append(v.shown.Objects, l)
	}
	canvas.Refresh(v)
	done := len(v.strokes)
	if v.open {
		done--
	}
	if pictured := len(v.pictured); !v.making && (!good && (done > 0 || pictured > 0) || good && done > pictured) {
		v.make(in, v.strokes[:done])
	}
}

// drawLive shows strokes as lines.
func (v *inkView) drawLive(in inkFrame, live []lesson.Stroke) {
	n := 0
	for _, k := range live {
		c, width := slide.InkColor(k.Tool, in.dark), float32(slide.InkWidth(k.Tool))*in.size.Height
		if k.Tool == lesson.Marker {
			c.A = markerCover
		}
		place := func(i int) fyne.Position {
			x, y := in.warp.Point(k.Points[i], k.Points[i+1])
			return in.at.AddXY(float32(x)*in.size.Width, float32(y)*in.size.Height)
		}
		for i := 0; i+1 < len(k.Points); i += 2 {
			if n == len(v.lines) {
				v.lines = append(v.lines, canvas.NewLine(nil))
			}
			l := v.lines[n]
			from := place(max(0, i-2))
			l.StrokeColor, l.StrokeWidth, l.Position1, l.Position2 = c, width, from, place(i)
			if i == 0 {
				l.Position2 = from.AddXY(width/2, 0)
			}
			n++
		}
	}
	v.lines = v.lines[:n]
}

// make makes a picture of strokes beside the windows.
func (v *inkView) make(in inkFrame, done []lesson.Stroke) {
	done = append([]lesson.Stroke(nil), done...)
	scale := 1.0
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		scale = float64(c.Scale())
	}
	v.making = true
	v.beside(func() func() {
		img, box := inkPicture(done, in, scale)
		return func() {
			v.making = false
			v.pictured, v.in = done, in
			v.picture.Image = img
			v.picture.Move(fyne.NewPos(float32(box.X), float32(box.Y)))
			v.picture.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
			v.picture.Refresh()
			v.draw()
		}
	})
}

// inkMarks are strokes as marks, in a frame.
func inkMarks(strokes []lesson.Stroke, in inkFrame) []drawing.Mark {
	there := make([]lesson.Stroke, len(strokes))
	for i, k := range strokes {
		there[i] = lesson.Stroke{Tool: k.Tool, Points: make([]float64, len(k.Points))}
		for n := 0; n+1 < len(k.Points); n += 2 {
			there[i].Points[n], there[i].Points[n+1] = in.warp.Point(k.Points[n], k.Points[n+1])
		}
	}
	return slide.Ink(there, drawing.Box{X: float64(in.at.X), Y: float64(in.at.Y), W: float64(in.size.Width), H: float64(in.size.Height)})
}

// inkPicture is a picture of strokes, and where it is. It is no larger than they are.
func inkPicture(strokes []lesson.Stroke, in inkFrame, scale float64) (img *image.RGBA, at drawing.Box) {
	marks := inkMarks(strokes, in)
	var all drawing.Box
	for i, m := range marks {
		box := m.Box
		if m.Kind == drawing.Path {
			box = bounds(m)
		}
		if i == 0 {
			all = box
		}
		all = all.And(box)
	}
	pixels := image.Rect(
		int(math.Floor(max(all.X, 0)*scale)), int(math.Floor(max(all.Y, 0)*scale)),
		int(math.Ceil(min(all.X+all.W, float64(in.view.Width))*scale)), int(math.Ceil(min(all.Y+all.H, float64(in.view.Height))*scale)))
	if pixels.Empty() {
		return image.NewRGBA(image.Rect(0, 0, 1, 1)), drawing.Box{W: 1, H: 1}
	}
	img = image.NewRGBA(pixels)
	_ = drawing.Overlay(context.Background(), img, marks, func(i drawing.Ink) color.Color { // it ends when it is done
		if i == drawing.InkMarker {
			return slide.InkColor(lesson.Marker, in.dark)
		}
		return slide.InkColor(lesson.Pen, in.dark)
	}, scale)
	img.Rect = img.Rect.Sub(pixels.Min)
	return img, drawing.Box{
		X: float64(pixels.Min.X) / scale, Y: float64(pixels.Min.Y) / scale, W: float64(pixels.Dx()) / scale, H: float64(pixels.Dy()) / scale,
	}
}

// CreateRenderer implements [fyne.Widget].
func (v *inkView) CreateRenderer() fyne.WidgetRenderer {
	return &inkRenderer{v, container.NewClip(v.shown)}
}

type inkRenderer struct {
	v    *inkView
	clip *container.Clip
}

func (*inkRenderer) Destroy()                       {}
func (*inkRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r *inkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.clip} }
func (r *inkRenderer) Refresh()                     { r.v.draw() }

func (r *inkRenderer) Layout(s fyne.Size) {
	r.clip.Resize(s)
	r.v.shown.Resize(s)
	r.v.draw()
}
