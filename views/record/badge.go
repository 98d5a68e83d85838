package record

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/paper"
	"beltroad/views/ui"
)

// Badge says what kind of claim a record is, by a shape and a word, so that
// colour is never the only sign: filled dot = reported, diamond = estimate,
// arrow = commitment, quotation mark = opinion.
type Badge struct {
	ui.Base

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

// OnPaper implements [ui.Printed].
func (b *Badge) OnPaper() []paper.Part {
	return []paper.Part{paper.Paragraph{Runs: []paper.Run{{Text: b.Text, Font: paper.Small, Ground: true}}}}
}

// CreateRenderer implements [fyne.Widget].
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{b: b, pill: canvas.NewRectangle(color.Transparent), sign: newShape(b.Claim), text: ui.PlainLine("", 0, fyne.TextStyle{})}
	r.objects = []fyne.CanvasObject{r.pill, r.sign, r.text}
	r.Refresh()
	return r
}

type badgeRenderer struct {
	b       *Badge
	pill    *canvas.Rectangle
	sign    *shape
	text    *canvas.Text
	objects []fyne.CanvasObject
}

func (r *badgeRenderer) Destroy()                     {}
func (r *badgeRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *badgeRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(r.b.Dp(8)+15+10, 3)
}

func (r *badgeRenderer) Layout(s fyne.Size) {
	r.pill.CornerRadius = s.Height / 2
	ui.Place(r.pill, 0, 0, s.Width, s.Height)
	d := r.b.Dp(8)
	if r.b.Claim == data.Opinion {
		m := r.sign.MinSize()
		ui.Place(r.sign, 9, s.Height/2-m.Height*0.34, d, m.Height)
	} else {
		ui.Place(r.sign, 10, (s.Height-d)/2, d, d)
	}
	m := r.text.MinSize()
	ui.Place(r.text, 15+d, (s.Height-m.Height)/2-0.5, m.Width, m.Height)
}

func (r *badgeRenderer) Refresh() {
	if th := r.b.Given(); th != nil {
		ui.Adopt(r.sign, th)
	}
	r.text.Text, r.text.TextSize, r.text.Color = r.b.Text, r.b.SizeOf(ui.SizeSmall), r.b.ColorOf(ui.ColorInk)
	r.pill.FillColor = r.b.ColorOf(ui.ColorCard) // not color.Transparent: Fyne blends an edge with what is inside, towards black
	r.pill.StrokeColor, r.pill.StrokeWidth = r.b.ColorOf(ui.ColorLine), r.b.Thick()
	for _, o := range r.objects {
		o.Refresh()
	}
}

// BadgeWidth is the width of the widest badge, at 100 % text.
func BadgeWidth(w *Words) float32 {
	widest := float32(0)
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		widest = max(widest, ui.NormalWidth(w.Claim(c), ui.SizeSmall))
	}
	return widest + 8 + 15 + 10
}

// Sign is the badge's shape alone, for lists whose claims a badge above explains.
func Sign(c data.Claim) fyne.CanvasObject {
	return ui.ScaledInset(6, 0, 0, 0, ui.Square(8, newShape(c)))
}

// shape is the sign of a claim.
type shape struct {
	ui.Ornament
	claim data.Claim
}

func newShape(c data.Claim) *shape {
	s := &shape{claim: c}
	s.ExtendBaseWidget(s)
	return s
}

// OnPaper implements [ui.Printed].
func (s *shape) OnPaper() []paper.Part {
	const high, size = ui.SignOnPaper, 8
	m := drawing.Mark{Kind: drawing.Sign, Ink: drawing.InkPrint, Alpha: 1, Box: drawing.Box{Y: (high - size) / 2, W: size, H: size}}
	switch s.claim {
	case data.Estimate:
		m.Shape, m.Ink, m.Edge, m.Stroke = drawing.Diamond, drawing.InkNone, drawing.InkPrint, 1.2
	case data.Commitment:
		m.Shape = drawing.Arrow
	case data.Opinion:
		m.Shape = drawing.Quote
	}
	return []paper.Part{paper.Picture{Sheet: &drawing.Sheet{Width: size + 2, Height: high, Marks: []drawing.Mark{m}}}}
}

// CreateRenderer implements [fyne.Widget].
func (s *shape) CreateRenderer() fyne.WidgetRenderer {
	r := &shapeRenderer{s: s}
	switch s.claim {
	case data.Estimate:
		r.drawn = canvas.NewRegularPolygon(4, color.Transparent)
	case data.Commitment:
		r.drawn = canvas.NewRegularPolygon(3, color.Transparent)
	case data.Opinion:
		r.drawn = ui.PlainLine("”", 0, ui.Bold)
	default:
		r.drawn = canvas.NewCircle(color.Transparent)
	}
	r.Refresh()
	return r
}

type shapeRenderer struct {
	s     *shape
	drawn fyne.CanvasObject
}

func (r *shapeRenderer) Destroy()                     {}
func (r *shapeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }
func (r *shapeRenderer) Layout(s fyne.Size)           { r.drawn.Resize(s) }

func (r *shapeRenderer) MinSize() fyne.Size {
	if q, ok := r.drawn.(*canvas.Text); ok {
		return q.MinSize()
	}
	return fyne.NewSquareSize(r.s.Dp(8))
}

func (r *shapeRenderer) Refresh() {
	ink := r.s.ColorOf(ui.ColorInk)
	switch d := r.drawn.(type) {
	case *canvas.Text:
		d.TextSize, d.Color, d.Alignment = r.s.SizeOf(ui.SizeLead), ink, fyne.TextAlignCenter
	case *canvas.Circle:
		d.FillColor = ink
	case *canvas.RegularPolygon:
		if r.s.claim == data.Estimate {
			d.StrokeColor, d.StrokeWidth = ink, 1.5*r.s.Thick()
		} else {
			d.FillColor, d.Angle = ink, 90
		}
	}
	r.drawn.Refresh()
}
