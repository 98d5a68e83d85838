package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/spoken"
)

// NavItem is a line of the sidebar.
type NavItem struct {
	Pressable

	Name     string
	Dot      fyne.ThemeColorName // disc before the name; empty: none
	Count    string
	Selected bool

	text *Text
	bold *Text // the name as it is when selected: its height is kept, so that nothing jumps
}

var (
	_ fyne.Widget    = (*NavItem)(nil)
	_ HeightForWidth = (*NavItem)(nil)
)

// NewNavItem makes a line of the sidebar.
func NewNavItem(name string, dot fyne.ThemeColorName, count string, open func()) *NavItem {
	n := &NavItem{Name: name, Dot: dot, Count: count, text: Label(name, SizeBody, ColorInk), bold: Strong(name, SizeBody, ColorInk)}
	n.Label, n.OnTapped = strings.TrimSpace(name+" "+count), open
	n.ExtendBaseWidget(n)
	return n
}

// Told implements [Teller].
func (n *NavItem) Told(t *spoken.Node) {
	if t.Role = spoken.Link; n.Selected { // it leads to a page
		t.State |= spoken.Selected
	}
}

// SetCount shows another count.
func (n *NavItem) SetCount(count string) {
	if n.Count != count {
		n.Count, n.Label = count, strings.TrimSpace(n.Name+" "+count)
		n.Refresh()
	}
}

// SetSelected marks the item as the way to what is shown.
func (n *NavItem) SetSelected(on bool) {
	if n.Selected != on {
		n.Selected = on
		n.text.SetRuns(Run{Text: n.Name, Style: fyne.TextStyle{Bold: on}})
		n.Refresh()
	}
}

// Adopted hands the theme on to the name.
func (n *NavItem) Adopted() { n.HandDown([]fyne.CanvasObject{n.text, n.bold}) }

const navSide = 12

// room is where the name begins, and how wide it may be.
func (n *NavItem) room(width float32) (x, w float32) {
	x = navSide
	if n.Dot != "" {
		x += n.Dp(10) + 10
	}
	count := textWidth(n.Count, n.SizeOf(SizeSmall), Bold)
	return x, width - x - count - navSide - 4
}

// HeightFor implements [HeightForWidth].
func (n *NavItem) HeightFor(width float32) float32 {
	_, w := n.room(width)
	return n.bold.HeightFor(w) + 16
}

// CreateRenderer implements [fyne.Widget].
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{n: n, back: canvas.NewRectangle(transparent), dot: canvas.NewCircle(transparent), count: PlainLine(n.Count, 0, fyne.TextStyle{})}
	r.back.CornerRadius = 8
	r.count.Alignment = fyne.TextAlignTrailing
	r.objects = []fyne.CanvasObject{r.back, r.dot, n.text, r.count}
	if n.Dot == "" { // Fyne would draw what is transparent, too
		r.objects = []fyne.CanvasObject{r.back, n.text, r.count}
	}
	r.Refresh()
	return r
}

type navRenderer struct {
	n       *NavItem
	back    *canvas.Rectangle
	dot     *canvas.Circle
	count   *canvas.Text
	objects []fyne.CanvasObject
}

func (r *navRenderer) Destroy()                     {}
func (r *navRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *navRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.n.HeightFor(r.n.Size().Width))
}

func (r *navRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	d := r.n.Dp(10)
	Place(r.dot, navSide, (s.Height-d)/2, d, d)
	x, w := r.n.room(s.Width)
	h := r.n.text.HeightFor(w)
	Place(r.n.text, x, (s.Height-h)/2, w, h)
	Place(r.count, 0, 0, s.Width-12, s.Height)
}

func (r *navRenderer) Refresh() {
	r.back.FillColor, r.dot.FillColor = transparent, transparent
	if r.n.hovered {
		r.back.FillColor = r.n.ColorOf(theme.ColorNameHover)
	}
	if r.n.Selected {
		r.back.FillColor = r.n.ColorOf(ColorCard)
	}
	if r.n.Dot != "" {
		r.dot.FillColor = r.n.ColorOf(r.n.Dot)
	}
	setText(r.count, r.n.Count, fyne.TextStyle{Bold: r.n.Selected})
	r.count.TextSize, r.count.Color = r.n.SizeOf(SizeSmall), r.n.ColorOf(ColorMuted)
	r.n.edge(r.back, transparent)
	for _, o := range r.objects {
		o.Refresh()
	}
}

// GroupName is the name of a group in the sidebar.
func GroupName(text string) fyne.CanvasObject {
	return Inset(12, 12, 4, 12, Label(strings.ToUpper(text), SizeSmall, ColorMuted))
}

// Frame puts a head above and a foot below a middle that takes what is left.
func Frame(head, middle, foot fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &frame{}, Objects: []fyne.CanvasObject{head, middle, foot}}
}

type frame struct{ Themed }

func (l *frame) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return fyne.NewSize(widest(objs), 100)
}

func (l *frame) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	head, foot := HeightFor(objs[0], s.Width), HeightFor(objs[2], s.Width)
	Place(objs[0], 0, 0, s.Width, head)
	Place(objs[1], 0, head, s.Width, max(0, s.Height-head-foot))
	Place(objs[2], 0, s.Height-foot, s.Width, foot)
}
