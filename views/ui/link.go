package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Link is a short text that opens something.
type Link struct {
	Press

	Text     string
	TextSize fyne.ThemeSizeName  // empty: body
	Color    fyne.ThemeColorName // empty: accent
	Mark     fyne.ThemeColorName // ground behind the words; empty: none
	Strong   bool

	run int // of the text that the link is part of
}

var _ fyne.Widget = (*Link)(nil)

// NewLink makes a link.
func NewLink(text string, size fyne.ThemeSizeName, open func()) *Link {
	l := &Link{Text: text, TextSize: size}
	l.Label, l.Role, l.OnTapped = text, fyne.AccessibleRoleLink, open
	l.ExtendBaseWidget(l)
	return l
}

// SetText gives the link another text and name.
func (l *Link) SetText(text string) {
	l.Text, l.Label = text, text
	l.Refresh()
}

// Named gives the link another name for a screen reader than its text.
func (l *Link) Named(label string) *Link {
	l.Label = label
	return l
}

// CreateRenderer implements [fyne.Widget].
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{l: l, back: canvas.NewRectangle(transparent), text: PlainLine(l.Text, 0, fyne.TextStyle{}), line: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = 3
	r.objects = []fyne.CanvasObject{r.back, r.text, r.line}
	r.Refresh()
	return r
}

type linkRenderer struct {
	l          *Link
	back, line *canvas.Rectangle
	text       *canvas.Text
	objects    []fyne.CanvasObject
}

func (r *linkRenderer) Destroy()                     {}
func (r *linkRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *linkRenderer) MinSize() fyne.Size           { return r.text.MinSize() }

func (r *linkRenderer) Layout(s fyne.Size) {
	Place(r.text, 0, 0, s.Width, s.Height)
	Place(r.back, -2, s.Height*0.08, s.Width+4, s.Height*0.86)
	Place(r.line, 0, s.Height*0.88, s.Width, 1)
}

func (r *linkRenderer) Refresh() {
	size, col := r.l.TextSize, r.l.Color
	if size == "" {
		size = SizeBody
	}
	if col == "" || r.l.Strong {
		col = ColorAccent
	}
	setText(r.text, r.l.Text, fyne.TextStyle{Bold: r.l.Strong})
	r.text.TextSize, r.text.Color = r.l.SizeOf(size), r.l.ColorOf(col)
	r.line.FillColor, r.back.FillColor = transparent, transparent
	if r.l.hovered {
		r.line.FillColor = r.l.ColorOf(col)
	}
	if r.l.Mark != "" {
		r.back.FillColor = r.l.ColorOf(r.l.Mark)
	}
	r.l.edge(r.back, transparent)
	for _, o := range r.objects {
		o.Refresh()
	}
}
