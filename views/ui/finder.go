package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/internal/textfind"
)

// Finder finds a text in what the selection areas of a page say, also in what
// their lists have not made yet.
type Finder struct {
	// Later does a step of longer work soon, if it is still wanted then.
	Later func(step func())
	// OnChanged is called when more was found, and when it goes to another hit.
	OnChanged func()

	page  fyne.CanvasObject
	query textfind.Query
	hits  []hit
	at    int // the hit that it is at, -1 for none
	jobs  []job
	asked int // how often it was asked: what was looked for before is dropped
}

// hit is where a text was found.
type hit struct {
	area *SelectionArea
	spot
	end int
}

// job is a part of a page to look through: an object of a list, or a text.
type job struct {
	area *SelectionArea
	at   place
	make func() fyne.CanvasObject
}

// NewFinder makes a finder for a page.
func NewFinder(page fyne.CanvasObject, later func(step func())) *Finder {
	return &Finder{page: page, Later: later, OnChanged: func() {}, at: -1}
}

// Find looks for a text, and goes to where it is found next.
func (f *Finder) Find(text string) {
	f.query = textfind.NewQuery(text)
	f.hits, f.at, f.jobs = nil, -1, nil
	f.asked++
	if !f.query.Empty() {
		for _, a := range f.areas() {
			f.gather(a, a.Content, place{})
		}
	}
	f.look(f.asked, f.from())
	f.paint()
}

// areas are those of the page that can be seen.
func (f *Finder) areas() []*SelectionArea {
	var all []*SelectionArea
	Walk(f.page, func(o fyne.CanvasObject) bool {
		if a, ok := o.(*SelectionArea); ok {
			all = append(all, a)
		}
		return true
	})
	return all
}

// gather lists what is to be looked through.
func (f *Finder) gather(a *SelectionArea, o fyne.CanvasObject, at place) {
	switch o := o.(type) {
	case *Table, *ActionChip, *Native, *SelectionArea:
	case *Text:
		if o.Visible() {
			f.jobs = append(f.jobs, job{a, slices.Clone(at), func() fyne.CanvasObject { return o }})
		}
	case *List:
		for i := 0; o.Visible() && i < o.n; i++ {
			f.jobs = append(f.jobs, job{a, append(slices.Clone(at), i), func() fyne.CanvasObject { return o.liveOrNot(i) }})
		}
	default:
		if o.Visible() {
			for i, c := range childrenOf(o) {
				f.gather(a, c, append(at, i))
			}
		}
	}
}

// look looks through what is left, some of it at once. It goes to the first hit
// that comes after a position.
func (f *Finder) look(asked int, from hit) {
	const atOnce = 60 // paragraphs, which take less than a frame
	if asked != f.asked {
		return
	}
	n := min(atOnce, len(f.jobs))
	for _, j := range f.jobs[:n] {
		between(j.make(), j.at, nil, nil, func(t *Text, at place) {
			for _, s := range f.query.All(t.String()) {
				f.hits = append(f.hits, hit{j.area, spot{slices.Clone(at), s.Start}, s.End})
			}
		})
	}
	f.jobs = f.jobs[n:]
	if f.at < 0 && len(f.hits) > 0 {
		i := slices.IndexFunc(f.hits, func(h hit) bool { return h.area == from.area && h.compare(from.spot) >= 0 })
		if i >= 0 || len(f.jobs) == 0 {
			f.goTo(max(i, 0))
		}
	}
	f.OnChanged()
	if len(f.jobs) > 0 {
		f.Later(func() { f.look(asked, from) })
	}
}

// from is where the search begins: at the first text in view.
func (f *Finder) from() hit {
	for _, a := range f.areas() {
		if s := a.firstInView(); s.at != nil {
			return hit{area: a, spot: s}
		}
	}
	return hit{}
}

// Count is how often the text was found, and the number of the hit that it is
// at; 0: at none.
func (f *Finder) Count() (at, all int) { return f.at + 1, len(f.hits) }

// Next goes on to the next hit (+1), or back to the last one (-1), round the page.
func (f *Finder) Next(by int) {
	if n := len(f.hits); n > 0 {
		f.goTo((f.at + by + n) % n)
		f.OnChanged()
	}
}

// goTo shows a hit.
func (f *Finder) goTo(i int) {
	f.at = i
	h := f.hits[i]
	if t := h.area.reveal(h.at); t != nil {
		at, height := t.caretAt(h.offset)
		const bar = 64 // that floats over the upper edge of a page
		h.area.revealPart(t, at.Y-t.Dp(bar), at.Y+height)
	}
	f.paint()
}

// reveal brings the text at a place into view, nil where it is no longer there.
func (a *SelectionArea) reveal(at place) *Text {
	o := a.Content
	for _, i := range at {
		if l, ok := o.(*List); ok {
			l.Reveal(i)
			o = l.Live(i)
		} else if all := childrenOf(o); i < len(all) {
			o = all[i]
		}
		if o == nil {
			return nil
		}
	}
	t, _ := o.(*Text)
	return t
}

// revealPart scrolls so that a stretch of a text can be seen, which may have been
// made just now.
func (a *SelectionArea) revealPart(t *Text, from, to float32) {
	for _, s := range around(a) {
		s.RevealPart(t, from, to)
	}
}

// paint marks what was found in all that can be seen.
func (f *Finder) paint() {
	for _, a := range f.areas() {
		if a.found = nil; !f.query.Empty() {
			a.found = func(t shownText) []Mark { return f.marks(a, t) }
		}
		a.paint()
	}
}

// marks are what was found of a text; where the search is has a frame.
func (f *Finder) marks(a *SelectionArea, t shownText) []Mark {
	var all []Mark
	for _, s := range f.query.All(t.String()) {
		m := Mark{Start: s.Start, End: s.End, Ground: ColorFound}
		if f.at >= 0 && f.hits[f.at].area == a && f.hits[f.at].compare(spot{t.at, s.Start}) == 0 {
			m.Under = Framed
		}
		all = append(all, m)
	}
	return all
}

// Close takes all marks away. Where the search was is selected, and has the
// keyboard; it tells whether that is so.
func (f *Finder) Close() bool {
	at := f.at
	f.query, f.jobs = textfind.Query{}, nil
	f.asked++
	f.paint()
	if at < 0 {
		return false
	}
	h := f.hits[at]
	h.area.wide = spot{}
	h.area.anchor, h.area.focus = h.spot, spot{h.at, h.end}
	h.area.alone()
	h.area.tell()
	return true
}
