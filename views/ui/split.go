package ui

import "fyne.io/fyne/v2"

// split lays two objects side by side, or one below the other where it is narrow.
type split struct {
	Themed
	share, gap, width float32
	least             float32 // at 100 % text
}

// Split is a container of two objects side by side, gap apart: the first takes
// that share of the width. They stand below each other where one would be
// narrower than least, which grows with the text size.
func Split(share, least, gap float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &split{share: share, least: least, gap: gap}, Objects: []fyne.CanvasObject{a, b}}
}

// widths are those of the two; beside is false where they stand below each other.
func (l *split) widths(width float32) (first, second float32, beside bool) {
	first = (width - l.gap) * l.share
	second = width - l.gap - first
	if min(first, second) < l.Dp(l.least) {
		return width, width, false
	}
	return first, second, true
}

func (l *split) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	a, b, beside := l.widths(width)
	first, second := HeightFor(objs[0], a), HeightFor(objs[1], b)
	if beside {
		return max(first, second)
	}
	return first + l.gap + second
}

func (l *split) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return minOf(l, objs, widest(objs), l.width)
}

func (l *split) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	l.width = size.Width
	a, b, beside := l.widths(size.Width)
	if beside {
		Place(objs[0], 0, 0, a, size.Height)
		Place(objs[1], a+l.gap, 0, b, size.Height)
		return
	}
	first := HeightFor(objs[0], a)
	Place(objs[0], 0, 0, a, first)
	Place(objs[1], 0, first+l.gap, b, HeightFor(objs[1], b))
}
