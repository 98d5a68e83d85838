package ui

import "fyne.io/fyne/v2"

// split lays two objects side by side, or one below the other where it is narrow.
type split struct {
	Themed
	share, gap, width float32
	least             float32 // at 100 % text
	head              bool    // the second goes where there is no room beside the first
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

// SplitNamed is a [Split] whose second object has a name that stands above it
// where the two stand below each other; beside, a heading of columns has it.
func SplitNamed(share, least, gap float32, a, b, name fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &split{share: share, least: least, gap: gap}, Objects: []fyne.CanvasObject{a, b, name}}
}

// SplitHead is the heading of columns of a [SplitNamed]. Where they stand below
// each other, it is that of the first one alone.
func SplitHead(share, least, gap float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &split{share: share, least: least, gap: gap, head: true}, Objects: []fyne.CanvasObject{a, b}}
}

// name is the height of what names the second object in that width, 0 where
// nothing does; it is hidden where the two stand beside each other.
func (l *split) name(objs []fyne.CanvasObject, width float32, beside bool) float32 {
	if len(objs) < 3 {
		return 0
	}
	if objs[2].Visible() == beside {
		if beside {
			objs[2].Hide()
		} else {
			objs[2].Show()
		}
	}
	if beside {
		return 0
	}
	return HeightFor(objs[2], width)
}

func (l *split) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	a, b, beside := l.widths(width)
	if l.head && !beside {
		return HeightFor(objs[0], a)
	}
	first, second, name := HeightFor(objs[0], a), HeightFor(objs[1], b), l.name(objs, b, beside)
	if beside {
		return max(first, second)
	}
	return first + l.gap + name + second
}

func (l *split) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	return minOf(l, objs, widest(objs), l.width)
}

func (l *split) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	l.width = size.Width
	a, b, beside := l.widths(size.Width)
	if l.head {
		if !beside {
			objs[1].Hide()
			Place(objs[0], 0, 0, a, size.Height)
			return
		}
		objs[1].Show()
	}
	name := l.name(objs, b, beside)
	if beside {
		Place(objs[0], 0, 0, a, size.Height)
		Place(objs[1], a+l.gap, 0, b, size.Height)
		return
	}
	first := HeightFor(objs[0], a)
	Place(objs[0], 0, 0, a, first)
	if name > 0 {
		Place(objs[2], 0, first+l.gap, b, name)
	}
	Place(objs[1], 0, first+l.gap+name, b, HeightFor(objs[1], b))
}
