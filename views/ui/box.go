package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Ornament is the base of what is only looked at, such as lines and grounds:
// assistive technology passes it by.
type Ornament struct{ Base }

// Decorates tells that there is nothing to say of the widget.
func (*Ornament) Decorates() {}

// Box is a plain rectangle in colours of the theme: a ground, a line, an edge.
type Box struct {
	Ornament

	Fill   fyne.ThemeColorName // empty: none
	Edge   fyne.ThemeColorName // empty: none
	Width  float32             // of the edge
	Radius float32             // of the corners
	Least  fyne.Size           // that it asks for
}

var _ fyne.Widget = (*Box)(nil)

// NewBox makes a box that is filled with a colour.
func NewBox(fill fyne.ThemeColorName) *Box {
	b := &Box{Fill: fill}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements [fyne.Widget].
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{b: b, rect: canvas.NewRectangle(transparent)}
	r.objects = []fyne.CanvasObject{r.rect}
	r.Refresh()
	return r
}

// tallestPicture is how high a box may be that is drawn as a picture of its whole size, as
// one with an edge or round corners is in software. A higher one has plain edges.
const tallestPicture = 4096

type boxRenderer struct {
	b       *Box
	rect    *canvas.Rectangle
	objects []fyne.CanvasObject
}

// isTall tells whether the box is too high for a picture.
func (r *boxRenderer) isTall() bool { return r.b.Size().Height > tallestPicture }

func (r *boxRenderer) Destroy()                     {}
func (r *boxRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *boxRenderer) MinSize() fyne.Size           { return r.b.Least }

func (r *boxRenderer) Layout(s fyne.Size) {
	if r.isTall() != (len(r.objects) > 1) {
		r.Refresh()
	}
	r.place(s)
}

// place puts the box, and its plain edges where it has such, where they belong.
func (r *boxRenderer) place(s fyne.Size) {
	if r.rect.Resize(s); len(r.objects) > 1 {
		w := r.b.Width
		Place(r.objects[1], 0, 0, s.Width, w)
		Place(r.objects[2], 0, s.Height-w, s.Width, w)
		Place(r.objects[3], 0, 0, w, s.Height)
		Place(r.objects[4], s.Width-w, 0, w, s.Height)
	}
}

func (r *boxRenderer) Refresh() {
	r.rect.FillColor, r.rect.StrokeColor = transparent, nil
	if r.b.Fill != "" {
		r.rect.FillColor = r.b.ColorOf(r.b.Fill)
	}
	if r.b.Edge != "" {
		r.rect.StrokeColor = r.b.ColorOf(r.b.Edge)
	}
	r.rect.StrokeWidth, r.rect.CornerRadius = r.b.Width, r.b.Radius
	r.objects = r.objects[:1]
	if r.isTall() {
		edge := r.rect.StrokeColor
		r.rect.StrokeColor, r.rect.StrokeWidth, r.rect.CornerRadius = nil, 0, 0
		if edge == nil {
			edge = transparent
		}
		for range 4 {
			r.objects = append(r.objects, canvas.NewRectangle(edge))
		}
		r.place(r.b.Size())
	}
	r.rect.Refresh()
}

// Disc is a small disc of a colour of the theme, as high as 10 at 100 % text.
type Disc struct {
	Ornament

	Color fyne.ThemeColorName
}

var _ fyne.Widget = (*Disc)(nil)

const discSize = 10

// NewDisc makes a disc.
func NewDisc(col fyne.ThemeColorName) *Disc {
	d := &Disc{Color: col}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements [fyne.Widget].
func (d *Disc) CreateRenderer() fyne.WidgetRenderer {
	r := &discRenderer{d: d, disc: canvas.NewCircle(transparent)}
	r.objects = []fyne.CanvasObject{r.disc}
	r.Refresh()
	return r
}

type discRenderer struct {
	d       *Disc
	disc    *canvas.Circle
	objects []fyne.CanvasObject
}

func (r *discRenderer) Destroy()                     {}
func (r *discRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *discRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.d.Dp(discSize)) }

func (r *discRenderer) Layout(s fyne.Size) {
	side := r.d.Dp(discSize)
	Place(r.disc, 0, (s.Height-side)/2, side, side)
}

func (r *discRenderer) Refresh() {
	r.disc.FillColor = r.d.ColorOf(r.d.Color)
	r.disc.Refresh()
}
