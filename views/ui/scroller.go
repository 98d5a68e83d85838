package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroller scrolls a content vertically and gives it the height that it needs
// at the scroller's width, in one pass.
type Scroller struct {
	Base

	content fyne.CanvasObject
	holder  *fyne.Container // the content, and what floats over it
	scroll  *scrolling
	looking bool // it tells what is in it what can be seen
	moved   func()
	bar     fynePart
	among   fyne.CanvasObject // that is to be seen among its neighbours once there is a size; nil: none
}

var (
	_ fyne.Widget     = (*Scroller)(nil)
	_ fyne.Accessible = (*Scroller)(nil)
)

// NewScroller makes a scroller of the content.
func NewScroller(content fyne.CanvasObject) *Scroller {
	s := &Scroller{content: content}
	s.holder = &fyne.Container{Layout: &held{}, Objects: []fyne.CanvasObject{content}}
	s.scroll = newScrolling(s)
	s.scroll.OnScrolled = func(fyne.Position) { s.look() }
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel implements [fyne.Accessible].
func (s *Scroller) AccessibilityLabel() string { return "" }

// AccessibilityRole implements [fyne.Accessible].
func (s *Scroller) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children is the content, and what floats over it.
func (s *Scroller) Children() []fyne.CanvasObject { return s.holder.Objects }

// Offset is how far the content is scrolled down.
func (s *Scroller) Offset() float32 { return s.scroll.Offset.Y }

// OnMoved has a function called after whatever changes what can be seen.
func (s *Scroller) OnMoved(moved func()) { s.moved = moved }

// Key scrolls by a key, as far as it goes, and tells whether the key does that.
func (s *Scroller) Key(key fyne.KeyName) bool {
	line, page := s.Dp(48), s.Size().Height*0.9
	switch key {
	case fyne.KeyDown:
		s.ScrollTo(s.Offset() + line)
	case fyne.KeyUp:
		s.ScrollTo(s.Offset() - line)
	case fyne.KeyPageDown:
		s.ScrollTo(s.Offset() + page)
	case fyne.KeyPageUp:
		s.ScrollTo(s.Offset() - page)
	case fyne.KeyHome:
		s.ScrollTo(0)
	case fyne.KeyEnd:
		s.ScrollTo(s.holder.Size().Height)
		s.ScrollTo(s.holder.Size().Height) // what is there had its height guessed
	default:
		return false
	}
	return true
}

// AtEnd tells whether the content is scrolled as far as it goes, and not seen whole.
func (s *Scroller) AtEnd() bool {
	return s.Offset() > 0 && s.Offset()+s.Size().Height >= s.holder.Size().Height-1
}

// ScrollTo scrolls so that y of the content is at the top, as far as it goes.
func (s *Scroller) ScrollTo(y float32) {
	s.fit(s.Size())
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, s.holder.Size().Height-s.scroll.Size().Height))))
	s.look()
}

// Adopted hands the theme on.
func (s *Scroller) Adopted() {
	if l, ok := s.holder.Layout.(*held); ok {
		l.adopt(s.given)
	}
	s.bar.adopted(s.given, s.tell)
}

// tell gives Fyne's part of the scroller, its bar, the theme.
func (s *Scroller) tell() {
	at := s.scroll.Offset     // which Fyne forgets, where what scrolls is that small
	s.scroll.Content = vacant // what scrolls has its theme from us
	s.scroll.Refresh()        // its renderer goes on with what scrolled, else
	override(s.scroll, s.given)
	s.scroll.Content, s.scroll.Offset = s.holder, at
	s.scroll.Refresh()
}

// Relayout takes up a change of the content's height.
func (s *Scroller) Relayout() {
	s.float(nil)
	s.fit(s.Size())
	s.content.Refresh()
	s.scroll.Refresh()
}

