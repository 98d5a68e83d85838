package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Explain is a sentence about what an object shows at a place in it; empty: none.
type Explain func(o fyne.CanvasObject, at fyne.Position) string

// tips is the layout of a content and the sentence that explains what is pointed at.
type tips struct {
	inset

	explain Explain
	tip     *fyne.Container
	beside  fyne.CanvasObject // that is explained
	from    fyne.Position     // where it lies in the content
}

// Tips has what is in the content explained while the pointer or the keyboard rests
// there.
func Tips(content fyne.CanvasObject, explain Explain) *fyne.Container {
	l := &tips{explain: explain, tip: &fyne.Container{}}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{content, l.tip}}
}

// Layout implements [fyne.Layout].
func (l *tips) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.inset.Layout(objs[:1], s)
	l.HandDown(objs[1:])
	l.tip.Resize(s)
	if l.beside == nil {
		return
	}
	const air, gap = 8, 6
	l.HandDown(l.tip.Objects)
	for _, o := range l.tip.Objects {
		width := min(l.Dp(320), s.Width-2*air, wideAs(o))
		high := HeightFor(o, width)
		y := l.from.Y + l.beside.Size().Height + gap
		if y+high > s.Height-air {
			y = max(air, l.from.Y-gap-high)
		}
		Place(o, max(air, min(l.from.X, s.Width-air-width)), y, width, high)
	}
}

// wideAs is the width of an object with all its words on one line.
func wideAs(o fyne.CanvasObject) float32 {
	const sides = 2*12 + 2
	widest := float32(0)
	Walk(o, func(o fyne.CanvasObject) bool {
		if t, ok := o.(*Text); ok {
			widest = max(widest, t.NaturalWidth()+sides)
		}
		return true
	})
	return widest
}

// resting is where the pointer or the keyboard rests.
var resting struct {
	after time.Duration // it is explained; 0: never
	timer *time.Timer
	on    *tips // the one that shows something; nil: none does
	in    fyne.CanvasObject
	box   fyne.Position // of what is explained, in the widget
}

// ShowTips has what is pointed at explained after a while.
func ShowTips(after time.Duration) { resting.after = after }

// HideTip takes away the sentence that explains something, and does not show one soon.
func HideTip() {
	if resting.timer != nil {
		resting.timer.Stop()
		resting.timer = nil // it holds what was pointed at, and with that a page
	}
	resting.in = nil
	if l := resting.on; l != nil {
		resting.on, l.beside, l.tip.Objects = nil, nil, nil
		l.tip.Refresh()
	}
}

// TipAt has what lies at a place in a widget explained soon, or that goes on where the
// pointer stays on it.
func TipAt(w fyne.Widget, e *desktop.MouseEvent) {
	if e == nil || resting.after == 0 {
		return
	}
	if resting.on != nil && resting.in == w {
		p, s := e.Position.Subtract(resting.box), resting.on.beside.Size()
		if p.X >= 0 && p.Y >= 0 && p.X < s.Width && p.Y < s.Height {
			return
		}
	}
	HideTip()
	at := e.Position
	resting.timer = time.AfterFunc(resting.after, func() { fyne.Do(func() { showTip(w, at, false) }) })
}

// tipFor has a widget that got the keyboard explained soon.
func tipFor(w fyne.Widget) {
	HideTip()
	if resting.after > 0 {
		resting.timer = time.AfterFunc(resting.after, func() { fyne.Do(func() { showTip(w, fyne.Position{}, true) }) })
	}
}

// showTip explains the innermost part of a widget at a place that anything is said of,
// or the widget itself alone. It tells whether there is something to say.
func showTip(w fyne.Widget, at fyne.Position, alone bool) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil || c.Overlays().Top() != nil {
		return false
	}
	var layer *tips
	for _, o := range pathTo(c.Content(), w) {
		if around, ok := o.(*fyne.Container); ok {
			if l, ok := around.Layout.(*tips); ok {
				layer = l
			}
		}
	}
	if layer == nil {
		return false
	}
	parts := []pointedPart{{w, at, fyne.Position{}}}
	if !alone {
		parts = partsAt(w, at, fyne.Position{})
	}
	for _, p := range slices.Backward(parts) {

		text := layer.explain(p.object, p.at)
		if text == "" {
			continue
		}
		HideTip()
		d := fyne.CurrentApp().Driver()
		layer.beside, layer.from = p.object, d.AbsolutePositionForObject(w).Add(p.box).Subtract(d.AbsolutePositionForObject(layer.tip))
		layer.tip.Objects = []fyne.CanvasObject{Tip(0, Label(text, SizeCaption, ColorInk))}
		resting.on, resting.in, resting.box = layer, w, p.box
		layer.Layout([]fyne.CanvasObject{&fyne.Container{}, layer.tip}, layer.tip.Size())
		layer.tip.Refresh()
		return true
	}
	return false
}

// pointedPart is an object in a widget that lies under a place.
type pointedPart struct {
	object fyne.CanvasObject
	at     fyne.Position // the place in the object
	box    fyne.Position // of the object in the widget
}

// partsAt are the objects under a place, the outermost first.
func partsAt(o fyne.CanvasObject, at, box fyne.Position) []pointedPart {
	size := o.Size()
	if !o.Visible() || at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return nil
	}
	all := []pointedPart{{o, at, box}}
	for _, c := range childrenOf(o) {
		if below := partsAt(c, at.Subtract(c.Position()), box.Add(c.Position())); below != nil {
			return append(all, below...)
		}
	}
	return all
}

// TipNow has what lies at a place in a widget explained at once, and tells whether there
// is something to say.
func TipNow(w fyne.Widget, at fyne.Position) bool { return showTip(w, at, false) }
