package record

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"beltroad/data"
	"beltroad/views/ui"
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
	text := ui.PlainLine(b.Text, theme.Size(ui.SizeSmall), fyne.TextStyle{})
	text.Color = ui.Colour(ui.ColorInk)
	pill := canvas.NewRectangle(ui.Colour(ui.ColorCard)) // not color.Transparent: Fyne blends an edge with what is inside, towards black
	pill.StrokeColor, pill.StrokeWidth = ui.Colour(ui.ColorLine), 1
	return &badgeRenderer{pill: pill, text: text, sign: claimSign(b.Claim)}
}

// Sign is the badge's shape alone, for lists whose claims a badge above explains.
func Sign(c data.Claim) fyne.CanvasObject {
	d := ui.Dp(8)
	return ui.Inset(ui.Dp(6), 0, 0, 0, ui.Square(d, claimSign(c)))
}

// Shape is the shape of a claim alone, to be placed by who draws it.
func Shape(c data.Claim) fyne.CanvasObject { return claimSign(c) }

// claimSign draws the claim's shape.
func claimSign(c data.Claim) fyne.CanvasObject {
	ink := ui.Colour(ui.ColorInk)
	switch c {
	case data.Estimate:
		d := canvas.NewRegularPolygon(4, color.Transparent)
		d.StrokeColor, d.StrokeWidth = ink, 1.5
		return d
	case data.Commitment:
		d := canvas.NewRegularPolygon(3, ink)
		d.Angle = 90
		return d
	case data.Opinion:
		q := ui.PlainLine("”", theme.Size(ui.SizeLead), ui.Bold)
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
	return r.text.MinSize().AddWidthHeight(ui.Dp(8)+15+10, 3)
}

func (r *badgeRenderer) Layout(s fyne.Size) {
	r.pill.CornerRadius = s.Height / 2
	ui.Place(r.pill, 0, 0, s.Width, s.Height)
	d := ui.Dp(8)
	if q, ok := r.sign.(*canvas.Text); ok {
		m := q.MinSize()
		ui.Place(q, 9, s.Height/2-m.Height*0.34, d, m.Height)
	} else {
		ui.Place(r.sign, 10, (s.Height-d)/2, d, d)
	}
	m := r.text.MinSize()
	ui.Place(r.text, 15+d, (s.Height-m.Height)/2-0.5, m.Width, m.Height)
}

func (r *badgeRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
