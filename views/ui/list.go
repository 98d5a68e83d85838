package ui

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// List shows many objects below one another, or in columns, each row as high as
// it needs to be. Objects are made when they come into view and dropped when
// they leave it. It has to stand in a [Scroller].
type List struct {
	Base

	n     int
	make  func(i int) fyne.CanvasObject
	grid  grid // how objects stand beside one another
	strip strip
	items map[int]fyne.CanvasObject // that are live
	order []fyne.CanvasObject       // the same, in order
	stale bool                      // the order is not that of the items
	// arranged is called after objects came into view; nil: nobody wants to know.
	arranged func()

	width   float32 // that rows were measured for
	in      setting // likewise
	columns int
	cell    float32
}

var (
	_ fyne.Widget     = (*List)(nil)
	_ fyne.Accessible = (*List)(nil)
	_ HeightForWidth  = (*List)(nil)
	_ windowed        = (*List)(nil)
)

// NewList makes a list of n objects, gap apart.
func NewList(gap float32, n int, item func(i int) fyne.CanvasObject) *List {
	return NewGridList(0, 1, gap, n, item)
}

// NewGridList makes a list in columns, as [Grid] does.
func NewGridList(cell float32, most int, gap float32, n int, item func(i int) fyne.CanvasObject) *List {
	l := &List{n: n, make: item, grid: grid{cell: cell, most: most, gap: gap}, items: map[int]fyne.CanvasObject{}}
	l.ExtendBaseWidget(l)
	return l
}

// Weigh says how many widgets an object of the list is about, where it is many.
func (l *List) Weigh(widgets int) { l.strip.weight = widgets }

// Adopted forgets what was measured in another theme.
func (l *List) Adopted() { l.width = 0 }

// AccessibilityLabel implements [fyne.Accessible].
func (l *List) AccessibilityLabel() string { return "" }

// AccessibilityRole implements [fyne.Accessible].
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children are the live objects, in order.
func (l *List) Children() []fyne.CanvasObject { return l.order }

// Live is the object with that index, nil where it is not live.
func (l *List) Live(i int) fyne.CanvasObject { return l.items[i] }

// liveOrNot is the object with that index; one that is not live is made, but not
// kept.
func (l *List) liveOrNot(i int) fyne.CanvasObject {
	if o := l.Live(i); o != nil {
		return o
	}
	return l.make(i)
}

// item is the object with that index, made if it has to be.
func (l *List) item(i int) fyne.CanvasObject {
	o, ok := l.items[i]
	if !ok {
		o = l.make(i)
		l.handTo(o)
		l.items[i], l.stale = o, true
	}
	return o
}

// row are the indexes of the objects in a row.
func (l *List) row(r int) (from, to int) { return r * l.columns, min(l.n, (r+1)*l.columns) }

// rowHeight is the height of a row with the gap below it.
func (l *List) rowHeight(r int) float32 {
	h := float32(0)
	for from, to := l.row(r); from < to; from++ {
		h = max(h, HeightFor(l.item(from), l.cell))
	}
	return h + l.grid.gap
}

// fit measures for a width, where that was not done yet.
func (l *List) fit(width float32) {
	in := l.setting()
	if width <= 0 || l.width == width && l.in == in {
		return
	}
	l.width, l.in = width, in
	l.grid.given = l.given
	l.columns, l.cell = l.grid.columns(l.n, width)
	l.strip.start((l.n+l.columns-1)/l.columns, l.rowHeight)
}

// HeightFor implements [HeightForWidth].
func (l *List) HeightFor(width float32) float32 {
	if l.fit(width); l.n == 0 || l.width == 0 {
		return 0
	}
	l.strip.again(l.rowHeight)
	return l.strip.top(l.strip.rows) - l.grid.gap
}

// setView implements [windowed].
func (l *List) setView(from, to float32) (shift float32) {
	l.strip.from, l.strip.to, l.strip.told = from, to, true
	return l.arrange()
}

// arrange makes what is in view and drops what is not, but for what has the focus.
func (l *List) arrange() (shift float32) {
	l.fit(l.Size().Width)
	if l.width == 0 {
		return 0
	}
	shift = l.strip.fill(l.rowHeight)
	for i, o := range l.items {
		if r := i / l.columns; (r < l.strip.first || r >= l.strip.last) && !HoldsFocus(o) {
			delete(l.items, i)
			l.stale = true
		}
	}
	for r := l.strip.first; r < l.strip.last; r++ {
		for from, to := l.row(r); from < to; from++ {
			l.item(from)
		}
	}
	for i, o := range l.items {
		r := i / l.columns
		Place(o, float32(i%l.columns)*(l.cell+l.grid.gap), l.strip.top(r), l.cell, l.strip.height(r)-l.grid.gap)
	}
	if l.stale {
		l.stale = false
		l.order = l.order[:0:0]
		l.Each(func(_ int, o fyne.CanvasObject) { l.order = append(l.order, o) })
		if l.arranged != nil {
			l.arranged()
		}
	}
	canvas.Refresh(l)
	return shift
}

// stretch implements [windowed].
func (l *List) stretch(i int) (from, to float32) {
	if l.width == 0 || l.n == 0 {
		return 0, 0
	}
	r := i / l.columns
	return l.strip.top(r), l.strip.top(r+1) - l.grid.gap
}

// indexAt implements [windowed].
func (l *List) indexAt(y float32) int {
	if l.width == 0 {
		return 0
	}
	return l.strip.at(y) * l.columns
}

// Each yields the objects that are live, in order.
func (l *List) Each(yield func(i int, o fyne.CanvasObject)) {
	for _, i := range slices.Sorted(maps.Keys(l.items)) {
		yield(i, l.items[i])
	}
}

// Stretch is where in the list the object with that index lies, or its row.
// Where it was not seen yet, that is a guess.
func (l *List) Stretch(i int) (from, to float32) { return l.stretch(i) }

// IndexAt is the object at y of the list, or the first of its row; the nearest
// where there is none.
func (l *List) IndexAt(y float32) int { return l.indexAt(y) }

// Remake makes all objects anew.
func (l *List) Remake() {
	clear(l.items)
	l.width, l.stale = 0, true
}

// Reveal scrolls so that the object with that index can be seen.
func (l *List) Reveal(i int) { revealIn(l, i) }

// HoldsFocus tells whether something in an object has the keyboard.
func HoldsFocus(o fyne.CanvasObject) bool {
	found := false
	everything(o, func(o fyne.CanvasObject) {
		if f, ok := o.(interface{ Focused() bool }); ok && f.Focused() {
			found = true
		}
	})
	return found
}

// CreateRenderer implements [fyne.Widget].
func (l *List) CreateRenderer() fyne.WidgetRenderer { return listRenderer{l} }

type listRenderer struct{ l *List }

func (listRenderer) Destroy()                       {}
func (r listRenderer) Objects() []fyne.CanvasObject { return r.l.Children() }
func (r listRenderer) Layout(fyne.Size)             { r.l.arrange() }

func (r listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.l.Dp(r.l.grid.cell), r.l.HeightFor(r.l.Size().Width))
}

func (r listRenderer) Refresh() {
	r.l.arrange()
	for _, o := range r.l.items {
		o.Refresh()
	}
}
