package ui

import "fyne.io/fyne/v2"

// windowed is what shows only what can be seen of its rows. The [Scroller]
// around it tells it which stretch of it that is.
type windowed interface {
	fyne.CanvasObject
	// setView is told what can be seen, and returns how far that was moved
	// by rows above it that turned out higher or lower than guessed.
	setView(from, to float32) (shift float32)
	// stretch is where a row lies, indexAt which row lies at y.
	stretch(i int) (from, to float32)
	indexAt(y float32) int
}

// window is something windowed, and how far below the top of the content it lies.
type window struct {
	windowed
	depth float32
}

// windows are what is windowed below o, which lies at y.
func windows(o fyne.CanvasObject, y float32) []window {
	if !o.Visible() {
		return nil
	}
	if w, ok := o.(windowed); ok {
		return []window{{w, y}}
	}
	if _, ok := o.(*Scroller); ok { // it cares for its own
		return nil
	}
	var all []window
	for _, c := range childrenOf(o) {
		all = append(all, windows(c, y+c.Position().Y)...)
	}
	return all
}

// look tells what is windowed in the content what can be seen of it. Where rows
// have another height than was guessed, the content is laid out anew; what is
// seen stays where it is.
func (s *Scroller) look() {
	if s.looking || s.Size().Height == 0 {
		return
	}
	s.looking = true
	defer func() {
		s.looking = false
		if s.moved != nil {
			s.moved()
		}
	}()
	const tries = 3 // each may bring other rows into view
	for range tries {
		height, shift := s.holder.Size().Height, float32(0)
		for _, w := range windows(s.content, 0) {
			shift += w.setView(s.Offset()-w.depth, s.Offset()-w.depth+s.Size().Height)
		}
		s.fitHeight(s.Size())
		if shift == 0 && s.holder.Size().Height == height {
			return
		}
		s.scroll.Offset.Y = max(0, min(s.scroll.Offset.Y+shift, s.holder.Size().Height-s.Size().Height))
		if s.scroll.Size() == s.Size() { // else Fyne would lay the content out for the old width
			s.scroll.Refresh()
		}
	}
}

// revealIn scrolls so that a row can be seen. Rows on the way there have their
// height guessed, so it looks again from near.
func revealIn(w windowed, i int) {
	for _, s := range around(w) {
		s.RevealRow(w, i)
	}
}

// RevealRow scrolls so that a row of something windowed in the scroller can be
// seen. Unlike the others it works before the first frame.
func (s *Scroller) RevealRow(w windowed, i int) {
	for range 2 {
		from, to := w.stretch(i)
		s.RevealPart(w, from, to)
	}
}

// ScrollToRow scrolls so that a row of something windowed in the scroller is at
// the top, with so much room above it.
func (s *Scroller) ScrollToRow(w windowed, i int, above float32) {
	for range 2 {
		if y, ok := s.Depth(w); ok {
			from, _ := w.stretch(i)
			s.ScrollTo(y + from - above)
		}
	}
}