// reveal scrolls as little as shows the stretch from top to bottom of the content.
func (s *Scroller) reveal(top, bottom float32) {
	const air = 12
	view := s.scroll.Size().Height
	switch off := s.Offset(); {
	case top-air < off:
		s.ScrollTo(top - air)
	case bottom+air > off+view:
		s.ScrollTo(bottom + air - view)
	}
}

// fit lays out the content for a size of the scroller.
func (s *Scroller) fit(size fyne.Size) {
	s.fitHeight(size)
	s.look()
}

func (s *Scroller) fitHeight(size fyne.Size) {
	s.HandDown(s.holder.Objects)
	if l, ok := s.holder.Layout.(*held); ok {
		l.height = HeightFor(s.content, size.Width)
	}
	s.holder.Resize(s.holder.MinSize().Max(size))
}

// CreateRenderer implements [fyne.Widget].
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	s.bar.rendered(s.given, s.tell)
	return &scrollerRenderer{s: s, objects: []fyne.CanvasObject{s.scroll}}
}

type scrollerRenderer struct {
	s       *Scroller
	objects []fyne.CanvasObject
}

func (r *scrollerRenderer) Destroy()                     {}
func (r *scrollerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *scrollerRenderer) MinSize() fyne.Size           { return fyne.NewSize(32, 32) }

func (r *scrollerRenderer) Refresh() {
	r.s.bar.tell(r.s.given, r.s.tell)
	r.s.scroll.Refresh()
}

func (r *scrollerRenderer) Layout(size fyne.Size) {
	r.s.float(nil)
	r.s.fit(size)
	r.s.scroll.Resize(size)
	if among := r.s.among; among != nil && size.Height > 0 {
		r.s.among = nil
		r.s.RevealAmong(among)
	}
}

// float shows an object over the content; nil: none.
func (s *Scroller) float(o fyne.CanvasObject) {
	if o == nil && len(s.holder.Objects) == 1 {
		return
	}
	s.holder.Objects = s.holder.Objects[:1:1]
	if o != nil {
		s.holder.Objects = append(s.holder.Objects, o)
	}
	s.holder.Refresh()
}

// ShowPopover shows a note over whatever scrolls the target, at most so wide: below
// the stretch of the target between two heights, or above where there is no
// room in view. It goes when the content changes, or with [HidePopover].
func ShowPopover(target, note fyne.CanvasObject, left, top, bottom, width float32) {
	const gap = 4
	d := fyne.CurrentApp().Driver()
	around := around(target)
	if len(around) == 0 {
		return
	}
	s := around[len(around)-1]
	at := d.AbsolutePositionForObject(target).Subtract(d.AbsolutePositionForObject(s.content))
	room, view := s.scroll.Size(), s.Offset()
	width = min(width, room.Width-2*gap)
	height := HeightFor(note, width)
	x := max(gap, min(at.X+left, room.Width-gap-width))
	y := at.Y + bottom + gap
	if low := view + room.Height - height; y > low {
		if above := at.Y + top - gap - height; above >= view {
			y = above
		} else {
			y = max(view, low) // there is room for it on neither side
		}
	}
	Place(note, x, y, width, height)
	s.float(note)
}

// ScrolledDown tells whether what scrolls the object is not at its top.
func ScrolledDown(o fyne.CanvasObject) bool {
	around := around(o)
	return len(around) > 0 && around[len(around)-1].Offset() > 0
}

// around are the scrollers that hold an object on screen, the outermost first.
func around(o fyne.CanvasObject) []*Scroller {
	cnv := fyne.CurrentApp().Driver().CanvasForObject(o)
	if cnv == nil {
		return nil
	}
	return scrollersAround(cnv.Content(), o)
}

// HidePopover takes away what floats over whatever scrolls the target.
func HidePopover(target fyne.CanvasObject) {
	for _, s := range around(target) {
		s.float(nil)
	}
}

// held gives its object the whole place and asks for the height it was told.
// What floats over the object has its own place.
type held struct {
	Themed
	height float32
}

