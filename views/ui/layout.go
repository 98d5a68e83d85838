package ui

import (
	"fyne.io/fyne/v2"
)

// HeightForWidth is an object whose height depends on the width it gets, such as
// text that wraps. Fyne's MinSize cannot say that.
type HeightForWidth interface {
	HeightFor(width float32) float32
}

// heightLayout is a layout that can say its height for a width.
type heightLayout interface {
	fyne.Layout
	heightFor(objs []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height that o needs at the width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if h, ok := o.(HeightForWidth); ok {
		return h.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(heightLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// widest is the largest minimum width among the visible objects.
func widest(objs []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objs {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return w
}

// tallest is the largest height among the visible objects at the width.
func tallest(objs []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range objs {
		if o.Visible() {
			h = max(h, HeightFor(o, width))
		}
	}
	return h
}

// minOf answers Fyne's MinSize for a layout whose height depends on its width.
func minOf(l heightLayout, objs []fyne.CanvasObject, width, laidOut float32) fyne.Size {
	return fyne.NewSize(width, l.heightFor(objs, max(width, laidOut)))
}

// column stacks objects over the full width, gap apart.
type column struct {
	Themed
	gap, width float32
	sink       bool // the last object keeps to the lower edge
	field      bool // it is a line of a record
}

// Column is a container that stacks objects over its full width, gap apart.
func Column(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &column{gap: gap}, Objects: objs}
}

// Sink is a column whose last object keeps to the lower edge.
func Sink(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &column{gap: gap, sink: true}, Objects: objs}
}

func (l *column) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	h, n := float32(0), 0
	for _, o := range objs {
		if o.Visible() {
			h += HeightFor(o, width)
			n++
		}
	}
	return h + l.gap*float32(max(n-1, 0))
}

func (l *column) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return minOf(l, objs, widest(objs), l.width)
}

func (l *column) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	if size.Width <= 0 { // it has no place yet
		return
	}
	l.width = size.Width
	y := float32(0)
	for i, o := range objs {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		if l.sink && i == len(objs)-1 {
			y = max(y, size.Height-h)
		}
		Place(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

// grid lays objects in columns of equal width, as many as fit.
type grid struct {
	Themed
	cell  float32 // at 100 % text
	gap   float32
	most  int
	width float32
}

// Grid is a container of equal columns, gap apart: at most most of them, each
// at least cell wide, which grows with the text size.
func Grid(cell float32, most int, gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &grid{cell: cell, gap: gap, most: most}, Objects: objs}
}

// columns is how many columns n objects get at the width, and how wide they
// are: as many as fit, but few objects in even rows.
func (l *grid) columns(objects int, width float32) (n int, cell float32) {
	n = min(max(1, int((width+l.gap)/(l.Dp(l.cell)+l.gap))), l.most)
	if 0 < objects && objects <= l.most { // few: 2 and 2 rather than 3 and 1
		rows := (objects + n - 1) / n
		n = (objects + rows - 1) / rows
	}
	return n, (width - l.gap*float32(n-1)) / float32(n)
}

// rows yields each row of visible objects with its height.
func (l *grid) rows(objs []fyne.CanvasObject, width float32, yield func(row []fyne.CanvasObject, cell, height float32)) {
	n, cell := l.columns(len(objs), width)
	var row []fyne.CanvasObject
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		if row = append(row, o); len(row) == n {
			yield(row, cell, tallest(row, cell))
			row = nil
		}
	}
	if len(row) > 0 {
		yield(row, cell, tallest(row, cell))
	}
}

func (l *grid) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	h := float32(0)
	l.rows(objs, width, func(_ []fyne.CanvasObject, _, height float32) { h += height + l.gap })
	return max(h-l.gap, 0)
}

func (l *grid) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return minOf(l, objs, widest(objs), l.width)
}

func (l *grid) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	if size.Width <= 0 { // it has no place yet
		return
	}
	l.width = size.Width
	y := float32(0)
	l.rows(objs, size.Width, func(row []fyne.CanvasObject, cell, height float32) {
		for i, o := range row {
			Place(o, float32(i)*(cell+l.gap), y, cell, height)
		}
		y += height + l.gap
	})
}

// row puts objects in one line; one of them takes what is left.
type row struct {
	Themed
	gap  float32
	grow int
	top  bool // objects keep to the upper edge
	// width is the last one laid out
	width float32
}

// Row is a container of one line, centred vertically, gap apart; the object
// with index grow takes the width that is left (-1: none does).
func Row(gap float32, grow int, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &row{gap: gap, grow: grow}, Objects: objs}
}

// TopRow is a row whose objects keep to the upper edge.
func TopRow(gap float32, grow int, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &row{gap: gap, grow: grow, top: true}, Objects: objs}
}

func (l *row) widths(objs []fyne.CanvasObject, width float32) []float32 {
	ws := make([]float32, len(objs))
	left, shown := width, 0
	for i, o := range objs {
		if !o.Visible() {
			continue
		}
		if shown++; i != l.grow {
			ws[i] = o.MinSize().Width
			left -= ws[i]
		}
	}
	if l.grow >= 0 {
		ws[l.grow] = max(0, left-l.gap*float32(max(shown-1, 0)))
	}
	return ws
}

