package ui

import "fyne.io/fyne/v2"

// flow puts objects side by side at their own size and wraps.
type flow struct {
	Themed
	gap, width float32
	whole      bool // it asks for the width of all objects in one line, and centres them in it
}

// Flow is a container that puts objects side by side at their own size, gap apart, and wraps.
func Flow(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: objs}
}

// WholeFlow is a flow that would like all its objects in one line, and wraps
// them where it does not get that much. Objects are centred in their lines.
func WholeFlow(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap, whole: true}, Objects: objs}
}

func (l *flow) walk(objs []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var x, y, line float32
	type begun struct { // an object of the present line
		o    fyne.CanvasObject
		x    float32
		size fyne.Size
	}
	var all []begun
	end := func() {
		for _, b := range all {
			down := float32(0)
			if l.whole {
				down = (line - b.size.Height) / 2
			}
			put(b.o, b.x, y+down, b.size.Width, b.size.Height)
		}
		all = all[:0]
	}
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if s.Width > width {
			s = fyne.NewSize(width, HeightFor(o, width))
		}
		if x > 0 && x+s.Width > width {
			end()
			x, y, line = 0, y+line+l.gap, 0
		}
		all = append(all, begun{o, x, s})
		x += s.Width + l.gap
		line = max(line, s.Height)
	}
	end()
	return y + line
}

func (l *flow) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	l.HandDown(objs)
	return l.walk(objs, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l *flow) MinSize(objs []fyne.CanvasObject) fyne.Size {
	l.HandDown(objs)
	wide := widest(objs)
	if l.whole {
		wide = -l.gap
		for _, o := range objs {
			if o.Visible() {
				wide += o.MinSize().Width + l.gap
			}
		}
	}
	return minOf(l, objs, wide, l.width)
}

func (l *flow) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	l.width = size.Width
	l.walk(objs, size.Width, Place)
}