func (l *held) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.height) }

func (l *held) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	Place(objs[0], 0, 0, size.Width, size.Height)
}

// Parent is a widget of ours that can name what it shows.
type Parent interface {
	Children() []fyne.CanvasObject
}

// Walk visits the visible objects below o that can be reached: containers and
// widgets of ours. It goes on below an object while visit returns true.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) {
	if o == nil || !o.Visible() || !visit(o) {
		return
	}
	for _, c := range childrenOf(o) {
		Walk(c, visit)
	}
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch p := o.(type) {
	case *fyne.Container:
		return p.Objects
	case Parent:
		return p.Children()
	case *widget.PopUp:
		return []fyne.CanvasObject{p.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{p.Content}
	default:
		return nil
	}
}

// Reveal scrolls whatever holds the object so that it can be seen.
func Reveal(target fyne.CanvasObject) { RevealPart(target, 0, target.Size().Height) }

// RevealPart scrolls whatever holds the object so that the stretch between two
// heights of it can be seen.
func RevealPart(target fyne.CanvasObject, from, to float32) {
	for _, s := range around(target) {
		s.RevealPart(target, from, to)
	}
}

// RelayoutAround takes up a change of the object's height in whatever holds it.
func RelayoutAround(target fyne.CanvasObject) {
	for _, s := range around(target) {
		s.Relayout()
	}
}

// RelayoutIn is [RelayoutAround] within what holds the object: it works before
// the first frame, too.
func RelayoutIn(root, target fyne.CanvasObject) {
	for _, s := range scrollersAround(root, target) {
		s.Relayout()
	}
}

// Largest is the scroller with most room among the objects in a root that no other
// scroller holds; nil: there is none.
func Largest(root fyne.CanvasObject) *Scroller {
	var found *Scroller
	Walk(root, func(o fyne.CanvasObject) bool {
		s, ok := o.(*Scroller)
		if ok && (found == nil || s.Size().Width*s.Size().Height > found.Size().Width*found.Size().Height) {
			found = s
		}
		return !ok
	})
	return found
}

// RevealPart scrolls so that the stretch between two heights of an object in
// the scroller can be seen. Unlike the function it works before the first
// frame, when Fyne does not know yet which canvas an object is on.
func (s *Scroller) RevealPart(target fyne.CanvasObject, from, to float32) {
	if y, ok := s.Depth(target); ok {
		s.reveal(y+from, y+to)
	}
}

// RevealAmong scrolls so that an object can be seen between its neighbours, unless
// its middle can be seen: what is clicked does not move.
func (s *Scroller) RevealAmong(target fyne.CanvasObject) {
	if s.Size().Height == 0 { // it was not shown yet
		s.among = target
		return
	}
	y, ok := s.Depth(target)
	h := target.Size().Height
	if middle := y + h/2 - s.Offset(); ok && (middle < 0 || middle > s.Size().Height) {
		s.reveal(y-h, y+2*h)
	}
}

// Depth is how far below the top of the content an object in it lies.
func (s *Scroller) Depth(target fyne.CanvasObject) (y float32, ok bool) {
	return depth(s.content, target)
}

// depth is how far below the upper edge of o the target lies within it.
func depth(o, target fyne.CanvasObject) (float32, bool) {
	if o == target {
		return 0, true
	}
	for _, c := range childrenOf(o) {
		if y, ok := depth(c, target); ok {
			return y + c.Position().Y, true
		}
	}
	return 0, false
}

// scrollersAround are the scrollers that hold target, the outermost first.
func scrollersAround(o, target fyne.CanvasObject) []*Scroller {
	if o == target {
		return []*Scroller{}
	}
	for _, c := range childrenOf(o) {
		if found := scrollersAround(c, target); found != nil {
			if s, ok := o.(*Scroller); ok {
				return append([]*Scroller{s}, found...)
			}
			return found
		}
	}
	return nil
}
