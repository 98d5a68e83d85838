package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/spoken"
)

// FieldButton is a button that looks like a field for text: pressed, it leads to
// where the text is typed. Its name stands in it while there is none.
type FieldButton struct {
	Pressable

	text string
	hint string // at its end
}

var _ fyne.Widget = (*FieldButton)(nil)

// NewFieldButton makes such a button; hint are the keys that press it.
func NewFieldButton(name, hint string, open func()) *FieldButton {
	f := &FieldButton{hint: hint}
	f.Label, f.OnTapped = name, open
	f.ExtendBaseWidget(f)
	return f
}

// Text is what stands in the field.
func (f *FieldButton) Text() string { return f.text }

// Told implements [Teller].
func (f *FieldButton) Told(n *spoken.Node) { n.Value = f.text }

// SetText shows another text in the field.
func (f *FieldButton) SetText(text string) {
	if f.text != text {
		f.text = text
		f.Refresh()
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *FieldButton) AccessibilityLabel() string {
	if f.text == "" {
		return f.Label
	}
	return f.Label + " " + f.text
}

// CreateRenderer implements [fyne.Widget].
func (f *FieldButton) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{f: f, back: canvas.NewRectangle(transparent), line: canvas.NewRectangle(transparent), text: PlainLine("", 0, fyne.TextStyle{}), hint: PlainLine(f.hint, 0, fyne.TextStyle{})}
	r.back.CornerRadius = otherSizes[theme.SizeNameInputRadius]
	r.line.CornerRadius, r.line.StrokeWidth = r.back.CornerRadius, 1
	r.hint.Alignment = fyne.TextAlignTrailing
	r.objects = []fyne.CanvasObject{r.back, r.line, r.text, r.hint}
	r.Refresh()
	return r
}

type fieldRenderer struct {
	f          *FieldButton
	back, line *canvas.Rectangle // as a field has them
	text, hint *canvas.Text
	objects    []fyne.CanvasObject
}

const fieldSide = 8 // at both ends of the text, as in a field

func (r *fieldRenderer) Destroy()                     {}
func (r *fieldRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *fieldRenderer) MinSize() fyne.Size {
	line, _ := measure("M", r.f.SizeOf(SizeBody), fyne.TextStyle{})
	return fyne.NewSize(r.f.Dp(120), line.Height+2*fieldSide)
}

func (r *fieldRenderer) Layout(s fyne.Size) {
	Place(r.back, 1, 1, s.Width-2, s.Height-2)
	Place(r.line, 0.5, 0.5, s.Width-1, s.Height-1)
	hint := textWidth(r.f.hint, r.hint.TextSize, fyne.TextStyle{})
	shown := r.f.text
	if shown == "" {
		shown = r.f.Label
	}
	setText(r.text, shortened(shown, s.Width-3*fieldSide-hint, r.text.TextSize), fyne.TextStyle{})
	m := r.text.MinSize()
	Place(r.text, fieldSide, (s.Height-m.Height)/2, m.Width, m.Height)
	Place(r.hint, 0, 0, s.Width-fieldSide-3, s.Height)
}

func (r *fieldRenderer) Refresh() {
	ink := ColorInk
	if r.f.text == "" {
		ink = ColorMuted
	}
	r.back.FillColor = r.f.ColorOf(ColorCard)
	if r.f.hovered {
		r.back.FillColor = r.f.ColorOf(ColorSubtle)
	}
	r.text.TextSize, r.text.Color = r.f.SizeOf(SizeBody), r.f.ColorOf(ink)
	r.hint.TextSize, r.hint.Color = r.f.SizeOf(SizeSmall), r.f.ColorOf(ColorMuted)
	r.line.StrokeColor = r.f.ColorOf(ColorLine)
	r.f.edge(r.back, transparent)
	r.Layout(r.f.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
