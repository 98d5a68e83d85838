package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// NavItem is a line of the sidebar.
type NavItem struct {
	Press

	Name     string
	Dot      fyne.ThemeColorName // disc before the name; empty: none
	Count    string
	Selected bool
}

var _ fyne.Widget = (*NavItem)(nil)

// NewNavItem makes a line of the sidebar.
func NewNavItem(name string, dot fyne.ThemeColorName, count string, open func()) *NavItem {
	n := &NavItem{Name: name, Dot: dot, Count: count}
	n.Label, n.OnTapped = strings.TrimSpace(name+" "+count), open
	n.ExtendBaseWidget(n)
	return n
}

// SetSelected marks the item as the way to what is shown.
func (n *NavItem) SetSelected(on bool) {
	if n.Selected != on {
		n.Selected = on
		n.Refresh()
	}
}

// CreateRenderer implements [fyne.Widget].
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{n: n, back: canvas.NewRectangle(transparent), dot: canvas.NewCircle(transparent), name: canvas.NewText(n.Name, transparent), count: canvas.NewText(n.Count, transparent)}
	r.back.CornerRadius = 8
	r.count.Alignment = fyne.TextAlignTrailing
	r.objects = []fyne.CanvasObject{r.back, r.dot, r.name, r.count}
	r.Refresh()
	return r
}

type navRenderer struct {
	n           *NavItem
	back        *canvas.Rectangle
	dot         *canvas.Circle
	name, count *canvas.Text
	objects     []fyne.CanvasObject
}

func (r *navRenderer) Destroy()                     {}
func (r *navRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *navRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.name.MinSize().Height+14)
}

func (r *navRenderer) Layout(s fyne.Size) {
	place(r.back, 0, 0, s.Width, s.Height)
	x, d := float32(12), Dp(10)
	if r.n.Dot != "" {
		place(r.dot, x, (s.Height-d)/2, d, d)
		x += d + 10
	}
	place(r.name, x, 0, s.Width-x, s.Height)
	place(r.count, 0, 0, s.Width-12, s.Height)
}

func (r *navRenderer) Refresh() {
	r.back.FillColor, r.dot.FillColor = transparent, transparent
	if r.n.hovered {
		r.back.FillColor = Colour(theme.ColorNameHover)
	}
	if r.n.Selected {
		r.back.FillColor = Colour(ColorCard)
	}
	if r.n.Dot != "" {
		r.dot.FillColor = Colour(r.n.Dot)
	}
	r.name.TextSize, r.name.Color, r.name.TextStyle.Bold = theme.Size(SizeBody), Colour(ColorInk), r.n.Selected
	r.count.TextSize, r.count.Color, r.count.TextStyle.Bold = theme.Size(SizeSmall), Colour(ColorMuted), r.n.Selected
	r.n.edge(r.back, transparent)
	for _, o := range r.objects {
		o.Refresh()
	}
}

// Label is the name of a group in the sidebar.
func Label(text string) fyne.CanvasObject {
	return Inset(12, 12, 4, 12, Words(strings.ToUpper(text), SizeTiny, ColorMuted))
}

// Frame puts a head above and a foot below a middle that takes what is left.
func Frame(head, middle, foot fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: frame{}, Objects: []fyne.CanvasObject{head, middle, foot}}
}

type frame struct{}

func (frame) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widest(objs), 100)
}

func (frame) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	head, foot := HeightFor(objs[0], s.Width), HeightFor(objs[2], s.Width)
	place(objs[0], 0, 0, s.Width, head)
	place(objs[1], 0, head, s.Width, max(0, s.Height-head-foot))
	place(objs[2], 0, s.Height-foot, s.Width, foot)
}