func (l *row) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	ws, h := l.widths(objs, width), float32(0)
	for i, o := range objs {
		if o.Visible() {
			h = max(h, HeightFor(o, ws[i]))
		}
	}
	return h
}

func (l *row) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	w, n := float32(0), 0
	for _, o := range objs {
		if o.Visible() {
			w += o.MinSize().Width
			n++
		}
	}
	return minOf(l, objs, w+l.gap*float32(max(n-1, 0)), l.width)
}

func (l *row) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	l.width = size.Width
	x := float32(0)
	for i, w := range l.widths(objs, size.Width) {
		o := objs[i]
		if !o.Visible() {
			continue
		}
		h := min(HeightFor(o, w), size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		Place(o, x, y, w, h)
		x += w + l.gap
	}
}

// inset keeps a distance around its objects, which lie on one another.
type inset struct {
	Themed
	top, right, bottom, left float32
	scaled                   bool // the distances grow with the text size
	width                    float32
}

// Inset keeps distances (as in CSS: top, right, bottom, left) around the objects, which lie on one another.
func Inset(top, right, bottom, left float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{top: top, right: right, bottom: bottom, left: left}, Objects: objs}
}

// ScaledInset is an inset whose distances grow with the text size.
func ScaledInset(top, right, bottom, left float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{top: top, right: right, bottom: bottom, left: left, scaled: true}, Objects: objs}
}

// Stack lays the objects on one another.
func Stack(objs ...fyne.CanvasObject) *fyne.Container { return Inset(0, 0, 0, 0, objs...) }

// by is what the distances are multiplied with.
func (l *inset) by() float32 {
	if l.scaled {
		return l.Dp(1)
	}
	return 1
}

func (l *inset) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	k := l.by()
	return tallest(objs, width-(l.left+l.right)*k) + (l.top+l.bottom)*k
}

func (l *inset) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return minOf(l, objs, widest(objs)+(l.left+l.right)*l.by(), l.width)
}

func (l *inset) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	if size.Width <= 0 {
		return
	}
	l.width = size.Width
	k := l.by()
	for _, o := range objs {
		Place(o, l.left*k, l.top*k, size.Width-(l.left+l.right)*k, size.Height-(l.top+l.bottom)*k)
	}
}

// margins is the room around a page, more of it on a wide one.
type margins struct {
	inset

	head bool // a page goes on below it
}

func (l *margins) fit(width float32) {
	l.top, l.bottom, l.left, l.right = 24, 32, 32, 32
	if width < l.Dp(800) {
		l.left, l.right = 24, 24
	}
	if l.head {
		l.bottom = 0
	}
}

func (l *margins) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	l.fit(width)
	return l.inset.heightFor(objs, width)
}

func (l *margins) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	l.fit(size.Width)
	l.inset.Layout(objs, size)
}

// fixed gives its objects one width.
type fixed struct {
	Themed
	width float32 // at 100 % text
}

// Width gives the object that width, whatever its own; it grows with the text size.
func Width(w float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &fixed{width: w}, Objects: []fyne.CanvasObject{o}}
}

func (l *fixed) heightFor(objs []fyne.CanvasObject, _ float32) float32 {
	l.HandDown(objs)
	return tallest(objs, l.Dp(l.width))
}

func (l *fixed) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.Dp(l.width), l.heightFor(objs, 0))
}

func (l *fixed) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		Place(o, 0, 0, min(l.Dp(l.width), size.Width), size.Height)
	}
}

// atMost keeps its object from growing too wide to read.
type atMost struct {
	Themed
	most float32 // at 100 % text
}

// AtMost lets the object be at most that wide, which grows with the text size.
func AtMost(w float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &atMost{most: w}, Objects: []fyne.CanvasObject{o}}
}

func (l *atMost) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	return tallest(objs, min(width, l.Dp(l.most)))
}

func (l *atMost) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return fyne.NewSize(min(widest(objs), l.Dp(l.most)), l.heightFor(objs, l.Dp(l.most)))
}

func (l *atMost) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		Place(o, 0, 0, min(size.Width, l.Dp(l.most)), size.Height)
	}
}

// middle keeps its objects in the middle, as wide as they are to be.
type middle struct {
	Themed
	air    float32 // at least, on both sides
	wanted func() float32
}

// Middle keeps the object in the middle, as wide as is wanted where there is room
// for that, and so much air beside it.
func Middle(air float32, wanted func() float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &middle{air: air, wanted: wanted}, Objects: []fyne.CanvasObject{o}}
}

func (l *middle) within(width float32) float32 { return max(0, min(width-2*l.air, l.wanted())) }

func (l *middle) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	return tallest(objs, l.within(width))
}

func (l *middle) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return fyne.NewSize(widest(objs)+2*l.air, l.heightFor(objs, l.wanted()+2*l.air))
}

func (l *middle) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	width := l.within(size.Width)
	for _, o := range objs {
		Place(o, (size.Width-width)/2, 0, width, size.Height)
	}
}

// Place gives an object its place and size.
func Place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
