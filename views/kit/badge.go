package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"beltroad/data"
)

// Badge says what kind of claim a record is, by a shape and a word, so that
// colour is never the only sign: filled dot = reported, diamond = estimate,
// arrow = commitment, quotation mark = opinion.
type Badge struct {
	widget.BaseWidget

	Claim data.Claim
	Text  string
}

var (
	_ fyne.Widget     = (*Badge)(nil)
	_ fyne.Accessible = (*Badge)(nil)
)

// NewBadge makes a badge for the claim; text is the claim's name for the user.
func NewBadge(c data.Claim, text string) *Badge {
	b := &Badge{Claim: c, Text: text}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements [fyne.Accessible].
func (b *Badge) AccessibilityLabel() string { return b.Text }

// AccessibilityRole implements [fyne.Accessible].
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements [fyne.Widget].
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	text := newText(b.Text, theme.Size(SizeSmall), fyne.TextStyle{})
	text.Color = Colour(ColorInk)
	pill := canvas.NewRectangle(Colour(ColorCard)) // not transparent: Fyne blends an edge with what is inside, towards black
	pill.StrokeColor, pill.StrokeWidth = Colour(ColorLine), 1
	return &badgeRenderer{pill: pill, text: text, sign: claimSign(b.Claim)}
}

// Sign is the badge's shape alone, for lists whose claims a badge above explains.
func Sign(c data.Claim) fyne.CanvasObject {
	d := Dp(8)
	return Inset(Dp(6), 0, 0, 0, &fyne.Container{Layout: square{d}, Objects: []fyne.CanvasObject{claimSign(c)}})
}

// Shape is the shape of a claim alone, to be placed by who draws it.
func Shape(c data.Claim) fyne.CanvasObject { return claimSign(c) }

// claimSign draws the claim's shape.
func claimSign(c data.Claim) fyne.CanvasObject {
	ink := Colour(ColorInk)
	switch c {
	case data.Estimate:
		d := canvas.NewRegularPolygon(4, transparent)
		d.StrokeColor, d.StrokeWidth = ink, 1.5
		return d
	case data.Commitment:
		d := canvas.NewRegularPolygon(3, ink)
		d.Angle = 90
		return d
	case data.Opinion:
		q := newText("”", theme.Size(SizeLead), Bold)
		q.Color, q.Alignment = ink, fyne.TextAlignCenter
		return q
	default:
		return canvas.NewCircle(ink)
	}
}

type badgeRenderer struct {
	pill *canvas.Rectangle
	text *canvas.Text
	sign fyne.CanvasObject
}

func (r *badgeRenderer) Destroy() {}

func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill, r.sign, r.text}
}

func (r *badgeRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(Dp(8)+15+10, 3)
}

func (r *badgeRenderer) Layout(s fyne.Size) {
	r.pill.CornerRadius = s.Height / 2
	place(r.pill, 0, 0, s.Width, s.Height)
	d := Dp(8)
	if q, ok := r.sign.(*canvas.Text); ok {
		m := q.MinSize()
		place(q, 9, s.Height/2-m.Height*0.34, d, m.Height)
	} else {
		place(r.sign, 10, (s.Height-d)/2, d, d)
	}
	m := r.text.MinSize()
	place(r.text, 15+d, (s.Height-m.Height)/2-0.5, m.Width, m.Height)
}

func (r *badgeRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Chip is a short word on a soft ground: a kind, a status, a country.
func Chip(text string) fyne.CanvasObject {
	back := canvas.NewRectangle(Colour(ColorSubtle))
	back.CornerRadius = 6
	return Stack(back, Inset(2, 8, 2, 8, OneLine(text, SizeCaption, ColorInk)))
}

// Rule is a thin line over the full width.
func Rule() fyne.CanvasObject {
	r := canvas.NewRectangle(Colour(ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Gap is an empty space of that height.
func Gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// Dot is the small disc of a pillar's colour.
func Dot(col fyne.ThemeColorName) fyne.CanvasObject {
	d := Dp(10)
	return Width(d, &fyne.Container{Layout: square{d}, Objects: []fyne.CanvasObject{canvas.NewCircle(Colour(col))}})
}

// square gives its objects a fixed square size.
type square struct{ side float32 }

func (l square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(l.side) }

func (l square) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		place(o, 0, (s.Height-l.side)/2, l.side, l.side)
	}
}
