package ui

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"
)

// Selected is a stretch of a text that is selected.
type Selected struct {
	Name       string // of the text
	Text       string // the whole text
	Start, End int    // in bytes of it
}

// Quote is what is selected of the text.
func (s Selected) Quote() string { return s.Text[s.Start:s.End] }

// place is where a text is in what an area holds: the way to it by the index of
// each child, which in a list is that of the object. Places are in the order of reading.
type place []int

// spot is a position in a text.
type spot struct {
	at     place
	offset int
}

func (s spot) compare(o spot) int {
	return cmp.Or(slices.Compare(s.at, o.at), cmp.Compare(s.offset, o.offset))
}

// shownText is a live text of an area.
type shownText struct {
	*Text
	at  place
	pos fyne.Position // in the area
}

// leaves visits the texts in o that can be selected, in order; and the lists
// that hold some of them.
func leaves(o fyne.CanvasObject, at place, pos fyne.Position, visit func(shownText), list func(*List)) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *Text:
		visit(shownText{o, slices.Clone(at), pos})
		return
	case *Table, *ActionChip, *Native, *SelectionArea:
		return
	case *List:
		list(o)
		o.Each(func(i int, c fyne.CanvasObject) { leaves(c, append(at, i), pos.Add(c.Position()), visit, list) })
		return
	}
	for i, c := range childrenOf(o) {
		leaves(c, append(at, i), pos.Add(c.Position()), visit, list)
	}
}

// between visits the texts from one place to another, in order; nil: from the
// first, to the last. The objects of lists that are not live are made for that.
func between(o fyne.CanvasObject, at, from, to place, visit func(*Text, place)) {
	if beyond := to != nil && slices.Compare(at, to) > 0; beyond || !o.Visible() {
		return
	}
	if from != nil && slices.Compare(at, from[:min(len(from), len(at))]) < 0 {
		return
	}
	switch o := o.(type) {
	case *Text:
		visit(o, at)
	case *Table, *ActionChip, *Native, *SelectionArea:
	case *List:
		last := indexIn(at, to, o.n-1)
		for i := indexIn(at, from, 0); i <= last; i++ {
			between(o.liveOrNot(i), append(at, i), from, to, visit)
		}
	default:
		for i, c := range childrenOf(o) {
			between(c, append(at, i), from, to, visit)
		}
	}
}

// indexIn is the index of a list's object on the way to a place, otherwise usual.
func indexIn(list, to place, usual int) int {
	if n := len(list); n < len(to) && slices.Equal(list, to[:n]) {
		return to[n]
	}
	return usual
}

// texts are the live texts of the area, in order.
func (a *SelectionArea) texts() []shownText {
	var all []shownText
	leaves(a.Content, place{}, fyne.Position{}, func(l shownText) { all = append(all, l) }, func(*List) {})
	return all
}

// textOf is the live text at a place.
func (a *SelectionArea) textOf(at place) (shownText, bool) {
	all := a.texts()
	i, ok := slices.BinarySearchFunc(all, at, func(l shownText, at place) int { return slices.Compare(l.at, at) })
	if !ok {
		return shownText{}, false
	}
	return all[i], true
}

// nearest is the text next to a point of the area: in the lines of the point
// before one above or below it.
func (a *SelectionArea) nearest(p fyne.Position) (shownText, bool) {
	var best shownText
	least := float32(math.MaxFloat32)
	for _, l := range a.texts() {
		const lines = 1e4 // a line away is farther than any point of the same line
		s := l.Size()
		away := lines*outside(p.Y, l.pos.Y, l.pos.Y+s.Height) + outside(p.X, l.pos.X, l.pos.X+s.Width)
		if away < least {
			best, least = l, away
		}
	}
	return best, best.Text != nil
}

// outside is how far v is from the stretch from a to b.
func outside(v, a, b float32) float32 { return max(a-v, v-b, 0) }

// spotAt is the position next to a point of the area.
func (a *SelectionArea) spotAt(p fyne.Position) (spot, shownText, bool) {
	l, ok := a.nearest(p)
	if !ok {
		return spot{}, l, false
	}
	offset := 0
	switch {
	case p.Y >= l.pos.Y+l.Size().Height:
		offset = len(l.String())
	case p.Y >= l.pos.Y:
		offset = l.OffsetAt(p.Subtract(l.pos))
	}
	return spot{l.at, offset}, l, true
}

// ends are the first and last position of what is selected.
func (a *SelectionArea) ends() (from, to spot) {
	from, to = a.anchor, a.focus
	if a.wide.at != nil { // a word or a text was where the pointer went down
		if from.compare(to) > 0 {
			from = a.wide
		}
	}
	if from.compare(to) > 0 {
		from, to = to, from
	}
	return from, to
}

// Any tells whether something is selected.
func (a *SelectionArea) Any() bool {
	from, to := a.ends()
	return from.at != nil && from.compare(to) < 0
}

// Selected is what is selected, in order.
func (a *SelectionArea) Selected() []Selected {
	if !a.Any() {
		return nil
	}
	var all []Selected
	from, to := a.ends()
	between(a.Content, place{}, from.at, to.at, func(t *Text, at place) {
		s := Selected{Name: t.Name, Text: t.String()}
		if s.Start, s.End = stretchOf(at, len(s.Text), from, to); s.Start < s.End {
			all = append(all, s)
		}
	})
	return all
}

// stretchOf is what lies between two positions of a text of that length.
func stretchOf(at place, length int, from, to spot) (start, end int) {
	if slices.Compare(at, from.at) < 0 || slices.Compare(at, to.at) > 0 {
		return 0, 0
	}
	end = length
	if slices.Equal(at, from.at) {
		start = min(from.offset, length)
	}
	if slices.Equal(at, to.at) {
		end = min(to.offset, length)
	}
	return start, end
}

// paint shows what is selected, and the caret, in all live texts.
func (a *SelectionArea) paint() {
	from, to := a.ends()
	hook := a.paint
	if !a.Any() && !a.caret && a.found == nil && a.spoken == nil {
		hook = nil
	}
	leaves(a.Content, place{}, fyne.Position{}, func(l shownText) {
		start, end, caret := 0, 0, -1
		if from.at != nil {
			start, end = stretchOf(l.at, len(l.String()), from, to)
			if a.caret && a.focused && slices.Equal(l.at, a.focus.at) {
				caret = a.focus.offset
			}
		}
		l.setSelected(start, end, caret)
		var marks []Mark
		for _, mark := range []func(shownText) []Mark{a.spoken, a.found} {
			if mark != nil {
				marks = append(marks, mark(l)...)
			}
		}
		l.setPassing(marks)
	}, func(l *List) { l.arranged = hook })
}
