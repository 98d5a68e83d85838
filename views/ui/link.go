package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Link is a short text that opens something.
type Link struct {
	Pressable

	Text     string
	TextSize fyne.ThemeSizeName  // empty: body
	Color    fyne.ThemeColorName // empty: accent
	Mark     fyne.ThemeColorName // ground behind the words; empty: none
	Strong   bool

	run  int           // of the text that the link is part of
	face fyne.Resource // that the text is set in; nil: the usual one
	// pieces are all parts of a link that goes over several lines, this one among
	// them; nil: it is whole. They look as one, and the first has the keyboard.
	pieces []*Link
	keys   func(fyne.KeyName) bool // takes keys before the link does, and the Tab key passes it by; nil: neither
}

var _ fyne.Widget = (*Link)(nil)

// NewLink makes a link.
func NewLink(text string, size fyne.ThemeSizeName, open func()) *Link {
	l := &Link{Text: text, TextSize: size}
	l.Label, l.Role, l.OnTapped = text, fyne.AccessibleRoleLink, open
	l.ExtendBaseWidget(l)
	return l
}

// joinPieces has the parts of each link know of one another.
func (t *Text) joinPieces() {
	var pieces []*Link
	join := func() {
		for i, l := range pieces {
			l.pieces, l.Skip = nil, i > 0
			if len(pieces) > 1 {
				l.pieces, l.Label = pieces, t.Runs[l.run].Text
			}
		}
		pieces = nil
	}
	for _, o := range t.parts {
		l, ok := o.(*Link)
		if !ok {
			continue
		}
		if len(pieces) > 0 && pieces[0].run != l.run {
			join()
		}
		pieces = append(pieces, l)
	}
	join()
}

// asOne does something with all parts of the link.
func (l *Link) asOne(do func(*Link)) {
	if l.pieces == nil {
		do(l)
	}
	for _, p := range l.pieces {
		do(p)
	}
}

// Tapped implements [fyne.Tappable].
func (l *Link) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && len(l.pieces) > 0 && l.pieces[0] != l {
		l.pieces[0].hovered = true // it needs no scrolling
		c.Focus(l.pieces[0])
	}
	l.Pressable.Tapped(e)
}

// FocusGained implements [fyne.Focusable].
func (l *Link) FocusGained() {
	l.Pressable.FocusGained()
	l.asOne(func(p *Link) {
		p.focused = true
		p.Refresh()
	})
}

// TypedKey implements [fyne.Focusable].
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	if l.keys == nil || !l.keys(e.Name) {
		l.Pressable.TypedKey(e)
	}
}

// FocusLost implements [fyne.Focusable].
func (l *Link) FocusLost() {
	l.Skip = l.Skip || l.keys != nil
	l.Pressable.FocusLost()
	l.asOne(func(p *Link) {
		p.focused = false
		p.Refresh()
	})
}

// MouseIn implements [desktop.Hoverable].
func (l *Link) MouseIn(e *desktop.MouseEvent) {
	TipAt(l, e)
	l.hover(true)
}

// MouseOut implements [desktop.Hoverable].
func (l *Link) MouseOut() {
	HideTip()
	l.hover(false)
}

func (l *Link) hover(on bool) {
	l.asOne(func(p *Link) {
		p.hovered = on
		p.Refresh()
	})
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

// HeightFor is the height at a width: a text that is wider takes more lines.
func (l *Link) HeightFor(width float32) float32 {
	m := l.measure(l.Text)
	return m.Height * float32(len(l.lines(width)))
}

func (l *Link) measure(text string) fyne.Size {
	m, _ := measureIn(l.face, text, l.SizeOf(l.size()), l.style())
	return m
}

func (l *Link) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.Strong} }

func (l *Link) size() fyne.ThemeSizeName {
	if l.TextSize == "" {
		return SizeBody
	}
	return l.TextSize
}

// lines are the text in lines of a width, broken between words.
func (l *Link) lines(width float32) []string {
	const rounding = 1
	if l.measure(l.Text).Width <= width+rounding {
		return []string{l.Text}
	}
	var lines []string
	for w := range strings.FieldsSeq(l.Text) {
		if n := len(lines); n > 0 && l.measure(lines[n-1]+" "+w).Width <= width+rounding {
			lines[n-1] += " " + w
			continue
		}
		lines = append(lines, w)
	}
	return lines
}

// CreateRenderer implements [fyne.Widget].
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{l: l, back: canvas.NewRectangle(transparent), line: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = 3
	r.set([]string{l.Text})
	r.Refresh()
	return r
}

type linkRenderer struct {
	l          *Link
	back, line *canvas.Rectangle
	texts      []*canvas.Text // a line each
	objects    []fyne.CanvasObject
}

// set gives the link its lines.
func (r *linkRenderer) set(lines []string) {
	for len(r.texts) < len(lines) {
		r.texts = append(r.texts, PlainLine("", 0, fyne.TextStyle{}))
	}
	if r.texts = r.texts[:len(lines)]; len(r.objects) != len(lines)+2 {
		r.objects = make([]fyne.CanvasObject, 0, len(lines)+2)
		r.objects = append(r.objects, r.back)
		for _, t := range r.texts {
			r.objects = append(r.objects, t)
		}
		r.objects = append(r.objects, r.line)
	}
	for i, t := range r.texts {
		setText(t, lines[i], r.l.style()) // #nosec G602 -- there are as many
		if r.l.face != nil {
			t.FontSource = r.l.face
		}
		t.TextSize, t.Color = r.l.SizeOf(r.l.size()), r.l.ColorOf(r.color())
	}
}

func (r *linkRenderer) color() fyne.ThemeColorName {
	if r.l.Color == "" || r.l.Strong {
		return ColorAccent
	}
	return r.l.Color
}

func (r *linkRenderer) Destroy()                     {}
func (r *linkRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is that of the text on one line.
func (r *linkRenderer) MinSize() fyne.Size {
	return r.l.measure(r.l.Text)
}

func (r *linkRenderer) Layout(s fyne.Size) {
	lines := r.l.lines(s.Width)
	if s.Height+1 < r.MinSize().Height*float32(len(lines)) {
		lines = []string{r.l.Text} // there is no room for more
	}
	r.set(lines)
	for i, t := range r.texts {
		high := s.Height / float32(len(r.texts))
		Place(t, 0, float32(i)*high, s.Width, high)
	}
	Place(r.back, -2, s.Height*0.08, s.Width+4, s.Height*0.86)
	Place(r.line, 0, s.Height*0.88, s.Width, 1)
}

func (r *linkRenderer) Refresh() {
	if width := r.l.BaseWidget.Size().Width; width > 0 {
		r.Layout(r.l.Size())
	} else {
		r.set([]string{r.l.Text})
	}
	r.line.FillColor, r.back.FillColor = transparent, transparent
	if r.l.hovered {
		r.line.FillColor = r.l.ColorOf(r.color())
	}
	if r.l.Mark != "" {
		r.back.FillColor = r.l.ColorOf(r.l.Mark)
	}
	r.l.edge(r.back, transparent)
	for _, o := range r.objects {
		o.Refresh()
	}
}
